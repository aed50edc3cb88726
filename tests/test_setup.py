"""The first things a newcomer meets: two commands, the help, the fonts, the files in their places."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game import resources
from game.cli import main as door

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The game as a person starts it from a checkout, with nothing typed."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def test_every_make_command_that_the_documents_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md", "benchmarks/README.md"):
        named = set(re.findall(r"\bmake ([a-z]+)", (ROOT / document).read_text(encoding="utf-8")))
        assert named <= targets, f"{document} names {sorted(named - targets)}"


def test_the_readme_names_the_two_commands_that_a_newcomer_needs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make play" in text
    assert "make test" in text


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/model.md"])
def test_every_picture_and_page_that_a_document_links_to_is_there(document: str) -> None:
    path = ROOT / document
    linked = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    missing = [link for link in linked if not (path.parent / link).exists()]
    assert not missing, f"{document} links to {missing}"


def test_help_lists_every_command_that_is_there() -> None:
    done = run("--help")
    assert done.returncode == 0, done.stderr
    for name in door.commands():
        assert re.search(rf"^    {name}\b", done.stdout, re.MULTILINE), f"--help does not list {name}"


@pytest.mark.parametrize("name", door.commands())
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        door.main([name, "--help"])
    assert left.value.code == 0
    assert f"usage: brinkmanship {name}" in capsys.readouterr().out


def test_an_unknown_command_is_refused_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["schem"]) == 2
    said = capsys.readouterr().err
    assert "there is no command 'schem'" in said
    assert "Traceback" not in said


def test_the_version_is_said_once_and_everywhere_the_same() -> None:
    assert run("--version").stdout == f"brinkmanship {game.__version__}\n"
    latest = re.search(r"^## \[?(\d[\w.]*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert latest is not None
    assert latest[1] == game.__version__


def test_help_of_one_command_loads_neither_arrays_nor_pictures() -> None:
    """The first screen must come quickly, so nothing heavy may hang on the door itself."""
    code = "import sys, game.cli.main; sys.exit(any(name in sys.modules for name in ('numpy', 'pygame', 'yaml')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_closed_pipe_ends_the_game_without_a_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-c", "import sys; from game.cli.main import main; sys.exit(main(['--help']))"],
            cwd=ROOT,
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)
    assert "Traceback" not in done.stderr


def test_the_games_own_files_are_where_it_looks_for_them() -> None:
    assert resources.scenarios().is_dir()
    assert resources.assets().is_dir()
    for name in ("cameo.csv", "kahn.csv", "chronicle.csv", "targets.csv"):
        assert resources.data(name).is_file()


@pytest.mark.parametrize("family", ["EBGaramond", "Inter", "CourierPrime"])
def test_each_family_of_type_comes_with_its_licence(family: str) -> None:
    fonts = resources.assets() / "fonts"
    assert list(fonts.glob(f"{family}-*.ttf"))
    assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{family}.txt").read_text(encoding="utf-8").upper()


def test_every_font_can_write_the_names_of_the_period() -> None:
    import pygame

    pygame.font.init()
    for path in sorted((resources.assets() / "fonts").glob("*.ttf")):
        font = pygame.font.Font(str(path), 20)
        missing = [letter for letter in "GomułkaKádárőűśćżèß“”–—…−×½·•" if font.metrics(letter)[0] is None]
        assert not missing, f"{path.name} lacks {missing}"
