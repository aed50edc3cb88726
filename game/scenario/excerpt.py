"""A problem as people read it: the line that it is about, with a caret under the place."""

from __future__ import annotations

from collections.abc import Mapping

from game.problems import Problem
from game.scenario.nodes import SourceFile

WIDTH = 100


def show(problem: Problem, files: Mapping[str, SourceFile]) -> str:
    """The problem's line, then the excerpt and the hint, where there are any."""
    source = files.get(problem.place.file)
    line = problem.place.line
    if source is None or not 1 <= line <= len(source.lines):
        return f"{problem}\n  {problem.hint}" if problem.hint else str(problem)
    text, caret = clip(source.lines[line - 1], max(0, problem.place.column - 1))
    width = max(1, min(problem.place.width, len(text) - caret))
    number = f"{line:5} | "
    under = " " * (len(number) - 2) + "| " + " " * caret + "^" * width
    return f"{problem}\n{number}{text}\n{under} {problem.hint}".rstrip()


def clip(text: str, column: int) -> tuple[str, int]:
    """At most WIDTH characters of a line around a column (from 0), and the column within them."""
    text = text.replace("\t", " ")
    start = max(0, min(column - WIDTH // 3, len(text) - WIDTH))
    piece = text[start : start + WIDTH]
    before, after = "…" if start else "", "…" if start + WIDTH < len(text) else ""
    return before + piece + after, column - start + len(before)
