"""How leaders of two kinds would play a standoff: a logit equilibrium by backward induction over what both can see.

In each public state and round both sides of either kind answer the other's choice by quantal response (McKelvey and
Palfrey 1995), so that a bluff is worth what the other makes of it. The table is made once; choosing is looking up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.minds.duel_board import ACTIONS, BACK, CLIMB, OFFERS, PRIVATE, Board, board
from game.minds.duel_worth import KINDS, Worth, hours, papers, worth_of
from game.model.bundle import Row
from game.model.tables import StandoffTable

_REPEATS = 5

#: How finely gains are told apart, per point: among moves, and in answers, where there is less to weigh.
SHARPNESS, SURENESS = 1.6, 2.2
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
    for round_ in reversed(range(what.rounds)):
        goes_on = hours(what, states, following)
        outcomes = _outcomes(worths[round_], goes_on)
        often = _equilibrium(states, outcomes, round_ >= what.back_from)
        values = _against(outcomes, often)
        following = _value(states, values, often)
        moves.append(np.round(values, 6))
        chosen.append(often)
        later.append(np.round(goes_on, 6))
    return Policy(states, worths, tuple(moves[::-1]), tuple(chosen[::-1]), tuple(later[::-1]))


def _outcomes(worth: Worth, goes_on: Row) -> Row:
    """What each pair of moves brings each side: (side, own kind, other's kind, own action, other's action, S)."""
    found = np.zeros((2, KINDS, KINDS, ACTIONS, ACTIONS, worth.states.count))
    for usa in range(ACTIONS):
        for ussr in range(ACTIONS):
            found[0, :, :, usa, ussr], found[1, :, :, ussr, usa] = _pair(worth, goes_on, (usa, ussr))
    return found


def _pair(worth: Worth, goes_on: Row, pair: tuple[int, int]) -> Row:
    """What one pair of moves brings: (side, own kind, other's kind, S)."""
    after = worth.states.after[pair]
    if pair == (BACK, BACK):
        return np.repeat(worth.at_once[:, :, None, after], KINDS, axis=2)
    if BACK in pair:
        return _left_standing(worth, pair.index(BACK), after)
    climbs = pair.count(CLIMB)
    stays = goes_on[climbs][:, :, worth.states.refused[pair]]
    value = np.repeat(stays[:, :, None], KINDS, axis=2)
    for side, action in enumerate(pair):
        if action in OFFERS:
            _mix_deal(worth, value, stays, side, action, after)
    return value


def _left_standing(worth: Worth, stepper: int, after: Row) -> Row:
    """A side steps back alone; the other follows as often as that is worth more to its kind than standing."""
    rival, value = 1 - stepper, np.zeros((2, KINDS, KINDS, len(after)))
    follows, stands = worth.follows[rival][:, after], worth.stands[rival][:, after]
    first, backs = worth.first[stepper][:, None, after], worth.backs[stepper][:, None, after]
    follow = _says(follows - stands)
    value[stepper] = backs + follow[None] * (first - backs)
    value[rival] = (stands + follow * (follows - stands))[:, None]
    return value


def _mix_deal(worth: Worth, value: Row, stays: Row, offerer: int, action: int, after: Row) -> None:
    """Mix into values what an offer brings where it is taken; a public one that is refused costs both."""
    own, taker = worth.what.own, 1 - offerer
    public, package = action != PRIVATE, worth.papers.fairest[action, offerer]
    given, taken = worth.deal(offerer, package)[:, None, after], worth.deal(taker, package)[:, after]
    takes = _says(taken - (stays[taker] - own.refuser_price * public))
    without = value[offerer] - (own.refused_price if public else own.refused_quietly)
    value[offerer] = without + takes[None] * (given - without)
    without = value[taker] - own.refuser_price * public
    value[taker] = without + takes[:, None] * (taken[:, None] - without)


def _says(gain: Row) -> Row:
    """How often a leader says yes to something that is worth so much more."""
    found: Row = 1.0 / (1.0 + np.exp(-np.minimum(np.maximum(SURENESS * gain, -40.0), 40.0)))
    return found


def _equilibrium(states: Board, outcomes: Row, back: bool) -> Row:
    """How often each move is chosen when each side answers the other's frequencies: (side, kind, actions, S).

    back says whether this round lets anybody step back.
    """
    often = np.ones((2, KINDS, ACTIONS, states.count))
    often[:, :, PRIVATE] *= states.channel
    often[:, :, BACK] *= back
    hard, shut = states.believed[::-1, None, None], states.channel == 0
    often /= often.sum(axis=2, keepdims=True)
    for _ in range(_REPEATS):
        values = _against(outcomes, often)
        mixed = values[:, :, 0] + hard * (values[:, :, 1] - values[:, :, 0])
        mixed[:, :, PRIVATE, shut] = -1e9
        mixed[:, :, BACK] += 0.0 if back else -1e9
        often = 0.4 * often + 0.6 * _respond(mixed)
    return often


def _against(outcomes: Row, often: Row) -> Row:
    """What each own move is worth against either kind of the other: (side, own kind, other's kind, actions, S)."""
    values: Row = np.einsum("xklabs,xlbs->xklas", outcomes, often[::-1], optimize=False)
    return values


def _respond(values: Row) -> Row:
    """Quantal response to values, (..., actions, S)."""
    weights = np.exp(SHARPNESS * (values - values.max(axis=-2, keepdims=True)))
    found: Row = weights / weights.sum(axis=-2, keepdims=True)
    return found


def _value(states: Board, values: Row, often: Row) -> Row:
    """What a round is worth to each kind of each side as it opens, (side, kind, S); a closed channel may yet open."""
    hard = states.believed[::-1, None, None]
    mixed = values[:, :, 0] + hard * (values[:, :, 1] - values[:, :, 0])
    found = (mixed * often).sum(axis=2)
    value: Row = 0.6 * found + 0.4 * found[:, :, states.opened()]
    return value


__all__ = ["SHARPNESS", "SURENESS", "Policy", "policy"]
