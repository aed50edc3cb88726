"""Which offer to make, and what taking one is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine import standoff_prices as prices
from game.engine.standoff_scene import CLIMB
from game.engine.worlds import SIDES
from game.minds.duel_board import HOLD, PRIVATE, PUBLIC
from game.minds.duel_policy import SURENESS
from game.minds.duel_worth import Papers
from game.model.bundle import Row

if TYPE_CHECKING:
    from game.minds.duel import Desk

#: Points by which a leader prefers an offer as good as the one it has just made itself to none.
_CONSISTENT = 2.5


def values(desk: Desk) -> Row:
    """What each package is worth beside the fairest of its publicity, which the policy weighs: (packages, worlds)."""
    found, papers = _expected(desk), _papers(desk)
    private = papers.private[:-1]
    for action, which in ((PRIVATE, private), (PUBLIC, ~private)):
        best = papers.fairest[action, desk.side]
        if best < len(found):
            found[which] -= found[best]
    return found


def _papers(desk: Desk) -> Papers:
    return desk.policy.worths[desk.round].papers


def _expected(desk: Desk) -> Row:
    """What a package brings by how likely either kind of the other takes it: (packages, worlds)."""
    own, rival, what, alike = desk.side, 1 - desk.side, desk.what, desk.alike[0]
    states = desk.policy.board.refused[(PUBLIC, HOLD) if own == 0 else (HOLD, PUBLIC)][alike.states]
    later = desk.policy.later[desk.round][0]
    papers = _papers(desk)
    asking = prices.refused(what)[:-1, None]
    mine = _deal(alike, own, papers.terms[own, alike.kind].T[:-1])
    brings = []
    for kind in (0, 1):
        theirs = _deal(alike, rival, papers.terms[rival, kind][:-1, None])
        takes = 1.0 / (1.0 + np.exp(-SURENESS * np.clip(theirs - later[rival, kind][states], -40.0, 40.0)))
        goes_on = later[own][alike.kind, states] - asking
        brings.append(takes * mine + (1.0 - takes) * goes_on)
    return desk.mixed(np.stack(brings))


def _deal(desk: Desk, side: int, worth: Row) -> Row:
    """A deal's points: terms, relief, and the share of the retreat that it leaves to pay: (packages, worlds)."""
    price = desk.policy.worths[desk.round].price[side][desk.states]
    share = _papers(desk).share[:-1, None]
    found: Row = worth + desk.policy.worths[desk.round].eased[desk.states] - share * price
    return found


def taking(desk: Desk) -> Row:
    """What taking the other's offer is worth beside refusing it, (worlds,); 0 where there is none.

    Where its own offer of this round is still open, it does not refuse what is worth as much to it as that.
    """
    what, side = desk.what, desk.side
    package, asked = _offered(desk, 1 - side), _offered(desk, side)
    none = len(what.packages)
    deal = _brings(desk, package)
    climbed = (desk.moved(side) == CLIMB).astype(np.int64)
    firmer = desk.policy.board.firmer(side)[desk.states]
    goes_on = desk.policy.later[desk.round][climbed, side, desk.kind, firmer]
    fair = ~_papers(desk).private[package] & (prices.worth(what, side)[package] >= 0)
    gain = deal - goes_on + what.own.refuser_price * fair
    better = deal - _brings(desk, asked)
    gain = np.where((asked < none) & (better >= 0), np.maximum(gain, _CONSISTENT + better), gain)
    return np.where(package < none, gain, 0.0)


def _offered(desk: Desk, side: int) -> Row:
    """The package that a side offers this round; one past the last for none."""
    number = desk.worlds[f"offer/{SIDES[side]}"].astype(np.int64)
    found: Row = np.where(number > 0, number - 1, len(desk.what.packages))
    return found


def _brings(desk: Desk, package: Row) -> Row:
    """What a deal on one package a world is worth to this leader, (worlds,)."""
    worths, papers, side = desk.policy.worths[desk.round], _papers(desk), desk.side
    price, eased = worths.price[side][desk.states], worths.eased[desk.states]
    found: Row = papers.terms[side, desk.kind, package] + eased - papers.share[package] * price
    return found
