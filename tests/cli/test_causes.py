"""compare, balance and the schools from the command line: readable, as JSON, exit codes as everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.main import main
from game.insight import compare as asking
from game.insight.schools import schools
from game.play.game import Game
from game.play.record import dump, record
from game.scenario.catalogue import load

CHARLIE = "checkpoint-charlie-1961"
CLAIM = f"compare {CHARLIE} --at escort --than ask"


def run(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(words.split())
    told = capsys.readouterr()
    return code, told.out + told.err


@pytest.fixture
def one_school(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one school is asked, so that a test is quick."""
    kept = {"orthodox": schools()["orthodox"]}
    monkeypatch.setattr(asking, "schools", lambda: kept)


@pytest.mark.usefixtures("one_school")
def test_a_claim_beside_schools_is_a_page_that_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(f"{CLAIM} --schools --worlds 40", capsys)
    flat = " ".join(told.split())
    assert code == 0
    assert "Send the car with armed jeeps" in flat
    assert "not what would have happened" in flat
    assert "Orthodox: Moscow gambles for gain" in flat
    assert "The schools are stylised" in flat


@pytest.mark.usefixtures("one_school")
def test_a_claim_as_json_holds_the_effect_and_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(f"{CLAIM} --on ussr --schools --worlds 40 --json", capsys)
    value = json.loads(told)
    assert code == 0
    assert value["claim"]["choice"] == "escorted"
    assert value["effect"]["low"] <= value["effect"]["gap"]["share"] <= value["effect"]["high"]
    assert value["run"]["whole"]
    assert value["run"]["worlds"] == 40
    assert set(value["schools"]) == {"orthodox"}


def test_the_outcomes_that_can_be_asked_for_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(f"{CLAIM} --outcomes", capsys)
    assert code == 0
    assert {"war", "usa", "paper"} <= set(told.split())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (f"compare {CHARLIE} --at friedrichstrasse --than ask", "is no decision"),
        (f"compare {CHARLIE} --at escort --than shoot", "is no choice"),
        ("compare cuba-1962 --at two-regiments --than go-on", "did not come up in history"),
        ("balance no-such-crisis", "there is no such scenario"),
        ("replay ABC --schools --swap nixon", "takes one crisis"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_with_code_2(
    words: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(words, capsys)
    assert code == 2
    assert says in told
    assert "Traceback" not in told


def test_a_stored_game_is_told_again_in_each_schools_world(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = Game.start(load(CHARLIE), {"usa": "person", "ussr": "leader:quick"}, 5)
    while game.asked is not None:
        game.choose(game.asked.open[0].id)
    path = tmp_path / "game.json"
    path.write_text(dump(record(game)), "utf-8")
    code, told = run(f"replay {path} --schools", capsys)
    flat = " ".join(told.split())
    assert code == 0
    assert "Every world is as it was stored" in flat
    assert "the same orders in each school's world" in flat
    assert "One world on one seed" in flat
