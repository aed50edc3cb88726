"""Minds with a rule laid over them: one option at one question, or no instruments at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.minds.mind import Mind, no_tool
from game.model.bundle import Row
from game.model.tables import MOVES, Stage, Tables


@dataclass(frozen=True)
class Forced:
    """Takes one option at one question and leaves the rest to another mind; an offer is its own, or the first."""

    stage: Stage
    side: int
    option: int
    rest: Mind
    name: str = "forced"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The forced option, wherever it is open."""
        choice, tool = self.rest.choose(tables, worlds, asked, side)
        if asked.stage != self.stage or side != self.side:
            return choice, tool
        if asked.stage.kind == "round" and self.option == len(MOVES):
            offers = asked.open[side][len(MOVES) :]
            forced = np.where(choice >= len(MOVES), choice, len(MOVES) + offers.argmax(axis=0))
            return np.where(offers.any(axis=0), forced, choice).astype(np.int8), tool
        return np.where(asked.open[side][self.option], self.option, choice).astype(np.int8), tool


@dataclass(frozen=True)
class Told:
    """Takes at one question, which all worlds are asked, the option that each was told; leaves the rest to a mind."""

    stage: Stage
    side: int
    options: Row
    rest: Mind
    name: str = "told"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """What it was told, with the instrument that the other mind takes."""
        choice, tool = self.rest.choose(tables, worlds, asked, side)
        return (self.options if asked.stage == self.stage and side == self.side else choice), tool


@dataclass(frozen=True)
class Bare:
    """Another mind without its instruments."""

    rest: Mind
    name: str = "bare"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The other mind's choice, no instrument."""
        return self.rest.choose(tables, worlds, asked, side)[0], no_tool(worlds)
