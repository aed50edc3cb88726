"""Pieces: parts of a screen that know their size and not their place, put together into larger ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from game.views.blocks import Action
from game.window.frame import Item
from game.window.theme import ROLES

#: What is left of a space where a screen must save it, by how tight it is.
TIGHT = (1.0, 0.75, 0.62)


class Metrics(Protocol):
    """What layout must know about fonts."""

    def width(self, text: str, face: str, size: int) -> float:
        """The width of a text in pixels."""
        ...

    def __hash__(self) -> int:
        """Metrics can be remembered by."""
        ...


@dataclass(frozen=True)
class Style:
    """A role of type in pixels."""

    face: str
    size: int
    leading: int
    tracking: float
    capitals: bool


@dataclass(frozen=True)
class Kit:
    """What every block needs to lay itself out.

    text and space are pixels in a unit of type and of space; actions are all of the view's, in reading order, and
    focused is the one that holds the focus, if any; place is "room", "rail", "column" or "title", where a block looks
    different there; tight is 0, or 1 where space is saved, or 2 where choices also stand in two columns;
    balance evens out the lines of a paragraph that stands alone; minor is a figure after the first.
    """

    metrics: Metrics
    text: float
    space: float
    actions: tuple[Action, ...] = ()
    focused: Action | None = None
    place: str = "room"
    tight: int = 0
    balance: bool = True
    minor: bool = False

    def number(self, action: Action) -> int:
        """The action's place in reading order."""
        return next((n for n, one in enumerate(self.actions) if one is action), -1)

    def style(self, role: str) -> Style:
        """The role's type at this size."""
        told = ROLES[role]
        size = max(8, round(told.size * self.text))
        return Style(told.face, size, round(told.leading * self.text), told.tracking * size, told.capitals)

    def gap(self, units: float) -> int:
        """So many units of space in pixels."""
        return round(units * self.space * (TIGHT[self.tight] if units >= 8 else 1.0))

    def em(self, units: float) -> int:
        """So many units of type in pixels, for what must grow with the words."""
        return round(units * self.text)

    def within(self, place: str) -> Kit:
        """The same kit for another place."""
        return replace(self, place=place)


@dataclass
class Piece:
    """Items and smaller pieces with their places in it; height grows with what is put in."""

    width: int
    height: int = 0
    parts: list[tuple[int, int, Item | Piece]] = field(default_factory=list)

    def draw(self, item: Item) -> None:
        """Add an item, placed by its own rectangle."""
        self.parts.append((0, 0, item))
        self.height = max(self.height, item.rect.bottom)

    def put(self, piece: Piece, x: float, y: float) -> int:
        """Add a piece with its corner there; gives where its lower edge lies."""
        self.parts.append((round(x), round(y), piece))
        self.height = max(self.height, round(y) + piece.height)
        return round(y) + piece.height

    def items(self, pane: str, across: int = 0, down: int = 0) -> Iterator[Item]:
        """Every item in its place, in reading order."""
        for x, y, part in self.parts:
            if isinstance(part, Piece):
                yield from part.items(pane, across + x, down + y)
            else:
                yield part.placed(across, down, pane)


def stacked(pieces: Sequence[Piece], gap: int, width: int) -> Piece:
    """Pieces one under the other."""
    whole, y = Piece(width), 0
    for piece in pieces:
        y = whole.put(piece, 0, y) + gap
    return whole


def beside(pieces: Sequence[Piece], gap: int, columns: int, width: int) -> Piece:
    """Pieces of one width in rows of so many columns; reading goes along the rows."""
    step = (width + gap) / columns
    whole, y = Piece(width), 0
    for start in range(0, len(pieces), columns):
        row = pieces[start : start + columns]
        for place, piece in enumerate(row):
            whole.put(piece, place * step, y)
        y += max(piece.height for piece in row) + gap
    return whole


def column_width(width: int, columns: int, gap: int) -> int:
    """The width of one of several equal columns."""
    return (width - gap * (columns - 1)) // columns


def columns_that_fit(width: int, least: int, most: int, gap: int) -> int:
    """How many columns of at least that width fit, at most so many, at least one."""
    return max(1, min(most, (width + gap) // (least + gap)))
