"""The calendar to tables: decisions with their outcomes, events, standoffs."""

from __future__ import annotations

import numpy as np

from game.model.choosing import Choice
from game.model.entries import Decision, Event, Standoff
from game.model.identity import identity
from game.model.moment import minutes
from game.model.tables import DecisionTable, EntryTable, EventTable, OutcomeTable, StandoffTable
from game.scenario.bundles import PUBLICITY, SIDES, Branch, Maker, hardness
from game.scenario.conditions import compile_condition
from game.scenario.duel import compile_standoff


def seen_by(sides: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether each side is among some."""
    return "usa" in sides, "ussr" in sides


def compile_calendar(maker: Maker) -> tuple[EntryTable, ...]:
    """Entries in order of time; those of one minute keep events first, then their order in the files."""
    scenario = maker.scenario
    found = [_entry(maker, "event", name, told) for name, told in scenario.events.items()]
    found += [_entry(maker, "decision", name, told) for name, told in scenario.decisions.items()]
    found += [_entry(maker, "standoff", name, told) for name, told in scenario.standoffs.items()]
    return tuple(sorted(found, key=lambda entry: entry.minute))


def _entry(maker: Maker, kind: str, name: str, told: Decision | Event | Standoff) -> EntryTable:
    needs = compile_condition(maker.scenario, told.needs)
    what: DecisionTable | EventTable | StandoffTable
    if isinstance(told, Decision):
        what, on_path = _decision(maker, told), told.history is not None
    elif isinstance(told, Event):
        what, on_path = _event(maker, name, told), told.standing == "documented"
    else:
        what, on_path = compile_standoff(maker, told), told.history is not None
    return EntryTable(name, kind, minutes(told.at), identity(name), needs, what, on_path)


def _event(maker: Maker, name: str, told: Event) -> EventTable:
    bundle = maker.bundle([Branch(name, acts=told.acts, effects=(told.effects,), end=told.end)])
    return EventTable(told.chance / 100, seen_by(told.seen_by), bundle)


def _decision(maker: Maker, told: Decision) -> DecisionTable:
    scenario, side = maker.scenario, SIDES.index(told.side)
    branches, first = _branches(maker, told, side)
    history, history_branch = _history(told, first)
    return DecisionTable(
        side=side,
        choices=tuple(told.choices),
        open=tuple(compile_condition(scenario, choice.needs) for choice in told.choices.values()),
        outcomes=_outcomes(maker, told, first),
        bundle=maker.bundle(branches),
        history=history,
        history_branch=history_branch,
        exits=np.array([choice.exit for choice in told.choices.values()]),
    )


def _branches(maker: Maker, told: Decision, side: int) -> tuple[list[Branch], list[int]]:
    """Every choice with each of its outcomes, and where each choice's branches begin."""
    hard = hardness(maker.weight(choice.act) if choice.act else 0.0 for choice in told.choices.values())
    branches, first = list[Branch](), list[int]()
    for place, (name, choice) in enumerate(told.choices.items()):
        first.append(len(branches))
        branches += [_branch(name, label, side, choice, hard[place]) for label in choice.outcomes]
    return branches, first


def _branch(name: str, label: str, side: int, choice: Choice, hard: float) -> Branch:
    outcome = choice.outcomes[label]
    publicity = choice.act.publicity if choice.act else "secret"
    return Branch(
        id=f"{name}/{label}",
        side=side,
        acts=((choice.act,) if choice.act else ()) + outcome.acts,
        effects=(choice.effects, outcome.effects),
        order=choice.order or 0,
        stance=choice.stance,
        force=choice.force,
        settles=outcome.settles,
        end=outcome.end,
        hard=hard if PUBLICITY[publicity] else 0.0,
        publicity=publicity,
    )


def _outcomes(maker: Maker, told: Decision, first: list[int]) -> OutcomeTable:
    width = max(len(choice.outcomes) for choice in told.choices.values())
    weights = np.zeros((len(told.choices), width))
    for place, choice in enumerate(told.choices.values()):
        weights[place, : len(choice.outcomes)] = [outcome.chance for outcome in choice.outcomes.values()]
    needs = tuple(
        compile_condition(maker.scenario, outcome.needs)
        for choice in told.choices.values()
        for outcome in choice.outcomes.values()
    )
    return OutcomeTable(np.array(first), weights, needs, not any(needs))


def _history(told: Decision, first: list[int]) -> tuple[int, int]:
    """Place of the documented choice and of its documented branch; -1 off the historical path."""
    if told.history is None:
        return -1, -1
    choice = list(told.choices).index(told.history.choice)
    outcomes = list(told.choices[told.history.choice].outcomes)
    return choice, first[choice] + (outcomes.index(told.history.outcome) if told.history.outcome else 0)
