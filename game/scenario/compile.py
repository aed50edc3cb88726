"""A Scenario to the engine's Tables: ids to rows, conditions to tests, everything that can happen to branches."""

from __future__ import annotations

import math

from game.model.moment import minutes
from game.model.parameters import DEFAULT, Parameters
from game.model.people import Fact, Flow, Meter, Report, Timer
from game.model.scenario import Ending, Scenario
from game.model.tables import (
    BeforeAct,
    DecisionTable,
    EndingTable,
    EntryTable,
    FactTable,
    FlowTable,
    MeterTable,
    ReportTable,
    SideTable,
    Stage,
    StandoffTable,
    Tables,
    TimerTable,
)
from game.scenario.bundles import SIDES, Branch, Maker
from game.scenario.cameo import weights
from game.scenario.chronicle import before, chronicle
from game.scenario.compile_entries import compile_calendar, seen_by
from game.scenario.compile_tools import compile_incident, compile_instrument
from game.scenario.conditions import compile_condition


def compile_scenario(scenario: Scenario, parameters: Parameters = DEFAULT) -> Tables:
    """The tables of a scenario that has passed its checks; KeyError or ValueError where it has not."""
    maker = Maker(scenario, weights(), parameters)
    entries = compile_calendar(maker)
    return Tables(
        id=scenario.id,
        starts=minutes(scenario.starts),
        sides=(_side(scenario, "usa"), _side(scenario, "ussr")),
        meters=tuple(_meter(scenario, name, meter) for name, meter in scenario.meters.items()),
        flags={name: seen_by(flag.seen_by) for name, flag in scenario.flags.items()},
        relations={pair: relation.rest for pair, relation in scenario.relations.items()},
        facts=tuple(_fact(scenario, name, fact) for name, fact in scenario.facts.items()),
        reports=tuple(_report(scenario, name, report) for name, report in scenario.reports.items()),
        timers=tuple(_timer(maker, name, timer) for name, timer in scenario.timers.items()),
        entries=entries,
        instruments=tuple(compile_instrument(maker, name, tool) for name, tool in scenario.instruments.items()),
        incidents=tuple(compile_incident(maker, name, incident) for name, incident in scenario.incidents.items()),
        endings=tuple(_ending(scenario, name, ending) for name, ending in scenario.endings.items()),
        before=_before(maker),
        stages=_stages(entries),
        set_first=frozenset(name for name, flag in scenario.flags.items() if flag.start),
        parameters=parameters,
    )


def _side(scenario: Scenario, side: str) -> SideTable:
    told = scenario.sides[side]
    wants = tuple((name if name == "tension" else f"meter/{name}", weight) for name, weight in told.wants.items())
    aims = tuple((name, compile_condition(scenario, aim.when)) for name, aim in told.aims.items())
    return SideTable(side, f"meter/{told.standing}", f"meter/{told.alliance}", told.capital, wants, aims)


def _meter(scenario: Scenario, name: str, told: Meter) -> MeterTable:
    """A half-life is what people can picture; the engine wants the time constant."""
    rest, days = math.nan if told.rest is None else told.rest, told.half_life / math.log(2)
    flows = tuple(_flow(scenario, flow) for flow in told.flows)
    return MeterTable(name, told.low, told.high, told.start, rest, days, seen_by(told.seen_by), flows)


def _flow(scenario: Scenario, told: Flow) -> FlowTable:
    by = f"meter/{told.by}" if told.by in scenario.meters else told.by
    return FlowTable(told.per_day, by, told.above, compile_condition(scenario, told.when))


def _fact(scenario: Scenario, name: str, told: Fact) -> FactTable:
    believed = (told.believed.get("usa", 50.0) / 100, told.believed.get("ussr", 50.0) / 100)
    when = compile_condition(scenario, told.when)
    return FactTable(name, told.chance / 100, seen_by(told.known_to), believed, when)


def _report(scenario: Scenario, name: str, told: Report) -> ReportTable:
    needs = compile_condition(scenario, told.needs)
    return ReportTable(name, SIDES.index(told.to), minutes(told.at), told.about, told.reliability / 100, needs)


def _timer(maker: Maker, name: str, told: Timer) -> TimerTable:
    return TimerTable(name, told.hours * 60, seen_by(told.seen_by), maker.bundle([Branch(name, effects=(told.then,))]))


def _ending(scenario: Scenario, name: str, told: Ending) -> EndingTable:
    return EndingTable(name, compile_condition(scenario, told.when), told.kind == "war", told.history)


def _before(maker: Maker) -> tuple[BeforeAct, ...]:
    """The dated acts that lead up to the first day: the scenario's own, or the shared chronicle.

    What the chronicle dates to the first day itself is the scenario's to tell, or it would count twice.
    """
    first_day = minutes(maker.scenario.starts[:10])
    own = [(minutes(told.date), told.act) for told in maker.scenario.before]
    return before(maker, own or [(dated.minute, dated.act) for dated in chronicle() if dated.minute < first_day])


def _stages(entries: tuple[EntryTable, ...]) -> tuple[Stage, ...]:
    """The walk: every entry opens, may be interrupted by an incident, and asks its own prompts."""
    stages = list[Stage]()
    for index, entry in enumerate(entries):
        stages += [Stage(index, "open"), Stage(index, "incident")]
        if isinstance(entry.what, StandoffTable):
            for round_ in range(entry.what.rounds):
                last = round_ == entry.what.rounds - 1
                stages += [Stage(index, kind, round_, last) for kind in ("round", "reply", "alarm")]
            stages.append(Stage(index, "close"))
        else:
            stages.append(Stage(index, "move" if isinstance(entry.what, DecisionTable) else "event"))
    stages.append(Stage(len(entries) - 1, "finish"))
    return tuple(stages)
