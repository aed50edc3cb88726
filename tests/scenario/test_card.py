"""A menu's words are those of the whole scenario, and a broken file does not stop the menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.card import card, cards
from game.scenario.catalogue import load, names
from tests.scenario.samples import BRIDGE, written


@pytest.mark.parametrize("name", names())
def test_a_card_says_what_the_scenario_says(name: str) -> None:
    told, whole = card(name), load(name)
    assert (told.id, told.title, told.kind, told.minutes, told.starts) == (
        whole.id, whole.title, whole.kind, whole.minutes, whole.starts,
    )  # fmt: skip
    assert told.question == " ".join(whole.question.split())


def test_the_cards_lie_in_order_of_time() -> None:
    assert [one.starts for one in cards()] == sorted(one.starts for one in cards())


def test_a_file_that_breaks_off_still_has_a_card(tmp_path: Path) -> None:
    path = written(tmp_path, BRIDGE.partition("sides:")[0] + "sides: {usa: [")
    assert card(path).title == "The closed bridge"
