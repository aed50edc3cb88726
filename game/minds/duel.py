"""A leader in a standoff: moves, replies and answers to incidents."""

from __future__ import annotations

import numpy as np

from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.model.people import Leader
from game.model.tables import Row, StandoffTable, Tables


def choose(
    tables: Tables, worlds: Worlds, prompt: Prompt, what: StandoffTable, side: int, leader: Leader, strength: float = 1.0
) -> tuple[Row, Row]:
    """The choice and the instrument (-1: none) in each world."""
    return np.argmax(prompt.open[side], axis=0).astype(np.int8), np.full(worlds.count, -1, np.int8)
