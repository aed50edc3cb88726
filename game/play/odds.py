"""Odds of a game's own decisions: which can be asked about, and the reckoning, part by part, beside the game.

A reckoning runs in a thread of its own where somebody can be woken when figures come, else a part at a time when it is
asked for. It ends by itself when figures are sharp enough, and at once when nobody looks any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread
from time import perf_counter

from game.engine.single import tension_of
from game.engine.worlds import Worlds
from game.insight.odds import LEAST, Odds, sharp
from game.insight.odds_here import Here, StoppedError
from game.insight.roads import READINGS
from game.insight.tally import Tally
from game.model.people import SIDES
from game.play.game import PERSON, Game
from game.problems import MoveError

#: Worlds of each part: a first look soon, then larger parts; together LEAST.
PARTS = (500, 1_500, 2_000, 2_000, 2_000, 2_000)


@dataclass(frozen=True)
class Fork:
    """A decision that came up in a game: when, whose, what was chosen (empty where it is asked now), and the world as
    it stood before the answer.
    """

    entry: str
    side: str
    minute: int
    chosen: str
    world: Worlds
    tension: float


def forks(game: Game) -> list[Fork]:
    """Every decision of the game that was answered, in order."""
    return [
        Fork(beat.entry, side, beat.minute, beat.played[side].choice, beat.before, tension_of(game.tables, beat.before))
        for beat in game.beats
        for side in beat.played
        if beat.stage.kind == "move"
    ]


def fork_now(game: Game) -> Fork:
    """The decision that is asked now. Raises MoveError where none is."""
    asked = game.asked
    if asked is None or asked.kind != "decision":
        raise MoveError("no decision is asked now")
    return Fork(asked.entry, asked.side, asked.minute, "", game.worlds, game.tension)


@dataclass
class Reckoning:
    """The odds of one fork as they come. found holds those of each reading; wake tells somebody that there are more."""

    game: Game
    fork: Fork
    wake: Callable[[], None] | None = None
    found: dict[str, Odds] = field(default_factory=dict)
    done: bool = False
    _sums: dict[str, Tally] = field(default_factory=dict)
    _spent: dict[str, float] = field(default_factory=dict)
    _left: list[tuple[str, int, int]] = field(default_factory=list)
    _end: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        minds = [self.game.players.get(side, "leader").partition(":")[0] for side in SIDES]
        usa, ussr = ("leader" if name == PERSON else name for name in minds)
        self.here = Here(
            self.game.scenario, self.game.tables, self.fork.world, self.fork.entry, (usa, ussr), self._end.is_set
        )
        first = 1
        for count in PARTS:
            self._left += [(reading, first, count) for reading in READINGS]
            first += count

    @property
    def worlds(self) -> int:
        """Worlds of the reading that has fewest so far."""
        return min((self.found[reading].worlds if reading in self.found else 0) for reading in READINGS)

    @property
    def most(self) -> int:
        """Worlds of each reading when all is done."""
        return LEAST

    def start(self) -> None:
        """Reckon: in the background where somebody can be woken, else the first part."""
        if self.wake is None:
            self.more()
        else:
            Thread(target=self._run, name="odds", daemon=True).start()

    def more(self) -> None:
        """The next part of each reading, at once."""
        for _ in READINGS:
            self._next()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._end.set()

    def _run(self) -> None:
        """All parts; whoever looks is woken after each. Nobody is woken after a stop."""
        assert self.wake is not None
        while not (self.done or self._end.is_set()):
            try:
                self._next()
            except StoppedError:
                return
            if not self._end.is_set():
                self.wake()

    def _next(self) -> None:
        """One part of one reading; a reading that is sharp is left out."""
        if self._left:
            reading, first, count = self._left.pop(0)
            begun = perf_counter()
            part = self.here.part(reading, first, count)
            self._sums[reading] = self._sums[reading] + part if reading in self._sums else part
            self._spent[reading] = self._spent.get(reading, 0.0) + perf_counter() - begun
            odds = self.here.odds(reading, self._sums[reading], self._spent[reading])
            self.found = {**self.found, reading: odds}  # never changed while somebody reads it
        self.done = not self._left or (len(self._sums) == len(READINGS) and all(map(sharp, self._sums.values())))
