"""Which instrument a leader uses beside its move in a standoff, if any: each by what it is expected to gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine import standoff_prices as prices
from game.engine.standoff_scene import BACK
from game.engine.worlds import SIDES
from game.minds.duel_worth import losing
from game.minds.mind import quantal
from game.model.bundle import Row

if TYPE_CHECKING:
    from game.minds.duel import Desk

#: How finely gains are told apart, and what a point of capital is worth to a leader, in points.
_SHARPNESS, _CAPITAL = 1.6, 1.3


def choose(desk: Desk, moves: Row, luck: Row) -> Row:
    """Index of an instrument or -1 in each world. moves are the values of its moves, (actions, worlds)."""
    open_ = desk.prompt.tools[desk.side]
    count = desk.worlds.count
    if not len(open_) or not open_.any():
        return np.full(count, -1, np.int8)
    capital = np.maximum(desk.worlds[f"capital/{SIDES[desk.side]}"], 1.0)
    tools = desk.tables.instruments
    values = [_gain(desk, tool.does, moves) - _CAPITAL * tool.cost * 2.0 / (1.0 + capital) for tool in tools]
    able = np.concatenate([open_, np.ones((1, count), np.bool_)])
    found = quantal(np.stack([*values, np.zeros(count)]), able, _SHARPNESS * desk.strength, luck)
    return np.where(found < len(tools), found, -1).astype(np.int8)


def _gain(desk: Desk, does: str, moves: Row) -> Row:
    return _GAINS[does](desk, moves)


def _channel(desk: Desk, moves: Row) -> Row:
    """Half of what the state with an open channel is worth beside this one: the other may open it too."""
    found = desk.policy.moves[desk.round][desk.side]
    opened = desk.policy.board.opened()[desk.states]
    gain = found[desk.kind, :, :, opened].max(axis=-1) - found[desk.kind, :, :, desk.states].max(axis=-1)
    return 0.5 * desk.mixed(gain.T) + 0.5 * desk.trait("flex")


def _orders(desk: Desk, moves: Row) -> Row:
    """Half the danger of one's own incidents, for the rounds to come."""
    mean = prices.middle(desk.what, [desk.worlds[f"height/{side}"] for side in SIDES])
    lost = losing(prices.danger(desk.what, mean, 1.0))
    left = min(desk.what.rounds - desk.round, 3)
    already = desk.worlds[f"tight/{SIDES[desk.side]}"]
    saved = -desk.what.own.war * 0.25 * lost * 0.5 * left
    return np.where(already, -2.0, saved * (1.0 + 0.5 * desk.trait("nuke")))


def _reconnaissance(desk: Desk, moves: Row) -> Row:
    """Worth most where it does not know."""
    return 1.6 - 3.2 * np.abs(desk.believes - 0.5)


def _signal(desk: Desk, moves: Row) -> Row:
    """Looking firmer: half a step of everybody's reading, against a dearer retreat."""
    found = desk.policy.moves[desk.round][desk.side]
    firmer = desk.policy.board.firmer(desk.side)[desk.states]
    gain = found[desk.kind, :, :, firmer].max(axis=-1) - found[desk.kind, :, :, desk.states].max(axis=-1)
    return 0.5 * desk.mixed(gain.T) - 0.5 * _leaving(moves)


def _statement(desk: Desk, moves: Row) -> Row:
    return _signal(desk, moves) + 0.5 * desk.trait("bluff") + 0.4


def _alert(desk: Desk, moves: Row) -> Row:
    return _signal(desk, moves) + 0.4 * desk.trait("risk") + 0.8 * desk.kind + 0.6


def _ally(desk: Desk, moves: Row) -> Row:
    """A cheaper way back, worth the more the likelier it is taken."""
    height, exposure = desk.worlds[f"height/{SIDES[desk.side]}"], desk.worlds["exposure"]
    price = prices.retreat(desk.what, desk.side, height, exposure, desk.round)
    return (1.0 - desk.what.own.retreat_ally) * price * (0.2 + _leaving(moves)) + 0.3 * desk.trait("ally")


def _leaving(moves: Row) -> Row:
    """How near stepping back is to the best move, 0 to 1."""
    near: Row = np.rint(np.exp(np.minimum(moves[BACK] - moves.max(axis=0), 0.0)) * 1e9) / 1e9
    return near


_GAINS = {
    "channel": _channel,
    "statement": _statement,
    "alert": _alert,
    "reconnaissance": _reconnaissance,
    "orders": _orders,
    "ally": _ally,
}
