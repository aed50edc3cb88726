"""Whether every name that a scenario uses is declared."""

from __future__ import annotations

from game.problems import Problem
from game.scenario.nodes import Mapping


def check_names(root: Mapping, readable: bool) -> list[Problem]:
    """What is wrong with the names of a merged scenario; readable is false where some file could not be read."""
    return []
