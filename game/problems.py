"""What can be wrong: one Problem record and the error family.

Everything that finds a fault (reader, checker, player of files, command line) says it with a Problem,
so that a terminal, an editor and a test read the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file something stands. Lines and columns count from 1; 0 means "not known"."""

    file: str = ""
    line: int = 0
    column: int = 0
    width: int = 1

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, as data.

    level is "error", "warning" or "note"; code is a letter and three digits that `explain` knows;
    hint is a sentence that helps ("did you mean 'send'?"), fix the text that would replace the marked one.
    """

    place: Place
    level: str
    code: str
    message: str
    hint: str = ""
    fix: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.level}[{self.code}] {self.message}"


class GameError(Exception):
    """A fault that a person can understand and mend. Its text is shown; its traceback never is."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class ScenarioError(GameError):
    """A scenario that cannot be read or built; carries every Problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class MoveError(GameError):
    """A move that is unknown, ambiguous or not open now."""


class RecordError(GameError):
    """A stored game or run code that cannot be read, or was made under other rules."""
