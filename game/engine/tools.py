"""Instruments: what a side does beside its choice, for capital."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.engine import dice, readiness
from game.engine.acts import apply, seen, sight
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.worlds import SIDES
from game.model.bundle import Bundle, Row, joined
from game.model.tables import Tables

#: How often reconnaissance reads the other's kind right, and a hidden fact; and both as log odds.
RIGHT_OF_KIND, RIGHT_OF_FACT = 0.85, 0.75
_KIND_ODDS, _FACT_ODDS = 1.735, 1.099
_ALLY_POINTS = 6.0


def use(draft: Draft, identity: int, round_: int, side: int, tool: Row) -> None:
    """Let a side use tool[w] (-1: none) in each world; identity and round key the dice."""
    using = tool >= 0
    if np.count_nonzero(using):
        with draft.only(using) as users:
            _use(users, dice.key(identity, round_, dice.TOOL, side), side, users.of(tool))


def _use(draft: Draft, draw: np.uint64, side: int, tool: Row) -> None:
    """All instruments in one go; then what each kind does beside. The trace is told of the first world's alone."""
    tools, own, bundle = draft.tables.instruments, SIDES[side], _bundle(draft.tables, side)
    cause = Cause("instrument", tools[int(tool[0])].id, side=side)
    draft.told(cause, None, seen(bundle, tool, cause))
    apply(draft, bundle, tool, cause)
    capital = draft[f"capital/{own}"] - _costs(draft.tables)[tool]
    draft.move(f"capital/{own}", capital, cause, (side == 0, side == 1))
    used = np.flatnonzero(np.bincount(tool)).tolist()
    for index in used:
        name = f"used/{own}/{tools[index].id}"
        draft[name] = np.where(tool == index, draft["now"], draft[name])
    for index in used:
        if tools[index].does in _RULES:
            with draft.only(tool == index) as part:
                _RULES[tools[index].does](part, draw, side, cause)


@lru_cache(maxsize=64)
def _bundle(tables: Tables, side: int) -> Bundle:
    """What a side's instruments do, a branch for each."""
    return joined([instrument.bundle[side] for instrument in tables.instruments])


@lru_cache(maxsize=64)
def _costs(tables: Tables) -> Row:
    return np.array([instrument.cost for instrument in tables.instruments], np.float32)


def _channel(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    draft.move("channel", np.ones(draft.count, np.bool_), cause)


def _alert(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    level = draft[f"order/{SIDES[side]}"]
    readiness.set_level(draft, SIDES[side], np.maximum(level - 1, 2).astype(np.int8), cause)


def _orders(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    name = f"tight/{SIDES[side]}"
    draft.move(name, np.ones(draft.count, np.bool_), cause, (side == 0, side == 1))


def _ally(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    name = draft.tables.sides[side].alliance
    draft.move(name, draft[name] + _ALLY_POINTS, cause, sight(draft.tables, name))


def _reconnaissance(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    """A look at the other's kind and at every hidden fact that this side does not know; each may mislead."""
    own, other, mine = SIDES[side], SIDES[1 - side], (side == 0, side == 1)
    right = dice.uniform(draft["seed"], draw) < RIGHT_OF_KIND
    sign = np.where(draft[f"resolute/{other}"] == right, _KIND_ODDS, -_KIND_ODDS)
    name = f"thinks/{own}"
    draft.move(name, shift(draft[name], sign), cause, mine)
    unknown = [(place, fact.id) for place, fact in enumerate(draft.tables.facts) if not fact.knows[side]]
    if unknown:
        keys = np.array([[draw ^ np.uint64((place + 1) << 8)] for place, _ in unknown])
        true = np.stack([draft[f"fact/{name}"] for _, name in unknown])
        names = [f"belief/{own}/{name}" for _, name in unknown]
        odds = np.where(true == (dice.uniform(draft["seed"], keys) < RIGHT_OF_FACT), _FACT_ODDS, -_FACT_ODDS)
        after = shift(np.stack([draft[name] for name in names]).astype(np.float64), odds).astype(np.float32)
        for name, row in zip(names, after, strict=True):
            draft.move(name, row, cause, mine)


#: What kinds of instruments do beside their act; words in public work through act and stance alone.
_RULES = {
    "channel": _channel,
    "alert": _alert,
    "reconnaissance": _reconnaissance,
    "orders": _orders,
    "ally": _ally,
}
