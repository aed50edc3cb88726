"""How long a game is: entries, questions and words for each side, and where tension stands at an end of its scale."""

from __future__ import annotations

from dataclasses import dataclass, field, is_dataclass
from typing import Any

import numpy as np

from game.engine.prompts import Moves, Prompt
from game.engine.tension import tension
from game.engine.worlds import SIDES, Worlds
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import DecisionTable, Stage, Tables
from game.scenario.checks.reading import words
from game.scenario.fields import plan

#: Tension is saturated above and below these.
TOP, BOTTOM = 95.0, 5.0

Three = tuple[float, float, float]


@dataclass(frozen=True)
class Lengths:
    """Of games: entries that open, questions and words by side, each as the number that 10, 50 and 90 in 100 of games
    stay below; the share of days with tension above TOP and below BOTTOM; entries at which most of that begins.
    """

    entries: Three
    questions: dict[str, Three]
    words: dict[str, Three]
    above: float
    below: float
    peaks: dict[str, float]


@dataclass
class Meter:
    """Sees a batch walk by and counts."""

    scenario: Scenario
    tables: Tables
    entries: list[Row] = field(default_factory=list)
    questions: dict[int, list[Row]] = field(default_factory=lambda: {0: [], 1: []})
    read: dict[int, list[Row]] = field(default_factory=lambda: {0: [], 1: []})
    days: Row = field(default_factory=lambda: np.zeros(3))
    peaks: dict[str, float] = field(default_factory=dict)
    _now: Row | None = None
    _level: Row | None = None

    def see(self, stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        """One stage."""
        live = worlds["ending"] < 0
        if stage.kind == "open":
            self._pass(worlds, live)
        if stage.kind in ("event", "move") or (stage.kind == "round" and stage.round == 0):
            self._open(stage, worlds, worlds["here"] & live)
        if asked is not None:
            self._asked(stage, worlds, asked, moves)

    def _open(self, stage: Stage, worlds: Worlds, where: Row) -> None:
        """An entry comes up in the worlds of a mask."""
        self.entries.append(where)
        name = self.tables.entries[stage.entry].id
        if stage.kind == "event":
            self._happens(name, where)
        level = tension(self.tables.parameters, worlds.rows)
        self.peaks[name] = float((level[where] > TOP).sum() / worlds.count)

    def _pass(self, worlds: Worlds, live: Row) -> None:
        """The time since the last entry, at the tension that it began with."""
        now, level = worlds["now"], tension(self.tables.parameters, worlds.rows)
        if self._now is not None and self._level is not None:
            gap = np.where(live, now - self._now, 0)
            self.days += [gap.sum(), gap[self._level > TOP].sum(), gap[self._level < BOTTOM].sum()]
        self._now, self._level = now, level

    def _happens(self, name: str, where: Row) -> None:
        told = self.scenario.events[name]
        for side in (0, 1):
            if SIDES[side] in told.seen_by:
                self.read[side].append(where * (words(told.title) + words(told.text)))

    def _asked(self, stage: Stage, worlds: Worlds, asked: Prompt, moves: Moves) -> None:
        entry = self.tables.entries[stage.entry]
        for side in (0, 1):
            self.questions[side].append(asked.asked[side])
            first = stage.kind == "move" or (stage.kind == "round" and stage.round == 0)
            if first:
                self.read[side].append(asked.asked[side] * before(self.scenario, entry.id, SIDES[side]))
            if stage.kind == "move" and isinstance(entry.what, DecisionTable) and entry.what.side == side:
                after = np.array([*_outcomes(self.scenario, entry.id), 0.0])
                self.read[side].append(after[moves.choice[side]] * asked.asked[side])

    def lengths(self) -> Lengths:
        """What was counted."""
        shares = self.days / max(self.days[0], 1.0)
        high = sorted(((share, name) for name, share in self.peaks.items() if share), reverse=True)[:3]
        return Lengths(
            _three(self.entries),
            {SIDES[side]: _three(rows) for side, rows in self.questions.items()},
            {SIDES[side]: _three(rows) for side, rows in self.read.items()},
            float(shares[1]),
            float(shares[2]),
            {name: share for share, name in high},
        )


def _three(rows: list[Row]) -> Three:
    total = np.sum(rows, axis=0) if rows else np.zeros(1)
    low, middle, high = np.percentile(total, (10, 50, 90))
    return float(low), float(middle), float(high)


def _outcomes(scenario: Scenario, decision: str) -> list[float]:
    """Words that a side reads after each choice: the mean of its outcomes."""
    choices = scenario.decisions[decision].choices.values()
    return [float(np.mean([words(outcome.text) for outcome in choice.outcomes.values()])) for choice in choices]


def before(scenario: Scenario, entry: str, side: str) -> int:
    """Words that a side must read before it can answer a decision, or a standoff's first round."""
    standoff = scenario.standoffs.get(entry)
    if standoff is None:
        return _compulsory(scenario.decisions[entry])
    return _compulsory(standoff, "sides") + _compulsory(standoff.sides[side])


def _compulsory(record: Any, skipped: str = "") -> int:
    """Words of the texts of a record, and of those inside it, that must be read."""
    total = 0
    for field_ in plan(record.__class__).values():
        value = getattr(record, field_.attribute)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for one in inner if field_.attribute != skipped else ():
            if is_dataclass(one):
                total += _compulsory(one)
            elif isinstance(one, str) and field_.spec.compulsory:
                total += words(one)
    return total
