"""`pip install .` gives a command that works from any folder, with scenarios and fonts inside."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = "Scripts" if sys.platform == "win32" else "bin"

pytestmark = pytest.mark.proof


def pip(python: Path, *words: str) -> None:
    """Run pip quietly, with the person's own settings and none of the test's home."""
    subprocess.run([str(python), "-m", "pip", "-q", "--disable-pip-version-check", *words], check=True, timeout=600)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("brinkmanship-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment that has nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    pip(folder / BIN / "python", "install", str(wheel))
    return folder / BIN / "brinkmanship"


def play(command: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(command), *words],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_wheel_holds_every_scenario_font_licence_and_table(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"game/_scenarios/{path.relative_to(ROOT / 'scenarios').as_posix()}"
        for path in (ROOT / "scenarios").rglob("*.yaml")
    }
    wanted |= {f"game/_assets/fonts/{path.name}" for path in (ROOT / "assets" / "fonts").iterdir()}
    wanted |= {f"game/data/{path.name}" for path in (ROOT / "game" / "data").glob("*.csv")}
    assert wanted
    assert not wanted - inside


def test_an_installed_game_plays_from_any_folder(installed: Path, tmp_path: Path) -> None:
    assert play(installed, tmp_path, "--version").returncode == 0
    done = play(installed, tmp_path, "play", "checkpoint-charlie-1961", "--side", "none", "--seed", "7", "--text")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_an_installed_game_starts_checks_and_explains_a_new_scenario(installed: Path, tmp_path: Path) -> None:
    for words in (("new", "mine"), ("check", "mine"), ("test", "mine"), ("graph", "mine"), ("explain", "R105")):
        done = play(installed, tmp_path, *words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def test_an_installed_game_without_screen_or_keyboard_ends_politely(installed: Path, tmp_path: Path) -> None:
    done = play(installed, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
