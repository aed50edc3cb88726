"""How fast odds are on Cuba in free play, how they grow with worlds, and what more processes bring.

A decision is one side's answer to one question in one world, on any of the roads that part at the first decision.
Decisions a second and growth are by processor time of one thread. More workers can only be measured by the clock, which
a busy machine makes slower: the ratio tells more than the seconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.proof import ROOT
from game.insight.odds import TASK, Asked, task
from game.insight.tally import Tally
from game.scenario.catalogue import load

CUBA, SMALL = "cuba-1962", "checkpoint-charlie-1961"
#: Worlds at the fork: each walks on along every road that is open to it.
COUNT = 2 * TASK
GROWTH = {CUBA: (1_000, 10_000), SMALL: (1_000, 10_000, 100_000, 1_000_000)}
WORKERS = 2
PARTS = 4
#: A process of its own: seconds of processor time that some worlds take, and the most memory that it ever held, which
#: Linux tells of the program itself (what a process may ask about its resources counts its parent's too).
STATUS = Path("/proc/self/status")
GROWN = f"""
import sys, time
from benchmarks.speeds.odds import first_of, streamed
asked = first_of(sys.argv[1])
streamed(asked, 10)
begun = time.process_time()
streamed(asked, int(sys.argv[2]))
taken = time.process_time() - begun
print(taken, next(line.split()[1] for line in open("{STATUS}") if line.startswith("VmHWM")))
"""


def main() -> Iterator[Figure]:
    """Speed by minds, growth, and workers."""
    yield _pace("leader", 2.0)
    yield _pace("chance", 3.0)
    if STATUS.exists():
        for name, counts in GROWTH.items():
            for count in counts:
                yield from _grown(name, count)
    yield from _workers()


def first_of(name: str, mind: str = "leader") -> Asked:
    """The question about a scenario's first decision, in free play."""
    told = load(name).decisions
    return Asked(name, min(told, key=lambda one: told[one].at), usa=mind, ussr=mind)


def streamed(asked: Asked, count: int) -> Tally:
    """The sums of so many worlds, part by part as odds take them; what has been counted is let go."""
    parts = (task(asked, first, min(TASK, count + 1 - first)) for first in range(1, count + 1, TASK))
    total = next(parts)
    for part in parts:
        total = total + part
    return total


def _pace(mind: str, aim: float) -> Figure:
    """Decisions a second with minds of one kind on both sides."""
    asked = first_of(CUBA, mind)
    streamed(asked, 100)
    begun = time.process_time()
    total = streamed(asked, COUNT)
    taken = time.process_time() - begun
    return Figure(f"odds {CUBA}, {mind} on both sides", total.asked / taken / 1e6, "M decisions/s", aim, at_least=True)


def _grown(name: str, count: int) -> Iterator[Figure]:
    """Time and memory of so many worlds, in a process of its own."""
    words = [sys.executable, "-c", GROWN, name, str(count)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, kilobytes = (float(word) for word in done.stdout.split())
    yield Figure(f"odds {name}, {count:,} worlds", seconds, "s")
    yield Figure(f"odds {name}, {count:,} worlds: memory", kilobytes / 1024, "MB")


def _workers() -> Iterator[Figure]:
    """The same parts by one process, by two, and by a Dask cluster of two on this machine alone."""
    alone, total = _by(ProcessPoolExecutor(1))
    both, same = _by(ProcessPoolExecutor(WORKERS))
    assert total.asked == same.asked
    yield Figure(f"odds {CUBA}, one process, by the clock", alone, "s")
    yield Figure(f"odds {CUBA}, two processes: times as fast", alone / both, "x")
    if find_spec("distributed") is None:
        print("odds on a Dask cluster: left out, the package distributed is not installed")
        return
    spread, same = _by(_cluster())
    assert total.asked == same.asked
    yield Figure(f"odds {CUBA}, Dask cluster of two: times as fast", alone / spread, "x")


def _by(opened: AbstractContextManager[Executor]) -> tuple[float, Tally]:
    """Seconds by the clock and the sums, once every worker has read the scenario."""
    asked = first_of(CUBA)
    with opened as executor:
        list(executor.map(task, [asked] * PARTS, range(1, PARTS + 1), [200] * PARTS))
        begun = time.perf_counter()
        parts = list(executor.map(task, [asked] * PARTS, range(1, PARTS * TASK, TASK), [TASK] * PARTS))
        taken = time.perf_counter() - begun
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return taken, total


@contextmanager
def _cluster() -> Iterator[Executor]:
    """Two processes of one thread, on loopback, without a dashboard; closed at the end."""
    distributed = import_module("distributed")
    with (
        distributed.LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client.get_executor()
