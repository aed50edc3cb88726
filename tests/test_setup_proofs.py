"""Figures of long proofs are stored whole, with what one needs to get them again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import proof, run, run_proof
from benchmarks.figures import Figure, table


def test_a_proof_leaves_its_figures_command_commit_and_date(tmp_path: Path) -> None:
    path = proof.write("many-games", {"games": 20000}, "make proof ONLY=many_games", folder=tmp_path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored["figures"] == {"games": 20000}
    assert stored["command"] == "make proof ONLY=many_games"
    assert {"commit", "date", "machine"} <= stored.keys()
    assert [file.name for file in tmp_path.iterdir()] == ["many-games.json"], "nothing half-written stays behind"


def test_an_unknown_proof_or_measurement_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_proof.main(["no_such"]) == 2
    assert run.main(["no_such"]) == 2
    assert capsys.readouterr().err.count("no_such") == 2


def test_a_missed_aim_is_said() -> None:
    met = Figure("load", 50, "ms", 60)
    missed = Figure("speed", 2, "million/s", 3, at_least=True)
    assert met.met
    assert not missed.met
    lines = table([met, missed]).splitlines()
    assert lines[0].endswith("aim under 60 ms")
    assert lines[1].endswith("NOT MET")
