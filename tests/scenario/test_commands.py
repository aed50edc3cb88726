"""The workshop's commands as a designer meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.main import main
from tests.scenario.samples import BRIDGE, changed, written


def test_check_prints_place_code_excerpt_caret_and_suggestion(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, changed("set: [promised]", "set: [promisd]"))
    assert main(["check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{path}:59:25: error[R101] there is no flag called 'promisd'"
    assert lines[1] == "   59 |         effects: {set: [promisd]}"
    assert lines[2] == "      |                         ^^^^^^^ did you mean 'promised'?"


def test_check_counts_words_and_says_when_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(written(tmp_path, BRIDGE))]) == 0
    out = capsys.readouterr().out
    assert "no errors, no warnings" in out
    assert "usa must read 21 words along the historical path, 21 in all entries" in out


def test_check_as_json_is_a_list_of_objects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("minutes: 5", "minutes: five"))
    assert main(["check", "--json", str(path)]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["file"], found["line"], found["column"]) == (str(path), 6, 10)
    assert (found["code"], found["level"]) == ("F016", "error")
    assert found["message"].startswith("'minutes' expects a whole number")
    assert main(["check", "--json", str(written(tmp_path, BRIDGE))]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_of_a_path_that_is_not_there_could_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "S003" in capsys.readouterr().out


def test_check_of_a_folder_of_folders_checks_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "bridge", BRIDGE)
    written(tmp_path / "other", BRIDGE)
    assert main(["check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert out.count("The closed bridge (") == 2
    assert "R106" in out


def test_fix_writes_what_was_meant_and_leaves_all_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = changed("  rain:", "  # the weather\n  rain:", BRIDGE)
    slips = text.replace("favours: flour", "favours: flower", 1).replace("set: [promised]", "set: ['promisd']", 1)
    path = written(tmp_path, slips.replace("    place: The Kremlin", "    places: The Kremlin", 1))
    assert main(["check", "--fix", str(path)]) == 0
    assert "mended 3 of the problems" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == text.replace("set: [promised]", "set: ['promised']", 1)


def test_new_writes_a_scenario_that_passes_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my-crisis"
    assert main(["new", str(folder)]) == 0
    assert main(["check", str(folder)]) == 0
    assert "no errors, no warnings" in capsys.readouterr().out
    assert json.loads((folder / "schema.json").read_text(encoding="utf-8"))["$schema"].endswith("draft-07/schema#")


def test_new_refuses_to_write_over_anything_and_to_take_a_bad_name(tmp_path: Path) -> None:
    written(tmp_path / "mine", "dear: diary\n")
    assert main(["new", str(tmp_path / "mine")]) == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["bridge.yaml"]
    assert main(["new", str(tmp_path / "my crisis")]) == 2
    assert not (tmp_path / "my crisis").exists()


def test_schema_prints_json_and_the_reference_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert "required" not in json.loads(capsys.readouterr().out)
    assert main(["schema", "--whole"]) == 0
    assert "title" in json.loads(capsys.readouterr().out)["required"]
    assert main(["schema", "--reference"]) == 0
    assert capsys.readouterr().out.startswith("# The scenario format")


def test_graph_as_json_lists_decisions_choices_and_endings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(written(tmp_path, BRIDGE)), "--format", "json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    ask, answer = shape["decisions"]
    assert (ask["id"], ask["side"], ask["date"], ask["history"]) == ("ask", "usa", "1958-06-02 12:00", True)
    assert [choice["id"] for choice in answer["choices"]] == ["shut", "flour", "deal"]
    assert [ending["id"] for ending in shape["endings"]] == ["shots", "opened", "closed"]
    assert {"from": "answer", "by": "flour", "to": "opened", "kind": "opens"} in shape["links"]
    assert shape["standoffs"] == []


@pytest.mark.parametrize(("form", "start"), [("text", "Checkpoint"), ("mermaid", "flowchart TD"), ("dot", "digraph")])
def test_graph_draws_in_words_mermaid_and_dot(form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "checkpoint-charlie-1961", "--format", form]) == 0
    out = capsys.readouterr().out
    assert out.startswith(start)
    assert "Ten tanks face ten tanks" in out


def test_graph_names_the_side_of_a_standoff_as_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "checkpoint-charlie-1961", "--format", "json"]) == 0
    assert [duel["side"] for duel in json.loads(capsys.readouterr().out)["standoffs"]] == ["both"]


def test_graph_of_a_broken_scenario_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("minutes: 5", "minutes: five"))
    assert main(["graph", str(path)]) == 2
    assert "F016" in capsys.readouterr().err


def test_fix_leaves_alone_what_is_no_whole_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "      - {name: The minister, says: Open it., reason: They bake no bread., favours: flour}"
    new = "      - name: The minister\n        says: Open\n        reason: No\n        favours: >-\n          flower"
    path = written(tmp_path, changed(old, new))
    before = path.read_bytes()
    assert main(["check", "--fix", str(path)]) == 1
    assert "mended 0 of the problems" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_check_knows_the_ids_of_what_comes_with_the_game(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "checkpoint-charlie-1961"]) == 0
    assert "Checkpoint Charlie" in capsys.readouterr().out
