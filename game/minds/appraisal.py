"""What a leader makes of choices: points by its wants and traits, and by the reply that it expects.

An appraisal is a table made once for a leader and a prompt; the worlds' own state enters when it is read
(docs/model.md section 9: appraisal plus one reply, after Signorino 1999 and Esarey, Mukherjee and Moore 2008).
Values are in points of utility; one point is ten points of a meter that the leader wants with weight 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.engine.worlds import Worlds
from game.minds.likely import likely
from game.model.bundle import Bundle, Row
from game.model.people import Leader
from game.model.tables import DecisionTable, SideTable, Tables

#: Judgements that the drama of the shipped scenarios was tuned with (docs/model.md).
LEANING = 0.35  # what the documents show this leadership leaned to
REPLY_WEIGHT = 0.6  # how far a leader looks at the reply beside the act
RECIPROCITY = 1.2  # how much a hard act makes a hard reply likelier, per impulse
REPLY_SHARPNESS = 1.5


@dataclass(frozen=True, eq=False)
class Appraisal:
    """Values of the choices of one decision for one leader, before the state of a world enters.

    worth (by wants) and impulse (what it adds to tension) have a place for each branch; lean, hard (hardness above the
    mean), force (chance of general war) and yields (1 where it gives way) one for each choice; reply, shape
    (2, choices), is the value of the expected reply by kind of rival; hardest is hard as a share of the hardest.
    """

    what: DecisionTable
    worth: Row
    impulse: Row
    lean: Row
    hard: Row
    hardest: Row
    force: Row
    yields: Row
    reply: Row

    @cached_property
    def columns(self) -> Columns:
        """The numbers of each choice as columns, for use beside rows of worlds."""
        rows = self.lean, self.hard, self.hardest, self.force, self.yields, self.reply
        return Columns(*(row[..., None] for row in rows))

    @cached_property
    def _certain(self) -> tuple[Row, Row, tuple[int, ...]]:
        """Worth and impulse where no outcome has a condition, (choices, 1), and the choices of which some has."""
        value, felt, open_ = np.zeros((len(self.lean), 1)), np.zeros((len(self.lean), 1)), list[int]()
        for choice in range(len(self.lean)):
            if any(self.what.outcomes.needs[branch] for branch in self._branches(choice)):
                open_.append(choice)
            else:
                value[choice], felt[choice] = self._mixed(choice, [np.ones(1)] * len(self._branches(choice)))
        return value, felt, tuple(open_)

    def _branches(self, choice: int) -> range:
        first = int(self.what.outcomes.first[choice])
        return range(first, first + int((self.what.outcomes.weights[choice] > 0).sum()))

    def _mixed(self, choice: int, chances: list[Row]) -> tuple[Row, Row]:
        """Worth and impulse of a choice by how likely each of its outcomes is thought."""
        total = value = felt = np.zeros(1)
        for branch, weight, chance in zip(
            self._branches(choice), self.what.outcomes.weights[choice], chances, strict=False
        ):
            share = weight * chance + 1e-6
            total, value, felt = total + share, value + share * self.worth[branch], felt + share * self.impulse[branch]
        return value / total, felt / total

    def expected(self, tables: Tables, worlds: Worlds) -> tuple[Row, Row]:
        """Worth and impulse of each choice, (choices, worlds or 1): its outcomes by how likely the side thinks them."""
        value, felt, open_ = self._certain
        if open_:
            value, felt = (np.repeat(row, worlds.count, axis=1) for row in (value, felt))
            for choice in open_:
                needs = [self.what.outcomes.needs[branch] for branch in self._branches(choice)]
                chances = [likely(tables, worlds, one, self.what.side) for one in needs]
                value[choice], felt[choice] = self._mixed(choice, chances)
        return value, felt


@dataclass(frozen=True)
class Columns:
    """Numbers of each choice of an appraisal, (choices, 1); reply (2, choices, 1)."""

    lean: Row
    hard: Row
    hardest: Row
    force: Row
    yields: Row
    reply: Row


def worth(side: SideTable, leader: Leader, bundle: Bundle) -> Row:
    """What each branch is worth to a leader by the meters that it moves; shape (branches,)."""
    value = np.zeros(len(bundle.ids))
    wants = dict(side.wants)
    for name, points in bundle.adds:
        value = value + weight(side, leader, name, wants.get(name, 0.0)) * points[:-1] / 10.0
    return value


def weight(side: SideTable, leader: Leader, name: str, want: float) -> float:
    """How much a leader wants a meter: what its side wants, shaded for standing and alliance by its traits."""
    if name == side.standing:
        return want * (0.5 + leader.domestic / 100.0)
    return want * (0.5 + leader.ally / 100.0) if name == side.alliance else want


def impulse(bundle: Bundle) -> Row:
    """What each branch adds to tension before misperception; shape (branches,)."""
    felt: Row = bundle.plain + bundle.shock
    for index in range(2):
        felt = felt + bundle.hostile[index] - bundle.friendly[index]
    return felt[:-1]


def appraise(tables: Tables, entry: int, leader: Leader) -> Appraisal:
    """The appraisal of one decision by the leader whose side decides."""
    what = tables.entries[entry].what
    assert isinstance(what, DecisionTable)
    side, first = tables.sides[what.side], what.outcomes.first
    lean = np.zeros(len(what.choices))
    if what.history >= 0:
        lean[what.history] = LEANING
    hard = what.bundle.hard[first]
    return Appraisal(
        what=what,
        worth=worth(side, leader, what.bundle),
        impulse=impulse(what.bundle),
        lean=lean,
        hard=hard,
        hardest=hard / max(float(np.abs(hard).max()), 1e-9),
        force=what.bundle.force[first],
        yields=(what.bundle.stance[what.side][first] == 3).astype(np.float64),
        reply=REPLY_WEIGHT * np.stack([_reply(tables, entry, leader, hard, kind) for kind in (0, 1)]),
    )


def _mean(what: DecisionTable, by_branch: Row) -> Row:
    """Expected value over a choice's outcomes by their weights."""
    value = np.zeros(len(what.choices))
    for choice in range(len(what.choices)):
        weights = what.outcomes.weights[choice]
        used = by_branch[what.outcomes.first[choice] :][: len(weights)]
        weights = weights[: len(used)]
        value[choice] = float((weights * used).sum() / max(weights.sum(), 1e-9))
    return value


def _reply(tables: Tables, entry: int, leader: Leader, hard: Row, kind: int) -> Row:
    """Value to the leader of the rival's next answer, if the rival is irresolute (0) or resolute (1)."""
    side = tables.entries[entry].what.side  # type: ignore[union-attr]
    following = _next_of(tables, entry, 1 - side)
    if following is None:
        return np.zeros(len(hard))
    bundle = following.bundle
    mine = _mean(following, worth(tables.sides[side], leader, bundle)) - 0.3 * _mean(following, impulse(bundle))
    theirs = bundle.hard[following.outcomes.first]
    found = np.zeros(len(hard))
    for choice, own in enumerate(hard):
        push = (1.0 if kind else -0.5) * theirs + (RECIPROCITY if kind else -0.3) * own * theirs
        odds = np.exp(REPLY_SHARPNESS * push)
        found[choice] = float((odds * mine).sum() / odds.sum())
    centred: Row = found - found.mean()
    return centred


def _next_of(tables: Tables, entry: int, side: int) -> DecisionTable | None:
    """The rival's next decision on the historical path."""
    for later in tables.entries[entry + 1 :]:
        if isinstance(later.what, DecisionTable) and later.what.side == side and later.on_path:
            return later.what
    return None
