"""The fact sheet leaves out nothing that a player may take for fact, and calls nothing a fact that never happened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.main import main
from game.scenario.catalogue import load
from game.scenario.facts import claims
from tests.scenario.samples import BRIDGE, written


def test_every_entry_and_ending_has_its_claims(tmp_path: Path) -> None:
    told = load(written(tmp_path, BRIDGE))
    places = " ".join(claim.place for claim in claims(told))
    for name in (*told.decisions, *told.events, *told.standoffs, *told.incidents, *told.facts, *told.endings):
        assert f".{name}" in places


def test_what_was_only_weighed_did_not_come_about(tmp_path: Path) -> None:
    """Sending the convoy is history, so its result is documented; the result of asking Moscow is imagined."""
    standing = {claim.place: claim.standing for claim in claims(load(written(tmp_path, BRIDGE)))}
    assert standing["decisions.ask.choices.drive.outcomes.rolls"] == "documented"
    assert standing["decisions.ask.choices.talk.outcomes.asked"] == "imagined"
    assert standing["endings.opened"] == "imagined"


def test_the_command_prints_one_standing_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, BRIDGE)
    assert main(["facts", str(path), "--standing", "imagined", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told
    assert {claim["standing"] for claim in told} == {"imagined"}
