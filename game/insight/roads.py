"""The roads that part at one decision: the same worlds after each of its choices, on common luck."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.prompts import prompt
from game.engine.worlds import Worlds, brittleness
from game.insight.causes import PLAIN, Cast
from game.insight.fan import Fan
from game.insight.forced import Told
from game.insight.many import seeds
from game.insight.tally import Road, Tally, tally
from game.minds.mind import Mind
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import DecisionTable, Stage, Tables

HISTORY, FREE = "history", "free"
#: What happens after the choice: both sides follow the documented path where they can, or play freely.
READINGS = (HISTORY, FREE)


@dataclass(frozen=True)
class Fork:
    """One decision of a scenario and how the worlds go on after it. side is 0 for Washington, 1 for Moscow; cast says
    how worlds begin and leaders play.
    """

    tables: Tables
    stage: Stage
    side: int
    choices: tuple[str, ...]
    minds: tuple[Mind, Mind]
    cast: Cast = PLAIN

    @property
    def rest(self) -> tuple[Stage, ...]:
        """The stages from the decision's move on."""
        return self.tables.stages[self.tables.stages.index(self.stage) :]


def fork(
    scenario: Scenario,
    tables: Tables,
    entry: str,
    reading: str,
    minds: tuple[str, str] = ("leader",) * 2,
    cast: Cast = PLAIN,
) -> Fork:
    """The fork at a decision. Raises KeyError where no entry has that id, ValueError for what is no decision."""
    index = tables.entry(entry)
    what = tables.entries[index].what
    if not isinstance(what, DecisionTable):
        raise ValueError(entry)
    stage = next(one for one in tables.stages if one.entry == index and one.kind == "move")
    names = (HISTORY, HISTORY) if reading == HISTORY else minds
    usa, ussr = (cast.mind(name, scenario, tables, side) for side, name in enumerate(names))
    return Fork(tables, stage, what.side, what.choices, (usa, ussr), cast)


def reached(scenario: Scenario, at: Fork, count: int, first: int = 1) -> Worlds:
    """Worlds in which the decision has come up: by history's own road and luck where it lies on that road, else by
    leaders who play freely, of whose worlds only those are kept in which it opens.
    """
    tables, fated = at.tables, at.tables.entries[at.stage.entry].on_path
    before = tables.stages[: tables.stages.index(at.stage)]
    name = HISTORY if fated else "leader"
    minds = at.cast.mind(name, scenario, tables, 0), at.cast.mind(name, scenario, tables, 1)
    worlds = walk(tables, at.cast.begin(tables, seeds(count, first)), minds, fated, stages=before)
    here = worlds["here"] & (worlds["ending"] < 0)
    return Worlds({row: worlds[row][here] for row in worlds})


def spread(tables: Tables, worlds: Worlds, count: int, first: int = 1) -> Worlds:
    """One world many times, each with luck and brittleness of its own: what could have come of it."""
    rows = {name: np.repeat(worlds[name][:1], count) for name in worlds}
    rows["seed"] = seeds(count, first)
    rows["brittle"] = brittleness(tables, rows["seed"])
    return Worlds(rows)


def tallied(at: Fork, worlds: Worlds) -> Tally:
    """Every choice taken in the same worlds. All roads are walked at once, a world on each that is open to it."""
    asked = prompt(at.tables, worlds, at.stage)
    open_ = asked.open[at.side] if asked else np.zeros((len(at.choices), worlds.count), np.bool_)
    road, place = np.nonzero(open_)
    minds: list[Mind] = [*at.minds]
    minds[at.side] = Told(at.stage, at.side, road.astype(np.int8), at.minds[at.side])
    seen = Fan(at.tables, road, len(open_))
    many = Worlds({name: worlds[name][place] for name in worlds})
    final = walk(at.tables, many, (minds[0], minds[1]), stages=at.rest, count=seen.see)
    fans = seen.done(final)
    ends = [_ended(worlds, final, road == index, open_[index]) for index in range(len(open_))]
    return tally(at.tables, [Road(*one) for one in zip(ends, open_, fans, strict=True)], seen.asked)


def _ended(worlds: Worlds, final: Worlds, mine: Row, open_: Row) -> Worlds:
    """The ends of one road in the worlds' own places; worlds in which it was closed are as they were."""
    rows = {name: worlds[name].astype(final[name].dtype) for name in worlds}
    for name, row in rows.items():
        row[open_] = final[name][mine]
    return Worlds(rows)
