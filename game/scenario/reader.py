"""A stranger's file to nodes, safely: YAML events only, hard limits, nothing built before it is judged.

PyYAML's loaders build objects and expand aliases; a kilobyte can cost minutes. Here each event is looked at as it
comes, so a hostile file is refused at its first wrong byte (see pyyaml issues 895 and 897).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from game.problems import Place, Problem
from game.scenario.nodes import Entry, Listing, Mapping, Node, Scalar, SourceFile

MAX_BYTES = 1 << 20
MAX_DEPTH = 24
MAX_NODES = 50_000
MAX_SCALAR = 8 << 10

#: libyaml's parser where PyYAML was built with it; the same events, seven times as fast.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Characters that no eye sees: controls, zero-width, direction marks, stray byte order marks, line separators.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
#: The bytes of plain English: what is left without them is short, and quickly looked through.
PLAIN = bytes([9, 10, *range(32, 127)])

#: What to try, by a part of the YAML parser's message.
SYNTAX_HINTS = (
    ("mapping values are not allowed", "a text with ': ' in it must stand in quotes"),
    ("cannot start any token", "indent with spaces, and quote a text that starts with a special character"),
    ("expected ',' or", "a bracket or brace is not closed, or a text inside it needs quotes"),
    ("expected <block end>", "a line is indented differently from its neighbours, or a quote ends too early"),
    ("could not find expected ':'", "a key needs ': ' after it; a text over several lines needs '>-'"),
    ("while scanning a quoted scalar", "a quote is opened and never closed"),
    ("unknown escape", "inside double quotes a backslash must be doubled; or use single quotes"),
)


class Refused(Exception):
    """A file that is read no further; carries the one Problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(place: Place, code: str, message: str, hint: str = "") -> Refused:
    """A Refused with an error at a place."""
    return Refused(Problem(place, "error", code, message, hint))


