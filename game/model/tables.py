"""A scenario as arrays: what the engine reads. Made by scenario.compile; nothing here knows a word of text.

Everything that can happen is a *branch*: a choice with one of its outcomes, an instrument, a response, an event, a
rung, a result. Branches of one prompt stand together in a Bundle, whose arrays have one place per branch and a last
one, all zeros, for "nothing". Tables are compared by identity, so that what is worked out from them once can be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.parameters import DEFAULT, Parameters
from game.model.parameters_standoff import STANDOFF, StandoffParameters

Row = NDArray[Any]

#: One test of a condition: kind, row name, low, high; or kind "any"/"none" with the conditions inside.
Test = tuple[str, str, float, float] | tuple[str, tuple["Cond", ...]]
#: All tests must hold.
Cond = tuple[Test, ...]


@dataclass(frozen=True, eq=False)
class Bundle:
    """What B branches do, as arrays of B+1 places (the last is "nothing").

    plain is the impulse by third parties and shocks, hostile[i] and friendly[i] that of side i before misperception.
    adds, sets and clears are lists of (row name, values); direct of (relation row, points); follow of
    (relation row of the third party to the actor, its relation row to the target, points).
    """

    ids: tuple[str, ...]
    hostile: tuple[Row, Row]
    friendly: tuple[Row, Row]
    plain: Row
    shock: Row
    adds: tuple[tuple[str, Row], ...]
    sets: tuple[tuple[str, Row], ...]
    clears: tuple[tuple[str, Row], ...]
    starts: tuple[tuple[str, Row], ...]
    stops: tuple[tuple[str, Row], ...]
    direct: tuple[tuple[str, Row], ...]
    follow: tuple[tuple[str, str, Row], ...]
    order: tuple[Row, Row]
    stance: tuple[Row, Row]
    known: Row
    hard: Row
    concedes: Row
    force: Row
    rung: Row
    settles: Row
    end: Row
    orders_any: bool = False
    force_any: bool = False
    stance_any: bool = False
    shock_any: bool = False
    settles_any: bool = False
    end_any: bool = False

    @cached_property
    def hostile_any(self) -> tuple[bool, bool]:
        """Whether some branch holds a hostile act of each side."""
        return bool(self.hostile[0].any()), bool(self.hostile[1].any())

    @cached_property
    def friendly_any(self) -> tuple[bool, bool]:
        """Whether some branch holds a friendly act of each side."""
        return bool(self.friendly[0].any()), bool(self.friendly[1].any())

    @cached_property
    def heats(self) -> bool:
        """Whether some branch moves tension."""
        return any((*self.hostile_any, *self.friendly_any, self.plain.any(), self.shock_any))

    @cached_property
    def teaches(self) -> bool:
        """Whether some branch says something about resolve or trust."""
        return bool(self.hard.any() or self.concedes.any())


@dataclass(frozen=True, eq=False)
class OutcomeTable:
    """Where a choice's branches stand and how one is drawn: weights (choices, most outcomes), needs per branch."""

    first: Row
    weights: Row
    needs: tuple[Cond, ...]
    simple: bool


@dataclass(frozen=True, eq=False)
class DecisionTable:
    """A decision: who chooses, what is open when, what each branch does."""

    side: int
    choices: tuple[str, ...]
    open: tuple[Cond, ...]
    outcomes: OutcomeTable
    bundle: Bundle
    history: int
    history_branch: int
    exits: Row


@dataclass(frozen=True, eq=False)
class EventTable:
    """An event: its chance (0-1), which sides learn of it, and what it does (one branch)."""

    chance: float
    seen: tuple[bool, bool]
    bundle: Bundle


@dataclass(frozen=True, eq=False)
class StandoffTable:
    """A standoff. rungs[i] is a Bundle whose branch k is what climbing to rung k above the start is for side i.

    worth is (2 sides, terms) in steps -2 to 2; packages list the offers: (term, other term or -1, private 0/1).
    results is a Bundle of RESULTS in order, deals one of the packages in order. history holds (usa, ussr) move
    numbers by round. back_from is the first round (from 0) in which a side may step back.
    """

    rounds: int
    minutes: int
    back_from: int
    contact: float
    exposure: int
    stake: tuple[float, float]
    heights: tuple[int, int]
    rungs: tuple[Bundle, Bundle]
    terms: tuple[str, ...]
    worth: Row
    packages: tuple[tuple[int, int, int], ...]
    results: Bundle
    deals: Bundle
    incidents: tuple[int, ...]
    history: tuple[tuple[int, int], ...]
    history_result: int
    own: StandoffParameters = STANDOFF


RESULTS = ("usa-backs", "ussr-backs", "both-back", "deal", "dawn")
MOVES = ("hold", "climb", "back")


@dataclass(frozen=True, eq=False)
class EntryTable:
    """One entry of the calendar. minute counts from 1955; key is the hash of its id for the dice."""

    id: str
    kind: str
    minute: int
    key: int
    needs: Cond
    what: DecisionTable | EventTable | StandoffTable
    on_path: bool


