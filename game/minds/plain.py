"""Minds that need no model: history, chance and a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine import dice
from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.minds.mind import draw, no_tool
from game.model.bundle import Row
from game.model.tables import RESULTS, DecisionTable, StandoffTable, Tables

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
        choose = _by_kind if stage.kind == "round" else _evenly
        return choose(worlds, entry.key, place, side, open_, luck), self._tool(worlds, asked, entry.key, place, side)

    def _tool(self, worlds: Worlds, asked: Prompt, identity: int, place: int, side: int) -> Row:
        found, tools = no_tool(worlds), asked.tools[side]
        if len(tools) and tools.any():
            luck = dice.uniform(worlds["seed"], dice.key(identity, place, dice.MIND, side + 2))
            users = np.flatnonzero(luck < self.tool_share)
            again = np.minimum(luck[users] / self.tool_share, 0.999999)
            found[users] = draw(tools.take(users, axis=1), again)
        return found


def _evenly(worlds: Worlds, identity: int, place: int, side: int, open_: Row, luck: Row) -> Row:
    """Any open choice alike."""
    return draw(open_, luck)


def _by_kind(worlds: Worlds, identity: int, place: int, side: int, open_: Row, luck: Row) -> Row:
    """Hold, climb, back or one of the offers, each kind alike."""
    counted = _counted(open_[_OFFER:])
    if not counted or not counted[-1].any():
        return draw(open_[:_OFFER], luck)
    kind = draw(np.stack([*open_[:_OFFER], counted[-1] > 0]), luck)
    again = dice.uniform(worlds["seed"], dice.key(identity, place, dice.MIND, side + 4))
    wanted = (again * counted[-1]).astype(np.int16)
    which = np.zeros(len(luck), np.int8)
    for count in counted:
        which += count <= wanted
    chosen: Row = kind + (kind == _OFFER) * which
    return chosen


def _counted(open_: Row) -> list[Row]:
    """How many are open among the first, the first two, the first three, ..., in each world."""
    counted = list[Row]()
    for row in open_:
        counted.append(counted[-1] + row if counted else row.astype(np.int16))
    return counted


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
        if asked.stage.kind == "reply" and isinstance(what, StandoffTable):
            return _met_halfway(what, asked, side), no_tool(worlds)
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


def _met_halfway(what: StandoffTable, asked: Prompt, side: int) -> Row:
    """Where the standoff ended by both, or by a deal, the other's step back is followed and its offer accepted."""
    together = what.history_result in (RESULTS.index("both-back"), RESULTS.index("deal"))
    open_ = asked.open[side]
    return np.where(open_[1], int(together), np.argmax(open_, axis=0)).astype(np.int8)


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
