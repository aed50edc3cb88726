"""Testing a claim about causes: what one choice rather than another does to an outcome, and what that rests on.

Each of the model's main assumptions is moved to both ends of its range, alone, with the same worlds as before: the
tornado shows on which of them the answer hangs. A model fitted to our own judgement answers, not history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from time import perf_counter

from game.insight.causes import PLAIN, Cast
from game.insight.compare_effect import Effect, Sums, effect, outcome_of, pair
from game.insight.roads import FREE, Fork, fork, reached
from game.insight.schools import assumptions, cast_at, cast_of, schools
from game.model.causes import Assumption, Footing, Premise
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.problems import GameError
from game.scenario.catalogue import load
from game.scenario.suggest import suggest

#: Worlds of one part, after which one can stop.
PART = 500
#: It stops by itself when the difference's standard error is not larger than this.
SHARP = 0.005


@dataclass(frozen=True)
class Claim:
    """That a choice rather than another moves an outcome; reading says who goes on after it."""

    scenario: str
    at: str
    choice: str
    than: str
    on: str = "war"
    reading: str = FREE
    worlds: int = 2_000
    seed: int = 1


@dataclass(frozen=True)
class Bar:
    """One assumption at both ends of its range; an end that could not be asked (its choices never open) is None."""

    id: str
    told: Assumption
    low: Effect | None
    high: Effect | None

    @property
    def ends(self) -> tuple[tuple[Premise, Effect], ...]:
        """The ends that could be asked, with what each assumes."""
        both = ((self.told.low, self.low), (self.told.high, self.high))
        return tuple((premise, found) for premise, found in both if found is not None)

    @property
    def width(self) -> float:
        """How far the difference moves from end to end."""
        found = [one.gap.share for _, one in self.ends]
        return max(found) - min(found) if found else 0.0


@dataclass(frozen=True)
class Compared:
    """A claim as far as it was tested. whole says whether nobody stopped it; decisions of the run are not counted."""

    claim: Claim
    base: Effect
    bars: tuple[Bar, ...]
    schools: dict[str, Effect | None]
    seconds: float
    whole: bool


@dataclass(frozen=True)
class Step:
    """How far a run has come: steps done of all, and what is being asked."""

    done: int
    all: int
    what: str


def compare(claim: Claim, by_school: bool = False, watch: Callable[[Step], None] | None = None) -> Compared:
    """Test a claim, then under each assumption's ends, or under each school. An interrupt ends it with what it has.

    Raises GameError where the claim names what is not there, or where its choices are never open together, and
    KeyboardInterrupt where it was stopped before it had anything.
    """
    scenario, begun = load(claim.scenario), perf_counter()
    _known(scenario, claim)
    tell = _Teller(len(schools()) if by_school else 2 * len(assumptions()), watch)
    base, whole = _base(scenario, claim, tell)
    if base is None and not whole:
        raise KeyboardInterrupt
    if base is None:
        raise GameError(f"'{claim.choice}' and '{claim.than}' are never open together at '{claim.at}'")
    paired = replace(claim, worlds=base[1])
    bars, found = list[Bar](), dict[str, Effect | None]()
    try:
        for name in _names(by_school) if whole else ():
            if by_school:
                tell(schools()[name].name)
                found[name] = _asked(scenario, paired, cast_of(name))
            else:
                bars.append(_bar(scenario, paired, name, base[0], tell))
    except KeyboardInterrupt:
        whole = False
    bars.sort(key=lambda bar: -bar.width)
    return Compared(paired, base[0], tuple(bars), found, perf_counter() - begun, whole)


def _names(by_school: bool) -> Iterable[str]:
    return schools() if by_school else assumptions()


class _Teller:
    """Counts the steps of a run and tells whoever watches."""

    def __init__(self, steps: int, watch: Callable[[Step], None] | None) -> None:
        self.steps, self.done, self.watch = steps + 1, 0, watch

    def __call__(self, what: str) -> None:
        if self.watch:
            self.watch(Step(self.done, self.steps, what))
        self.done += 1


def _known(scenario: Scenario, claim: Claim) -> None:
    """Raise GameError for a decision, choice or outcome that is not there, and for a choice beside itself."""
    decision = scenario.decisions.get(claim.at)
    if decision is None:
        raise GameError(f"'{claim.at}' is no decision of '{scenario.id}'", _near(claim.at, scenario.decisions))
    for name in (claim.choice, claim.than):
        if name not in decision.choices:
            raise GameError(f"'{name}' is no choice at '{claim.at}'", _near(name, decision.choices))
    if claim.choice == claim.than:
        raise GameError(f"'{claim.choice}' cannot be compared with itself", _near("", decision.choices))
    outcome_of(scenario, claim.on)


def _near(name: str, known: Iterable[str]) -> str:
    hint, _ = suggest(name, known)
    return hint or f"there are: {', '.join(known)}"


def _base(scenario: Scenario, claim: Claim, tell: _Teller) -> tuple[tuple[Effect, int] | None, bool]:
    """The claim in the model as it is, part by part until it is sharp enough; over how many worlds; whether whole."""
    tell("the claim as it stands")
    at, total, used = _fork(scenario, claim, PLAIN), Sums(), 0
    try:
        while used < claim.worlds and not (total.worlds and effect(total).gap.error <= SHARP):
            count = min(PART, claim.worlds - used)
            total += _sums(scenario, claim, at, claim.seed + used, count)
            used += count
    except KeyboardInterrupt:
        return ((effect(total), used) if total.worlds else None), False
    return ((effect(total), used) if total.worlds else None), True


def _bar(scenario: Scenario, claim: Claim, name: str, base: Effect, tell: _Teller) -> Bar:
    told = assumptions()[name]
    ends = list[Effect | None]()
    for premise, high in ((told.low, False), (told.high, True)):
        tell(f"{told.name}: {premise.says}")
        same = _nothing(premise, scenario, claim.reading)
        ends.append(base if same else _asked(scenario, claim, cast_at(name, high)))
    return Bar(name, told, ends[0], ends[1])


def _asked(scenario: Scenario, claim: Claim, cast: Cast) -> Effect | None:
    """The claim under other premises, with the same worlds; None where its choices are never open together."""
    total = _sums(scenario, claim, _fork(scenario, claim, cast), claim.seed, claim.worlds)
    return effect(total) if total.worlds else None


def _fork(scenario: Scenario, claim: Claim, cast: Cast) -> Fork:
    return fork(scenario, cast.tables(scenario), claim.at, cast.reading(claim.reading), cast=cast)


def _sums(scenario: Scenario, claim: Claim, at: Fork, first: int, count: int) -> Sums:
    places = at.choices.index(claim.choice), at.choices.index(claim.than)
    return pair(at, reached(scenario, at, count, first), places, outcome_of(scenario, claim.on))


def _nothing(premise: Premise, scenario: Scenario, reading: str) -> bool:
    """Whether a premise assumes only what holds anyway."""
    usa, ussr = (_without(getattr(premise, side), scenario.sides[side].leader) for side in SIDES)
    then = "as-asked" if premise.then == reading else premise.then
    bare = replace(premise, says="", because="", sources=(), then=then, usa=usa, ussr=ussr)
    return bare == Premise(says="")


def _without(footing: Footing, leader: str) -> Footing:
    return replace(footing, leader="") if footing.leader == leader else footing
