"""A game as stored: scenario and digests, seed, players, and every answer with a digest of the world after it.

Loading is replaying: each answer is checked against the rules and each world against its digest, so a record either
gives the same game or says at which entry it parted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from game.minds.roster import seats
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.game import PERSON, Beat, Game, Played
from game.play.tables import Opening, tables_of
from game.problems import GameError, MoveError, RecordError
from game.scenario.digest import prose_digest, rules_digest

VERSION = 1
GAME = "brinkmanship"
LARGEST = 4_000_000
MOST_ANSWERS = 1_000
MOST_SEED = 2**64 - 1


@dataclass(frozen=True)
class Answer:
    """One prompt as it was answered: entry, stage, round, what each side did, digest of the world after it."""

    entry: str
    stage: str
    round: int
    played: Mapping[str, Played]
    digest: str


@dataclass(frozen=True)
class Record:
    """A stored game. pending holds the answer of one of two people while the other has not answered yet.

    over is the ending's id, empty while the game goes on; title and moment say in words which game it is and where it
    stands; where is the path of a scenario that does not come with the game; opening is what earlier chapters of a
    campaign added to its first day.
    """

    scenario: str
    rules: str
    prose: str
    seed: int
    players: Mapping[str, str]
    answers: tuple[Answer, ...]
    files: bool = False
    pending: Mapping[str, Played] = field(default_factory=dict)
    over: str = ""
    title: str = ""
    moment: str = ""
    where: str = ""
    opening: Opening = ()


def record(game: Game, moment: str = "", where: str = "") -> Record:
    """The record of a game as it stands; moment says in words when, where is the path of a scenario not our own."""
    answers = tuple(_answer(beat) for beat in game.beats if beat.was_asked)
    return Record(
        game.scenario.id, rules_of(game), prose_digest(game.scenario), game.seed, dict(game.players), answers,
        game.files, dict(game.pending), game.ending, game.scenario.title, moment, where, game.tables.opening,
    )  # fmt: skip


def rules_of(game: Game) -> str:
    """The digest of the rules that a game is played under."""
    return rules_digest(game.scenario, game.tables.parameters, game.tables.opening)


def _answer(beat: Beat) -> Answer:
    return Answer(beat.entry, beat.stage.kind, beat.stage.round, dict(beat.played), beat.after.digest())


def dump(told: Record) -> str:
    """The record as JSON that people can read."""
    return as_json({"game": GAME, "format": VERSION, **as_value(told)})


def as_json(value: Mapping[str, Any]) -> str:
    """A stored game as text."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def as_value(told: Record) -> dict[str, Any]:
    """The record as plain values."""
    return {
        "scenario": told.scenario, "where": told.where,
        "title": told.title, "moment": told.moment,
        "rules": told.rules, "prose": told.prose, "seed": told.seed, "players": dict(told.players), "files": told.files,
        "answers": [_answer_value(answer) for answer in told.answers],
        "pending": {side: _played_value(played) for side, played in told.pending.items()}, "over": told.over,
        **({"opening": dict(told.opening)} if told.opening else {}),
    }  # fmt: skip


def _answer_value(answer: Answer) -> dict[str, Any]:
    played = {side: _played_value(one) for side, one in answer.played.items()}
    return {
        "entry": answer.entry,
        "stage": answer.stage,
        "round": answer.round,
        "played": played,
        "digest": answer.digest,
    }


def _played_value(played: Played) -> dict[str, str]:
    return {"choice": played.choice, "tool": played.tool} if played.tool else {"choice": played.choice}


def read(text: str) -> Record:
    """A Record from its JSON. Raises RecordError, in plain words, for anything that is not one."""
    return as_record(parsed(text))


def parsed(text: str) -> Mapping[str, Any]:
    """What a stored game or campaign holds, in this version's format. Raises RecordError."""
    if len(text) > LARGEST:
        raise RecordError("this file is too large to be a stored game")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise RecordError("this file is no stored game: it is not JSON, or it was cut off") from None
    if not isinstance(value, dict) or value.get("game") != GAME:
        raise RecordError("this file is no stored game of Brinkmanship")
    if value.get("format") != VERSION:
        raise RecordError(
            f"this game was stored in format {value.get('format')!r}; this version reads format {VERSION}"
        )
    return value


def as_record(value: Mapping[str, Any]) -> Record:
    """A Record from plain values. Raises RecordError."""
    return Reader(value).record()


