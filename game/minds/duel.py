"""A leader in a standoff: its move, its reply, its answer to an incident, and the instrument beside the move.

What each is worth comes from the policy table (duel_policy), read with this leader's own belief about the other and
bent by its traits; it then chooses by quantal response. It reads only what its side may know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.engine import dice
from game.engine import standoff_prices as prices
from game.engine.prompts import Prompt
from game.engine.standoff_scene import BACK, CLIMB, OFFER
from game.engine.worlds import SIDES, Gathered, Worlds
from game.minds import duel_board, duel_offers, duel_tools
from game.minds.credence import believed
from game.minds.duel_policy import SHARPNESS, SURENESS, Policy, policy
from game.minds.duel_worth import losing
from game.minds.mind import quantal
from game.model.bundle import Row
from game.model.people import Leader
from game.model.tables import IncidentTable, StandoffTable, Tables

_MIDDLE = 50.0
_PLACE = 1000
_MOVE, _PACKAGE, _TOOL, _REPLY, _ALARM = range(5)

#: How traits bend values: points for a trait of 100 beside one of 50.
_BOLD, _FEAR, _FACE, _TALK, _WAIT, _BLUFF, _GIVE = 1.0, 0.5, 0.5, 0.8, 0.5, 1.0, 1.5


@dataclass(frozen=True)
class Desk:
    """What a leader has before it: worlds as its side sees them, the policy, and where each world stands in it."""

    tables: Tables
    worlds: Worlds
    prompt: Prompt
    what: StandoffTable
    side: int
    leader: Leader
    strength: float
    policy: Policy
    states: Row

    @property
    def round(self) -> int:
        """The round, from 0."""
        return self.prompt.stage.round

    @cached_property
    def kind(self) -> Row:
        """Whether this leader is of the resolute kind in each world, as 0 or 1."""
        return self.worlds[f"resolute/{SIDES[self.side]}"].astype(np.int64)

    @cached_property
    def believes(self) -> Row:
        """How likely it thinks the other resolute: a leader who takes threats seriously thinks so sooner."""
        return believed(self.worlds, self.side, self.leader)

    def trait(self, name: str) -> float:
        """A trait as -1 to 1."""
        return (float(getattr(self.leader, name)) - _MIDDLE) / _MIDDLE

    def luck(self, use: int) -> Row:
        """A number in [0, 1) in each world for one use in this round."""
        key = self.tables.entries[self.prompt.stage.entry].key
        return dice.uniform(self.worlds["seed"], dice.key(key, _PLACE + self.round * 8 + use, dice.MIND, self.side))

    def moved(self, side: int) -> Row:
        """What a side did this round, as HOLD, CLIMB, BACK or OFFER."""
        return self.worlds[f"move/{SIDES[side]}"].astype(np.int64) - 1

    def by_kind(self, values: Row) -> Row:
        """Values (kind, S) for this leader's kind and state in each world."""
        found: Row = values[self.kind, self.states]
        return found

    @cached_property
    def armed(self) -> Row:
        """By how much readiness raises the rate of incidents in each world."""
        return prices.armed(self.what, self.worlds["ready/usa"] + self.worlds["ready/ussr"])

    @cached_property
    def alike(self) -> tuple[Desk, Row]:
        """A desk with one world for each position that is there, and the place of each world's position in it.

        Worlds of one state in which this leader is of one kind and has given the same orders are alike in all that
        does not hang on beliefs, readiness or threats: it is worked out once for all of them.
        """
        tight = self.worlds[f"tight/{SIDES[self.side]}"]
        position = (self.states * 2 + self.kind) * 2 + tight
        stands = np.full(self.policy.board.count * 4, -1)
        stands[position] = np.arange(len(position))
        known = np.flatnonzero(stands >= 0)
        first = stands[known]
        stands[known] = np.arange(len(known))
        desk = replace(self, worlds=Worlds(Gathered(self.worlds.rows, first)), states=self.states[first])
        return desk, stands[position]

    def each(self, values: Row) -> Row:
        """Values (..., positions) as those of each world, (..., worlds)."""
        return values.take(self.alike[1], axis=-1)

    def mixed(self, values: Row) -> Row:
        """Values (other's kind, ..., positions) averaged by what it believes of the other, (..., worlds)."""
        found: Row = self.each(values[1] - values[0])
        found *= self.believes
        found += self.each(values[0])
        return found


def choose(
    tables: Tables,
    worlds: Worlds,
    prompt: Prompt,
    what: StandoffTable,
    side: int,
    leader: Leader,
    strength: float = 1.0,
) -> tuple[Row, Row]:
    """The choice and the instrument (-1: none) in each world, for a round, a reply or an alarm."""
    table = policy(what)
    desk = Desk(tables, worlds, prompt, what, side, leader, strength, table, table.board.find(worlds))
    none = np.full(worlds.count, -1, np.int8)
    if prompt.stage.kind == "round":
        return _move(desk)
    if prompt.stage.kind == "reply":
        return _reply(desk), none
    return _alarm(desk), none


def _move(desk: Desk) -> tuple[Row, Row]:
    """Weigh the kinds of move, an offer by the best package; then the package; then the instrument."""
    values = move_values(desk)
    offers, open_ = duel_offers.values(desk), desk.prompt.open[desk.side]
    private = prices.private(desk.what)[:-1]
    kinds, able = [*values[:3]], [*open_[:3]]
    for action, which in ((duel_board.PRIVATE, private), (duel_board.PUBLIC, ~private)):
        gain = np.where(open_[OFFER:][which], offers[which], -np.inf).max(axis=0, initial=-np.inf)
        able.append(gain > -np.inf)
        kinds.append(values[action] + np.where(able[-1], gain, 0.0))
    weighed = np.stack(kinds)
    choice = quantal(weighed, np.stack(able), SHARPNESS * desk.strength, desk.luck(_MOVE))
    _pick(desk, choice, offers, private)
    return choice, duel_tools.choose(desk, weighed, desk.luck(_TOOL))


