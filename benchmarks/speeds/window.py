"""The window: laying out and painting one screen, cold start to the first frame, what an idle window costs.

Processor time throughout, as everywhere in these figures; start and idle cost are those of a process of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pygame

from benchmarks.figures import Figure, seconds
from benchmarks.proof import ROOT
from game.play.saves import Saves
from game.views.blocks import Intent, View
from game.views.desk import Desk
from game.window.painter import paint
from game.window.shots import frame_of, prepare

SIZE = (1280, 800)
IDLE_SECONDS = 4
MOST_SECONDS_TO_OPEN = 20
FIRST_FRAME = """
import os, resource
from game.window import screen
shown = screen.Screen.show
def once(self):
    shown(self)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, flush=True)
    os._exit(0)
screen.Screen.show = once
from game.cli.main import main
main([])
"""


def main() -> Iterator[Figure]:
    """Figures that need no display first; the idle window needs one and is left out where there is none."""
    yield from _frames()
    if sys.platform != "win32":
        yield Figure("window: cold start to the first frame", _cold_start(), "s", aim=0.7)
    if os.environ.get("DISPLAY") and Path("/proc/self/stat").exists():
        yield Figure("window: idle, share of one core", 100 * _idle(), "%", aim=0.1)


def _frames() -> Iterator[Figure]:
    """The first decision of Hungary, which is as full as a screen gets."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    prepare()
    with tempfile.TemporaryDirectory() as home:
        view = _decision(Desk(Saves(Path(home)), lambda: 7))
    surface = pygame.Surface(SIZE).convert()
    frame = frame_of(view, SIZE, 1.0)
    yield Figure("window: paint a decision at 1280x800", 1000 * seconds(lambda: paint(frame, surface), 21), "ms", aim=4)
    yield Figure("window: lay out a decision", 1000 * seconds(lambda: frame_of(view, SIZE, 1.0), 21), "ms")


def _decision(desk: Desk) -> View:
    for intent in (Intent("setup", "hungary-1956"), Intent("side", "ussr"), Intent("begin"), Intent("next")):
        desk.do(intent)
    return desk.view()


def _idle() -> float:
    """The share of a core that an open window uses while nobody touches it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "BRINKMANSHIP_HOME": home}
        environment.pop("SDL_VIDEODRIVER", None)
        with subprocess.Popen([sys.executable, "main.py"], cwd=ROOT, env=environment) as process:
            before = _settled(process.pid)
            time.sleep(IDLE_SECONDS)
            after = _used(process.pid)
            process.terminate()
    return (after - before) / IDLE_SECONDS


def _settled(pid: int) -> float:
    """What a process has used once it has used nothing for a second, or after a while in any case."""
    seen = 0.0
    for _ in range(MOST_SECONDS_TO_OPEN):
        time.sleep(1)
        now = _used(pid)
        if now == seen:
            break
        seen = now
    return seen


def _used(pid: int) -> float:
    """Seconds of processor time that a process has used, as Linux counts them."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cold_start() -> float:
    """Seconds of processor time from nothing to the title, with Python's own cache filled by a start before."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"BRINKMANSHIP_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/cache", "SDL_VIDEODRIVER": "dummy"}
        return statistics.median([_printed(FIRST_FRAME, environment) for _ in range(6)][1:])


def _printed(program: str, environment: dict[str, str]) -> float:
    """The number that a program prints last."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])
