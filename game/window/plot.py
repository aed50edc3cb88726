"""A chart's drawing area: where times and values fall in it, and where words still have room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from game.views.blocks import Chart
from game.window.frame import Rect
from game.window.piece import Kit


@dataclass
class Plot:
    """The drawing area with its scales, and the rectangles where words stand already."""

    kit: Kit
    block: Chart
    area: Rect
    taken: list[Rect] = field(default_factory=list)

    def across(self, x: float) -> float:
        """Pixels from the left of the piece for a time."""
        first, last = self.times
        return self.area.x + (x - first) / ((last - first) or 1.0) * self.area.w

    def down(self, y: float) -> float:
        """Pixels from the top of the piece for a value."""
        low, high = self.bounds
        share = (min(high, max(low, y)) - low) / ((high - low) or 1.0)
        return self.area.bottom - share * self.area.h

    @cached_property
    def times(self) -> tuple[float, float]:
        """The first and last time, worked out once: a curve of years asks for it at each of its points."""
        return span(self.block)

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """The values at foot and top; the title shows only the shape, from its lowest to its highest."""
        values = [y for series in self.block.series for _, y in series.points]
        if self.kit.place == "title" and values:
            return min(values), max(values)
        return self.block.low, self.block.high

    def free(self, rect: Rect, bounds: Rect) -> bool:
        """Whether words may stand there."""
        inside = (
            rect.x >= bounds.x and rect.right <= bounds.right and rect.y >= bounds.y and rect.bottom <= bounds.bottom
        )
        return inside and not any(rect.meets(other) for other in self.taken)

    def place(self, at: tuple[float, float], size: tuple[int, int], bounds: Rect) -> Rect | None:
        """The first free place for words of that size beside a point: above, aside, below. None where there is none."""
        return next((rect for rect in _spots(at, size, self.kit.gap(10), bounds) if self.free(rect, bounds)), None)

    def keep_off_curves(self) -> None:
        """Let no words stand on a curve or across a threshold's line."""
        lines = levels(self.block)[1:-1] if self.kit.place != "title" else []
        self.taken += [Rect(self.area.x, round(self.down(value)), self.area.w, 1) for value in lines]
        for series in self.block.series:
            points = [(self.across(x), self.down(y)) for x, y in series.points]
            for (x1, y1), (x2, y2) in pairwise(points):
                steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) // 8))
                for n in range(steps + 1):
                    x, y = x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps
                    self.taken.append(Rect(round(x) - 2, round(y) - 2, 4, 4))


def _spots(at: tuple[float, float], size: tuple[int, int], off: int, bounds: Rect) -> Iterator[Rect]:
    """Places beside a point, the best first; those above and below are pushed inside the bounds."""
    (x, y), (wide, high) = at, size
    middle = min(max(bounds.x, x - wide / 2), bounds.right - wide)
    above, below = y - high - off, y + off
    for left, top in (
        (middle, above),
        (x - wide - off, above + off / 2),
        (x + off, above + off / 2),
        (x - wide - off, y - high / 2),
        (x + off, y - high / 2),
        (x + off, y + off / 2),
        (x - wide - off, y + off / 2),
        (middle, below),
        (middle, above - 2 * off),
        (middle, below + 2 * off),
        (middle, above - 4 * off),
    ):
        yield Rect(round(left), round(top), wide, high)


def span(block: Chart) -> tuple[float, float]:
    """The first and last time on the chart."""
    times = [x for series in block.series for x, _ in series.points] + [x for x, _ in block.ticks]
    return (min(times), max(times)) if times else (0.0, 1.0)


def levels(block: Chart) -> list[float]:
    """Lower bound, thresholds, upper bound."""
    inner = sorted(value for value, _ in block.thresholds if block.low < value < block.high)
    return [block.low, *inner, block.high]
