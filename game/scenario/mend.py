"""Mending what is clear: writing the suggested text over the marked one, comments and all else untouched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from game.problems import Problem


def mend(problems: Iterable[Problem]) -> int:
    """Write every fix into its file, last place first so that the others keep theirs. Returns how many were made."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.fix is not None and problem.level == "error":
            by_file[problem.place.file].append(problem)
    return sum(_mend_file(Path(file), found) for file, found in by_file.items())


def _mend_file(path: Path, problems: list[Problem]) -> int:
    lines = path.read_bytes().decode("utf-8").split("\n")
    places = {problem.place: problem for problem in problems}
    for place in sorted(places, reverse=True):
        fix = places[place].fix
        line, start = lines[place.line - 1], place.column - 1
        quoted = line[start : start + 1] in ("'", '"')
        end = start + place.width
        written = f"{line[start]}{fix}{line[start]}" if quoted else str(fix)
        lines[place.line - 1] = line[:start] + written + line[end:]
    path.write_bytes("\n".join(lines).encode("utf-8"))
    return len(places)
