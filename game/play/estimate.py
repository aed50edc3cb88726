"""The staff's estimate: how likely it is that control is lost, as a band. Pure; reads only what a side may know.

The engine's own formulas (rate of incidents by readiness, chance that one runs out of hand) for the 5th and 95th
percentile of brittleness, which nobody knows. Formulas: docs/model.md section 5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from game.engine.incidents import danger
from game.engine.standoff_outlook import Outlook, outlook
from game.model.people import SIDES
from game.model.tables import Stage, StandoffTable
from game.play.knowledge import Knowledge

#: Standard deviations from the median to the 5th and 95th percentile of a normal.
TWENTIETH = 1.645


@dataclass(frozen=True)
class Band:
    """A chance between low and high, 0-1, most likely near the middle."""

    low: float
    middle: float
    high: float

    def words(self) -> str:
        """The middle of the band as odds: "about 1 in 20"."""
        return odds(self.middle) if self.middle < 0.0001 else f"about {odds(self.middle)}"

    def spread(self) -> str:
        """The band as odds: "between 1 in 60 and 1 in 9"."""
        low, high = odds(self.low), odds(self.high)
        return low if low == high else f"between {low} and {high}"


def odds(chance: float) -> str:
    """A chance as "1 in 60", to two figures; "under 1 in 10,000" for the smallest."""
    if chance < 0.0001:
        return "under 1 in 10,000"
    against = 1.0 / chance
    if against < 2:
        return "more than 1 in 2"
    size = 10 ** max(0, len(str(int(against))) - 2)
    return f"1 in {round(against / size) * size:,}"


def next_day(knowledge: Knowledge) -> Band:
    """The chance that control is lost within a day if everything stays as it is."""
    own = knowledge.game.tables.parameters
    ready = 0.5 * (knowledge.value("ready/usa") + knowledge.value("ready/ussr"))
    expected = own.incident_rate * math.exp(own.incident_growth * ready)
    draft = knowledge.draft
    risk = 0.5 * sum(float(danger(draft, side)[0]) for side in range(len(SIDES)))
    low, middle, high = (
        _chance(expected, risk * math.exp(sign * TWENTIETH * own.brittleness)) for sign in (-1.0, 0.0, 1.0)
    )
    return Band(low, middle, high)


def _chance(expected: float, risk: float) -> float:
    """The chance that at least one of so many expected incidents runs out of hand."""
    return 1.0 - math.exp(-expected * (1.0 - math.exp(-risk)))


def standoff_outlook(knowledge: Knowledge, entry: str, round_: int) -> Outlook:
    """What this side may reckon with in a round of a standoff: risks, prices, heights."""
    tables = knowledge.game.tables
    index = tables.entry(entry)
    what = tables.entries[index].what
    assert isinstance(what, StandoffTable)
    return outlook(tables, knowledge.worlds, Stage(index, "round", round_), what, SIDES.index(knowledge.side))


@dataclass(frozen=True)
class Ground:
    """One thing that the chance of losing control in a standoff rests on, in words, and whether it makes it safer."""

    words: str
    safer: bool


def grounds(knowledge: Knowledge, entry: str) -> tuple[Ground, ...]:
    """What makes the hours of a standoff safer or more dangerous, as far as this side knows."""
    told, what = knowledge.game.scenario.standoffs[entry], knowledge.game.tables.entries
    table = what[knowledge.game.tables.entry(entry)].what
    assert isinstance(table, StandoffTable)
    height = max(knowledge.value(f"height/{side}") / table.heights[place] for place, side in enumerate(SIDES))
    tight = bool(knowledge.value(f"tight/{knowledge.side}"))
    found = [
        Ground(_RUNGS[min(int(height * 4), 3) if height < 1 else 4], height < HALF_WAY),
        Ground("a channel is open" if knowledge.channel else "no channel is open", knowledge.channel),
        Ground("your commanders have tight orders" if tight else "your commanders may answer by themselves", tight),
    ]
    if told.contact != "medium":
        close = told.contact == "high"
        found.append(Ground("forces stand close" if close else "forces stand far apart", not close))
    if min(knowledge.value(f"order/{side}") for side in SIDES) < CALM:
        found.append(Ground("forces are on alert", False))
    return tuple(found)


#: By the higher ladder: at its foot, a quarter, half, three quarters up, at the top.
_RUNGS = (
    "nobody has climbed", "nobody has climbed far", "somebody stands half way up",
    "somebody stands near the top", "somebody stands on the last rung",
)  # fmt: skip
HALF_WAY, CALM = 0.5, 5


def clock_seconds(tension: float) -> int:
    """The game's own clock: seconds to midnight, 12 (1 - T/100)^1.6 minutes."""
    return round(720.0 * math.pow(max(0.0, 1.0 - tension / 100.0), 1.6))
