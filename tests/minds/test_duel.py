"""A leader in a standoff: it fears, bluffs, learns, gives in and knows nothing that it may not know."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.prompts import Prompt
from game.engine.standoff import BACK, CLIMB, HOLD, OFFER
from game.engine.worlds import Worlds
from game.insight import many
from game.minds.duel import choose
from game.minds.leader import LeaderMind
from game.minds.sight import hidden, sight
from game.model.people import Leader
from tests.engine.standoff_sample import TRAITS, ask, changed, do, opened, package, standoff_of, tables

TOLD = tables()
COUNT = 4000


def leader(**traits: float) -> Leader:
    return Leader(name="Somebody", side="usa", about="", **{**TRAITS, **traits})  # type: ignore[arg-type]


def answers(worlds: Worlds, kind: str, side: int = 0, round_: int = 0, who: Leader | None = None) -> np.ndarray:
    """What a leader answers in each world, by what its side sees."""
    asked = ask(TOLD, worlds, kind, round_)
    assert isinstance(asked, Prompt)
    choice, _ = choose(TOLD, sight(TOLD, worlds, side), asked, standoff_of(TOLD), side, who or leader())
    assert asked.open[side][choice, np.arange(worlds.count)].all(), "a closed choice was taken"
    return choice


def share(choice: np.ndarray, move: int) -> float:
    return float((choice == move).mean())


def moves(round_: int = 2, who: Leader | None = None, **rows: object) -> np.ndarray:
    return np.minimum(answers(opened(TOLD, COUNT, **rows), "round", 0, round_, who), OFFER)


def replies(mine: int, theirs: int, round_: int, **rows: object) -> float:
    """How often Washington says yes to what Moscow does."""
    worlds = do(TOLD, opened(TOLD, COUNT, **rows), "round", (mine, theirs), round_)
    return share(answers(worlds, "reply", 0, round_), 1)


def test_it_mixes_its_moves() -> None:
    found = np.bincount(moves(4, channel=True), minlength=4) / COUNT
    assert (found > 0.01).all() and found.max() < 0.8


def test_the_irresolute_step_back_more_often_and_follow_more_often() -> None:
    assert share(moves(resolute_usa=False), BACK) > share(moves(resolute_usa=True), BACK)
    assert replies(HOLD, BACK, 3, resolute_usa=False) > replies(HOLD, BACK, 3, resolute_usa=True)


def test_it_fears_the_top_of_the_ladder() -> None:
    high = {"height_usa": 3, "height_ussr": 4}
    assert share(moves(3, **high), HOLD) + share(moves(3, **high), CLIMB) < share(moves(3), HOLD) + share(
        moves(3), CLIMB
    )


def test_it_steps_back_sooner_where_it_thinks_that_the_other_will_follow() -> None:
    soft = {"resolute_usa": False, "height_usa": 1, "height_ussr": 1}
    assert share(moves(3, thinks_usa=0.9, **soft), BACK) < share(moves(3, thinks_usa=0.1, **soft), BACK)


def test_the_irresolute_bluff_and_more_often_where_they_think_the_other_weak() -> None:
    soft = {"resolute_usa": False, "height_usa": 1, "height_ussr": 1}
    strong, weak = share(moves(3, thinks_usa=0.9, **soft), CLIMB), share(moves(3, thinks_usa=0.1, **soft), CLIMB)
    assert 0.05 < strong < weak


def test_early_it_waits_for_the_price_of_giving_way_to_fall() -> None:
    assert replies(HOLD, BACK, 0, channel=True) < 0.5 < replies(HOLD, BACK, 4, channel=True)


def test_a_gambler_climbs_more_and_a_talker_offers_more() -> None:
    assert share(moves(who=leader(risk=90, nuke=20)), CLIMB) > share(moves(who=leader(risk=10, nuke=90)), CLIMB)
    assert share(moves(who=leader(flex=95)), OFFER) > share(moves(who=leader(flex=5)), OFFER)


def test_it_takes_what_is_good_and_refuses_to_give_everything_away() -> None:
    open_ = {"channel": True}
    fair = replies(HOLD, package(TOLD, "pull", private=True), 5, **open_)
    giving = replies(HOLD, package(TOLD, "give", private=True), 5, **open_)
    assert fair > 0.3 > giving


def test_it_does_not_refuse_what_is_worth_more_to_it_than_its_own_offer_of_the_same_round() -> None:
    """Moscow offered to pull back; Washington offers that and its own retreat: Moscow gets more than it asked for."""
    mine, theirs = package(TOLD, "pull", "give", private=True), package(TOLD, "pull", private=True)
    for round_ in range(6):
        worlds = do(TOLD, opened(TOLD, COUNT, channel=True), "round", (mine, theirs), round_)
        assert share(answers(worlds, "reply", 1, round_), 1) > 0.97


def test_it_may_refuse_what_is_worth_less_to_it_than_its_own_offer() -> None:
    mine, theirs = package(TOLD, "pull", private=True), package(TOLD, "pull", "give", private=True)
    worlds = do(TOLD, opened(TOLD, COUNT, channel=True), "round", (mine, theirs), 0)
    assert share(answers(worlds, "reply", 1, 0), 1) < 0.5


def test_a_firm_answer_to_an_alarm_is_rarer_where_it_would_cost_more() -> None:
    low = changed(opened(TOLD, COUNT), incident=0)
    high = changed(opened(TOLD, COUNT, height_usa=4, height_ussr=4), incident=0)
    assert share(answers(high, "alarm"), 1) < share(answers(low, "alarm"), 1)


def test_what_it_may_not_know_does_not_change_what_it_does() -> None:
    worlds = opened(TOLD, 300, height_usa=1)
    other = {name: np.zeros_like(worlds[name]) for name in hidden(TOLD, 0)}
    blind = Worlds({**worlds.rows, **other})
    assert (answers(worlds, "round") == answers(blind, "round")).all()


def test_it_chooses_alone_as_it_does_in_a_batch() -> None:
    worlds = opened(TOLD, 200)
    together = answers(worlds, "round")
    assert all(answers(worlds.pick(place), "round")[0] == together[place] for place in (0, 17, 199))


@pytest.mark.parametrize("rungs", [(5, 5), (3, 7)])
def test_leaders_play_any_ladder_to_an_end(rungs: tuple[int, int]) -> None:
    told = tables(rungs=rungs)
    minds = (LeaderMind(leader(), 0, told), LeaderMind(leader(), 1, told))
    worlds = many.play(told, 500, minds)
    assert ((worlds["result/bridge"] > 0) | (worlds["ending"] == told.war)).all()
