"""What a side may know of worlds: the same rows, with those that are hidden from it blanked.

Minds and views read worlds only through here, so that two worlds which differ in nothing a side can see give it the
same choice and the same page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from game.engine.worlds import HAD, SIDES, Worlds
from game.model.bundle import Row
from game.model.tables import DecisionTable, EventTable, Tables

#: Rows of a side that only it knows.
PRIVATE = ("resolute", "thinks", "trust", "audience", "capital", "tight", "credit")

#: Rows that nobody knows: what a world is like, silent incidents, how a war began.
NOBODY = ("brittle", "near", "cause", HAD)


@lru_cache(maxsize=64)
def hidden(tables: Tables, side: int) -> frozenset[str]:
    """Names of the rows that a side may not read."""
    other = SIDES[1 - side]
    names = [*NOBODY, *(f"{name}/{other}" for name in PRIVATE)]
    names += [f"meter/{meter.id}" for meter in tables.meters if not meter.seen[side]]
    names += [f"flag/{flag}" for flag, seen in tables.flags.items() if not seen[side]]
    names += [f"timer/{timer.id}" for timer in tables.timers if not timer.seen[side]]
    for fact in tables.facts:
        names += [f"belief/{other}/{fact.id}"] + ([] if fact.knows[side] else [f"fact/{fact.id}"])
    names += [f"got/{report.id}" for report in tables.reports if report.side != side]
    names += [f"used/{other}/{tool.id}" for tool in tables.instruments if tool.sides[1 - side]]
    names += [f"chosen/{entry.id}" for entry in tables.entries if _secret(entry.what, side)]
    return frozenset(names)


def _secret(what: object, side: int) -> bool:
    """Whether a side cannot tell what was chosen: some choice there is secret, or the event does not reach it."""
    if isinstance(what, DecisionTable):
        return what.side != side and bool((what.bundle.known[:-1] <= 0).any())
    return isinstance(what, EventTable) and not what.seen[side]


@lru_cache(maxsize=64)
def _shown(tables: Tables, side: int) -> Row:
    """What a side sees of each incident, in order and last of none: its index, or -1."""
    told = [i if incident.side == side and incident.visible else -1 for i, incident in enumerate(tables.incidents)]
    return np.array([*told, -1], np.int8)


class Seen(Mapping[str, Row]):
    """Rows as a side may read them: hidden ones are zeros, an incident that is not its own is none."""

    def __init__(self, tables: Tables, rows: Mapping[str, Row], side: int) -> None:
        self.rows, self.hidden, self.shown = rows, hidden(tables, side), _shown(tables, side)

    def __getitem__(self, name: str) -> Row:
        row = self.rows[name]
        if name in self.hidden:
            return np.zeros_like(row)
        return self.shown.take(row, mode="wrap") if name == "incident" else row

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def sight(tables: Tables, worlds: Worlds, side: int) -> Worlds:
    """The worlds as a side sees them."""
    return Worlds(Seen(tables, worlds.rows, side))
