"""Where the game's own files lie: in a checkout beside the package, in an installation inside it.

This module only names places. Who reads a file says so elsewhere.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def scenarios() -> Path:
    """The folder of the scenarios that come with the game."""
    return _folder("scenarios")


def assets() -> Path:
    """The folder of fonts and pictures."""
    return _folder("assets")


def data(name: str) -> Path:
    """A file of game/data by its name, such as "cameo.csv". It need not exist."""
    return PACKAGE / "data" / name


def _folder(name: str) -> Path:
    """A folder of the installed package; where there is none, the checkout's."""
    installed = PACKAGE / f"_{name}"
    return installed if installed.is_dir() else PACKAGE.parent / name
