"""Exits: every decision and every standoff leaves both sides a way out without losing face."""

from __future__ import annotations

from itertools import combinations

from game.model.entries import Decision, Standoff, Term
from game.scenario.calendar import Path
from game.scenario.checks.base import Case
from game.scenario.checks.proof import always_one
from game.scenario.codes import Page

#: How a standoff may end without a loser. Stepping back is open in every round by the rules; see docs/model.md.
FACE_SAVING = ("both-back", "deal")
WORTH = {"++": 2, "+": 1, "0": 0, "-": -1, "--": -2}


def check(case: Case) -> None:
    """All of this family."""
    for name, decision in case.scenario.decisions.items():
        _decision(case, name, decision)
    for name, standoff in case.scenario.standoffs.items():
        _standoff(case, name, standoff)


def _decision(case: Case, name: str, decision: Decision) -> None:
    """Some exit is open in every world where the decision opens, and does not lead to war by itself."""
    exits = {label: choice for label, choice in decision.choices.items() if choice.exit}
    path: Path = ("decisions", name, "choices")
    if not exits:
        case.error("X601", path, f"no choice of '{name}' leaves both sides a way out", "mark one with `exit: true`")
        return
    if not always_one([choice.needs for choice in exits.values()], decision.needs, case.scenario):
        hint = "leave `needs` off one exit, or let the needs of several cover every case"
        case.error("X602", path, f"every exit of '{name}' may be closed", hint)
    for label, choice in exits.items():
        for result, outcome in choice.outcomes.items():
            if is_war(case, outcome.end):
                case.error("X604", (*path, label, "outcomes", result, "end"), f"the exit '{label}' ends in war")


def is_war(case: Case, ending: str) -> bool:
    """Whether an id names an ending of kind war."""
    return ending in case.scenario.endings and case.scenario.endings[ending].kind == "war"


def _standoff(case: Case, name: str, standoff: Standoff) -> None:
    """Both ways of ending without a loser are there and lead to no war; so does stepping back alone."""
    for result, told in standoff.results.items():
        if is_war(case, told.end):
            path: Path = ("standoffs", name, "results", result, "end")
            what = "a way out" if result in FACE_SAVING else "stepping back"
            hint = "war comes from incidents and force alone"
            case.error("X603", path, f"'{result}' is {what}, but ends in war", hint)
    if not any(_suits(offer) for size in (1, 2) for offer in combinations(standoff.terms.values(), size)):
        hint = "add a term that one side gains by and the other does not lose by"
        case.error("X603", ("standoffs", name, "terms"), f"no offer in '{name}' could suit both sides", hint)


def _suits(offer: tuple[Term, ...]) -> bool:
    """Whether neither side loses by an offer and some side gains."""
    usa, ussr = sum(WORTH[term.usa] for term in offer), sum(WORTH[term.ussr] for term in offer)
    return min(usa, ussr) >= 0 and max(usa, ussr) > 0


PAGES = (
    Page(
        "X601", "No way out",
        "Every decision keeps at least one choice that leaves both sides a way out without losing face. Mark it with "
        "`exit: true`.",
        "        act: {code: \"085\", on: usa, salience: 0.3}\n",
        "        act: {code: \"085\", on: usa, salience: 0.3}\n        exit: true\n",
    ),
    Page(
        "X602", "Every way out may be closed",
        "In some world where the decision opens, all its exits are closed. Leave `needs` off one of them, or let the "
        "needs of several cover every case (a flag set in one, unset in the other).",
        "        exit: true\n        needs: {flags: [word-given]}\n        locked: No.\n"
        "        effects: {set: [bridge-open], meters: {pact: -2}}",
        "        exit: true\n        effects: {set: [bridge-open], meters: {pact: -2}}",
    ),
    Page(
        "X603", "A standoff without a way out",
        "No way of ending a standoff leads to war by itself, and some offer of one or two terms could suit "
        "both sides.",
        "      dawn: {text: The sun comes up on six lorries and twelve guards., end: shots}",
        "      dawn: {text: The sun comes up on six lorries and twelve guards.}",
    ),
    Page(
        "X604",
        "An exit that ends in war",
        "A choice marked as an exit must not lead to an ending of kind war by itself.",
        "          bread:\n            end: shots\n", "          bread:\n",
    ),
)  # fmt: skip
