"""How long a leader at the table thinks about one move in Cuba, at each level, in a single world.

Whole games with leaders of one level on both sides; every answer counts, from a question in May to an accident at the
end. Processor time of one thread, as in all that is measured here.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.figures import Figure
from game.engine.prompts import Prompt
from game.engine.step import start
from game.engine.worlds import Worlds
from game.insight.many import seeds
from game.minds.mind import Mind
from game.minds.roster import seat
from game.minds.table import LEVELS
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.tables import Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

CRISIS, GAMES = "cuba-1962", 2
#: Aims in milliseconds: the median and the worst of all moves.
MEDIAN, WORST = 150.0, 400.0


@dataclass(frozen=True)
class Timed:
    """A mind under a stopwatch."""

    mind: Mind
    taken: list[float] = field(default_factory=list)
    name: str = "timed"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """As the mind chooses, noting the milliseconds."""
        started = time.process_time()
        answer = self.mind.choose(tables, worlds, asked, side)
        self.taken.append(1000.0 * (time.process_time() - started))
        return answer


def main() -> Iterator[Figure]:
    """Every level."""
    scenario = load(CRISIS)
    tables = compile_scenario(scenario)
    for level in LEVELS:
        minds = [Timed(seat(f"leader:{level.id}", scenario, tables, side)) for side in (0, 1)]
        walk(tables, start(tables, seeds(1)), (minds[0].mind, minds[1].mind))  # what is worked out once is not timed
        for seed in range(1, GAMES + 1):
            walk(tables, start(tables, seeds(1, seed)), (minds[0], minds[1]))
        taken = [*minds[0].taken, *minds[1].taken]
        what = f"{CRISIS}: a move, {level.id}"
        yield Figure(f"{what}, median of {len(taken)}", statistics.median(taken), "ms", aim=MEDIAN)
        yield Figure(f"{what}, worst", max(taken), "ms", aim=WORST)
