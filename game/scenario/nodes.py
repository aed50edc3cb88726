"""What a file holds before anybody knows what it means: scalars, lists and maps, each with its place.

Scalars are always text here. What a text means is decided later by the field table, never by YAML's guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from game.problems import Place


@dataclass
class SourceFile:
    """One file as read: the name to show people and its text with plain line ends."""

    name: str
    text: str
    shared: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; line 1 is lines[0]."""
        return self.text.split("\n")


class Mark(Protocol):
    """A place as the YAML parser counts: lines and columns from 0."""

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column, from 0."""


@dataclass(slots=True)
class Scalar:
    """A piece of text. start and end are the parser's marks, kept as they come because few are ever looked at."""

    file: SourceFile
    start: Mark
    end: Mark
    text: str
    plain: bool

    @property
    def place(self) -> Place:
        """Where it stands, as wide as it is written on its first line."""
        start, end = self.start, self.end
        width = end.column - start.column if end.line == start.line else 1
        return Place(self.file.name, start.line + 1, start.column + 1, max(1, width))

    @property
    def rest(self) -> str:
        """What follows it on the line where it ends."""
        return self.file.lines[self.end.line][self.end.column :]


@dataclass(slots=True)
class Listing:
    """A list; in one line with brackets where flow is true."""

    file: SourceFile
    start: Mark
    items: list[Node]
    flow: bool

    @property
    def place(self) -> Place:
        """Where it starts."""
        return Place(self.file.name, self.start.line + 1, self.start.column + 1)


@dataclass(slots=True)
class Mapping:
    """A map from key to value, in the file's order; in one line with braces where flow is true."""

    file: SourceFile
    start: Mark
    entries: dict[str, Entry]
    flow: bool

    @property
    def place(self) -> Place:
        """Where it starts."""
        return Place(self.file.name, self.start.line + 1, self.start.column + 1)

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None


Node = Scalar | Listing | Mapping


@dataclass(slots=True)
class Entry:
    """One line of a map."""

    key: Scalar
    value: Node


@dataclass(frozen=True)
class Top:
    """The mark of a file's first character."""

    line: int = 0
    column: int = 0


#: What each kind of node is called in a message.
WORDS = {Scalar: "a text", Listing: "a list", Mapping: "a map"}


def found(node: Node) -> str:
    """What stands there, for the end of a sentence: "found 'abc'", "found a list", "found nothing"."""
    if not isinstance(node, Scalar):
        return f"found {WORDS[type(node)]}"
    if not node.text:
        return "found nothing"
    return f"found '{node.text if len(node.text) <= 40 else node.text[:37] + '...'}'"


class Places:
    """Where each part of a scenario stands: a path of keys and indexes to a Place.

    `places["decisions", "tanks", "choices", "send", "label"]` is the label's text; a map or a list is found at
    its key. A path that no file wrote (a default) gives the place of the nearest part around it.
    """

    def __init__(self, root: Mapping) -> None:
        self.root = root

    def __getitem__(self, path: tuple[str | int, ...]) -> Place:
        """The place of the part at path, or of the nearest part around it."""
        return self._nearest(path)

    def key(self, path: tuple[str | int, ...]) -> Place:
        """The place of the key of the part at path, or of the nearest part around it."""
        return self._nearest(path, keys=True)

    def node(self, path: tuple[str | int, ...]) -> Node | None:
        """The node at path, or None where no file wrote it."""
        node: Node | None = self.root
        for step in path:
            node = child(node, step)[1]
        return node

    def _nearest(self, path: tuple[str | int, ...], keys: bool = False) -> Place:
        node: Node | None = self.root
        place = self.root.place
        for step in path:
            key, node = child(node, step)
            if node is None:
                break
            place = key.place if key and (keys or not isinstance(node, Scalar)) else node.place
        return place


def child(node: Node | None, step: str | int) -> tuple[Scalar | None, Node | None]:
    """The key (where it has one) and the value one step down; None where there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entries.get(step)
        return (entry.key, entry.value) if entry else (None, None)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None, None
