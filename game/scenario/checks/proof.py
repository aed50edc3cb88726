"""Whether conditions can hold, and whether one of several always does, by trying every case that matters.

A condition speaks of a few things: flags and facts (two cases each), choices and results (one case each, and none),
numbers (the cases around each bound that is mentioned). Where the cases are too many nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from game.model.scenario import Scenario
from game.model.when import Condition, Range
from game.scenario.names import RESULTS

MOST = 20_000
#: Half a step beyond a bound that a scenario can tell apart.
BESIDE = 1e-3

Thing = tuple[str, str]
World = dict[Thing, object]


def can_hold(conditions: Sequence[Condition], scenario: Scenario) -> bool:
    """Whether some world meets all conditions at once; True where that cannot be settled."""
    worlds = cases(conditions, scenario)
    return worlds is None or any(all(holds(one, world) for one in conditions) for world in worlds)


def always_one(options: Sequence[Condition], given: Condition, scenario: Scenario) -> bool:
    """Whether in every world that meets `given` at least one option holds; False where that cannot be settled."""
    if any(option == Condition() for option in options):
        return True
    worlds = cases([*options, given], scenario)
    return worlds is not None and all(
        any(holds(option, world) for option in options) for world in worlds if holds(given, world)
    )


def holds(condition: Condition, world: World) -> bool:
    """Whether a condition holds in one case."""
    parts = [world["flag", flag] is True for flag in condition.flags]
    parts += [world["flag", flag] is False for flag in condition.unset]
    parts += [world["fact", fact] is true for fact, true in condition.facts.items()]
    parts += [world.get(("chosen", name)) in wanted for name, wanted in condition.chosen.items()]
    parts += [world.get(("result", name)) in wanted for name, wanted in condition.result.items()]
    parts += [_within(world[thing], span) for thing, span in ranges(condition)]
    parts += [any(holds(part, world) for part in condition.any_)] if condition.any_ else []
    parts += [not holds(part, world) for part in condition.none]
    return all(parts)


def _within(number: object, span: Range) -> bool:
    assert isinstance(number, float)
    low = span.at_least is None or number >= span.at_least
    return low and (span.at_most is None or number <= span.at_most)


def ranges(condition: Condition) -> Iterator[tuple[Thing, Range]]:
    """Every number that a condition itself speaks of, with its range; not those of its parts."""
    for meter, span in condition.meters.items():
        yield ("meter", meter), span
    for relation, span in condition.relations.items():
        yield ("relation", relation), span
    if condition.tension:
        yield ("tension", ""), condition.tension
    if condition.settlement:
        yield ("settlement", ""), condition.settlement


def flat(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Conditions and all conditions inside them."""
    for condition in conditions:
        yield condition
        yield from flat((*condition.any_, *condition.none))


def cases(conditions: Sequence[Condition], scenario: Scenario) -> Iterator[World] | None:
    """Every case that could matter to the conditions; None where there are too many."""
    domains: dict[Thing, set[object]] = {}
    for condition in flat(conditions):
        for thing, values in _values(condition, scenario):
            domains.setdefault(thing, set()).update(values)
    count = 1
    for values in domains.values():
        count *= len(values)
    if count > MOST:
        return None
    return (dict(zip(domains, chosen, strict=True)) for chosen in product(*domains.values()))


def _values(condition: Condition, scenario: Scenario) -> Iterator[tuple[Thing, Iterable[object]]]:
    for flag in (*condition.flags, *condition.unset):
        yield ("flag", flag), (True, False)
    for fact in condition.facts:
        chance = scenario.facts[fact].chance if fact in scenario.facts else 50
        yield ("fact", fact), [True] * (chance > 0) + [False] * (chance < 100)
    for name, wanted in condition.chosen.items():
        if name in scenario.decisions:
            decision = scenario.decisions[name]
            yield ("chosen", name), (*decision.choices, *wanted, *_skipped(decision.needs))
    for name in condition.result:
        if name in scenario.standoffs:
            yield ("result", name), (*RESULTS, *_skipped(scenario.standoffs[name].needs))
    for thing, span in ranges(condition):
        yield thing, _around(span, *_bounds(thing, scenario))


def _skipped(needs: Condition) -> tuple[object, ...]:
    """The case that an entry never opened, where it need not open."""
    return () if needs == Condition() else (None,)


def _bounds(thing: Thing, scenario: Scenario) -> tuple[float, float]:
    kind, name = thing
    if kind == "meter" and name in scenario.meters:
        return scenario.meters[name].low, scenario.meters[name].high
    return {"relation": (-100.0, 100.0), "settlement": (0.0, 1.0)}.get(kind, (0.0, 100.0))


def _around(span: Range, low: float, high: float) -> set[object]:
    """The numbers that tell the sides of each bound apart, within what the number can be at all."""
    marks = [mark for mark in (span.at_least, span.at_most) if mark is not None]
    tried = [low, high, *(near for mark in marks for near in (mark - BESIDE, float(mark), mark + BESIDE))]
    return {float(number) for number in tried if low <= number <= high}
