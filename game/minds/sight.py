"""What a side may know of worlds: the same rows, with those that are hidden from it blanked.

Minds and views read worlds only through here, so that two worlds which differ in nothing a side can see give it the
same choice and the same page.
"""

from __future__ import annotations

import numpy as np

from game.engine.worlds import SIDES, Worlds
from game.model.tables import DecisionTable, EventTable, Tables

#: Rows of a side that only it knows.
PRIVATE = ("resolute", "thinks", "trust", "audience", "capital", "tight", "credit")

#: Rows that nobody knows: what a world is like, silent incidents, how a war began.
NOBODY = ("brittle", "near", "cause")


def hidden(tables: Tables, side: int) -> tuple[str, ...]:
    """Names of the rows that a side may not read."""
    other = SIDES[1 - side]
    names = [*NOBODY, *(f"{name}/{other}" for name in PRIVATE)]
    names += [f"meter/{meter.id}" for meter in tables.meters if not meter.seen[side]]
    names += [f"flag/{flag}" for flag, seen in tables.flags.items() if not seen[side]]
    names += [f"timer/{timer.id}" for timer in tables.timers if not timer.seen[side]]
    for fact in tables.facts:
        names += [f"belief/{other}/{fact.id}"] + ([] if fact.knows[side] else [f"fact/{fact.id}"])
    names += [f"got/{report.id}" for report in tables.reports if report.side != side]
    for instrument in tables.instruments:
        names += [f"used/{other}/{instrument.id}"] if instrument.sides[1 - side] else []
    names += [f"chosen/{entry.id}" for entry in tables.entries if _secret(entry.what, side)]
    return tuple(names)


def _secret(what: object, side: int) -> bool:
    """Whether some choice of the other side at a decision is secret; then the whole row is."""
    return isinstance(what, DecisionTable) and what.side != side and bool((what.bundle.known[:-1] <= 0).any()) or (
        isinstance(what, EventTable) and not what.seen[side]
    )


def sight(tables: Tables, worlds: Worlds, side: int) -> Worlds:
    """The worlds as a side sees them: hidden rows are zeros (an incident not its own is none)."""
    rows = dict(worlds.rows)
    for name in hidden(tables, side):
        rows[name] = np.zeros_like(rows[name])
    rows["incident"] = _own_incident(tables, worlds, side)
    return Worlds(rows)


def _own_incident(tables: Tables, worlds: Worlds, side: int) -> np.ndarray:  # type: ignore[type-arg]
    shown = [i for i, incident in enumerate(tables.incidents) if incident.side == side and incident.visible]
    return np.where(np.isin(worlds["incident"], shown), worlds["incident"], -1).astype(np.int8)
