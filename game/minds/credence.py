"""How likely a leader thinks that the other side is of the resolute kind."""

from __future__ import annotations

import numpy as np

from game.engine.worlds import SIDES, Worlds
from game.model.bundle import Row
from game.model.people import Leader

#: The trait at which a leader believes what the acts so far suggest, no more and no less.
_MIDDLE = 50.0


def believed(worlds: Worlds, side: int, leader: Leader) -> Row:
    """A probability in each world: what acts have taught (row thinks/SIDE), sooner believed by whoever takes threats
    seriously (trait cred multiplies the odds by exp((cred - 50) / 100)).
    """
    thinks = worlds[f"thinks/{SIDES[side]}"]
    odds = thinks / (1.0 - thinks) * float(np.exp((leader.cred - _MIDDLE) / 100.0))
    believes: Row = np.rint(odds / (1.0 + odds) * 1e9) / 1e9
    return believes
