"""Whole games through desk, narration and terminal by pressing what is open: nothing breaks, nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from game.model.scenario import Scenario
from game.play import code as codes
from game.play.game import Game
from game.play.record import dump, read, record, replay
from game.play.saves import Saves
from game.problems import RecordError
from game.scenario.catalogue import load
from game.views.blocks import Action, Intent, View
from game.views.desk import Desk
from game.views.terminal import render
from game.views.terminal_blocks import WIDTH
from game.views.title import BOTH, Setup

SCENARIOS = ("checkpoint-charlie-1961", "hungary-1956")
MOST_SCREENS = 1_500
#: Walks of this quick test; benchmarks/proofs/whole_games.py takes hundreds.
QUICK = 6


def walk(folder: Path, seed: int, scenarios: Callable[[str], Scenario]) -> Game:
    """One game by a player who presses what is open, orders a little more often than papers."""
    luck = random.Random(seed)
    desk = Desk(Saves(folder), lambda: luck.randrange(1 << 20), scenarios)
    side, mind = luck.choice(("usa", "ussr", BOTH)), luck.choice(("leader", "history", "chance"))
    desk.start(Setup(SCENARIOS[seed % 2], side, mind, luck.random() < 0.5), luck.randrange(1 << 20))
    for _ in range(MOST_SCREENS):
        view = desk.view()
        assert all(len(line) <= WIDTH for line in render(view).split("\n"))
        if desk.running.over and view.name.startswith("debrief") and luck.random() < 0.3:
            return desk.running
        desk.do(press(view, luck))
    raise AssertionError(f"the game of seed {seed} did not come to its debrief")


def press(view: View, luck: random.Random) -> Intent:
    """Something that is open on a screen and does not leave the game."""
    if view.name == "menu":
        return Intent("next")
    able = [action.intent for action in view.actions() if not action.closed and stays(action)]
    orders = [intent for intent in able if intent.verb in ("choose", "next")]
    if orders and luck.random() < 0.6:
        able = orders
    if view.default and luck.random() < 0.3:
        return view.default
    return luck.choice(able) if able else view.back or Intent("next")


def stays(action: Action) -> bool:
    return action.intent.verb not in ("quit", "rewind") and action.intent != Intent("open", "title")


def whole(game: Game) -> None:
    """The game comes back from its record, and from its code where that is not too long."""
    again = replay(read(dump(record(game))), game.scenario)
    assert [beat.after.digest() for beat in again.beats] == [beat.after.digest() for beat in game.beats]
    assert [beat.happenings for beat in again.beats] == [beat.happenings for beat in game.beats]
    try:
        code = codes.encode(game)
    except RecordError:
        assert len(game.people) > 1, "one person's game must fit a code"
        return
    assert codes.decode(code, [game.scenario]).worlds.digest() == game.worlds.digest()


def walks(tmp_path: Path, seeds: range) -> int:
    """Walk a game for each seed; gives how many came to their debrief and back from their record."""
    kept = {name: load(name) for name in SCENARIOS}
    for seed in seeds:
        game = walk(tmp_path / str(seed), seed, kept.__getitem__)
        assert game.ending in game.scenario.endings
        whole(game)
    return len(seeds)


def test_some_whole_games_by_pressing_what_is_open(tmp_path: Path) -> None:
    assert walks(tmp_path, range(QUICK)) == QUICK
