"""Minds that need no model: history, chance and a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine import dice
from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.minds.mind import draw, no_tool
from game.model.tables import DecisionTable, Row, StandoffTable, Tables

_OFFER = 3


@dataclass(frozen=True)
class Chance:
    """Chooses evenly among what is open; an offer counts as one kind of move. Uses an instrument now and then."""

    name: str = "chance"
    tool_share: float = 0.15

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """Evenly by kind, with the world's own dice."""
        entry, stage = tables.entries[asked.stage.entry], asked.stage
        place = stage.round * 8 + len(stage.kind)
        luck = dice.uniform(worlds["seed"], dice.key(entry.key, place, dice.MIND, side))
        open_ = asked.open[side]
        if stage.kind == "round":
            return _by_kind(worlds, entry.key, place, side, open_, luck), self._tool(
                worlds, asked, entry.key, place, side
            )
        return draw([np.asarray(row, np.float64) for row in open_], luck), self._tool(
            worlds, asked, entry.key, place, side
        )

    def _tool(self, worlds: Worlds, asked: Prompt, identity: int, place: int, side: int) -> Row:
        tools = asked.tools[side]
        if not len(tools) or not tools.any():
            return no_tool(worlds)
        luck = dice.uniform(worlds["seed"], dice.key(identity, place, dice.MIND, side + 2))
        found = draw([row.astype(np.float64) for row in tools], np.minimum(luck / self.tool_share, 0.999999))
        return np.where(luck < self.tool_share, found, -1).astype(np.int8)


def _by_kind(worlds: Worlds, identity: int, place: int, side: int, open_: Row, luck: Row) -> Row:
    """Hold, climb, back or one of the offers, each kind alike."""
    offers = open_[_OFFER:]
    kinds = [row.astype(np.float64) for row in open_[:_OFFER]]
    some: Row = np.any(offers, axis=0) if len(offers) else np.zeros(len(luck), np.bool_)
    kind = draw([*kinds, np.asarray(some, np.float64)], luck)
    if not some.any():
        return kind
    again = dice.uniform(worlds["seed"], dice.key(identity, place, dice.MIND, side + 4))
    counted = np.cumsum(offers, axis=0)
    wanted = np.floor(again * counted[-1]).astype(np.int64) + 1
    which = (counted < wanted).sum(axis=0)
    return np.where(kind == _OFFER, _OFFER + which, kind).astype(np.int8)


@dataclass(frozen=True)
class History:
    """Does what was done; where that is closed, the open choice nearest by act; off the path, the mildest exit."""

    name: str = "history"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The documented move of this entry and round."""
        what = tables.entries[asked.stage.entry].what
        if asked.stage.kind == "move" and isinstance(what, DecisionTable):
            return _nearest(what, side, asked.open[side]), no_tool(worlds)
        if asked.stage.kind == "round" and isinstance(what, StandoffTable):
            return _as_then(what, asked, side), no_tool(worlds)
        return np.argmax(asked.open[side], axis=0).astype(np.int8), no_tool(worlds)


def _nearest(what: DecisionTable, side: int, open_: Row) -> Row:
    """By distance in hostile impulse from the documented choice; without one, from the choice that offers an exit."""
    first = what.outcomes.first
    force = what.bundle.hostile[side][first] - what.bundle.friendly[side][first]
    model = what.history if what.history >= 0 else int(np.argmax(what.exits))
    distance = np.abs(force - force[model]) + 1e-6 * np.abs(np.arange(len(force)) - model)
    nearest: Row = np.where(open_, distance[:, None], np.inf).argmin(axis=0).astype(np.int8)
    return nearest


def _as_then(what: StandoffTable, asked: Prompt, side: int) -> Row:
    """The move of history's round; after its last one, hold. A historical offer is the first open package."""
    open_, round_ = asked.open[side], asked.stage.round
    kind = what.history[round_][side] if round_ < len(what.history) else 0
    offers = open_[_OFFER:]
    if kind >= _OFFER and len(offers) and offers.any():
        return np.where(offers.any(axis=0), _OFFER + np.argmax(offers, axis=0), 0).astype(np.int8)
    kind = kind if kind < _OFFER else 0
    return np.where(open_[kind], kind, np.argmax(open_, axis=0)).astype(np.int8)


@dataclass(frozen=True)
class Script:
    """Plays given choices at given decisions, and leaves the rest to another mind."""

    moves: Mapping[str, str]
    rest: History | Chance = History()
    name: str = "script"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The scripted choice where it is open."""
        entry = tables.entries[asked.stage.entry]
        choice, tool = self.rest.choose(tables, worlds, asked, side)
        if asked.stage.kind == "move" and isinstance(entry.what, DecisionTable) and entry.id in self.moves:
            wanted = entry.what.choices.index(self.moves[entry.id])
            choice = np.where(asked.open[side][wanted], wanted, choice).astype(np.int8)
        return choice, tool
