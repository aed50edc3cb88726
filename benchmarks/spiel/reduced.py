"""The night at Checkpoint Charlie with two rounds, two rungs and one offer, and all ways through it.

Nothing is ruled here: the shipped scenario is cut, and the one engine steps and asks (`prompt`, `step`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from game.engine.holds import mask
from game.engine.prompts import Moves, Prompt, nothing, prompt
from game.engine.step import start, step
from game.engine.worlds import Gathered, Worlds
from game.insight.many import seeds
from game.minds.sight import sight
from game.model.bundle import Row
from game.model.entries import Standoff
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

SCENARIO, STANDOFF = "checkpoint-charlie-1961", "friedrichstrasse"
#: What is left of it: rounds, rungs above the start, terms of which offers are made.
ROUNDS, RUNGS, TERMS = 2, 2, ("metres",)
CHANCE, OVER = -1, -2
Path = tuple[int, int]


def reduced() -> Scenario:
    """The scenario, cut: no instruments, and so no channel for what is not said in public."""
    whole = load(SCENARIO)
    return replace(whole, instruments={}, standoffs={STANDOFF: _cut(whole.standoffs[STANDOFF])})


def _cut(whole: Standoff) -> Standoff:
    sides = {name: replace(party, rungs=party.rungs[: RUNGS + 1]) for name, party in whole.sides.items()}
    terms = {name: whole.terms[name] for name in TERMS}
    return replace(whole, rounds=ROUNDS, sides=sides, terms=terms, history=None)


@dataclass(frozen=True)
class Node:
    """A place in the game: whose turn it is (or CHANCE, or OVER), what it sees (knows), where each action leads, and
    at the end how many of its aims each side has met.
    """

    player: int
    knows: int = -1
    leads: dict[int, int] = field(default_factory=dict)
    returns: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Desk:
    """What a side sees where it is asked, in worlds that show it the same: one of them, by its place in the batch, and
    the number of the view.
    """

    worlds: Worlds
    asked: Prompt
    side: int
    place: int
    view: int


@dataclass
class Tree:
    """All ways through a number of worlds. The root draws the world; what each side knows are its own views and
    actions so far (perfect recall), never the world.
    """

    tables: Tables
    count: int
    nodes: list[Node] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    _known: dict[tuple[object, ...], int] = field(default_factory=dict)

    def add(self, node: Node) -> int:
        """Add a node and give its number."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def known(self, memory: tuple[object, ...], desk: Desk) -> int:
        """The number of what a side knows, new or seen before in another world."""
        if memory not in self._known:
            self._known[memory] = len(self.desks)
            self.desks.append(desk)
        return self._known[memory]


@dataclass(frozen=True)
class Front:
    """Worlds that have come as far as one stage: for each the edges that lead to it, and what each side remembers."""

    worlds: Worlds
    edges: list[Path]
    memory: list[tuple[Path, Path]]


def grown(count: int) -> Tree:
    """The whole tree of some worlds, grown stage by stage in batches."""
    tables = compile_scenario(reduced())
    tree = Tree(tables, count)
    root = tree.add(Node(CHANCE))
    none = (-1, -1)
    front = Front(start(tables, seeds(count)), [(root, index) for index in range(count)], [(none, none)] * count)
    for stage in tables.stages:
        asked = prompt(tables, front.worlds, stage)
        moves = nothing(front.worlds.count)
        if asked is not None:
            front, moves = _branch(tree, front, asked)
        after = Front(step(tables, front.worlds, stage, moves)[0], front.edges, front.memory)
        front = _finish(tree, after)
        if not front.edges:
            break
    return tree


def _branch(tree: Tree, front: Front, asked: Prompt) -> tuple[Front, Moves]:
    """One world for each pair of answers. Washington's node comes first; Moscow's does not tell them apart."""
    views = [_views(tree.tables, front.worlds, asked, side) for side in (0, 1)]
    ways = [way for place in range(front.worlds.count) for way in _ways(tree, front, asked, views, place)]
    places = np.array([way[0] for way in ways])
    choices = np.array([way[1] for way in ways], np.int8).T
    rows = Gathered(front.worlds.rows, places)
    worlds = Worlds({name: rows[name] for name in rows})
    idle = np.full(len(ways), -1, np.int8)
    return (
        Front(worlds, [way[2] for way in ways], [way[3] for way in ways]),
        Moves((choices[0], choices[1]), (idle, idle)),
    )


Way = tuple[int, tuple[int, int], Path, tuple[Path, Path]]


def _ways(tree: Tree, front: Front, asked: Prompt, views: list[Row], place: int) -> Iterator[Way]:
    """The ways on from one world: its place, both choices (-1: not asked), the edge, what each side remembers."""
    partial: list[tuple[tuple[int, ...], Path, tuple[Path, ...]]] = [((), front.edges[place], ())]
    for side in (0, 1):
        before = front.memory[place][side]
        if not asked.asked[side][place]:
            partial = [((*choices, -1), edge, (*memory, before)) for choices, edge, memory in partial]
            continue
        view = int(views[side][place])
        told = (side, before, tree.tables.stages.index(asked.stage), view)
        knows = tree.known(told, Desk(front.worlds, asked, side, place, view))
        able = np.flatnonzero(asked.open[side][:, place]).tolist()
        grown_ = []
        for choices, edge, memory in partial:
            node = tree.add(Node(side, knows))
            tree.nodes[edge[0]].leads[edge[1]] = node
            grown_ += [((*choices, one), (node, one), (*memory, (knows, one))) for one in able]
        partial = grown_
    for choices, edge, memory in partial:
        yield place, (choices[0], choices[1]), edge, (memory[0], memory[1])


def _views(tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
    """A number for all that a side sees, and may do, in each world: alike where it cannot tell two worlds apart."""
    seen = sight(tables, worlds, side)
    rows = [seen[name].astype(np.float64) for name in seen if name != "seed"]
    return np.unique(np.stack([*rows, *asked.open[side]]), axis=1, return_inverse=True)[1].ravel()


def _finish(tree: Tree, front: Front) -> Front:
    """Worlds that have ended become leaves; the others go on."""
    over = front.worlds["ending"] >= 0
    aims = [met(tree.tables, front.worlds, side) for side in (0, 1)]
    for place in np.flatnonzero(over).tolist():
        node, action = front.edges[place]
        leaf = tree.add(Node(OVER, returns=(float(aims[0][place]), float(aims[1][place]))))
        tree.nodes[node].leads[action] = leaf
    if not over.any():
        return front
    on = np.flatnonzero(~over)
    worlds = Worlds({name: row[on] for name, row in front.worlds.rows.items()})
    return Front(worlds, [front.edges[place] for place in on], [front.memory[place] for place in on])


def met(tables: Tables, worlds: Worlds, side: int) -> Row:
    """How many of its aims a side has met in each world; none in a war."""
    found = sum((mask(tables, worlds.rows, when).astype(np.float64) for _, when in tables.sides[side].aims), 0.0)
    counted: Row = found * ~np.isin(worlds["ending"], tables.wars)
    return counted
