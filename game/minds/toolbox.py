"""Which instrument a leader uses beside its choice, if any: each has its moment, and capital is scarce."""

from __future__ import annotations

import numpy as np

from game.engine.prompts import Prompt
from game.engine.tension import tension
from game.engine.worlds import SIDES, Worlds
from game.minds.mind import quantal
from game.model.bundle import Row
from game.model.people import Leader
from game.model.tables import Tables

SHARPNESS = 3.0

#: How much a leader would rather keep its capital, in points.
KEEPING = 0.9


def choose(tables: Tables, worlds: Worlds, asked: Prompt, side: int, leader: Leader, luck: Row) -> Row:
    """Index of an instrument or -1 in each world, by quantal response on what each would be worth now."""
    open_ = asked.tools[side]
    none = np.full(worlds.count, -1, np.int8)
    if not len(open_) or not open_.any():
        return none
    values = np.stack(
        [
            *(_value(tables, worlds, side, leader, tool.does, tool.cost) for tool in tables.instruments),
            np.zeros(worlds.count),
        ]
    )
    able = np.concatenate([open_, np.ones((1, worlds.count), np.bool_)])
    found = quantal(values, able, SHARPNESS, luck)
    return np.where(found < len(tables.instruments), found, -1).astype(np.int8)


def _value(tables: Tables, worlds: Worlds, side: int, leader: Leader, does: str, cost: float) -> Row:
    own = SIDES[side]
    level = tension(tables.parameters, worlds.rows) / 100.0
    thinks, scarce = worlds[f"thinks/{own}"], KEEPING * cost / np.maximum(worlds[f"capital/{own}"], 1.0)
    resolute = np.where(worlds[f"resolute/{own}"], 1.0, 0.0)
    alliance = worlds[tables.sides[side].alliance] / 100.0
    worths: dict[str, Row] = {
        "channel": level * (0.4 + leader.flex / 100.0) - 0.15,
        "statement": 0.45 * resolute + 0.3 * leader.bluff / 100.0 * (1.0 - thinks) - 0.4 * level,
        "alert": 1.4 * (level - 0.25) * (0.4 + resolute) - 0.1 * leader.nuke / 100.0,
        "reconnaissance": 0.7 - 1.4 * np.abs(thinks - 0.5),
        "orders": 1.4 * (level - 0.35) * (0.3 + leader.nuke / 100.0),
        "ally": 1.6 * (0.8 - alliance) * (0.4 + leader.ally / 100.0),
    }
    return worths[does] - scarce
