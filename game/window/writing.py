"""Words to pieces: breaking lines, mixing styles in one line, and drawing the symbols that fonts lack as shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.window import theme
from game.window.frame import BASELINE, EM, Item, Line, Polygon, Rect, Text
from game.window.piece import Kit, Metrics, Piece, Style

#: The side of a symbol in parts of the type's size.
SYMBOL = 0.64
#: What a symbol keeps free beside it: behind it where it begins a line, before it elsewhere.
SYMBOL_GAP = 0.16
#: Symbols drawn as shapes, with the colour that they always have (or the text's own).
SYMBOLS = {"■": theme.WASHINGTON, "●": theme.MOSCOW, "▲": "", "▼": "", "✓": "", "○": ""}


_SYMBOL = re.compile("[" + "".join(SYMBOLS) + "]")


@dataclass(frozen=True)
class Run:
    """Words in one style and colour."""

    text: str
    style: Style
    colour: str = theme.TEXT

    def width(self, metrics: Metrics, text: str) -> float:
        """The width of some words in this style."""
        said = text.upper() if self.style.capitals else text
        plain = _SYMBOL.sub("", said)
        symbols = len(said) - len(plain)
        face, size = self.style.face, self.style.size
        if self.style.tracking:
            words = sum(metrics.width(letter, face, size) for letter in plain)
        else:
            words = metrics.width(plain, face, size) if plain else 0
        return words + len(said) * self.style.tracking + symbols * size * (SYMBOL + SYMBOL_GAP)


@dataclass(frozen=True)
class Bit:
    """Some words of a run on a line: where they start and how wide they are."""

    run: Run
    text: str
    x: float
    width: float


def _words(runs: Sequence[Run]) -> Iterator[tuple[Run, str]]:
    """Words of all runs in order; an empty word ends a line, two of them part paragraphs."""
    for run in runs:
        for number, line in enumerate(run.text.split("\n")):
            if number:
                yield run, ""
            yield from ((run, word) for word in line.split(" ") if word)


class _Breaker:
    """Fills lines with words, joining neighbours of one run so that they are drawn as one."""

    def __init__(self, metrics: Metrics, width: float) -> None:
        self.metrics, self.width = metrics, width
        self.lines: list[list[Bit]] = [[]]

    def add(self, run: Run, word: str) -> None:
        """Put a word on the line, or on the next one where it does not fit."""
        for part in self._fitting(run, word):
            bit = self._next(run, part)
            if bit.x + bit.width > self.width and self.lines[-1]:
                self.lines.append([])
                bit = self._next(run, part)
            if self.lines[-1] and self.lines[-1][-1].run is run:
                self.lines[-1].pop()
            self.lines[-1].append(bit)

    def _fitting(self, run: Run, word: str) -> Iterator[str]:
        """The word, cut where it is wider than a whole line."""
        while len(word) > 1 and run.width(self.metrics, word) > self.width:
            ends = range(len(word) - 1, 0, -1)
            cut = next(n for n in ends if n == 1 or run.width(self.metrics, word[:n]) <= self.width)
            yield word[:cut]
            word = word[cut:]
        yield word

    def _next(self, run: Run, word: str) -> Bit:
        """The word behind the line's last; on the same run the two become one."""
        wide, space = run.width(self.metrics, word), run.width(self.metrics, " ")
        if not self.lines[-1]:
            return Bit(run, word, 0, wide)
        last = self.lines[-1][-1]
        if last.run is run:
            text, wide = f"{last.text} {word}", last.width + space + wide
            # The sum of words is near enough inside a line; at its end the whole is measured.
            return Bit(run, text, last.x, wide if last.x + wide < self.width else run.width(self.metrics, text))
        return Bit(run, word, last.x + last.width + max(space, 0.45 * run.style.size), wide)

    def settled(self, line: Sequence[Bit]) -> tuple[Bit, ...]:
        """A line with its bits measured as they will be drawn."""
        found: list[Bit] = []
        for bit in line:
            space = max(bit.run.width(self.metrics, " "), 0.45 * bit.run.style.size)
            x = found[-1].x + found[-1].width + space if found else 0.0
            found.append(Bit(bit.run, bit.text, x, bit.run.width(self.metrics, bit.text)))
        return tuple(found)


Lines = tuple[tuple[Bit, ...], ...]


@lru_cache(maxsize=5000)
def broken(metrics: Metrics, runs: tuple[Run, ...], width: float) -> Lines:
    """Runs broken into lines of at most that width; an empty line parts paragraphs."""
    breaker = _Breaker(metrics, max(1.0, width))
    for run, word in _words(runs):
        if word:
            breaker.add(run, word)
        else:
            breaker.lines.append([])
    return tuple(breaker.settled(line) for line in breaker.lines)


@lru_cache(maxsize=2000)
def balanced(metrics: Metrics, runs: tuple[Run, ...], width: int) -> int:
    """The narrowest width, down to 60 %, at which two or three lines stay as many: no lonely last word."""
    count = len(broken(metrics, runs, width))
    low, high = width * 6 // 10, width
    if not 1 < count <= 3:
        return width
    while high - low > 8:
        middle = (low + high) // 2
        if len(broken(metrics, runs, middle)) > count:
            low = middle
        else:
            high = middle
    return high


