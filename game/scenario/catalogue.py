"""Finding scenarios and opening them: by id among those that come with the game, or by path.

`load` is for playing: a Scenario or a ScenarioError. `read` is for tools: what could be built, and every problem.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from game import resources
from game.model.scenario import Scenario
from game.problems import Place, Problem, ScenarioError
from game.scenario.build import build
from game.scenario.checks.base import Case
from game.scenario.checks.families import essential
from game.scenario.merge import inherit, merge
from game.scenario.names import check_names
from game.scenario.nodes import Mapping, Places, SourceFile
from game.scenario.reader import read_file
from game.scenario.suggest import suggest

SHARED = "shared"
CAMPAIGN = "campaign"
MAX_FILES = 64


@dataclass(frozen=True)
class Loaded:
    """A scenario as opened: what was built, where each part stands, the files' text, and the problems so far.

    scenario is None where too little could be built. Its parts with errors are left out of it.
    readable says that every file could be read.
    """

    path: Path
    scenario: Scenario | None
    root: Mapping
    files: dict[str, SourceFile]
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True

    @property
    def places(self) -> Places:
        """Where each part of the scenario stands."""
        return Places(self.root)

    @property
    def sound(self) -> bool:
        """Whether it has no errors, so that it can be played."""
        return self.scenario is not None and not any(problem.level == "error" for problem in self.problems)


def names() -> list[str]:
    """The ids of the scenarios that come with the game, in order of name."""
    return [path.name for path in folders(resources.scenarios())]


def folders(home: Path) -> list[Path]:
    """The scenario folders inside a folder, in order of name; the shared files and the campaign are none."""
    if not home.is_dir():
        return []
    own = (path for path in home.iterdir() if path.name not in (SHARED, CAMPAIGN))
    return sorted(path for path in own if path.is_dir() and scenario_files(path))


def scenario_files(folder: Path) -> list[Path]:
    """The YAML files of a scenario folder, in order of name. Translations (name.fr.yaml) are not among them."""
    return sorted(path for path in folder.glob("*.yaml") if "." not in path.stem and not path.name.startswith("."))


def find(which: str | Path) -> Path:
    """The folder or file of a scenario: one of `names()`, or a path. Raises ScenarioError."""
    bundled = resources.scenarios() / which
    if str(which) in names():
        return bundled
    path = Path(which)
    if path.exists():
        return path
    hint, fix = suggest(str(which), names())
    problem = Problem(Place(str(which)), "error", "S003", "there is no such scenario, file or folder", hint, fix)
    raise ScenarioError([problem])


def load(which: str | Path) -> Scenario:
    """A scenario that can be played, by id or path. Raises ScenarioError with every problem where it has errors."""
    opened = open_scenario(find(which))
    problems = list(opened.problems)
    if opened.scenario is not None and opened.readable:
        case = Case(opened.scenario, opened.root, opened.sound)
        essential(case)
        problems += case.problems
    errors = [problem for problem in problems if problem.level == "error"]
    if opened.scenario is None or errors:
        raise ScenarioError(errors)
    return opened.scenario


def read(path: str | Path) -> tuple[Scenario | None, list[Problem]]:
    """What could be built from a path, and everything wrong with its form and names."""
    opened = open_scenario(Path(path))
    return opened.scenario, opened.problems


def open_scenario(path: Path) -> Loaded:
    """A scenario from a folder or a single file. Never raises for what a file holds; problems tell."""
    with _without_rubbish():
        if path.is_dir():
            return _open(path, _paths(path), _strangers(path))
        return _open(path, [path], [])


@contextmanager
def _without_rubbish() -> Iterator[None]:
    """No garbage collection meanwhile: a big scenario is a hundred thousand objects, none of them rubbish, and
    Python would count them all again and again. A third of the time to load goes by it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _paths(folder: Path) -> list[Path]:
    return scenario_files(folder)[:MAX_FILES]


def _strangers(folder: Path) -> list[Problem]:
    """What is odd about the files of a folder before any is read."""
    count = len(scenario_files(folder))
    if not count:
        return [Problem(Place(str(folder)), "error", "S003", "there are no .yaml files in this folder")]
    if count > MAX_FILES:
        return [Problem(Place(str(folder)), "error", "S001", f"more than {MAX_FILES} files in one folder")]
    short = sorted(folder.glob("*.yml"))
    return [Problem(Place(str(path)), "error", "S003", "this file is not read", "name it .yaml") for path in short]


def _open(path: Path, paths: list[Path], problems: list[Problem]) -> Loaded:
    """Read, merge, inherit, build, check names; each stage adds its problems."""
    files = [read_file(one) for one in paths]
    tops = [top for _, top, _ in files if top is not None]
    readable = len(tops) == len(paths) and not problems
    problems = problems + [problem for _, _, found in files for problem in found]
    shared_files, shared = shared_parts()
    root, doubled = merge(tops)
    whole, unknown = inherit(root, shared)
    scenario, faults = build(whole, readable) if tops else (None, [])
    problems += doubled + unknown + faults
    texts = {source.name: source for source in [one[0] for one in files] + shared_files}
    problems += check_names(whole) if readable else []
    return Loaded(path, scenario, whole, texts, problems, readable)


def shared_parts() -> tuple[list[SourceFile], Mapping]:
    """The shared files and their merged map. Read again only where a file has changed."""
    folder = resources.scenarios() / SHARED
    paths = scenario_files(folder) if folder.is_dir() else []
    return _shared(tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=2)
def _shared(stamps: tuple[tuple[Path, int, int], ...]) -> tuple[list[SourceFile], Mapping]:
    read = [read_file(path, display(path), shared=True) for path, _, _ in stamps]
    root, _ = merge([top for _, top, _ in read if top is not None])
    return [source for source, _, _ in read], root


def display(path: Path) -> str:
    """A path as people read it: from where they stand if it lies below, else whole."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
