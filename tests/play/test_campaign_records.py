"""A campaign outlives the program: its file, and one run code a chapter, bring it back or say why not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.play.campaign import Road
from game.play.campaign_codes import chapter_codes, follow, needed
from game.play.campaign_record import campaign_record, dump_campaign, read_campaign, replay_campaign
from game.play.code import decode, encode
from game.play.game import Game
from game.play.record import record
from game.play.saves import Saves
from game.problems import RecordError
from tests.play.campaign_sample import CAMPAIGN, campaign, play, road, scenarios
from tests.scenario.samples import changed


def again(told: Road, folder: Path, text: str = CAMPAIGN) -> Road:
    """The campaign after it was written to a file and read again."""
    stored = read_campaign(dump_campaign(campaign_record(told)))
    return replay_campaign(stored, campaign(folder, text), scenarios(folder).__getitem__)


def digests(told: Road) -> list[str]:
    return [one.game.worlds.digest() for one in told.behind]


def test_a_file_brings_a_campaign_back_wherever_it_stands(tmp_path: Path) -> None:
    """Before the first chapter, in the middle of one, at its end before it is left, after a skip, at the very end."""
    told = road(tmp_path)
    for act in (
        lambda: None,
        told.begin,
        lambda: told.game and told.game.choose("talk"),
        lambda: told.game and told.game.choose("flour"),
        told.close,
        told.skip,
        told.begin,
        lambda: told.game and told.game.choose("drive"),
        lambda: told.game and told.game.choose("deal"),
        told.close,
    ):
        act()
        back = again(told, tmp_path)
        assert digests(back) == digests(told)
        assert (back.over, back.carried) == (told.over, told.carried)
        assert (back.game is None) == (told.game is None)
        if told.game and back.game:
            assert back.game.worlds.digest() == told.game.worlds.digest()
            assert back.game.asked == told.game.asked


def test_a_changed_rule_of_the_campaign_is_said(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "talk", "flour")
    told.begin()
    with pytest.raises(RecordError, match="'ferry' opens otherwise than it did") as failed:
        again(told, tmp_path / "other", changed("meters: {nato: 6}", "meters: {nato: 7}", CAMPAIGN))
    assert "the campaign's rules have changed" in str(failed.value)


def test_an_opening_that_was_changed_by_hand_is_refused(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "talk", "flour")
    told.begin()
    value = json.loads(dump_campaign(campaign_record(told)))
    value["chapters"][1]["game"]["opening"]["meter/nato"] = 40.0
    stored = read_campaign(json.dumps(value))
    with pytest.raises(RecordError, match="changed by hand"):
        replay_campaign(stored, campaign(tmp_path), scenarios(tmp_path).__getitem__)


@pytest.mark.parametrize("key", ["campaign", "digest", "seed", "players", "files", "swaps", "closed", "chapters"])
def test_a_file_that_lacks_something_is_damaged(tmp_path: Path, key: str) -> None:
    value = json.loads(dump_campaign(campaign_record(road(tmp_path))))
    del value[key]
    with pytest.raises(RecordError, match="damaged"):
        read_campaign(json.dumps(value))


def test_the_last_campaign_is_what_one_goes_on_with(tmp_path: Path) -> None:
    saves, told = Saves(tmp_path / "saves"), road(tmp_path)
    name = saves.fresh(told.campaign.id)
    saves.write(name, campaign_record(told, "June 1958"))
    last = saves.last()
    assert last is not None
    assert (last.name, last.told.title, last.told.moment) == (name, "Three bridges", "June 1958")
    for _ in range(3):
        told.skip()
    saves.write(name, campaign_record(told))
    last = saves.last()
    assert last is not None
    assert last.told.over, "its closing page can be read again"


def test_an_open_campaign_is_offered_again_after_a_single_game_that_is_over(tmp_path: Path, charlie: Scenario) -> None:
    saves, told = Saves(tmp_path / "saves"), road(tmp_path)
    name = saves.fresh(told.campaign.id)
    saves.write(name, campaign_record(told))
    saves.write(saves.fresh(charlie.id), record(Game.start(charlie, {"usa": "history", "ussr": "history"}, 1)))
    last = saves.last()
    assert last is not None
    assert last.name == name


def test_codes_in_order_bring_the_campaign_back(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "talk", "flour")
    told.skip()
    play(told, "talk", "deal")
    codes = [one.code for one in chapter_codes(told)]
    assert codes[1] == "", "history's chapter needs no code"
    back = follow(told.campaign, [codes[0], codes[2]], scenarios(tmp_path).__getitem__)
    assert digests(back) == digests(told)
    assert [one.played for one in back.behind] == [True, False, True]


def test_a_later_chapters_code_alone_says_what_it_needs(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "talk", "flour")
    play(told, "talk", "deal")
    code = chapter_codes(told)[1].code
    with pytest.raises(RecordError, match="later chapter of a campaign: 'The closed bridge'"):
        decode(code, list(scenarios(tmp_path).values()))
    assert needed(told.campaign, code) == ["bridge"]


def test_a_code_that_does_not_follow_is_refused(tmp_path: Path) -> None:
    """The second chapter of a campaign in which the bridge opened does not follow from one in which it stayed shut."""
    one, other = road(tmp_path), road(tmp_path)
    for told, choices in ((one, ("talk", "flour")), (other, ("talk", "shut"))):
        play(told, *choices)
        play(told, "talk", "deal")
    mixed = [chapter_codes(other)[0].code, chapter_codes(one)[1].code]
    with pytest.raises(RecordError, match="does not follow"):
        follow(one.campaign, mixed, scenarios(tmp_path).__getitem__)


def test_codes_out_of_order_are_refused(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "drive", "shut")
    play(told, "drive", "shut")
    codes = [one.code for one in chapter_codes(told)]
    with pytest.raises(RecordError, match="no further chapter"):
        follow(told.campaign, codes[::-1], scenarios(tmp_path).__getitem__)


def test_codes_of_two_lucks_are_no_campaign(tmp_path: Path) -> None:
    first, second = road(tmp_path, seed=5), road(tmp_path, seed=6)
    play(first, "drive", "shut")
    second.skip()
    play(second, "drive", "shut")
    with pytest.raises(RecordError, match="another campaign"):
        follow(first.campaign, [chapter_codes(first)[0].code, chapter_codes(second)[1].code], first.load)


def test_a_chapters_code_stands_alone_where_nothing_crossed(tmp_path: Path) -> None:
    told = road(tmp_path)
    told.skip()
    game = told.begin()
    game.choose("talk")
    back = decode(encode(game), list(scenarios(tmp_path).values()))
    assert back.worlds.digest() == game.worlds.digest()


def test_codes_with_a_leader_who_never_led_need_his_name(tmp_path: Path) -> None:
    told = road(tmp_path, swaps=("molotov",))
    told.skip()
    play(told, "talk", "deal")
    code = chapter_codes(told)[1].code
    with pytest.raises(RecordError, match="--swap"):
        follow(told.campaign, [code], told.load)
    assert digests(follow(told.campaign, [code], told.load, ("molotov",))) == digests(told)


def test_other_terms_are_another_campaign(tmp_path: Path) -> None:
    told = road(tmp_path)
    stored = campaign_record(told)
    other = replace(stored, campaign="other")
    with pytest.raises(RecordError, match="belongs to the campaign 'other'"):
        replay_campaign(other, told.campaign, told.load)
