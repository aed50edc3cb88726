"""News: what the other side reads of a choice is the scenario's own sentence, and a secret has none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.model.scenario import Scenario
from game.play.game import Game
from game.play.happenings import Happening
from game.play.narration import cause_words
from game.play.stories import story
from game.play.wording import head, inside


def _escort(scenario: Scenario) -> Happening:
    """Washington sends the escort, with armed jeeps."""
    game = Game.start(scenario, {"usa": "person", "ussr": "person"}, 1)
    game.choose("escorted")
    return next(one for beat in game.beats for one in beat.happenings if one.kind == "choice")


def test_the_other_side_reads_the_news_as_a_paragraph_and_its_first_sentence_as_the_cause(charlie: Scenario) -> None:
    told = charlie.news["escort/escorted"]
    assert story(charlie, _escort(charlie), "ussr") == (told,)
    assert cause_words(charlie, _escort(charlie), "ussr") == head(told)


def test_the_side_that_chose_reads_its_own_order_and_outcome_instead(charlie: Scenario) -> None:
    choice = charlie.decisions["escort"].choices["escorted"]
    assert story(charlie, _escort(charlie), "usa") == (choice.outcomes["go"].text,)
    assert cause_words(charlie, _escort(charlie), "usa") == choice.label


def test_a_public_order_without_news_is_told_in_its_own_words_and_a_private_one_in_outline(charlie: Scenario) -> None:
    silent = replace(charlie, news={})
    assert cause_words(silent, _escort(charlie), "ussr") == "Washington: send the car with armed jeeps"
    asking = replace(_escort(charlie), cause=replace(_escort(charlie).cause, part="ask/quiet"))
    assert "ask Moscow first" not in cause_words(silent, asking, "ussr")


def test_whoever_may_not_know_of_a_choice_reads_no_news_of_it(charlie: Scenario) -> None:
    unseen = replace(_escort(charlie), seen=(True, False))
    assert story(charlie, unseen, "ussr") == ()
    assert head(charlie.news["escort/escorted"]) not in cause_words(charlie, unseen, "ussr")


@pytest.mark.parametrize("name", ["charlie", "hungary"])
def test_every_choice_with_an_act_that_is_not_secret_has_its_news(name: str, request: pytest.FixtureRequest) -> None:
    told: Scenario = request.getfixturevalue(name)
    for entry, decision in told.decisions.items():
        for part, choice in decision.choices.items():
            if choice.act and choice.act.publicity != "secret":
                assert f"{entry}/{part}" in told.news
    assert all(len(head(text).split()) <= 13 for text in told.news.values())


def test_names_keep_their_capitals_inside_a_sentence() -> None:
    assert inside("Load ships at Odessa") == "load ships at Odessa"
    assert inside("NATO ships sail") == "NATO ships sail"


def test_an_instrument_of_the_other_side_reads_as_what_is_seen(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "person"}, 1)
    game.choose("escorted", "statement")
    used = next(one for beat in game.beats for one in beat.happenings if one.kind == "instrument")
    assert cause_words(charlie, used, "ussr").startswith("Washington says in public that")
