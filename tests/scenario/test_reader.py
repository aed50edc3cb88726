"""The reader takes texts as they are, knows where they stand, and reads on after small faults."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.scenario import reader
from game.scenario.nodes import Listing, Mapping, Node, Places, Scalar, SourceFile
from game.scenario.reader import Reader, read_file
from tests.scenario.samples import written


def top(tmp_path: Path, text: str | bytes) -> Mapping:
    _, node, found = read_file(written(tmp_path, text))
    assert not found
    assert node is not None
    return node


def text_of(node: object) -> str:
    assert isinstance(node, Scalar)
    return node.text


def said(node: Node | None) -> object:
    """A node as plain values, with the place of each part."""
    if isinstance(node, Mapping):
        return [(said(entry.key), said(entry.value)) for entry in node.entries.values()], node.place, bool(node.flow)
    if isinstance(node, Listing):
        return [said(item) for item in node.items], node.place, bool(node.flow)
    return isinstance(node, Scalar) and (node.text, node.place, node.plain, node.rest)


@pytest.mark.parametrize("word", ["NO", "yes", "22:30", "1958-06-02", "057", "1e5", ".inf", "~", "null", "0x10"])
def test_yaml_guesses_nothing_about_a_word(tmp_path: Path, word: str) -> None:
    assert text_of(top(tmp_path, f"a: {word}\n").get("a")) == word


def test_every_scalar_knows_its_line_column_and_width(tmp_path: Path) -> None:
    place = Places(top(tmp_path, "a:\n  b: [x, word]\n"))["a", "b", 1]
    assert (place.line, place.column, place.width) == (2, 10, 4)


def test_a_map_is_found_at_its_key_and_a_missing_part_at_what_is_around_it(tmp_path: Path) -> None:
    places = Places(top(tmp_path, "a:\n  b:\n    c: x\n"))
    assert places["a", "b"].line == 2
    assert places["a", "b", "gone", "far"].line == 2


def test_windows_line_ends_and_a_leading_byte_order_mark_are_fine(tmp_path: Path) -> None:
    node = top(tmp_path, b"\xef\xbb\xbfa: x\r\nb: >-\r\n  one\r\n  two\r\n")
    assert (text_of(node.get("a")), text_of(node.get("b"))) == ("x", "one two")


def test_the_same_key_twice_names_both_places_and_reading_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path, "a: x\nb: y\na: z\nc: w\n")
    _, node, found = read_file(path)
    assert [problem.code for problem in found] == ["F010"]
    assert (found[0].place.line, f"{path}:1:1" in found[0].message) == (3, True)
    assert node is not None
    assert text_of(node.get("c")) == "w"


def test_a_missing_file_and_a_folder_are_told_not_raised(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        assert [problem.code for problem in read_file(path)[2]] == ["S003"]


def test_pythons_own_parser_gives_the_same_nodes_where_libyaml_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = Path("game/scenario/starter/calendar.yaml")
    quick = said(read_file(path)[1])
    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)
    assert said(read_file(path)[1]) == quick


@given(st.text(max_size=200))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    source = SourceFile("any.yaml", "")
    try:
        source.text = reader.decode(text.encode("utf-8", "surrogatepass"), "any.yaml")
        assert isinstance(Reader(source).top(), Mapping)
    except reader.Refused as refused:
        assert refused.problem.code[0] in "SF"


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`, \n\t?<=", max_size=60))
def test_any_scramble_of_yamls_own_signs_is_either_read_or_refused(text: str) -> None:
    try:
        assert isinstance(Reader(SourceFile("any.yaml", text)).top(), Mapping)
    except reader.Refused as refused:
        assert refused.problem.message
