"""The leader at the table: the model's first thought, then a look ahead over what it knows and believes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.prompts import Prompt
from game.engine.worlds import SIDES, Worlds
from game.minds.ahead import Look, Ways, outlook, parts, worth
from game.minds.leader import LeaderMind
from game.minds.mind import Mind, quantal
from game.minds.toolbox import price
from game.model.bundle import Row
from game.model.tables import Tables


@dataclass(frozen=True)
class Level:
    """How well a leader plays.

    first: how sharply its first thought is; pictures: how many worlds it looks ahead in for each way to answer (0: it
    does not look); habit: points by which a look ahead must beat the first thought; sharpness: how finely it tells
    points apart.
    """

    id: str
    first: float
    pictures: int = 0
    habit: float = 0.0
    sharpness: float = 0.0


#: From forgiving to ruthless.
LEVELS = (
    Level("forgiving", 0.6),
    Level("standard", 1.0, 16, 3.0, 0.8),
    Level("hard", 1.0, 24, 0.7, 1.6),
    Level("ruthless", 1.0, 40, 0.0, 6.0),
)


#: How much more capital is missed than a picture shows, in which nobody looks ahead again and uses it well.
MISSED = 4.0


@dataclass(frozen=True)
class Thought:
    """What went through a leader's head: its first thought, the ways it weighed, what it made of each (ways, worlds).

    The first ways have each choice (as many as choices) with its first instrument, the last its first choice with each
    instrument, and with none. points are the parts of worth (parts, ways, worlds), named by `ahead.parts`. taken is
    what it came to. A leader who does not look ahead weighs no ways.
    """

    first: tuple[Row, Row]
    ways: Ways
    worth: Row
    choices: int
    points: Row
    taken: tuple[Row, Row]


@dataclass(frozen=True)
class LeaderAtTable:
    """A leader who plays against a person. rival is how it pictures the leader of the other side."""

    model: LeaderMind
    rival: Mind
    level: Level

    @property
    def name(self) -> str:
        """The leader's name."""
        return self.model.name

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The first thought, unless something else looks better from ahead."""
        return self.ponder(tables, worlds, asked, side).taken

    def ponder(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Thought:
        """All that goes through its head at a question, to what it takes."""
        first = self.model.choose(tables, worlds, asked, side)
        if not self.level.pictures:
            nothing = np.empty((0, worlds.count))
            return Thought(first, Ways(nothing, nothing), nothing, 0, np.empty((0, 0, worlds.count)), first)
        thought = self.think(tables, worlds, asked, side, first)
        return replace(thought, taken=self.settle(thought, worlds, asked, side))

    def think(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int, first: tuple[Row, Row]) -> Thought:
        """What each open choice with the first thought's instrument is worth, and each instrument with its choice."""
        choices, tools = len(asked.open[side]), len(asked.tools[side])
        each = [(np.full(worlds.count, index), first[1]) for index in range(choices)]
        if asked.tools[side].any():
            each += [(first[0], np.full(worlds.count, index)) for index in (*range(tools), -1)]
        able = self._able(asked, side, len(each))
        ways = Ways(
            np.where(able, np.stack([way[0] for way in each]), first[0]),
            np.where(able, np.stack([way[1] for way in each]), first[1]),
        )
        used = able.any(axis=1)
        minds = (self.model, self.rival) if side == 0 else (self.rival, self.model)
        look = Look(tables, asked, side, self.model.profile, minds, self.level.pictures)
        points = np.zeros((len(parts(tables, side)), *able.shape))
        luck = self.model.luck(worlds, asked, 6)
        points[:, used] = outlook(look, worlds, Ways(ways.choice[used], ways.tool[used]), luck)
        return Thought(first, ways, np.where(able, worth(points), -np.inf), choices, points, first)

    def _able(self, asked: Prompt, side: int, ways: int) -> Row:
        """Which ways are open, (ways, worlds)."""
        rows = [*asked.open[side]]
        if ways > len(rows):
            rows += [*asked.tools[side], np.ones(len(rows[0]), np.bool_)]
        return np.stack(rows)

    def settle(self, thought: Thought, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """Choose among what was weighed, by quantal response."""
        choice = self._pick(thought.worth[: thought.choices], thought.first[0], worlds, asked, 0)
        if len(thought.worth) == thought.choices:
            return choice, thought.first[1]
        tools = len(thought.worth) - thought.choices - 1
        usual = np.where(thought.first[1] < 0, tools, thought.first[1])
        worth = thought.worth[thought.choices :].copy()
        for index, one in enumerate(self.model.tables.instruments):
            worth[index] -= MISSED * price(one.cost, worlds[f"capital/{SIDES[side]}"])
        tool = self._pick(worth, usual, worlds, asked, 2)
        return choice, np.where(tool == tools, -1, tool).astype(np.int8)

    def _pick(self, worth: Row, usual: Row, worlds: Worlds, asked: Prompt, place: int) -> Row:
        values = worth + self.level.habit * (np.arange(len(worth))[:, None] == usual)
        luck = self.model.luck(worlds, asked, 4 + place)
        return quantal(values, worth > -np.inf, self.level.sharpness, luck)
