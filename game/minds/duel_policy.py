"""How leaders of two kinds would play a standoff: a logit equilibrium by backward induction over what both can see.

In each public state and round both sides of either kind answer the other's choice by quantal response (McKelvey and
Palfrey 1995), so that a bluff is worth what the other makes of it. The table is made once; choosing is looking up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.minds.duel_board import ACTIONS, BACK, CLIMB, OFFERS, PRIVATE, Board, board
from game.minds.duel_worth import KINDS, Worth, hours, papers, worth_of
from game.model.tables import Row, StandoffTable

_REPEATS = 5
SHARPNESS = 1.25
_MADE: dict[int, tuple[StandoffTable, Policy]] = {}
_KEPT = 16


@dataclass(frozen=True)
class Policy:
    """What moves are worth, in points. moves[round] is (side, own kind, other's kind, actions, S).

    chosen[round] is how often they would be chosen, (side, kind, actions, S); later[round] what going on is worth after
    this round's hours, (climbs, side, kind, S), read in the state that the moves led to.
    """

    board: Board
    worths: tuple[Worth, ...]
    moves: tuple[Row, ...]
    chosen: tuple[Row, ...]
    later: tuple[Row, ...]


def policy(what: StandoffTable) -> Policy:
    """The policy of a standoff, made once for each table."""
    found = _MADE.get(id(what))
    if found is None or found[0] is not what:
        if len(_MADE) >= _KEPT:
            _MADE.clear()
        found = _MADE[id(what)] = (what, _solve(what))
    return found[1]


def _solve(what: StandoffTable) -> Policy:
    """From the last round to the first."""
    states = board(what)
    weighed = papers(what)
    worths = tuple(worth_of(what, weighed, states, round_) for round_ in range(what.rounds))
    moves, chosen, later = [], [], []
    following = worths[-1].dawn
    for worth in reversed(worths):
        goes_on = hours(what, states, following)
        outcomes = [_outcomes(worth, goes_on, side) for side in (0, 1)]
        often = _equilibrium(states, outcomes)
        values = _against(outcomes, often)
        following = _value(states, values, often)
        moves.append(np.round(values, 6))
        chosen.append(often)
        later.append(np.round(goes_on, 6))
    return Policy(states, worths, tuple(moves[::-1]), tuple(chosen[::-1]), tuple(later[::-1]))


def _outcomes(worth: Worth, goes_on: Row, side: int) -> Row:
    """What each pair of moves brings a side: (own kind, other's kind, own action, other's action, S)."""
    found = np.zeros((KINDS, KINDS, ACTIONS, ACTIONS, worth.states.count))
    for own in range(ACTIONS):
        for other in range(ACTIONS):
            pair = (own, other) if side == 0 else (other, own)
            found[:, :, own, other] = _pair(worth, goes_on, side, own, other, pair)
    return found


def _pair(worth: Worth, goes_on: Row, side: int, own: int, other: int, pair: tuple[int, int]) -> Row:
    """(own kind, other's kind, S) for one pair of moves."""
    states, rival = worth.states, 1 - side
    after, refused = states.after[pair], states.refused[pair]
    if own == BACK and other == BACK:
        return np.repeat(worth.at_once[side][:, None, after], KINDS, axis=1)
    if own == BACK or other == BACK:
        stepper = side if own == BACK else rival
        follow = _says(worth.follows[1 - stepper] - worth.stands[1 - stepper])[:, after]
        if stepper == side:
            first, backs = worth.first[side][:, None, after], worth.backs[side][:, None, after]
            both: Row = follow[None] * first + (1 - follow[None]) * backs
            return both
        gains = follow * worth.follows[side][:, after] + (1 - follow) * worth.stands[side][:, after]
        return np.repeat(gains[:, None], KINDS, axis=1)
    climbs = (own == CLIMB) + (other == CLIMB)
    stays = goes_on[climbs][:, :, refused]
    value = np.repeat(stays[side][:, None], KINDS, axis=1)
    for offerer, action in ((side, own), (rival, other)):
        if action in OFFERS:
            value = _offered(worth, value, stays, side, offerer, action, after)
    return value


def _offered(worth: Worth, value: Row, stays: Row, side: int, offerer: int, action: int, after: Row) -> Row:
    """Mix in what an offer brings where it is taken."""
    own = worth.what.own
    package, taker = worth.papers.fairest[action, offerer], 1 - offerer
    public = action != PRIVATE
    refusing = own.refuser_price * public
    takes = _says(worth.deal(taker, package)[:, after] - (stays[taker] - refusing))
    brings = worth.deal(side, package)[:, None, after]
    if offerer == side:
        return takes[None] * brings + (1 - takes[None]) * (value - own.refused_price * public)
    return takes[:, None] * brings + (1 - takes[:, None]) * (value - refusing)


def _says(gain: Row) -> Row:
    """How often a leader says yes to something that is worth so much more."""
    found: Row = 1.0 / (1.0 + np.exp(-np.minimum(np.maximum(SHARPNESS * gain, -40.0), 40.0)))
    return found


def _equilibrium(states: Board, outcomes: list[Row]) -> Row:
    """How often each move is chosen when each side answers the other's frequencies: (side, kind, actions, S)."""
    often = np.ones((2, KINDS, ACTIONS, states.count))
    often[:, :, PRIVATE] *= states.channel
    often /= often.sum(axis=2, keepdims=True)
    for _ in range(_REPEATS):
        values = _against(outcomes, often)
        often = 0.4 * often + 0.6 * np.stack([_respond(states, values[side], 1 - side) for side in (0, 1)])
    return often


def _against(outcomes: list[Row], often: Row) -> Row:
    """What each own move is worth against either kind of the other: (side, own kind, other's kind, actions, S)."""
    return np.stack([np.einsum("klabs,lbs->klas", outcomes[side], often[1 - side], optimize=False) for side in (0, 1)])


def _respond(states: Board, values: Row, rival: int) -> Row:
    """Quantal response of both kinds of a side, given what everybody reads of the rival: (kind, actions, S)."""
    hard = states.believed[rival]
    mixed = (1.0 - hard) * values[:, 0] + hard * values[:, 1]
    mixed[:, PRIVATE] = np.where(states.channel == 1, mixed[:, PRIVATE], -1e9)
    weights = np.exp(SHARPNESS * (mixed - mixed.max(axis=1, keepdims=True)))
    found: Row = weights / weights.sum(axis=1, keepdims=True)
    return found


def _value(states: Board, values: Row, often: Row) -> Row:
    """What a round is worth to each kind of each side as it opens, (side, kind, S); a closed channel may yet open."""
    rows = []
    for side in (0, 1):
        hard = states.believed[1 - side]
        mixed = (1.0 - hard) * values[side, :, 0] + hard * values[side, :, 1]
        rows.append((mixed * often[side]).sum(axis=1))
    found = np.stack(rows)
    return 0.6 * found + 0.4 * found[:, :, states.opened()]


__all__ = ["SHARPNESS", "Policy", "policy"]
