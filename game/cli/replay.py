"""Replay: a stored game or a run code, entry by entry, each world checked against its digest."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.cli.replay_campaign import needs_others, replay_codes, replay_file
from game.cli.replay_schools import replay_schools
from game.model.moment import date_words, time_words
from game.play import code as codes
from game.play import letters
from game.play.campaign_record import CampaignRecord
from game.play.debrief import choice_label, title_of
from game.play.game import Beat, Game
from game.play.record import Record, follow, opened
from game.play.saves import Saves, open_file
from game.problems import GameError, RecordError
from game.scenario.catalogue import load, names

NAME = "replay"
HELP = "play a stored game or a run code again, entry by entry, and verify it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    told = "a stored game's or campaign's file or name, or a run code; a campaign's codes in order"
    parser.add_argument("what", metavar="FILE-OR-CODE", nargs="+", help=told)
    parser.add_argument("--scenario", help="the scenario's folder, where it is not one of the game's own")
    parser.add_argument(
        "--schools", action="store_true", help="play its orders again in the world of each school of historians"
    )
    parser.add_argument(
        "--swap", action="append", default=[], metavar="LEADER", help="a leader who never led in the codes' campaign"
    )


def run(args: argparse.Namespace) -> int:
    """Replay; 0 where every world is the stored one, 1 where the game parts from it, 2 where it cannot be read."""
    if len(args.what) > 1 or args.swap:
        _whole(args)
        return replay_codes(args.what, tuple(args.swap))
    path = _path(args.what[0])
    if path is None:
        return _code(args)
    told = open_file(path)
    if isinstance(told, CampaignRecord):
        _whole(args)
        return replay_file(told)
    return _file(args, told)


def _whole(args: argparse.Namespace) -> None:
    """Raise GameError where schools are asked of a whole campaign."""
    if args.schools:
        raise GameError("--schools takes one crisis, and this is a campaign", "name the code or file of one chapter")


def _file(args: argparse.Namespace, told: Record) -> int:
    """A stored game, each world held against its digest."""
    game = opened(told, load(args.scenario or told.scenario))
    print(f"{game.scenario.title}, seed {told.seed}, {len(told.answers)} answers")
    for place, answer in enumerate(told.answers, start=1):
        try:
            beat = follow(game, answer, told)
        except RecordError as error:
            print(f"{place:3d}  {error}")
            return 1
        for text in lines(game, beat):
            print(f"{place:3d}  {text}")
    return _end(game, told) or _by_school(game, args)


def _by_school(game: Game, args: argparse.Namespace) -> int:
    return replay_schools(game) if args.schools else 0


def _path(what: str) -> Path | None:
    """The file that is meant: by path, or by its name among the stored games; none where it must be a code."""
    path = Path(what)
    if path.is_file():
        return path
    kept = Saves().path(what)
    if "/" not in what and kept.is_file():
        return kept
    if letters.looks_like(what):
        return None
    raise RecordError(f"there is no file '{what}', and it is not a run code")


def _code(args: argparse.Namespace) -> int:
    """A code holds orders only: the game is played again and told."""
    code = args.what[0]
    scenarios = [load(args.scenario)] if args.scenario else [load(name) for name in codes.tagged(code, names())]
    if codes.head_of(code).changed:
        return needs_others(code)
    game = codes.decode(code, scenarios)
    print(f"{game.scenario.title}, seed {game.seed}")
    for place, beat in enumerate((beat for beat in game.beats if beat.was_asked), start=1):
        for text in lines(game, beat):
            print(f"{place:3d}  {text}")
    return _end(game, None) or _by_school(game, args)


def lines(game: Game, beat: Beat) -> list[str]:
    """One answered question as lines: when, what was asked, what each side did, the digest of the world after it."""
    when = f"{date_words(beat.minute)}, {time_words(beat.minute)}"
    return [
        f"{when}. {title_of(game, beat)}. {game.scenario.sides[side].name}: "
        f"{choice_label(game, beat, side).rstrip('.')}. [{beat.after.digest()}]"
        for side in beat.played
    ]


def _end(game: Game, told: Record | None) -> int:
    """Whether it came out as it was stored."""
    try:
        game.pending = dict(told.pending) if told else {}
        game.advance()
    except GameError as error:
        print(f"     {error}")
        return 1
    ending = game.scenario.endings[game.ending].title if game.over else "not over yet"
    if told and told.over != game.ending:
        stored, now = told.over or "nothing yet", game.ending or "nothing yet"
        print(f"     It was stored as ending in '{stored}', and comes to '{now}'.")
        return 1
    print(f"     {ending}. Every world is as it was stored." if told else f"     {ending}.")
    return 0