def read_file(path: Path, name: str = "", shared: bool = False) -> tuple[SourceFile, Mapping | None, list[Problem]]:
    """A file's text, its top-level map (None where it cannot be read) and what is wrong with it.

    name is what messages call the file. At most MAX_BYTES + 1 bytes are ever read.
    """
    source = SourceFile(name or str(path), "", shared)
    try:
        source.text = decode(read_bytes(path, source.name), source.name)
        reader = Reader(source)
        return source, reader.top(), reader.problems
    except Refused as refused:
        return source, None, [refused.problem]


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of an ordinary file of at most MAX_BYTES; raises Refused."""
    place = Place(name)
    try:
        if not path.is_file():
            raise refuse(place, "S003", "there is no such file")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse(place, "S003", f"the file cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise refuse(place, "S001", "the file is larger than 1 MiB", "split the scenario into several files")
    return data


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text with plain line ends; raises Refused at the first byte or character that does not belong."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(Place(name, 1, 1), "S004", "the file is written in UTF-16", "save it as UTF-8")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = place_after(before, name)
        raise refuse(place, "S004", "the file is not UTF-8 from here on", "save it as UTF-8") from None
    foreign = text.encode("utf-8").translate(None, PLAIN).decode("utf-8")
    if INVISIBLE.search(foreign) and (odd := INVISIBLE.search(text)):
        message = f"invisible character U+{ord(odd.group()):04X}"
        raise refuse(place_after(text[: odd.start()], name), "F014", message, "delete it and type the place again")
    return text


def place_after(text: str, name: str) -> Place:
    """The place of the character that follows text in its file."""
    return Place(name, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def scalar(source: SourceFile, event: Any) -> Scalar:
    """The node of a scalar event."""
    return Scalar(source, event.start_mark, event.end_mark, event.value, not event.style)


class Reader:
    """Turns the events of one file into nodes, refusing what no scenario needs."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.count = 0
        self.depth = 0
        self.event: Callable[[], Any] = LOADER(source.text).get_event

    def top(self) -> Mapping:
        """The file's one top-level map; raises Refused."""
        try:
            return self._document()
        except yaml.YAMLError as error:
            raise self._syntax(error) from None

    def _document(self) -> Mapping:
        start = Place(self.source.name, 1, 1)
        self.event()
        opening = self.event()
        if not isinstance(opening, yaml.DocumentStartEvent):
            raise refuse(start, "S003", "the file is empty", "start it with 'format: 1'")
        if opening.version or opening.tags:
            raise refuse(start, "S002", "YAML directives are not allowed", "delete the % line")
        node = self.node(self.event())
        self.event()
        more = self.event()
        if isinstance(more, yaml.DocumentStartEvent):
            raise refuse(self._place(more), "S002", "a second document starts here", "one file holds one document")
        if not isinstance(node, Mapping):
            raise refuse(node.place, "S003", "the file holds no map of keys", "start it with 'format: 1'")
        return node

    def _place(self, event: Any) -> Place:
        return Place(self.source.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: Any) -> Node:
        """The node that an event opens; raises Refused where it reaches outside its own place or is too much."""
        self.count += 1
        if self.count > MAX_NODES:
            raise refuse(self._place(event), "S001", f"more than {MAX_NODES} values in one file")
        if event.anchor is not None or event.tag is not None:
            raise self._foreign(event)
        if type(event) is yaml.ScalarEvent:
            if len(event.value) > MAX_SCALAR or event.style == '"':
                self._judge(event)
            return scalar(self.source, event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refuse(self._place(event), "S001", f"nested deeper than {MAX_DEPTH} levels")
        node = self._map(event) if type(event) is yaml.MappingStartEvent else self._list(event)
        self.depth -= 1
        return node

    def _foreign(self, event: Any) -> Refused:
        """What to say of an alias, an anchor or a tag."""
        if isinstance(event, yaml.AliasEvent):
            return refuse(self._place(event), "S002", f"alias *{event.anchor} is not allowed", "write the value out")
        if event.anchor is not None:
            return refuse(self._place(event), "S002", f"anchor &{event.anchor} is not allowed", "write the value out")
        return refuse(self._place(event), "S002", f"tag {event.tag} is not allowed", "delete the tag")

    def _judge(self, event: Any) -> None:
        """Refuse a text that is too long, or that hides something behind an escape."""
        if len(event.value) > MAX_SCALAR:
            raise refuse(self._place(event), "S001", f"a text longer than {MAX_SCALAR} characters")
        if event.style == '"' and INVISIBLE.search(event.value):
            raise refuse(self._place(event), "F014", "an escape makes an invisible character", "delete the escape")

    def _list(self, event: Any) -> Listing:
        items: list[Node] = []
        while type(inner := self.event()) is not yaml.SequenceEndEvent:
            items.append(self.node(inner))
        return Listing(self.source, event.start_mark, items, event.flow_style)

    def _map(self, event: Any) -> Mapping:
        entries: dict[str, Entry] = {}
        while type(inner := self.event()) is not yaml.MappingEndEvent:
            key = self.node(inner)
            if type(key) is not Scalar or (key.text == "<<" and key.plain):
                raise self._strange(key)
            value = self.node(self.event())
            if key.text in entries:
                self._twice(key, entries[key.text].key)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(self.source, event.start_mark, entries, event.flow_style)

    def _strange(self, key: Node) -> Refused:
        """What to say of a key that is no word, or that would merge."""
        if isinstance(key, Scalar):
            hint = "write the values out, or use `inherit`"
            return refuse(key.place, "S002", "merge key << is not allowed", hint)
        hint = "a text with braces or brackets needs quotes"
        return refuse(key.place, "F016", "a key must be a plain word", hint)

    def _twice(self, key: Scalar, first: Scalar) -> None:
        message = f"key '{key.text}' stands twice; first in {first.place}"
        self.problems.append(Problem(key.place, "error", "F010", message, "rename one of them or merge the two"))

    def _syntax(self, error: yaml.YAMLError) -> Refused:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(self.source.name, mark.line + 1, mark.column + 1) if mark else Place(self.source.name, 1, 1)
        said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}".strip()
        tab = self.source.lines[place.line - 1 : place.line]
        if tab and re.match(r" *\t", tab[0]):
            return refuse(place, "F014", "a tab in the indentation", "indent with spaces")
        hint = next((hint for part, hint in SYNTAX_HINTS if part in said), "")
        return refuse(place, "S005", f"this is not YAML: {said or 'cannot be read'}", hint)