def _pick(desk: Desk, choice: Row, offers: Row, private: Row) -> None:
    """Where it offers something, write into the choice which package, by what each is worth."""
    places = np.flatnonzero(choice >= OFFER)
    quiet = choice[places] == duel_board.PRIVATE
    listed = desk.prompt.open[desk.side][OFFER:].take(places, axis=1) & (private[:, None] == quiet)
    luck = desk.luck(_PACKAGE)[places]
    choice[places] = OFFER + quantal(offers.take(places, axis=1), listed, 2.0 * desk.strength, luck)


def move_values(desk: Desk) -> Row:
    """What each kind of move is worth to this leader, (actions, worlds), in points."""
    alike, own = desk.alike[0], desk.what.own
    found = desk.policy.moves[desk.round][desk.side]
    values = desk.mixed(np.moveaxis(found[alike.kind, :, :, alike.states], 0, -1))
    soft = (1.0 - desk.kind) * (1.0 - desk.believes)
    fear = own.war * (_FEAR * (desk.trait("nuke") - desk.trait("risk")))
    bold = _BOLD * desk.trait("risk") + _BLUFF * desk.trait("bluff") * soft
    values[CLIMB] += bold + fear * (_risk(desk, 1) - _risk(desk, 0))
    height, exposure = alike.worlds[f"height/{SIDES[desk.side]}"], alike.worlds["exposure"]
    price = desk.each(prices.retreat(desk.what, desk.side, height, exposure, desk.round))
    threats = own.retreat_threat * desk.worlds[f"audience/{SIDES[desk.side]}"]
    values[BACK] -= price * (_FACE * desk.trait("domestic") + threats)
    values[0] += _WAIT * desk.trait("patience")
    values[3:] += _TALK * desk.trait("flex")
    return values


def _risk(desk: Desk, climbs: int) -> Row:
    """The chance of losing control before the next round, averaged over how brittle the world may be."""
    alike, what = desk.alike[0], desk.what
    heights = [alike.worlds[f"height/{side}"] for side in SIDES]
    own = np.minimum(heights[desk.side] + climbs, what.heights[desk.side])
    other = prices.level(what, 1 - desk.side, heights[1 - desk.side])
    mean = prices.between(what, prices.level(what, desk.side, own), other)
    expected = desk.each(prices.contact(what, mean, float(climbs))) * desk.armed
    return prices.chance(expected) * desk.each(losing(prices.danger(what, mean, _safer(alike))))


def _safer(desk: Desk) -> Row:
    """The factor of the channel and of its own orders on an incident's danger."""
    engine = desk.tables.parameters
    tight = np.where(desk.worlds[f"tight/{SIDES[desk.side]}"], engine.tight_orders, 1.0)
    safer: Row = np.where(desk.worlds["channel"], engine.channel, 1.0) * tight
    return safer


def _reply(desk: Desk) -> Row:
    """Follow a step back, take an offer: yes as often as it is worth more than no."""
    return quantal(reply_values(desk), desk.prompt.open[desk.side], SURENESS * desk.strength, desk.luck(_REPLY))


def reply_values(desk: Desk) -> Row:
    """What no (0) and yes (1) to a step back or an offer are worth, (2, worlds), in points."""
    follows = following(desk) + _GIVE * desk.trait("flex")
    takes = duel_offers.taking(desk) + _GIVE * desk.trait("flex")
    gain = np.where(desk.moved(1 - desk.side) == BACK, follows, takes)
    return np.stack([np.zeros(len(gain)), gain])


def following(desk: Desk) -> Row:
    """What following a step back is worth beside standing, (worlds,), in points."""
    worth = desk.policy.worths[desk.round]
    return desk.by_kind(worth.follows[desk.side]) - desk.by_kind(worth.stands[desk.side])


def likely_loss(desk: Desk) -> Row:
    """The chance of losing control before the next round where nobody moves, (worlds,)."""
    return _risk(desk, 0)


def _alarm(desk: Desk) -> Row:
    """What looking firm earns, against what each answer risks."""
    return quantal(alarm_values(desk), desk.prompt.open[desk.side], SURENESS * desk.strength, desk.luck(_ALARM))


def alarm_values(desk: Desk) -> Row:
    """What each answer to an accident is worth, (responses, worlds), in points."""
    values = np.zeros(desk.prompt.open[desk.side].shape)
    for index in desk.what.incidents:
        here, incident = desk.worlds["incident"] == index, desk.tables.incidents[index]
        if incident.side == desk.side and here.any():
            for place in range(len(incident.responses)):
                values[place] = np.where(here, _answer(desk, incident, place), values[place])
    return values


def _answer(desk: Desk, incident: IncidentTable, place: int) -> Row:
    own, heights = desk.what.own, [desk.worlds[f"height/{side}"] for side in SIDES]
    mean = prices.middle(desk.what, heights)
    risk = prices.danger(desk.what, mean, _safer(desk)) * incident.danger * incident.factors[place]
    fears = 1.0 + _FEAR * (desk.trait("nuke") - desk.trait("risk"))
    looks = (own.firm_gain + np.where(desk.kind == 1, 0.8, 0.0)) if incident.firm[place] else -own.restraint_price
    return looks + own.war * fears * losing(risk)
