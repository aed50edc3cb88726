"""What a side may reckon with: the staff's band, the price of stepping back, what it thinks of the other."""

from __future__ import annotations

import pytest

from game.engine.standoff import BACK, HOLD, Outlook, outlook
from game.engine.worlds import Worlds
from tests.engine.standoff_sample import changed, do, home, opened, stage, standoff_of, tables

TOLD = tables()


def reckon(worlds: Worlds, side: int = 0, round_: int = 0) -> Outlook:
    return outlook(TOLD, worlds, stage(TOLD, "round", round_), standoff_of(TOLD), side)


def test_the_band_is_wide_in_order_and_higher_for_climbing() -> None:
    found = reckon(opened(TOLD, height_usa=1, height_ussr=1))
    low, middle, high = found.stay
    assert 0 < low < middle < high < 1
    assert all(climb > stay for climb, stay in zip(found.climb, found.stay, strict=True))


def test_the_band_rises_with_both_ladders_and_falls_with_a_channel() -> None:
    quiet, tense = reckon(opened(TOLD)), reckon(opened(TOLD, height_usa=4, height_ussr=4))
    assert tense.stay[1] > 5 * quiet.stay[1]
    assert reckon(opened(TOLD, channel=True)).stay[1] < quiet.stay[1]


def test_the_band_holds_the_share_of_worlds_that_really_lose_control() -> None:
    worlds = changed(opened(TOLD, 20000, height_usa=3, height_ussr=3), brittle=1.0)
    expected = reckon(worlds.pick(0)).stay[1]
    hours = do(TOLD, do(TOLD, worlds, "round", (HOLD, HOLD)), "reply")
    lost = (do(TOLD, hours, "alarm", (-1, -1))["ending"] == TOLD.war).mean()
    assert lost == pytest.approx(expected, rel=0.2)


def test_the_price_told_is_the_price_paid() -> None:
    worlds = opened(TOLD, height_usa=2, exposure=2)
    told = reckon(worlds, 0, 3).back
    after = do(TOLD, do(TOLD, worlds, "round", (BACK, HOLD), 3), "reply", (-1, 0), 3)
    assert home(after, "usa") == pytest.approx(-told, abs=1e-4)


def test_stepping_back_from_one_rung_higher_is_dearer() -> None:
    found = reckon(opened(TOLD, height_usa=1))
    assert found.back_higher > found.back > 0


def test_what_is_hidden_from_a_side_does_not_change_what_it_reckons() -> None:
    hidden = {"resolute_ussr": True, "brittle": 9.0, "tight_ussr": True, "audience_ussr": 0.3, "thinks_ussr": 0.9}
    assert reckon(opened(TOLD, resolute_ussr=False)) == reckon(opened(TOLD, **hidden))
