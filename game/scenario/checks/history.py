"""History: the documented path can be played, and every claim names its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.model.entries import Decision, Event, Standoff
from game.model.moment import DAYS, MONTHS, date_words, minutes
from game.problems import Problem
from game.scenario.calendar import Dated, Path, choices
from game.scenario.checks.base import Case
from game.scenario.checks.follow import follow
from game.scenario.checks.reading import texts
from game.scenario.codes import Page
from game.scenario.fields import Spot


def check(case: Case) -> None:
    """All of this family."""
    for path, what in _claims(case):
        if not case.shared(path):
            case.error("H503", path, f"{what} names no source", "add `sources`")
    for dated in case.calendar:
        _brief(case, dated)
        _marked(case, dated)
    for spot in texts(case.root):
        _weekdays(case, spot)
    if case.whole:
        _path(case)
        _ending(case)


#: A day of the week with its date, as English writes it.
WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)}),? (?:the )?(\d{{1,2}}) ({'|'.join(MONTHS)})(?:,? (\d{{4}}))?")


def _weekdays(case: Case, spot: Spot) -> None:
    """Days of the week agree with the calendar; the year is the scenario's where a text names none."""
    for weekday, day, month, year in WEEKDAY.findall(spot.node.text):
        moment = f"{year or case.scenario.starts[:4]}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
        try:
            right = date_words(minutes(moment))
        except ValueError:
            right = "no day of the calendar"
        if not right.startswith(weekday):
            message = f"'{weekday} {day} {month}' does not agree with the calendar"
            case.problems.append(Problem(spot.node.place, "warning", "H506", message, f"it is {right}"))


#: What says itself whether it is documented.
STANDING = (("reports", "report"), ("events", "event"), ("incidents", "incident"), ("instruments", "instrument"))


def _claims(case: Case) -> Iterator[tuple[Path, str]]:
    """Everything that is said to be so and names no source."""
    for name, fact in case.scenario.facts.items():
        if fact.reveal and not fact.sources:
            yield ("facts", name), f"the fact '{name}'"
    for kind, word in STANDING:
        for name, thing in getattr(case.scenario, kind).items():
            if thing.standing == "documented" and not thing.sources:
                yield (kind, name), f"the documented {word} '{name}'"
    for path, choice in choices(case.scenario):
        if choice.standing == "documented" and not choice.sources:
            yield path, f"the documented choice '{path[-1]}'"
    yield from _past_claims(case)


def _past_claims(case: Case) -> Iterator[tuple[Path, str]]:
    """The same, of what is told as history."""
    for name, ending in case.scenario.endings.items():
        if ending.history and not ending.sources:
            yield ("endings", name), f"the historical ending '{name}'"
    for dated in case.calendar:
        if not isinstance(dated.entry, Event) and dated.entry.history and not dated.entry.history.sources:
            yield (*dated.path, "history"), "what was really done"
    for name, decision in case.scenario.decisions.items():
        yield from _decision_claims(name, decision)


def _decision_claims(name: str, decision: Decision) -> Iterator[tuple[Path, str]]:
    """Words that were really said or written."""
    path: Path = ("decisions", name)
    for index, advice in enumerate(decision.advice):
        if advice.said and not advice.sources:
            yield (*path, "advice", index, "said"), "what was really said"
    if decision.paper and decision.paper.quoted and not decision.paper.sources:
        yield (*path, "paper"), "the quoted paper"


def _brief(case: Case, dated: Dated) -> None:
    if dated.on_path and isinstance(dated.entry, Decision) and not dated.entry.sources:
        message = f"the brief of '{dated.name}' names no source"
        case.warn("H504", dated.path, message, "add `sources` to the decision")


def _marked(case: Case, dated: Dated) -> None:
    """What was done in history is not marked as ours."""
    if isinstance(dated.entry, Decision) and dated.entry.history:
        name = dated.entry.history.choice
        choice = dated.entry.choices.get(name)
        if choice and choice.standing == "invented":
            path: Path = (*dated.path, "choices", name, "standing")
            case.error("H502", path, f"'{name}' was done in history, but is marked invented")


