"""The seven years in a real window by keyboard alone, from the title to the closing page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.scenario.campaign import load_campaign
from game.scenario.card import cards
from tests.window.displays import MISSING, Window, display, window
from tests.window.test_whole_games import ROUND

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]

CLOSING = "How did it change? – Brinkmanship"
CHAPTERS = [chapter.scenario for chapter in load_campaign().chapters]
TITLES = [card.title for name in CHAPTERS for card in cards() if card.id == name]
MOST_ROUNDS = 4_000
MOST_LOOKS = 2_000


def stored(home: Path) -> dict[str, object]:
    """The one campaign that was stored."""
    found = json.loads(next((home / "games").glob("*.json")).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def walked(shown: Window, keys: tuple[str, ...]) -> bool:
    """Press keys again and again until the closing page is on the screen."""
    for _ in range(MOST_ROUNDS):
        if shown.tool("getwindowname", shown.id) == CLOSING:
            return True
        shown.keys(*keys)
    return shown.named(CLOSING, MOST_LOOKS)


@pytest.mark.proof
def test_years_that_are_left_to_history_come_to_the_closing_page(tmp_path: Path) -> None:
    with display() as where, window(where, "main.py", BRINKMANSHIP_HOME=str(tmp_path)) as shown:
        shown.ready()
        assert shown.named("Brinkmanship")
        shown.keys("2", "Return")
        for title in TITLES:
            assert shown.named(f"{title} – Brinkmanship", MOST_LOOKS), f"'{title}' was never reached"
            shown.keys("h")
        assert shown.named(CLOSING, MOST_LOOKS)
        shown.keys("y", "s", "c", "Escape")
        assert shown.named("Brinkmanship", MOST_LOOKS)
        shown.keys("Escape")
        assert shown.process.wait(10) == 0
    told = stored(tmp_path)
    assert (told["over"], told["closed"]) == (True, len(CHAPTERS))


@pytest.mark.proof
@pytest.mark.parametrize("side", ["1", "2"], ids=["washington", "moscow"])
def test_a_whole_campaign_as_each_side(tmp_path: Path, side: str) -> None:
    """Every chapter is played; Enter goes on between them."""
    with display() as where, window(where, "main.py", BRINKMANSHIP_HOME=str(tmp_path)) as shown:
        shown.ready()
        assert shown.named("Brinkmanship")
        shown.keys("2", side, "Return")
        assert walked(shown, ROUND), "the closing page was never reached"
        shown.keys("Escape", "Escape")
        assert shown.process.wait(10) == 0
    assert stored(tmp_path)["over"] is True
