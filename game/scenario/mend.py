"""Mending what is clear: writing the suggested text over the marked one, comments and all else untouched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from game.problems import Place, Problem


def mend(problems: Iterable[Problem]) -> int:
    """Write every fix into its file, last place first so that the others keep theirs. Returns how many were made."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.fix is not None and problem.level == "error":
            by_file[problem.place.file].append(problem)
    return sum(_mend_file(Path(file), found) for file, found in by_file.items())


#: What may be written over: a whole word, in quotes or not. Anything else is left to its author.
WORD = re.compile(r"""(?P<quote>['"]?)[\w>/-]+(?P=quote)""")
BYTE_ORDER_MARK = "\ufeff"


def _mend_file(path: Path, problems: list[Problem]) -> int:
    lines = path.read_bytes().decode("utf-8").split("\n")
    fixes = {problem.place: str(problem.fix) for problem in problems}
    mended = sum(_write(lines, place, fixes[place]) for place in sorted(fixes, reverse=True))
    path.write_bytes("\n".join(lines).encode("utf-8"))
    return mended


def _write(lines: list[str], place: Place, fix: str) -> bool:
    """Write a fix over the word at a place; False where there is no whole word."""
    line = lines[place.line - 1]
    start = place.column - 1 + (place.line == 1 and line.startswith(BYTE_ORDER_MARK))
    there = WORD.match(line, start)
    if there is None or there.end() != start + place.width:
        return False
    quote = there["quote"]
    lines[place.line - 1] = f"{line[:start]}{quote}{fix}{quote}{line[there.end() :]}"
    return True
