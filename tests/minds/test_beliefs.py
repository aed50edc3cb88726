"""What a side comes to believe of the other: the engine's updates against Bayes worked by hand.

The worked example. Washington thinks it 50 in 100 that Moscow is resolute: odds 1 to 1. Moscow then takes the harder of
two choices, whose impulses are 0.9 (hostile) and 0.1. The mean is 0.5, so the harder one is 0.4 above it. A lesson is
1.6 log odds for each such unit, here 0.64: a resolute Moscow is taken to choose it e^0.64 = 1.896 times as often as one
that is not. The odds become 1.896 to 1, and the belief 1.896 / 2.896 = 0.6548. The softer choice is as far below the
mean: odds 1 to 1.896, belief 0.3452. Both together say nothing: 0.5 again.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.acts import apply
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.worlds import Worlds, begin
from game.model.parameters import DEFAULT
from game.model.when import Act
from game.scenario.bundles import Branch, Maker
from game.scenario.cameo import weights
from game.scenario.chronicle import _EMPTY, bare_tables

TABLES = bare_tables(DEFAULT, ())


def thinking(belief: float) -> Worlds:
    """A quiet world in which Washington thinks so of Moscow."""
    quiet = begin(TABLES, np.arange(1, 2, dtype=np.uint64))
    return Worlds({**quiet.rows, "thinks/usa": np.full(1, belief)})


def after(worlds: Worlds, hard: float, secret: bool = False) -> float:
    """What Washington thinks after an act of Moscow that lies so far above the mean of what it could have done."""
    publicity = "secret" if secret else "public"
    bundle = Maker(_EMPTY, weights(), DEFAULT).bundle(
        [Branch("it", 1, (Act(code="150", on="usa", publicity=publicity),))]
    )
    bundle.hard[:-1] = hard
    draft = Draft(TABLES, worlds.rows, recording=False)
    apply(draft, bundle, np.zeros(1, np.int64), Cause("choice", side=1))
    return float(draft.done()[0]["thinks/usa"][0])


@pytest.mark.parametrize(("hard", "belief"), [(0.4, 0.6548), (-0.4, 0.3452), (0.0, 0.5)])
def test_the_worked_example(hard: float, belief: float) -> None:
    """By hand, as at the top of this page."""
    odds = math.exp(1.6 * hard)
    assert odds / (1 + odds) == pytest.approx(belief, abs=0.0001)
    assert after(thinking(0.5), hard) == pytest.approx(belief, abs=0.0001)


def test_two_lessons_multiply_the_odds_and_their_order_does_not_matter() -> None:
    """From 1 to 3 (belief 0.25): times e^0.64, then times e^0.32, gives 0.8706 to 1, which is 0.4654."""
    one = after(thinking(after(thinking(0.25), 0.4)), 0.2)
    other = after(thinking(after(thinking(0.25), 0.2)), 0.4)
    assert one == pytest.approx(0.4654, abs=0.0001) and other == pytest.approx(one, abs=1e-6)


def test_one_act_can_teach_five_to_one_at_most() -> None:
    """However hard: the odds 1 to 1 become 5 to 1 (belief 0.8333), and 1 to 5 for the softest."""
    assert after(thinking(0.5), 9.0) == pytest.approx(5 / 6, abs=0.0005)
    assert after(thinking(0.5), -9.0) == pytest.approx(1 / 6, abs=0.0005)


def test_a_secret_act_teaches_nothing() -> None:
    assert after(thinking(0.3), 0.8, secret=True) == pytest.approx(0.3, abs=1e-6)


def test_nobody_is_ever_quite_sure() -> None:
    belief = 0.5
    for _ in range(9):
        belief = after(thinking(belief), 1.0)
    assert belief == pytest.approx(0.98, abs=1e-6)


@given(belief=st.floats(0.03, 0.97), evidence=st.floats(-1.6, 1.6))
def test_any_update_is_bayes_by_likelihoods(belief: float, evidence: float) -> None:
    """P(firm | act) = p L1 / (p L1 + (1-p) L2), with L1 / L2 = e^evidence, kept between 0.02 and 0.98."""
    likely, other = math.exp(evidence), 1.0
    exact = belief * likely / (belief * likely + (1 - belief) * other)
    found = float(shift(np.array([belief]), np.array([evidence]))[0])
    assert found == pytest.approx(min(0.98, max(0.02, exact)), abs=1e-8)


def test_a_costly_concession_earns_trust_and_words_alone_earn_none() -> None:
    """Kydd: only what would hurt a deceiver is believed."""
    quiet = begin(TABLES, np.arange(1, 2, dtype=np.uint64))
    for concedes in (0.0, 0.5):
        bundle = Maker(_EMPTY, weights(), DEFAULT).bundle([Branch("it", 1, (Act(code="087", on="usa"),))])
        bundle.concedes[:-1] = concedes
        draft = Draft(TABLES, quiet.rows, recording=False)
        apply(draft, bundle, np.zeros(1, np.int64), Cause("choice", side=1))
        trust = float(draft.done()[0]["trust/usa"][0])
        odds = DEFAULT.trust_start / (1 - DEFAULT.trust_start) * math.exp(concedes)
        assert trust == pytest.approx(odds / (1 + odds), abs=0.0001)
