"""What each code of a Problem means: one page a code, with a wrong and a right example.

Pages live with the code that finds the fault; `pages()` gathers them. Right examples stand word for word in the
template scenario, and a test puts each wrong one in their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True)
class Page:
    """One code explained. wrong and right are excerpts of a file; empty where an example would not fit a page."""

    code: str
    title: str
    text: str
    wrong: str = ""
    right: str = ""


#: Modules that hold PAGES.
MODULES = (
    "game.scenario.checks.form",
    "game.scenario.checks.declarations",
    "game.scenario.checks.flow",
    "game.scenario.checks.numbers",
    "game.scenario.checks.reading",
    "game.scenario.checks.knowledge",
    "game.scenario.checks.history",
    "game.scenario.checks.exits",
)


@cache
def pages() -> dict[str, Page]:
    """Every code with its page, in order of code."""
    found = [page for module in MODULES for page in import_module(module).PAGES]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}
