"""What a side thinks of the other's resolve: how likely, how likely before its last answer, and what moved it since.

Everything here is the side's own: its belief moves by what it saw and what its people told it, which may be wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.single import number
from game.engine.tools import RIGHT_OF_KIND
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.game import Beat
from game.play.happenings import Happening
from game.play.knowledge import Knowledge
from game.play.narration import cause_words, name_of
from game.play.wording import inside

#: A move of fewer points of a hundred is not told.
LEAST = 1.0


@dataclass(frozen=True)
class Belief:
    """How likely the other will not give way, 0-1, now and before the last move; moved are the causes by size."""

    now: float
    before: float
    moved: tuple[str, ...]


def belief(knowledge: Knowledge) -> Belief:
    """What a side thinks now, and why it thinks otherwise than before its last move; answers to alarms are none."""
    beats = knowledge.since_move()
    now = knowledge.rival_resolve
    before = number(beats[0].before, f"thinks/{knowledge.side}") if beats else now
    sums: dict[str, float] = {}
    for happening in _happenings(beats):
        points = _points(happening, knowledge.side)
        if points:
            cause = _cause(knowledge.game.scenario, happening, knowledge.side)
            sums[cause] = sums.get(cause, 0.0) + points
    causes = sorted((cause for cause, points in sums.items() if abs(points) >= LEAST), key=lambda one: -abs(sums[one]))
    return Belief(now, before, tuple(causes))


def _happenings(beats: list[Beat]) -> list[Happening]:
    return [happening for beat in beats for happening in beat.happenings]


def report(knowledge: Knowledge) -> str:
    """What reconnaissance said of the other since, and with, this side's last move, and how often that is right."""
    scenario = knowledge.game.scenario
    for happening in _happenings(knowledge.since_move()):
        points = _points(happening, knowledge.side)
        if points and _does(scenario, happening) == "reconnaissance":
            way = "will not give way" if points > 0 else "will give way"
            name = name_of(scenario, knowledge.rival)
            return f"Your people think {name} {way} ({RIGHT_OF_KIND * 100:.0f} in 100 such reports are right)."
    return ""


def _points(happening: Happening, side: str) -> float:
    """By how much a happening moved a side's belief, in points of a hundred."""
    moved = (one.amount for one in happening.numbers(side) if one.row == f"thinks/{side}")
    return 100.0 * sum(moved)


def _does(scenario: Scenario, happening: Happening) -> str:
    """What the instrument behind a happening does; empty where there is none."""
    if happening.kind != "instrument":
        return ""
    return scenario.instruments[happening.cause.part or happening.cause.what].does


def _cause(scenario: Scenario, happening: Happening, side: str) -> str:
    """What moved it, in a few words that follow a colon."""
    does = _does(scenario, happening)
    if does == "reconnaissance":
        return "the report"
    if does:
        return {"statement": "their words in public", "alert": "their alert"}.get(does, "what they did")
    if happening.kind in _WORDS:
        return _WORDS[happening.kind]
    words = cause_words(scenario, happening, side) if happening.cause.side == SIDES.index(side) else "what they did"
    return inside(words)


_WORDS = {
    "rung": "their climb", "offer": "their offer", "refusal": "their refusal", "sign": "what your people saw of them",
}  # fmt: skip
