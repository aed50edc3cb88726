"""Scenarios are found by id or path; a folder's files are one scenario; shared things are taken by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.problems import ScenarioError
from game.scenario import find, load, names, open_scenario
from tests.scenario.samples import BRIDGE, changed, codes, problems, written

PARTS = BRIDGE.partition("decisions:\n")
HEAD, CALENDAR = PARTS[0], PARTS[1] + PARTS[2]


def test_the_scenarios_that_come_with_the_game_are_known_by_id_and_load() -> None:
    assert "checkpoint-charlie-1961" in names()
    assert "shared" not in names()
    for name in names():
        assert load(name).id == name


def test_an_unknown_scenario_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ScenarioError) as caught:
        find("checkpoint-charly")
    assert caught.value.problems[0].hint == "did you mean 'checkpoint-charlie-1961'?"


def test_a_scenario_with_errors_is_not_loaded_and_says_all_of_them(tmp_path: Path) -> None:
    text = changed("minutes: 5", "minutes: five", changed("set: [promised]", "set: [promise]"))
    with pytest.raises(ScenarioError) as caught:
        load(written(tmp_path, text))
    assert [problem.code for problem in caught.value.problems] == ["F016", "R101"]


def test_a_folders_files_make_one_scenario_whatever_their_names(tmp_path: Path) -> None:
    written(tmp_path / "bridge", HEAD, "zebra.yaml")
    written(tmp_path / "bridge", CALENDAR, "ape.yaml")
    whole = load(written(tmp_path / "single", BRIDGE))
    assert load(tmp_path / "bridge") == whole
    assert problems(tmp_path / "bridge") == []


def test_an_id_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    folder = tmp_path / "bridge"
    written(folder, BRIDGE, "a.yaml")
    written(folder, "flags:\n  open: {about: Again.}\n", "b.yaml")
    found = problems(folder)
    assert [problem.code for problem in found] == ["F010"]
    assert found[0].place.file.endswith("b.yaml")
    assert "a.yaml:25:3" in found[0].message


def test_a_scalar_comes_once_in_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "bridge", BRIDGE, "a.yaml")
    written(tmp_path / "bridge", "title: Another\n", "b.yaml")
    assert codes(tmp_path / "bridge") == ["F010"]


def test_translations_are_no_part_of_a_scenario(tmp_path: Path) -> None:
    written(tmp_path / "bridge", BRIDGE)
    written(tmp_path / "bridge", "anything: goes\n", "bridge.fr.yaml")
    assert problems(tmp_path / "bridge") == []


def test_a_file_with_the_short_ending_is_not_silently_left_out(tmp_path: Path) -> None:
    written(tmp_path / "bridge", BRIDGE)
    written(tmp_path / "bridge", "flags: {}\n", "more.yml")
    assert codes(tmp_path / "bridge") == ["S003"]


def test_folder_and_id_agree(tmp_path: Path) -> None:
    written(tmp_path / "bridges", BRIDGE)
    assert codes(tmp_path / "bridges") == ["R106"]


def test_what_is_inherited_is_named_and_the_rest_is_dropped(tmp_path: Path) -> None:
    scenario = load(written(tmp_path, BRIDGE))
    assert list(scenario.instruments) == ["statement"]
    assert set(scenario.leaders) == {"khrushchev", "eisenhower"}


def test_an_entry_of_its_own_changes_single_fields_of_an_inherited_one(tmp_path: Path) -> None:
    plain = load(written(tmp_path, BRIDGE)).instruments["statement"]
    text = changed("sources:\n  own", "instruments: {statement: {label: Speak to the press}}\nsources:\n  own")
    renamed = load(written(tmp_path, text)).instruments["statement"]
    assert renamed.label == "Speak to the press"
    assert (renamed.text, renamed.act) == (plain.text, plain.act)


def test_shared_sources_are_always_there(tmp_path: Path) -> None:
    text = changed("note: What was done., sources: [own]}", "note: What was done., sources: [sagan-limits]}")
    assert problems(written(tmp_path, text)) == []


def test_one_unreadable_file_brings_no_other_complaints(tmp_path: Path) -> None:
    written(tmp_path / "bridge", HEAD + "x: [\n", "a.yaml")
    written(tmp_path / "bridge", CALENDAR, "b.yaml")
    assert codes(tmp_path / "bridge") == ["S005"]


def test_places_lead_back_to_the_line(tmp_path: Path) -> None:
    opened = open_scenario(written(tmp_path, BRIDGE))
    place = opened.places["decisions", "answer", "choices", "deal", "label"]
    assert BRIDGE.split("\n")[place.line - 1].strip() == "label: Open it as promised"


def test_what_the_rules_rely_on_is_checked_before_playing(tmp_path: Path) -> None:
    for old, new, code in (
        ("  ussr:\n    {name: Moscow, leader: khrushchev", "  uk:\n    {name: Moscow, leader: khrushchev", "R101"),
        ("kind: war, text", "kind: imposed, when: {flags: [promised]}, text", "G207"),
        ("{asked: {text", "{asked: {chance: 0, text", "B301"),
    ):
        with pytest.raises(ScenarioError) as caught:
            load(written(tmp_path, changed(old, new)))
        assert code in [problem.code for problem in caught.value.problems]
