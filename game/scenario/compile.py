"""A Scenario to the engine's Tables: ids to rows, conditions to tests, everything that can happen to branches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.model.choosing import Choice, Incident, Instrument
from game.model.entries import Decision, Event, Standoff
from game.model.identity import identity
from game.model.moment import minutes
from game.model.parameters import DEFAULT, Parameters
from game.model.scenario import Scenario
from game.model.tables import (
    BeforeAct, DecisionTable, EndingTable, EntryTable, EventTable, FactTable, IncidentTable, InstrumentTable, MeterTable,
    OutcomeTable, ReportTable, SideTable, Stage, StandoffTable, Tables, TimerTable,
)  # fmt: skip
from game.model.when import Act
from game.scenario.bundles import PUBLICITY, SIDES, Branch, Maker, hardness
from game.scenario.cameo import weights
from game.scenario.chronicle import before, chronicle
from game.scenario.conditions import compile_condition
from game.scenario.duel import compile_standoff

NEVER, ALWAYS = -(2**31) + 1, 2**31 - 1


def compile_scenario(scenario: Scenario, parameters: Parameters = DEFAULT) -> Tables:
    """The tables of a scenario that has passed its checks; KeyError or ValueError where it has not."""
    maker = Maker(scenario, weights(), parameters)
    entries = _entries(maker)
    return Tables(
        id=scenario.id, starts=minutes(scenario.starts),
        sides=(_side(scenario, "usa"), _side(scenario, "ussr")),
        meters=tuple(
            MeterTable(name, m.low, m.high, m.start, float("nan") if m.rest is None else m.rest, m.half_life / 0.6931471805599453, _seen(m.seen_by))
            for name, m in scenario.meters.items()
        ),
        flags={name: _seen(flag.seen_by) for name, flag in scenario.flags.items()},
        relations={pair: relation.rest for pair, relation in scenario.relations.items()},
        facts=tuple(
            FactTable(name, f.chance / 100, _seen(f.known_to), (f.believed.get("usa", 50.0) / 100, f.believed.get("ussr", 50.0) / 100))
            for name, f in scenario.facts.items()
        ),
        reports=tuple(
            ReportTable(name, SIDES.index(r.to), minutes(r.at), r.about, r.reliability / 100, compile_condition(scenario, r.needs))
            for name, r in scenario.reports.items()
        ),
        timers=tuple(
            TimerTable(name, t.hours * 60, _seen(t.seen_by), maker.bundle([Branch(name, effects=(t.then,))])) for name, t in scenario.timers.items()
        ),
        entries=entries,
        instruments=tuple(_instrument(maker, name, tool) for name, tool in scenario.instruments.items()),
        incidents=tuple(_incident(maker, name, incident) for name, incident in scenario.incidents.items()),
        endings=tuple(
            EndingTable(name, compile_condition(scenario, e.when), e.kind == "war", e.history) for name, e in scenario.endings.items()
        ),
        before=_before(maker), stages=_stages(entries), parameters=parameters,
    )  # fmt: skip


def _seen(sides: tuple[str, ...]) -> tuple[bool, bool]:
    return "usa" in sides, "ussr" in sides


def _side(scenario: Scenario, side: str) -> SideTable:
    told = scenario.sides[side]
    wants = tuple((name if name == "tension" else f"meter/{name}", weight) for name, weight in told.wants.items())
    aims = tuple((name, compile_condition(scenario, aim.when)) for name, aim in told.aims.items())
    return SideTable(side, f"meter/{told.standing}", f"meter/{told.alliance}", told.capital, wants, aims)


def _entries(maker: Maker) -> tuple[EntryTable, ...]:
    """The calendar in order of time; entries of one minute keep events first, then their order in the files."""
    scenario = maker.scenario
    found = [_entry(maker, "event", name, event.at, event) for name, event in scenario.events.items()]
    found += [_entry(maker, "decision", name, decision.at, decision) for name, decision in scenario.decisions.items()]
    found += [_entry(maker, "standoff", name, duel.at, duel) for name, duel in scenario.standoffs.items()]
    return tuple(sorted(found, key=lambda entry: entry.minute))


def _entry(maker: Maker, kind: str, name: str, at: str, told: Decision | Event | Standoff) -> EntryTable:
    needs = compile_condition(maker.scenario, told.needs)
    what: DecisionTable | EventTable | StandoffTable
    if isinstance(told, Decision):
        what, on_path = _decision(maker, told), told.history is not None
    elif isinstance(told, Event):
        branch = Branch(name, acts=told.acts, effects=(told.effects,), end=told.end)
        what, on_path = EventTable(told.chance / 100, _seen(told.seen_by), maker.bundle([branch])), told.standing == "documented"
    else:
        what, on_path = compile_standoff(maker, told), told.history is not None
    return EntryTable(name, kind, minutes(at), identity(name), needs, what, on_path)


def _decision(maker: Maker, told: Decision) -> DecisionTable:
    scenario, side = maker.scenario, SIDES.index(told.side)
    hard = hardness(_friendly(maker, choice) for choice in told.choices.values())
    branches, first, needs = list[Branch](), list[int](), []
    width = max(len(choice.outcomes) for choice in told.choices.values())
    weights = np.zeros((len(told.choices), width))
    for place, (name, choice) in enumerate(told.choices.items()):
        first.append(len(branches))
        for index, (label, outcome) in enumerate(choice.outcomes.items()):
            weights[place, index] = outcome.chance
            needs.append(compile_condition(scenario, outcome.needs))
            branches.append(_branch(name, label, side, choice, hard[place]))
    return DecisionTable(
        side, tuple(told.choices), tuple(compile_condition(scenario, c.needs) for c in told.choices.values()),
        OutcomeTable(np.array(first), weights, tuple(needs), not any(needs)), maker.bundle(branches),
        *_history(told, first), exits=np.array([choice.exit for choice in told.choices.values()]),
    )  # fmt: skip


def _friendly(maker: Maker, choice: Choice) -> float:
    return maker.weight(choice.act) if choice.act else 0.0


def _branch(name: str, label: str, side: int, choice: Choice, hard: float) -> Branch:
    outcome = choice.outcomes[label]
    acts = ((choice.act,) if choice.act else ()) + outcome.acts
    publicity = choice.act.publicity if choice.act else "secret"
    return Branch(
        f"{name}/{label}", side, acts, (choice.effects, outcome.effects), choice.order or 0, choice.stance, choice.force,
        outcome.settles, outcome.end, hard=hard if PUBLICITY[publicity] else 0.0, publicity=publicity,
    )  # fmt: skip


def _history(told: Decision, first: list[int]) -> tuple[int, int]:
    if told.history is None:
        return -1, -1
    choice = list(told.choices).index(told.history.choice)
    outcomes = list(told.choices[told.history.choice].outcomes)
    outcome = outcomes.index(told.history.outcome) if told.history.outcome else 0
    return choice, first[choice] + outcome


def _instrument(maker: Maker, name: str, tool: Instrument) -> InstrumentTable:
    scenario = maker.scenario
    has = (tool.side in ("", "usa"), tool.side in ("", "ussr"))
    stance = "threatens" if tool.does == "statement" else "none"
    hard = max(-maker.weight(tool.act), 0.0) if tool.act else 0.0
    publicity = tool.act.publicity if tool.act else "secret"
    usa, ussr = (
        maker.bundle([Branch(name, side, _facing(tool, side), (tool.effects,), stance=stance, hard=hard, publicity=publicity)]) for side in (0, 1)
    )
    return InstrumentTable(name, tool.does, has, tool.cost, tool.cooldown * 60, compile_condition(scenario, tool.needs), (usa, ussr))


def _facing(tool: Instrument, side: int) -> tuple[Act, ...]:
    """A shared instrument is written once: its act is done to whoever the other side is."""
    return (replace(tool.act, by=SIDES[side], on=SIDES[1 - side]),) if tool.act else ()


def _incident(maker: Maker, name: str, told: Incident) -> IncidentTable:
    side = SIDES.index(told.side)
    responses = [
        Branch(label, side, (r.act,) if r.act else (), (r.effects,), hard=0.3 if r.firm else -0.2, publicity=r.act.publicity if r.act else "private")
        for label, r in told.responses.items()
    ]
    return IncidentTable(
        name, side, told.place in ("calendar", "both"), told.place in ("standoff", "both"), told.weight, told.visible,
        minutes(told.after) if told.after else NEVER, minutes(told.before) if told.before else ALWAYS, told.alert,
        compile_condition(maker.scenario, told.needs), maker.shock(told.shock), told.danger, tuple(told.responses),
        np.array([*(r.factor for r in told.responses.values()), 1.0]), np.array([*(r.firm for r in told.responses.values()), False]),
        maker.bundle(responses),
    )  # fmt: skip


def _before(maker: Maker) -> tuple[BeforeAct, ...]:
    """The dated acts that lead up to the first day: the scenario's own, or the shared chronicle."""
    start = minutes(maker.scenario.starts)
    own = [(minutes(told.date), told.act) for told in maker.scenario.before]
    return before(maker, own or [(dated.minute, dated.act) for dated in chronicle() if dated.minute < start])


def _stages(entries: tuple[EntryTable, ...]) -> tuple[Stage, ...]:
    stages = list[Stage]()
    for index, entry in enumerate(entries):
        stages += [Stage(index, "open"), Stage(index, "incident")]
        if isinstance(entry.what, StandoffTable):
            for round_ in range(entry.what.rounds):
                stages += [Stage(index, kind, round_, round_ == entry.what.rounds - 1) for kind in ("round", "reply", "alarm")]
            stages.append(Stage(index, "close"))
        else:
            stages.append(Stage(index, "move" if isinstance(entry.what, DecisionTable) else "event"))
    stages.append(Stage(len(entries) - 1, "finish"))
    return tuple(stages)
