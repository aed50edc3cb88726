"""How odds become words: figures in 100 worlds with their error, bands, and what odds are and are not."""

from __future__ import annotations

from game.insight.odds import Asked
from game.insight.odds_figures import Figures, Share, Three
from game.model.scenario import Scenario
from game.views import words

WARNING = "A model fitted to our own judgement. It shows what its assumptions imply, not what would have happened."
#: Errors in 100 that are only the dust of adding up.
DUST = 1e-5
THEN = {"history": "then history", "free": "then free play"}
READINGS = {
    "history": "Then history: after the order both sides do what was done then, where they still can.",
    "free": "Then free play: after the order both leaders choose for themselves.",
}
HOW = (
    "All figures are out of 100: so many worlds end so, or so many of a side's aims are met. ± is one standard error: "
    "with endlessly many worlds the figure would lie within two of them, 19 times in 20."
)
BAND = (
    "War is given for a world of middling brittleness; in brackets for one of the sturdiest and one of the most "
    "brittle of twenty. How brittle the real world was, nobody knows."
)


def reading(scenario: Scenario, asked: Asked) -> str:
    """What a reading is, and who plays on in it."""
    if asked.reading == "history":
        return READINGS["history"]
    usa, ussr = scenario.sides["usa"].name, scenario.sides["ussr"].name
    return (
        f"Then free play: after the order {words.player(scenario, 'usa', asked.usa)} plays {usa} and "
        f"{words.player(scenario, 'ussr', asked.ussr)} plays {ussr}; leaders think no further than one reply here."
    )


def points(figure: Share) -> str:
    """A share in 100 with its error, to the decimals that the error allows: "36 ± 0.5", "1.7 ± 0.1"."""
    return with_error(100 * figure.share, 100 * figure.error)


def with_error(value: float, error: float) -> str:
    """A value with its standard error, both to the error's first digit; the error is never rounded down to nothing."""
    if error <= DUST:
        return f"{round(value, 1):g} ± 0"
    places = decimals(value, error)
    return f"{_rounded(value, places)} ± {_rounded(max(error, 10.0**-places), places)}"


def gained(figure: Share) -> str:
    """A difference in 100 with its sign and error: "+3.1 ± 0.4"; nothing at all where it is exactly nothing."""
    if max(abs(100 * figure.share), 100 * figure.error) <= DUST:
        return "no difference"
    told = with_error(abs(100 * figure.share), 100 * figure.error)
    some = float(told.partition(" ")[0]) > 0
    return f"{'' if not some else '+' if figure.share > 0 else '−'}{told}"


def turned(figure: Share) -> Share:
    """A difference seen from the other side."""
    return Share(-figure.share, figure.error)


def decimals(value: float, error: float) -> int:
    """How many decimals an error leaves room for: one at most from 10 on, two below."""
    most = 1 if value >= 10 else 2
    return next((places for places in range(most) if error >= 0.95 * 10.0**-places), most)


def _rounded(value: float, places: int) -> str:
    """To so many decimals; nothing at all is "0"."""
    return f"{value:.{places}f}" if value else "0"


def war(one: Figures) -> str:
    """War as a median with its error, and the band where its ends differ: "1.7 ± 0.1 (1.2 to 6.9)"."""
    ends = span(one.war)
    return with_error(100 * one.war[1], 100 * one.war_errors[1]) + (f" ({ends})" if " to " in ends else "")


def span(war_: Three) -> str:
    """The ends of the band: "0.1 to 9"."""
    low, high = brief(100 * war_[0]), brief(100 * war_[2])
    return f"{low} to {high}" if low != high else low


def brief(value: float) -> str:
    """A figure in 100 to about two digits: "9", "1.4", "0.2", "under 0.1", "0"."""
    if value <= 0:
        return "0"
    if value < 0.1:
        return "under 0.1"
    return f"{value:.0f}" if value >= 9.95 else f"{value:.1f}".removesuffix(".0")


def thousands(count: int) -> str:
    """A count that can be read: "10,000"."""
    return f"{count:,}"
