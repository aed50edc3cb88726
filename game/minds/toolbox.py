"""Which instrument a leader uses beside its choice, if any: each has its moment, and capital is scarce."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Glance:
    """What a leader has an eye on when it thinks of its instruments: rows of shape (worlds,); level is tension 0-1."""

    leader: Leader
    level: Row
    thinks: Row
    resolute: Row
    alliance: Row


def choose(tables: Tables, worlds: Worlds, asked: Prompt, side: int, leader: Leader, luck: Row) -> Row:
    """Index of an instrument or -1 in each world, by quantal response on what each would be worth now."""
    open_ = asked.tools[side]
    usable = np.flatnonzero(open_.any(axis=1))
    if not len(usable):
        return np.full(worlds.count, -1, np.int8)
    values, able = np.zeros((len(usable) + 1, worlds.count)), np.ones((len(usable) + 1, worlds.count), np.bool_)
    _weigh(tables, worlds, side, leader, values, usable)
    able[:-1] = open_[usable]
    found = quantal(values, able, SHARPNESS, luck)
    return np.append(usable, -1).astype(np.int8)[found]


def _weigh(tables: Tables, worlds: Worlds, side: int, leader: Leader, values: Row, usable: Row) -> None:
    """Write what each usable instrument is worth, less what it costs, into a row of values."""
    own = SIDES[side]
    glance = Glance(
        leader,
        level=tension(tables.parameters, worlds.rows) / 100.0,
        thinks=worlds[f"thinks/{own}"],
        resolute=np.where(worlds[f"resolute/{own}"], 1.0, 0.0),
        alliance=worlds[tables.sides[side].alliance] / 100.0,
    )
    held = worlds[f"capital/{own}"]
    for row, index in zip(values, usable.tolist(), strict=False):
        tool = tables.instruments[index]
        np.subtract(_WORTH[tool.does](glance), price(tool.cost, held), out=row)


def price(cost: float, held: Row) -> Row:
    """What a leader gives up with political capital, in points, by how much of it is left."""
    given: Row = KEEPING * cost / np.maximum(held, 1.0)
    return given


_WORTH: dict[str, Callable[[Glance], Row]] = {
    "channel": lambda at: at.level * (0.4 + at.leader.flex / 100.0) - 0.15,
    "statement": lambda at: 0.45 * at.resolute + 0.3 * at.leader.bluff / 100.0 * (1.0 - at.thinks) - 0.4 * at.level,
    "alert": lambda at: 1.4 * (at.level - 0.25) * (0.4 + at.resolute) - 0.1 * at.leader.nuke / 100.0,
    "reconnaissance": lambda at: 0.7 - 1.4 * np.abs(at.thinks - 0.5),
    "orders": lambda at: 1.4 * (at.level - 0.35) * (0.3 + at.leader.nuke / 100.0),
    "ally": lambda at: 1.6 * (0.8 - at.alliance) * (0.4 + at.leader.ally / 100.0),
}
