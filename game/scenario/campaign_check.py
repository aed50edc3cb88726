"""What `check` says of a campaign: names that are not there, texts that are too long, sentences with a hole."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.model.campaign import Campaign, Question, Reading, Rule, Verdict
from game.model.causes import RULES, STANDOFFS, TRAITS, Footing, numbers
from game.model.parameters import Parameters
from game.model.parameters_standoff import StandoffParameters
from game.model.people import SIDES
from game.problems import Problem
from game.scenario.campaign import LoadedCampaign, open_campaign
from game.scenario.catalogue import find, names, open_scenario
from game.scenario.check import Findings, in_order
from game.scenario.checks.reading import TEXTS, words
from game.scenario.fields import Spot, walk
from game.scenario.names import Names, declared, expected, keys, unknown
from game.scenario.nodes import Listing, Mapping, Scalar
from game.scenario.suggest import suggest

REFERENCES = frozenset({"ref", "line"})
ENDED = ["war", "worse", "better", "same"]
WHO = ["usa", "ussr", "both", "nobody"]
PLACEHOLDERS = ["when", "what", "who", "other", "chapter"]


def check_campaign(path: Path) -> Findings:
    """Findings for a campaign's folder or file."""
    opened = open_campaign(path)
    problems = [*opened.problems, *_texts(opened.root), *_names(opened)]
    title = opened.campaign.title if opened.campaign else path.name
    return Findings(path, title, in_order(problems), opened.files)


def _texts(root: Mapping) -> Iterator[Problem]:
    """Texts that are longer than their field allows, and placeholders that nothing fills."""
    for spot in walk(Campaign, root, TEXTS):
        if spot.is_key or spot.node.file.shared:
            continue
        most, count = spot.field.spec.words, words(spot.node.text)
        if most and count > most:
            message = f"'{spot.field.key}' has {count} words; at most {most}"
            yield Problem(spot.node.place, "warning", "T601", message, "say it in fewer words")
        if spot.field.owner is Reading:
            yield from _holes(spot)


def _holes(spot: Spot) -> Iterator[Problem]:
    try:
        held = [name for _, name, _, _ in string.Formatter().parse(spot.node.text) if name is not None]
    except ValueError:
        held = ["{"]
    for name in held:
        if name not in PLACEHOLDERS:
            message = f"'{{{name}}}' is nothing that a reading can name"
            yield Problem(spot.node.place, "error", "R101", message, f"there are: {', '.join(PLACEHOLDERS)}")


def _names(opened: LoadedCampaign) -> Iterator[Problem]:
    """Every name that is declared nowhere. A chapter whose scenario is not there is a warning: it is passed over."""
    root = opened.root
    known = _known(root)
    for spot in walk(Campaign, root, REFERENCES):
        if spot.path[0] == "rules" and "when" in spot.path[2:3]:
            yield from _of_scenario(spot, _after(root, str(spot.path[1])))
            continue
        space, allowed = _expected(spot, root, known)
        if space == "scenarios" and spot.node.text not in allowed:
            message = f"there is no scenario called '{spot.node.text}', so this chapter is passed over"
            yield Problem(spot.node.place, "warning", "R101", message, *suggest(spot.node.text, allowed))
        elif space and spot.node.text not in allowed:
            yield _stranger(spot, space, allowed)


def _stranger(spot: Spot, space: str, allowed: list[str]) -> Problem:
    hint, fix = suggest(spot.node.text, allowed)
    message = f"'{spot.node.text[:40]}' is not among the {space}"
    return Problem(spot.node.place, "error", "R101", message, hint or _all(allowed), fix)


def _all(allowed: list[str]) -> str:
    return f"there are: {', '.join(allowed)}" if len(allowed) <= len(PLACEHOLDERS) else ""


def _known(root: Mapping) -> Names:
    """Every namespace of a campaign with its ids."""
    own = {key: keys(root.get(key)) for key in ("meters", "flags", "leaders", "swaps", "sources")}
    moved = {RULES: numbers(Parameters), STANDOFFS: numbers(StandoffParameters), "traits": list(TRAITS)}
    return {**own, **moved, "sides": list(SIDES), "scenarios": names(), "chapters": _chapters(root)}


def _chapters(root: Mapping) -> list[str]:
    listed = root.get("chapters")
    held = [
        item.get("scenario")
        for item in (listed.items if isinstance(listed, Listing) else [])
        if isinstance(item, Mapping)
    ]
    return [node.text for node in held if isinstance(node, Scalar)]


def _expected(spot: Spot, root: Mapping, known: Names) -> tuple[str, list[str]]:
    """The namespace that a spot refers to, and what it may name; ("", []) where it refers to nothing."""
    spec, key = spot.field.spec, spot.field.key
    if spot.is_key:
        return (spec.keys, known[spec.keys]) if spec.keys in known else ("", [])
    if spot.field.owner is Footing and key == "leader":
        return "leaders of that side", _leaders(root, str(spot.path[-2]))
    if spec.to:
        return spec.to, known[spec.to]
    if spot.field.owner is Rule and key == "endings":
        return "endings of that chapter", _endings(_after(root, str(spot.path[1])), spot.node.text)
    if spot.field.owner is Rule and key == "leader":
        return "swaps", known["swaps"]
    if spot.field.owner in (Verdict, Question) and key == "ended":
        return "ways in which the years can go", ENDED
    return ("ways of who", WHO) if key in ("most", "by") else ("", [])


def _leaders(root: Mapping, side: str) -> list[str]:
    """The leaders who can lead a side."""
    leaders = root.get("leaders")
    found = [(name, leaders.get(name)) for name in keys(leaders)] if isinstance(leaders, Mapping) else []
    sides = [(name, told.get("side")) for name, told in found if isinstance(told, Mapping)]
    return [name for name, node in sides if isinstance(node, Scalar) and node.text == side]


def _after(root: Mapping, rule: str) -> str:
    """The chapter that a rule looks at; empty where that cannot be told."""
    rules = root.get("rules")
    told = rules.get(rule) if isinstance(rules, Mapping) else None
    node = told.get("after") if isinstance(told, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


def _endings(scenario: str, own: str) -> list[str]:
    """The endings of a scenario; where it is not there, nothing can be said against a name."""
    root = _root(scenario)
    return keys(root.get("endings")) if root else [own]


def _of_scenario(spot: Spot, scenario: str) -> Iterator[Problem]:
    """A name in a rule's condition, which speaks of the chapter's own ids."""
    root = _root(scenario)
    if root is None:
        return
    known = declared(root)
    space, allowed = expected(spot, root, known)
    if space and spot.node.text not in allowed:
        yield unknown(spot.node, space, allowed, known)


@cache
def _root(scenario: str) -> Mapping | None:
    return open_scenario(find(scenario)).root if scenario in names() else None
