"""The choice that would have broken a war's chain: found by playing the same world again, newest choice first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from game.engine.prompts import prompt
from game.minds.roster import MINDLESS, QUICK, parted
from game.model.people import SIDES
from game.model.tables import DecisionTable
from game.play.ask import Option, ask
from game.play.debrief import title_of
from game.play.game import PERSON, Beat, Game, Played
from game.play.moves import read_move

MOST_TRIES = 40
#: Offers are many and rarely what a chain turned on; these moves are tried.
TRIED = ("hold", "back", "accept", "follow", "refuse", "stand")


@dataclass(frozen=True)
class Turn:
    """One choice that ends otherwise on the same seed: when, whose, where, what instead, who played on."""

    minute: int
    side: str
    title: str
    instead: str
    ending: str
    by: str


def turning(game: Game) -> Turn | None:
    """The newest other choice after which this world does not end in war: a person's own, else the other side's.

    None where MOST_TRIES of either find none.
    """
    if not game.war:
        return None
    own = game.people or SIDES
    return _newest(game, own) or _newest(game, [side for side in SIDES if side not in own])


def _newest(game: Game, sides: Sequence[str]) -> Turn | None:
    """The newest choice of some sides that would have broken the chain."""
    asked = [beat for beat in game.beats if beat.was_asked]
    for place, side, option in islice(_roads(game, asked, sides), MOST_TRIES):
        again = _again(game, asked, place, side, option)
        if not again.war:
            return _turn(game, asked[place], side, option, again.ending)
    return None


def _roads(game: Game, asked: Sequence[Beat], sides: Sequence[str]) -> Iterator[tuple[int, str, Option]]:
    """Every other choice that was open to some sides, newest first."""
    for place in range(len(asked) - 1, -1, -1):
        for side in (side for side in asked[place].played if side in sides):
            for option in _others(game, asked[place], side):
                yield place, side, option


def _others(game: Game, beat: Beat, side: str) -> list[Option]:
    """The other options that were open there."""
    found = prompt(game.tables, beat.before, beat.stage)
    if found is None:
        return []
    told = ask(game.scenario, game.tables, beat.before, found, SIDES.index(side))
    return [one for one in told.open if one.id != beat.played[side].choice and _worth_trying(game, beat, one)]


def _worth_trying(game: Game, beat: Beat, option: Option) -> bool:
    what = game.tables.entries[beat.stage.entry].what
    return isinstance(what, DecisionTable) or bool(beat.subject) or read_move(option.id).kind in TRIED


def _again(game: Game, asked: Sequence[Beat], place: int, side: str, option: Option) -> Game:
    """The same world with one other choice, leaders playing on for people."""
    again = Game(game.scenario, game.tables, {name: _quick(who) for name, who in game.players.items()}, game.seed)
    for beat in asked[:place]:
        again.follow(beat.played)
    again.follow({**asked[place].played, side: Played(option.id)})
    again.advance()
    return again


def _quick(player: str) -> str:
    """The mind that plays on for a player where many games are tried: of leaders, the model alone."""
    who, _ = parted("leader" if player == PERSON else player)
    return who if who in MINDLESS else f"{who}:{QUICK}"


def _turn(game: Game, beat: Beat, side: str, option: Option, ending: str) -> Turn:
    leader = game.scenario.leaders[game.scenario.sides[side].leader].name
    return Turn(beat.minute, side, title_of(game, beat), option.label, game.scenario.endings[ending].title, leader)
