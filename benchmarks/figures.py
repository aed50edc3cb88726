"""One measured figure and the table that `make bench` prints."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured: value in unit, beside its aim (None: no aim). `at_least` says which side is good."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the aim is reached; a figure without an aim always is."""
        if self.aim is None:
            return True
        return self.value >= self.aim if self.at_least else self.value <= self.aim


def seconds(work: Callable[[], object], repeats: int = 7) -> float:
    """The median processor time of one call, in seconds, after one call to warm up.

    On an idle machine that is the time by the clock, since all that is measured here runs in one thread and waits
    for nothing; on a busy machine it stays the same.
    """
    work()
    return statistics.median(_time(work) for _ in range(repeats))


def table(figures: Iterable[Figure]) -> str:
    """Figures as lines of text: what, value, aim, and whether it is met."""
    return "\n".join(_line(figure) for figure in figures)


def _time(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _line(figure: Figure) -> str:
    aim = ""
    if figure.aim is not None:
        aim = f"aim {'over' if figure.at_least else 'under'} {figure.aim:,g} {figure.unit}"
        aim += "" if figure.met else "   NOT MET"
    return f"{figure.what:<52} {figure.value:>14,.6g} {figure.unit:<14} {aim}".rstrip()
