"""Records, saves and rewinding: a game that was left comes back as it was, or says plainly why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.play.game import Game
from game.play.record import dump, read, record, replay
from game.play.rewind import points, rewound
from game.play.saves import Saves, write_whole
from game.problems import RecordError

PlayOn = Callable[..., Game]
ALONE = {"usa": "person", "ussr": "leader"}


def test_a_game_saved_in_the_middle_goes_on_as_if_it_had_not_been(charlie: Scenario, play_on: PlayOn) -> None:
    straight = play_on(Game.start(charlie, ALONE, 21))
    left = play_on(Game.start(charlie, ALONE, 21), 2)
    again = replay(read(dump(record(left))), charlie)
    assert again.asked == left.asked
    play_on(again)
    assert again.worlds.digest() == straight.worlds.digest()
    assert [beat.happenings for beat in again.beats] == [beat.happenings for beat in straight.beats]


def test_the_first_of_two_answers_survives_while_the_other_is_awaited(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "person"}, 4)
    for order in ("escorted", "painted", "climb"):
        game.choose(order)
    again = replay(read(dump(record(game))), charlie)
    assert again.asked is not None and again.asked.side == "ussr"
    game.choose("hold")
    again.choose("hold")
    assert again.worlds.digest() == game.worlds.digest()


def test_a_record_that_was_changed_by_hand_says_where_it_parts(charlie: Scenario, play_on: PlayOn) -> None:
    told = record(play_on(Game.start(charlie, ALONE, 21)))
    value = json.loads(dump(told))
    played = value["answers"][0]["played"]["usa"]
    played["choice"] = "escorted" if played["choice"] == "alone" else "alone"
    with pytest.raises(RecordError, match="after 'escort' the world is not the one that was stored"):
        replay(read(json.dumps(value)), charlie)


def test_a_record_of_other_rules_says_so(charlie: Scenario, play_on: PlayOn) -> None:
    told = record(play_on(Game.start(charlie, ALONE, 21)))
    broken = replace(told, rules="0" * 16, answers=(replace(told.answers[0], digest="0" * 16),))
    with pytest.raises(RecordError, match="the rules have changed"):
        replay(broken, charlie)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        '"game"',
        '{"game": "brinkmanship"}',
        '{"game": "brinkmanship", "format": 99}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_game_is_refused_in_words(text: str) -> None:
    with pytest.raises(RecordError, match="stored"):
        read(text)


@pytest.mark.parametrize("name", ["scenario", "rules", "seed", "players", "answers", "files", "pending", "over"])
def test_every_field_of_a_record_must_be_there_and_of_its_kind(charlie: Scenario, name: str) -> None:
    value = json.loads(dump(record(Game.start(charlie, ALONE, 1))))
    for wrong in (None, 1.5, ["x"] if name != "answers" else [1], "person"):
        if isinstance(wrong, str) and name in ("scenario", "rules", "over"):
            continue
        with pytest.raises(RecordError, match="damaged"):
            read(json.dumps({**value, name: wrong}))


def test_going_back_gives_the_same_question_and_the_same_luck(charlie: Scenario, play_on: PlayOn) -> None:
    game = play_on(Game.start(charlie, ALONE, 21))
    earlier = rewound(game, points(game)[0])
    assert earlier.asked is not None and earlier.asked.entry == "escort"
    assert play_on(earlier).worlds.digest() == game.worlds.digest()


def test_every_point_to_go_back_to_asks_a_person(hungary: Scenario, play_on: PlayOn) -> None:
    game = play_on(Game.start(hungary, {"usa": "history", "ussr": "person"}, 2))
    assert len(points(game)) >= 10
    for place in points(game)[::4]:
        earlier = rewound(game, place)
        assert earlier.asked is not None and earlier.asked.side == "ussr"


def test_saves_keep_the_last_game_and_its_branches(tmp_path: Path, charlie: Scenario, play_on: PlayOn) -> None:
    saves = Saves(tmp_path)
    game = play_on(Game.start(charlie, ALONE, 21), 2)
    name = saves.fresh(charlie.id)
    saves.write(name, record(game))
    last = saves.last()
    assert last is not None and last.name == name and last.told == record(game)
    assert saves.branch(name, record(game)) == f"{name}-branch-1"
    assert saves.branch(name, record(game)) == f"{name}-branch-2"
    assert saves.branches(name) == [f"{name}-branch-1", f"{name}-branch-2"]
    assert saves.fresh(charlie.id) != name


def test_a_game_that_is_over_or_broken_is_not_offered_to_go_on_with(tmp_path: Path, charlie: Scenario) -> None:
    saves = Saves(tmp_path)
    name = saves.fresh(charlie.id)
    saves.write(name, record(Game.start(charlie, {"usa": "history", "ussr": "history"}, 1)))
    assert saves.last() is None
    saves.path(name).write_text("{ cut off", encoding="utf-8")
    assert saves.last() is None
    assert saves.path(name).exists(), "a broken game is left for somebody to mend"


def test_a_broken_settings_file_is_put_aside_and_kept(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    (tmp_path / "settings.json").write_text("{ broken", encoding="utf-8")
    assert saves.settings() == {}
    assert (tmp_path / "settings.broken-1.json").read_text(encoding="utf-8") == "{ broken"
    saves.keep_settings({"scale": 1.5})
    assert saves.settings() == {"scale": 1.5}


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "game.json"
    write_whole(path, "old")

    def pull_the_plug(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", pull_the_plug)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, "new and longer")
    assert path.read_text(encoding="utf-8") == "old"
