"""The debrief says why a leader did what it did last in a standoff, in sentences and from its own numbers."""

from __future__ import annotations

import re

import pytest

from game.engine.single import changed
from game.model.scenario import Scenario
from game.play.game import Game
from game.play.reasons import last_reasons

SEEDS = range(1, 9)


def ended(charlie: Scenario, seed: int) -> Game:
    return Game.start(charlie, {"usa": "leader:quick", "ussr": "leader:quick"}, seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_leaders_last_move_has_a_reason_in_whole_sentences(charlie: Scenario, seed: int) -> None:
    told = last_reasons(ended(charlie, seed))
    assert len(told) == 2
    for text in told:
        assert re.search(r"\d+ in 100", text) and text.endswith((".", "?"))
        assert ".." not in text and "nan" not in text
    assert told[0].startswith("Washington ") and told[1].startswith("Moscow ")


def test_people_history_and_chance_get_no_reason(charlie: Scenario) -> None:
    assert last_reasons(Game.start(charlie, {"usa": "history", "ussr": "chance"}, 2)) == []


def test_a_reason_rests_only_on_what_its_side_could_see(charlie: Scenario) -> None:
    """The same games, had the rival secretly been of the other kind at every step: told the same."""
    for seed in SEEDS:
        game = ended(charlie, seed)
        told = last_reasons(game)[1]
        for place, beat in enumerate(game.beats):
            flipped = 1.0 - float(beat.before["resolute/usa"][0])
            blind = changed(changed(beat.before, "resolute/usa", flipped), "brittle", 9.0)
            game.beats[place] = type(beat)(**{**vars(beat), "before": blind})
        assert last_reasons(game)[1] == told
