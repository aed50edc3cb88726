"""Whether every name that a scenario uses is declared.

Works on nodes, by the field table, so that it speaks even where other parts of the scenario are broken.
"""

from __future__ import annotations

from game.model.entries import Advice, Counsel, Past
from game.model.scenario import Expect, Scenario
from game.problems import Problem
from game.scenario.fields import Spot, plan, walk
from game.scenario.nodes import Mapping, Node, Places, Scalar
from game.scenario.scalars import ID
from game.scenario.suggest import suggest

RESULTS = ("usa-backs", "ussr-backs", "both-back", "deal", "dawn")
MOVES = ("hold", "climb", "offer", "back")
CALENDAR = ("decisions", "standoffs", "events")
#: In the place of an actor: the other side, whichever it is.
RIVAL = "rival"

#: Scalar kinds that may hold a name.
NAMES = frozenset({"ref", "line"})

#: What one thing of a namespace is called.
WORDS = {
    "sides": "side", "actors": "side or actor", "leaders": "leader", "meters": "meter", "wants": "meter",
    "flags": "flag", "timers": "timer", "facts": "fact", "sources": "source", "endings": "ending",
    "relations": "relation", "results": "result", "decisions": "decision", "standoffs": "standoff",
    "events": "event", "entries": "entry of the calendar", "choices": "choice", "outcomes": "outcome",
    "moves": "move", "options": "choice of a decision", "incidents": "incident", "instruments": "instrument",
    "reports": "report",
}  # fmt: skip

#: Ids by namespace, in the file's order.
Names = dict[str, list[str]]


def check_names(root: Mapping) -> list[Problem]:
    """Every use of a name that a merged scenario does not declare."""
    known, doubtful = declared(root), unclear(root)
    problems = []
    for spot in walk(Scenario, root, NAMES):
        space, allowed = expected(spot, root, known)
        if space and spot.node.text not in allowed and not doubtful & set(PARTS.get(space, (space,))):
            problems.append(unknown(spot.node, space, allowed, known))
    return problems


def uses(root: Mapping) -> set[tuple[str, str]]:
    """Every (namespace, id) that a merged scenario refers to somewhere."""
    known = declared(root)
    spots = walk(Scenario, root, NAMES)
    return {(expected(spot, root, known)[0], spot.node.text) for spot in spots}


def declared(root: Mapping) -> Names:
    """Every namespace's ids."""
    known = {key: keys(root.get(key)) for key, field in plan(Scenario).items() if field.shape == "map"}
    known["actors"] = [*known["sides"], *known["actors"], RIVAL]
    known["wants"] = [*known["meters"], "tension"]
    known["results"] = list(RESULTS)
    known["options"] = [f"{name}/{choice}" for name in known["decisions"] for choice in _choices(root, name)]
    known["entries"] = [name for kind in CALENDAR for name in known[kind]]
    return known


#: Namespaces that are made of several top-level keys.
PARTS = {"actors": ("sides", "actors"), "wants": ("meters",), "entries": CALENDAR, "options": ("decisions",)}


def unclear(root: Mapping) -> set[str]:
    """Top-level keys whose ids cannot be known, because the key is misspelt or holds no proper ids.

    Names that would be sought there are not judged, so that one slip makes one message.
    """
    maps = {key for key, field in plan(Scenario).items() if field.shape == "map"}
    strange = any(key not in plan(Scenario) for key in root.entries)
    absent = {key for key in maps if not isinstance(root.get(key), Mapping) and (strange or key in root.entries)}
    own = maps - {"relations", "news"}
    return absent | {key for key in own if not all(ID.fullmatch(name) for name in keys(root.get(key)))}


def _choices(root: Mapping, decision: str) -> list[str]:
    """The ids of a decision's choices."""
    return keys(Places(root).node(("decisions", decision, "choices")))


def keys(node: Node | None) -> list[str]:
    """The keys of a map node; none for anything else."""
    return list(node.entries) if isinstance(node, Mapping) else []


def expected(spot: Spot, root: Mapping, known: Names) -> tuple[str, list[str]]:
    """The namespace that a spot refers to, and the ids it may use; ("", []) where it refers to nothing."""
    spec = spot.field.spec
    if spot.is_key:
        return (spec.keys, known[spec.keys]) if spec.keys else ("", [])
    if spec.to:
        return ("", []) if spec.to.startswith("shared ") else (spec.to, known[spec.to])
    if spec.keys == "standoffs":
        return "results", known["results"]
    if spec.keys == "decisions":
        decision = spot.path[-2] if isinstance(spot.path[-1], int) else spot.path[-1]
        return _inside(root, known, "choices", ("decisions", decision, "choices"))
    return _local(spot, root, known) if spot.field.owner in LOCAL else ("", [])


#: Records with names that mean something only inside their own entry.
LOCAL = (Past, Advice, Counsel, Expect)


def _local(spot: Spot, root: Mapping, known: Names) -> tuple[str, list[str]]:
    entry, key = spot.path[:2], spot.field.key
    if key == "opened":
        return "entries", known["entries"]
    if key == "favours" and entry[0] == "standoffs":
        return "moves", list(MOVES)
    if key in ("favours", "choice"):
        return _inside(root, known, "choices", (*entry, "choices"))
    if key == "outcome":
        choice = Places(root).node((*spot.path[:-1], "choice"))
        name = choice.text if isinstance(choice, Scalar) else ""
        return _inside(root, known, "outcomes", (*entry, "choices", name, "outcomes"))
    return "", []


def _inside(root: Mapping, known: Names, space: str, path: tuple[str | int, ...]) -> tuple[str, list[str]]:
    """The ids under a path; nothing is expected where the path itself is unknown, for that is told elsewhere."""
    there = keys(Places(root).node(path))
    return (space, there) if there else ("", [])


def unknown(node: Scalar, space: str, allowed: list[str], known: Names) -> Problem:
    """The Problem of a name that is not there: of another kind, or of none."""
    word = WORDS[space]
    for other, ids in known.items():
        if node.text in ids and other in WORDS and not set(ids) & set(allowed):
            message = f"'{node.text}' is {article(WORDS[other])}; here stands {article(word)}"
            return Problem(node.place, "error", "R102", message, *suggest(node.text, allowed))
    hint, fix = suggest(node.text, allowed)
    message = f"there is no {word} called '{node.text[:40]}'"
    return Problem(node.place, "error", "R101", message, hint or _all(allowed), fix)


def _all(allowed: list[str]) -> str:
    """A short list of what there is, where it is short enough to help."""
    return f"there are: {', '.join(allowed)}" if 0 < len(allowed) <= 8 else ""


def article(word: str) -> str:
    """A word with its article: "a flag", "an ending"."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
