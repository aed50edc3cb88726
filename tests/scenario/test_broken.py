"""Each file of tests/broken has one fault; its first line says which code is due at which line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli.main import main
from game.scenario.codes import pages
from tests.scenario.samples import BRIDGE, problems, written

BROKEN = sorted((Path(__file__).parent.parent / "broken").glob("*.yaml"))
EXPECTED = re.compile(r"# expect ([A-Z]\d{3}) at (\d+): .+")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_scenario_gives_its_code_at_its_line_and_nothing_else(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    due = EXPECTED.fullmatch(path.read_bytes().decode("utf-8").split("\n")[0])
    assert due is not None
    found = [(problem.code, problem.place.line) for problem in problems(path)]
    assert found == [(due[1], int(due[2]))]
    assert main(["check", str(path)]) == 1
    assert f"error[{due[1]}]" in capsys.readouterr().out


def test_there_are_at_least_sixty_broken_scenarios_and_every_code_among_them_is_explained() -> None:
    told = {EXPECTED.match(path.read_bytes().decode("utf-8"))[1] for path in BROKEN}  # type: ignore[index]
    assert len(BROKEN) >= 60
    assert told <= set(pages())


def test_the_scenario_that_the_broken_ones_come_from_is_sound(tmp_path: Path) -> None:
    assert problems(written(tmp_path, BRIDGE)) == []


HUGE = {
    "a million brackets": (b"a: " + b"[" * 1_000_000, "S001"),
    "a million braces": (b"{" * 1_000_000, "S001"),
    "a million dashes": (b"- " * 500_000, "S001"),
    "half a million question marks": (b"? " * 500_000, "S001"),
    "sixty thousand values": (b"a: [" + b"x," * 60_000 + b"x]", "S001"),
    "forty thousand keys": (b"\n".join(b"key%d: 1" % number for number in range(40_000)), "S001"),
    "two megabytes": (b"a: " + b"x" * (2 << 20), "S001"),
    "a text of a million characters": (b"a: " + b"x" * 1_000_000, "S001"),
    "sixteen-bit text": ("format: 1\n".encode("utf-16"), "S004"),
    "eight-bit text": (b"title: Gomu\xb3ka\n", "S004"),
    "bytes of chance": (bytes(range(256)) * 64, "S004"),
    "no bytes at all": (b"", "S003"),
}


@pytest.mark.parametrize("what", HUGE)
def test_a_hostile_file_is_refused_with_one_plain_message(tmp_path: Path, what: str) -> None:
    data, code = HUGE[what]
    found = problems(written(tmp_path, data))
    assert [problem.code for problem in found] == [code]


def test_a_file_that_claims_a_hundred_megabytes_is_not_read_whole(tmp_path: Path) -> None:
    path = written(tmp_path, b"format: 1\n")
    with path.open("r+b") as stream:
        stream.truncate(100 << 20)
    assert [problem.code for problem in problems(path)] == ["S001"]


def test_a_folder_with_sixty_five_files_is_refused(tmp_path: Path) -> None:
    for number in range(65):
        written(tmp_path, f"flags: {{f{number}: {{about: A flag.}}}}\n", f"{number}.yaml")
    assert "S001" in [problem.code for problem in problems(tmp_path)]
