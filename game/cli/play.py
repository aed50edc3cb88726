"""Play: in a window, or in the terminal where there is none or where --text asks for it."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Callable
from functools import cache

from game.minds.roster import parted
from game.model.people import SIDES
from game.play.campaign import Road, Terms
from game.play.game import Game
from game.play.saves import Saves
from game.problems import GameError, MoveError
from game.scenario.campaign import load_campaign
from game.scenario.catalogue import load
from game.views.blocks import Intent
from game.views.campaign_desk import begin
from game.views.campaign_setup import MINDS, Plan
from game.views.campaign_watched import watched_campaign
from game.views.desk import Desk
from game.views.terminal import about, meaning, render
from game.views.title import BOTH, Setup
from game.views.watched import watched

NAME = "play"
HELP = "play a crisis: in a window, or in the terminal"
NOBODY = "none"
CAMPAIGN = "campaign"
SEEDS = 1 << 20
RULE = "-" * 78
#: Between two people at one terminal the last papers are scrolled out of sight.
BLANK = "\n" * 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    told = "a scenario's id or folder, or 'campaign' for the seven years; the first screen where left out"
    parser.add_argument("scenario", nargs="?", help=told)
    parser.add_argument("--side", choices=(*SIDES, BOTH, NOBODY), help="who you are: one side, two people, or nobody")
    parser.add_argument(
        "--mind",
        action="append",
        default=[],
        metavar="SIDE=NAME",
        help="leader, history, chance or a leader's id, with a level: leader:hard",
    )
    parser.add_argument(
        "--seed", type=_seed, help="the luck of the game, a whole number; the same seed gives the same luck"
    )
    parser.add_argument("--text", action="store_true", help="play in the terminal")
    parser.add_argument(
        "--choices", type=_ids, default=[], metavar="ID,ID", help="orders to give first; ID/TOOL uses an instrument too"
    )
    parser.add_argument(
        "--swap", action="append", default=[], metavar="LEADER", help="in a campaign: a leader who never led"
    )
    parser.add_argument("--resume", action="store_true", help="go on where the last game stopped")
    parser.add_argument("--files", action="store_true", help="open the files: odds, rewinding and notes as you play")


def _seed(text: str) -> int:
    if not text.isdigit() or int(text) >= 1 << 64:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to 2^64 - 1")
    return int(text)


def _ids(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def run(args: argparse.Namespace) -> int:
    """Play; the answer is the exit code."""
    if args.side == NOBODY:
        return _watch(args)
    desk = Desk(Saves(), _seeds(args))
    _begin(desk, args)
    if not args.text and _display() and _window(desk):
        return 0
    if not args.text:
        print("There is no display here, so the game plays in the terminal.\n")
    return converse(desk, sys.stdin.readline)


def _seeds(args: argparse.Namespace) -> Callable[[], int]:
    """The luck of new games: the seed that was asked for, else a new one each time."""
    return lambda: args.seed if args.seed is not None else secrets.randbelow(SEEDS)


def minds(told: list[str]) -> dict[str, str]:
    """Sides and minds from "usa=leader". Raises MoveError."""
    found = {}
    for one in told:
        side, _, name = one.partition("=")
        if side not in SIDES or not name:
            raise MoveError(f"--mind {one!r} names no side and mind", "write it as --mind ussr=history")
        found[side] = name
    return found


def _watch(args: argparse.Namespace) -> int:
    """Minds play to the end, told as text."""
    if args.scenario is None:
        raise GameError("which crisis should play itself?", "name a scenario, such as checkpoint-charlie-1961")
    players = dict.fromkeys(SIDES, "leader") | minds(args.mind)
    seed = args.seed if args.seed is not None else secrets.randbelow(SEEDS)
    if args.scenario == CAMPAIGN:
        for text in watched_campaign(Road(load_campaign(), Terms(players, seed, True, tuple(args.swap)), cache(load))):
            print(text)
        return 0
    print(watched(Game.start(load(args.scenario), players, seed, True)), end="")
    return 0


def _begin(desk: Desk, args: argparse.Namespace) -> None:
    """What the command line asks for, before the first screen is shown."""
    if args.resume:
        _must(desk, Intent("resume"))
    elif args.scenario == CAMPAIGN:
        _set_out(desk, args)
    elif args.scenario is not None:
        _start(desk, args)
    elif args.side or args.choices:
        raise GameError("which crisis?", "name a scenario, such as checkpoint-charlie-1961")
    for choice in args.choices:
        _order(desk, choice)


def _start(desk: Desk, args: argparse.Namespace) -> None:
    chosen = minds(args.mind)
    if args.side is None and not args.choices and not chosen:
        _must(desk, Intent("setup", args.scenario))
        return
    side = args.side or next((name for name in SIDES if name not in chosen), SIDES[0])
    other = SIDES[1 - SIDES.index(side)] if side in SIDES else ""
    mind, level = parted(chosen.get(other, "leader"))
    told = Setup(args.scenario, side, mind, args.files, level)
    desk.start(told, desk.seeds())


def _set_out(desk: Desk, args: argparse.Namespace) -> None:
    """A campaign from its first chapter; the page that sets it up where nothing was said about how."""
    chosen = minds(args.mind)
    if args.side is None and not args.choices and not chosen and not args.swap:
        _must(desk, Intent("campaign"))
        return
    side = args.side or next((name for name in SIDES if name not in chosen), SIDES[0])
    mind = chosen.get(SIDES[1 - SIDES.index(side)], "leader") if side in SIDES else "leader"
    who, level = parted(mind)
    if who not in MINDS:
        raise MoveError(f"no mind is called '{who}' in a campaign", f"there are: {', '.join(MINDS)}")
    begin(desk, Plan(side, who, args.files, tuple(args.swap), level), desk.seeds())


def _must(desk: Desk, intent: Intent) -> None:
    """Do something that the command line asked for; what cannot be done ends the command."""
    desk.do(intent)
    if desk.notice:
        raise GameError(desk.notice)


def _order(desk: Desk, choice: str) -> None:
    """Give one scripted order, passing over the screens that only tell something. Raises MoveError."""
    name, _, tool = choice.partition("/")
    while desk.road is not None and desk.screen in ("chapter", "ending", "between"):
        _must(desk, desk.view().default or Intent("next"))
    while desk.screen in ("opening", "curtain", "happened", "letter"):
        desk.do(Intent("next"))
    if desk.screen != "ask":
        raise MoveError(f"there is no question left for '{choice}'", "the game is over")
    desk.asked.find(name)
    if tool:
        _must(desk, Intent("tool", desk.asked.find_tool(tool).id))
    _must(desk, Intent("choose", name))


def _display() -> bool:
    """Whether there can be a window at all."""
    if sys.platform.startswith(("win", "darwin", "cygwin")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _window(desk: Desk) -> bool:
    """Play in a window; False where none can be opened."""
    from game.window.app import run as open_window

    try:
        open_window(desk)
    except GameError as error:
        print(error)
        return False
    return True


def converse(desk: Desk, line: Callable[[], str]) -> int:
    """Show a screen, read a line, until the player leaves or the input ends. The game is saved after every order."""
    print(render(desk.view()), flush=True)
    print("Type ? and a key to read what it does before you use it, such as: ? b", flush=True)
    while not desk.closed:
        typed = line()
        if not typed:
            break
        _heard(desk, typed.rstrip("\n"))
    print(farewell(desk))
    return 0


def _heard(desk: Desk, typed: str) -> None:
    """One typed line: more about something, or something to do."""
    view = desk.view()
    if typed.strip().startswith("?"):
        print(about(view, typed) or "Type ? and a key to read more about it, such as: ? b", flush=True)
        return
    intent = meaning(view, typed)
    if intent is None:
        wrong = f"'{typed.strip()}' is not open here. " if typed.strip() else ""
        print(f"{wrong}Type a number, a key in brackets, or an id.", flush=True)
        return
    desk.do(intent)
    if not desk.closed:
        after = desk.view()
        print(BLANK if after.name == "curtain" else f"\n{RULE}\n")
        print(render(after), flush=True)


def farewell(desk: Desk) -> str:
    """The last words: whether something is saved, and how to go on."""
    command = "python main.py" if sys.argv[0].endswith("main.py") else "brinkmanship"
    if desk.game is not None and not desk.game.over:
        return f"\nThe game is saved. Go on with: {command} play --resume --text"
    return f"\nGoodbye. Play again with: {command} play --text"
