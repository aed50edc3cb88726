"""Three strategies of one rule each, to measure leaders against: always climb, always yield, answer in kind.

They use no instruments and no luck. How hard a choice is, is read from its own act: weight/10 x salience in impulses,
above 0 hostile; a secret act counts as none. So choices of different decisions can be held against each other.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.prompts import Prompt
from game.engine.standoff_scene import BACK, CLIMB, HOLD, OFFER
from game.engine.worlds import SIDES, Worlds
from game.minds.mind import no_tool
from game.model.bundle import Row
from game.model.tables import DecisionTable, StandoffTable, Tables

#: How much harder than its act an open use of force or a threat is, and how much softer giving way and an exit are.
_STANCE = (0.0, 0.2, 0.3, -1.0)
_FORCE, _EXIT = 0.3, 0.1


def force(what: DecisionTable) -> Row:
    """The hostile impulse of each choice's own act (below 0: friendly), shape (choices,)."""
    first = what.outcomes.first
    hostile: Row = what.bundle.hostile[what.side][first] - what.bundle.friendly[what.side][first]
    return hostile


def firmness(what: DecisionTable) -> Row:
    """How firm each choice is: its act, beside threats, the use of force, giving way and exits; shape (choices,)."""
    first = what.outcomes.first
    stance = np.array(_STANCE)[what.bundle.stance[what.side][first]]
    firm: Row = force(what) + stance + _FORCE * (what.bundle.force[first] > 0) - _EXIT * what.exits
    return firm


@dataclass(frozen=True)
class Simple(ABC):
    """A strategy that answers each kind of question by one rule."""

    name: str = "simple"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """By the rule for this kind of question; never an instrument."""
        what, kind = tables.entries[asked.stage.entry].what, asked.stage.kind
        if kind in ("incident", "alarm"):
            wanted = self.alarmed(tables, worlds, asked, side)
        elif isinstance(what, DecisionTable):
            wanted = _best(self.weighed(tables, worlds, asked, side, what), asked.open[side])
        else:
            assert isinstance(what, StandoffTable)
            wanted = self.replied(asked, side) if kind == "reply" else self.moved(worlds, asked, side, what)
        return wanted.astype(np.int8), no_tool(worlds)

    @abstractmethod
    def weighed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int, what: DecisionTable) -> Row:
        """How much it likes each choice of a decision in each world."""

    @abstractmethod
    def moved(self, worlds: Worlds, asked: Prompt, side: int, what: StandoffTable) -> Row:
        """Its move in a round of a standoff."""

    @abstractmethod
    def replied(self, asked: Prompt, side: int) -> Row:
        """Whether it follows a step back or takes an offer: 1 or 0."""

    @abstractmethod
    def alarmed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
        """Its answer to an accident."""


@dataclass(frozen=True)
class Climb(Simple):
    """Takes the firmest open choice, climbs wherever it can, refuses every offer."""

    name: str = "climb"

    def weighed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int, what: DecisionTable) -> Row:
        """The firmer the better."""
        return _everywhere(firmness(what), worlds)

    def moved(self, worlds: Worlds, asked: Prompt, side: int, what: StandoffTable) -> Row:
        """Up, or hold at the top."""
        return np.where(asked.open[side][CLIMB], CLIMB, HOLD)

    def replied(self, asked: Prompt, side: int) -> Row:
        """Never."""
        return np.zeros(asked.open[side].shape[1], np.int8)

    def alarmed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
        """The most dangerous answer."""
        return _best(_dangers(tables, worlds, asked, side), asked.open[side])


