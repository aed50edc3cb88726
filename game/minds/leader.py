"""A first leader: quantal response on an appraisal with one reply of look-ahead, by that leader's traits.

It sees only what its side may know. It fears war more as tension rises, stands firmer where it is of the resolute
kind, bluffs where it thinks the other weak, and learns from what the other does (row thinks/SIDE moves by Bayes in the
engine).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from game.engine import dice
from game.engine.prompts import MOST_RESPONSES, Prompt
from game.engine.tension import tension
from game.engine.worlds import SIDES, Worlds
from game.minds import duel, toolbox
from game.minds.appraisal import Appraisal, appraise, worth
from game.minds.mind import no_tool, quantal
from game.model.bundle import Row
from game.model.people import Leader
from game.model.tables import DecisionTable, StandoffTable, Tables

#: Judgements, as appraisal.LEANING.
SHARPNESS = 2.0  # a choice that is worth one point less than the best is taken 2**-SHARPNESS as often
FIRMNESS = 0.7  # what being resolute adds to a hard choice, per impulse
BEND = 1.2  # what a leader 40 points less ready to bargain than usual adds to the hardest choice
USUAL_FLEX = 60.0  # readiness to bargain that leans neither way
FEAR = 4.0  # what a logit of tension is worth to a cautious leader near the brink
WAR = 60.0  # points that general war costs


def felt(values: Row, open_: Row) -> Row:
    """How far each choice feels behind the best open one: large gaps are told apart less finely than small ones."""
    best = np.where(open_, values, -np.inf).max(axis=0)
    gap = np.where(open_, np.maximum(best - values, 0.0), 0.0)
    behind: Row = -np.rint(np.log1p(gap) * 1e9) / 1e9
    return behind


@dataclass(frozen=True)
class LeaderMind:
    """The model of one leader for one side of one scenario."""

    profile: Leader
    side: int
    tables: Tables
    strength: float = 1.0
    _made: dict[int, Appraisal] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """The leader's name."""
        return self.profile.name

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The choice and the instrument, each by quantal response."""
        what, stage = tables.entries[asked.stage.entry].what, asked.stage
        if isinstance(what, StandoffTable) and stage.kind in ("round", "reply", "alarm"):
            return duel.choose(tables, worlds, asked, what, side, self.profile, self.strength)
        if stage.kind == "incident":
            return self._respond(worlds, asked), no_tool(worlds)
        assert isinstance(what, DecisionTable)
        values = felt(self.values(worlds, stage.entry), asked.open[side])
        choice = quantal(values, asked.open[side], SHARPNESS * self.strength, self.luck(worlds, asked, 0))
        return choice, toolbox.choose(tables, worlds, asked, side, self.profile, self.luck(worlds, asked, 2))

    def luck(self, worlds: Worlds, asked: Prompt, place: int) -> Row:
        """A number in [0, 1) in each world, for one use (place) at one question."""
        entry = self.tables.entries[asked.stage.entry]
        draw = dice.key(entry.key, asked.stage.round * 8 + len(asked.stage.kind), dice.MIND, self.side + place)
        return dice.uniform(worlds["seed"], draw)

    def values(self, worlds: Worlds, entry: int) -> Row:
        """Utility of each choice in each world, shape (choices, worlds), in points."""
        told = self._made.get(entry)
        if told is None:
            told = self._made.setdefault(entry, appraise(self.tables, entry, self.profile))
        return self._weigh(worlds, told)

    def _weigh(self, worlds: Worlds, told: Appraisal) -> Row:
        own, leader = SIDES[self.side], self.profile
        level = tension(self.tables.parameters, worlds.rows) / 100.0
        thinks = worlds[f"thinks/{own}"]
        firm = FIRMNESS * (np.where(worlds[f"resolute/{own}"], 1.0, -1.0) + leader.bluff / 100.0 * (1.0 - 2.0 * thinks))
        bend = BEND * (USUAL_FLEX - leader.flex) / 40.0
        calm = dict(self.tables.sides[self.side].wants).get("tension", 0.0)
        fear = leader.nuke / 100.0 * FEAR * level**4 * (1.5 - leader.risk / 100.0) - 3.0 * calm * level * (1.0 - level)
        retreat = worlds[f"audience/{own}"] * self.tables.parameters.audience_price / 10.0 * leader.domestic / 50.0
        value, impulse = told.expected(self.tables, worlds)
        each = told.columns
        found: Row = value + (each.reply[0] + thinks * (each.reply[1] - each.reply[0]))
        found += firm * each.hard + bend * each.hardest - retreat * each.yields + each.lean
        found -= fear * impulse
        if each.force.any():
            found -= each.force * level * WAR * leader.nuke / 100.0
        return found

    def _respond(self, worlds: Worlds, asked: Prompt) -> Row:
        """Answer an incident by what each answer is worth."""
        values, sharpness = self.answers(worlds, asked), SHARPNESS * self.strength
        return quantal(values, asked.open[self.side], sharpness, self.luck(worlds, asked, 0))

    def answers(self, worlds: Worlds, asked: Prompt) -> Row:
        """What each answer to an incident is worth, (responses, worlds): what looking firm earns against its risk."""
        leader, told = self.profile, self._accidents
        level = tension(self.tables.parameters, worlds.rows) / 100.0
        which, risks = worlds["incident"], (0.4 + level)
        firm = np.where(worlds[f"resolute/{SIDES[self.side]}"], 1.0, 0.3)
        values = np.empty(asked.open[self.side].shape)
        for place, (gains, factors, looks) in enumerate(zip(*told, strict=True)):
            risk = (factors * (0.3 + leader.nuke / 100.0)).take(which, mode="wrap") * risks
            values[place] = gains.take(which, mode="wrap") + looks.take(which, mode="wrap") * firm - 0.5 * risk
        return values

    @cached_property
    def _accidents(self) -> tuple[Row, Row, Row]:
        """By response and incident, last of none: what a response gains, its share of the risk, how firm it looks."""
        incidents, side = self.tables.incidents, self.tables.sides[self.side]
        told = np.zeros((3, MOST_RESPONSES, len(incidents) + 1))
        for index, incident in enumerate(incidents):
            if incident.side == self.side:
                rows = worth(side, self.profile, incident.bundle), incident.factors, 0.4 * incident.firm
                for place, row in enumerate(rows):
                    told[place, : len(incident.responses), index] = row[: len(incident.responses)]
        return told[0], told[1], told[2]
