"""What every family of checks works on, and how it says what it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from game.model.scenario import Scenario
from game.problems import Problem
from game.scenario.calendar import Dated, Path, calendar
from game.scenario.nodes import Mapping, Node, Places


@dataclass
class Case:
    """A scenario under examination: its parts, its nodes, and the problems found so far.

    whole says that nothing was left out of the scenario for being broken; checks that compare all its parts with
    one another wait for that, so that one fault is told once.
    """

    scenario: Scenario
    root: Mapping
    whole: bool
    folder: str = ""
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def places(self) -> Places:
        """Where each part stands."""
        return Places(self.root)

    @cached_property
    def calendar(self) -> list[Dated]:
        """The dated entries, earliest first."""
        return calendar(self.scenario)

    def error(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """Note an error at the part of the scenario that path names."""
        self.problems.append(Problem(self.places[path], "error", code, message, hint))

    def warn(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """Note a warning at the part of the scenario that path names."""
        self.problems.append(Problem(self.places[path], "warning", code, message, hint))

    def shared(self, path: Path) -> bool:
        """Whether a part comes from the shared files, so that its author is somebody else."""
        node: Node | None = self.places.node(path)
        return node is not None and node.file.shared
