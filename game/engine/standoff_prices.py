"""What things cost and bring in a standoff, in points, and how likely an accident is: formulas over rows.

A leader at the table and the rules read the same formulas. Sources: Fearon 1994 (a price of retreat that grows with
height and publicity), Schelling 1966 (the risk that nobody fully controls). Formulas and figures: docs/model.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.model.bundle import Row
from game.model.tables import StandoffTable

#: Levels of a ladder, whatever the number of its rungs: 0 where it starts, TOP on the last rung.
TOP = 4.0


def middle(what: StandoffTable, heights: Sequence[Row]) -> Row:
    """The height that danger goes by, 0 to TOP: between both levels, nearer to the higher side's."""
    return between(what, level(what, 0, heights[0]), level(what, 1, heights[1]))


def between(what: StandoffTable, first: Row, second: Row) -> Row:
    """The same for two levels: one side alone can bring the guns close."""
    share = what.own.higher_counts
    found: Row = share * np.maximum(first, second) + (1.0 - share) * np.minimum(first, second)
    return found


def level(what: StandoffTable, side: int, height: Row) -> Row:
    """A height in rungs as a level, 0 to TOP."""
    found: Row = height * (TOP / what.heights[side])
    return found


def seen(values: tuple[float, float, float], exposure: Row) -> Row:
    """The share that exposure (0, 1, 2) picks."""
    picked: Row = np.array(values)[exposure]
    return picked


def retreat(what: StandoffTable, side: int, height: Row, exposure: Row, round_: int | Row) -> Row:
    """The price of stepping back: grows with height, publicity and rounds passed (round_ counts from 0)."""
    own = what.own
    steep = own.retreat * (level(what, side, height) + 2.0) ** own.retreat_growth
    price: Row = steep * seen(own.retreat_seen, exposure) * (1.0 + own.retreat_late * round_)
    return price


def together(what: StandoffTable, channel: Row, round_: int) -> Row:
    """What stepping back together brings each: little in the first minutes, less without a channel."""
    own = what.own
    brings: Row = own.settle - own.settle_early * _haste(what, round_) - np.where(channel, 0.0, own.settle_mistrust)
    return brings


def relief(what: StandoffTable, channel: Row, round_: int) -> Row:
    """What having a deal brings each beside its terms: below 0 in the first minutes, less without a channel."""
    own = what.own
    brings: Row = own.relief - own.relief_early * _haste(what, round_) - np.where(channel, 0.0, own.relief_mistrust)
    return brings


def _haste(what: StandoffTable, round_: int) -> float:
    """How much too early a round (from 0) is for giving anything away: 1 in the first, 0 in the last."""
    return max(0.0, 1.0 - round_ / (what.rounds - 1)) ** 2


def first_share(what: StandoffTable, channel: Row) -> Row:
    """Share of the price of retreat that the first of two to step back pays."""
    share: Row = np.where(channel, what.own.first_price, what.own.first_price_blind)
    return share


def worth(what: StandoffTable, side: int) -> Row:
    """What each package is worth to a side before prices, shape (packages + 1,); the last, for none, is 0."""
    own = what.own
    values = np.zeros(len(what.packages) + 1)
    for place, (first, second, private) in enumerate(what.packages):
        for term in (first, second):
            if term >= 0:
                steps = what.worth[side, term]
                dear = own.term_public if steps < 0 and not private else 1.0
                values[place] += steps * own.term * dear
    return values


def sum_worth(what: StandoffTable) -> Row:
    """What each package is worth to both sides together, shape (packages + 1,)."""
    total: Row = worth(what, 0) + worth(what, 1)
    return total


def reads(what: StandoffTable, side: int) -> Row:
    """What an offer by a side says of its resolve, in log odds, shape (packages + 1,): little where it is fair.

    A package is a gift where it costs the side that offers it more than it brings, and brings the other something.
    """
    gift = (worth(what, side) < 0) & (worth(what, 1 - side) > 0)
    found: Row = np.where(gift, what.own.learn_gift, what.own.learn_offer)
    return found


def shared(what: StandoffTable) -> Row:
    """Whether a package costs neither side anything, shape (packages + 1,): then retreat costs little."""
    costless = [bool((what.worth[:, [t for t in package[:2] if t >= 0]] >= 0).all()) for package in what.packages]
    return np.array([*costless, False])


def private(what: StandoffTable) -> Row:
    """Whether a package is private, shape (packages + 1,); the last, for none, is False."""
    return np.array([*(package[2] == 1 for package in what.packages), False])


def refused(what: StandoffTable) -> Row:
    """What asking in vain costs, by package, shape (packages + 1,)."""
    price: Row = np.where(private(what), what.own.refused_quietly, what.own.refused_price)
    return price


def deal_share(what: StandoffTable) -> Row:
    """Share of the price of retreat that a deal leaves each to pay, shape (packages + 1,)."""
    share: Row = np.where(shared(what), what.own.follow_price, what.own.deal_price)
    return share


def rate(what: StandoffTable, mean: Row, climbs: Row, ready: Row) -> Row:
    """Incidents expected in a round, by mean level, climbs and readiness (both sides summed)."""
    expected: Row = contact(what, mean, climbs) * armed(what, ready)
    return expected


def contact(what: StandoffTable, mean: Row, climbs: Row | float) -> Row:
    """The same while readiness is as in peace."""
    own = what.own
    base = what.contact * own.rate * np.exp(own.rate_growth * (mean - 1.0))
    expected: Row = base * (1.0 + own.rate_climb * climbs)
    return expected


def armed(what: StandoffTable, ready: Row) -> Row:
    """By how much readiness (both sides summed) raises the rate of incidents."""
    factor: Row = 1.0 + what.own.rate_ready * np.maximum(ready - 0.1, 0.0)
    return factor


def chance(expected: Row) -> Row:
    """The chance of at least one of what is expected so many times, rounded to 1e-9."""
    found: Row = np.rint((1.0 - np.exp(-expected)) * 1e9) / 1e9
    return found


def danger(what: StandoffTable, mean: Row, safer: Row | float) -> Row:
    """How dangerous an incident is before brittleness and answer; safer is the factor of channel and tight orders."""
    own = what.own
    base = what.contact * own.escalation * np.exp(own.escalation_growth * (mean - 1.0))
    found: Row = np.rint(base * safer * 1e12) / 1e12
    return found
