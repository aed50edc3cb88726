"""play, replay and test from the command line: exit codes, the same game from the same seed, a polite end of input."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.cli.main import main
from game.play.saves import Saves


def run(words: str, monkeypatch: pytest.MonkeyPatch, typed: str = "") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return main(words.split())


@pytest.fixture
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Saves:
    monkeypatch.setenv("BRINKMANSHIP_HOME", str(tmp_path / "games"))
    return Saves()


def test_a_game_that_plays_itself_is_the_same_from_the_same_seed(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for _ in range(2):
        assert run("play checkpoint-charlie-1961 --side none --seed 7 --text", monkeypatch) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert "aims:" in told[0]


def test_without_a_display_it_says_so_and_ends_politely(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("play", monkeypatch) == 0
    told = capsys.readouterr().out
    assert "There is no display here" in told
    assert "One night in Berlin" in told


def test_input_that_ends_leaves_a_game_to_go_on_with(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("play --text", monkeypatch, "\nalone\n") == 0
    told = capsys.readouterr().out
    assert "play --resume --text" in told.strip().split("\n")[-1]
    assert run("play --resume --text", monkeypatch) == 0
    assert "TANKS FACE" in capsys.readouterr().out


def test_going_on_with_nothing_is_an_error_in_words(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("play --resume --text", monkeypatch) == 2
    assert "no game to go on with" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "play checkpoint-charlie-1961 --side usa --choices bomb --text",
        "play checkpoint-charlie-1961 --side usa --choices escorted/bomb --text",
        "play checkpoint-charlie-1961 --side none --mind usa=nobody --text",
        "play checkpoint-charlie-1961 --side none --mind nobody --text",
        "play no-such-crisis --text",
        "play --side usa --text",
        "replay no-such-file.json",
    ],
)
def test_a_wrong_id_ends_with_two_and_a_hint(
    words: str, saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words, monkeypatch) == 2
    told = capsys.readouterr().err
    assert told and "Traceback" not in told


def test_scripted_orders_are_given_with_their_instruments(saves: Saves, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "play checkpoint-charlie-1961 --side usa --mind ussr=history --seed 5 --text --choices ask/orders,hold"
    assert run(words, monkeypatch) == 0
    last = saves.last()
    assert last is not None
    played = [answer.played["usa"] for answer in last.told.answers if "usa" in answer.played]
    assert (played[0].choice, played[0].tool, played[1].choice) == ("ask", "orders", "hold")


def test_replay_verifies_a_file_and_finds_where_it_parts(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("play checkpoint-charlie-1961 --side usa --seed 5 --text --choices ask", monkeypatch) == 0
    path = saves.path(saves.last_name())
    assert run(f"replay {path}", monkeypatch) == 0
    assert "as it was stored" in capsys.readouterr().out
    value = json.loads(path.read_text(encoding="utf-8"))
    value["answers"][1]["digest"] = "0" * 16
    path.write_text(json.dumps(value), encoding="utf-8")
    assert run(f"replay {path}", monkeypatch) == 1
    assert "after 'markings' the world is not the one that was stored" in capsys.readouterr().out


@pytest.mark.parametrize("scenario", ["checkpoint-charlie-1961", "hungary-1956"])
def test_the_scenarios_own_tests_come_out_as_they_say(
    scenario: str, saves: Saves, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(f"test {scenario}", monkeypatch) == 0, capsys.readouterr().out
