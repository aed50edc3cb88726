"""Figures on one screen add up: levels are rounded once, and differences are those of the levels shown."""

from __future__ import annotations

import re

import pytest

from game.model.scenario import Scenario
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.views import words
from game.views.blocks import Chart, Lead, Ledger
from game.views.rail import rail
from game.views.standoff import thinks


def number(text: str) -> int:
    return int(text.replace("−", "-").replace("+", ""))


def played(charlie: Scenario, seed: int) -> list[Knowledge]:
    """Washington's knowledge at every question of a game in which it takes the first thing open."""
    game = Game.start(charlie, {"usa": "person", "ussr": "leader"}, seed)
    found = []
    while game.asked is not None and len(found) < 20:
        found.append(Knowledge(game, "usa"))
        check(rail(found[-1]), found[-1])
        game.choose(game.asked.open[0].id)
    return found


def check(blocks: tuple[object, ...], knowledge: Knowledge) -> None:
    """The level, its change, its causes and the chart's text agree."""
    lead = next(block for block in blocks if isinstance(block, Lead) and block.label == "Tension")
    chart = next(block for block in blocks if isinstance(block, Chart))
    shown = number(lead.figure)
    assert f"stands at {shown};" in chart.text
    lowest, highest = (int(found) for found in re.findall(r"(?:lowest|highest) (\d+)", chart.text))
    assert lowest <= shown <= highest
    moved = re.search(r"([▲▼]) (\d+)", lead.note)
    change = (1 if moved[1] == "▲" else -1) * int(moved[2]) if moved else 0
    if knowledge.answered:
        assert shown - words.whole(knowledge.tension_before()) == change
    ledger = next((block for block in blocks if isinstance(block, Ledger) and block.title == "What moved it"), None)
    if ledger and knowledge.answered:
        assert sum(number(line.amount) for line in ledger.lines) == change


@pytest.mark.parametrize("seed", range(1, 9))
def test_tension_its_change_its_causes_and_its_chart_agree_at_every_question(charlie: Scenario, seed: int) -> None:
    assert len(played(charlie, seed)) >= 2


@pytest.mark.parametrize(
    ("before", "now", "told"), [(67.6, 64.4, "▼ 4"), (91.6, 91.4, "▼ 1"), (63.5, 63.6, "unchanged")]
)
def test_a_change_is_the_difference_of_the_levels_that_are_shown(before: float, now: float, told: str) -> None:
    assert words.change(before, now, "then").startswith(told)


def test_prices_that_differ_by_little_are_told_with_a_decimal() -> None:
    assert (words.tenths(-6.57), words.tenths(-7.03), words.tenths(0.0)) == ("−6.6", "−7.0", "0")


def test_the_staff_says_what_it_thought_before_and_why(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 3)
    game.choose("escorted")
    game.choose("hold", "reconnaissance")
    told = " ".join(thinks(Knowledge(game, "usa")))
    assert "85 in 100 such reports are right" in told
    assert "before your last move" in told and "the report" in told
