"""Who sits at a table beside the people: the minds that play sides, and what went through their leaders' heads."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.prompts import Prompt, prompt
from game.engine.worlds import Worlds
from game.minds.mind import Mind
from game.minds.roster import seat
from game.minds.sight import sight
from game.minds.table import LeaderAtTable, Thought
from game.model.bundle import Row
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import Stage, Tables

PERSON = "person"


class Seats:
    """The minds of one game by side. A leader's thoughts are kept as the game goes, one for each question."""

    def __init__(self, scenario: Scenario, tables: Tables, players: Mapping[str, str]) -> None:
        self.tables = tables
        self.minds: dict[str, Mind] = {
            side: seat(name, scenario, tables, SIDES.index(side)) for side, name in players.items() if name != PERSON
        }
        self._thoughts: dict[tuple[Stage, str], Thought] = {}

    def leader(self, side: str) -> LeaderAtTable | None:
        """The leader at the table who plays a side; none for people, history, chance and the like."""
        mind = self.minds.get(side)
        return mind if isinstance(mind, LeaderAtTable) else None

    @property
    def slow(self) -> tuple[str, ...]:
        """The sides whose minds take their time."""
        return tuple(side for side in SIDES if self.leader(side))

    def choose(self, worlds: Worlds, found: Prompt, side: int) -> tuple[Row, Row]:
        """The choice and the instrument of the mind that plays a side, on what that side may see."""
        if self.leader(SIDES[side]):
            return self._ponder(worlds, found, side).taken
        return self.minds[SIDES[side]].choose(self.tables, sight(self.tables, worlds, side), found, side)

    def thought(self, worlds: Worlds, stage: Stage, side: str) -> Thought | None:
        """What went through a leader's head at a stage that was played; none of anybody but leaders at the table.

        In a game that was stored the leader is asked again: the same question in the same world.
        """
        if self.leader(side) is None:
            return None
        if (stage, side) not in self._thoughts:
            found = prompt(self.tables, worlds, stage)
            if found is None or not found.asked[SIDES.index(side)].any():
                return None
            self._ponder(worlds, found, SIDES.index(side))
        return self._thoughts[stage, side]

    def _ponder(self, worlds: Worlds, found: Prompt, side: int) -> Thought:
        leader = self.leader(SIDES[side])
        assert leader is not None
        thought = leader.ponder(self.tables, sight(self.tables, worlds, side), found, side)
        self._thoughts[found.stage, SIDES[side]] = thought
        return thought
