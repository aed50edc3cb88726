"""A tested claim in plain words: no more than the figures bear."""

from __future__ import annotations

from game.insight.compare import Bar, Compared
from game.insight.compare_effect import Effect, outcome_words
from game.model.causes import Premise
from game.model.people import SIDES
from game.model.scenario import Scenario

HOLDS, LEANS, TURNS, OPEN = "holds", "leans", "turns", "open"
WARNING = (
    "A model fitted to our own judgement. It shows what its assumptions imply, not what would have happened. One "
    "assumption is moved at a time, and a third choice may do better than either."
)

#: A road is called shorter where it has less than this share of the other's days.
SHORTER = 0.8

End = tuple[Bar, Premise, Effect]


def verdict(told: Compared) -> str:
    """holds: the difference keeps its direction at every end; leans: it is lost at some; turns: it turns round at some;
    open: these worlds cannot tell the choices apart.
    """
    signs = {found.sign for _, _, found in ends(told)}
    if not told.base.sign:
        return OPEN
    if -told.base.sign in signs:
        return TURNS
    return LEANS if 0 in signs else HOLDS


def ends(told: Compared) -> list[End]:
    """Every end of every assumption that was asked."""
    return [(bar, premise, found) for bar in told.bars for premise, found in bar.ends]


def sentences(scenario: Scenario, told: Compared) -> list[str]:
    """The answer: which way, how often, how sure, in how many worlds it mattered, and on what it hangs."""
    said = [figures(scenario, told), same(told), *lengths(told.base)]
    if not told.bars:
        return said
    kind = verdict(told)
    head = "Answer: " if kind == OPEN else f"Answer: {_way(scenario, told)} after A than after B "
    return [head + _ANSWERS[kind], *said, *_SAYINGS[kind](told)]


def _way(scenario: Scenario, told: Compared) -> str:
    """Which way the difference goes, without its size."""
    subject, less = outcome_words(scenario, told.claim.on), told.base.gap.share < 0
    if told.claim.on in SIDES:
        return f"{subject} is {'smaller' if less else 'greater'}"
    if "/" in told.claim.on:
        return f"{subject} is met {'less' if less else 'more'} often"
    return f"{subject} is {'rarer' if less else 'commoner'}"


_ANSWERS = {
    HOLDS: "in the model as it is, and wherever one assumption is moved.",
    LEANS: "in the model as it is. No assumption turns that round, but some leave it open.",
    TURNS: "in the model as it is, and the other way round on another assumption.",
    OPEN: "the model as it is cannot tell A from B here.",
}


def figures(scenario: Scenario, told: Compared) -> str:
    """Both shares, the difference and its interval."""
    base, subject = told.base, outcome_words(scenario, told.claim.on)
    if told.claim.on in SIDES:
        head = (
            f"{subject[0].upper()}{subject[1:]} is {base.first.share:.0%} after A and {base.second.share:.0%} after B"
        )
    else:
        verb = "is met" if "/" in told.claim.on else "comes"
        head = (
            f"{subject[0].upper()}{subject[1:]} {verb} in {_hundred(base.first.share)} of 100 worlds after A and in "
            f"{_hundred(base.second.share)} after B"
        )
    return f"{head}: a difference of {points(base.gap.share)} points (95 in 100 sure: {interval(base)})."


def same(told: Compared) -> str:
    """In how many worlds the choice made a difference, each way."""
    base = told.base
    less, more, rest = (_hundred(share) for share in (base.less, base.more, 1 - base.less - base.more))
    if told.claim.on in SIDES:
        each = f"it is greater after B in {less}, after A in {more}"
    else:
        each = f"{less} have it only after B, {more} only after A"
    return f"Of 100 worlds, {each}. In the other {rest} the choice made no difference to it."


def lengths(base: Effect) -> list[str]:
    """That one road is much shorter than the other, where it is: there is less time on it for anything to happen."""
    first, second = base.days
    if min(first, second) >= SHORTER * max(first, second):
        return []
    return [
        f"The game goes on for {first:.0f} days in the mean after A and for {second:.0f} after B. On the shorter road "
        "there is less time for anything to go wrong, or right."
    ]


def points(share: float) -> str:
    """A signed number of points."""
    return f"{100 * share:+.1f}".replace("-", "\u2212")


def interval(found: Effect) -> str:
    """The ends of the 95 % interval."""
    return f"{points(found.low)} to {points(found.high)}"


def _hundred(share: float) -> str:
    """Of 100 worlds, whole where that is enough."""
    return f"{100 * share:.1f}" if 0 < share < 0.0995 else f"{100 * share:.0f}"


def _holds(told: Compared) -> list[str]:
    least = min(ends(told), key=lambda end: abs(end[2].gap.share))
    most = max(ends(told), key=lambda end: abs(end[2].gap.share))
    return [
        f"The difference keeps its direction at both ends of each of {len(told.bars)} assumptions. It is smallest with "
        f"{named(least)}, largest with {named(most)}."
    ]


def _leans(told: Compared) -> list[str]:
    lost = [end for end in ends(told) if end[2].sign == 0]
    return [f"It never turns round, but these worlds cannot tell it from nothing with {_listed(lost)}."]


def _turns(told: Compared) -> list[str]:
    turned = [end for end in ends(told) if end[2].sign == -told.base.sign]
    lost = [end for end in ends(told) if end[2].sign == 0]
    rest = len(ends(told)) - len(turned) - len(lost)
    said = [f"It turns round with {_listed(turned)}."]
    if lost:
        said.append(f"It cannot be told from nothing with {_listed(lost)}.")
    return [*said, f"It keeps its direction at the other {rest} ends."]


def _open(told: Compared) -> list[str]:
    clear = [end for end in ends(told) if end[2].sign]
    said = "These worlds cannot tell the two choices apart in this outcome."
    return [f"{said} They can with {_listed(clear)}." if clear else f"{said} Nor can they at any end of a range."]


_SAYINGS = {HOLDS: _holds, LEANS: _leans, TURNS: _turns, OPEN: _open}


def named(end: End) -> str:
    """One end of an assumption, with the difference there."""
    bar, premise, found = end
    return f'"{bar.told.name}: {premise.says}" ({points(found.gap.share)})'


def _listed(found: list[End]) -> str:
    names = [named(end) for end in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
