"""What every mind is: a source of moves for one side, in one world or in many."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from game.engine.holds import some
from game.engine.prompts import Moves, Prompt
from game.engine.worlds import Gathered, Worlds
from game.minds.sight import sight
from game.model.bundle import Row
from game.model.tables import Tables


class Mind(Protocol):
    """A side's way of choosing. worlds is what the side may see; rows of the answer have shape (worlds,), -1: none."""

    @property
    def name(self) -> str:
        """What it is called."""

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The choice and the instrument in each world; only open ones where the side is asked."""


def answer(
    tables: Tables, worlds: Worlds, asked: Prompt | None, minds: tuple[Mind, Mind], fated: bool = False
) -> Moves:
    """Put a prompt to whoever is asked; each mind sees only what its side may know."""
    none = np.full(worlds.count, -1, np.int8)
    choices, tools = [none, none], [none, none]
    if asked is not None:
        for side in (0, 1):
            if some(asked.asked[side]):
                choices[side], tools[side] = _ask(tables, worlds, asked, minds[side], side)
    return Moves((choices[0], choices[1]), (tools[0], tools[1]), fated)


def _ask(tables: Tables, worlds: Worlds, asked: Prompt, mind: Mind, side: int) -> tuple[Row, Row]:
    """Only worlds in which its side is asked are put before a mind."""
    where = asked.asked[side]
    if np.count_nonzero(where) == len(where):
        choice, tool = mind.choose(tables, sight(tables, worlds, side), asked, side)
        return choice.astype(np.int8, copy=False), tool.astype(np.int8, copy=False)
    places = np.flatnonzero(where)
    part = sight(tables, Worlds(Gathered(worlds.rows, places)), side)
    choice, tool = mind.choose(tables, part, asked.part(places), side)
    return _spread(choice, places, worlds.count), _spread(tool, places, worlds.count)


def _spread(row: Row, places: Row, count: int) -> Row:
    """A row of some worlds as one of all; -1 in the others."""
    spread = np.full(count, -1, np.int8)
    spread[places] = row
    return spread


def no_tool(worlds: Worlds) -> Row:
    """No instrument in any world."""
    return np.full(worlds.count, -1, np.int8)


#: Worth less than anything, but a number: differences of it stay numbers.
_CLOSED = -1e300


def quantal(values: Row, open_: Row, sharpness: Row | float, luck: Row) -> Row:
    """Quantal response (McKelvey and Palfrey 1995): index drawn with odds exp(sharpness x value) among the open ones.

    values and open_ have shape (choices, worlds), luck (worlds,) lies in [0, 1).
    """
    weights = values + ~open_ * _CLOSED
    weights -= weights.max(axis=0)
    weights *= sharpness
    np.exp(weights, out=weights)
    weights *= 1e9
    np.rint(weights, out=weights)
    weights /= 1e9
    weights *= open_
    return draw(weights, luck)


def draw(weights: Row, luck: Row) -> Row:
    """An index drawn by weight, -1 where all weigh nothing; weights, numbers or a mask, have shape (choices, worlds).

    Never one of weight 0: it is passed together with the one before.
    """
    passed = weights.astype(np.int8) if weights.dtype == np.bool_ else weights.copy()
    for place in range(1, len(passed)):
        passed[place] += passed[place - 1]
    found: Row = np.add.reduce(passed <= luck * passed[-1], axis=0, dtype=np.int8)
    found[found == len(weights)] = -1
    return found
