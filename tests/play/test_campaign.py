"""What crosses from chapter to chapter is the difference from history, and nothing else."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.single import number
from game.model.scenario import Scenario
from game.play.campaign import Road, Terms
from game.play.campaign_carry import MOST_CARRIED, Carried, carry
from game.play.campaign_rules import applied
from game.play.campaign_told import apart, sentences
from game.play.game import Game
from game.play.stories import story
from game.play.tables import tables_of
from game.problems import GameError, MoveError
from tests.play.campaign_sample import ALONE, CAMPAIGN, campaign, play, road, scenarios
from tests.scenario.samples import changed

#: History's orders at the bridge, and a pair that opens it.
AS_THEN, OPENED = ("drive", "shut"), ("talk", "flour")


def test_on_historys_road_every_chapter_opens_as_it_does_alone(tmp_path: Path) -> None:
    told = road(tmp_path)
    while not told.over:
        alone = Game.start(told.scenario, told.terms.players, told.terms.seed)
        assert told.opening == ()
        assert told.begin().worlds.digest() == alone.worlds.digest()
        told.skip()


def test_the_great_crises_open_as_they_do_alone_after_history(
    tmp_path: Path, hungary: Scenario, charlie: Scenario
) -> None:
    """The same holds where seven years of the chronicle lie between two chapters."""
    own = {"bridge": hungary, "ferry": charlie, "tunnel": charlie}
    told = Road(campaign(tmp_path), Terms({"usa": "history", "ussr": "history"}, 3), own.__getitem__)
    told.skip()
    assert told.opening == ()


def test_history_chosen_by_people_leaves_no_difference(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, *AS_THEN)
    assert told.opening == ()
    assert sentences(told) == []


DECIDED = changed("{scenario: tunnel, about: It ends.}", "{scenario: tunnel, about: It ends., set: [open]}", CAMPAIGN)


def test_what_an_earlier_chapter_has_decided_stands_as_a_later_one_opens(tmp_path: Path) -> None:
    """History's own game of that chapter opens with it too, so that it makes no difference by itself."""
    told = road(tmp_path, text=DECIDED)
    play(told, *AS_THEN)
    play(told, *AS_THEN)
    assert told.opening == (("flag/open", 1.0),)
    left = told.skip()
    assert left.past.worlds.digest() == left.game.worlds.digest()
    assert not left.after.flags


def test_a_rule_opens_a_decided_chapter_without_it(tmp_path: Path) -> None:
    text = changed("into: [tunnel]", "into: [tunnel]\n    clear: [open]", DECIDED)
    told = road(tmp_path, text=text)
    play(told, *OPENED)
    play(told, *AS_THEN)
    assert "flag/open" not in dict(told.opening)


def test_a_rule_for_many_chapters_is_not_told_at_each_of_them(tmp_path: Path) -> None:
    """In the quieter years between its first and its last chapter it stays unsaid; a crisis says it again."""
    text = changed("into: [tunnel]", "into: [bridge, ferry, tunnel]", CAMPAIGN)
    text = changed("    seen_by: [ussr]\nleads:", "leads:", text)
    quiet = {name: replace(scenario, kind="interlude") for name, scenario in scenarios(tmp_path).items()}
    for own, times in ((quiet, 1), (scenarios(tmp_path), 2)):
        told = Road(campaign(tmp_path, text), Terms(ALONE, 5), own.__getitem__)
        play(told, *OPENED)
        found = [sentences(told)]
        told.skip()
        found.append(sentences(told))
        assert sum(any(line.startswith("The tunnel") for line in lines) for lines in found) == times


def test_what_a_rule_has_said_a_flag_does_not_say_again(tmp_path: Path) -> None:
    opened = "The bridge has been open before."
    told = road(tmp_path)
    play(told, *OPENED)
    assert opened in sentences(told)
    told = road(tmp_path, text=changed("    told: Lorries", "    speaks_of: [open]\n    told: Lorries", CAMPAIGN))
    play(told, *OPENED)
    assert opened not in sentences(told)
    assert any(text.startswith("Lorries have crossed") for text in sentences(told))


def test_a_meter_opens_with_what_was_made_of_it_and_fades_by_a_third(tmp_path: Path) -> None:
    """Asking Moscow spares the convoy, whose arrival was worth a point of NATO's cohesion; the rule adds six."""
    told = road(tmp_path)
    play(told, *OPENED)
    after = dict(told.opening)["meter/nato"]
    assert after == pytest.approx(-1 * 0.67 + 6)
    told.skip()
    assert dict(told.opening)["meter/nato"] == pytest.approx(after * 0.67)


def test_a_meter_that_keeps_all_crosses_with_its_weight(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, "talk", "deal")
    assert dict(told.opening)["meter/pact"] == pytest.approx(0.5)
    told.skip()
    assert dict(told.opening)["meter/pact"] == pytest.approx(0.5)


def test_no_meter_crosses_by_more_than_its_bound(tmp_path: Path) -> None:
    """Neither what a chapter made of it nor what a rule adds carries a meter to its end for the years to come."""
    told = road(tmp_path)
    play(told, *OPENED)
    one, far = told.behind[0], Carried(meters={"nato": -79.0})
    assert carry(told.campaign, far, one.game, one.past).meters["nato"] == -MOST_CARRIED
    rule = replace(next(iter(told.campaign.rules.values())), meters={"nato": 40.0}, into=())
    assert applied(Carried(), [rule], 0).meters["nato"] == MOST_CARRIED


