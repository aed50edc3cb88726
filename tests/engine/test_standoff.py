"""The standoff's rules as small scenes on a bridge: who moves, who answers, how it ends and what it costs."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from game.engine.standoff import BACK, CLIMB, HOLD, OFFER
from game.engine.worlds import Worlds
from game.insight import many
from game.minds.plain import Chance
from game.model.parameters_standoff import StandoffParameters
from game.model.tables import RESULTS
from tests.engine.standoff_sample import (
    ask,
    changed,
    do,
    home,
    opened,
    package,
    result,
    round_of,
    standoff_of,
    tables,
    traced,
)  # fmt: skip

TOLD = tables()
STAND, FOLLOW = 0, 1
REFUSE, ACCEPT = 0, 1


def back_alone(**rows: object) -> Worlds:
    """Washington steps back and Moscow stands."""
    round_ = int(rows.pop("round_", 0))  # type: ignore[call-overload]
    worlds = do(TOLD, opened(TOLD, **rows), "round", (BACK, HOLD), round_)
    return do(TOLD, worlds, "reply", (-1, STAND), round_)


def test_both_sides_are_asked_at_once_and_may_hold_climb_or_step_back() -> None:
    asked = ask(TOLD, opened(TOLD), "round")
    assert asked is not None
    assert asked.asked[0].all() and asked.asked[1].all()
    assert asked.open[0][[HOLD, CLIMB, BACK]].all()


def test_private_offers_wait_for_a_channel_and_secret_terms_are_never_offered_in_public() -> None:
    closed, open_ = ask(TOLD, opened(TOLD), "round"), ask(TOLD, opened(TOLD, channel=True), "round")
    assert closed is not None and open_ is not None
    private = package(TOLD, "pull", private=True)
    assert not closed.open[0][private].any() and open_.open[0][private].all()
    secret = standoff_of(TOLD).terms.index("secret")
    assert all(private for *terms, private in standoff_of(TOLD).packages if secret in terms)


def test_a_climb_raises_tension_height_and_what_the_other_thinks_of_ones_resolve() -> None:
    before = opened(TOLD)
    after = do(TOLD, before, "round", (CLIMB, HOLD))
    assert after["height/usa"][0] == 1 and after["height/ussr"][0] == 0
    assert after["fast"][0] > before["fast"][0]
    assert after["thinks/ussr"][0] > before["thinks/ussr"][0]
    assert after["thinks/usa"][0] == before["thinks/usa"][0]


def test_from_the_middle_of_the_ladder_everybody_sees_a_climb() -> None:
    low, high = opened(TOLD, exposure=0), opened(TOLD, exposure=0, height_usa=1)
    assert do(TOLD, low, "round", (CLIMB, HOLD))["exposure"][0] == 0
    assert do(TOLD, high, "round", (CLIMB, HOLD))["exposure"][0] == 1


def test_at_the_top_of_the_ladder_there_is_no_climb_and_tight_orders_close_the_last_rung() -> None:
    top, tight = opened(TOLD, height_usa=4), opened(TOLD, height_usa=3, tight_usa=True)
    for worlds in (top, tight):
        asked = ask(TOLD, worlds, "round")
        assert asked is not None and not asked.open[0][CLIMB].any() and asked.open[1][CLIMB].all()


def test_only_the_side_left_standing_is_asked_to_follow() -> None:
    worlds = do(TOLD, opened(TOLD), "round", (BACK, HOLD))
    asked = ask(TOLD, worlds, "reply")
    assert asked is not None
    assert not asked.asked[0].any() and asked.asked[1].all()


def test_whoever_steps_back_alone_pays_and_the_other_gains() -> None:
    after = back_alone()
    assert result(after) == "usa-backs"
    assert home(after, "usa") < 0 < home(after, "ussr")
    assert after["meter/allies-usa"][0] < 60


def test_an_early_private_retreat_is_nearly_free_and_a_late_public_one_ruins() -> None:
    early = home(back_alone(exposure=0), "usa")
    late = home(back_alone(exposure=2, height_usa=4, round_=5), "usa")
    assert early > -4.0
    assert late < -15.0


def test_public_threats_made_before_make_stepping_back_dearer_and_a_word_to_an_ally_cheaper() -> None:
    plain, threatened = home(back_alone(), "usa"), home(back_alone(audience_usa=0.2), "usa")
    told = do(TOLD, opened(TOLD), "round", (BACK, HOLD), tools={0: "ally"})
    backed = home(do(TOLD, told, "reply", (-1, STAND)), "usa")
    assert threatened < plain < backed


def test_following_a_step_back_ends_it_for_both_better_late_than_in_the_first_minutes() -> None:
    def together(round_: int) -> Worlds:
        worlds = do(TOLD, opened(TOLD, channel=True), "round", (BACK, HOLD), round_)
        return do(TOLD, worlds, "reply", (-1, FOLLOW), round_)

    assert result(together(4)) == "both-back"
    assert home(together(4), "usa") > 0 and home(together(4), "ussr") > 0
    assert home(together(0), "ussr") < home(together(4), "ussr")


def test_two_steps_back_at_once_need_no_answer() -> None:
    after = do(TOLD, opened(TOLD), "round", (BACK, BACK), 3)
    assert result(after) == "both-back"
    assert ask(TOLD, after, "reply", 3) is None


def test_an_offer_taken_is_a_deal_with_the_scenarios_own_effects() -> None:
    worlds = do(TOLD, opened(TOLD), "round", (package(TOLD, "pull"), HOLD), 4)
    after = do(TOLD, worlds, "reply", (-1, ACCEPT), 4)
    assert result(after) == "deal"
    assert after["meter/bridge"][0] == 65.0


def test_two_like_offers_that_cross_are_a_deal_at_once() -> None:
    offer = package(TOLD, "pull")
    assert result(do(TOLD, opened(TOLD), "round", (offer, offer))) == "deal"


def test_where_both_take_the_others_paper_the_one_worth_more_to_both_together_holds() -> None:
    worlds = opened(TOLD, 60, channel=True)
    offers = package(TOLD, "give", private=True), package(TOLD, "pull", "secret", private=True)
    for pair in (offers, offers[::-1]):
        after, trace = traced(TOLD, do(TOLD, worlds, "round", pair, 4), "reply", (ACCEPT, ACCEPT), 4)
        assert (after["result/bridge"] == RESULTS.index("deal") + 1).all()
        struck = {note.cause.part for note in trace.notes if note.cause.kind == "deal"}
        assert struck == {str(offers[1] - OFFER)}


def test_an_offer_that_is_fair_says_almost_nothing_of_resolve_and_a_gift_says_weak() -> None:
    def seems(*terms: str) -> float:
        before = opened(TOLD, channel=True)
        after = do(TOLD, before, "round", (package(TOLD, *terms, private=True), HOLD))
        return float(after["thinks/ussr"][0] - before["thinks/ussr"][0])

    assert -0.02 < seems("pull") <= 0.0
    assert seems("give") < -0.05


def test_an_incident_comes_at_most_once_in_a_standoff() -> None:
    """Six rounds on the top rungs: whatever came before has left the list."""
    worlds = opened(TOLD, 400, height_usa=4, height_ussr=3, brittle=0.0)
    came: list[np.ndarray] = []
    for round_ in range(6):
        worlds = do(TOLD, do(TOLD, worlds, "round", (HOLD, HOLD), round_), "reply", round_=round_)
        came.append(worlds["incident"].copy())
        worlds = do(TOLD, worlds, "alarm", (0, 0), round_)
    for index in standoff_of(TOLD).incidents:
        times = sum((one == index).astype(int) for one in came)
        assert times.max() == 1


def test_every_second_round_gives_a_side_one_free_move_back_up_to_what_it_began_with() -> None:
    worlds = opened(TOLD, capital_usa=0, capital_ussr=6)
    for round_, left in enumerate((0, 1, 1, 2)):
        worlds = round_of(TOLD, worlds, (HOLD, HOLD), round_=round_)
        assert worlds["capital/usa"][0] == left and worlds["capital/ussr"][0] == 6


def test_one_side_alone_at_the_top_is_nearly_as_dangerous_as_both() -> None:
    def lost(usa: int, ussr: int) -> float:
        worlds = opened(TOLD, 4000, height_usa=usa, height_ussr=ussr, brittle=1.0)
        return float((round_of(TOLD, worlds, (HOLD, HOLD))["ending"] == TOLD.war).mean())

    assert lost(2, 2) < lost(4, 0) < lost(4, 4)


def test_refusing_a_public_offer_that_was_fair_costs_both_and_goes_on() -> None:
    worlds = do(TOLD, opened(TOLD), "round", (package(TOLD, "pull"), HOLD))
    after = do(TOLD, worlds, "reply", (-1, REFUSE))
    assert result(after) == ""
    assert home(after, "usa") < 0 and home(after, "ussr") < 0
    assert after["fast"][0] > worlds["fast"][0]


def test_a_step_back_beside_an_offer_is_answered_as_a_step_back() -> None:
    worlds = do(TOLD, opened(TOLD), "round", (BACK, package(TOLD, "pull")))
    asked = ask(TOLD, worlds, "reply")
    assert asked is not None and asked.asked[1].all() and not asked.asked[0].any()
    assert result(do(TOLD, worlds, "reply", (-1, STAND))) == "usa-backs"


def test_if_nobody_gives_way_dawn_comes_and_the_higher_side_has_a_little_of_the_win() -> None:
    worlds = opened(TOLD, height_usa=2)
    for round_ in range(6):
        worlds = changed(round_of(TOLD, worlds, (HOLD, HOLD), round_=round_), brittle=0.0, **{"ending": -1})
    after = do(TOLD, worlds, "close")
    assert result(after) == "dawn"
    assert home(after, "usa") > home(after, "ussr")


def test_a_rounds_hours_pass_only_while_it_goes_on() -> None:
    goes_on, over = round_of(TOLD, opened(TOLD), (HOLD, HOLD)), round_of(TOLD, opened(TOLD), (BACK, HOLD))
    assert goes_on["now"][0] == opened(TOLD)["now"][0] + 120
    assert over["now"][0] == opened(TOLD)["now"][0]


def test_each_side_is_told_what_the_other_did_and_only_itself_what_it_now_thinks() -> None:
    _, trace = traced(TOLD, opened(TOLD), "round", (CLIMB, HOLD))
    rung = [note for note in trace.notes if note.cause.kind == "rung" and note.row == "height/usa"]
    thought = [note for note in trace.notes if note.row == "thinks/ussr"]
    assert rung and all(note.seen == (True, True) for note in rung)
    assert thought and all(note.seen == (False, True) for note in thought)


def test_history_follows_its_moves_without_accidents_to_its_own_end() -> None:
    worlds = opened(TOLD, 200)
    for round_, moves in enumerate(standoff_of(TOLD).history):
        worlds = do(TOLD, worlds, "round", moves, round_, fated=True)
        worlds = do(TOLD, worlds, "reply", (0, 0), round_, fated=True)
        worlds = do(TOLD, worlds, "alarm", (0, 0), round_, fated=True)
    assert (worlds["result/bridge"] == RESULTS.index("both-back") + 1).all()
    assert (worlds["near"] == 0).all()


def test_a_standoff_that_is_over_asks_nobody_and_changes_nothing() -> None:
    over = back_alone()
    assert ask(TOLD, over, "round", 1) is None
    assert do(TOLD, over, "round", (CLIMB, CLIMB), 1).digest() == over.digest()


@pytest.mark.parametrize("rungs", [(5, 5), (3, 7)])
def test_a_world_alone_plays_as_it_does_inside_a_batch(rungs: tuple[int, int]) -> None:
    told = tables(rungs=rungs)
    batch = many.play(told, 300, (Chance(), Chance()))
    for place in (0, 7, 299):
        alone = many.play(told, 1, (Chance(), Chance()), first=place + 1)
        assert alone.pick(0).digest() == batch.pick(place).digest()


@pytest.mark.parametrize("rungs", [(5, 5), (3, 7)])
def test_chance_reaches_every_end_and_never_leaves_a_ladder(rungs: tuple[int, int]) -> None:
    told = tables(rungs=rungs)
    worlds = many.play(told, 4000, (Chance(), Chance()))
    assert set(np.unique(worlds["result/bridge"])) == set(range(len(RESULTS) + 1))
    assert (worlds["height/usa"] < rungs[0]).all() and (worlds["height/ussr"] < rungs[1]).all()
    lost = worlds["ending"] == told.war
    assert lost.any() and (worlds["result/bridge"][lost] == 0).all() and (worlds["cause"][lost] >= 0).all()


def test_offers_are_all_of_one_or_two_terms() -> None:
    packages = standoff_of(TOLD).packages
    assert len(packages) == len(set(packages)) == 3 + 6  # public: pull, give, both of these; private: all six
    assert OFFER + len(packages) == ask(TOLD, opened(TOLD), "round").open[0].shape[0]  # type: ignore[union-attr]


def test_what_a_designer_says_in_words_becomes_numbers_in_order() -> None:
    contacts = [standoff_of(tables(contact=word)).contact for word in ("low", "medium", "high")]
    exposures = [standoff_of(tables(exposure=word)).exposure for word in ("private", "known", "public")]
    assert contacts == sorted(contacts) and contacts[0] < contacts[2]
    assert exposures == [0, 1, 2]
    assert standoff_of(TOLD).history == ((HOLD, CLIMB), (HOLD, BACK))
    assert [TOLD.incidents[i].id for i in standoff_of(TOLD).incidents] == ["shot-west", "shot-east", "unseen"]


def test_every_number_of_the_standoff_says_its_unit_meaning_and_source() -> None:
    for told in fields(StandoffParameters):
        assert all(told.metadata[name] for name in ("unit", "meaning", "source")), told.name
