"""A frame: one screen as a flat list of things with rectangles, before anything is painted.

Tests read it as text, the painter draws it, and a screen reader can speak it: each item carries a role and a label,
and a label is empty where another item already says it (the second line of a paragraph, the words inside a button).
Coordinates are pixels of the page; a pane says which part of the window shows it and how far it scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.views.blocks import Intent

#: Where the baseline lies below the top of a text's rectangle, and how high that is, in parts of the size.
BASELINE = 0.80
EM = 1.06


class Rect(NamedTuple):
    """A rectangle in pixels."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.h

    def moved(self, across: int, down: int) -> Rect:
        """The same size elsewhere."""
        return Rect(self.x + across, self.y + down, self.w, self.h)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether the two share a pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item has. role: text, heading, figure, button, key, picture, rule; pane: room, rail, answers, foot."""

    rect: Rect
    role: str = "rule"
    label: str = ""
    intent: Intent | None = None
    closed: bool = False
    pane: str = "room"

    def placed(self, across: int, down: int, pane: str) -> Item:
        """The item moved to its place on a pane's page."""
        return replace(self, rect=self.rect.moved(across, down), pane=pane)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Item):
    """One line of words in one face. size and tracking in pixels; angle in degrees, anticlockwise."""

    text: str
    face: str
    size: int
    colour: str
    tracking: float = 0.0
    angle: float = 0.0
    role: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Item):
    """A rectangle, rounded by radius; a circle where the radius is half the side. Empty colours paint nothing.

    number is a button's place among the view's actions.
    """

    fill: str = ""
    edge: str = ""
    thick: int = 1
    radius: int = 0
    shadow: int = 0
    number: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Item):
    """A line through points, counted from the rectangle's corner. dash: lengths of stroke and gap, or ()."""

    points: tuple[tuple[float, float], ...]
    colour: str
    thick: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon(Item):
    """A filled shape; points counted from the rectangle's corner."""

    points: tuple[tuple[float, float], ...]
    fill: str


@dataclass(frozen=True)
class Pane:
    """A part of the window: what it shows (view), how high its page is, and what lies under it."""

    name: str
    view: Rect
    height: int
    fill: str

    @property
    def slack(self) -> int:
        """How far the page can scroll."""
        return max(0, self.height - self.view.h)


@dataclass(frozen=True)
class Frame:
    """One screen. targets are what can hold the focus, in reading order; focus counts them from 0, -1 is none."""

    size: tuple[int, int]
    items: tuple[Item, ...]
    panes: tuple[Pane, ...]
    focus: int = -1
    scroll: int = 0

    @property
    def targets(self) -> tuple[Box, ...]:
        """The buttons, open and closed, in reading order."""
        found = (item for item in self.items if isinstance(item, Box) and item.role == "button")
        return tuple(sorted(found, key=lambda box: box.number))

    @property
    def limit(self) -> int:
        """The furthest that this screen scrolls."""
        return max((pane.slack for pane in self.panes), default=0)

    def pane(self, name: str) -> Pane:
        """The pane of that name."""
        return next(pane for pane in self.panes if pane.name == name)

    def offset(self, name: str) -> int:
        """How far that pane's page is scrolled now."""
        return min(self.scroll, self.pane(name).slack)

    def shown(self, item: Item) -> Rect:
        """Where in the window the item lies now."""
        return item.rect.moved(0, -self.offset(item.pane))

    def at(self, x: float, y: float) -> int:
        """The target under a point of the window, or -1."""
        for index, item in enumerate(self.targets):
            if self.shown(item).holds(x, y) and self.pane(item.pane).view.holds(x, y):
                return index
        return -1

    def revealing(self, index: int, margin: int = 24) -> int:
        """The scroll that brings a target into view with the least movement."""
        if not 0 <= index < len(self.targets):
            return self.scroll
        item = self.targets[index]
        view, rect = self.pane(item.pane).view, self.shown(item)
        if rect.bottom + margin > view.bottom:
            return min(self.limit, self.scroll + rect.bottom + margin - view.bottom)
        if rect.y - margin < view.y:
            return max(0, self.scroll + rect.y - margin - view.y)
        return self.scroll

    def spoken(self) -> Iterator[tuple[str, str]]:
        """What a screen reader would say: role and label in reading order."""
        return ((item.role, item.label) for item in self.items if item.label)

    def words(self) -> str:
        """Everything that is drawn as words, one line a text."""
        return "\n".join(item.text for item in self.items if isinstance(item, Text))
