"""Minds as policies of OpenSpiel: with which chance each takes each answer, from all that its side knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from open_spiel.python import policy

from benchmarks.spiel.board import Crisis
from benchmarks.spiel.reduced import CHANCE, Desk, Tree, reduced
from game.engine.worlds import Gathered, Worlds
from game.minds.mind import Mind
from game.minds.roster import seat
from game.minds.sight import sight
from game.model.bundle import Row

#: How often a mind is asked at each desk, each time with luck of its own.
DRAWS = 64
#: Where the luck of these questions begins, far from any world's.
LUCK = 10_000_000


@dataclass(frozen=True)
class Line:
    """A mind for each side and, for what each side may know, the chances of its answers."""

    name: str
    chances: dict[int, dict[int, float]]


def line(tree: Tree, name: str, draws: int = DRAWS) -> Line:
    """The mind of a name on both sides."""
    scenario = reduced()
    minds = [seat(name, scenario, tree.tables, side) for side in (0, 1)]
    chances: dict[int, dict[int, float]] = {}
    for places in _groups(tree).values():
        desks = [tree.desks[place] for place in places]
        found = _asked(tree, desks, minds[desks[0].side], draws)
        chances.update(zip(places, found, strict=True))
    return Line(name, chances)


def _groups(tree: Tree) -> dict[tuple[int, int], list[int]]:
    """Desks that are asked together: at one stage, of one side."""
    found: dict[tuple[int, int], list[int]] = {}
    for place, desk in enumerate(tree.desks):
        found.setdefault((id(desk.asked), desk.side), []).append(place)
    return found


def _asked(tree: Tree, desks: list[Desk], mind: Mind, draws: int) -> Iterator[dict[int, float]]:
    """The chances at each of some desks of one stage and side, by asking often."""
    first, side = desks[0], desks[0].side
    views = np.array([desk.view for desk in desks])
    _, firsts, which = np.unique(views, return_index=True, return_inverse=True)
    places = np.array([desks[index].place for index in firsts])
    many = np.repeat(places, draws)
    rows = Gathered(first.worlds.rows, many)
    lucks = np.tile(np.arange(LUCK, LUCK + draws, dtype=np.uint64), len(places))
    worlds = Worlds({name: rows[name] for name in rows} | {"seed": lucks})
    choice, _ = mind.choose(tree.tables, sight(tree.tables, worlds, side), first.asked.part(many), side)
    answers = choice.reshape(len(places), draws)
    told = [_shares(row) for row in answers]
    return (told[index] for index in which)


def _shares(answers: Row) -> dict[int, float]:
    found, counts = np.unique(answers, return_counts=True)
    return {int(one): float(count) / len(answers) for one, count in zip(found, counts, strict=True)}


def value(tree: Tree, usa: Line, ussr: Line) -> tuple[float, float]:
    """Aims that each side can expect to meet, with a line on each side: from the leaves up to the root."""
    lines, found = (usa, ussr), [node.returns for node in tree.nodes]
    for place in range(len(tree.nodes) - 1, -1, -1):
        node = tree.nodes[place]
        if not node.leads:
            continue
        told = lines[node.player].chances[node.knows] if node.player != CHANCE else {}
        usual = 1.0 / len(node.leads) if node.player == CHANCE else 0.0
        ways = [(told.get(action, usual), found[lead]) for action, lead in node.leads.items()]
        found[place] = sum(part * aims[0] for part, aims in ways), sum(part * aims[1] for part, aims in ways)
    return found[0]


class Both(policy.Policy):  # type: ignore[misc]
    """Two lines, one on each side."""

    def __init__(self, game: Crisis, usa: Line, ussr: Line) -> None:
        super().__init__(game, [0, 1])
        self.lines = (usa, ussr)

    def action_probabilities(self, state: Any, player_id: int | None = None) -> dict[int, float]:
        """The chances of what is open where a state stands."""
        player = state.current_player() if player_id is None else player_id
        given = self.lines[player].chances[state.node.knows]
        return {action: given.get(action, 0.0) for action in state.legal_actions()}