@dataclass(frozen=True)
class Yield(Simple):
    """Takes the softest open choice, gives way or offers what it can, takes every offer."""

    name: str = "yield"

    def weighed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int, what: DecisionTable) -> Row:
        """The softer the better."""
        return _everywhere(-firmness(what), worlds)

    def moved(self, worlds: Worlds, asked: Prompt, side: int, what: StandoffTable) -> Row:
        """Back; before it may, the offer that is worth most to the other; else hold."""
        open_ = asked.open[side]
        offer = _kindest(open_, side, what)
        return np.where(open_[BACK], BACK, np.where(offer >= 0, OFFER + offer, HOLD))

    def replied(self, asked: Prompt, side: int) -> Row:
        """Always."""
        return np.ones(asked.open[side].shape[1], np.int8)

    def alarmed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
        """The safest answer."""
        return _best(-_dangers(tables, worlds, asked, side), asked.open[side])


@dataclass(frozen=True)
class Mirror(Simple):
    """Tit for tat (Axelrod 1984): as hostile or friendly as the last open act of the other, and at first neither."""

    name: str = "mirror"

    def weighed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int, what: DecisionTable) -> Row:
        """The nearer to what the other did, the better."""
        likeness: Row = -np.abs(force(what)[:, None] - last_act(tables, worlds, asked.stage.entry, 1 - side))
        return likeness

    def moved(self, worlds: Worlds, asked: Prompt, side: int, what: StandoffTable) -> Row:
        """Climb after a climb, an offer after an offer, else hold."""
        open_, other = asked.open[side], worlds[f"move/{SIDES[1 - side]}"] - 1
        climbs, offer = (other == CLIMB) & open_[CLIMB], _kindest(open_, side, what)
        return np.where(climbs, CLIMB, np.where((other >= OFFER) & (offer >= 0), OFFER + offer, HOLD))

    def replied(self, asked: Prompt, side: int) -> Row:
        """A step back and an offer are both friendly, so yes."""
        return np.ones(asked.open[side].shape[1], np.int8)

    def alarmed(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
        """Dangerously after a hostile act, safely after any other."""
        hostile = last_act(tables, worlds, asked.stage.entry, 1 - side) > 0
        return _best(np.where(hostile, 1.0, -1.0) * _dangers(tables, worlds, asked, side), asked.open[side])


def last_act(tables: Tables, worlds: Worlds, before: int, side: int) -> Row:
    """The hostile impulse of a side's last choice, among the entries before one, that can be seen; 0 where none can."""
    found, told = np.zeros(worlds.count), np.zeros(worlds.count, np.bool_)
    for entry in reversed(tables.entries[:before]):
        if isinstance(entry.what, DecisionTable) and entry.what.side == side:
            chosen = worlds[f"chosen/{entry.id}"]
            known = ~told & (chosen > 0)
            found = np.where(known, force(entry.what)[np.maximum(chosen - 1, 0)], found)
            told = told | known
    return found


def _everywhere(values: Row, worlds: Worlds) -> Row:
    """Values of choices that are the same in every world, shape (choices, worlds)."""
    return np.repeat(values[:, None], worlds.count, axis=1)


def _best(values: Row, open_: Row) -> Row:
    """The first of the best open options in each world."""
    best: Row = np.where(open_, values, -np.inf).argmax(axis=0)
    return best


def _kindest(open_: Row, side: int, what: StandoffTable) -> Row:
    """The open package that is worth most to the other side and costs it least doubt; -1 where none is open."""
    terms = np.concatenate([what.worth[1 - side], [0.0]])
    worth = np.array([terms[first] + terms[second] for first, second, _ in what.packages], np.float64)
    offers = open_[OFFER:]
    if not len(worth):
        return np.full(open_.shape[1], -1)
    return np.where(offers.any(axis=0), _best(np.repeat(worth[:, None], open_.shape[1], axis=1), offers), -1)


def _dangers(tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
    """How dangerous each answer to the accident at hand is, shape (responses, worlds)."""
    values = np.zeros(asked.open[side].shape)
    for index, incident in enumerate(tables.incidents):
        if incident.side == side and incident.visible:
            here = worlds["incident"] == index
            for place in range(len(incident.responses)):
                values[place] = np.where(here, incident.factors[place] + incident.firm[place], values[place])
    return values


#: The strategies by name.
SIMPLE: Mapping[str, Simple] = {one.name: one for one in (Climb(), Yield(), Mirror())}
