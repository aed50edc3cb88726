"""The account that a leader can give of one answer: its own numbers at the question, for whoever tells the story."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.prompts import Prompt
from game.engine.worlds import SIDES, Worlds
from game.minds.ahead import AIMS, WAR, feared, parts
from game.minds.credence import believed
from game.minds.leader import LeaderMind
from game.minds.table import LeaderAtTable, Thought
from game.minds.temper import Pull, first_values, pulls
from game.model.bundle import Row
from game.model.tables import Tables


@dataclass(frozen=True)
class Part:
    """One thing that counted: a meter's row, "aim/ID", "war" or "tension".

    points is by how much it spoke for what was taken and against the other way. taken and other are, for an aim and for
    war, the share of pictures in which it came true, 0-1.
    """

    name: str
    points: float
    taken: float = 0.0
    other: float = 0.0


@dataclass(frozen=True)
class Account:
    """What one answer rested on. first, taken and other are indices of choices; other is what it was weighed against.

    believes is how likely it thought the other side not to give way, trusts how likely that it only wants to be safe,
    exposed how far it had bound itself in public. resolute says whether it would go through with what it threatened.
    lead is by how many points what it took looked better than the other way, tool the same for its instrument beside
    none. pictures is in how many worlds it looked ahead; parts is what it saw there, the weightiest first.
    """

    believes: float
    trusts: float
    resolute: bool
    exposed: float
    first: int
    taken: int
    other: int
    lead: float
    pulls: tuple[Pull, ...]
    pictures: int = 0
    parts: tuple[Part, ...] = ()
    tool: float = 0.0

    @property
    def overruled(self) -> bool:
        """Whether it thought better of its first thought."""
        return self.first != self.taken


def account(
    mind: LeaderMind | LeaderAtTable,
    tables: Tables,
    seen: Worlds,
    asked: Prompt,
    side: int,
    taken: int,
    thought: Thought | None,
) -> Account:
    """The account of an answer in one world, as its side saw it. thought is none of a leader who only has a model."""
    model = mind.model if isinstance(mind, LeaderAtTable) else mind
    first = int(thought.first[0][0]) if thought else taken
    found = Account(
        believes=float(believed(seen, side, model.profile)[0]),
        trusts=float(seen[f"trust/{SIDES[side]}"][0]),
        resolute=bool(seen[f"resolute/{SIDES[side]}"][0]),
        exposed=float(seen[f"audience/{SIDES[side]}"][0]),
        first=first,
        taken=taken,
        other=-1,
        lead=0.0,
        pulls=pulls(model, tables, seen, asked, side, first),
    )
    if thought is None or not thought.choices:
        return _at_first(found, first_values(model, tables, seen, asked, side)[:, 0], asked.open[side][:, 0])
    pictures = mind.level.pictures if isinstance(mind, LeaderAtTable) else 0
    return _from_ahead(found, model, tables, side, thought, pictures)


def _at_first(found: Account, values: Row, open_: Row) -> Account:
    """Against the next best by its first sums."""
    other = _best(np.where(open_, values, -np.inf), found.taken)
    lead = float(values[found.taken] - values[other]) if other >= 0 else 0.0
    return Account(**{**vars(found), "other": other, "lead": lead})


def _from_ahead(
    found: Account, model: LeaderMind, tables: Tables, side: int, thought: Thought, pictures: int
) -> Account:
    """Against its first thought where it left that, else against the next best from ahead."""
    worth = thought.worth[: thought.choices, 0]
    other = found.first if found.overruled else _best(worth, found.taken)
    lead = float(worth[found.taken] - worth[other]) if other >= 0 else 0.0
    seen = _parts(model, tables, side, thought, found.taken, other) if other >= 0 else ()
    more = {"other": other, "lead": lead, "pictures": pictures, "parts": seen, "tool": _tool(thought)}
    return Account(**{**vars(found), **more})


def _best(values: Row, but: int) -> int:
    """The best of all but one; -1 where there is none."""
    left = np.where(np.arange(len(values)) != but, values, -np.inf)
    return int(left.argmax()) if (left > -np.inf).any() else -1


def _parts(model: LeaderMind, tables: Tables, side: int, thought: Thought, taken: int, other: int) -> tuple[Part, ...]:
    """What it saw ahead, part by part."""
    whole = {"war": -WAR * feared(model.profile), "aim": AIMS / max(1, len(tables.sides[side].aims))}
    found = []
    for place, name in enumerate(parts(tables, side)):
        mine, theirs = float(thought.points[place, taken, 0]), float(thought.points[place, other, 0])
        one = whole.get(name.partition("/")[0], 0.0)
        shares = (mine / one, theirs / one) if one else (0.0, 0.0)
        found.append(Part(name, mine - theirs, *shares))
    return tuple(sorted(found, key=lambda part: -abs(part.points)))


def _tool(thought: Thought) -> float:
    """By how much its instrument looked better than none."""
    used, ways = int(thought.taken[1][0]), thought.worth[thought.choices :, 0]
    return float(ways[used] - ways[-1]) if used >= 0 and len(ways) and ways[used] > -np.inf else 0.0
