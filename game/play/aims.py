"""Aims in words: what each asks for, how it stands now, and why it was met or missed.

One reading of a condition serves the page before a game, the panel during it and the debrief after it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.engine.holds import mask
from game.engine.single import number, tension_of
from game.engine.worlds import Worlds
from game.model.people import SIDES
from game.model.tables import RESULTS
from game.model.when import Condition, Range
from game.play.game import Game
from game.play.narration import name_of, result_words

#: Of many ways to an aim, as many as are named where none of them came about.
MOST_REASONS = 2


@dataclass(frozen=True)
class Aim:
    """One aim: met says whether it holds now, open whether it is still to be decided, why gives its parts in words.

    waits says that something it rests on has not come about yet, so that nobody can say how it stands.
    """

    label: str
    met: bool
    open: bool
    why: str
    waits: bool = False

    @property
    def state(self) -> str:
        """How it stands, in a word or two."""
        if self.open and self.met and self.waits:
            return "open"
        if self.open:
            return "so far" if self.met else "not yet"
        return "met" if self.met else "missed"


@dataclass(frozen=True)
class _Part:
    """A part of a condition: what it says of this world, and whether it holds; pending ones wait for a result.

    wish says that its text is not so in this world, but asked for.
    """

    text: str
    holds: bool
    pending: bool = False
    wish: bool = False

    @property
    def told(self) -> str:
        """Its text, as a reason."""
        return f"asked for: {self.text}" if self.wish and self.text else self.text


def aims(game: Game, side: str, worlds: Worlds | None = None) -> list[Aim]:
    """A side's aims as they stand. worlds is what a reader may know of the game; everything where left out.

    What several aims ask for alike is told only with an aim that has nothing else to say; while a game goes on, once.
    """
    reader = _Reader(game, side, worlds or game.worlds)
    found = [_aim(reader, name) for name in game.scenario.sides[side].aims]
    counts = Counter(text for _, texts in found for text in texts)
    told = set[str]()
    return [replace(aim, why="; ".join(_own(texts, counts, told, game.over))) for aim, texts in found]


def _own(texts: Sequence[str], counts: Mapping[str, int], told: set[str], over: bool) -> list[str]:
    """What one aim says of itself; what it shares only if nobody has said it and it has nothing else to say."""
    own = [text for text in texts if counts[text] == 1]
    shared = [] if own else [text for text in texts if over or text not in told]
    told.update(shared)
    return own + shared


def _aim(reader: _Reader, name: str) -> tuple[Aim, list[str]]:
    """An aim without its reasons, and the reasons."""
    game, told = reader.game, reader.game.scenario.sides[reader.side].aims[name]
    parts = reader.parts(told.when)
    if game.over:
        table = dict(game.tables.sides[SIDES.index(reader.side)].aims)
        met = bool(mask(game.tables, game.worlds.rows, table[name])[0])
        shown = [part for part in parts if part.holds == met] or parts
    else:
        met = all(part.holds for part in parts if not part.pending)
        shown = [part for part in parts if not part.pending]
    texts = list(dict.fromkeys(part.told for part in shown if part.text))
    return Aim(told.label, met, not game.over, "", any(part.pending for part in parts)), texts


class _Reader:
    """Reads conditions in one world. During a game it leaves out what the side cannot see."""

    def __init__(self, game: Game, side: str, worlds: Worlds) -> None:
        self.game, self.side, self.worlds = game, side, worlds

    def parts(self, when: Condition) -> list[_Part]:
        """Every part of a condition that can be told."""
        found = [part for make in _MAKERS for part in make(self, when)]
        found += [_any([self.parts(one) for one in when.any_])] if when.any_ else []
        return found + [_none(self.parts(one)) for one in when.none]

    def sees(self, seen_by: tuple[str, ...]) -> bool:
        """Whether this side may know of it now."""
        return self.game.over or self.side in seen_by

    def value(self, row: str) -> float:
        """A row's number."""
        return number(self.worlds, row)


def _flags(reader: _Reader, when: Condition) -> list[_Part]:
    told = reader.game.scenario.flags
    wanted = [(flag, True) for flag in when.flags] + [(flag, False) for flag in when.unset]
    parts = []
    for flag, asked in wanted:
        if reader.sees(told[flag].seen_by):
            is_set = bool(reader.value(f"flag/{flag}"))
            text = _plain(told[flag].about) if is_set or asked else ""
            parts.append(_Part(text, is_set == asked, wish=not is_set))
    return parts


