"""Run codes: one game in at most 32 characters that can be read aloud.

A code holds the crisis, its rules' digest, the seed, who played, and people's orders alone: minds are asked again when
it is opened. The orders are packed by asymmetric numeral systems (Duda 2009) in one whole number, so that each costs
the bits that its rarity is worth. It is written in Crockford's 32 letters, the last of which checks the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.engine.prompts import Prompt, prompt
from game.minds.roster import seats
from game.model.parameters import DEFAULT
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.ask import Ask, Option, ask
from game.play.game import PERSON, Game, Played
from game.play.letters import LETTERS, LONGEST, check, cleaned, spell, value
from game.play.tables import Opening, tables_of
from game.problems import GameError, RecordError
from game.scenario.digest import rules_digest

TAG, RULES, WORLD = 1 << 8, 1 << 16, 1 << 8
SEEDS = (1 << 10, 1 << 20, 1 << 32, 1 << 64)
#: How often, of so many, a game stands alone; else it is a chapter that earlier ones have changed.
ALONE = (63, 1)
#: How often, of so many, a game stops before an order; an instrument is used; each kind of move is made.
STOP, STOPS = 1, 48
NO_TOOL = 12
OFFERS = 8
HABITS = {"hold": 10, "climb": 8, "back": 3}


@dataclass
class Packer:
    """Symbols on their way into one number, kept until the end because the number is built from the last one back."""

    symbols: list[tuple[int, int, int]] = field(default_factory=list)

    def put(self, weights: Sequence[int], index: int) -> None:
        """One of several things with these weights."""
        self.symbols.append((sum(weights[:index]), weights[index], sum(weights)))

    def plain(self, value: int, size: int) -> None:
        """A number below size, all alike."""
        self.symbols.append((value, 1, size))

    def number(self) -> int:
        """All symbols as one whole number."""
        packed = 1
        for start, weight, total in reversed(self.symbols):
            packed = (packed // weight) * total + start + packed % weight
        return packed


@dataclass
class Unpacker:
    """The same symbols out of the number again, in the order in which they were put in."""

    packed: int

    def take(self, weights: Sequence[int]) -> int:
        """Which of several things with these weights."""
        place, start = self.packed % sum(weights), 0
        for index, weight in enumerate(weights):
            if place < start + weight:
                self.packed = weight * (self.packed // sum(weights)) + place - start
                return index
            start += weight
        raise RecordError("this code holds no game")

    def plain(self, size: int) -> int:
        """A number below size."""
        self.packed, value = divmod(self.packed, size)
        return value


def encode(game: Game) -> str:
    """The code of a game as it stands. Raises RecordError where it does not fit 32 letters."""
    packer = Packer()
    packer.plain(_tag(game.scenario.id), TAG)
    packer.plain(_rules(game.scenario, game.tables.opening), RULES)
    packer.put(ALONE, int(bool(game.tables.opening)))
    size = next(place for place, most in enumerate(SEEDS) if game.seed < most)
    packer.plain(size, len(SEEDS))
    packer.plain(game.seed, SEEDS[size])
    for side, name in enumerate(SIDES):
        roster = _roster(game.scenario, side)
        packer.plain(roster.index(game.players[name]), len(roster))
    packer.plain(int(game.files), 2)
    packer.plain(_world(game), WORLD)
    _put_orders(packer, game)
    letters = spell(packer.number())
    if len(letters) + 1 > LONGEST:
        raise RecordError("this game is too long for a run code", "its file holds it whole")
    return letters + LETTERS[check(letters)]


def _put_orders(packer: Packer, game: Game) -> None:
    for asked, played in _orders(game):
        packer.put((STOP, STOPS), 1)
        open_ = asked.open
        packer.put(_habits(open_), [option.id for option in open_].index(played.choice))
        tools = [option for option in asked.tools if not option.closed]
        if tools:
            used = [option.id for option in tools].index(played.tool) + 1 if played.tool else 0
            packer.put(_tool_habits(tools), used)
    if not game.over:
        packer.put((STOP, STOPS), 0)


def _orders(game: Game) -> list[tuple[Ask, Played]]:
    """Every order that a person gave, with the question as it stood."""
    found = []
    for beat in game.beats:
        for side in (side for side in SIDES if side in beat.played and game.players[side] == PERSON):
            asked = prompt(game.tables, beat.before, beat.stage)
            assert asked is not None
            found.append((ask(game.scenario, game.tables, beat.before, asked, SIDES.index(side)), beat.played[side]))
    now = game.next_prompt() if game.pending else None
    if now is not None:
        found += [(_asked(game, now, side), game.pending[side]) for side in SIDES if side in game.pending]
    return found


def _asked(game: Game, now: Prompt, side: str) -> Ask:
    return ask(game.scenario, game.tables, game.worlds, now, SIDES.index(side))


def _habits(options: Sequence[Option]) -> tuple[int, ...]:
    """How likely each option is taken for; offers share what the offering of anything is worth."""
    offers = sum(option.id.startswith("offer:") for option in options)
    if not offers:
        return (1,) * len(options)
    return tuple(HABITS.get(option.id, 0) * offers or OFFERS for option in options)


def _tool_habits(tools: Sequence[Option]) -> tuple[int, ...]:
    return (NO_TOOL * len(tools), *(2 for _ in tools))


def decode(code: str, scenarios: Sequence[Scenario], opening: Opening = ()) -> Game:
    """The game of a code, run to where it stood. Raises RecordError: mistyped, unknown crisis, other rules, no game.

    opening is what the chapters before it in a campaign lead to; without it a later chapter's code cannot be opened.
    """
    unpacker, head = _opened(code)
    found = _named(head.tag, scenarios)
    if head.changed and not opening:
        raise RecordError(
            f"this run code is a later chapter of a campaign: '{found[0].title}', changed by the chapters before it",
            "replay it after the codes of those chapters, in order: replay CODE CODE ...",
        )
    scenario = next((one for one in found if _rules(one, opening if head.changed else ()) == head.rules), None)
    if scenario is None:
        raise RecordError(
            f"this run code was made under other rules of '{found[0].id}' than this version has",
            "it can only be opened in the version that made it",
        )
    try:
        return _game(unpacker, scenario, opening if head.changed else ())
    except RecordError:
        raise
    except (GameError, ValueError, IndexError) as error:
        raise RecordError(f"this run code holds no game of '{scenario.id}'", str(error)) from None


@dataclass(frozen=True)
class Head:
    """What a code says first: its crisis' tag, its rules, and whether earlier chapters changed its first day."""

    tag: int
    rules: int
    changed: bool


