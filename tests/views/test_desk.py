"""The desk leads from screen to screen, saves after each order, and loses nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game import resources
from game.engine.single import changed
from game.model.scenario import Scenario
from game.play.code import encode
from game.play.debrief import war_chain
from game.play.game import Game
from game.play.record import record
from game.play.saves import Saves
from game.views.blocks import Heading, Intent, Ledger, Prose, View
from game.views.desk import Desk
from game.views.terminal import render
from game.views.title import Setup


def do(desk: Desk, *intents: tuple[str, str]) -> View:
    """Carry out intents, none of which may be refused."""
    for verb, what in intents:
        desk.do(Intent(verb, what))
        assert not desk.notice, desk.notice
    return desk.view()


def to_the_end(desk: Desk) -> None:
    """Give the first open order again and again."""
    while not desk.running.over:
        do(desk, ("choose", desk.asked.open[0].id) if desk.screen == "ask" else ("next", ""))


def test_every_order_is_saved_before_the_next_screen_is_shown(desk: Desk, desk_in: Callable[[], Desk]) -> None:
    do(desk, ("first", ""), ("choose", "alone"))
    after_a_crash = desk_in()
    do(after_a_crash, ("resume", ""))
    assert after_a_crash.running.worlds.digest() == desk.running.worlds.digest()
    assert after_a_crash.asked == desk.asked


def test_the_title_offers_to_go_on_only_where_there_is_a_game(desk: Desk, desk_in: Callable[[], Desk]) -> None:
    assert "Continue" not in render(desk.view())
    do(desk, ("first", ""))
    assert "Continue: Checkpoint Charlie, 27 Oct" in render(desk_in().view())
    to_the_end(desk)
    assert "Continue" not in render(desk_in().view())


def test_going_back_keeps_the_road_that_was_taken(desk: Desk) -> None:
    do(desk, ("first", ""))
    to_the_end(desk)
    taken = record(desk.running)
    do(desk, ("open", "debrief"), ("panel", "timeline"), ("rewind", "0"))
    assert (desk.screen, desk.asked.entry) == ("ask", "escort")
    (branch,) = desk.saves.branches(desk.name)
    assert desk.saves.read(branch).answers == taken.answers


def test_a_sealed_game_cannot_be_rewound_before_its_end(desk: Desk) -> None:
    do(desk, ("first", ""), ("choose", "alone"))
    desk.do(Intent("rewind", "0"))
    assert "sealed" in desk.notice
    assert "Timeline" not in render(desk.view())


def test_open_files_let_one_go_back_during_the_game(desk: Desk) -> None:
    do(desk, ("setup", "checkpoint-charlie-1961"), ("files", ""), ("begin", ""), ("next", ""), ("choose", "alone"))
    while desk.screen != "ask":
        do(desk, ("next", ""))
    do(desk, ("panel", "timeline"), ("rewind", "0"))
    assert desk.asked.entry == "escort"


def test_between_two_people_the_curtain_shows_nobodys_papers(desk: Desk, charlie: Scenario) -> None:
    do(desk, ("setup", "checkpoint-charlie-1961"), ("side", "both"), ("begin", ""))
    seen: set[str] = set()
    while not desk.running.over:
        view = desk.view()
        if view.name == "curtain":
            assert not view.rail
            assert "Tension" not in render(view)
            do(desk, ("next", ""))
            continue
        assert view.side == desk.asked.side == desk.viewer
        seen.add(view.side)
        do(desk, ("choose", desk.asked.open[0].id) if desk.screen == "ask" else ("next", ""))
    assert seen == {"usa", "ussr"}


def test_escape_opens_the_menu_and_enter_comes_back_to_the_same_screen(desk: Desk) -> None:
    before = do(desk, ("first", ""), ("tool", "back-channel"))
    assert do(desk, ("back", "")).name == "menu"
    assert do(desk, ("next", "")) == before


def test_settings_are_reached_from_a_game_and_remembered(desk: Desk, desk_in: Callable[[], Desk]) -> None:
    before = do(desk, ("first", ""))
    do(desk, ("back", ""), ("open", "settings"), ("scale", "+"), ("size", "1400x900"))
    assert do(desk, ("back", ""), ("next", "")) == before
    again = desk_in().settings
    assert (again.scale, again.size) == (1.25, (1400, 900))


def test_an_order_that_is_closed_changes_nothing_and_says_why(desk: Desk) -> None:
    do(desk, ("first", ""))
    before = desk.running.worlds.digest()
    desk.do(Intent("choose", "bomb"))
    assert "no choice 'bomb'" in desk.view().notice
    assert desk.running.worlds.digest() == before


def test_an_instrument_laid_beside_the_move_is_used_with_it(desk: Desk) -> None:
    view = do(desk, ("first", ""), ("tool", "orders"))
    assert any(action.selected and action.intent.what == "orders" for action in view.actions())
    do(desk, ("choose", "escorted"))
    assert desk.running.beats[0].played["usa"].tool == "orders"


def test_a_run_code_is_typed_and_opens_its_game(desk: Desk, charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 42)
    game.choose("ask", "reconnaissance")
    do(desk, ("open", "code"), *(("type", letter) for letter in encode(game)), ("enter", ""))
    assert desk.running.worlds.digest() == game.worlds.digest()
    desk.do(Intent("open", "title"))
    desk.do(Intent("open", "code"))
    do(desk, *(("type", letter) for letter in "ABCDEFGH"))
    desk.do(Intent("enter"))
    assert "not a run code" in desk.view().notice


def test_the_debrief_tells_what_was_hidden(desk: Desk, charlie: Scenario) -> None:
    do(desk, ("first", ""))
    to_the_end(desk)
    view = do(desk, ("open", "debrief"))
    assert sum(isinstance(block, Ledger) and "aims" in block.title for block in view.room) == 2
    moscow = render(do(desk, ("page", "other")))
    chosen = desk.running.beats[1].played.get("ussr") or next(
        b.played["ussr"] for b in desk.running.beats if "ussr" in b.played
    )
    label = charlie.decisions["markings"].choices[chosen.choice].label
    brief = " ".join(charlie.decisions["markings"].brief.split())
    assert f"On Moscow's desk: {brief} Moscow ordered: {label}" in " ".join(moscow.split())
    for page in ("decisions", "near", "facts", "sources"):
        assert do(desk, ("page", page)).room


def test_war_has_no_figures_and_names_a_choice_that_would_have_broken_its_chain(desk: Desk, charlie: Scenario) -> None:
    game = _burning(charlie)
    desk.begin(game)
    view = desk.view()
    assert view.name == "war" and not view.rail
    assert all(isinstance(block, Prose) for block in view.room)
    told = render(do(desk, ("open", "debrief")))
    assert "How control was lost" in told
    assert "this world would have come to" in " ".join(told.split())


def _burning(charlie: Scenario) -> Game:
    """A night in which both climb until control is lost, later than the first round, in which nobody can turn back."""
    for seed in range(200):
        game = Game.start(charlie, {"usa": "person", "ussr": "person"}, seed)
        while game.asked is not None:
            climbing = [option.id for option in game.asked.open if option.id in ("climb", "stand", "refuse")]
            game.choose(climbing[0] if climbing else game.asked.open[-1 if game.asked.kind == "alarm" else 0].id)
        if game.war and game.beats[-1].stage.round > 0:
            return game
    raise AssertionError("nobody lost control in two hundred nights of climbing")


def test_history_s_note_waits_until_the_next_order(desk: Desk, hungary: Scenario) -> None:
    """What was really done is told one decision later, when it can no longer spoil the choice that follows."""
    desk.start(Setup("hungary-1956", "ussr", "history"), 3)
    notes: list[str] = []
    for _ in range(12):
        if desk.screen == "happened":
            view = do(desk, ("panel", "history"))
            notes += [
                block.text for block in view.room if isinstance(block, Heading) and block.text.startswith("What was")
            ]
            do(desk, ("next", ""))
        else:
            do(desk, ("choose", desk.asked.open[0].id) if desk.screen == "ask" else ("next", ""))
    first = desk.running.scenario.decisions[next(iter(b.entry for b in desk.running.beats if "ussr" in b.played))]
    assert first.history is not None
    assert first.choices[first.history.choice].label in notes[0]


def test_a_full_disk_is_said_and_the_game_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    do(desk, ("first", ""))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.saves, "write", full)
    desk.do(Intent("choose", "alone"))
    assert "could not be saved: No space left on device" in desk.view().notice
    assert "usa" in desk.running.beats[0].played


def test_a_scenario_of_ones_own_is_found_again_from_another_folder(
    desk_in: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resources.scenarios() / "checkpoint-charlie-1961", tmp_path / "mine" / "checkpoint-charlie-1961")
    monkeypatch.chdir(tmp_path)
    desk = Desk(Saves(tmp_path / "saves"), lambda: 7)
    desk.start(Setup("mine/checkpoint-charlie-1961"), 7)
    monkeypatch.chdir("/")
    again = Desk(Saves(tmp_path / "saves"), lambda: 7)
    do(again, ("resume", ""))
    assert again.running.worlds.digest() == desk.running.worlds.digest()


def test_every_way_into_war_has_a_chain_in_words(hungary: Scenario) -> None:
    """By accident, or by an order with nothing said of how: as where a text of the scenario brings the war about."""
    game = Game.start(hungary, {"usa": "history", "ussr": "history"}, 3)
    burnt = changed(game.worlds, "ending", game.tables.war)
    for cause in (-1, 0):
        game.worlds = changed(burnt, "cause", cause)
        assert game.war and war_chain(game) and all(war_chain(game))


def test_a_broken_last_game_is_said_and_left_where_it_is(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    first = Desk(saves, lambda: 1)
    first.do(Intent("first"))
    broken = saves.path(first.name)
    broken.write_text("{cut off", encoding="utf-8")
    again = Desk(saves, lambda: 1)
    again.do(Intent("resume"))
    assert "not JSON" in again.notice
    assert broken.read_text(encoding="utf-8") == "{cut off"
