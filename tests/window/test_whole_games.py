"""Whole games in a real window by keyboard alone, from the title to the debrief, as each side."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.scenario.card import cards
from tests.window.displays import MISSING, Window, display, window

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]

DEBRIEF = "Debrief – Brinkmanship"
#: Enter goes on where a screen only tells something; where it asks, a digit answers, and 2 does where 1 is closed.
ROUND = ("Return", "1", "2")
MOST_ROUNDS = 600
CRISES = [card.id for card in cards() if card.kind == "crisis"]


def played(where: str, home: Path, *first: str, answers: tuple[str, ...] = ROUND) -> dict[str, object]:
    """Open the game, press the first keys, answer until the debrief, leave by Escape; gives the stored game."""
    with window(where, "main.py", BRINKMANSHIP_HOME=str(home)) as shown:
        shown.ready()
        assert shown.named("Brinkmanship")
        shown.keys(*first)
        assert to_the_debrief(shown, answers), "the debrief was never reached"
        shown.keys("Escape")
        assert shown.named("Brinkmanship")
        shown.keys("Escape")
        assert shown.process.wait(10) == 0
    games = list((home / "games").glob("*.json"))
    assert len(games) == 1
    stored = json.loads(games[0].read_text(encoding="utf-8"))
    assert isinstance(stored, dict)
    return stored


def to_the_debrief(shown: Window, answers: tuple[str, ...]) -> bool:
    """Go on and answer until the debrief is on the screen."""
    for _ in range(MOST_ROUNDS):
        if shown.tool("getwindowname", shown.id) == DEBRIEF:
            return True
        shown.keys(*answers)
    return False


def test_checkpoint_charlie_from_one_key_on_the_title_to_the_debrief(tmp_path: Path) -> None:
    with display() as where:
        stored = played(where, tmp_path, "Return")
    assert stored["scenario"] == "checkpoint-charlie-1961"


@pytest.mark.proof
@pytest.mark.parametrize("crisis", CRISES)
@pytest.mark.parametrize("side", ["1", "2"], ids=["washington", "moscow"])
@pytest.mark.parametrize("answers", [ROUND, ("Return", "3", "2", "1")], ids=["first", "third"])
def test_every_crisis_as_each_side(tmp_path: Path, crisis: str, side: str, answers: tuple[str, ...]) -> None:
    with display() as where:
        stored = played(where, tmp_path, "3", str(CRISES.index(crisis) + 1), side, "Return", answers=answers)
    assert stored["scenario"] == crisis


def test_a_window_killed_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    """After a kill the title offers to continue, and the same question is asked again."""
    with display() as where:
        with window(where, "main.py", BRINKMANSHIP_HOME=str(tmp_path)) as shown:
            shown.ready()
            question = "Brinkmanship"
            for key in ("Return", "1", "Return"):
                shown.keys(key)
                question = shown.name_after(question)
            os.kill(shown.process.pid, 9)
        with window(where, "main.py", BRINKMANSHIP_HOME=str(tmp_path)) as shown:
            shown.ready()
            assert shown.named("Brinkmanship")
            shown.keys("c")
            assert shown.named(question, 1000)
