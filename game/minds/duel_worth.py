"""What the ends of a standoff are worth to leaders of two kinds, in every public state of a round.

The irresolute leader (kind 0) wins and loses little, the resolute one (kind 1) much; both pay the same retreat.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import standoff_prices as prices
from game.minds.duel_board import PRIVATE, PUBLIC, Board
from game.model.bundle import Row
from game.model.parameters import DEFAULT
from game.model.tables import StandoffTable

KINDS = 2

#: What a resolute leader minds of a concession, beside an average one's feeling.
_CONCEDING = (0.7, 1.4)

#: Nodes of brittleness over which a leader averages (it cannot know its world's), and their weights.
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(9)
_BRITTLE = np.exp(DEFAULT.brittleness * _NODES)
_SHARE = _WEIGHTS / _WEIGHTS.sum()

#: The part of a dangerous answer that a leader expects of whoever owns the next incident.
_ANSWER = 0.75
_ANSWER_PRICE = 0.8


@dataclass(frozen=True)
class Papers:
    """What offers there are: terms (side, kind, packages + 1) in points, the share of the price of retreat that each

    leaves to pay, which are private, and the fairest of each publicity by (action, side). The last is no offer.
    """

    terms: Row
    share: Row
    private: Row
    fairest: dict[tuple[int, int], int]


def papers(what: StandoffTable) -> Papers:
    """The offers of a standoff, weighed once."""
    told = np.stack([terms(what, side) for side in (0, 1)])
    best = {(action, side): fairest(what, action, side) for action in (PRIVATE, PUBLIC) for side in (0, 1)}
    return Papers(told, prices.deal_share(what), prices.private(what), best)


@dataclass(frozen=True)
class Worth:
    """Values (side, kind, S): stands, backs: one backs alone; first, follows, at_once: both do; dawn."""

    what: StandoffTable
    papers: Papers
    states: Board
    price: Row
    stands: Row
    backs: Row
    first: Row
    follows: Row
    at_once: Row
    dawn: Row
    eased: Row

    def deal(self, side: int, package: int) -> Row:
        """What a deal is worth to both kinds of a side: (kind, S)."""
        value, share = self.papers.terms[side, :, package], self.papers.share[package]
        found: Row = value[:, None] + self.eased - share * self.price[side]
        return found


def worth_of(what: StandoffTable, weighed: Papers, states: Board, round_: int) -> Worth:
    """The worth of every end in one round (from 0)."""
    own, channel = what.own, states.channel == 1
    share = prices.seen(own.prize_seen, states.exposure)
    price = np.stack([prices.retreat(what, side, states.heights[side], states.exposure, round_) for side in (0, 1)])
    both = prices.together(what, channel, round_)
    opens = prices.first_share(what, channel)
    win, lose = _kinds(what, (own.win_soft, own.win_hard)), _kinds(what, (own.lose_soft, own.lose_hard))
    return Worth(
        what, weighed, states, price,
        stands=win * share - own.broken_trust * channel,
        backs=-price[:, None] - lose * share,
        first=_alike(both - opens * price),
        follows=_alike(both - own.follow_price * price),
        at_once=_alike(both - 0.5 * (opens + own.follow_price) * price),
        dawn=_dawn(what, states, win, lose),
        eased=prices.relief(what, channel, round_),
    )  # fmt: skip


def _kinds(what: StandoffTable, values: tuple[float, float]) -> Row:
    """A value by kind, scaled by each side's stake: (side, kind, 1)."""
    return np.array([[[value * stake] for value in values] for stake in what.stake])


def _alike(values: Row) -> Row:
    """The same for both kinds: (side, S) to (side, kind, S)."""
    return np.repeat(values[:, None], KINDS, axis=1)


def _dawn(what: StandoffTable, states: Board, win: Row, lose: Row) -> Row:
    usa, ussr = (prices.level(what, side, states.heights[side]) for side in (0, 1))
    ahead = np.stack([usa - ussr, ussr - usa])[:, None] * what.own.dawn
    found: Row = np.where(ahead > 0, win, lose) * ahead
    return found


def terms(what: StandoffTable, side: int) -> Row:
    """What packages are worth to both kinds of a side, (kind, packages + 1); a resolute one minds conceding more."""
    values = prices.worth(what, side)
    return np.stack([np.where(values < 0, values * mind, values) for mind in _CONCEDING])


def fairest(what: StandoffTable, action: int, side: int) -> int:
    """The package that a side offers first: good for both, a little better for itself; one past the last for none."""
    private = prices.private(what)
    able = private if action == PRIVATE else ~private
    own, other = (terms(what, who).mean(axis=0) for who in (side, 1 - side))
    score = np.where(able, np.minimum(own, other) + 0.3 * own, -np.inf)
    score[-1] = -99.0
    return int(np.argmax(score))


def hours(what: StandoffTable, states: Board, following: Row) -> Row:
    """Values of the hours after a round and all that follows, by climbs in it (0-2): (climbs, side, kind, S)."""
    own = what.own
    spread = (1.0 - own.spread) * following + own.spread * following[:, :, states.wider()]
    mean = prices.middle(what, (states.heights[0], states.heights[1]))
    risk = prices.danger(what, mean, np.where(states.channel == 1, DEFAULT.channel, 1.0))
    lost = losing(risk * _ANSWER)
    values = []
    for climbs in range(3):
        happens = prices.chance(prices.rate(what, mean, np.array(float(climbs)), np.array(0.1)))
        war = happens * lost
        values.append((1.0 - war) * spread + own.war * war - _ANSWER_PRICE * 0.5 * happens)
    return np.stack(values)


def losing(risk: Row) -> Row:
    """The chance of losing control at a risk, averaged over how brittle a world may be."""
    found = np.zeros(np.shape(risk))
    for brittle, share in zip(_BRITTLE, _SHARE, strict=True):
        found = found + share * (1.0 - np.exp(-brittle * risk))
    return found
