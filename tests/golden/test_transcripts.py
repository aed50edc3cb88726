"""Golden transcripts: whole games as short text. A change of rules, words or scenario shows here as a difference.

To write them again after a change that is meant: BRINKMANSHIP_GOLDEN=write python -m pytest tests/golden
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.model.people import SIDES
from game.play.aims import aims
from game.play.debrief import choice_label, title_of
from game.play.game import Beat, Game
from game.play.narration import cause_words
from game.play.tables import tables_of
from game.scenario.catalogue import load
from game.views import words

HERE = Path(__file__).parent
WRITE = "BRINKMANSHIP_GOLDEN"
MOST_LINES = 150
GAMES = {
    "charlie-history": ("checkpoint-charlie-1961", "history", 1, ""),
    "charlie-leaders": ("checkpoint-charlie-1961", "leader:quick", 4734, "usa"),
    "hungary-history": ("hungary-1956", "history", 1, ""),
    "hungary-leaders": ("hungary-1956", "leader:quick", 7, "ussr"),
}


def transcript(game: Game, reader: str) -> str:
    """A game in lines: when, what was asked and answered, tension, and the causes that a reader may know."""
    told = [f"{game.scenario.title}, seed {game.seed}, tension {game.opening:.1f}"]
    for beat in game.beats:
        told += _beat(game, beat, reader)
    told.append(f"{words.stamp(game.minute)}. {game.scenario.endings[game.ending].title}.")
    for side in SIDES:
        met = ", ".join(aim.label for aim in aims(game, side) if aim.met)
        told.append(f"{game.scenario.sides[side].name} has: {met or 'nothing that it wanted'}.")
    return "\n".join(told) + "\n"


def _beat(game: Game, beat: Beat, reader: str) -> Iterator[str]:
    played = [side for side in beat.played if not reader or side == reader]
    for side in played:
        tool = f" + {beat.played[side].tool}" if beat.played[side].tool else ""
        label = choice_label(game, beat, side).rstrip(".")
        who = "" if label.startswith(game.scenario.sides[side].name) else f"{game.scenario.sides[side].name}: "
        yield f"{words.stamp(beat.minute)}. {title_of(game, beat)} {who}{label}{tool}"
    causes = [cause_words(game.scenario, one, reader) for one in beat.happenings if abs(one.tension()) >= 0.05]
    if causes:
        yield f"  {beat.tension:.1f}  {'; '.join(dict.fromkeys(causes))}"


@pytest.mark.parametrize("name", GAMES)
def test_a_known_game_reads_as_it_did(name: str) -> None:
    scenario_id, mind, seed, reader = GAMES[name]
    scenario = load(scenario_id)
    game = Game(scenario, tables_of(scenario), dict.fromkeys(SIDES, mind), seed, fated=mind == "history")
    game.advance()
    told, path = transcript(game, reader), HERE / f"{name}.txt"
    assert told.count("\n") < MOST_LINES
    if os.environ.get(WRITE) == "write":
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8"), f"{path.name} differs; if that is meant, read above how"
