"""Where games and settings are kept: written after each choice, atomically, and never lost to a crash or a broken file.

A file is written beside its place, flushed to the disk and then moved there, so that whoever reads sees the old game or
the new one and never half of one.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from game.play.campaign_record import CampaignRecord, as_campaign_record, dump_campaign, is_campaign
from game.play.record import Record, as_record, dump, parsed
from game.problems import RecordError

HOME = "BRINKMANSHIP_HOME"
LAST = "last.txt"
SETTINGS = "settings.json"
MOST_BRANCHES = 200
#: How many older games are looked at for one that is not over.
MOST_LOOKED_AT = 20
NAME = re.compile(r"[a-z0-9-]+-\d{4,}(?:-branch-\d+)?", re.ASCII)


def home() -> Path:
    """The folder of this person's games: the environment's BRINKMANSHIP_HOME, else the system's place for user data."""
    own = os.environ.get(HOME)
    return Path(own) if own else Path(platformdirs.user_data_dir("brinkmanship", appauthor=False))


@dataclass(frozen=True)
class Kept:
    """A stored game or campaign in a list: its name and what it holds."""

    name: str
    told: Record | CampaignRecord


class Saves:
    """The stored games of one folder, which is made when the first one is written."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or home()

    def path(self, name: str) -> Path:
        """The file of a game."""
        return self.folder / "games" / f"{name}.json"

    def fresh(self, scenario: str) -> str:
        """A name that no game has yet."""
        taken = {path.stem for path in (self.folder / "games").glob(f"{scenario}-*.json")}
        number = 1
        while f"{scenario}-{number:04d}" in taken:
            number += 1
        return f"{scenario}-{number:04d}"

    def write(self, name: str, told: Record | CampaignRecord) -> None:
        """Store a game or campaign and remember it as the last one played."""
        write_whole(self.path(name), _text(told))
        if self.last_name() != name:
            write_whole(self.folder / LAST, name + "\n")

    def branch(self, name: str, told: Record | CampaignRecord) -> str:
        """Keep a game that is about to be rewound as a branch beside it; returns the branch's name."""
        for number in range(1, MOST_BRANCHES):
            left = f"{name}-branch-{number}"
            if not self.path(left).exists():
                write_whole(self.path(left), _text(told))
                return left
        raise RecordError("too many branches of this game are kept", f"they lie in {self.path(name).parent}")

    def branches(self, name: str) -> list[str]:
        """The names of the branches that were left behind, oldest first."""
        found = [path.stem for path in self.path(name).parent.glob(f"{name}-branch-*.json")]
        return sorted(found, key=lambda stem: int(stem.rpartition("-")[2]))

    def read(self, name: str) -> Record:
        """A stored game. Raises RecordError."""
        return read_file(self.path(name))

    def open(self, name: str) -> Record | CampaignRecord:
        """A stored game or campaign. Raises RecordError."""
        return open_file(self.path(name))

    def last_name(self) -> str:
        """The name of the last game played; empty where there is none."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            name = (self.folder / LAST).read_text(encoding="utf-8").strip()
            if NAME.fullmatch(name) and self.path(name).exists():
                return name
        return ""

    def last(self) -> Kept | None:
        """The last game that can be read and is not over, or the last campaign, whose closing page can be read again;
        after a game that is over, the newest other one that is not. A broken one is left where it is.
        """
        name = self.last_name()
        if name:
            with contextlib.suppress(RecordError):
                told = self.open(name)
                return self._still_open() if told.over and isinstance(told, Record) else Kept(name, told)
        return None

    def _still_open(self) -> Kept | None:
        """The newest game or campaign that is not over; branches were left behind on purpose and do not count."""
        kept = (path for path in (self.folder / "games").glob("*.json") if "-branch-" not in path.stem)
        for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)[:MOST_LOOKED_AT]:
            with contextlib.suppress(RecordError):
                told = open_file(path)
                if not told.over:
                    return Kept(path.stem, told)
        return None

    def settings(self) -> dict[str, Any]:
        """The remembered settings; none where the file is missing. A broken file is put aside and kept."""
        path = self.folder / SETTINGS
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            return value
        with contextlib.suppress(OSError):
            path.replace(_aside(path))
        return {}

    def keep_settings(self, settings: dict[str, Any]) -> None:
        """Remember settings; a folder that cannot be written to only means that they are forgotten."""
        with contextlib.suppress(OSError):
            write_whole(self.folder / SETTINGS, json.dumps(settings, indent=1, sort_keys=True) + "\n")


def _aside(path: Path) -> Path:
    """A free name beside a broken file."""
    number = 1
    while (found := path.with_suffix(f".broken-{number}.json")).exists():
        number += 1
    return found


def _text(told: Record | CampaignRecord) -> str:
    return dump(told) if isinstance(told, Record) else dump_campaign(told)


def read_file(path: Path) -> Record:
    """A stored game from a file. Raises RecordError."""
    return as_record(_parsed(path))


def open_file(path: Path) -> Record | CampaignRecord:
    """A stored game or campaign from a file. Raises RecordError."""
    value = _parsed(path)
    return as_campaign_record(value) if is_campaign(value) else as_record(value)


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecordError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RecordError(f"{path} is no stored game: it is not text") from None


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all: beside its place, flushed to disk, then moved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the move itself last through a power cut, where the system lets a folder be flushed."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
