"""Knowledge: what closes a choice is said, and is something that its side may know."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.choosing import Choice
from game.model.when import Condition
from game.scenario.calendar import Path
from game.scenario.checks.base import Case
from game.scenario.checks.proof import flat
from game.scenario.codes import Page


def check(case: Case) -> None:
    """All of this family."""
    for name, decision in case.scenario.decisions.items():
        for label, choice in decision.choices.items():
            path: Path = ("decisions", name, "choices", label)
            _locked(case, path, choice.needs, choice.locked)
            _visible(case, (*path, "needs"), choice.needs, decision.side)
    for name, tool in case.scenario.instruments.items():
        _locked(case, ("instruments", name), tool.needs, tool.locked)
    _told(case)
    _news(case)


def _news(case: Case) -> None:
    """News of what the other side never hears of."""
    for name in case.scenario.news:
        decision, _, label = name.partition("/")
        told = case.scenario.decisions.get(decision)
        choice = told.choices.get(label) if told else None
        if choice and not _heard(choice):
            message = f"the other side never hears of '{name}': its act is secret, or it has none"
            case.error("K404", ("news", name), message, "delete the news, or give the choice an act that is known")


def _heard(choice: Choice) -> bool:
    """Whether the other side hears of a choice: by its own act, or where it has none by one that an outcome brings."""
    acts = [choice.act] if choice.act else [act for outcome in choice.outcomes.values() for act in outcome.acts]
    return any(act.publicity != "secret" for act in acts)


def _told(case: Case) -> None:
    """Beliefs and reports that reach a side which knows the truth."""
    for name, report in case.scenario.reports.items():
        fact = case.scenario.facts.get(report.about)
        if fact and report.to in fact.known_to:
            message = f"'{report.to}' knows the truth about '{report.about}' already"
            case.warn("K402", ("reports", name, "about"), message)
    for name, fact in case.scenario.facts.items():
        for side in fact.known_to:
            if side in fact.believed:
                case.warn("K402", ("facts", name, "believed", side), f"'{side}' knows the truth about '{name}' already")


def _locked(case: Case, path: Path, needs: Condition, locked: str) -> None:
    if needs != Condition() and not locked and not case.shared(path):
        message = f"'{path[-1]}' may be closed, and nothing says why"
        case.error("K401", path, message, "add `locked`: what the player reads where it is closed")


def _visible(case: Case, path: Path, needs: Condition, side: str) -> None:
    """A closed choice tells its side that the condition does not hold, so it must be something that it may know."""
    for what in _hidden(case, needs, side):
        message = f"{what} cannot be seen by '{side}', but a closed choice would show it"
        case.warn("K403", path, message, "ask for something that the side can see")


def _hidden(case: Case, needs: Condition, side: str) -> Iterator[str]:
    crisis = case.scenario
    for part in flat([needs]):
        for flag in (*part.flags, *part.unset):
            if flag in crisis.flags and side not in crisis.flags[flag].seen_by:
                yield f"the flag '{flag}'"
        for meter in part.meters:
            if meter in crisis.meters and side not in crisis.meters[meter].seen_by:
                yield f"the meter '{meter}'"
        for fact in part.facts:
            if fact in crisis.facts and side not in crisis.facts[fact].known_to:
                yield f"the fact '{fact}'"


PAGES = (
    Page(
        "K401", "Closed without a reason",
        "A choice or instrument with `needs` says in `locked` what the player reads where it is closed.",
        "        needs: {flags: [word-given]}\n",
        "        needs: {flags: [word-given]}\n        locked: Nothing was promised.\n",
    ),
    Page(
        "K402", "Telling a side what it knows",
        "A side in `known_to` knows the truth from the start. A belief or a report about it changes nothing.",
        "    believed: {usa: 40, ussr: 90}", "    believed: {usa: 40}",
    ),
    Page(
        "K403", "A lock that gives a secret away",
        "A choice is closed by a flag, meter or fact that its side may not see. Seeing it closed tells the secret.",
        "  word-given: {about: A private promise was made., seen_by: [usa]}",
        "  word-given: {about: A private promise was made., seen_by: [usa, ussr]}",
    ),
    Page(
        "K404", "News of a secret",
        "`news` tells the other side of a choice. A choice whose act is secret, or that is no act at all, is never "
        "heard of, and news of it would give it away.",
        "  answer/deal:", "  answer/shut:",
    ),
)  # fmt: skip