@dataclass(frozen=True, eq=False)
class IncidentTable:
    """An incident: who it happens to, when it can, what its responses do."""

    id: str
    side: int
    calendar: bool
    standoff: bool
    weight: float
    visible: bool
    after: int
    before: int
    alert: int
    needs: Cond
    shock: float
    danger: float
    responses: tuple[str, ...]
    factors: Row
    firm: Row
    bundle: Bundle


@dataclass(frozen=True, eq=False)
class InstrumentTable:
    """An instrument: who has it, what it costs, what it does (one branch per side)."""

    id: str
    does: str
    sides: tuple[bool, bool]
    cost: float
    cooldown: int
    needs: Cond
    bundle: tuple[Bundle, Bundle]


@dataclass(frozen=True, eq=False)
class FlowTable:
    """A steady push on a meter: points a day, times what its driving row ("tension", "" for none) has above a level."""

    per_day: float
    by: str
    above: float
    when: Cond


@dataclass(frozen=True, eq=False)
class MeterTable:
    """A meter's bounds, start, rest (NaN: none), memory in days and flows; seen says which sides read it."""

    id: str
    low: float
    high: float
    start: float
    rest: float
    days: float
    seen: tuple[bool, bool]
    flows: tuple[FlowTable, ...] = ()


@dataclass(frozen=True, eq=False)
class FactTable:
    """A hidden fact: how often true (0-1), who knows, what each side believes at the start (0-1)."""

    id: str
    chance: float
    knows: tuple[bool, bool]
    believed: tuple[float, float]


@dataclass(frozen=True, eq=False)
class ReportTable:
    """A report: to whom, when, about which fact, how reliable (0-1)."""

    id: str
    side: int
    minute: int
    fact: str
    reliability: float
    needs: Cond


@dataclass(frozen=True, eq=False)
class TimerTable:
    """A timer: its length in minutes and what its end does (one branch)."""

    id: str
    minutes: int
    seen: tuple[bool, bool]
    bundle: Bundle


@dataclass(frozen=True, eq=False)
class EndingTable:
    """An ending: when it is reached at the end of the calendar, and whether it is the war."""

    id: str
    when: Cond
    war: bool
    history: bool


@dataclass(frozen=True, eq=False)
class SideTable:
    """A side's rows and what its leader cares for: wants is (row name, weight)."""

    id: str
    standing: str
    alliance: str
    capital: float
    wants: tuple[tuple[str, float], ...]
    aims: tuple[tuple[str, Cond], ...]


@dataclass(frozen=True, eq=False)
class BeforeAct:
    """An act from before the first day: its minute and what it does (one branch)."""

    minute: int
    bundle: Bundle


@dataclass(frozen=True, eq=False)
class Stage:
    """One step of the walk that all worlds take: kind is open, incident, move, event, round, reply, alarm or close."""

    entry: int
    kind: str
    round: int = 0
    last: bool = False


@dataclass(frozen=True, eq=False)
class Tables:
    """A whole scenario for the engine. set_first names the flags that are set on the first day, opening what earlier
    chapters of a campaign add to its rows.
    """

    id: str
    starts: int
    sides: tuple[SideTable, SideTable]
    meters: tuple[MeterTable, ...]
    flags: dict[str, tuple[bool, bool]]
    relations: dict[str, float]
    facts: tuple[FactTable, ...]
    reports: tuple[ReportTable, ...]
    timers: tuple[TimerTable, ...]
    entries: tuple[EntryTable, ...]
    instruments: tuple[InstrumentTable, ...]
    incidents: tuple[IncidentTable, ...]
    endings: tuple[EndingTable, ...]
    before: tuple[BeforeAct, ...]
    stages: tuple[Stage, ...]
    set_first: frozenset[str] = frozenset()
    opening: tuple[tuple[str, float], ...] = ()
    parameters: Parameters = field(default=DEFAULT)

    def entry(self, entry_id: str) -> int:
        """Index of an entry by id; KeyError where there is none."""
        for index, entry in enumerate(self.entries):
            if entry.id == entry_id:
                return index
        raise KeyError(entry_id)

    @property
    def wars(self) -> tuple[int, ...]:
        """Indices of the endings in war."""
        return tuple(index for index, ending in enumerate(self.endings) if ending.war)

    @property
    def war(self) -> int:
        """Index of the ending where control is lost, the first in war; -1 where the scenario has none."""
        return self.wars[0] if self.wars else -1


def at(values: Row, branch: Row | int) -> Row:
    """What the branches that happen bring; a single number where one branch happens in all worlds. -1 is the last."""
    found: Row = values.take(branch, mode="wrap")
    return found


def zeros(count: int) -> Row:
    """A branch column of zeros, float64, with the place for "nothing"."""
    return np.zeros(count + 1)
