"""300 whole games of each scenario through play, narration and terminal, by fingers that press what is open.

Every screen is rendered as text, every stored game is read again and replayed to the same world. Sides, opponents,
instruments, panels, rewinds and debriefs come up by chance; nothing may raise, no screen may lead nowhere.
`python -m benchmarks.proofs.whole_games SCENARIO ...` plays some scenarios alone.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.proof import commit, each, stored, write
from game.minds.roster import QUICK, STANDARD
from game.model.scenario import Scenario
from game.play import code
from game.play.record import replay
from game.play.saves import Saves
from game.problems import RecordError
from game.scenario.catalogue import load, names
from game.views.blocks import Action, Intent
from game.views.desk import Desk
from game.views.terminal import render
from game.views.title import Setup

GAMES, MOST_PRESSES = 300, 1500
#: In every so many games a leader looks ahead, which takes a hundred times as long as its first thought.
LOOKS_AHEAD = 50

#: Verbs that a restless finger may press, and how often beside a choice that goes on.
WEIGHTS = {"choose": 10.0, "next": 10.0, "term": 4.0, "private": 2.0, "tool": 2.0, "panel": 1.0, "page": 2.0}
ONWARD = ("choose", "next")


def main(wanted: Sequence[str] = ()) -> int:
    """Play them all, or the wanted ones anew beside what is stored; 1 where something went wrong."""
    figures = each(prove, wanted or names())
    write("whole_games", (stored("whole_games") if wanted else {}) | figures, "make proof ONLY=whole_games")
    return 1 if any(found["stuck"] for found in figures.values()) else 0


def prove(name: str) -> dict[str, object]:
    """The figures of one scenario."""
    endings, screens, stuck, presses, codes_ = Counter[str](), Counter[str](), list[int](), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, GAMES + 1):
            desk, pressed = play(name, seed, Path(folder) / str(seed), screens)
            presses += pressed
            if desk.game is None or not desk.game.over:
                stuck.append(seed)
                continue
            endings[desk.game.ending] += 1
            read_again(desk)
            codes_ += from_code(desk)
    return {
        "commit": commit(),
        "games": GAMES,
        "presses": presses,
        "stuck": stuck,
        "from_code": codes_,
        "screens": dict(screens),
        "endings": dict(endings),
    }


@cache
def _once(name: str) -> Scenario:
    """A scenario, read once for all its games."""
    return load(name)


def play(name: str, seed: int, folder: Path, screens: Counter[str]) -> tuple[Desk, int]:
    """One game to its debrief."""
    luck = random.Random(seed)
    desk = Desk(Saves(folder), lambda: seed, _once)
    side = luck.choice(("usa", "ussr", "both"))
    mind, files = luck.choice(("leader", "history", "chance")), luck.random() < 0.3
    level = STANDARD if seed % LOOKS_AHEAD == 0 else QUICK
    desk.start(Setup(name, side, mind, files, level), seed)
    for press in range(MOST_PRESSES):
        view = desk.view()
        screens[view.name] += 1
        assert render(view).strip(), f"{view.name} shows nothing (seed {seed})"
        assert not view.notice, f"{view.name}: {view.notice} (seed {seed})"
        if desk.game is not None and desk.game.over and view.name == "debrief":
            _leaf(desk, screens)
            return desk, press
        desk.do(_press(desk, view.actions(), view.default, luck))
    return desk, MOST_PRESSES


def _press(desk: Desk, actions: tuple[Action, ...], default: Intent | None, luck: random.Random) -> Intent:
    """What the finger presses: something open, by weight; on an ending, the debrief."""
    if desk.game is not None and desk.game.over:
        return Intent("open", "debrief")
    able = [action.intent for action in actions if not action.closed and action.intent.verb in WEIGHTS]
    if not any(intent.verb in ONWARD for intent in able) and default is not None:
        able.append(default)
    assert able, f"nothing can be pressed on {desk.screen}"
    return luck.choices(able, [WEIGHTS.get(intent.verb, 10.0) for intent in able])[0]


def _leaf(desk: Desk, screens: Counter[str]) -> None:
    """Every page of the debrief."""
    for action in desk.view().actions():
        if action.intent.verb == "page":
            desk.do(action.intent)
            screens["debrief/" + action.intent.what] += 1
            assert render(desk.view()).strip()


def read_again(desk: Desk) -> None:
    """The stored game, read and replayed, ends in the same world."""
    assert desk.game is not None
    again = replay(desk.saves.read(desk.name), desk.game.scenario)
    assert again.ending == desk.game.ending and again.worlds.digest() == desk.game.worlds.digest()


def from_code(desk: Desk) -> bool:
    """The run code gives the same world; only two people's longest games may be too long for one."""
    assert desk.game is not None
    try:
        told = code.encode(desk.game)
    except RecordError:
        assert len(desk.game.people) > 1, "one person's game must fit a code"
        return False
    assert code.decode(told, [desk.game.scenario]).worlds.digest() == desk.game.worlds.digest()
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
