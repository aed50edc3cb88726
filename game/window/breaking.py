"""Lines: words in mixed styles broken to a width, each line measured as it will be drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.window import theme
from game.window.piece import Metrics, Style

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
