"""All families of checks, and the few of their checks without which a scenario cannot be played."""

from __future__ import annotations

from game.scenario.checks import declarations, exits, flow, history, knowledge, numbers, reading
from game.scenario.checks.base import Case


def everything(case: Case) -> None:
    """Every static check."""
    for family in (declarations, flow, numbers, reading, knowledge, history, exits):
        family.check(case)


def essential(case: Case) -> None:
    """What the rules rely on: sides, dates, open choices, possible outcomes, endings."""
    for family in (declarations, flow, numbers):
        family.essential(case)
