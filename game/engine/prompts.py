"""Prompts: who is asked what, and what is open to them. The one unit of choosing for people, minds and records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.engine import standoff
from game.engine.holds import holds, some
from game.engine.worlds import SIDES, Worlds
from game.model.bundle import Row
from game.model.tables import DecisionTable, Stage, StandoffTable, Tables

#: Stage kinds in which somebody may be asked.
ASKING = ("incident", "move", "round", "reply", "alarm")

#: An incident offers no more responses than this.
MOST_RESPONSES = standoff.MOST_RESPONSES


@dataclass(frozen=True)
class Prompt:
    """One question, in a batch. For each side: asked (worlds,), open (choices, worlds), tools (instruments, worlds)."""

    stage: Stage
    asked: tuple[Row, Row]
    open: tuple[Row, Row]
    tools: tuple[Row, Row]

    @property
    def anybody(self) -> bool:
        """Whether any side is asked in any world."""
        return some(self.asked[0]) or some(self.asked[1])

    def part(self, places: Row) -> Prompt:
        """The same question in some worlds, by their places in the batch."""

        def of(rows: tuple[Row, Row]) -> tuple[Row, Row]:
            return rows[0].take(places, axis=-1), rows[1].take(places, axis=-1)

        return Prompt(self.stage, of(self.asked), of(self.open), of(self.tools))


@dataclass(frozen=True)
class Moves:
    """What the sides answer: index of a choice and of an instrument (-1: none), each of shape (worlds,).

    fated lets history's own luck rule: documented outcomes, no accidents. It is how the historical path is played.
    """

    choice: tuple[Row, Row]
    tool: tuple[Row, Row]
    fated: bool = False


def nothing(count: int, fated: bool = False) -> Moves:
    """The answer where nobody is asked."""
    none = np.full(count, -1, np.int8)
    return Moves((none, none), (none, none), fated)


def prompt(tables: Tables, worlds: Worlds, stage: Stage) -> Prompt | None:
    """The question that a stage asks, or None where it asks nobody in any world."""
    if stage.kind not in ASKING:
        return None
    live = worlds["here"] & (worlds["ending"] < 0)
    if stage.kind == "incident":
        live = live & (worlds["incident"] >= 0)
    if not some(live):
        return None
    entry = tables.entries[stage.entry].what
    if stage.kind == "incident":
        found = _incident(tables, worlds, stage, live)
    elif isinstance(entry, DecisionTable):
        found = _decision(tables, worlds, stage, entry, live)
    else:
        assert isinstance(entry, StandoffTable)
        asked, choices = standoff.asked(tables, worlds, stage, entry, live)
        asking = stage.kind == "round"
        none = _none(tables, live)
        usa, ussr = (tools_open(tables, worlds, side, asked[side]) if asking else none for side in (0, 1))
        found = Prompt(stage, asked, choices, (usa, ussr))
    return found if found.anybody else None


def _none(tables: Tables, live: Row) -> Row:
    return np.zeros((len(tables.instruments), len(live)), np.bool_)


def _decision(tables: Tables, worlds: Worlds, stage: Stage, entry: DecisionTable, live: Row) -> Prompt:
    closed, nobody = np.zeros((1, len(live)), np.bool_), np.zeros(len(live), np.bool_)
    choices = np.stack([holds(tables, worlds.rows, needs) & live for needs in entry.open])
    tools = tools_open(tables, worlds, entry.side, live)
    if entry.side == 0:
        return Prompt(stage, (live, nobody), (choices, closed), (tools, _none(tables, live)))
    return Prompt(stage, (nobody, live), (closed, choices), (_none(tables, live), tools))


def _incident(tables: Tables, worlds: Worlds, stage: Stage, live: Row) -> Prompt:
    """Visible incidents ask the side that they happen to; its responses may differ from world to world."""
    which, count = worlds["incident"], len(live)
    asked = [np.zeros(count, np.bool_), np.zeros(count, np.bool_)]
    choices = [np.zeros((MOST_RESPONSES, count), np.bool_), np.zeros((MOST_RESPONSES, count), np.bool_)]
    for index, incident in enumerate(tables.incidents):
        here = live & (which == index)
        if incident.visible and incident.responses and some(here):
            asked[incident.side] = asked[incident.side] | here
            choices[incident.side][: len(incident.responses)] |= here
    none = _none(tables, live)
    return Prompt(stage, (asked[0], asked[1]), (choices[0], choices[1]), (none, none))


def tools_open(tables: Tables, worlds: Worlds, side: int, live: Row) -> Row:
    """Which instruments a side can use now: it has them, can pay, has let them rest, and their conditions hold."""
    found = _none(tables, live)
    own, costs, rests = _usable(tables, side)
    if own:
        used = np.stack([worlds[f"used/{SIDES[side]}/{tables.instruments[index].id}"] for index in own])
        able = (used == 0) | (worlds["now"] - used >= rests)
        able &= live & (worlds[f"capital/{SIDES[side]}"] >= costs)
        for row, index in zip(able, own, strict=True):
            instrument = tables.instruments[index]
            if instrument.needs:
                row &= holds(tables, worlds.rows, instrument.needs)
            if instrument.does == "channel":
                row &= ~worlds["channel"]
        found[list(own)] = able
    return found


@lru_cache(maxsize=64)
def _usable(tables: Tables, side: int) -> tuple[tuple[int, ...], Row, Row]:
    """Which instruments a side has at all, and as columns what each costs and how long it must rest."""
    own = tuple(index for index, instrument in enumerate(tables.instruments) if instrument.sides[side])
    costs = np.array([tables.instruments[index].cost for index in own], np.float32)
    rests = np.array([tables.instruments[index].cooldown for index in own], np.int64)
    return own, costs[:, None], rests[:, None]
