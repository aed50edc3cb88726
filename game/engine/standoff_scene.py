"""One round of a standoff as the rules see it, and the few things that all of them do to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from game.engine import dice
from game.engine.acts import sight
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.standoff_prices import level, retreat
from game.engine.tension import jolt, tension
from game.engine.worlds import SIDES
from game.model.bundle import Row
from game.model.tables import EntryTable, StandoffTable

#: Moves of a round as choices; OFFER + k offers package k. The row move/SIDE holds the last one, counted from 1.
HOLD, CLIMB, BACK, OFFER = range(4)

#: The row image/SIDE holds what everybody can read of a side's resolve, in log odds times this.
IMAGE = 20.0
_IMAGE_MOST = 78


@dataclass(frozen=True)
class Scene:
    """A round in the making: a draft of worlds in which the standoff goes on, the standoff, and the round (from 0)."""

    draft: Draft
    entry: EntryTable
    what: StandoffTable
    round: int

    @contextmanager
    def only(self, where: Row) -> Iterator[Scene]:
        """The same round in the worlds of a mask alone; use where any is true."""
        with self.draft.only(where) as part:
            yield Scene(part, self.entry, self.what, self.round)

    @property
    def everywhere(self) -> Row:
        """A mask of all worlds."""
        return np.ones(self.draft.count, np.bool_)

    def luck(self, channel: int, side: int = 0) -> Row:
        """A number in [0, 1) for each world, for one purpose in this round; round 0 of the dice is the calendar's."""
        return dice.uniform(self.draft["seed"], dice.key(self.entry.key, self.round + 1, channel, side))

    def cause(self, kind: str, part: str = "", side: int = -1) -> Cause:
        """A cause in this standoff."""
        return Cause(kind, self.entry.id, part, side)

    def moved(self, side: int, move: int) -> Row:
        """Where a side's move of this round is HOLD, CLIMB, BACK or OFFER."""
        found: Row = self.draft[f"move/{SIDES[side]}"] == move + 1
        return found

    def offered(self, side: int) -> Row:
        """Index of the package that a side offers this round; one past the last where it offers none."""
        number = self.draft[f"offer/{SIDES[side]}"].astype(np.int64)
        return np.where(number > 0, number - 1, len(self.what.packages))

    def level(self, side: int) -> Row:
        """A side's level, 0 to 4."""
        return level(self.what, side, self.draft[f"height/{SIDES[side]}"])

    def price(self, side: int) -> Row:
        """What stepping back costs a side now, in points: public threats raise it, telling an ally lowers it."""
        draft, own, name = self.draft, self.what.own, SIDES[side]
        price = retreat(self.what, side, draft[f"height/{name}"], draft["exposure"], self.round)
        price = price * (1.0 + own.retreat_threat * draft[f"audience/{name}"])
        return price * np.where(backed(draft, self.entry, side), own.retreat_ally, 1.0)


def backed(draft: Draft, entry: EntryTable, side: int) -> Row:
    """Where a side has told an ally since the standoff began."""
    found: Row = np.zeros(draft.count, np.bool_)
    for tool in draft.tables.instruments:
        if tool.does == "ally" and tool.sides[side]:
            found = found | (draft[f"used/{SIDES[side]}/{tool.id}"] >= entry.minute)
    return found


def gain(scene: Scene, side: int, points: Row, cause: Cause) -> None:
    """Points become standing at home, one for one."""
    name = scene.draft.tables.sides[side].standing
    scene.draft.move(name, scene.draft[name] + points, cause, sight(scene.draft.tables, name))


def teach(scene: Scene, side: int, odds: float | Row, where: Row, cause: Cause) -> None:
    """What a side does for all to see moves what the other thinks of its resolve, by log odds (a world's, or all's)."""
    draft, other = scene.draft, SIDES[1 - side]
    name, image = f"thinks/{other}", f"image/{SIDES[side]}"
    after = np.where(where, shift(draft[name], odds * where), draft[name])
    draft.move(name, after, cause, (other == "usa", other == "ussr"))
    moved = draft[image].astype(np.int16) + np.rint(np.asarray(odds) * IMAGE).astype(np.int16) * where
    draft[image] = np.minimum(np.maximum(moved, -_IMAGE_MOST), _IMAGE_MOST).astype(np.int8)


def expose(scene: Scene, where: Row, cause: Cause) -> None:
    """One more step from a private affair to every front page."""
    draft = scene.draft
    wider = np.where(where, np.minimum(draft["exposure"] + 1, 2), draft["exposure"])
    draft.move("exposure", wider.astype(np.int8), cause)


def calm(scene: Scene, impulse: Row, cause: Cause) -> None:
    """A calming impulse (below 0): less of it in a short round, and none where tension is as low as it can be there."""
    own, draft = scene.what.own, scene.draft
    above = (tension(draft.tables.parameters, draft.rows) - own.calm_floor) / own.calm_span
    share = np.minimum(np.maximum(above, 0.0), 1.0) * min(scene.what.minutes / 60.0 / own.calm_hours, 1.0)
    jolt(draft, np.rint(impulse * share * 1e9) / 1e9, cause, (True, True))
