"""Schools of historians as sets of assumptions: stylised readings, in our words and figures, not the authors' own."""

from __future__ import annotations

from functools import cache

from game.insight.causes import PLAIN, Cast, cast
from game.model.campaign import Campaign, School
from game.model.causes import Assumption
from game.problems import GameError
from game.scenario.campaign import load_campaign

STYLISED = (
    "The schools are stylised: their premises are turned into figures by us. They show what follows if one sees the "
    "world in that way. They prove nothing, and no historian has signed them."
)


@cache
def _campaign() -> Campaign:
    return load_campaign()


def schools() -> dict[str, School]:
    """The schools that assume anything, by id, in the order of their file."""
    return {name: school for name, school in _campaign().schools.items() if school.assumes}


def assumptions() -> dict[str, Assumption]:
    """The model's main assumptions with their ranges, by id, in the order of their file."""
    return _campaign().assumptions


def cast_of(school: str) -> Cast:
    """How worlds begin and leaders play for a school; the model as it is for none. Raises GameError for a stranger."""
    if not school:
        return PLAIN
    known = schools()
    if school not in known:
        raise GameError(f"there is no school called '{school}'", f"there are: {', '.join(known)}")
    return cast(known[school].assumes, _campaign().leaders)


def cast_at(assumption: str, high: bool) -> Cast:
    """How worlds begin and leaders play with one assumption at one end of its range."""
    told = assumptions()[assumption]
    return cast((told.high if high else told.low,), _campaign().leaders)
