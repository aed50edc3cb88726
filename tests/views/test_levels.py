"""How well the rival plays: a level is chosen before a game, told in its debrief, and holds in a campaign too."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.minds.table import LEVELS
from game.play.game import Game
from game.play.saves import Saves
from game.problems import MoveError
from game.views.blocks import Intent
from game.views.campaign_setup import Plan
from game.views.desk import Desk
from game.views.terminal import render
from game.views.title import Setup, next_level
from tests.views.conftest import kept


def test_levels_come_round_from_forgiving_to_ruthless() -> None:
    seen, level = [], LEVELS[0].id
    for _ in LEVELS:
        seen.append(level)
        level = next_level(level)
    assert seen == ["forgiving", "standard", "hard", "ruthless"]
    assert level == seen[0]


def test_a_level_is_chosen_by_its_key_and_plays_the_game(desk: Desk) -> None:
    desk.do(Intent("setup", "checkpoint-charlie-1961"))
    assert "Level: standard" in render(desk.view())
    desk.do(Intent("level"))
    desk.do(Intent("begin"))
    assert desk.game is not None
    assert desk.game.players == {"usa": "person", "ussr": "leader:hard"}


def test_history_and_chance_have_no_level(desk: Desk) -> None:
    desk.do(Intent("setup", "checkpoint-charlie-1961"))
    desk.do(Intent("mind"))
    assert "Level" not in render(desk.view())
    assert Setup("x", mind="history", level="hard").players()["ussr"] == "history"
    with pytest.raises(MoveError, match="no levels"):
        Game.start(kept("checkpoint-charlie-1961"), {"usa": "person", "ussr": "history:hard"}, 1)


def test_a_campaign_is_played_at_a_level_in_every_chapter() -> None:
    assert Plan(level="ruthless").terms(1).players == {"usa": "person", "ussr": "leader:ruthless"}


def test_a_stored_game_keeps_its_level(tmp_path: Path) -> None:
    first = Desk(Saves(tmp_path), lambda: 7, kept)
    first.start(Setup("checkpoint-charlie-1961", level="forgiving"), 7)
    second = Desk(Saves(tmp_path), lambda: 7, kept)
    second.do(Intent("resume"))
    assert second.game is not None
    assert second.game.players["ussr"] == "leader:forgiving"
