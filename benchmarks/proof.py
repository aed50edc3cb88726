"""What a long proof leaves behind: docs/proof/NAME.json with its figures, command, commit and date."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Figures = dict[str, object]
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "proof"


def write(name: str, figures: Mapping[str, Any], command: str, folder: Path = FOLDER) -> Path:
    """Store one proof's figures, replacing an older file whole or not at all. Returns the file.

    figures are numbers, texts, lists or maps as JSON knows them; command is what to type to get them again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "name": name,
        "command": command,
        "commit": commit(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "figures": dict(figures),
    }
    return _replace(folder / f"{name}.json", json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def stored(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The figures of a proof as they were stored last; none where it never ran."""
    path = folder / f"{name}.json"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    return told


def each(prove: Callable[[str], Figures], names: Sequence[str]) -> dict[str, Figures]:
    """The figures of each scenario by name, worked out on as many processors as there are, the longest first."""
    with ProcessPoolExecutor() as pool:
        waiting = {name: pool.submit(prove, name) for name in sorted(names, key=_length, reverse=True)}
        return {name: waiting[name].result() for name in names}


def _length(name: str) -> int:
    return sum(path.stat().st_size for path in (ROOT / "scenarios" / name).glob("*.yaml"))


def commit() -> str:
    """The checkout's commit, with "+changes" where tracked files differ from it; "unknown" outside git."""
    head = _git("rev-parse", "--short=12", "HEAD")
    if not head:
        return "unknown"
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ":!docs/proof")
    return f"{head}+changes" if changed else head


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _replace(path: Path, text: str) -> Path:
    """Write beside the file, then rename over it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
    path.chmod(0o644)
    return path
