"""Looking ahead: what each way to answer is worth, by playing on from it in worlds as the leader pictures them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.holds import mask
from game.engine.prompts import Prompt
from game.engine.tension import tension
from game.engine.worlds import Worlds
from game.minds.appraisal import weight
from game.minds.imagine import imagined
from game.minds.mind import Mind
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.people import Leader
from game.model.tables import Stage, Tables

#: Judgements, in points (ten points of a meter that the leader wants with weight 1): all aims, a war, full tension.
AIMS, WAR, HEAT = 12.0, 60.0, 4.0
#: Pictures that are played on together: enough to hide the interpreter, few enough for memory.
TOGETHER = 40_000


@dataclass(frozen=True)
class Ways:
    """Ways to answer one question: for each a choice and an instrument (-1: none), of shape (ways, worlds)."""

    choice: Row
    tool: Row

    def part(self, places: slice) -> Ways:
        """The same ways in some worlds."""
        return Ways(self.choice[:, places], self.tool[:, places])


@dataclass(frozen=True)
class Look:
    """Who looks ahead from which question: its side and profile, the minds it pictures, how many pictures it draws."""

    tables: Tables
    asked: Prompt
    side: int
    leader: Leader
    minds: tuple[Mind, Mind]
    pictures: int


@dataclass(frozen=True)
class Given:
    """Answers one question as told, and leaves every other to another mind."""

    stage: Stage
    side: int
    choice: Row
    tool: Row
    rest: Mind
    name: str = "given"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """What it was told to answer, at its question."""
        if asked.stage == self.stage and side == self.side:
            return self.choice, self.tool
        return self.rest.choose(tables, worlds, asked, side)


def parts(tables: Tables, side: int) -> tuple[str, ...]:
    """What a side's leader counts at the end of a world: the meters that it wants, its aims, war and tension."""
    own = tables.sides[side]
    meters = (name for name, _ in own.wants if name != "tension")
    return (*meters, *(f"aim/{name}" for name, _ in own.aims), "war", "tension")


def outlook(look: Look, seen: Worlds, ways: Ways, luck: Row) -> Row:
    """Mean points of each part of each way in each world, shape (parts, ways, worlds), over its pictures of that world.

    seen are worlds as the side sees them, luck what the leader happens to picture in each. The pictures of one way
    share their luck with those of the others.
    """
    size = max(1, TOGETHER // (look.pictures * len(ways.choice)))
    spans = [slice(first, first + size) for first in range(0, seen.count, size)]
    return np.concatenate([_outlook(look, seen.part(span), ways.part(span), luck[span]) for span in spans], axis=2)


def worth(points: Row) -> Row:
    """What ways are worth, (ways, worlds): the sum of their parts, one after the other."""
    total: Row = points[0].copy()
    for part in points[1:]:
        total = total + part
    return total


def _outlook(look: Look, seen: Worlds, ways: Ways, luck: Row) -> Row:
    stage, count = look.asked.stage, len(ways.choice)
    pictures = imagined(look.tables, seen, look.side, look.leader, look.pictures, luck)
    again = np.tile(np.arange(pictures.count), count)
    many = Worlds({name: pictures[name][again] for name in pictures})
    both = [*look.minds]
    choice, tool = (np.repeat(rows.ravel(), look.pictures).astype(np.int8) for rows in (ways.choice, ways.tool))
    both[look.side] = Given(stage, look.side, choice, tool, look.minds[look.side])
    rest = look.tables.stages[look.tables.stages.index(stage) :]
    final = walk(look.tables, many, (both[0], both[1]), stages=rest)
    points: Row = np.stack(_points(look, final)).reshape(-1, count, seen.count, look.pictures).mean(axis=3)
    return points


def _points(look: Look, worlds: Worlds) -> list[Row]:
    """What the end of a world is worth to a leader, part by part."""
    own, fears = look.tables.sides[look.side], feared(look.leader)
    wants = ((name, weight(own, look.leader, name, want)) for name, want in own.wants if name != "tension")
    rows = [want * worlds[name] / 10.0 for name, want in wants]
    rows += [AIMS / len(own.aims) * mask(look.tables, worlds.rows, when) for _, when in own.aims]
    heat = tension(look.tables.parameters, worlds.rows) / 100.0
    war = np.isin(worlds["ending"], look.tables.wars)
    return [*rows, -WAR * fears * war, -HEAT * fears * heat**2]


def feared(leader: Leader) -> float:
    """How much a leader minds war and tension, beside one of middling caution."""
    return 0.5 + leader.nuke / 100.0
