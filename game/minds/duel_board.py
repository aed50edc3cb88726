"""The public states of a standoff, numbered, and where moves lead from each.

A state is both heights, exposure, whether the channel is open, and what everybody can read of each side's resolve.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.standoff_prices import level
from game.engine.standoff_scene import IMAGE
from game.engine.worlds import SIDES, Worlds
from game.model.bundle import Row
from game.model.tables import StandoffTable

#: What a leader weighs in a round: hold, climb, step back, the fairest offer in private or in public.
HOLD, CLIMB, BACK, PRIVATE, PUBLIC = range(5)
ACTIONS = 5
OFFERS = (PRIVATE, PUBLIC)

#: Readings of a side's resolve that are told apart, in log odds.
STEP, READINGS = 0.6, 5
_MIDDLE = READINGS // 2


@dataclass(frozen=True)
class Board:
    """Coordinates of S states: heights and images are (2, S). after and refused are (own action, other's, S): the state

    that the pair of moves leads to, first side Washington, and the one where every offer among them was refused.
    believed is (2, S): the probability that each side is resolute, as everybody reads it.
    """

    dims: tuple[int, ...]
    heights: Row
    exposure: Row
    channel: Row
    images: Row
    after: Row
    refused: Row

    @property
    def count(self) -> int:
        """How many states there are."""
        return len(self.exposure)

    @property
    def believed(self) -> Row:
        """The public probability that each side is resolute, shape (2, S)."""
        found: Row = 1.0 / (1.0 + np.exp(-STEP * (self.images - _MIDDLE)))
        return found

    def at(self, heights: Row, exposure: Row, channel: Row, images: Row) -> Row:
        """Numbers of states by their coordinates."""
        found: Row = np.ravel_multi_index((heights[0], heights[1], exposure, channel, images[0], images[1]), self.dims)
        return found

    def wider(self) -> Row:
        """The state with one more step of exposure."""
        return self.at(self.heights, np.minimum(self.exposure + 1, 2), self.channel, self.images)

    def opened(self) -> Row:
        """The state with the channel open."""
        return self.at(self.heights, self.exposure, np.ones_like(self.channel), self.images)

    def firmer(self, side: int) -> Row:
        """The state in which a side is read one step more resolute."""
        images = self.images.copy()
        images[side] = np.minimum(images[side] + 1, READINGS - 1)
        return self.at(self.heights, self.exposure, self.channel, images)

    def find(self, worlds: Worlds) -> Row:
        """The states that worlds are in, shape (worlds,)."""
        heights = np.stack([worlds[f"height/{side}"].astype(np.int64) for side in SIDES])
        read = np.stack([np.rint(worlds[f"image/{side}"] / (IMAGE * STEP)) for side in SIDES]).astype(np.int64)
        images = np.minimum(np.maximum(read + _MIDDLE, 0), READINGS - 1)
        return self.at(heights, worlds["exposure"].astype(np.int64), worlds["channel"].astype(np.int64), images)


def board(what: StandoffTable) -> Board:
    """All states of a standoff."""
    dims = (what.heights[0] + 1, what.heights[1] + 1, 3, 2, READINGS, READINGS)
    usa, ussr, exposure, channel, first, second = (axis.ravel() for axis in np.indices(dims))
    empty = np.zeros((ACTIONS, ACTIONS, len(exposure)), np.int64)
    found = Board(dims, np.stack([usa, ussr]), exposure, channel, np.stack([first, second]), empty, empty.copy())
    for own in range(ACTIONS):
        for other in range(ACTIONS):
            _lead(what, found, (own, other))
    return found


def _lead(what: StandoffTable, states: Board, pair: tuple[int, int]) -> None:
    """Fill in where a pair of moves leads."""
    heights, images, exposure = states.heights.copy(), states.images.copy(), states.exposure.copy()
    for side, action in enumerate(pair):
        if action == CLIMB:
            heights[side] = np.minimum(heights[side] + 1, what.heights[side])
            exposure = exposure + (level(what, side, heights[side]) >= what.own.public_level)
            images[side] += round(what.own.learn_climb / STEP)
        if action in OFFERS:
            exposure = exposure + (action == PUBLIC)
            images[side] += round(what.own.learn_offer / STEP)
    states.after[pair] = states.at(heights, np.minimum(exposure, 2), states.channel, _held(images))
    for side, action in enumerate(pair):
        if action in OFFERS:
            images[1 - side] += round(what.own.learn_refuse / STEP)
    states.refused[pair] = states.at(heights, np.minimum(exposure, 2), states.channel, _held(images))


def _held(images: Row) -> Row:
    return np.minimum(np.maximum(images, 0), READINGS - 1)