def head_of(code: str) -> Head:
    """What a code says first. Raises RecordError where it is mistyped."""
    return _opened(code)[1]


def tagged(code: str, scenarios: Sequence[str]) -> list[str]:
    """The ids of the crises that a code can be one of: with two dozen of them, now and then more than one."""
    tag = head_of(code).tag
    return [name for name in scenarios if _tag(name) == tag]


def _opened(code: str) -> tuple[Unpacker, Head]:
    letters = cleaned(code)
    if len(letters) < 8 or len(letters) > LONGEST or LETTERS[check(letters[:-1])] != letters[-1]:
        raise RecordError(
            "this is not a run code: a letter is missing, swapped or wrong", "compare it with the one you were given"
        )
    unpacker = Unpacker(value(letters[:-1]))
    return unpacker, Head(unpacker.plain(TAG), unpacker.plain(RULES), bool(unpacker.take(ALONE)))


def _game(unpacker: Unpacker, scenario: Scenario, opening: Opening) -> Game:
    seed = unpacker.plain(SEEDS[unpacker.plain(len(SEEDS))])
    rosters = [_roster(scenario, side) for side in range(len(SIDES))]
    players = {name: rosters[side][unpacker.plain(len(rosters[side]))] for side, name in enumerate(SIDES)}
    files, world = bool(unpacker.plain(2)), unpacker.plain(WORLD)
    game = Game(scenario, tables_of(scenario, opening), players, seed, files)
    game.advance()
    while game.asked is not None and unpacker.take((STOP, STOPS)):
        _take_order(unpacker, game, game.asked)
    if _world(game) != world:
        raise RecordError(
            f"this run code leads to another world of '{scenario.id}' than it was made in",
            "the leaders choose otherwise in this version",
        )
    return game


def _take_order(unpacker: Unpacker, game: Game, asked: Ask) -> None:
    choice = asked.open[unpacker.take(_habits(asked.open))]
    tools = [option for option in asked.tools if not option.closed]
    used = unpacker.take(_tool_habits(tools)) if tools else 0
    game.choose(choice.id, tools[used - 1].id if used else None)


def _roster(scenario: Scenario, side: int) -> list[str]:
    return [PERSON, *seats(scenario, side)]


def _tag(scenario: str) -> int:
    return hashlib.blake2b(scenario.encode(), digest_size=1).digest()[0]


def _rules(scenario: Scenario, opening: Opening) -> int:
    return int(rules_digest(scenario, DEFAULT, opening)[:4], 16)


def _world(game: Game) -> int:
    return int(game.worlds.digest()[:2], 16)


def _named(tag: int, scenarios: Sequence[Scenario]) -> list[Scenario]:
    found = [scenario for scenario in scenarios if _tag(scenario.id) == tag]
    if not found:
        raise RecordError("this run code belongs to a crisis that this version does not have")
    return found
