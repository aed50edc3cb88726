"""A small sound scenario to break, and the ways to look at what is said about it."""

from __future__ import annotations

from pathlib import Path

from game.problems import Problem
from game.scenario.check import check

BRIDGE = Path(__file__).with_name("bridge.yaml").read_text(encoding="utf-8")


def changed(old: str, new: str, text: str = BRIDGE) -> str:
    """The text with one place changed; the place must be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def written(folder: Path, text: str | bytes, name: str = "bridge.yaml") -> Path:
    """A file with this text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def problems(path: Path) -> list[Problem]:
    """Everything that `check` says about one scenario."""
    return check(path)[0].problems


def codes(path: Path) -> list[str]:
    """The codes of everything that `check` says about one scenario."""
    return [problem.code for problem in problems(path)]