def _meters(reader: _Reader, when: Condition) -> list[_Part]:
    told = reader.game.scenario.meters
    return [
        _number(told[name].label, reader.value(f"meter/{name}"), span)
        for name, span in when.meters.items()
        if reader.sees(told[name].seen_by)
    ]


def _others(reader: _Reader, when: Condition) -> list[_Part]:
    """Tension, relations and how far the issue is settled."""
    scenario, parts = reader.game.scenario, []
    for pair, span in when.relations.items():
        one, _, other = pair.partition(">")
        label = f"{name_of(scenario, one)} towards {name_of(scenario, other)}"
        parts.append(_number(label, reader.value(f"relation/{pair}"), span))
    if when.tension:
        parts.append(_number("Tension", tension_of(reader.game.tables, reader.worlds), when.tension))
    if when.settlement:
        hundredths = Range(at_least=_scaled(when.settlement.at_least), at_most=_scaled(when.settlement.at_most))
        parts.append(_number("The issue is settled to", 100.0 * reader.value("settled"), hundredths))
    return parts


def _scaled(bound: float | None) -> float | None:
    return None if bound is None else 100.0 * bound


def _facts(reader: _Reader, when: Condition) -> list[_Part]:
    """Hidden facts are told only when all is over."""
    if not reader.game.over:
        return []
    told = reader.game.scenario.facts
    return [
        _Part(_plain(told[fact].about), bool(reader.value(f"fact/{fact}")) == true) for fact, true in when.facts.items()
    ]


def _chosen(reader: _Reader, when: Condition) -> list[_Part]:
    parts = []
    for entry, wanted in when.chosen.items():
        labels = list(reader.game.scenario.decisions[entry].choices)
        place = int(reader.value(f"chosen/{entry}"))
        taken = labels[place - 1] if place > 0 else ""
        text = reader.game.scenario.decisions[entry].choices[taken or wanted[0]].label
        parts.append(_Part(text, taken in wanted, not taken, wish=not taken))
    return parts


def _results(reader: _Reader, when: Condition) -> list[_Part]:
    """How standoffs ended; until they have, nothing is decided. Where every end will do, only a war tells."""
    parts = []
    for entry, wanted in when.result.items():
        place = int(reader.value(f"result/{entry}"))
        result = RESULTS[place - 1] if place > 0 else ""
        text = result_words(reader.game.scenario, result) if result else "control was lost" if reader.game.war else ""
        told = "" if result and len(wanted) == len(RESULTS) else text
        parts.append(_Part(told, result in wanted, not result and not reader.game.over))
    return parts


_MAKERS: tuple[Callable[[_Reader, Condition], list[_Part]], ...] = (
    _flags, _meters, _others, _facts, _chosen, _results,
)  # fmt: skip


def _any(groups: list[list[_Part]]) -> _Part:
    """One of several groups must hold. Where none does: what stands in the way, or what would have come nearest."""
    held = next((group for group in groups if all(part.holds for part in group)), None)
    if held is not None:
        return _Part(_joined(held), True)
    failed = [[part for part in group if not part.holds] for group in groups]
    pending = any(part.pending for group in groups for part in group)
    against = dict.fromkeys(part.text for group in failed for part in group if part.text and not part.wish)
    if against:
        return _Part("; ".join(list(against)[:MOST_REASONS]), False, pending)
    failed.sort(key=len)
    return _Part(" or ".join(_joined(group) for group in failed[:MOST_REASONS]), False, pending, wish=True)


def _none(group: list[_Part]) -> _Part:
    """A group of which not all may hold; said only where it does."""
    spoilt = bool(group) and all(part.holds for part in group)
    return _Part(_joined(group) if spoilt else "", not spoilt)


def _joined(group: list[_Part]) -> str:
    return ", ".join(part.text for part in group if part.text)


def _number(label: str, value: float, span: Range) -> _Part:
    """A number beside its bound: "Ulbricht's border 51, needs 55". It is rounded so that it never seems to reach it."""
    low, high = span.at_least, span.at_most
    holds = (low is None or value >= low) and (high is None or value <= high)
    if low is not None and value < low:
        return _Part(f"{label} {min(round(value), math.ceil(low) - 1)}, needs {low:g}", holds)
    if high is not None and value > high:
        return _Part(f"{label} {max(round(value), math.floor(high) + 1)}, at most {high:g}", holds)
    bound = f"needs {low:g}" if low is not None else f"at most {high:g}" if high is not None else ""
    return _Part(f"{label} {round(value)}, {bound}" if bound else f"{label} {round(value)}", holds)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
