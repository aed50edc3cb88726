"""Game: one world in progress at a table. It asks people, lets minds choose, and remembers everything that happened.

The rules live in the engine alone: a Game walks the calendar's stages and keeps what the engine says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.prompts import Prompt, prompt
from game.engine.single import NONE, alone, first, is_asked, moves, number, tension_of
from game.engine.step import step
from game.engine.worlds import Worlds
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import Stage, Tables
from game.play.ask import Ask, ask, incident_of, move_ids
from game.play.happenings import Happening, happenings
from game.play.seats import PERSON, Seats
from game.play.tables import tables_of
from game.problems import MoveError

__all__ = ["PERSON", "Beat", "Game", "Played"]


@dataclass(frozen=True)
class Played:
    """What one side did at a prompt: choice id, and instrument id or ""."""

    choice: str
    tool: str = ""


@dataclass(frozen=True)
class Beat:
    """One step of the calendar that did something, with the world after it."""

    stage: Stage
    entry: str
    minute: int
    before: Worlds
    after: Worlds
    played: Mapping[str, Played]
    happenings: tuple[Happening, ...]
    tension: float
    subject: str = ""

    @property
    def was_asked(self) -> bool:
        """Whether anybody had to choose."""
        return bool(self.played)

    @property
    def opened(self) -> bool:
        """Whether the entry opened in this world."""
        return bool(number(self.after, "here"))

    def height(self, side: str) -> int:
        """The rung on which a side stands after it, in a standoff."""
        return int(number(self.after, f"height/{side}"))


@dataclass(eq=False)
class Game:
    """One game. players maps each side to "person" or a mind's name; seed fixes all luck; files says that the player
    opened the files at the start (odds, notes and rewind before the debrief).
    """

    scenario: Scenario
    tables: Tables
    players: Mapping[str, str]
    seed: int
    files: bool = False
    fated: bool = False
    worlds: Worlds = field(init=False)
    asked: Ask | None = field(init=False, default=None)
    beats: list[Beat] = field(init=False, default_factory=list)
    pending: dict[str, Played] = field(init=False, default_factory=dict)
    seats: Seats = field(init=False)
    _stage: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.worlds = alone(self.tables, self.seed)
        self.opening = self.tension
        self.seats = Seats(self.scenario, self.tables, self.players)

    @classmethod
    def start(cls, scenario: Scenario, players: Mapping[str, str], seed: int, files: bool = False) -> Game:
        """A new game, run to its first question. Raises GameError for a mind that does not exist."""
        game = cls(scenario, tables_of(scenario), dict(players), seed, files)
        game.advance()
        return game

    @property
    def people(self) -> tuple[str, ...]:
        """The sides that people play, Washington first."""
        return tuple(side for side in SIDES if self.players.get(side) == PERSON)

    @property
    def over(self) -> bool:
        """Whether an ending was reached."""
        return first(self.worlds["ending"]) >= 0

    @property
    def ending(self) -> str:
        """The ending's id; empty while the game goes on."""
        index = first(self.worlds["ending"])
        return self.tables.endings[index].id if index >= 0 else ""

    @property
    def war(self) -> bool:
        """Whether control was lost."""
        return self.over and self.tables.endings[first(self.worlds["ending"])].war

    @property
    def minute(self) -> int:
        """The moment, in minutes since 1955."""
        return int(number(self.worlds, "now"))

    @property
    def tension(self) -> float:
        """Tension now, 0-100."""
        return tension_of(self.tables, self.worlds)

    @property
    def history(self) -> list[Happening]:
        """Everything that happened, in order."""
        return [happening for beat in self.beats for happening in beat.happenings]

    @property
    def happenings(self) -> list[Happening]:
        """What happened since, and with, the last answer of a person, whoever may know of it."""
        answered = [place for place, beat in enumerate(self.beats) if set(beat.played) & set(self.people)]
        return [one for beat in self.beats[answered[-1] if answered else 0 :] for one in beat.happenings]

    def advance(self) -> None:
        """Run until a person must choose or the game is over."""
        self.asked = None
        while (found := self.next_prompt()) is not None:
            self.asked = self._person(found)
            if self.asked:
                return
            self._take(found.stage, found)

    def follow(self, played: Mapping[str, Played]) -> Beat:
        """Answer the next prompt, whoever is asked, with stored moves. Raises MoveError where they do not fit it.

        This is how a record is replayed: no mind is asked again. Call `advance` when the stored moves are used up.
        """
        found = self.next_prompt()
        if found is None:
            raise MoveError("the game is over before this move")
        for side, name in enumerate(SIDES):
            if is_asked(found, side) != (name in played):
                raise MoveError(f"{name} is {'' if is_asked(found, side) else 'not '}asked here")
            if name in played:
                asked = ask(self.scenario, self.tables, self.worlds, found, side)
                asked.find(played[name].choice)
                if played[name].tool:
                    asked.find_tool(played[name].tool)
        self.pending = dict(played)
        self._take(found.stage, found)
        return self.beats[-1]

    def choose(self, choice: str, tool: str | None = None) -> Ask:
        """Answer the question that is asked, and run on. Ids may be shortened. Raises MoveError.

        Returns the Ask that was answered.
        """
        answered = self.order(choice, tool)
        self.advance()
        return answered

    def order(self, choice: str, tool: str | None = None) -> Ask:
        """Take an answer and do no more: it can be stored before anybody thinks about it. Then call `advance`."""
        answered = self.asked
        if answered is None:
            raise MoveError("nobody is asked now", "the game is over" if self.over else "")
        option = answered.find(choice)
        used = answered.find_tool(tool) if tool else None
        self.pending[answered.side] = Played(option.id, used.id if used else "")
        return answered

    def next_prompt(self) -> Prompt | None:
        """Run to the next question, whoever is asked; None where the game ends first."""
        while self._stage < len(self.tables.stages) and not self.over:
            stage = self.tables.stages[self._stage]
            found = prompt(self.tables, self.worlds, stage)
            if found is not None:
                return found
            self._take(stage, None)
        return None

    def _person(self, found: Prompt) -> Ask | None:
        """The question for the first person who is asked and has not answered."""
        for side, name in enumerate(SIDES):
            if self.players.get(name) == PERSON and is_asked(found, side) and name not in self.pending:
                return ask(self.scenario, self.tables, self.worlds, found, side)
        return None

    def _take(self, stage: Stage, found: Prompt | None) -> None:
        """One step of the engine with what everybody chose."""
        played = self._played(found) if found else {}
        choices, tools = self._indices(found, played) if found else ((NONE, NONE), (NONE, NONE))
        subject = incident_of(self.tables, self.worlds) if stage.kind in ("incident", "alarm") else None
        before = self.worlds
        self.worlds, trace = step(self.tables, before, stage, moves(choices, tools, self.fated), recording=True)
        if found is not None:
            self.pending = {}
        self._stage += 1
        entry = self.tables.entries[stage.entry].id
        told = happenings(trace, self.minute, entry, stage.round)
        if played or told or self.over:
            name = subject.id if subject else ""
            self.beats.append(Beat(stage, entry, self.minute, before, self.worlds, played, told, self.tension, name))

    def _played(self, found: Prompt) -> dict[str, Played]:
        """What each asked side does: a person's answer, or a mind's on what its side may see."""
        played: dict[str, Played] = {}
        for side, name in enumerate(SIDES):
            if is_asked(found, side):
                played[name] = self.pending[name] if name in self.pending else self._think(found, side)
        return played

    def thought(self, found: Prompt) -> dict[str, Played]:
        """What the minds of the asked sides would do at a prompt; nothing is played."""
        return {name: self._think(found, side) for side, name in enumerate(SIDES) if is_asked(found, side)}

    def _think(self, found: Prompt, side: int) -> Played:
        choice, tool = self.seats.choose(self.worlds, found, side)
        ids = move_ids(self.tables, self.worlds, found, side)
        used = first(tool)
        return Played(ids[first(choice)], self.tables.instruments[used].id if used >= 0 else "")

    def _indices(self, found: Prompt, played: Mapping[str, Played]) -> tuple[tuple[int, int], tuple[int, int]]:
        """Ids back to the engine's indices."""
        names = [instrument.id for instrument in self.tables.instruments]
        choices, tools = [NONE, NONE], [NONE, NONE]
        for side, name in enumerate(SIDES):
            if name in played:
                choices[side] = move_ids(self.tables, self.worlds, found, side).index(played[name].choice)
                tools[side] = names.index(played[name].tool) if played[name].tool else NONE
        return (choices[0], choices[1]), (tools[0], tools[1])
