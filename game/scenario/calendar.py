"""The calendar of a scenario in the order in which every world walks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.choosing import Choice, Outcome
from game.model.entries import Decision, Event, Result, Standoff
from game.model.moment import minutes
from game.model.scenario import Scenario
from game.model.when import Condition, Effects

#: Top-level keys whose maps make the calendar. Entries of one minute keep this order, then that of the files.
KINDS = ("events", "decisions", "standoffs")


@dataclass(frozen=True)
class Dated:
    """One entry of the calendar: its minute, the key that it stands under, its id, and itself."""

    minute: int
    kind: str
    name: str
    entry: Decision | Event | Standoff

    @property
    def path(self) -> tuple[str, str]:
        """Where it stands in the scenario."""
        return self.kind, self.name

    @property
    def side(self) -> str:
        """The side that it asks: "usa", "ussr", "both", or "" for an event."""
        if isinstance(self.entry, Decision):
            return self.entry.side
        return "both" if isinstance(self.entry, Standoff) else ""

    @property
    def on_path(self) -> bool:
        """Whether it asks somebody and happened in history."""
        return not isinstance(self.entry, Event) and self.entry.history is not None


def calendar(scenario: Scenario) -> list[Dated]:
    """All dated entries, earliest first."""
    found = [
        Dated(minutes(entry.at), kind, name, entry) for kind in KINDS for name, entry in getattr(scenario, kind).items()
    ]
    return sorted(found, key=lambda dated: dated.minute)


Path = tuple[str | int, ...]


def conditions(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Every condition that opens something, with its path."""
    for kind in (*KINDS, "reports", "instruments", "incidents"):
        for name, thing in getattr(scenario, kind).items():
            yield (kind, name, "needs"), thing.needs
    for path, choice in choices(scenario):
        yield (*path, "needs"), choice.needs
        for result, outcome in choice.outcomes.items():
            yield (*path, "outcomes", result, "needs"), outcome.needs
    yield from _judged(scenario)


def _judged(scenario: Scenario) -> Iterator[tuple[Path, Condition]]:
    """Conditions of facts, endings, flows and aims."""
    for name, fact in scenario.facts.items():
        yield ("facts", name, "when"), fact.when
    for name, ending in scenario.endings.items():
        yield ("endings", name, "when"), ending.when
    for name, meter in scenario.meters.items():
        for place, flow in enumerate(meter.flows):
            yield ("meters", name, "flows", place, "when"), flow.when
    for side, told in scenario.sides.items():
        for name, aim in told.aims.items():
            yield ("sides", side, "aims", name, "when"), aim.when


def effects(scenario: Scenario) -> Iterator[tuple[Path, Effects]]:
    """Every set of effects, with its path."""
    for path, choice in choices(scenario):
        yield (*path, "effects"), choice.effects
    for path, result in results(scenario):
        yield (*path, "effects"), result.effects
    for name, standoff in scenario.standoffs.items():
        yield from _of_standoff(("standoffs", name), standoff)
    for name, incident in scenario.incidents.items():
        for label, response in incident.responses.items():
            yield ("incidents", name, "responses", label, "effects"), response.effects
    for kind, key in (("events", "effects"), ("instruments", "effects"), ("timers", "then")):
        for name, thing in getattr(scenario, kind).items():
            yield (kind, name, key), getattr(thing, key)


def _of_standoff(path: Path, standoff: Standoff) -> Iterator[tuple[Path, Effects]]:
    """What climbing and bargaining change."""
    for side, party in standoff.sides.items():
        for place, rung in enumerate(party.rungs):
            yield (*path, "sides", side, "rungs", place, "effects"), rung.effects
    for name, term in standoff.terms.items():
        yield (*path, "terms", name, "effects"), term.effects


def choices(scenario: Scenario) -> Iterator[tuple[Path, Choice]]:
    """Every choice of every decision, with its path."""
    for name, decision in scenario.decisions.items():
        for label, choice in decision.choices.items():
            yield ("decisions", name, "choices", label), choice


def results(scenario: Scenario) -> Iterator[tuple[Path, Outcome | Result]]:
    """Every outcome of a choice and every result of a standoff, with its path."""
    for path, choice in choices(scenario):
        for name, outcome in choice.outcomes.items():
            yield (*path, "outcomes", name), outcome
    for name, standoff in scenario.standoffs.items():
        for result, told in standoff.results.items():
            yield ("standoffs", name, "results", result), told
