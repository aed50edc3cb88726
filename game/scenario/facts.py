"""The fact sheet of a scenario: every claim that a player may take for fact, its sources, and on what it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.model.choosing import Choice, Incident
from game.model.entries import Decision, Event, Paper, Standoff
from game.model.people import Fact, Report
from game.model.scenario import Ending, Scenario
from game.scenario.calendar import calendar

DOCUMENTED, IMAGINED = "documented", "imagined"


@dataclass(frozen=True)
class Claim:
    """One text: where it stands in the scenario, its date or "", its standing, its words, the ids of its sources."""

    place: str
    when: str
    standing: str
    text: str
    sources: tuple[str, ...]


def claims(scenario: Scenario) -> list[Claim]:
    """Every claim: what happens in order of the calendar, then accidents, hidden facts, reports and endings."""
    told = [claim for dated in calendar(scenario) for claim in _entry(scenario, dated.name)]
    told += [claim for name, incident in scenario.incidents.items() for claim in _incident(name, incident)]
    told += [_fact(name, fact) for name, fact in scenario.facts.items()]
    told += [_report(name, report) for name, report in scenario.reports.items()]
    return told + [_ending(name, ending) for name, ending in scenario.endings.items()]


def _fact(name: str, told: Fact) -> Claim:
    text = f"{told.about} True in {told.chance:g} worlds of 100. {told.reveal}"
    return Claim(f"facts.{name}", "", "judged", _line(text), told.sources)


def _report(name: str, told: Report) -> Claim:
    text = f"{told.origin}: {told.text} Or, where it is not so: {told.otherwise}"
    return Claim(f"reports.{name}", told.at, told.standing, _line(text), told.sources)


def _ending(name: str, told: Ending) -> Claim:
    return Claim(f"endings.{name}", "", DOCUMENTED if told.history else IMAGINED, _line(told.text), told.sources)


def _line(text: str) -> str:
    return " ".join(text.split())


def _entry(scenario: Scenario, name: str) -> Iterator[Claim]:
    if name in scenario.decisions:
        yield from _decision(scenario, name, scenario.decisions[name])
    elif name in scenario.events:
        yield from _event(name, scenario.events[name])
    else:
        yield from _standoff(name, scenario.standoffs[name])


def _decision(scenario: Scenario, name: str, told: Decision) -> Iterator[Claim]:
    place, past = f"decisions.{name}", told.history
    standing = DOCUMENTED if past else IMAGINED
    yield Claim(f"{place}.brief", told.at, standing, _line(f"{told.title} {told.brief}"), told.sources)
    for advice in (one for one in told.advice if one.said):
        yield Claim(f"{place}.advice", told.at, DOCUMENTED, _line(f'{advice.name}: "{advice.says}"'), advice.sources)
    yield from _paper(place, told.at, told.paper)
    for label, choice in told.choices.items():
        happened = (past.outcome or next(iter(choice.outcomes))) if past and past.choice == label else ""
        yield from _choice(
            f"{place}.choices.{label}", told.at, choice, scenario.news.get(f"{name}/{label}", ""), happened
        )
    note, sources = (past.note, past.sources) if past else (told.note, told.sources)
    yield Claim(f"{place}.note", told.at, DOCUMENTED if past else "argued", _line(note), sources)


def _choice(place: str, when: str, told: Choice, news: str, happened: str) -> Iterator[Claim]:
    """An order, and each result; only the one that came about in history can be a fact."""
    yield Claim(place, when, told.standing, _line(f"{told.label}. {told.consequence} {news}"), told.sources)
    for name, outcome in told.outcomes.items():
        standing = DOCUMENTED if name == happened else IMAGINED
        yield Claim(f"{place}.outcomes.{name}", when, standing, _line(outcome.text), told.sources)


def _paper(place: str, when: str, paper: Paper | None) -> Iterator[Claim]:
    if paper is not None:
        standing = "quoted" if paper.quoted else "our words"
        text = _line(f"{paper.title} ({paper.from_} to {paper.to}): {paper.text}")
        yield Claim(f"{place}.paper", when, standing, text, paper.sources)


def _event(name: str, told: Event) -> Iterator[Claim]:
    yield Claim(f"events.{name}", told.at, told.standing, _line(f"{told.title}. {told.text}"), told.sources)
    yield from _paper(f"events.{name}", told.at, told.paper)


def _standoff(name: str, told: Standoff) -> Iterator[Claim]:
    place, past = f"standoffs.{name}", told.history
    for side, party in told.sides.items():
        standing = DOCUMENTED if past else IMAGINED
        yield Claim(f"{place}.{side}", told.at, standing, _line(f"{told.title} {party.brief}"), told.sources)
    note, sources = (past.note, past.sources) if past else (told.note, told.sources)
    yield Claim(f"{place}.note", told.at, DOCUMENTED if past else "argued", _line(note), sources)


def _incident(name: str, told: Incident) -> Iterator[Claim]:
    standing = f"{told.standing}, disputed" if told.disputed else told.standing
    when = " to ".join(day for day in (told.after, told.before) if day)
    yield Claim(f"incidents.{name}.report", when, standing, _line(f"{told.label}. {told.report}"), told.sources)
    yield Claim(f"incidents.{name}.note", when, standing, _line(told.note), told.sources)
