"""The shape of a scenario: its entries in order, what opens them, its endings; as data and as pictures in text."""

from __future__ import annotations

from typing import Any

from game.model.entries import Decision, Event, Standoff
from game.model.scenario import Scenario
from game.model.when import Condition
from game.scenario.calendar import Dated, calendar
from game.scenario.names import RESULTS

Graph = dict[str, Any]


def graph(scenario: Scenario) -> Graph:
    """Decisions, standoffs, events and endings with their links, as plain data.

    A link leads from a decision's choice (or a standoff's result, or an effect that sets a flag) to each entry and
    ending whose condition asks for it.
    """
    entries = calendar(scenario)
    return {
        "id": scenario.id,
        "title": scenario.title,
        "decisions": [_decision(one) for one in entries if isinstance(one.entry, Decision)],
        "standoffs": [_standoff(one) for one in entries if isinstance(one.entry, Standoff)],
        "events": [_event(one) for one in entries if isinstance(one.entry, Event)],
        "endings": [
            {"id": name, "title": ending.title, "kind": ending.kind, "history": ending.history}
            for name, ending in scenario.endings.items()
        ],
        "links": links(scenario),
    }


def _common(dated: Dated) -> Graph:
    return {
        "id": dated.name, "title": dated.entry.title, "side": dated.side, "date": dated.entry.at,
        "history": dated.on_path, "conditional": dated.entry.needs != Condition(),
    }  # fmt: skip


def _decision(dated: Dated) -> Graph:
    assert isinstance(dated.entry, Decision)
    past = dated.entry.history
    choices = [
        {"id": name, "label": choice.label, "exit": choice.exit, "standing": choice.standing,
         "history": bool(past and past.choice == name), "outcomes": list(choice.outcomes)}
        for name, choice in dated.entry.choices.items()
    ]  # fmt: skip
    return {**_common(dated), "choices": choices}


def _standoff(dated: Dated) -> Graph:
    assert isinstance(dated.entry, Standoff)
    past = dated.entry.history
    results = [{"id": name, "history": bool(past and past.result == name)} for name in RESULTS]
    return {**_common(dated), "results": results}


def _event(dated: Dated) -> Graph:
    assert isinstance(dated.entry, Event)
    return {**_common(dated), "history": dated.entry.standing == "documented", "chance": dated.entry.chance}


def links(scenario: Scenario) -> list[Graph]:
    """From each thing that a condition asks for to what it opens, each once, in order of the calendar."""
    setters = _setters(scenario)
    opened = [(one.name, one.entry.needs) for one in calendar(scenario)]
    opened += [(name, ending.when) for name, ending in scenario.endings.items()]
    found: dict[tuple[str, str, str], Graph] = {}
    for target, condition in opened:
        for source, by, kind in _asked(condition, setters):
            if source != target:
                found[source, by, target] = {"from": source, "by": by, "to": target, "kind": kind}
    for source, by, target in _ends(scenario):
        found[source, by, target] = {"from": source, "by": by, "to": target, "kind": "ends"}
    return list(found.values())


def _asked(condition: Condition, setters: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    """(entry, choice or result, kind) for everything that a condition asks for, its parts included."""
    asked = [(name, label, "opens") for name, labels in condition.chosen.items() for label in labels]
    asked += [(name, result, "opens") for name, results in condition.result.items() for result in results]
    asked += [(*setter, "opens") for flag in condition.flags for setter in setters.get(flag, [])]
    asked += [(*setter, "closes") for flag in condition.unset for setter in setters.get(flag, [])]
    for part in condition.any_:
        asked += _asked(part, setters)
    turned = {"opens": "closes", "closes": "opens"}
    for part in condition.none:
        asked += [(name, by, turned[kind]) for name, by, kind in _asked(part, setters)]
    return asked


def _setters(scenario: Scenario) -> dict[str, list[tuple[str, str]]]:
    """Flag to the (entry, choice or result) pairs that set it; "" where an event does."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, decision in scenario.decisions.items():
        for label, choice in decision.choices.items():
            for effects in (choice.effects, *(outcome.effects for outcome in choice.outcomes.values())):
                _note(found, effects.set_, name, label)
    for name, standoff in scenario.standoffs.items():
        for result, told in standoff.results.items():
            _note(found, told.effects.set_, name, result)
        within = [rung.effects for party in standoff.sides.values() for rung in party.rungs]
        for effects in (*within, *(term.effects for term in standoff.terms.values())):
            _note(found, effects.set_, name, "")
    for name, event in scenario.events.items():
        _note(found, event.effects.set_, name, "")
    return found


def _note(found: dict[str, list[tuple[str, str]]], flags: tuple[str, ...], name: str, by: str) -> None:
    for flag in flags:
        if (name, by) not in found.setdefault(flag, []):
            found[flag].append((name, by))


def _ends(scenario: Scenario) -> list[tuple[str, str, str]]:
    """(entry, choice or result, ending) for everything that ends the game at once."""
    found = [
        (name, label, outcome.end)
        for name, decision in scenario.decisions.items()
        for label, choice in decision.choices.items()
        for outcome in choice.outcomes.values()
    ]
    for name, duel in scenario.standoffs.items():
        found += [(name, result, told.end) for result, told in duel.results.items()]
    found += [(name, "", event.end) for name, event in scenario.events.items()]
    return [link for link in found if link[2]]
