"""Dice without state: each draw is a hash of a world's seed and of what the draw is for.

So any call order gives the same game, two choices compared on one seed share their luck, and an entry that is added
changes no other draw. The mixer is splitmix64's finaliser (Steele, Lea and Flood 2014); integers only, so every
machine agrees.
"""

from __future__ import annotations

import numpy as np

from game.model.bundle import Row

_MASK = (1 << 64) - 1
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_UNIT = 1.0 / (1 << 53)

#: What a draw is for. Values are part of every stored game: add, never change.
OUTCOME, INCIDENT, WHICH, ESCALATE, FORCE, EVENT, REPORT, LEAK, SIGN, MIND, TOOL, BRITTLE, KIND, FACT, ALARM, SPREAD = (
    range(1, 17)
)


def key(identity: int, round_: int, channel: int, side: int = 0) -> np.uint64:
    """Key of a draw: an entry's (or other thing's) 64-bit hash, the round, the channel and the side."""
    mixed = (
        identity ^ (round_ * 0x9E3779B97F4A7C15) ^ (channel * 0xD1B54A32D192ED03) ^ (side * 0x8CB92BA72F3D8DD7)
    ) & _MASK
    return np.uint64(mixed)


def uniform(seeds: Row, draw: np.uint64 | Row) -> Row:
    """A number in [0, 1) for each world's seed (uint64); a column of keys gives a row for each."""
    mixed = seeds ^ draw
    mixed = (mixed ^ (mixed >> _S30)) * _FIRST
    mixed = (mixed ^ (mixed >> _S27)) * _SECOND
    mixed = mixed ^ (mixed >> _S31)
    mixed = (mixed + np.uint64(0x9E3779B97F4A7C15)) * _FIRST
    mixed = (mixed ^ (mixed >> _S30)) * _SECOND
    return (mixed >> _S11).astype(np.float64) * _UNIT
