"""Everything that can be said about a scenario without playing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.problems import Problem
from game.scenario.build import Builder
from game.scenario.catalogue import SHARED, display, folders, open_scenario, scenario_files, shared_parts
from game.scenario.checks import reading
from game.scenario.checks.base import Case
from game.scenario.checks.families import everything
from game.scenario.fields import walk
from game.scenario.names import declared, expected, unknown
from game.scenario.nodes import SourceFile
from game.scenario.reader import read_file


@dataclass(frozen=True)
class Findings:
    """What checking one scenario found: problems in the order of their places, and the words that each side must
    read (along the historical path, in all entries).
    """

    path: Path
    title: str
    problems: list[Problem]
    files: dict[str, SourceFile]
    words: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.level == "error" for problem in self.problems)


def check(path: Path) -> list[Findings]:
    """Findings for a scenario's folder or file, or for each scenario in a folder of folders."""
    inside = folders(path) if path.is_dir() and not scenario_files(path) else []
    if inside and (path / SHARED).is_dir():
        return [check_shared(path / SHARED), *(check_one(folder) for folder in inside)]
    return [check_one(folder) for folder in inside or [path]]


def check_one(path: Path) -> Findings:
    """Findings for one scenario."""
    opened = open_scenario(path)
    problems = list(opened.problems)
    words = {}
    if opened.scenario is not None and opened.readable:
        case = Case(opened.scenario, opened.root, opened.sound, path.resolve().name if path.is_dir() else "")
        everything(case)
        problems += case.problems
        words = reading.compulsory(case)
    title = opened.scenario.title if opened.scenario else path.name
    return Findings(path, title, in_order(problems), opened.files, words)


def check_shared(folder: Path) -> Findings:
    """Findings for the shared files: their form, and the names that they can only have from one another."""
    files, root = shared_parts()
    read = [read_file(path, display(path), shared=True) for path in scenario_files(folder)]
    problems = [problem for _, _, found in read for problem in found]
    builder = Builder()
    builder.values(Scenario, root, "the shared files")
    known = {**declared(root), "sides": list(SIDES)}
    for spot in walk(Scenario, root, frozenset({"ref"})):
        space, allowed = expected(spot, root, known)
        if space in OWN_NAMES and spot.node.text not in allowed:
            problems.append(unknown(spot.node, space, allowed, known))
    texts = {source.name: source for source in files}
    return Findings(folder, "Shared files", in_order(problems + builder.problems), texts)


#: Namespaces that the shared files fill without a scenario.
OWN_NAMES = ("sides", "sources", "leaders")


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Problems by place, each once; a warning at the place of an error is left out, for the error explains it."""
    spoilt = {problem.place for problem in problems if problem.level == "error"}
    kept = {problem for problem in problems if problem.level == "error" or problem.place not in spoilt}
    return sorted(kept, key=lambda problem: (problem.place, problem.code, problem.message))
