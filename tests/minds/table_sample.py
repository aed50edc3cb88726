"""Questions as they come up in play, for tests of the mind at the table: worlds that have just been asked something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.worlds import Worlds
from game.minds.roster import make
from game.minds.sight import hidden
from game.minds.table import LeaderAtTable, Level
from game.minds.walk import walk
from game.model.scenario import Scenario
from game.model.tables import Stage, Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

KINDS = ("move", "round", "reply", "alarm", "incident")
#: Where each kind of question is taken from: the smallest crisis that has it.
WHERE = {"incident": "hungary-1956"}
#: A level that looks ahead as the others do, in few pictures.
SMALL = Level("small", 1.0, 3, 0.5, 1.0)
MOST = 4


@dataclass(frozen=True)
class Question:
    """Some worlds in which a side has just been asked something."""

    tables: Tables
    scenario: Scenario
    worlds: Worlds
    asked: Prompt
    side: int

    def mind(self, level: Level = SMALL) -> LeaderAtTable:
        """The side's own leader at the table."""
        return at_table(self.scenario, self.tables, self.side, level)


def at_table(scenario: Scenario, tables: Tables, side: int, level: Level) -> LeaderAtTable:
    """A side's own leader at a level."""
    model, rival = (make("leader", scenario, tables, one) for one in (side, 1 - side))
    return LeaderAtTable(model, rival, level)  # type: ignore[arg-type]


@cache
def compiled(name: str) -> tuple[Scenario, Tables]:
    """A shipped scenario, compiled once."""
    scenario = load(name)
    return scenario, compile_scenario(scenario)


@cache
def question(kind: str) -> Question:
    """The first question of a kind that comes up in at least two of sixty games between leaders."""
    scenario, tables = compiled(WHERE.get(kind, "checkpoint-charlie-1961"))
    found: list[Question] = []

    def watch(stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        if asked is None or stage.kind != kind or found:
            return
        for side in (0, 1):
            places = np.flatnonzero(asked.asked[side])[:MOST]
            if len(places) > 1 and not found:
                part = Worlds({name: worlds[name][places] for name in worlds})
                found.append(Question(tables, scenario, part, asked.part(places), side))

    minds = (make("leader", scenario, tables, 0), make("leader", scenario, tables, 1))
    walk(tables, start(tables, np.arange(1, 61, dtype=np.uint64)), minds, watch=watch)
    return found[0]


def otherwise(tables: Tables, worlds: Worlds, side: int, luck: np.random.Generator) -> Worlds:
    """The same worlds but for everything that a side may not read, which is anything at all."""
    rows = dict(worlds.rows)
    for name in hidden(tables, side):
        if name in rows:
            rows[name] = _anything(rows[name], luck)
    return Worlds(rows)


def _anything(row: np.ndarray, luck: np.random.Generator) -> np.ndarray:
    if row.dtype == np.bool_:
        return luck.random(len(row)) < 0.5
    if np.issubdtype(row.dtype, np.floating):
        return luck.uniform(0.03, 0.97, len(row)).astype(row.dtype)
    return luck.integers(0, 2, len(row)).astype(row.dtype)
