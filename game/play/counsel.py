"""Who speaks in a round of a standoff, and what it is called by then."""

from __future__ import annotations

from game.model.entries import Counsel, Standoff
from game.model.people import SIDES
from game.model.when import Range

#: Voices in a round: more would not be read.
MOST = 3


def heard(told: Standoff, side: str, round_: int, heights: tuple[int, int]) -> list[Counsel]:
    """The advisers of a side in a round (from 0), by the rungs (from 0) of Washington and Moscow; one line a person."""
    own = SIDES.index(side)
    found: dict[str, Counsel] = {}
    for line in told.sides[side].advice:
        now = (round_, heights[own], heights[1 - own])
        if line.name not in found and _fits(line, now):
            found[line.name] = line
    return list(found.values())[:MOST]


def _fits(line: Counsel, now: tuple[int, int, int]) -> bool:
    """Whether a line is for this round and these rungs; files count them from 1."""
    spans = (line.rounds, line.rungs, line.rival)
    return all(_within(span, number + 1) for span, number in zip(spans, now, strict=True))


def _within(span: Range, number: int) -> bool:
    return (span.at_least is None or number >= span.at_least) and (span.at_most is None or number <= span.at_most)


def title(told: Standoff, heights: tuple[int, int]) -> str:
    """What the standoff is called once somebody has climbed: by the highest rung, Moscow's where both are level."""
    side = SIDES[0] if heights[0] > heights[1] else SIDES[1]
    rung = told.sides[side].rungs[heights[SIDES.index(side)]]
    return rung.title or told.title