class Reader:
    """Reads fields strictly: each must be there and of its type."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self.value = value

    def take(self, name: str, kind: type, fits: Callable[[Any], bool] = lambda _: True) -> Any:
        """A field of one kind that fits, or a RecordError."""
        found = self.value.get(name)
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)) or not fits(found):
            raise RecordError(f"this stored game is damaged: '{name}' is missing or not what it should be")
        return found

    def record(self) -> Record:
        """The whole record."""
        answers = self.take("answers", list, lambda found: len(found) <= MOST_ANSWERS)
        return Record(
            self.take("scenario", str), self.take("rules", str), self.take("prose", str),
            self.take("seed", int, lambda seed: 0 <= seed <= MOST_SEED),
            self.take("players", dict, both_named),
            tuple(Reader(mapping(one)).answer() for one in answers), self.take("files", bool),
            _plays(self.take("pending", dict)),
            self.take("over", str), self.take("title", str), self.take("moment", str), self.take("where", str),
            _opening(self.take("opening", dict)) if "opening" in self.value else (),
        )  # fmt: skip

    def answer(self) -> Answer:
        """One answer."""
        played = _plays(self.take("played", dict))
        return Answer(
            self.take("entry", str), self.take("stage", str), self.take("round", int), played, self.take("digest", str)
        )


def both_named(found: Mapping[str, Any]) -> bool:
    """Whether both sides, and nobody else, have a name."""
    return set(found) == set(SIDES) and all(isinstance(name, str) for name in found.values())


def _opening(value: Mapping[str, Any]) -> Opening:
    if not all(isinstance(amount, float) and isfinite(amount) for amount in value.values()):
        raise RecordError("this stored game is damaged: its opening holds something that is no number")
    return tuple(value.items())


def mapping(value: Any) -> Mapping[str, Any]:
    """A map; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def _plays(value: Mapping[str, Any]) -> dict[str, Played]:
    if not set(value) <= set(SIDES):
        raise RecordError("this stored game is damaged: an answer of nobody")
    found = {}
    for side, one in value.items():
        reader = Reader(mapping(one))
        found[side] = Played(reader.take("choice", str), reader.take("tool", str) if "tool" in reader.value else "")
    return found


def replay(told: Record, scenario: Scenario, each: Callable[[Game, Beat], None] | None = None) -> Game:
    """The game that a record holds, run to its next question. each is told every answered beat as it is verified.

    Raises RecordError where the scenario's rules have changed so that the game comes out otherwise, naming the entry.
    """
    game = opened(told, scenario)
    for answer in told.answers:
        beat = follow(game, answer, told)
        if each:
            each(game, beat)
    try:
        game.pending = dict(told.pending)
        game.advance()
    except MoveError as error:
        raise RecordError(f"this stored game is damaged: {error.message}") from None
    return game


def opened(told: Record, scenario: Scenario) -> Game:
    """The game of a record before its first answer."""
    if scenario.id != told.scenario:
        raise RecordError(f"this game belongs to the scenario '{told.scenario}', not to '{scenario.id}'")
    for side, name in told.players.items():
        if name != PERSON and name not in seats(scenario, SIDES.index(side)):
            raise RecordError(f"this stored game is damaged: no mind is called '{name}'")
    try:
        return Game(scenario, tables_of(scenario, told.opening), dict(told.players), told.seed, told.files)
    except KeyError as error:
        raise RecordError(f"this stored game is damaged: its opening names {error}, which is no row") from None


def follow(game: Game, answer: Answer, told: Record) -> Beat:
    """Play one stored answer and check it. Raises RecordError where the game parts from the record."""
    try:
        beat = game.follow(answer.played)
    except GameError as error:
        raise parting(told, game, f"at '{answer.entry}' a stored move does not fit: {error.message}") from None
    if (beat.entry, beat.stage.kind, beat.stage.round) != (answer.entry, answer.stage, answer.round):
        raise parting(told, game, f"the record goes on at '{answer.entry}', the game at '{beat.entry}'")
    if beat.after.digest() != answer.digest:
        raise parting(told, game, f"after '{answer.entry}' the world is not the one that was stored")
    return beat


def parting(told: Record, game: Game, where: str) -> RecordError:
    """The error for a record that the game does not follow, with the likely cause."""
    changed = told.rules != rules_of(game)
    why = (
        "the scenario or the rules have changed since it was played"
        if changed
        else "the file was changed by hand, or damaged"
    )
    return RecordError(f"this stored game comes out otherwise: {where}", f"{why}.")
