"""The builder types each text by its field and builds whatever is sound."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.when import Condition, Range
from game.scenario import load, read
from game.scenario.codes import pages
from tests.scenario.samples import BRIDGE, changed, problems, written


def test_a_sound_file_becomes_a_scenario_with_typed_values(tmp_path: Path) -> None:
    scenario = load(written(tmp_path, BRIDGE))
    assert (scenario.format, scenario.minutes, scenario.starts) == (1, 5, "1958-06-02 08:00")
    assert scenario.decisions["ask"].choices["talk"].exit is True
    assert scenario.decisions["answer"].choices["deal"].needs == Condition(flags=("promised",))
    assert scenario.decisions["ask"].choices["drive"].act is not None
    assert scenario.relations["usa>ussr"].rest == -40.0


def test_keys_that_are_words_of_python_reach_their_attributes(tmp_path: Path) -> None:
    text = changed("needs: {flags: [promised]}", "needs: {any: [{flags: [promised]}, {unset: [open]}]}")
    paper = "paper: {kind: memo, from: A, to: B, title: C, text: D}"
    text = changed("    advice:\n", f"    {paper}\n    advice:\n", text)
    scenario = load(written(tmp_path, text))
    assert len(scenario.decisions["answer"].choices["deal"].needs.any_) == 2
    assert scenario.decisions["ask"].choices["talk"].effects.set_ == ("promised",)
    assert scenario.decisions["ask"].paper is not None
    assert scenario.decisions["ask"].paper.from_ == "A"


def test_the_values_of_chosen_are_lists(tmp_path: Path) -> None:
    text = changed("needs: {flags: [promised]}", "needs: {chosen: {ask: [talk]}, tension: {at_most: 80}}")
    needs = load(written(tmp_path, changed("effects: {set: [promised]}", "effects: {}", text.replace(
        "  promised: {about: A promise was made.}\n", "")))).decisions["answer"].choices["deal"].needs  # fmt: skip
    assert needs == Condition(chosen={"ask": ("talk",)}, tension=Range(at_most=80.0))


@pytest.mark.parametrize(("word", "truth"), [("yes", True), ("true", True), ("no", False), ("false", False)])
def test_yes_and_no_are_said_in_four_words(tmp_path: Path, word: str, truth: bool) -> None:
    text = changed("exit: true\n        effects: {set: [open]}", f"exit: {word}\n        effects: {{set: [open]}}")
    scenario, _ = read(written(tmp_path, text))
    assert scenario is not None
    assert scenario.decisions["answer"].choices["flour"].exit is truth


def test_a_text_that_looks_like_something_else_stays_a_text(tmp_path: Path) -> None:
    for word in ("NO", "1958", "22:30", "~"):
        path = written(tmp_path, changed("place: The White House", f"place: {word}"))
        assert load(path).decisions["ask"].place == word


def test_a_comment_after_a_quoted_text_or_a_number_is_fine(tmp_path: Path) -> None:
    text = changed("title: The closed bridge", 'title: "The closed bridge" # a name')
    assert problems(written(tmp_path, changed("minutes: 5", "minutes: 5 # about", text))) == []


def test_a_folded_text_keeps_a_hash(tmp_path: Path) -> None:
    text = changed("brief: Your guards hold the bridge.", "brief: >-\n      Guard #4 holds\n      the bridge.")
    assert load(written(tmp_path, text)).decisions["answer"].brief == "Guard #4 holds the bridge."


def test_all_faults_are_told_in_one_run_and_sound_parts_are_still_built(tmp_path: Path) -> None:
    text = changed("minutes: 5", "minutes: five")
    text = changed("rest: -40}, ", "rest: -400}, ", text)
    text = changed('act: {code: "144"', 'act: {code: "9"', text)
    scenario, found = read(written(tmp_path, text))
    assert [problem.code for problem in found] == ["F016", "F017", "F021"]
    assert scenario is None

    scenario, _ = read(written(tmp_path, changed('act: {code: "144"', 'act: {code: "9"')))
    assert scenario is not None
    assert list(scenario.decisions) == ["ask"]


def test_a_misspelt_key_is_told_once_with_what_was_meant(tmp_path: Path) -> None:
    found = problems(written(tmp_path, changed("    brief: Your guards", "    brieff: Your guards")))
    assert [(problem.code, problem.hint, problem.fix) for problem in found] == [
        ("F011", "did you mean 'brief'?", "brief")
    ]


@given(st.data())
def test_a_scenario_with_lines_lost_doubled_or_moved_is_told_not_raised(data: st.DataObject) -> None:
    lines = BRIDGE.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        here = data.draw(st.integers(0, len(lines) - 1))
        there = data.draw(st.integers(0, len(lines) - 1))
        lines[here : here + data.draw(st.integers(0, 2))] = [" " * data.draw(st.integers(0, 4)) + lines[there].strip()]
    with TemporaryDirectory() as folder:
        for problem in problems(written(Path(folder), "\n".join(lines))):
            assert problem.code in pages()
            assert problem.message