def text_item(text: str, style: Style, colour: str, x: float, baseline: float, width: float, **more: object) -> Text:
    """One line of words with its left edge and baseline there."""
    rect = Rect(round(x), round(baseline - BASELINE * style.size), math.ceil(width), round(EM * style.size))
    return Text(
        rect=rect,
        text=text,
        face=style.face,
        size=style.size,
        colour=colour,
        tracking=style.tracking,
        **more,  # type: ignore[arg-type]
    )


def symbol_item(symbol: str, style: Style, colour: str, x: float, baseline: float) -> Item:
    """A symbol as a shape that stands on the baseline, as high as a capital letter."""
    side = round(SYMBOL * style.size)
    rect = Rect(round(x), round(baseline - 0.67 * style.size), side, side)
    colour = SYMBOLS[symbol] or colour
    if symbol == "✓":
        tick = ((0.0, side * 0.55), (side * 0.36, side * 0.92), (side * 1.0, side * 0.08))
        return Line(rect=rect, points=tick, colour=colour, thick=max(1.5, style.size / 9), role="picture")
    if symbol == "○":
        ring = tuple(
            (side / 2 + side / 2 * math.cos(a / 16 * math.tau), side / 2 + side / 2 * math.sin(a / 16 * math.tau))
            for a in range(17)
        )
        return Line(rect=rect, points=ring, colour=colour, thick=max(1.2, style.size / 12), role="picture")
    return Polygon(rect=rect, points=_outline(symbol, side), fill=colour, role="picture")


def _outline(symbol: str, side: float) -> tuple[tuple[float, float], ...]:
    """The corners of a filled symbol in a square."""
    if symbol == "■":
        return ((0, 0), (side, 0), (side, side), (0, side))
    if symbol == "▲":
        return ((0, side), (side / 2, side * 0.1), (side, side))
    if symbol == "▼":
        return ((0, side * 0.1), (side, side * 0.1), (side / 2, side))
    half = side / 2
    return tuple(
        (half + half * math.cos(a / 24 * math.tau), half + half * math.sin(a / 24 * math.tau)) for a in range(24)
    )


def _split(text: str) -> Iterator[str]:
    """A text as stretches without symbols and single symbols."""
    held = ""
    for letter in text:
        if letter in SYMBOLS:
            if held:
                yield held
            yield letter
            held = ""
        else:
            held += letter
    if held:
        yield held


def _drawn(kit: Kit, bit: Bit, x: float, baseline: float, role: str, label: str) -> Iterator[Item]:
    """The items of one bit; the label goes to the first words."""
    style, start = bit.run.style, x
    said = bit.text.upper() if style.capitals else bit.text
    for part in _split(said):
        wide = bit.run.width(kit.metrics, part)
        if part in SYMBOLS:
            before = 0 if x == start else SYMBOL_GAP * style.size
            yield symbol_item(part, style, bit.run.colour, x + before, baseline)
        elif part.strip():
            lead = bit.run.width(kit.metrics, part[: len(part) - len(part.lstrip())]) if part[0] == " " else 0
            shown = part.strip()
            yield text_item(
                shown,
                style,
                bit.run.colour,
                x + lead,
                baseline,
                bit.run.width(kit.metrics, shown) - style.tracking,
                role=role if label else "text",
                label=label,
            )
            label = ""
        x += wide


def _indent(line: Sequence[Bit], width: float, align: str) -> float:
    """How far a line is pushed in for its alignment."""
    used = line[-1].x + line[-1].width - line[-1].run.style.tracking
    return {"right": width - used, "centre": (width - used) / 2}.get(align, 0.0)


def flow(
    kit: Kit,
    runs: Sequence[Run],
    width: int,
    align: str = "left",
    role: str = "text",
    label: str | None = None,
    balance: bool = False,
) -> Piece:
    """Runs as lines of one paragraph or more. The first words carry the label (by default the whole text).

    balance makes the lines about equally long.
    """
    leading = max(run.style.leading for run in runs)
    size = max(run.style.size for run in runs)
    said = " ".join(run.text for run in runs) if label is None else label
    piece, y = Piece(width), 0
    told = tuple(runs)
    for line in broken(kit.metrics, told, balanced(kit.metrics, told, width) if balance else width):
        if not line:
            y += leading // 2
            continue
        push = _indent(line, width, align)
        for bit in line:
            for item in _drawn(kit, bit, push + bit.x, y + leading / 2 + 0.34 * size, role, said):
                piece.draw(item)
                said = "" if isinstance(item, Text) else said
        y += leading
    piece.height = y
    return piece


def write(
    kit: Kit,
    text: str,
    role_of_type: str,
    width: int,
    colour: str = theme.TEXT,
    *,
    align: str = "left",
    role: str = "text",
    label: str | None = None,
    balance: bool = False,
) -> Piece:
    """A text in one role of type."""
    return flow(kit, [Run(text, kit.style(role_of_type), colour)], width, align, role, label, balance)


def natural(kit: Kit, text: str, role_of_type: str) -> int:
    """The width of a text on one line."""
    run = Run(text, kit.style(role_of_type))
    return math.ceil(run.width(kit.metrics, text))
