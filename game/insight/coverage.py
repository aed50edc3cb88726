"""Does play reach everything? Batches of games by chance and by minds that seek what was seldom taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from game.engine import dice
from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.worlds import SIDES, Worlds
from game.insight.many import seeds
from game.insight.openings import Opening, opened
from game.minds.mind import Mind, draw, no_tool
from game.minds.plain import Chance
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.tables import RESULTS, DecisionTable, EventTable, Stage, StandoffTable, Tables


@dataclass
class Tally:
    """How often each thing was reached; things are named as "choice DECISION/CHOICE", "ending ID" and the like."""

    tables: Tables
    counts: Counter[str] = field(default_factory=Counter)
    bounds_broken: list[str] = field(default_factory=list)

    def see(self, stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        """Count what one stage asks and what is answered; look at every meter's bounds."""
        entry = self.tables.entries[stage.entry]
        self._look(worlds, entry.id)
        if stage.kind == "incident":
            for index, incident in enumerate(self.tables.incidents):
                self._add(f"incident {incident.id}", worlds["here"] & (worlds["incident"] == index))
        if asked is None:
            return
        for side in (0, 1):
            self._moves(stage, worlds, asked, moves, side)

    def _moves(self, stage: Stage, worlds: Worlds, asked: Prompt, moves: Moves, side: int) -> None:
        entry, choice = self.tables.entries[stage.entry], moves.choice[side]
        for index, tool in enumerate(self.tables.instruments):
            if tool.sides[side]:
                self._add(f"instrument {SIDES[side]}/{tool.id}", moves.tool[side] == index)
        for name, place in options(self.tables, stage, side).items():
            self._add(name, choice == place)
        if stage.kind in ("incident", "alarm"):
            for index, incident in enumerate(self.tables.incidents):
                for place, response in enumerate(incident.responses if incident.visible else ()):
                    mine = (worlds["incident"] == index) & (choice == place) & (incident.side == side)
                    self._add(f"response {incident.id}/{response}", mine)
                    if stage.kind == "alarm":
                        self._add(f"incident {incident.id}", mine)
        self._add(f"entry {entry.id}", asked.asked[side])

    def finish(self, worlds: Worlds) -> None:
        """Count how games ended."""
        for index, ending in enumerate(self.tables.endings):
            self._add(f"ending {ending.id}", worlds["ending"] == index)
        for entry in self.tables.entries:
            if isinstance(entry.what, StandoffTable):
                for place, result in enumerate(RESULTS):
                    self._add(f"result {entry.id}/{result}", worlds[f"result/{entry.id}"] == place + 1)
            if isinstance(entry.what, EventTable):
                self._add(f"entry {entry.id}", worlds[f"chosen/{entry.id}"] > 0)

    def _add(self, name: str, where: Row) -> None:
        self.counts[name] += int(where.sum())

    def _look(self, worlds: Worlds, entry: str) -> None:
        for meter in self.tables.meters:
            row = worlds[f"meter/{meter.id}"]
            if not (np.isfinite(row).all() and row.min() >= meter.low and row.max() <= meter.high):
                self.bounds_broken.append(f"{meter.id} at {entry}")

    def missed(self) -> list[str]:
        """Everything that was never reached."""
        return sorted(name for name, count in self.counts.items() if count == 0)


def options(tables: Tables, stage: Stage, side: int) -> dict[str, int]:
    """The named options of a stage for a side: what coverage counts, and its place among the choices."""
    entry = tables.entries[stage.entry]
    if stage.kind == "move" and isinstance(entry.what, DecisionTable) and entry.what.side == side:
        return {f"choice {entry.id}/{choice}": place for place, choice in enumerate(entry.what.choices)}
    if stage.kind == "round" and isinstance(entry.what, StandoffTable):
        kinds = ("hold", "climb", "back", *(f"offer-{place}" for place in range(len(entry.what.packages))))
        return {f"move {entry.id}/{SIDES[side]}/{kind}": place for place, kind in enumerate(kinds)}
    return {}


@dataclass(frozen=True)
class Seeker:
    """Prefers what the tally has seldom seen, with some luck so that worlds differ."""

    tally: Tally
    luck: Chance = Chance(tool_share=0.5)
    name: str = "seeker"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """By weights that fall with how often an option was taken."""
        choice, tool = self.luck.choose(tables, worlds, asked, side)
        named = options(tables, asked.stage, side)
        if not named:
            return choice, tool
        key = dice.key(tables.entries[asked.stage.entry].key, asked.stage.round, dice.MIND, side + 6)
        rare = [1.0 / (1.0 + self.tally.counts[name]) * asked.open[side][place] for name, place in named.items()]
        return draw(np.array(rare), dice.uniform(worlds["seed"], key)), tool if tool is not None else no_tool(worlds)


def cover(
    tables: Tables,
    games: int,
    batch: int = 500,
    first_days: Sequence[Opening] = ((),),
    leaders: tuple[Mind, Mind] | None = None,
) -> Tally:
    """Play games, half by chance and half seeking, in batches; returns what was reached.

    Where leaders are given, every fifth batch is theirs: they come to places that chance seldom finds.

    first_days are the ways in which a first day may open, taken in turn by every second pair of batches.
    """
    tally = Tally(tables)
    plain, seeking = (Chance(), Chance()), (Seeker(tally), Seeker(tally))
    for place, first in enumerate(range(1, games + 1, batch)):
        minds: tuple[Mind, Mind] = seeking if place % 2 else plain
        minds = leaders if leaders and place % 5 == 4 else minds
        day = opened(tables, first_days[place // 4 % len(first_days)] if place % 4 > 1 else first_days[0])
        worlds = start(day, seeds(min(batch, games + 1 - first), first))
        tally.finish(walk(tables, worlds, minds, watch=tally.see))
    return tally
