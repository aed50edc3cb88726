"""Reading: how many words a player must read, and what the words may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.model.entries import Decision, Event
from game.model.scenario import Scenario
from game.problems import Problem
from game.scenario.checks.base import Case
from game.scenario.codes import Page
from game.scenario.fields import Spot, walk
from game.scenario.nodes import Mapping

#: The most words that a player may have to read before choosing, over a whole game along the historical path.
COMPULSORY = 3000
TEXTS = frozenset({"line", "text"})
MARKUP = re.compile(r"\*\*|__|</?[a-z]+>|\]\(|^#+ |`", re.MULTILINE)


def check(case: Case) -> None:
    """All of this family."""
    for spot in texts(case.root):
        _length(case, spot)
        _markup(case, spot)
    for side, (on_path, _) in compulsory(case).items():
        if on_path > COMPULSORY:
            message = f"'{side}' must read {on_path} words before its choices; at most {COMPULSORY}"
            case.error("T602", ("sides", side), message, "shorten briefs, or move detail into the papers")
    for name, decision in case.scenario.decisions.items():
        _disagreement(case, name, decision)


def texts(root: Mapping) -> Iterator[Spot]:
    """Every text of a scenario's own; ids and shared texts are none."""
    for spot in walk(Scenario, root, TEXTS):
        if not spot.is_key and not spot.node.file.shared:
            yield spot


def words(text: str) -> int:
    """How many words a text has; a dash alone is none."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def _length(case: Case, spot: Spot) -> None:
    """A text that is longer than its field allows: an error where it must be read before choosing."""
    most, count = spot.field.spec.words, words(spot.node.text)
    if not most or count <= most:
        return
    level = "error" if spot.field.spec.compulsory else "warning"
    message = f"'{spot.field.key}' has {count} words; at most {most}"
    case.problems.append(Problem(spot.node.place, level, "T601", message, "say it in fewer words"))


def _markup(case: Case, spot: Spot) -> None:
    found = MARKUP.search(spot.node.text)
    if found:
        message = f"'{spot.field.key}' holds markup: '{found.group()}'"
        case.problems.append(Problem(spot.node.place, "error", "T603", message, "texts are plain; delete it"))


def compulsory(case: Case) -> dict[str, tuple[int, int]]:
    """Compulsory words by side: along the historical path, and in all entries together."""
    counts = dict.fromkeys(case.scenario.sides, (0, 0))
    for dated in case.calendar:
        if isinstance(dated.entry, Event):
            continue
        node = case.places.node(dated.path)
        spots = walk(type(dated.entry), node, TEXTS, dated.path) if node else []
        for side, (on_path, every) in counts.items():
            if dated.side not in (side, "both"):
                continue
            count = sum(words(spot.node.text) for spot in spots if _reads(spot, side))
            counts[side] = (on_path + count * dated.on_path, every + count)
    return counts


def _reads(spot: Spot, side: str) -> bool:
    """Whether a side must read a text: one of a decision, or in a standoff what is its own or both's."""
    if spot.is_key or not spot.field.spec.compulsory:
        return False
    return spot.path[0] == "decisions" or spot.path[2] != "sides" or spot.path[3] == side


def _disagreement(case: Case, name: str, decision: Decision) -> None:
    favoured = [advice.favours for advice in decision.advice]
    if all(favoured) and len(set(favoured)) == 1:
        message = f"all advisers at '{name}' favour '{favoured[0]}'"
        case.warn("T604", ("decisions", name, "advice"), message, "let somebody want something else")


PAGES = (
    Page(
        "T601", "A text that is too long",
        "Each text has a most number of words (docs/scenario-format.md). It is an error where the player "
        "must read the "
        "text before choosing, else a warning.",
        "        label: Halt the convoy where it stands now and then very politely ask somebody in Moscow",
        "        label: Halt the convoy and ask Moscow",
    ),
    Page(
        "T602", "Too much to read",
        "Along the historical path each side must read at most 3,000 words before its choices: titles, briefs, "
        "advisers' lines and labels of its decisions, and the same in standoffs.",
    ),
    Page(
        "T603", "Markup in a text", "Texts are plain, so stars, backticks and tags would be shown as they are.",
        "        label: Halt the convoy and **ask** Moscow", "        label: Halt the convoy and ask Moscow",
    ),
    Page(
        "T604", "Advisers who all agree", "Two to four advisers disagree; otherwise there is nothing to weigh.",
        "        favours: ask\n      - name: The ambassador", "        favours: drive\n      - name: The ambassador",
    ),
)  # fmt: skip
