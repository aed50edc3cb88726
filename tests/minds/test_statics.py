"""V5: what must change when one thing changes and all else, the luck included, stays the same.

Fearon 1994: who would pay more before an audience gives way less. Powell 2015: the firmer the defender is taken to be,
the less a challenger climbs. Risk rises with tension, readiness and misperception. Richardson 1960: readiness settles
as long as the two sides' fatigue together beats their copying (ab > kl). Paired: the same worlds, the same draws.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.acts import apply
from game.engine.draft import Cause, Draft
from game.engine.incidents import arrive, danger
from game.engine.readiness import ease
from game.engine.standoff import BACK, CLIMB
from game.engine.tension import tension
from game.engine.worlds import Worlds, begin
from game.minds.leader import LeaderMind
from game.minds.sight import sight
from game.model.moment import minutes
from game.model.parameters import DEFAULT, READINESS, Parameters
from game.model.tables import Tables
from game.model.when import Act
from game.scenario.bundles import Branch, Maker
from game.scenario.cameo import weights
from game.scenario.catalogue import load
from game.scenario.chronicle import _EMPTY, bare_tables
from game.scenario.compile import compile_scenario
from tests.engine.standoff_sample import ask, opened, tables
from tests.minds.test_duel import leader

COUNT = 4000
DAY = 1440


def moves(round_: int, domestic: float = 50.0, **rows: object) -> np.ndarray:
    """Washington's moves in a round of the standoff on the bridge, in the same worlds but for what is said."""
    told = tables()
    worlds = opened(told, COUNT, **rows)
    asked = ask(told, worlds, "round", round_)
    assert asked is not None
    mind = LeaderMind(leader(domestic=domestic), 0, told)
    return mind.choose(told, sight(told, worlds, 0), asked, 0)[0]


def backs(exposure: float, domestic: float = 50.0) -> float:
    """How often an irresolute leader steps back who thinks the other firm, by how far it has bound itself in public."""
    return float((moves(4, domestic, resolute_usa=False, thinks_usa=0.9, audience_usa=exposure) == BACK).mean())


def test_fearon_the_more_an_audience_has_been_promised_the_less_a_leader_steps_back() -> None:
    """No threat before, one, two: each makes a step back rarer."""
    assert backs(0.0) > 1.5 * backs(0.08) > 2.25 * backs(0.16) > 3.4 * backs(0.32) > 0


def test_fearon_the_same_promise_binds_more_who_cares_more_for_home() -> None:
    assert 1.5 * backs(0.16, domestic=90) < backs(0.16, domestic=10)


def challenger(thinks: float, resolute: bool) -> float:
    return float((moves(3, resolute_usa=resolute, thinks_usa=thinks, height_usa=1, height_ussr=1) == CLIMB).mean())


@pytest.mark.parametrize("resolute", [False, True])
def test_powell_the_firmer_the_defender_seems_the_less_the_challenger_climbs(resolute: bool) -> None:
    weak, unsure, firm = (challenger(thinks, resolute) for thinks in (0.1, 0.5, 0.9))
    assert weak > unsure > firm


TABLES = bare_tables(DEFAULT, ())


def quiet(count: int = 1, told: Tables = TABLES, **rows: float) -> Worlds:
    """Quiet worlds with some rows set (ready_usa=0.6 sets ready/usa)."""
    fresh = begin(told, np.arange(1, count + 1, dtype=np.uint64))
    named = {name.replace("_", "/", 1): value for name, value in rows.items()}
    return Worlds({**fresh.rows, **{name: np.full(count, value, fresh[name].dtype) for name, value in named.items()}})


def test_the_danger_of_an_accident_rises_with_tension() -> None:
    risks = [float(danger(Draft(TABLES, quiet(fast=fast).rows, recording=False), 0)[0]) for fast in (0.0, 1.0, 2.0)]
    assert risks[0] < risks[1] < risks[2]


@cache
def accidents(ready: float) -> float:
    """In which share of worlds an accident comes within ten days, by readiness; the same worlds, the same draws."""
    told = compile_scenario(load("cuba-1962"))
    rows = {"ready/usa": ready, "ready/ussr": ready, "order/usa": 3, "now": minutes("1962-10-25")}
    fresh = begin(told, np.arange(1, COUNT + 1, dtype=np.uint64))
    worlds = Worlds({**fresh.rows, **{name: np.full(COUNT, value, fresh[name].dtype) for name, value in rows.items()}})
    draft = Draft(told, worlds.rows, recording=False)
    arrive(draft, told.entries[-1].key, np.full(COUNT, 10 * DAY))
    return float((draft["incident"] >= 0).mean())


def test_accidents_come_oftener_the_readier_the_forces_stand() -> None:
    assert accidents(0.05) < accidents(0.2) < accidents(0.6)


def heat(parameters: Parameters, trust: float) -> float:
    """Tension after one show of force, by how much the other side adds out of distrust."""
    told = bare_tables(parameters, ())
    bundle = Maker(_EMPTY, weights(), parameters).bundle([Branch("it", 1, (Act(code="150", on="usa"),))])
    draft = Draft(told, quiet(1, told, trust_usa=trust).rows, recording=False)
    apply(draft, bundle, np.zeros(1, np.int64), Cause("choice", side=1))
    return float(tension(parameters, draft.done()[0].rows)[0])


def test_tension_and_with_it_risk_rises_with_misperception() -> None:
    """Jervis: the same act looks worse to whoever adds more, and to whoever trusts less."""
    assert heat(replace(DEFAULT, bias=0.0), 0.3) < heat(DEFAULT, 0.3) < heat(replace(DEFAULT, bias=0.6), 0.3)
    assert heat(DEFAULT, 0.9) < heat(DEFAULT, 0.1)


def settled(coupling: float) -> tuple[float, float]:
    """Both sides' readiness a year after both stood at alert 2 and were ordered back to calm."""
    told = bare_tables(replace(DEFAULT, coupling=coupling), ())
    high = quiet(1, told, ready_usa=READINESS[2], ready_ussr=READINESS[2])
    draft = Draft(told, {**high.rows, "now": high["now"] + 100 * DAY}, recording=False)
    for _ in range(365):
        ease(draft, np.full(1, DAY))
    return float(draft["ready/usa"][0]), float(draft["ready/ussr"][0])


def test_richardson_readiness_settles_where_fatigue_beats_copying() -> None:
    """a = b = 1, the gap to the order that is closed; k = l = coupling. 1 > 0.04 settles, 1 < 1.44 does not."""
    assert settled(DEFAULT.coupling) == pytest.approx((READINESS[5], READINESS[5]), abs=0.01)
    assert min(settled(1.2)) > 0.8


def test_richardson_the_more_each_copies_the_higher_both_stand() -> None:
    """On the way down, ten days on."""
    stands = []
    for coupling in (0.0, 0.2, 0.6):
        told = bare_tables(replace(DEFAULT, coupling=coupling), ())
        high = quiet(1, told, ready_usa=READINESS[2], ready_ussr=READINESS[2])
        draft = Draft(told, {**high.rows, "now": high["now"] + 100 * DAY}, recording=False)
        for _ in range(3):
            ease(draft, np.full(1, DAY))
        stands.append(float(draft["ready/usa"][0]))
    assert stands == sorted(stands) and stands[0] < stands[2]
