"""Odds: what each choice of a decision comes to over many worlds, with its uncertainty.

A model fitted to our own judgement: it shows what its assumptions imply, not what would have happened.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from time import perf_counter

from game.insight.causes import Cast
from game.insight.odds_figures import Figures, Gap, figures, gaps, unsure
from game.insight.roads import FREE, Fork, fork, reached, tallied
from game.insight.schools import cast_of
from game.insight.tally import Tally
from game.model.moment import minutes
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.catalogue import load

#: Worlds of one task: a first look soon, then as many as are quick together.
TASKS, TASK = (1_000, 4_000), 5_000
#: Tasks that are needed in any case.
SURE = 3
#: The run stops by itself when no share's standard error is larger than this, and not before so many worlds: they tell
#: a risk of one in a hundred to a tenth of itself.
SMALL, LEAST = 0.005, 10_000


@dataclass(frozen=True)
class Asked:
    """A question to the odds: a scenario by id or path, a decision, a reading, the first seed, the most worlds; school
    is the id of the school of historians whose assumptions hold, none for the model's own.
    """

    scenario: str
    at: str
    reading: str = FREE
    worlds: int = 20_000
    seed: int = 1
    usa: str = "leader"
    ussr: str = "leader"
    school: str = ""


@dataclass(frozen=True)
class Odds:
    """All choices of one decision, and how the figures were made. decisions counts every answer of either side, dates
    (minutes, as game.model.moment) are those of the tensions: each later entry as it comes up, and the end.
    """

    asked: Asked
    figures: tuple[Figures, ...]
    gaps: dict[tuple[str, str], Gap]
    worlds: int
    decisions: int
    seconds: float
    dates: tuple[int, ...] = ()

    @property
    def pace(self) -> float:
        """Decisions a second."""
        return self.decisions / max(self.seconds, 1e-9)

    @property
    def error(self) -> float:
        """The largest standard error among the shares of endings."""
        return max((share.error for one in self.figures if one.worlds for share in one.endings.values()), default=1.0)


@lru_cache(maxsize=8)
def _opened(which: str, school: str = "") -> tuple[Scenario, Tables, Cast]:
    scenario, held = load(which), cast_of(school)
    return scenario, held.tables(scenario), held


def forked(asked: Asked) -> tuple[Scenario, Fork]:
    """The scenario that a question is about, and its decision with who plays on, under the school that is asked for."""
    scenario, tables, held = _opened(asked.scenario, asked.school)
    return scenario, fork(scenario, tables, asked.at, asked.reading, (asked.usa, asked.ussr), held)


def task(asked: Asked, first: int, count: int) -> Tally:
    """The sums of some worlds: what one process works on. The same seeds give the same sums anywhere."""
    scenario, at = forked(asked)
    return tallied(at, reached(scenario, at, count, first))


def odds(asked: Asked, watch: Callable[[Odds], None] | None = None, executor: Executor | None = None) -> Odds:
    """Play until every share is sharp enough or the worlds are used up; watch is told how it stands after each part.

    An interrupt from the keyboard ends it with what it has. Raises ValueError where the decision never comes up.
    """
    last: tuple[Tally, float] | None = None
    try:
        for last in unfolding(asked, executor):
            if watch and last[0].worlds:
                watch(answer(asked, *last))
    except KeyboardInterrupt:
        if last is None or not last[0].worlds:
            raise
    if last is None or not last[0].worlds:
        raise ValueError(asked.at)
    return answer(asked, *last)


def unfolding(asked: Asked, executor: Executor | None = None) -> Generator[tuple[Tally, float]]:
    """The sums after each part, and the seconds that they took, until they are sharp enough or the worlds used up."""
    total, spent = None, 0.0
    with closing(_parts(asked, executor)) as parts:
        while total is None or not sharp(total):
            begun = perf_counter()
            part = next(parts, None)
            spent += perf_counter() - begun
            if part is None:
                return
            total = part if total is None else total + part
            yield total, spent


def sharp(total: Tally) -> bool:
    """Whether there are worlds enough to speak of one in a hundred, and no share's error is more than SMALL."""
    return total.worlds >= LEAST and unsure(total) <= SMALL


def abreast(asked: Sequence[Asked], executor: Executor | None = None) -> Iterator[tuple[Asked, Tally, float]]:
    """Several questions part by part in turn, so that an interrupt finds all of them equally far."""
    with ExitStack() as open_:
        ways = {one: open_.enter_context(closing(unfolding(one, executor))) for one in asked}
        while ways:
            for one in [*ways]:
                stands = next(ways[one], None)
                if stands is None:
                    del ways[one]
                else:
                    yield one, *stands


def _tasks(asked: Asked) -> Iterator[tuple[int, int]]:
    """First seed and number of worlds of each task."""
    done = 0
    for size in chain(TASKS, repeat(TASK)):
        if done >= asked.worlds:
            return
        yield asked.seed + done, min(size, asked.worlds - done)
        done += size


def _parts(asked: Asked, executor: Executor | None) -> Generator[Tally]:
    """The sums of each task in order, here or by an executor, which is given as many ahead as have been used so far."""
    if executor is None:
        yield from (task(asked, first, count) for first, count in _tasks(asked))
        return
    tasks, waiting = [*_tasks(asked)], list[Future[Tally]]()
    try:
        for place in range(len(tasks)):
            ahead = tasks[len(waiting) : max(SURE, 2 * place + 1)]
            waiting += [executor.submit(task, asked, first, count) for first, count in ahead]
            yield waiting[place].result()
    finally:
        for future in waiting:
            future.cancel()


def answer(asked: Asked, total: Tally, seconds: float) -> Odds:
    """Sums as odds."""
    return told(asked, *forked(asked), total, seconds)


def told(asked: Asked, scenario: Scenario, at: Fork, total: Tally, seconds: float) -> Odds:
    """Sums of the choices of a fork as odds."""
    found = tuple(figures(at.tables, total, place, name) for place, name in enumerate(at.choices))
    dates = [at.tables.entries[stage.entry].minute for stage in at.rest if stage.kind == "open"]
    dates.append(minutes(scenario.ends))
    return Odds(asked, found, gaps(total, at.choices), total.worlds, int(total.asked), seconds, tuple(dates))
