"""Rounds of a standoff in sentences: every offer's end is told, every deal's terms, and somebody speaks each round."""

from __future__ import annotations

import pytest

from game.model.scenario import Scenario
from game.play.counsel import heard, title
from game.play.game import Game
from game.play.rounds import bargain, beat_lines

ENTRY = "friedrichstrasse"


def _standoff(scenario: Scenario, minds: dict[str, str], seed: int) -> Game:
    game = Game.start(scenario, minds, seed)
    while game.asked is not None and game.asked.kind != "round":
        game.choose(game.asked.open[0].id)
    return game


def _offering(scenario: Scenario, seed: int) -> Game:
    """Washington offers the same thing in public every round, and stays where the other leaves."""
    game = _standoff(scenario, {"usa": "person", "ussr": "leader:quick"}, seed)
    while game.asked is not None:
        moves = [option.id for option in game.asked.open]
        wanted = "offer:metres:public"
        game.choose(wanted if wanted in moves else moves[0])
    return game


@pytest.fixture(scope="module")
def nights(charlie: Scenario) -> list[Game]:
    return [_offering(charlie, seed) for seed in range(25)]


def test_every_offer_is_refused_agreed_lapsed_or_unread(nights: list[Game]) -> None:
    ends = ("refused.", "Agreed on", "offer lapsed", "before your offer was read")
    for game in nights:
        for beat in game.beats:
            if beat.stage.kind == "round" and beat.played["usa"].choice.startswith("offer:"):
                same = [one for one in game.beats if one.entry == ENTRY and one.stage.round == beat.stage.round]
                lines = [line for one in same for line in beat_lines(game, one, "usa")]
                assert any(end in line for line in lines for end in ends), lines


def test_a_refusal_has_a_reason_in_the_refusers_voice(nights: list[Game], charlie: Scenario) -> None:
    beats = [(game, beat) for game in nights for beat in game.beats if beat.entry == ENTRY]
    lines = [line for game, beat in beats for line in beat_lines(game, beat, "usa")]
    refused = [line for line in lines if line.startswith("Moscow refused.")]
    voices = charlie.standoffs[ENTRY].sides["ussr"].refusals
    assert refused
    assert all(line.removeprefix("Moscow refused. ") in voices for line in refused)


def test_a_deal_says_what_was_agreed_on_whose_offer_and_how(nights: list[Game]) -> None:
    deals = [(game, beat) for game in nights for beat in game.beats if bargain(game, beat)]
    assert deals
    for game, beat in deals:
        line = next(line for line in beat_lines(game, beat, "usa") if line.startswith("Agreed on"))
        assert "made in p" in line
        assert "offer" in line


@pytest.mark.parametrize("side", ["usa", "ussr"])
def test_two_or_three_people_speak_in_every_round_whatever_the_rungs(
    side: str, charlie: Scenario, hungary: Scenario
) -> None:
    for scenario in (charlie, hungary):
        for told in scenario.standoffs.values():
            tops = [len(told.sides[name].rungs) for name in ("usa", "ussr")]
            for round_ in range(told.rounds):
                for usa in range(tops[0]):
                    for ussr in range(tops[1]):
                        names = [one.name for one in heard(told, side, round_, (usa, ussr))]
                        assert 2 <= len(set(names)) == len(names) <= 3, (round_, usa, ussr, names)


def test_nobody_asks_for_tanks_that_have_come(charlie: Scenario) -> None:
    told = charlie.standoffs[ENTRY]
    lines = [one.says for round_ in range(1, 6) for one in heard(told, "ussr", round_, (0, 1))]
    assert not any("wenty more tanks" in line or "Order them now" in line for line in lines)


def test_the_title_follows_the_highest_rung(charlie: Scenario) -> None:
    told = charlie.standoffs[ENTRY]
    assert title(told, (0, 0)) == told.title
    assert title(told, (0, 2)) == "Lorries close the street"
    assert title(told, (3, 2)) == "Steel blades stand before the Wall"


def test_nobody_steps_back_before_the_first_reports_are_in(charlie: Scenario) -> None:
    """The night cannot be over in its first minute; from the second round on the way back is open."""
    game = _standoff(charlie, {"usa": "person", "ussr": "history"}, 1)
    assert game.asked is not None and game.asked.round == 0
    back = next(option for option in game.asked.options if option.id == "back")
    assert "first reports" in back.closed
    while game.asked is not None and (game.asked.kind != "round" or game.asked.round == 0):
        game.choose(game.asked.open[0].id)
    assert game.asked is not None
    assert "back" in [option.id for option in game.asked.open]
