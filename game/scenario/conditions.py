"""Conditions of a scenario to the engine's tests."""

from __future__ import annotations

import math
from collections.abc import Mapping

from game.model.bundle import Cond, Test
from game.model.scenario import Scenario
from game.model.tables import RESULTS
from game.model.when import Condition, Range


def compile_condition(scenario: Scenario, condition: Condition) -> Cond:
    """Tests that must all hold; empty where the condition always holds."""
    tests: list[Test] = []
    tests += [("set", f"flag/{flag}", 0.0, 0.0) for flag in condition.flags]
    tests += [("unset", f"flag/{flag}", 0.0, 0.0) for flag in condition.unset]
    tests += _ranges("meter", condition.meters)
    tests += _ranges("relation", condition.relations)
    tests += [_range("tension", "tension", condition.tension)] if condition.tension else []
    tests += [_range("row", "settled", condition.settlement)] if condition.settlement else []
    tests += [("set" if true else "unset", f"fact/{fact}", 0.0, 0.0) for fact, true in condition.facts.items()]
    tests += [
        _one_of(f"chosen/{entry}", [_choice(scenario, entry, c) for c in choices])
        for entry, choices in condition.chosen.items()
    ]
    tests += [
        _one_of(f"result/{entry}", [RESULTS.index(r) + 1 for r in results])
        for entry, results in condition.result.items()
    ]
    if condition.any_:
        tests.append(("any", tuple(compile_condition(scenario, part) for part in condition.any_)))
    if condition.none:
        tests.append(("none", tuple(compile_condition(scenario, part) for part in condition.none)))
    return tuple(tests)


def _ranges(kind: str, ranges: Mapping[str, Range]) -> list[Test]:
    return [_range("row", f"{kind}/{name}", span) for name, span in ranges.items()]


def _range(kind: str, name: str, span: Range) -> Test:
    low = -math.inf if span.at_least is None else float(span.at_least)
    high = math.inf if span.at_most is None else float(span.at_most)
    return kind, name, low, high


def _choice(scenario: Scenario, entry: str, choice: str) -> int:
    """The number that the row chosen/ENTRY holds after a choice: its place, counted from 1."""
    return list(scenario.decisions[entry].choices).index(choice) + 1


def _one_of(row: str, numbers: list[int]) -> Test:
    if len(numbers) == 1:
        return "row", row, float(numbers[0]), float(numbers[0])
    return "any", tuple((("row", row, float(number), float(number)),) for number in numbers)
