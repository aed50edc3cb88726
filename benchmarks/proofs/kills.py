"""The pulled plug: games in the terminal are killed at random moments, and every one goes on where the screen left it.

An order counts as acknowledged when the screen after it has reached standard output. After `kill -9` the stored game
must hold every acknowledged order and none that was not sent, replay without a fault, and go on with `--resume`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.proof import ROOT, write
from game.play.game import PERSON
from game.play.record import Record, replay
from game.play.saves import Saves
from game.scenario.catalogue import load

GAMES = 60
SCENARIOS = ("checkpoint-charlie-1961", "hungary-1956")
RULE = "-" * 40
PATIENCE = 30.0


@dataclass
class Table:
    """A person at a terminal: what was sent, what has come back."""

    process: subprocess.Popen[str]
    seen: list[str] = field(default_factory=list)
    sent: int = 0
    acknowledged: int = 0

    def listen(self) -> None:
        """Collect lines as they come."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.seen.append(line)

    @property
    def screens(self) -> int:
        """How many screens have been shown after an answer."""
        return sum(line.startswith(RULE) for line in list(self.seen))

    def last(self) -> str:
        """The text of the screen now."""
        text = "".join(list(self.seen))
        return text.rpartition(RULE)[2] or text


def main() -> int:
    """Kill the games and look at what is left; 1 where one game lost an order or does not go on."""
    faults, orders = list[str](), list[int]()
    for game in range(GAMES):
        with tempfile.TemporaryDirectory() as home:
            kept, fault = kill_one(game, Path(home))
            orders.append(kept)
            faults += [f"game {game}: {fault}"] if fault else []
    figures = {
        "games": GAMES,
        "faults": faults,
        "orders_kept": {"least": min(orders), "most": max(orders), "all": sum(orders)},
    }
    write("kills", figures, "make proof ONLY=kills")
    print("\n".join(faults))
    return 1 if faults else 0


def kill_one(game: int, home: Path) -> tuple[int, str]:
    """Play one game with a plug that is pulled; how many orders were kept, and what is wrong, if anything."""
    luck = random.Random(game)
    scenario = SCENARIOS[game % len(SCENARIOS)]
    table = sit_down([scenario, "--side", luck.choice(("usa", "ussr")), "--seed", str(game + 1)], home)
    play(table, luck)
    os.kill(table.process.pid, 9)
    table.process.wait()
    saves = Saves(home)
    told = saves.read(saves.last_name())
    kept = sum(1 for answer in told.answers for side in answer.played if told.players[side] == PERSON)
    if not table.acknowledged <= kept <= table.sent:
        return kept, f"{table.acknowledged} acknowledged, {table.sent} sent, {kept} kept"
    return kept, goes_on(told, scenario, home)


def sit_down(words: list[str], home: Path) -> Table:
    """Start a game in the terminal, in a home of its own."""
    environment = {**os.environ, "BRINKMANSHIP_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(ROOT / "main.py"), "play", *words, "--text"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )
    table = Table(process)
    threading.Thread(target=table.listen, daemon=True).start()
    return table


def play(table: Table, luck: random.Random) -> None:
    """Give orders until a moment that luck sets, which may fall into the middle of anything."""
    wait_for(table, lambda: "[Enter]" in table.last())
    for _ in range(luck.randint(1, 24)):
        order = "[Enter] Go" not in table.last()
        shown = table.screens
        answer(table, "1\n" if order else "\n", order)
        if luck.random() < 0.06:
            time.sleep(luck.random() * 0.3)
            return
        wait_for(table, lambda shown=shown: table.screens > shown)
        time.sleep(0.02)
        table.acknowledged += order
        if "Debrief" in table.last():
            return


def answer(table: Table, line: str, order: bool) -> None:
    """Type one line."""
    assert table.process.stdin is not None
    table.sent += order
    table.process.stdin.write(line)
    table.process.stdin.flush()


def wait_for(table: Table, happened: object) -> None:
    """Wait until something has come on the screen; a game that hangs is a fault."""
    until = time.monotonic() + PATIENCE
    while not happened():  # type: ignore[operator]
        if time.monotonic() > until or table.process.poll() is not None:
            raise RuntimeError(f"the game hangs or has ended:\n{table.last()[-2000:]}")
        time.sleep(0.005)


def goes_on(told: Record, scenario: str, home: Path) -> str:
    """Replay the stored game, then resume it as a person would; says what is wrong, if anything."""
    replay(told, load(scenario))
    if told.over:
        return ""  # there is no game to go on with: it was killed on its ending or debrief
    environment = {**os.environ, "BRINKMANSHIP_HOME": str(home)}
    command = [sys.executable, str(ROOT / "main.py"), "play", "--resume", "--text"]
    done = subprocess.run(command, input="", capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    if done.returncode or "saved" not in done.stdout:
        return f"does not go on (exit {done.returncode}): {done.stdout[-300:]} {done.stderr[-300:]}"
    return ""
