"""Turning points come from the game's own trace, and schools read them without proving anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.model.campaign import Fit
from game.model.scenario import Scenario
from game.play.campaign import Road, Terms
from game.play.campaign_curve import height, ours, theirs
from game.play.campaign_schools import Whole, fits, most, question, read, whole
from game.play.campaign_turns import MOST, MOST_A_CHAPTER, Turning, missed, turns, with_own
from tests.play.campaign_sample import campaign, play, road

MINDS = {"usa": "leader:quick", "ussr": "leader:quick"}


def turn(by: str, tension: float, weight: float = 5.0, as_then: bool = False) -> Turning:
    return Turning(0, "bridge", "The bridge", "ask", "Order it", by, tension, 0.0, weight, as_then)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, hungary: Scenario, charlie: Scenario) -> Road:
    """Hungary and one night in Berlin, played by leaders."""
    own = {"bridge": hungary, "ferry": charlie, "tunnel": charlie}
    told = Road(campaign(tmp_path_factory.mktemp("lived")), Terms(MINDS, 3), own.__getitem__)
    for _ in range(2):
        told.begin()
        told.close()
    return told


def test_turning_points_stand_by_date_and_few_to_a_chapter(lived: Road) -> None:
    found = turns(lived)
    assert 0 < len(found) <= MOST
    assert [one.minute for one in found] == sorted(one.minute for one in found)
    assert all(sum(one.chapter == other.chapter for other in found) <= MOST_A_CHAPTER for one in found)


def test_a_person_finds_an_own_turn_among_the_turning_points() -> None:
    """Where all the larger ones are the rival's, the smallest of them gives way to it; nothing is made up."""
    rivals = [replace(turn("ussr", 9.0, 5.0 + place), minute=place) for place in range(MOST)]
    mine = replace(turn("usa", 2.0, 1.5), minute=99, played=True)
    assert with_own(rivals, [*rivals, mine], ("usa",)) == [*rivals[1:], mine]
    assert with_own(rivals[:2], [*rivals, mine], ("usa",)) == [*rivals[:2], mine]
    assert with_own(rivals, rivals, ("usa",)) == rivals


def test_a_turning_point_says_whether_history_did_the_same(lived: Road) -> None:
    """Each decision among them is compared with the documented choice of its own scenario."""
    for one in turns(lived):
        game = next(behind.game for behind in lived.behind if behind.chapter.scenario == one.chapter)
        decision = game.scenario.decisions.get(one.entry)
        beat = next(
            beat for beat in game.beats if (beat.entry == one.entry and beat.was_asked) or beat.entry == one.entry
        )
        if decision and decision.history and decision.side in beat.played and not beat.subject:
            assert one.as_then == (beat.played[decision.side].choice == decision.history.choice)


def test_what_history_had_and_this_game_had_not_is_told(tmp_path: Path, hungary: Scenario) -> None:
    """On history's own road nothing of history is missing."""
    own = {"bridge": hungary, "ferry": hungary, "tunnel": hungary}
    told = Road(campaign(tmp_path), Terms(MINDS, 3), own.__getitem__)
    told.skip()
    assert missed(told) == []
    assert all(one.as_then for one in turns(told) if one.by != "nobody")


def test_the_two_curves_are_one_on_historys_road(tmp_path: Path) -> None:
    told = road(tmp_path)
    for _ in range(3):
        told.skip()
    assert ours(told) == theirs(told)


def test_the_curve_leaves_history_where_the_game_does(tmp_path: Path) -> None:
    """Two people talk where history drove on; a month later the years are still calmer, and long after no more."""
    told = road(tmp_path)
    play(told, "talk", "flour")
    told.skip()
    told.skip()
    own, then = ours(told), theirs(told)
    hours = told.behind[0].game.minute / 60
    assert height(own, hours - 48) <= height(then, hours - 48) + 0.01
    assert height(own, hours + 24 * 30) < height(then, hours + 24 * 30) - 0.05
    assert own[-1][1] == pytest.approx(then[-1][1], abs=0.5)


@pytest.mark.parametrize(
    ("fit", "told"),
    [
        (Fit(), True),
        (Fit(by=("ussr",)), True),
        (Fit(by=("usa", "both")), False),
        (Fit(way="worse"), True),
        (Fit(way="better"), False),
        (Fit(chapters=("bridge",)), True),
        (Fit(chapters=("ferry",)), False),
        (Fit(as_then=False), True),
        (Fit(as_then=True), False),
    ],
)
def test_a_reading_speaks_of_the_turns_that_it_names(fit: Fit, told: bool) -> None:
    assert fits(fit, turn("ussr", 6.0)) == told


def test_most_of_the_turns_for_the_worse_is_a_matter_of_weight() -> None:
    found = [turn("usa", 3.0, 4.0), turn("usa", 3.0, 4.0), turn("ussr", 9.0, 7.0), turn("ussr", -9.0, 30.0)]
    assert most(found) == "usa"
    assert most([turn("ussr", -9.0)]) == "nobody"


def test_each_school_reads_every_large_turn_once_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    told = campaign(tmp_path)
    found = read(told, Whole("worse", "ussr"), [turn("ussr", 6.0), turn("usa", 6.0)])
    assert found[0].verdict == "It did not."
    assert found[0].readings == ("On 1 January 1955 Moscow did it: Order it.", "On 1 January 1955, something.")
    assert question(told, Whole("war", "ussr")) == "Whose fault?"


def test_how_the_years_went_is_their_end_beside_their_beginning(tmp_path: Path) -> None:
    told = road(tmp_path)
    for curve, ended in (([(0.0, 30.0), (9.0, 50.0)], "worse"), ([(0.0, 30.0), (9.0, 31.0)], "same")):
        assert whole(told, curve, []).ended == ended
