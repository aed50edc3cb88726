"""The hours between two rounds of a standoff: word spreads, each side is watched, and something may go wrong."""

from __future__ import annotations

import numpy as np

from game.engine import acts, dice, incidents
from game.engine.beliefs import shift
from game.engine.draft import Cause
from game.engine.holds import mask
from game.engine.standoff_prices import between, chance, danger, rate
from game.engine.standoff_scene import CLIMB, HOLD, Scene, calm, expose, gain
from game.engine.tension import jolt
from game.engine.time import pass_time
from game.engine.worlds import HAD, SIDES
from game.model.bundle import Row
from game.model.tables import IncidentTable

_BOTH = (True, True)


def watch(scene: Scene) -> None:
    """Each side gets a sign of the other's kind, a little more often right than wrong."""
    draft, own = scene.draft, scene.what.own
    for reader in (0, 1):
        other = 1 - reader
        right = own.sign + own.sign_hold * scene.moved(other, HOLD) + own.sign_channel * draft["channel"]
        resolute = draft[f"resolute/{SIDES[other]}"] == (scene.luck(dice.SIGN, reader + 1) < right)
        odds = np.where(resolute, 1.0, -1.0) * np.log(right / (1.0 - right))
        name, seen = f"thinks/{SIDES[reader]}", (reader == 0, reader == 1)
        draft.move(name, shift(draft[name], odds), scene.cause("sign", side=other), seen)


def spread(scene: Scene) -> None:
    """More people come to know by themselves."""
    expose(scene, scene.luck(dice.SPREAD) < scene.what.own.spread, scene.cause("time"))


def stir(scene: Scene) -> None:
    """Something may go wrong: the row "incident" gets what, or -1. Where both held and nothing does, it calms."""
    draft = scene.draft
    climbs = scene.moved(0, CLIMB).astype(np.float64) + scene.moved(1, CLIMB)
    mean = between(scene.what, scene.level(0), scene.level(1))
    expected = rate(scene.what, mean, climbs, draft["ready/usa"] + draft["ready/ussr"])
    which = np.where(scene.luck(dice.INCIDENT) < chance(expected), _which(scene), -1).astype(np.int8)
    draft["incident"] = which
    incidents.remember(draft, which)
    quiet = (which < 0) & scene.moved(0, HOLD) & scene.moved(1, HOLD)
    calm(scene, scene.what.own.calm_quiet * quiet, scene.cause("time"))


def _which(scene: Scene) -> Row:
    """Draw by weight among the incidents that can happen now, the higher side's more often; -1 where none can.

    None comes twice.
    """
    had, able = scene.draft[HAD], scene.what.incidents
    weights = [
        np.where(had & incidents.bit(index), 0.0, _weight(scene, scene.draft.tables.incidents[index])) for index in able
    ]
    return incidents.pick(scene.draft, able, weights, scene.luck(dice.WHICH))


def _weight(scene: Scene, incident: IncidentTable) -> Row:
    draft, side, now = scene.draft, incident.side, scene.draft["now"]
    able = (now >= incident.after) & (now <= incident.before) & (draft[f"order/{SIDES[side]}"] <= incident.alert)
    higher = np.maximum(scene.level(side) - scene.level(1 - side), 0.0)
    weight: Row = incident.weight * (1.0 + scene.what.own.rate_higher * higher)
    return np.where(able & mask(draft.tables, draft.rows, incident.needs), weight, 0.0)


def answer(scene: Scene, choices: tuple[Row, Row]) -> None:
    """What went wrong is answered, and stays in hand or does not."""
    for index in scene.what.incidents:
        here = scene.draft["incident"] == index
        if here.any():
            with scene.only(here) as part:
                _answer(part, index, part.draft.of(choices[scene.draft.tables.incidents[index].side]))


def _answer(scene: Scene, index: int, choice: Row) -> None:
    draft, incident = scene.draft, scene.draft.tables.incidents[index]
    incidents.jolt_of(draft, index)
    happened = Cause("incident", incident.id, side=incident.side)
    if incident.visible:
        jolt(draft, np.full(draft.count, scene.what.own.heat_incident), happened, _BOTH)
    branch = _branch(incident, choice)
    _respond(scene, incident, branch)
    risk = _risk(scene, incident.side) * incident.factors[branch] * incident.danger
    draw = dice.key(scene.entry.key, scene.round + 1, dice.ESCALATE)
    incidents.run_out(draft, risk, draw, happened, np.full(draft.count, index, np.int8))
    incidents.count(draft)


def _branch(incident: IncidentTable, choice: Row) -> Row:
    """The response chosen; the last place, "nothing", where nobody could see it or nobody answered."""
    nobody = len(incident.responses)
    able = (choice >= 0) & (choice < nobody) & incident.visible
    branch: Row = np.where(able, choice, nobody).astype(np.int64)
    return branch


def _respond(scene: Scene, incident: IncidentTable, branch: Row) -> None:
    """A firm answer looks strong, a restrained one does not."""
    own, nobody = scene.what.own, len(incident.responses)
    answered = branch < nobody
    if answered.any():
        part = incident.responses[int(branch[0])] if answered[0] else ""
        cause = Cause("response", incident.id, part, incident.side)
        scene.draft.told(cause, answered)
        acts.apply(scene.draft, incident.bundle, branch, cause)
        points = np.where(incident.firm[branch], own.firm_gain, -own.restraint_price)
        gain(scene, incident.side, points * answered, cause)


def _risk(scene: Scene, side: int) -> Row:
    """The chance that it runs out of hand, before brittleness and answer."""
    draft, engine = scene.draft, scene.draft.tables.parameters
    channel = np.where(draft["channel"], engine.channel, 1.0)
    tight = np.where(draft[f"tight/{SIDES[side]}"], engine.tight_orders, 1.0)
    return danger(scene.what, between(scene.what, scene.level(0), scene.level(1)), channel * tight)


def pass_hours(scene: Scene) -> None:
    """A round's hours pass. All worlds of a standoff are at the same minute: it opened at one moment."""
    scene.draft["incident"] = np.full(scene.draft.count, -1, np.int8)
    _rest(scene)
    pass_time(scene.draft, scene.entry.minute + (scene.round + 1) * scene.what.minutes)


def _rest(scene: Scene) -> None:
    """After every second round each side has a free hand again, up to what it began the crisis with."""
    if (scene.round + 1) % scene.what.own.rested:
        return
    for index, side in enumerate(SIDES):
        name, most = f"capital/{side}", scene.draft.tables.sides[index].capital
        held = scene.draft[name]
        more = np.where(held < most, np.minimum(held + np.float32(1.0), np.float32(most)), held)
        scene.draft.move(name, more.astype(np.float32), scene.cause("rest", side=index), (index == 0, index == 1))
