"""How fast the rules go, with minds that choose by chance: decisions a second, and the bytes that a world takes.

A decision is one side's answer to one prompt in one world: a move, a response, a standoff's round or reply.
Reading prompts, choosing and stepping are all in the time; starting the worlds is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figure, seconds
from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.worlds import Worlds, size
from game.insight.many import SLICE, seeds
from game.minds.plain import Chance
from game.minds.walk import walk
from game.model.tables import Stage, Tables
from game.scenario.catalogue import load, names
from game.scenario.compile import compile_scenario

BATCHES = (1, 1_000, 100_000)
MINDS = (Chance(), Chance())


def main() -> Iterator[Figure]:
    """Every scenario that comes with the game."""
    for name in names():
        tables = compile_scenario(load(name))
        yield from (figure for batch in BATCHES for figure in _batch(name, tables, batch))
        yield Figure(f"{name}: a world in memory", size(start(tables, seeds(1))), "bytes", aim=600)


def _batch(name: str, tables: Tables, count: int) -> Iterator[Figure]:
    """Decisions a second in one batch; for a world alone, also the time of one decision."""
    slices = [start(tables, seeds(min(SLICE, count - begin), begin + 1)) for begin in range(0, count, SLICE)]
    taken = seconds(lambda: [walk(tables, worlds, MINDS) for worlds in slices], repeats=9 if count < 10_000 else 3)
    decisions = sum(_decisions(tables, worlds) for worlds in slices)
    if count == 1:
        yield Figure(f"{name}: one decision of one world", 1000 * taken / decisions, "ms", aim=1)
    aim = 3.0 if count == max(BATCHES) else None
    what = f"{name}: {count:,} worlds"
    yield Figure(what, decisions / taken / 1e6, "M decisions/s", aim=aim, at_least=True)


def _decisions(tables: Tables, worlds: Worlds) -> int:
    """How many answers a batch gives on its way through the calendar."""
    answers = 0

    def count(stage: Stage, before: Worlds, asked: Prompt | None, _: Moves) -> None:
        nonlocal answers
        if asked is not None:
            answers += int(asked.asked[0].sum()) + int(asked.asked[1].sum())

    walk(tables, worlds, MINDS, watch=count)
    return answers
