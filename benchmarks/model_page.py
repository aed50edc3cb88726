"""The tables of docs/model.md: `python -m benchmarks.model_page` prints them, `--write` puts them into the page.

A table stands between `<!-- table: NAME -->` and `<!-- end -->`; everything else on the page is written by hand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks.proof import FOLDER, ROOT
from game.engine.single import number, tension_of
from game.engine.step import start
from game.insight.fit import errors
from game.insight.many import seeds
from game.insight.validate import CRISES, alerts, error, peaks
from game.model.moment import moment_text
from game.model.parameters import DEFAULT, Parameters
from game.model.parameters_standoff import STANDOFF, StandoffParameters
from game.scenario.card import cards
from game.scenario.catalogue import load
from game.scenario.chronicle import targets
from game.scenario.compile import compile_scenario

PAGE = ROOT / "docs" / "model.md"
Tables = Mapping[str, Callable[[], str]]


def rows(heads: Iterable[str], body: Iterable[Iterable[object]]) -> str:
    """A table in Markdown."""
    lines = [list(heads), *([str(cell) for cell in row] for row in body)]
    told = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([told[0], "|" + " --- |" * len(lines[0]), *told[1:]])


def numbers(record: Parameters | StandoffParameters) -> str:
    """Every coefficient with its unit, meaning and source."""
    heads = ("name", "value", "unit", "what it is", "source")
    return rows(heads, ((f"`{f.name}`", _value(getattr(record, f.name)), *_told(f.metadata)) for f in fields(record)))


def _value(value: object) -> str:
    return ", ".join(f"{part:g}" for part in value) if isinstance(value, tuple) else f"{value:g}"


def _told(metadata: Any) -> tuple[str, str, str]:
    return metadata["unit"], metadata["meaning"], metadata["source"]


def fit() -> str:
    """Each target beside the model's tension at that day's end."""
    off = errors(DEFAULT)
    spread, largest = error(off)
    body = [
        (moment_text(target.minute)[:10], f"{target.tension:.0f}", f"{target.tension + miss:.1f}", f"{miss:+.1f}")
        for target, miss in zip(targets(), off, strict=True)
    ]
    summary = f"Root mean square {spread:.2f} points, largest {largest:.2f}."
    return rows(("day", "target", "model", "difference"), body) + f"\n\n{summary}"


def checks() -> str:
    """Peaks of the crises and the days on which an alert level is suggested."""
    peak = peaks(DEFAULT)
    body = [("highest tension, " + crisis, f"{peak[crisis]:.1f}") for crisis in CRISES]
    told = alerts(DEFAULT, "1962-10-01", "1962-12-31")
    body += [(f"alert {alert.level} suggested from", moment_text(alert.day)[:10]) for alert in told]
    return rows(("what", "model"), body)


def openings() -> str:
    """Where each scenario begins: what the dated acts before its first day lead to."""
    body = []
    for one in cards():
        tables = compile_scenario(load(one.id))
        worlds = start(tables, seeds(1))
        felt = [f"{number(worlds, f'relation/{pair}'):.0f}" for pair in ("usa>ussr", "ussr>usa")]
        body.append((one.starts[:10], one.title, f"{tension_of(tables, worlds):.1f}", *felt))
    return rows(("first day", "scenario", "tension", "Washington to Moscow", "Moscow to Washington"), body)


def patterns() -> str:
    """What `make proof ONLY=patterns` found last."""
    told = json.loads((FOLDER / "patterns.json").read_text(encoding="utf-8"))["figures"]["checks"]
    body = ((row["number"], row["asked"], row["found"], "yes" if row["met"] else "**no**") for row in told)
    return rows(("check", "asked", "found", "met"), body)


TABLES: Tables = {
    "parameters": lambda: numbers(DEFAULT),
    "standoff": lambda: numbers(STANDOFF),
    "fit": fit,
    "checks": checks,
    "openings": openings,
    "patterns": patterns,
}


def filled(page: str, tables: Tables = TABLES) -> str:
    """The page with every table made anew."""

    def table(match: re.Match[str]) -> str:
        return f"<!-- table: {match[1]} -->\n{tables[match[1]]()}\n<!-- end -->"

    return re.sub(r"<!-- table: (\w+) -->\n.*?<!-- end -->", table, page, flags=re.DOTALL)


def main(words: list[str], page: Path = PAGE, tables: Tables = TABLES) -> None:
    """Print a page's tables, or write them into it."""
    if "--write" in words:
        page.write_text(filled(page.read_text(encoding="utf-8"), tables), encoding="utf-8")
    else:
        print("\n\n".join(make() for make in tables.values()))


if __name__ == "__main__":
    main(sys.argv[1:])