def test_a_flag_crosses_where_it_differs_until_a_chapter_decides_anew(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, *OPENED)
    assert {row: amount for row, amount in told.opening if row.startswith("flag/")} == {
        "flag/open": 1.0,
        "flag/promised": 1.0,
    }
    assert number(told.begin().worlds, "flag/open") == 1


def test_tension_and_relations_fade_by_the_engines_own_clock(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, *OPENED)
    one = told.behind[-1]
    days = (told.minute - max(one.game.minute, one.past.minute)) / 1440
    own = one.game.tables.parameters
    for row, memory in (("slow", own.slow_days), ("relation/usa>ussr", own.relation_days)):
        made = one.after.memories[row].amount
        assert dict(told.opening)[row] == pytest.approx(made * math.exp(-days / memory), abs=1e-6)
    assert dict(told.opening)["slow"] < 0, "talking instead of driving on has left two years calmer"


def test_beliefs_cross_until_the_leader_they_were_about_has_gone(tmp_path: Path) -> None:
    """What Moscow thought of Eisenhower says nothing of Kennedy; what Washington thinks of Khrushchev stays."""
    told = road(tmp_path)
    play(told, *OPENED)
    told.skip()
    assert "thinks/usa" in dict(told.opening)
    assert "thinks/ussr" not in dict(told.opening)
    assert sentences(told)[0] == "Kennedy is President."


def test_a_leaders_standing_does_not_cross_to_the_next(tmp_path: Path) -> None:
    text = changed("meters: {nato: 6}", "meters: {nato: 6, home: 9}", CAMPAIGN)
    told = road(tmp_path, text=text)
    play(told, *OPENED)
    assert dict(told.opening)["meter/home"] == pytest.approx(9)
    told.skip()
    assert "meter/home" not in dict(told.opening)


def test_a_rule_works_where_it_holds_here_and_did_not_in_history(tmp_path: Path) -> None:
    told = road(tmp_path)
    told.skip()
    assert told.behind[-1].worked == ()
    told = road(tmp_path)
    play(told, *OPENED)
    assert told.behind[-1].worked == ("opened-once", "only-the-tunnel")


def test_a_rule_for_one_chapter_reaches_that_one_alone(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, *OPENED)
    assert "meter/pact" not in dict(told.opening)
    told.skip()
    assert dict(told.opening)["meter/pact"] == pytest.approx(10)


def test_a_sentence_is_told_only_where_everybody_at_the_table_may_read_it(tmp_path: Path) -> None:
    """Both people share a screen, so what only Moscow may know is not on it."""
    told = road(tmp_path)
    play(told, *OPENED)
    both = sentences(told)
    told.terms = Terms({"usa": "leader", "ussr": "person"}, 5)
    moscow = sentences(told)
    assert "Moscow remembers a promise." in moscow
    assert "Moscow remembers a promise." not in both
    assert "The bridge has been open before." in both


def test_numbers_are_told_beside_what_they_then_were(tmp_path: Path) -> None:
    told = road(tmp_path)
    play(told, *OPENED)
    nato = next(one for one in apart(told) if one.label == "NATO")
    assert (nato.then, nato.now) == (60, pytest.approx(65.33, abs=0.01))


def test_a_leader_who_never_led_leads_and_brings_what_he_brings(tmp_path: Path) -> None:
    told = road(tmp_path, swaps=("molotov",))
    assert told.leading["ussr"].leader == "khrushchev"
    told.skip()
    assert told.leading["ussr"].leader == "molotov"
    assert told.scenario.sides["ussr"].leader == "molotov"
    assert dict(told.opening) == {"flag/promised": 1.0, "meter/pact": 4.0}
    assert sentences(told)[0] == "Molotov leads."
    assert scenarios(tmp_path)["ferry"].sides["ussr"].leader == "khrushchev", "the scenario itself is not touched"


def test_an_unknown_leader_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GameError, match="no counterfactual leader 'trotsky'"):
        road(tmp_path, swaps=("trotsky",))


def test_a_rule_may_bring_a_leader_to_power(tmp_path: Path) -> None:
    text = changed("resolve: {usa: -10}", "leader: molotov", CAMPAIGN)
    told = road(tmp_path, text=text)
    play(told, *OPENED)
    assert told.leading["ussr"].leader == "molotov"


def test_a_chapter_cannot_be_left_while_it_goes_on(tmp_path: Path) -> None:
    told = road(tmp_path)
    told.begin()
    with pytest.raises(MoveError, match="not over"):
        told.close()


def test_after_the_last_chapter_the_campaign_is_over(tmp_path: Path) -> None:
    told = road(tmp_path)
    for _ in range(3):
        told.skip()
    assert told.over
    with pytest.raises(MoveError, match="over"):
        _ = told.chapter


def test_the_same_seed_and_orders_give_the_same_campaign(tmp_path: Path) -> None:
    digests = []
    for _ in range(2):
        told = road(tmp_path, seed=11)
        for _ in range(3):
            play(told, "talk", "flour")
        digests.append([one.game.worlds.digest() for one in told.behind])
    assert digests[0] == digests[1]


@pytest.mark.parametrize("mind", ["history", "leader"])
def test_where_no_promise_was_broken_no_war_in_egypt_stands_beside_hungary(hungary: Scenario, mind: str) -> None:
    """Not one text of the game speaks of it, on history's road as on another."""
    tables = tables_of(hungary, (("flag/aswan-snub", -1.0),))
    game = Game(hungary, tables, {"usa": mind, "ussr": mind}, 3, fated=mind == "history")
    game.advance()
    assert number(game.worlds, "flag/suez-war") == 0
    told = " ".join(text for happening in game.history for text in story(hungary, happening, ""))
    assert "Egypt" not in told
    assert "Suez" not in told
