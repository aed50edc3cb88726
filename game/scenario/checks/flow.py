"""Flow: dates in order, conditions that can hold, sides that decide, endings that are reached."""

from __future__ import annotations

from game.model.entries import Decision
from game.model.moment import minutes
from game.model.when import Condition
from game.scenario.calendar import Path, conditions
from game.scenario.checks.base import Case
from game.scenario.checks.proof import always_one, can_hold, flat
from game.scenario.codes import Page


def essential(case: Case) -> None:
    """What must hold so that the scenario can be played at all."""
    _dates(case)
    _open(case)
    if case.whole:
        _endings(case)


def check(case: Case) -> None:
    """All of this family."""
    essential(case)
    _later(case)
    _impossible(case)
    _never_open(case)
    if case.whole:
        _deciding(case)


def _dates(case: Case) -> None:
    """Everything dated lies between the scenario's first and last moment."""
    first, last = minutes(case.scenario.starts), minutes(case.scenario.ends)
    if first >= last:
        case.error("G201", ("ends",), "the scenario ends before it starts")
        return
    dated: list[tuple[Path, int]] = [((*one.path, "at"), one.minute) for one in case.calendar]
    dated += [(("reports", name, "at"), minutes(report.at)) for name, report in case.scenario.reports.items()]
    for path, minute in dated:
        if not first <= minute <= last:
            message = f"'{path[1]}' lies {'before the first' if minute < first else 'after the last'} moment"
            case.error("G201", path, message, f"the scenario runs from {case.scenario.starts} to {case.scenario.ends}")
    for name, incident in case.scenario.incidents.items():
        if incident.after and incident.before and minutes(incident.after) >= minutes(incident.before):
            case.error("G201", ("incidents", name, "before"), f"'{name}' may not happen before it may happen")


def _later(case: Case) -> None:
    """Conditions of an entry ask only for entries that came before it."""
    order = {dated.name: index for index, dated in enumerate(case.calendar)}
    for path, condition in conditions(case.scenario):
        if path[0] not in ("decisions", "standoffs", "events"):
            continue
        here = order[str(path[1])]
        for part in flat([condition]):
            for name in (*part.chosen, *part.result):
                if name in order and order[name] >= here:
                    what = "itself" if order[name] == here else f"'{name}', which comes later"
                    case.error("G202", path, f"'{path[1]}' waits for {what}", "ask for an earlier entry")


def _impossible(case: Case) -> None:
    """Conditions that no world can meet."""
    for path, condition in conditions(case.scenario):
        if can_hold([condition], case.scenario):
            continue
        code, what = ("G204", "this choice is never open") if _of_choice(path) else ("G203", "this can never hold")
        case.error(code, path, what, "its parts contradict each other or the declared ranges")


def _of_choice(path: Path) -> bool:
    return path[0] == "decisions" and path[2] == "choices" and path[-1] == "needs" and len(path) == 5


def _open(case: Case) -> None:
    """In every world where a decision opens, it has a choice that is open."""
    for name, decision in case.scenario.decisions.items():
        options = [choice.needs for choice in decision.choices.values()]
        if not always_one(options, decision.needs, case.scenario):
            hint = "leave `needs` off at least one choice"
            case.error("G209", ("decisions", name, "choices"), f"all choices of '{name}' may be closed at once", hint)


def _never_open(case: Case) -> None:
    """Each choice is open in some world where its decision opens."""
    for name, decision in case.scenario.decisions.items():
        for label, choice in decision.choices.items():
            both = [decision.needs, choice.needs]
            alone = can_hold(both[:1], case.scenario) and can_hold(both[1:], case.scenario)
            if alone and not can_hold(both, case.scenario):
                path: Path = ("decisions", name, "choices", label, "needs")
                case.error("G204", path, "this choice is never open where its decision opens")


def _deciding(case: Case) -> None:
    """Each side decides or stands off at least once."""
    deciding = {dated.entry.side for dated in case.calendar if isinstance(dated.entry, Decision)}
    if case.scenario.standoffs:
        return
    for side in case.scenario.sides:
        if side not in deciding:
            case.error("G205", ("sides", side), f"'{side}' never decides anything", "give it a decision or a standoff")


def _endings(case: Case) -> None:
    """War has an ending, and the others are tried in order until the last, which asks for nothing."""
    endings = case.scenario.endings
    told = case.scenario
    risky = told.kind == "crisis" or told.incidents or told.standoffs
    if risky and not any(ending.kind == "war" for ending in endings.values()):
        hint = "where there are incidents or standoffs control can be lost; say how it ends"
        case.error("G207", ("endings",), "there is no ending of kind war", hint)
    ladder = [name for name, ending in endings.items() if ending.kind != "war"]
    for name in ladder[:-1]:
        if endings[name].when == Condition():
            case.error("G206", ("endings", name), f"'{name}' has no `when`, so the endings after it are never tried")
    if ladder and endings[ladder[-1]].when != Condition():
        hint = "add a last ending without `when`"
        case.error("G206", ("endings", ladder[-1]), "the last ending has a `when`, so a game may have no ending", hint)
    if not ladder:
        case.error("G206", ("endings",), "every ending is of kind war", "add one that the calendar can end in")


PAGES = (
    Page(
        "G201", "A date outside the scenario",
        "Every dated entry and report lies between `starts` and `ends`, and `ends` comes after `starts`.",
        "    at: 1958-06-12 20:00", "    at: 1958-06-02 20:00",
    ),
    Page(
        "G202", "Waiting for something later",
        "The calendar is walked in order of its dates. A condition can only ask what was chosen at an earlier entry, "
        "or how an earlier standoff ended.",
        "    needs: {flags: [convoy-sent], chosen: {answer: [flour]}}", "    needs: {flags: [convoy-sent]}",
    ),
    Page(
        "G203", "A condition that can never hold",
        "No world can meet all parts at once: a flag that must be set and unset, or a number beyond its range.",
        "    needs: {flags: [convoy-sent], unset: [convoy-sent]}", "    needs: {flags: [convoy-sent]}",
    ),
    Page(
        "G204", "A choice that is never open",
        "The choice's own `needs`, or they together with its decision's, contradict each other.",
        "        needs: {flags: [word-given], meters: {pact: {at_least: 120}}}",
        "        needs: {flags: [word-given]}",
    ),
    Page(
        "G205", "A side that never decides",
        "Each side needs at least one decision, or a standoff. The example is right once there is no standoff.",
    ),
    Page(
        "G206", "The order of endings",
        "At the end of the calendar the first ending whose `when` holds is reached. So the last one has no "
        "`when`, and "
        "no other one does without. Endings of kind war stand apart: they are reached where control is lost.",
        "    kind: settled\n    history: true",
        "    kind: settled\n    when: {flags: [bridge-open]}\n    history: true",
    ),
    Page(
        "G207", "No ending for war",
        "Control can be lost in every crisis. One ending has kind war and says what came of it.",
        "    kind: unsettled\n    when: {unset: [bridge-open]}\n    text: Nobody", "    kind: war\n    text: Nobody",
    ),
    Page(
        "G209", "A decision without an open choice",
        "In some worlds every choice may be closed. At least one choice has no `needs`, or the needs of several are "
        "shown to cover every case.",
    ),
)  # fmt: skip
