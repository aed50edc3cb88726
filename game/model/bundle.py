"""What branches do, as arrays: the words in which everything that can happen is told to the engine.

A *branch* is a choice with one of its outcomes, an instrument, a response, an event, a rung, a result. Branches of one
prompt stand together in a Bundle, whose arrays have one place per branch and a last one, all zeros, for "nothing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = NDArray[Any]

#: One test of a condition: kind, row name, low, high; or kind "any"/"none" with the conditions inside.
Test = tuple[str, str, float, float] | tuple[str, tuple["Cond", ...]]
#: All tests must hold.
Cond = tuple[Test, ...]


@dataclass(frozen=True, eq=False)
class Bundle:
    """What B branches do, as arrays of B+1 places (the last is "nothing").

    plain is the impulse by third parties and shocks, hostile[i] and friendly[i] that of side i before misperception.
    adds, sets and clears are lists of (row name, values); direct of (relation row, points); follow of
    (relation row of the third party to the actor, its relation row to the target, points).
    """

    ids: tuple[str, ...]
    hostile: tuple[Row, Row]
    friendly: tuple[Row, Row]
    plain: Row
    shock: Row
    adds: tuple[tuple[str, Row], ...]
    sets: tuple[tuple[str, Row], ...]
    clears: tuple[tuple[str, Row], ...]
    starts: tuple[tuple[str, Row], ...]
    stops: tuple[tuple[str, Row], ...]
    direct: tuple[tuple[str, Row], ...]
    follow: tuple[tuple[str, str, Row], ...]
    order: tuple[Row, Row]
    stance: tuple[Row, Row]
    known: Row
    hard: Row
    concedes: Row
    force: Row
    rung: Row
    settles: Row
    end: Row
    orders_any: bool = False
    force_any: bool = False
    stance_any: bool = False
    shock_any: bool = False
    settles_any: bool = False
    end_any: bool = False

    @cached_property
    def hostile_any(self) -> tuple[bool, bool]:
        """Whether some branch holds a hostile act of each side."""
        return bool(self.hostile[0].any()), bool(self.hostile[1].any())

    @cached_property
    def friendly_any(self) -> tuple[bool, bool]:
        """Whether some branch holds a friendly act of each side."""
        return bool(self.friendly[0].any()), bool(self.friendly[1].any())

    @cached_property
    def heats(self) -> bool:
        """Whether some branch moves tension."""
        return any((*self.hostile_any, *self.friendly_any, self.plain.any(), self.shock_any))

    @cached_property
    def teaches(self) -> bool:
        """Whether some branch says something about resolve or trust."""
        return bool(self.hard.any() or self.concedes.any())


#: Fields of a bundle that list columns by row name, and those that have a column for each side.
LISTED = ("adds", "sets", "clears", "starts", "stops", "direct", "follow")
PAIRED = ("hostile", "friendly", "order", "stance")


def at(values: Row, branch: Row | int) -> Row:
    """What the branches that happen bring; a single number where one branch happens in all worlds. -1 is the last."""
    found: Row = values.take(branch, mode="wrap")
    return found


def joined(bundles: Sequence[Bundle]) -> Bundle:
    """The branches of several bundles as one, in their order: what was done by many calls is done by one.

    Rows are moved in the order of their names, as in every bundle, so that each branch does what it did alone.
    """
    counts = [len(bundle.ids) for bundle in bundles]
    told = {one.name: getattr(bundles[0], one.name) for one in fields(Bundle)}
    for name in told:
        parts = [getattr(bundle, name) for bundle in bundles]
        if isinstance(told[name], bool):
            told[name] = any(parts)
        elif name in LISTED:
            told[name] = _listed(parts, counts)
        elif name in PAIRED:
            told[name] = tuple(_column([part[index] for part in parts]) for index in range(2))
        elif name != "ids":
            told[name] = _column(parts)
    return Bundle(**{**told, "ids": tuple(branch for bundle in bundles for branch in bundle.ids)})


def _column(parts: Sequence[Row]) -> Row:
    """Columns one after another, with one last place for "nothing"."""
    return np.concatenate([*(part[:-1] for part in parts), parts[0][-1:]])


def _listed(parts: Sequence[Any], counts: Sequence[int]) -> tuple[Any, ...]:
    """Columns by their names: where a bundle does not move a row, its branches hold zeros."""
    known = [{one[:-1]: one[-1] for one in part} for part in parts]
    dtypes = {one[:-1]: one[-1].dtype for part in parts for one in part}
    blank = [[np.zeros(count + 1, dtypes[name]) for count in counts] for name in sorted(dtypes)]
    return tuple(
        (*name, _column([part.get(name, empty) for part, empty in zip(known, each, strict=True)]))
        for name, each in zip(sorted(dtypes), blank, strict=True)
    )


def zeros(count: int) -> Row:
    """A branch column of zeros, float64, with the place for "nothing"."""
    return np.zeros(count + 1)
