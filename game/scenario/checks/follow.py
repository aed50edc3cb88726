"""The historical path, followed by logic alone: what opens for certain, what for certain does not.

Flags, choices and results are known as long as nothing uncertain touched them; meters, tension, relations and facts
are never known here. What is not known makes a condition neither True nor False, but None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.model.entries import Decision, Event, Standoff
from game.model.people import Flag
from game.model.scenario import Scenario
from game.model.when import Condition, Effects
from game.scenario.calendar import Dated, effects

Truth = bool | None


@dataclass
class Known:
    """What is known of a world on the historical path. A flag that is missing is not set."""

    flags: dict[str, Truth] = field(default_factory=dict)
    chosen: dict[str, str | None] = field(default_factory=dict)
    result: dict[str, str | None] = field(default_factory=dict)
    running: dict[str, int | None] = field(default_factory=dict)


def follow(scenario: Scenario, calendar: Sequence[Dated]) -> Iterator[tuple[Dated, Truth]]:
    """Each entry with whether it opens on the historical path: True, False, or None where that is not certain.

    A flag that nothing sets is a fault of its own and leaves doubt here.
    """
    given = {flag for _, effect in effects(scenario) for flag in effect.set_}
    known = Known(flags={flag: _at_first(told, flag in given) for flag, told in scenario.flags.items()})
    for dated in calendar:
        _ring(scenario, known, dated.minute)
        opens = judge(dated.entry.needs, known)
        yield dated, opens
        if opens is not False:
            _happen(dated, known, opens)


def _at_first(told: Flag, given: bool) -> Truth:
    return True if told.start else False if given or told.carried else None


def judge(condition: Condition, known: Known) -> Truth:
    """Whether a condition holds, as far as is known."""
    parts: list[Truth] = [known.flags.get(flag, False) for flag in condition.flags]
    parts += [_opposite(known.flags.get(flag, False)) for flag in condition.unset]
    parts += [_among(known.chosen, name, wanted) for name, wanted in condition.chosen.items()]
    parts += [_among(known.result, name, wanted) for name, wanted in condition.result.items()]
    unknown = (condition.meters, condition.relations, condition.facts, condition.tension, condition.settlement)
    parts += [None] if any(unknown) else []
    parts += [_some([judge(part, known) for part in condition.any_])] if condition.any_ else []
    parts += [_opposite(judge(part, known)) for part in condition.none]
    return _every(parts)


def _among(told: dict[str, str | None], name: str, wanted: tuple[str, ...]) -> Truth:
    """Whether one of the wanted was taken; an entry that is not told of never opened."""
    taken = told.get(name, "")
    return None if taken is None else taken in wanted


def _opposite(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _every(parts: Iterable[Truth]) -> Truth:
    seen = set(parts)
    return False if False in seen else None if None in seen else True


def _some(parts: Iterable[Truth]) -> Truth:
    seen = set(parts)
    return True if True in seen else None if None in seen else False


def _happen(dated: Dated, known: Known, opens: Truth) -> None:
    """Let an entry go as it went in history. Where it is off the path nobody can say how it goes."""
    match dated.entry:
        case Decision() as decision:
            _decide(dated, decision, known, opens)
        case Standoff() as standoff:
            known.result[dated.name] = standoff.history.result if standoff.history and opens else None
            for name, told in standoff.results.items():
                sure = opens is True and known.result[dated.name] == name
                if sure or known.result[dated.name] in (None, name):
                    _apply(told.effects, known, dated.minute, sure)
        case Event() as event:
            _apply(event.effects, known, dated.minute, opens is True and event.chance == 100)


def _decide(dated: Dated, decision: Decision, known: Known, opens: Truth) -> None:
    past = decision.history
    known.chosen[dated.name] = past.choice if past and opens else None
    for label, choice in decision.choices.items():
        taken = past is None or past.choice == label
        sure = opens is True and past is not None
        if not taken:
            continue
        _apply(choice.effects, known, dated.minute, sure)
        wanted = past.outcome or next(iter(choice.outcomes)) if past else ""
        for result, outcome in choice.outcomes.items():
            if not wanted or result == wanted:
                _apply(outcome.effects, known, dated.minute, sure)


def _apply(effects: Effects, known: Known, minute: int, sure: bool) -> None:
    for flag in effects.set_:
        known.flags[flag] = True if sure else known.flags.get(flag, False) or None
    for flag in effects.clear:
        known.flags[flag] = False if sure else known.flags.get(flag, False) and None
    for timer in effects.start:
        known.running[timer] = minute if sure else None
    for timer in effects.stop:
        if timer in known.running:
            known.running[timer] = None
        if sure:
            known.running.pop(timer, None)


def _ring(scenario: Scenario, known: Known, minute: int) -> None:
    """Let timers that are over do what they do; those that may or may not run leave doubt."""
    for timer, started in list(known.running.items()):
        told = scenario.timers.get(timer)
        if told is None:
            continue
        if started is None:
            _apply(told.then, known, minute, sure=False)
        elif started + told.hours * 60 <= minute:
            del known.running[timer]
            _apply(told.then, known, minute, sure=True)
