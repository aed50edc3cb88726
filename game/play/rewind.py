"""Going back: the same game up to one of its questions, with the road that was taken kept as a branch."""

from __future__ import annotations

from dataclasses import replace

from game.play.game import PERSON, Game
from game.play.record import Record, record, replay


def points(game: Game) -> list[int]:
    """Places in the answers where a person chose; one can go back to the question before each."""
    asked = [beat for beat in game.beats if beat.was_asked]
    return [place for place, beat in enumerate(asked) if any(game.players[side] == PERSON for side in beat.played)]


def rewound(game: Game, place: int) -> Game:
    """The game as it stood before answer number `place` (from 0). The same answer there gives the same game again."""
    return replay(cut(record(game), place), game.scenario)


def cut(told: Record, place: int) -> Record:
    """A record with only its first answers."""
    return replace(told, answers=told.answers[:place], pending={}, over="")
