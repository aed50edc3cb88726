"""A campaign at the desk: every screen, everything by key, nothing lost, nothing shown that may not be known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.play.campaign import Terms
from game.play.campaign_carry import Carried
from game.play.saves import Saves
from game.scenario.card import Card, cards
from game.scenario.catalogue import names
from game.views.blocks import Intent
from game.views.campaign import chapter
from game.views.campaign_setup import MINDS, Plan
from game.views.campaign_watched import watched_campaign
from game.views.desk import Desk
from game.views.terminal import keyed, meaning, render
from game.views.terminal_blocks import WIDTH
from game.views.title import BOTH, KEYS, crises, moments
from tests.play.campaign_sample import campaign, road, scenarios


@pytest.fixture
def seat(tmp_path: Path) -> Callable[[], Desk]:
    """Gives a desk with the small campaign on the same saves each time, as a game that is started again."""

    def sit() -> Desk:
        desk = Desk(Saves(tmp_path / "saves"), lambda: 5, scenarios(tmp_path).__getitem__)
        desk.campaign = campaign(tmp_path)
        return desk

    return sit


def do(desk: Desk, *typed: str) -> None:
    """Typed lines, each of which must mean something on its screen."""
    for line in typed:
        intent = meaning(desk.view(), line)
        assert intent is not None, (line, render(desk.view()))
        desk.do(intent)
        assert desk.notice == "", desk.notice
        assert all(len(one) <= WIDTH for one in render(desk.view()).split("\n"))


def begun(desk: Desk, plan: Plan = Plan("usa", "history")) -> Desk:  # noqa: B008
    desk.do(Intent("campaign"))
    desk.plan = plan
    desk.do(Intent("campaign-begin"))
    return desk


def test_from_the_title_to_the_closing_page_by_keys_alone(seat: Callable[[], Desk]) -> None:
    """Washington talks in the first chapter, lets history take the second, and drives on in the third."""
    desk = seat()
    do(desk, "2", "1", "O", "Enter")
    assert desk.screen == "chapter"
    do(desk, "Enter", "Enter", "2")
    assert desk.screen == "ending"
    do(desk, "D", "Enter")
    assert desk.screen == "between"
    do(desk, "Enter", "H", "Enter", "Enter", "1")
    do(desk, "Enter", "Enter")
    assert desk.screen == "closing"
    do(desk, "Y", "S", "H", "C", "R", "Esc")
    assert desk.screen == "title"


def test_a_chapters_first_page_says_where_when_and_who(seat: Callable[[], Desk]) -> None:
    told = render(begun(seat()).view())
    assert "Chapter 1 of 3 · June 1958" in told
    assert "Dwight Eisenhower leads Washington. Nikita Khrushchev leads Moscow." in told
    assert "The road begins as history's did." in told


def test_what_crosses_is_told_with_its_reason(seat: Callable[[], Desk]) -> None:
    desk = begun(seat(), Plan(BOTH))
    do(desk, "Enter", "Enter", "talk", "Enter", "Enter", "flour", "Enter", "Enter")
    told = " ".join(render(desk.view()).split())
    assert "Lorries have crossed the bridge" in told
    assert "NATO: 65 (then 60)" in told
    assert "Moscow remembers a promise." not in told, "only Moscow may read that, and two people look at this screen"


def test_the_same_is_told_to_the_side_that_may_read_it(seat: Callable[[], Desk]) -> None:
    desk = begun(seat(), Plan("ussr", "chance"))
    assert desk.road is not None
    do(desk, "Enter", "Enter")
    while desk.screen != "chapter":
        desk.do(Intent("choose", "flour") if desk.screen == "ask" else desk.view().default or Intent("next"))
    opened = dict(desk.road.opening)
    told = " ".join(render(desk.view()).split())
    assert ("Moscow remembers a promise." in told) == ("flag/promised" in opened)


@pytest.mark.parametrize("steps", range(10))
def test_a_pulled_plug_at_any_screen_loses_nothing(seat: Callable[[], Desk], steps: int) -> None:
    """Whatever is on the screen, a new desk on the same saves shows a place from which nothing is missing."""
    walk: list[tuple[str, ...]] = [
        ("Enter", "Enter"),
        ("talk",),
        ("Enter",),
        ("Enter",),
        ("H",),
        ("Enter",),
        ("Enter",),
        ("drive",),
        ("Enter",),
    ]
    desk = begun(seat())
    for typed in walk[:steps]:
        do(desk, *typed)
    again = seat()
    again.do(Intent("resume"))
    assert again.notice == ""
    assert again.road is not None
    assert desk.road is not None
    assert [one.game.worlds.digest() for one in again.road.behind] == [
        one.game.worlds.digest() for one in desk.road.behind
    ]
    assert again.road.carried == desk.road.carried
    if desk.game is not None:
        assert again.running.worlds.digest() == desk.running.worlds.digest()


def test_going_back_to_a_decision_keeps_the_campaign(seat: Callable[[], Desk]) -> None:
    desk = begun(seat())
    do(desk, "Enter", "Enter", "talk", "D")
    desk.do(Intent("panel", "timeline"))
    desk.do(Intent("rewind", "0"))
    assert desk.screen == "ask"
    assert desk.road is not None
    assert desk.road.game is desk.game
    do(desk, "drive", "Enter")
    assert desk.screen == "between"


def test_history_takes_what_lies_before_the_next_crisis(seat: Callable[[], Desk]) -> None:
    desk = begun(seat())
    do(desk, "C")
    assert desk.road is not None
    assert (desk.screen, len(desk.road.behind)) == ("chapter", 1)
    assert "Left to history" in render(desk.view())


def test_leaders_who_never_led_are_marked(seat: Callable[[], Desk]) -> None:
    desk = seat()
    do(desk, "2", "M")
    assert "Never happened" in render(desk.view())
    do(desk, "Enter", "H")
    shown = " ".join(render(desk.view()).split())
    assert "Vyacheslav Molotov leads Moscow, as he did not in history. Read Molotov where a text means" in shown


def test_an_ending_says_for_whom_to_read_a_leader_who_never_led(seat: Callable[[], Desk]) -> None:
    """Its text names the man of history, who did not do this."""
    desk = seat()
    do(desk, "2", "M", "Enter", "H", "Enter")
    while desk.screen != "ending":
        do(desk, "1" if desk.screen == "ask" else "Enter")
    assert "Read Molotov where a text means Khrushchev" in " ".join(render(desk.view()).split())
    do(desk, "D")
    assert "Read Molotov where a text means Khrushchev" in " ".join(render(desk.view()).split())


def test_every_mind_can_be_chosen(seat: Callable[[], Desk]) -> None:
    desk = seat()
    do(desk, "2")
    seen = []
    for _ in MINDS:
        assert desk.plan is not None
        seen.append(desk.plan.mind)
        do(desk, "O")
    assert sorted(seen) == sorted(MINDS)


def test_verbs_of_a_campaign_do_nothing_outside_one(seat: Callable[[], Desk]) -> None:
    for verb in ("chapter-begin", "chapter-skip", "chapter-crisis", "chapter-close", "onward"):
        desk = seat()
        desk.do(Intent(verb))
        assert desk.notice != ""
        assert desk.screen == "title"


def test_a_chapter_cannot_be_skipped_from_inside_it(seat: Callable[[], Desk]) -> None:
    desk = begun(seat())
    do(desk, "Enter", "Enter")
    desk.do(Intent("chapter-skip"))
    assert desk.notice == "no chapter is waiting"
    assert desk.screen == "ask"


def test_another_game_leaves_the_campaign_as_it_was_stored(seat: Callable[[], Desk]) -> None:
    desk = begun(seat())
    do(desk, "H")
    name = desk.name
    desk.do(Intent("open", "title"))
    desk.do(Intent("setup", "bridge"))
    desk.do(Intent("begin"))
    assert desk.road is None
    assert desk.saves.open(name).title == "Three bridges"
    assert desk.name != name


def test_a_campaign_that_nobody_plays_is_told_the_same_each_time(tmp_path: Path) -> None:
    told = []
    for _ in range(2):
        one = road(tmp_path, seed=9)
        one.terms = Terms({"usa": "leader", "ussr": "leader"}, 9)
        told.append("\n".join(watched_campaign(one)))
    assert told[0] == told[1]
    assert "Turning points of your years" in told[0]


def test_every_scenario_has_its_key_in_one_of_two_lists() -> None:
    """Lists by date, each key once, none of them a key that leaves the game."""
    told = [crises(cards()), moments(cards())]
    listed = [action.intent.what for view in told for action in view.actions() if action.intent.verb == "setup"]
    assert sorted(listed) == names()
    for view in told:
        keys = [action.key for action in keyed(view).actions()]
        assert len(set(keys)) == len(keys)
        assert "Q" not in keys


def test_a_list_has_keys_for_more_than_two_dozen() -> None:
    told = [Card(f"s{n}", f"Moment {n}", "interlude", "What now?", 5, "1955-01-01") for n in range(len(KEYS))]
    assert len([action for action in moments(told).actions() if action.key in KEYS]) == len(KEYS) > 24


@pytest.mark.parametrize(("side", "row"), [("usa", "pact"), ("ussr", "nato")])
def test_what_a_side_cannot_see_changes_no_letter_of_its_pages(
    tmp_path: Path, hungary: Scenario, side: str, row: str
) -> None:
    """Hungary hides each alliance from the other side, so a difference carried into it is on one side's pages only."""
    pages = {}
    for who in ("usa", "ussr"):
        for carried in ({}, {row: 12.0}):
            told = road(tmp_path)
            told.load = {**scenarios(tmp_path), "ferry": hungary}.__getitem__
            told.skip()
            told.terms = Terms({"usa": "leader", "ussr": "leader", who: "person"}, 5)
            told.carried = Carried(meters=carried)
            pages[who, bool(carried)] = render(chapter(told))
    other = "ussr" if side == "usa" else "usa"
    assert pages[side, False] == pages[side, True]
    assert pages[other, False] != pages[other, True]
