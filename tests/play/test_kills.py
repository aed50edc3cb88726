"""A plug that is pulled at any moment loses no order that the screen had acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.play.record import replay
from game.play.saves import Saves
from game.scenario.catalogue import load

ROOT = Path(__file__).parents[2]
#: A player who gives the first open order and says how many the screen has answered.
PLAYER = """
import sys
from game.play.saves import Saves
from game.views.blocks import Intent
from game.views.desk import Desk
from game.views.terminal import render
from game.views.title import Setup
desk, orders = Desk(Saves(), lambda: int(sys.argv[1])), 0
desk.start(Setup(sys.argv[2], "usa", "history"), int(sys.argv[1]))
print("began", desk.name, flush=True)
while not desk.running.over:
    asked = desk.screen == "ask"
    desk.do(Intent("choose", desk.asked.open[0].id) if asked else Intent("next"))
    orders += asked
    render(desk.view())
    print(orders, flush=True)
"""
#: Plugs that this quick test pulls; benchmarks/proofs/kills.py pulls sixty, at a real terminal.
QUICK = 2


def pull_the_plug(folder: Path, seed: int) -> int:
    """Start a game, kill it at a random moment, look at what is left; gives the orders lost (less than 0: none)."""
    luck = random.Random(seed)
    scenario = luck.choice(("checkpoint-charlie-1961", "hungary-1956"))
    env = {**os.environ, "BRINKMANSHIP_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PLAYER, str(seed), scenario]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as player:
        assert player.stdout is not None
        name = player.stdout.readline().split()[1]
        time.sleep(luck.random() * 0.8)
        player.send_signal(signal.SIGKILL)
        told = [line for line in player.stdout.read().split("\n")[:-1] if line]
    acknowledged = int(told[-1]) if told else 0
    saves = Saves(folder)
    kept = saves.read(name)
    game = replay(kept, load(scenario))
    assert game.over == bool(kept.over)
    assert saves.last() is None if game.over else saves.last() is not None
    return acknowledged - sum("usa" in answer.played for answer in kept.answers)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
def test_a_few_pulled_plugs_lose_no_acknowledged_order(tmp_path: Path) -> None:
    assert max(pull_the_plug(tmp_path / str(seed), seed) for seed in range(QUICK)) <= 0
