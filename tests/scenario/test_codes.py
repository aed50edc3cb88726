"""Every code that a check can tell is explained, and the examples of its page do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli.main import main
from game.problems import GameError
from game.scenario import load
from game.scenario.codes import Page, pages
from game.scenario.compile import compile_scenario
from game.scenario.template import texts
from tests.scenario.samples import codes, written

SOURCE = Path(__file__).resolve().parents[2] / "game/scenario"
WITH_EXAMPLES = [page for page in pages().values() if page.right]


def starter(folder: Path, page: Page | None = None) -> Path:
    """The starter scenario, with a page's wrong example in the place of its right one."""
    for name, text in texts("starter").items():
        right = page.right.replace("id: ID", "id: starter") if page else ""
        if page and right in text:
            text, page = text.replace(right, page.wrong, 1), None
        written(folder / "starter", text, name)
    assert page is None, f"the right example of {page.code} is not in the starter scenario"
    return folder / "starter"


def test_the_starter_scenario_has_no_problems(tmp_path: Path) -> None:
    assert codes(starter(tmp_path)) == []


def test_the_starter_scenario_can_be_played(tmp_path: Path) -> None:
    tables = compile_scenario(load(starter(tmp_path)))
    assert [entry.id for entry in tables.entries] == ["convoy", "rain", "arrival", "answer", "white-line"]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.code)
def test_a_wrong_example_gives_its_code_and_no_other(tmp_path: Path, page: Page) -> None:
    assert codes(starter(tmp_path, page)) == [page.code]


def test_every_code_in_the_source_has_a_page_and_every_page_a_code_in_the_source() -> None:
    used: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        code, _, _ = path.read_text(encoding="utf-8").partition("\nPAGES = (")
        used |= set(re.findall(r'"([SFRGBTKHX]\d{3})"', code))
    assert used == set(pages())


def test_explain_prints_a_page_and_without_a_code_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "r101"]) == 0
    assert "Wrong:" in capsys.readouterr().out
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(pages())


def test_explain_refuses_an_unknown_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "R999"]) == GameError.exit_code
    assert "there is no code R999" in capsys.readouterr().err
