"""Worlds: many games in progress, as named rows with one place per world.

A rule never writes into a row: it puts a new row in the place of the old one. So a step is pure, unchanged rows are
shared between worlds before and after, and a world's whole state is the set of its rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine import dice
from game.model.bundle import Row
from game.model.identity import identity
from game.model.parameters import READINESS
from game.model.tables import FactTable, Tables

SIDES = ("usa", "ussr")

#: Rows that a standoff uses while it goes on, per side and shared.
DUEL_SIDE = ("height", "move", "climbs", "offer", "image")
DUEL = ("exposure", "duel")

#: Which incidents a world has had, a bit for each: none comes twice.
HAD = "had"


class Gathered(Mapping[str, Row]):
    """The rows of some worlds of a batch: each is gathered when first asked for; `moved` holds those that changed.

    places are the worlds' places in the batch, or None for all of them. It may be read until the batch itself changes.
    """

    def __init__(self, source: Mapping[str, Row], places: Row | None) -> None:
        self.source, self.places = source, places
        self.taken: dict[str, Row] = {}
        self.moved: dict[str, Row] = {}

    def __getitem__(self, name: str) -> Row:
        if name in self.moved:
            return self.moved[name]
        if name not in self.taken:
            row = self.source[name]
            self.taken[name] = row if self.places is None else row[self.places]
        return self.taken[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.source)

    def __len__(self) -> int:
        return len(self.source)

    def renewed(self, changed: Mapping[str, Row]) -> Gathered:
        """The same worlds with some rows replaced; what was gathered before is shared."""
        after = Gathered(self.source, self.places)
        after.taken, after.moved = self.taken, {**self.moved, **changed}
        return after


@dataclass(frozen=True)
class Worlds:
    """A batch of worlds. rows maps a name to an array of shape (worlds,)."""

    rows: Mapping[str, Row]

    @property
    def count(self) -> int:
        """How many worlds there are."""
        return len(self.rows["seed"])

    def __getitem__(self, name: str) -> Row:
        return self.rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def renewed(self, changed: Mapping[str, Row]) -> Worlds:
        """The same worlds with some rows replaced."""
        rows = self.rows
        return Worlds(rows.renewed(changed) if isinstance(rows, Gathered) else {**rows, **changed})

    def pick(self, index: int) -> Worlds:
        """One world alone, as a batch of one."""
        return Worlds({name: row[index : index + 1] for name, row in self.rows.items()})

    def part(self, places: slice) -> Worlds:
        """A slice of the batch."""
        return Worlds({name: row[places] for name, row in self.rows.items()})

    def digest(self) -> str:
        """Sixteen hex characters that any change to the first world changes; the same on every machine."""
        told = hashlib.blake2b(digest_size=8)
        for name in sorted(self.rows):
            value = self.rows[name][0]
            if name == "here" or (name.startswith(("chosen/", "result/", "got/")) and value <= 0):
                continue  # where the walk stands, and what has not happened, are no part of a world's past
            told.update(f"{name}={_plain(value)};".encode())
        return told.hexdigest()


class Crowd:
    """A batch of which some worlds go a part of the way by themselves and then come back.

    Its rows are its own: what comes back is written into them. Worlds made with `only` may be read until then.
    """

    def __init__(self, worlds: Worlds) -> None:
        self.rows = dict(worlds.rows)
        self._own = set[str]()

    def only(self, where: Row) -> Worlds:
        """The worlds of a mask, as a batch."""
        return Worlds(Gathered(self.rows, None if np.count_nonzero(where) == len(where) else np.flatnonzero(where)))

    def mark(self, where: Row) -> None:
        """Say in which worlds an entry opens."""
        self.rows["here"] = where
        self._own.discard("here")

    def keep(self, part: Worlds) -> None:
        """Take back worlds that `only` gave, in their places."""
        assert isinstance(part.rows, Gathered)
        for name, row in part.rows.moved.items():
            if part.rows.places is None:
                self.rows[name] = row
                self._own.discard(name)
            else:
                self._writable(name, row.dtype)[part.rows.places] = row

    def _writable(self, name: str, dtype: np.dtype[Any]) -> Row:
        """A row that nobody else holds: copied once, before the first writing."""
        if name not in self._own:
            self.rows[name] = self.rows[name].astype(dtype)
            self._own.add(name)
        return self.rows[name]


def _plain(value: object) -> str:
    """A number as text, floats to nine places, with no minus zero."""
    if isinstance(value, np.floating):
        return f"{round(float(value), 9) + 0.0:.9f}"
    return str(int(value))  # type: ignore[call-overload]


def size(worlds: Worlds) -> float:
    """Bytes that one world takes."""
    return sum(row.itemsize for row in worlds.rows.values())


def join(parts: list[Worlds]) -> Worlds:
    """Several batches as one."""
    return Worlds({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})


def begin(tables: Tables, seeds: Row) -> Worlds:
    """Worlds on the scenario's first day before anything has happened in it, one for each seed (uint64).

    Each draws what nobody knows: how brittle it is, of which kind its leaders are, which hidden facts are true.
    """
    count, rows = len(seeds), dict[str, Row]()
    rows["seed"] = seeds.astype(np.uint64)
    rows["ending"] = np.full(count, -1, np.int8)
    rows["now"] = rows["drifted"] = np.full(count, tables.starts, np.int32)
    rows["fast"], rows["slow"] = np.zeros(count), np.zeros(count)
    rows["brittle"] = brittleness(tables, rows["seed"])
    rows["settled"] = np.zeros(count, np.float32)
    rows["channel"] = np.zeros(count, np.bool_)
    rows["incident"] = np.full(count, -1, np.int8)
    rows["cause"] = np.full(count, -1, np.int8)
    rows["near"] = np.zeros(count, np.int8)
    for index in range(len(SIDES)):
        rows.update(_side_rows(tables, rows["seed"], index))
    rows.update(_scenario_rows(tables, rows["seed"]))
    for name in DUEL:
        rows[name] = np.zeros(count, np.int8)
    rows[HAD] = np.zeros(count, np.int64)
    return Worlds(rows)


def brittleness(tables: Tables, seeds: Row) -> Row:
    """Lognormal with median 1; the normal is a sum of twelve uniforms."""
    total = np.full(len(seeds), -6.0)
    for part in range(12):
        total = total + dice.uniform(seeds, dice.key(0, part, dice.BRITTLE))
    return np.round(np.exp(tables.parameters.brittleness * total), 9)


def _side_rows(tables: Tables, seeds: Row, index: int) -> dict[str, Row]:
    side, count = SIDES[index], len(seeds)
    known = {
        f"resolute/{side}": dice.uniform(seeds, dice.key(0, 0, dice.KIND, index + 1)) < tables.parameters.resolute,
        f"thinks/{side}": np.full(count, tables.parameters.resolute),
        f"trust/{side}": np.full(count, tables.parameters.trust_start, np.float32),
        f"audience/{side}": np.zeros(count),
        f"credit/{side}": np.full(count, 0.5, np.float32),
        f"capital/{side}": np.full(count, tables.sides[index].capital, np.float32),
        f"ready/{side}": np.full(count, READINESS[5]),
        f"order/{side}": np.full(count, 5, np.int8),
        f"calm/{side}": np.full(count, tables.starts, np.int32),
        f"rung/{side}": np.ones(count, np.int8),
        f"tight/{side}": np.zeros(count, np.bool_),
    }
    for name in DUEL_SIDE:
        known[f"{name}/{side}"] = np.zeros(count, np.int8)
    return known


def _scenario_rows(tables: Tables, seeds: Row) -> dict[str, Row]:
    count, rows = len(seeds), dict[str, Row]()
    rows |= {f"meter/{meter.id}": np.full(count, meter.start) for meter in tables.meters}
    rows |= {f"flag/{flag}": np.full(count, flag in tables.set_first) for flag in tables.flags}
    rows |= {f"relation/{pair}": np.full(count, rest, np.float32) for pair, rest in tables.relations.items()}
    rows |= {f"timer/{timer.id}": np.zeros(count, np.int32) for timer in tables.timers}
    rows |= {f"got/{report.id}": np.zeros(count, np.int8) for report in tables.reports}
    for fact in tables.facts:
        rows |= _fact_rows(fact, seeds)
    for entry in tables.entries:
        rows[f"{'result' if entry.kind == 'standoff' else 'chosen'}/{entry.id}"] = np.zeros(count, np.int8)
    for tool in tables.instruments:
        mine = [side for side, has in zip(SIDES, tool.sides, strict=True) if has]
        rows |= {f"used/{side}/{tool.id}": np.zeros(count, np.int32) for side in mine}
    return rows


def _fact_rows(fact: FactTable, seeds: Row) -> dict[str, Row]:
    draw = dice.key(identity(fact.id), 0, dice.FACT)
    rows: dict[str, Row] = {f"fact/{fact.id}": dice.uniform(seeds, draw) < fact.chance}
    for index, side in enumerate(SIDES):
        rows[f"belief/{side}/{fact.id}"] = np.full(len(seeds), fact.believed[index], np.float32)
    return rows
