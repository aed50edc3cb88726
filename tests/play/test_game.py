"""A game asks people, lets minds choose, and tells each side only what it may know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.ask import Option, _mixed
from game.play.game import Game
from game.play.happenings import Happening
from game.play.narration import cause_words, ledger
from game.play.stories import story
from game.problems import MoveError

PlayOn = Callable[..., Game]


def test_a_new_game_asks_its_person_the_first_question(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    assert game.asked is not None
    assert (game.asked.side, game.asked.kind, game.asked.entry) == ("usa", "decision", "escort")
    assert {option.id for option in game.asked.options} == {"escorted", "alone", "ask"}


def test_minds_alone_play_to_an_ending_without_asking(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "history", "ussr": "chance"}, 3)
    assert game.asked is None
    assert game.over
    assert game.ending in charlie.endings


def test_an_order_may_be_shortened_but_not_guessed(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    with pytest.raises(MoveError, match="could be alone or ask"):
        game.choose("a")
    with pytest.raises(MoveError, match="no choice 'bomb'"):
        game.choose("bomb")
    assert game.choose("esc").entry == "escort"


def test_an_unknown_instrument_is_refused_and_nothing_is_played(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    before = game.worlds.digest()
    with pytest.raises(MoveError, match="no instrument 'bomb'"):
        game.choose("escorted", "bomb")
    assert game.worlds.digest() == before


def test_a_closed_offer_says_why_it_is_closed(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted")
    with pytest.raises(MoveError, match="needs the back channel"):
        game.choose("offer:metres:private")


def test_an_instrument_costs_capital_and_is_told_once(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted", "reconnaissance")
    used = [happening for happening in game.history if happening.kind == "instrument"]
    assert len(used) == 1
    assert ("Political capital", -1.0) in [(line.what, line.amount) for line in ledger(charlie, used[0], "usa")]
    assert not used[0].touches("ussr"), "a look in secret is nobody else's business"


def test_two_people_are_asked_one_after_the_other_in_a_round(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "person"}, 1)
    game.choose("escorted")
    game.choose("painted")
    assert game.asked is not None and (game.asked.kind, game.asked.side) == ("round", "usa")
    game.choose("hold")
    assert game.asked is not None and (game.asked.kind, game.asked.side) == ("round", "ussr")
    assert [beat.stage.kind for beat in game.beats].count("round") == 0, "nothing happens before both have moved"


def test_the_other_side_reads_the_act_and_never_the_order(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted")
    theirs = next(h for h in game.history if h.kind == "choice" and h.cause.side == 1)
    label = charlie.decisions["markings"].choices["painted"].label
    assert label not in cause_words(charlie, theirs, "usa")
    assert cause_words(charlie, theirs, "usa") == "Moscow sends ten tanks without markings"
    assert label == cause_words(charlie, theirs, "ussr")


def test_what_a_side_may_not_know_has_no_words_for_it(hungary: Scenario, play_on: PlayOn) -> None:
    game = play_on(Game.start(hungary, {"usa": "person", "ussr": "chance"}, 11))
    for happening in game.history:
        for side in ("usa", "ussr"):
            if not happening.known_to(side):
                assert story(hungary, happening, side) == ()
                assert _hidden(hungary, happening, side)


def _hidden(scenario: Scenario, happening: Happening, side: str) -> bool:
    return cause_words(scenario, happening, side) == "Something you were not told of"


def test_the_sum_of_what_is_told_is_what_tension_did(hungary: Scenario, play_on: PlayOn) -> None:
    """The ledger is the rule's own trace: adding it up gives the meter, with nothing left unexplained."""
    game = play_on(Game.start(hungary, {"usa": "person", "ussr": "history"}, 5))
    told = sum(happening.tension() for happening in game.history)
    assert game.opening + told == pytest.approx(game.tension, abs=1e-6)


def test_no_accident_comes_twice_in_a_world(hungary: Scenario) -> None:
    """Who has read a report once is not handed it again as news."""
    for seed in range(12):
        game = Game.start(hungary, dict.fromkeys(SIDES, "chance"), seed)
        came = [one.cause.what for beat in game.beats for one in beat.happenings if one.kind == "incident"]
        assert len(came) == len(set(came))


def test_no_place_in_a_list_gives_away_what_was_really_done(hungary: Scenario) -> None:
    """Whoever always takes the first order does not follow history by it; and the order of a list never changes."""
    first = []
    for name, decision in hungary.decisions.items():
        if decision.history is not None:
            listed = list(_mixed(name, (Option(one, 0, one) for one in decision.choices)))
            assert listed == list(_mixed(name, (Option(one, 0, one) for one in reversed(decision.choices))))
            first.append(listed[0].id == decision.history.choice)
    assert sum(first) < len(first) / 2