def _path(case: Case) -> None:
    """The entries that open on the historical path are those that say what was done, as far as can be told."""
    for dated, opens in follow(case.scenario, case.calendar):
        if isinstance(dated.entry, Event):
            continue
        if dated.on_path and opens is False:
            message = f"'{dated.name}' says what was done, but does not open on the historical path"
            case.error("H501", (*dated.path, "needs"), message, "mend its `needs`, or an earlier historical choice")
        if not dated.on_path and opens is True:
            message = f"'{dated.name}' opens on the historical path, but does not say what was done"
            hint = "add `history`, or a condition that keeps it off the path"
            case.error("H501", dated.path, message, hint)
    _rounds(case)


def _rounds(case: Case) -> None:
    """A standoff's historical moves fit its result and its number of rounds."""
    for name, standoff in case.scenario.standoffs.items():
        if not standoff.history:
            continue
        path: Path = ("standoffs", name, "history")
        if len(standoff.history.rounds) > standoff.rounds:
            case.error("H501", (*path, "rounds"), f"history has more rounds than '{name}'")
        if not _fits(standoff):
            case.error("H501", (*path, "result"), "the last round does not lead to this result")


def _fits(standoff: Standoff) -> bool:
    """Whether the last moves can end so. Where one side steps back the other may follow, so both are possible."""
    assert standoff.history is not None
    last, result = standoff.history.rounds[-1], standoff.history.result
    moves = (last.usa, last.ussr)
    if result == "both-back":
        return "back" in moves
    if result in ("usa-backs", "ussr-backs"):
        return moves[0 if result == "usa-backs" else 1] == "back" and moves != ("back", "back")
    return "back" not in moves and (result == "dawn" or "offer" in moves)


def _ending(case: Case) -> None:
    real = [name for name, ending in case.scenario.endings.items() if ending.history]
    if len(real) == 1:
        return
    path: Path = ("endings", real[1]) if real else ("endings",)
    what = "more than one ending is" if real else "no ending is"
    case.error("H505", path, f"{what} marked as what happened", "mark exactly one with `history: true`")


PAGES = (
    Page(
        "H501", "The historical path cannot be played",
        "Every entry with `history` opens when each earlier one goes as it went, and every entry that opens "
        "then says "
        "what was done. A standoff's last historical round leads to its result.",
        "    needs: {flags: [bridge-open]}\n    rounds: 4", "    needs: {unset: [bridge-open]}\n    rounds: 4",
    ),
    Page(
        "H502", "History marked as invented",
        "The choice that `history` names was really taken, so its standing is documented, or argued where that is "
        "disputed.",
        "        consequence: It can be stopped until midnight. The other side will see it.\n"
        "        standing: invented",
        "        consequence: It can be stopped until midnight. The other side will see it.\n"
        "        standing: documented",
    ),
    Page(
        "H503", "A claim without a source",
        "Whatever is documented, really said, quoted or revealed as history names where it is known from.",
        "      choice: shut\n      note: Write here what was really done.\n",
        "      choice: shut\n      note: Write here what was really done.\n      sources: [own]\n",
    ),
    Page("H504", "A brief without a source", "A brief on the historical path says what was known; name where from."),
    Page(
        "H505", "Which ending happened", "Exactly one ending has `history: true`.",
        "    when: {flags: [bridge-open]}\n    text", "    when: {flags: [bridge-open]}\n    history: true\n    text",
    ),
    Page(
        "H506", "The wrong day of the week", "A text names a day of the week that its date does not fall on.",
        "    text: It rains all Tuesday 2 June, and the ferries stop.",
        "    text: It rains all Monday 2 June, and the ferries stop.",
    ),
)  # fmt: skip
