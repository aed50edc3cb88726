"""Both files: nothing that lay on a desk is lost, and what the other saw is what the other could see."""

from __future__ import annotations

import pytest

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play import files
from game.play.debrief import title_of
from game.play.game import Game
from game.play.stories import story
from game.scenario.catalogue import load


@pytest.fixture(scope="module")
def hungary() -> Scenario:
    return load("hungary-1956")


@pytest.fixture(scope="module")
def games(hungary: Scenario) -> list[Game]:
    return [Game.start(hungary, dict.fromkeys(SIDES, "chance"), seed) for seed in range(6)]


def test_every_answer_has_a_page_in_order_of_time(games: list[Game]) -> None:
    for game in games:
        told = files.pages(game)
        assert [page.minute for page in told] == sorted(page.minute for page in told)
        assert sum(len(page.deeds) for page in told) == sum(len(beat.played) for beat in game.beats)


def test_the_side_that_was_not_asked_reads_its_own_news_and_never_the_order(games: list[Game]) -> None:
    """What Washington saw of an order is what its own story of it says, word for word."""
    for game in games:
        for beat in game.beats:
            if beat.stage.kind == "move" and beat.was_asked:
                page = next(page for page in files.pages(game) if page.title == title_of(game, beat))
                other = next(side for side in SIDES if side not in beat.played)
                told = [
                    text for one in beat.happenings if one.kind == "choice" for text in story(game.scenario, one, other)
                ]
                assert all(text in page.saw[other] for text in told)


def test_an_order_that_the_other_saw_nothing_of_is_found(games: list[Game]) -> None:
    found = [page for game in games if (page := files.unseen(game))]
    assert found
    assert all(not any(page.saw.values()) and page.deeds for page in found)


def test_the_pictures_part_where_a_belief_moves_furthest_from_the_truth(games: list[Game]) -> None:
    for game in games:
        worst = files.parted(game)
        if worst is not None:
            assert abs(worst.after - worst.true) > abs(worst.before - worst.true)


def test_a_report_says_afterwards_whether_it_was_right(games: list[Game]) -> None:
    told = [text for game in games for page in files.pages(game) for text in page.saw.values()]
    assert any(text.endswith("(It was right.)") for text in told)
    assert any(text.endswith("(It was wrong.)") for text in told)


def test_of_an_answer_to_an_accident_the_other_sees_the_act_and_not_the_reason(games: list[Game]) -> None:
    """A convoy that is put on alert is seen from the other side of the hill; what was read in the office is not."""
    for game in games:
        for beat in (beat for beat in game.beats if beat.subject and beat.played and beat.stage.kind == "incident"):
            told = game.scenario.incidents[beat.subject]
            side = next(iter(beat.played))
            act = told.responses[beat.played[side].choice].act
            page = next(page for page in files.pages(game) if page.minute == beat.minute and page.title == told.label)
            seen = next(text for other, text in page.saw.items() if other != side)
            assert bool(seen) == (act is not None and act.publicity != "secret")
            assert told.report not in seen
