"""A scenario as arrays: what the engine reads. Made by scenario.compile; nothing here knows a word of text.

Tables are compared by identity, so that what is worked out from them once can be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from game.model.bundle import Bundle, Cond, Row
from game.model.parameters import DEFAULT, Parameters
from game.model.parameters_standoff import STANDOFF, StandoffParameters


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
    """A hidden fact: how often true (0-1), who knows, what each side believes at the start (0-1), when staffs speak."""

    id: str
    chance: float
    knows: tuple[bool, bool]
    believed: tuple[float, float]
    when: Cond = ()


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

    @cached_property
    def wars(self) -> tuple[int, ...]:
        """Indices of the endings in war."""
        return tuple(index for index, ending in enumerate(self.endings) if ending.war)

    @cached_property
    def war(self) -> int:
        """Index of the ending where control is lost, the first in war; -1 where the scenario has none."""
        return self.wars[0] if self.wars else -1
