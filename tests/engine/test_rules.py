"""The rules as small scenes: what one act, one order, one threat does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import dice
from game.engine.acts import apply
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.readiness import suggested
from game.engine.tension import tension
from game.engine.time import pass_time
from game.engine.worlds import Worlds, begin
from game.model.parameters import DEFAULT, READINESS
from game.model.tables import Tables
from game.model.when import Act
from game.scenario.bundles import Branch, Maker
from game.scenario.cameo import weights
from game.scenario.catalogue import load
from game.scenario.chronicle import _EMPTY, bare_tables
from game.scenario.compile import compile_scenario

TABLES: Tables = bare_tables(DEFAULT, ())
MAKER = Maker(_EMPTY, weights(), DEFAULT)


@pytest.fixture(scope="module")
def night() -> Tables:
    return compile_scenario(load("checkpoint-charlie-1961"))


def worlds(**rows: object) -> Worlds:
    """Three quiet worlds, with some rows set."""
    told = begin(TABLES, np.arange(1, 4, dtype=np.uint64))
    changed = {
        name.replace("_", "/", 1): np.broadcast_to(np.asarray(row, told[name.replace("_", "/", 1)].dtype), 3)
        for name, row in rows.items()
    }
    return Worlds({**told.rows, **changed})


def after(told: Worlds, branch: Branch) -> Worlds:
    """The worlds after one thing has happened in each."""
    draft = Draft(TABLES, told.rows, recording=False)
    apply(draft, MAKER.bundle([branch]), np.zeros(told.count, np.int64), Cause("choice", side=branch.side))
    return draft.done()[0]


def act(code: str, salience: float = 1.0, by: int = 1, publicity: str = "public") -> Branch:
    return Branch("it", by, (Act(code=code, on=("ussr", "usa")[by], salience=salience, publicity=publicity),))


def heat(told: Worlds) -> float:
    return float(tension(DEFAULT, told.rows)[0])


def later(told: Worlds, days: float) -> Worlds:
    draft = Draft(TABLES, told.rows, recording=False)
    pass_time(draft, int(told["now"][0]) + int(days * 1440))
    return draft.done()[0]


def test_a_hostile_act_raises_tension_and_a_friendly_one_lowers_it() -> None:
    quiet = worlds()
    assert heat(after(quiet, act("190"))) > heat(quiet) > heat(after(quiet, act("057")))


def test_a_secret_act_moves_no_tension() -> None:
    quiet = worlds()
    assert heat(after(quiet, act("190", publicity="secret"))) == heat(quiet)


def test_distrust_makes_the_same_act_look_worse() -> None:
    """Jervis: what the other does is read through what one expects of it."""
    assert heat(after(worlds(trust_usa=0.1), act("150"))) > heat(after(worlds(trust_usa=0.9), act("150")))


def test_tension_fades_fast_at_first_and_a_rivalry_stays() -> None:
    hot = after(worlds(), act("190"))
    month, year = later(hot, 30), later(hot, 365)
    assert heat(hot) > heat(month) > heat(year) > heat(worlds())
    assert float(month["fast"][0]) < 0.2 * float(hot["fast"][0])
    assert float(month["slow"][0]) > 0.8 * float(hot["slow"][0])


def test_an_order_raises_readiness_at_once_and_it_comes_down_only_after_the_dwell() -> None:
    alert = after(worlds(), Branch("alert", 0, order=2))
    assert float(alert["ready/usa"][0]) == READINESS[2]
    assert READINESS[5] < float(alert["ready/ussr"][0]) < READINESS[2], "readiness feeds on the other's"
    calm = after(alert, Branch("calm", 0, order=5))
    assert float(later(calm, 20)["ready/usa"][0]) == READINESS[2]
    assert float(later(calm, 40)["ready/usa"][0]) < READINESS[3]


@pytest.mark.parametrize(("level", "alert"), [(19, 5), (35, 4), (74.9, 4), (75, 3), (85, 2), (97, 1)])
def test_the_alert_that_tension_suggests(level: float, alert: int) -> None:
    assert suggested(level) == alert


def test_a_public_threat_exposes_its_maker_and_moscow_less_than_washington() -> None:
    for side, expected in ((0, 0.08), (1, 0.04)):
        told = after(worlds(), Branch("threat", side, (Act(code="138", on="usa"),), stance="threatens"))
        assert float(told[f"audience/{('usa', 'ussr')[side]}"][0]) == pytest.approx(expected)


def test_a_private_threat_exposes_less_than_a_public_one() -> None:
    public = after(worlds(), Branch("threat", 0, (Act(code="138", on="ussr"),), stance="threatens"))
    private = after(
        worlds(), Branch("threat", 0, (Act(code="138", on="ussr", publicity="private"),), stance="threatens")
    )
    assert float(private["audience/usa"][0]) < float(public["audience/usa"][0])


@given(st.floats(0.02, 0.98), st.floats(-3, 3))
def test_bayes_by_hand(probability: float, odds: float) -> None:
    by_hand = 1 / (1 + (1 - probability) / probability * np.exp(-odds))
    assert float(shift(np.array([probability]), np.array([odds]))[0]) == pytest.approx(
        min(max(by_hand, 0.02), 0.98), abs=1e-8
    )


def test_dice_are_even_and_draws_for_different_things_have_nothing_in_common() -> None:
    seeds = np.arange(20_000, dtype=np.uint64)
    first, second = (dice.uniform(seeds, dice.key(77, 0, channel)) for channel in (dice.OUTCOME, dice.EVENT))
    assert abs(first.mean() - 0.5) < 0.01 and abs(first.var() - 1 / 12) < 0.003
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03
    assert (np.histogram(first, 10)[0] > 1800).all()


def test_the_dice_are_those_of_every_stored_game() -> None:
    """These numbers must never change: each record and run code rests on them."""
    drawn = dice.uniform(np.array([1, 2], np.uint64), dice.key(123456789, 2, dice.OUTCOME, 1))
    assert [f"{value:.12f}" for value in drawn] == ["0.173231153057", "0.279178255697"]


def test_spent_capital_comes_back_with_the_months_and_no_further_than_it_was(night: Tables) -> None:
    """A leader's few free moves are not gone for good in a crisis of half a year."""
    began = night.sides[0].capital
    spent = begin(night, np.arange(1, 3, dtype=np.uint64))
    rows = {**spent.rows, "capital/usa": np.full(2, began - 2, np.float32)}
    for days, there in ((30, began - 1), (45, began - 0.5), (300, began)):
        draft = Draft(night, rows, recording=False)
        pass_time(draft, night.starts + days * 1440)
        assert draft["capital/usa"][0] == pytest.approx(there)
        assert draft["capital/ussr"][0] == night.sides[1].capital
