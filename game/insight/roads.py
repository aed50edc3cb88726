"""The roads that part at one decision: the same worlds after each of its choices, on common luck."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.engine.prompts import Moves, Prompt, prompt
from game.engine.worlds import Worlds, brittleness
from game.insight.causes import PLAIN, Cast
from game.insight.forced import Forced
from game.insight.many import seeds
from game.insight.tally import Road, Tally, level, tally
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
    """Every choice taken in the same worlds."""
    asked = prompt(at.tables, worlds, at.stage)
    open_ = asked.open[at.side] if asked else np.zeros((len(at.choices), worlds.count), np.bool_)
    return tally(at.tables, [_road(at, worlds, index, open_[index]) for index in range(len(at.choices))])


def _road(at: Fork, worlds: Worlds, choice: int, open_: Row) -> Road:
    minds: list[Mind] = [*at.minds]
    minds[at.side] = Forced(at.stage, at.side, choice, at.minds[at.side])
    seen = _Watcher(at.tables)
    final = walk(at.tables, worlds, (minds[0], minds[1]), watch=seen.see, stages=at.rest)
    return Road(final, np.stack([*seen.levels, level(at.tables, final)]), open_, seen.asked)


@dataclass
class _Watcher:
    """Sees a road walk by: tension in each world as each entry comes up, and how many questions are answered."""

    tables: Tables
    levels: list[Row] = field(default_factory=list)
    asked: int = 0

    def see(self, stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        """One stage."""
        if stage.kind == "open":
            self.levels.append(level(self.tables, worlds))
        if asked is not None:
            self.asked += sum(int(np.count_nonzero(one)) for one in asked.asked)
