"""A leader may take a second: the desk says so beforehand, and the order is on the disk before anybody thinks."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.game import Game
from game.play.saves import Saves
from game.views.blocks import Intent
from game.views.desk import Desk
from game.views.title import Setup

NIGHT = "checkpoint-charlie-1961"


def sitting(home: Path, mind: str = "leader", level: str = "forgiving") -> Desk:
    """A desk with Washington's first question on it."""
    desk = Desk(Saves(home), lambda: 5)
    desk.start(Setup(NIGHT, "usa", mind, False, level), 5, at_once=True)
    return desk


def test_an_order_to_which_a_leader_answers_is_said_to_take_time(tmp_path: Path) -> None:
    desk = sitting(tmp_path)
    assert desk.waits(Intent("choose", "alone")) == "Moscow is deciding"
    assert desk.waits(Intent("begin")) == "One moment"
    assert desk.waits(Intent("panel", "aims")) == ""


@pytest.mark.parametrize("mind", ["history", "chance"])
def test_whoever_answers_at_once_is_not_waited_for(tmp_path: Path, mind: str) -> None:
    assert sitting(tmp_path, mind).waits(Intent("choose", "alone")) == ""


def test_an_order_is_stored_before_a_leader_thinks_about_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plug is pulled in the middle of the thought; the game goes on after that order, not before it."""
    desk = sitting(tmp_path)
    with monkeypatch.context() as pulled:
        pulled.setattr(Game, "advance", _pulled)
        with pytest.raises(KeyboardInterrupt):
            desk.do(Intent("choose", "alone"))
    again = Desk(Saves(tmp_path), lambda: 1)
    again.do(Intent("resume"))
    answered = [beat for beat in again.running.beats if "usa" in beat.played]
    assert [beat.played["usa"].choice for beat in answered] == ["alone"]
    assert again.running.over or again.asked.entry != "escort"


def _pulled(game: Game) -> None:
    raise KeyboardInterrupt


def test_the_page_of_reasons_is_sealed_until_the_game_is_over(tmp_path: Path) -> None:
    """Nothing that a person can press before the ending leads to it."""
    desk = sitting(tmp_path)
    while not desk.running.over:
        assert Intent("page", "why") not in {action.intent for action in desk.view().actions()}
        asks = desk.screen == "ask"
        desk.do(Intent("choose", desk.asked.open[0].id) if asks else desk.view().default or Intent("next"))
    desk.do(Intent("open", "debrief"))
    assert Intent("page", "why") in {action.intent for action in desk.view().actions()}
    desk.do(Intent("page", "why"))
    assert desk.view().name == "debrief-why" and "Khrushchev" in str(desk.view().room)
