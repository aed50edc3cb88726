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
    open_, count = desk.prompt.tools[desk.side], desk.worlds.count
    usable = np.flatnonzero(open_.any(axis=1))
    if not len(usable):
        return np.full(count, -1, np.int8)
    values, able = np.zeros((len(usable) + 1, count)), np.ones((len(usable) + 1, count), np.bool_)
    capital, leaving = np.maximum(desk.worlds[f"capital/{SIDES[desk.side]}"], 1.0), _leaving(moves)
    for row, index in zip(values, usable.tolist(), strict=False):
        tool = desk.tables.instruments[index]
        np.subtract(_GAINS[tool.does](desk, leaving), _CAPITAL * tool.cost * 2.0 / (1.0 + capital), out=row)
    able[:-1] = open_[usable]
    found = quantal(values, able, _SHARPNESS * desk.strength, luck)
    return np.append(usable, -1).astype(np.int8)[found]


def _leaving(moves: Row) -> Row:
    """How near stepping back is to the best move, 0 to 1."""
    near: Row = np.rint(np.exp(np.minimum(moves[BACK] - moves.max(axis=0), 0.0)) * 1e9) / 1e9
    return near


def _better(desk: Desk, states: Row) -> Row:
    """By how much the best move is worth more in other states than in these; states is one for each position."""
    found, alike = desk.policy.moves[desk.round][desk.side], desk.alike[0]
    gain = found[alike.kind, :, :, states].max(axis=-1) - found[alike.kind, :, :, alike.states].max(axis=-1)
    return desk.mixed(gain.T)


def _channel(desk: Desk, leaving: Row) -> Row:
    """Half of what the state with an open channel is worth beside this one: the other may open it too."""
    return 0.5 * _better(desk, desk.policy.board.opened()[desk.alike[0].states]) + 0.5 * desk.trait("flex")


def _orders(desk: Desk, leaving: Row) -> Row:
    """Half the danger of one's own incidents, for the rounds to come."""
    alike = desk.alike[0]
    mean = prices.middle(desk.what, [alike.worlds[f"height/{side}"] for side in SIDES])
    lost = losing(prices.danger(desk.what, mean, 1.0))
    left = min(desk.what.rounds - desk.round, 3)
    already = alike.worlds[f"tight/{SIDES[desk.side]}"]
    saved = -desk.what.own.war * 0.25 * lost * 0.5 * left
    return desk.each(np.where(already, -2.0, saved * (1.0 + 0.5 * desk.trait("nuke"))))


def _reconnaissance(desk: Desk, leaving: Row) -> Row:
    """Worth most where it does not know."""
    return 1.6 - 3.2 * np.abs(desk.believes - 0.5)


def _signal(desk: Desk, leaving: Row) -> Row:
    """Looking firmer: half a step of everybody's reading, against a dearer retreat."""
    firmer = desk.policy.board.firmer(desk.side)[desk.alike[0].states]
    return 0.5 * _better(desk, firmer) - 0.5 * leaving


def _statement(desk: Desk, leaving: Row) -> Row:
    return _signal(desk, leaving) + 0.5 * desk.trait("bluff") + 0.4


def _alert(desk: Desk, leaving: Row) -> Row:
    return _signal(desk, leaving) + 0.4 * desk.trait("risk") + 0.8 * desk.kind + 0.6


def _ally(desk: Desk, leaving: Row) -> Row:
    """A cheaper way back, worth the more the likelier it is taken."""
    alike = desk.alike[0]
    height, exposure = alike.worlds[f"height/{SIDES[desk.side]}"], alike.worlds["exposure"]
    price = desk.each(prices.retreat(desk.what, desk.side, height, exposure, desk.round))
    return (1.0 - desk.what.own.retreat_ally) * price * (0.2 + leaving) + 0.3 * desk.trait("ally")


_GAINS = {
    "channel": _channel,
    "statement": _statement,
    "alert": _alert,
    "reconnaissance": _reconnaissance,
    "orders": _orders,
    "ally": _ally,
}
