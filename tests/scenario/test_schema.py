"""Schema, reference page and validator say the same, because all come from the field table."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game import resources
from game.scenario.catalogue import folders, scenario_files
from game.scenario.fields import plan
from game.scenario.nodes import Listing, Mapping, Node, Scalar
from game.scenario.reader import read_file
from game.scenario.reference import records, reference
from game.scenario.schema import schema, schema_text
from tests.scenario.samples import BRIDGE, written

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [
    path
    for folder in [*folders(resources.scenarios()), resources.scenarios() / "shared", ROOT / "game/scenario/starter"]
    for path in scenario_files(folder)
]
FORM = ("F011", "F012", "F015", "F016", "F017", "F018", "F019", "F020", "F021", "F022")
#: What a schema cannot know: the calendar, and that every map of conditions is asked for by name.
BEYOND = ("impossible-day", "hour-25")
BROKEN = [
    path
    for path in sorted((ROOT / "tests/broken").glob("*.yaml"))
    if path.read_text(encoding="utf-8")[9:13] in FORM and path.stem not in BEYOND
]


def plain(node: Node | None) -> Any:
    """A node as an editor sees it: plain scalars typed by YAML 1.2."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return typed(node.text) if node.plain else node.text


def typed(text: str) -> Any:
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?", text):
        return float(text)
    return {"true": True, "false": False, "": None, "~": None, "null": None}.get(text, text)


def complaints(path: Path, whole: bool = False) -> list[str]:
    _, node, _ = read_file(path)
    return [error.message for error in Draft7Validator(schema(whole)).iter_errors(plain(node))]


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_schema_accepts_what_the_builder_accepts(path: Path) -> None:
    assert complaints(path) == []


def test_the_schema_of_a_whole_file_accepts_a_whole_file(tmp_path: Path) -> None:
    assert complaints(written(tmp_path, BRIDGE), whole=True) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_schema_rejects_what_the_builder_rejects_for_its_form(path: Path) -> None:
    assert complaints(path, whole=True)


def test_the_schema_beside_the_scenarios_is_the_one_that_the_field_table_makes() -> None:
    stored = (resources.scenarios() / "schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run: python main.py schema > scenarios/schema.json"


def test_the_reference_page_is_the_one_that_the_field_table_makes() -> None:
    stored = (ROOT / "docs/scenario-format.md").read_text(encoding="utf-8")
    assert stored.rstrip() == reference().rstrip(), "run: python main.py schema --reference > docs/scenario-format.md"


def test_every_field_is_explained_in_schema_and_reference() -> None:
    page, made = reference(), json.dumps(schema(), ensure_ascii=False)
    for record in records():
        for key, field in plan(record).items():
            assert field.spec.doc, (record, key)
            assert f"| `{key}` |" in page
            assert json.dumps(field.spec.doc, ensure_ascii=False) in made


def test_every_shipped_file_tells_editors_where_the_schema_is() -> None:
    for path in SHIPPED:
        if path.parent.name != "starter":
            assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json"), path
