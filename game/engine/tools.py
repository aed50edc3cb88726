"""Instruments: what a side does beside its choice, for capital."""

from __future__ import annotations

import numpy as np

from game.engine import dice, readiness
from game.engine.acts import apply, sight
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.worlds import SIDES
from game.model.bundle import Row
from game.model.tables import InstrumentTable

#: How often reconnaissance reads the other's kind right; and, as log odds, that and 75 % of a hidden fact.
RIGHT_OF_KIND = 0.85
_KIND_ODDS, _FACT_ODDS = 1.735, 1.099
_ALLY_POINTS = 6.0


def use(draft: Draft, identity: int, round_: int, side: int, tool: Row) -> None:
    """Let a side use tool[w] (-1: none) in each world; identity and round key the dice."""
    using = tool >= 0
    if np.count_nonzero(using):
        with draft.only(using) as users:
            _use_each(users, dice.key(identity, round_, dice.TOOL, side), side, users.of(tool))


def _use_each(draft: Draft, draw: np.uint64, side: int, tool: Row) -> None:
    for index in np.unique(tool).tolist():
        with draft.only(tool == index) as part:
            _use(part, draw, side, draft.tables.instruments[index])


def _use(draft: Draft, draw: np.uint64, side: int, instrument: InstrumentTable) -> None:
    cause, own = Cause("instrument", instrument.id, side=side), SIDES[side]
    draft.told(cause, None, _known(instrument, side))
    apply(draft, instrument.bundle[side], 0, cause)
    capital = draft[f"capital/{own}"] - np.float32(instrument.cost)
    draft.move(f"capital/{own}", capital.astype(np.float32), cause, (side == 0, side == 1))
    draft[f"used/{own}/{instrument.id}"] = draft["now"]
    _RULES[instrument.does](draft, draw, side, cause)


def _known(instrument: InstrumentTable, side: int) -> tuple[bool, bool]:
    if bool(instrument.bundle[side].known[0] > 0):
        return True, True
    return side == 0, side == 1


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
    own, other, seen = SIDES[side], SIDES[1 - side], (side == 0, side == 1)
    right = dice.uniform(draft["seed"], draw) < RIGHT_OF_KIND
    sign = np.where(draft[f"resolute/{other}"] == right, _KIND_ODDS, -_KIND_ODDS)
    name = f"thinks/{own}"
    draft.move(name, shift(draft[name], sign), cause, seen)
    for place, fact in enumerate(draft.tables.facts):
        if not fact.knows[side]:
            luck = dice.uniform(draft["seed"], draw ^ np.uint64((place + 1) << 8)) < 0.75
            odds = np.where(draft[f"fact/{fact.id}"] == luck, _FACT_ODDS, -_FACT_ODDS)
            believed = f"belief/{own}/{fact.id}"
            after = shift(draft[believed].astype(np.float64), odds).astype(np.float32)
            draft.move(believed, after, cause, seen)


def _statement(draft: Draft, draw: np.uint64, side: int, cause: Cause) -> None:
    """Words in public work through their act and stance alone."""


_RULES = {
    "channel": _channel,
    "statement": _statement,
    "alert": _alert,
    "reconnaissance": _reconnaissance,
    "orders": _orders,
    "ally": _ally,
}
