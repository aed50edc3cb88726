"""Charts: bands between thresholds, curves, and labels that find a free place or say so under the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.views.blocks import Chart, Mark, Series
from game.window import theme
from game.window.frame import Box, Line, Rect
from game.window.piece import Kit, Piece, stacked
from game.window.writing import natural, write

#: Least and best heights in units of space, by place.
HEIGHTS = {"rail": (96, 216), "room": (176, 304), "title": (104, 176)}


@dataclass
class Plot:
    """The drawing area with its scales, and the rectangles where words stand already."""

    kit: Kit
    block: Chart
    area: Rect
    taken: list[Rect] = field(default_factory=list)

    def across(self, x: float) -> float:
        """Pixels from the left of the piece for a time."""
        first, last = _span(self.block)
        return self.area.x + (x - first) / ((last - first) or 1.0) * self.area.w

    def down(self, y: float) -> float:
        """Pixels from the top of the piece for a value."""
        low, high = self.bounds
        share = (min(high, max(low, y)) - low) / ((high - low) or 1.0)
        return self.area.bottom - share * self.area.h

    @property
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


def _span(block: Chart) -> tuple[float, float]:
    """The first and last time on the chart."""
    times = [x for series in block.series for x, _ in series.points] + [x for x, _ in block.ticks]
    return (min(times), max(times)) if times else (0.0, 1.0)


def chart(kit: Kit, block: Chart, width: int, stretch: int = 0) -> Piece:
    """A chart as high as its place wants, plus what the screen has to spare."""
    parts = []
    if block.title and kit.place == "room":
        parts.append(write(kit, block.title, "label", width, theme.LABEL, role="heading", label=block.title))
    plot = Piece(width)
    left = _plotted(kit, block, plot, width, kit.gap(HEIGHTS.get(kit.place, HEIGHTS["room"])[0]) + stretch)
    parts.append(plot)
    if left:
        said = "Also marked: " + ", ".join(mark.label for mark in left) + "."
        parts.append(write(kit, said, "tick", width, theme.LABEL))
    return stacked(parts, kit.gap(8), width)


def _plotted(kit: Kit, block: Chart, piece: Piece, width: int, height: int) -> list[Mark]:
    """Draw everything into the piece; gives the marks whose words found no place."""
    plot = Plot(kit, block, _area(kit, block, width, height))
    said = block.text or block.title or "A chart"
    piece.draw(Box(rect=plot.area, role="picture", label=said))
    if kit.place == "title":
        _baseline(plot, piece, width)
    else:
        _bands(plot, piece)
    for series in sorted(block.series, key=lambda one: one.style == "solid"):
        _curve(plot, piece, series)
    _names(plot, piece, width)
    left = _marks(plot, piece, width)
    if kit.place != "title":
        _scale(plot, piece, width)
        _threshold_words(plot, piece)
    _ticks(plot, piece, width)
    piece.height = max(piece.height, height)
    return left


def _area(kit: Kit, block: Chart, width: int, height: int) -> Rect:
    """The drawing area inside the piece: gutters for the scale, for names of curves, for times."""
    under = kit.em(24) if block.ticks else 0
    if kit.place == "title":
        over = kit.em(28)
        return Rect(0, over, width, max(kit.gap(40), height - over - under))
    names = [natural(kit, series.name, "small") for series in block.series if series.name]
    gutter = natural(kit, "100", "tick") + kit.gap(12)
    if kit.place == "rail":
        return Rect(0, kit.em(4), width - gutter, height - under - kit.em(8))
    right = max(names) + kit.gap(16) if len(names) > 1 else kit.gap(8)
    over = kit.em(22 if block.marks else 6)
    return Rect(gutter, over, width - gutter - right, height - under - over - kit.em(2))


def _levels(block: Chart) -> list[float]:
    """Lower bound, thresholds, upper bound."""
    inner = sorted(value for value, _ in block.thresholds if block.low < value < block.high)
    return [block.low, *inner, block.high]


def _bands(plot: Plot, piece: Piece) -> None:
    """Shading between thresholds, from calm to war, with a line on each threshold."""
    levels = _levels(plot.block)
    for place, (low, high) in enumerate(pairwise(levels)):
        shade = round(place * (len(theme.BANDS) - 1) / max(1, len(levels) - 2))
        top, foot = round(plot.down(high)), round(plot.down(low))
        piece.draw(Box(rect=Rect(plot.area.x, top, plot.area.w, foot - top), fill=theme.BANDS[shade]))
        if place:
            piece.draw(Box(rect=Rect(plot.area.x, foot, plot.area.w, 1), fill=theme.EDGES[shade]))


def _baseline(plot: Plot, piece: Piece, width: int) -> None:
    """The quiet line under the title's curve."""
    piece.draw(Box(rect=Rect(0, plot.area.bottom + plot.kit.gap(4), width, 1), fill=theme.HAIRLINE))


def _curve(plot: Plot, piece: Piece, series: Series) -> None:
    """One curve; in the rail it ends in a dot, where you are now."""
    points = [(plot.across(x), plot.down(y)) for x, y in series.points]
    if not points:
        return
    colour, solid = theme.tone_colour(series.tone), series.style == "solid"
    left, top = plot.area.x, plot.area.y
    inner = tuple((round(x - left, 1), round(y - top, 1)) for x, y in points)
    dash = () if solid else (float(plot.kit.gap(6)), float(plot.kit.gap(5)))
    thick = max(1.5, plot.kit.space * (2.6 if solid else 1.8))
    if points[-1][0] - points[0][0] > 2:
        piece.draw(Line(rect=plot.area, points=inner, colour=colour, thick=thick, dash=dash, role="picture"))
    if plot.kit.place == "rail" and series is plot.block.series[0]:
        x, y = points[-1]
        _dot(plot, piece, (max(x, left + plot.kit.gap(5)), y), colour, colour)


def _dot(plot: Plot, piece: Piece, at: tuple[float, float], fill: str, edge: str) -> None:
    """A round mark on a curve."""
    radius = max(4, plot.kit.gap(5))
    rect = Rect(round(at[0]) - radius, round(at[1]) - radius, 2 * radius, 2 * radius)
    piece.draw(Box(rect=rect, fill=fill, edge=edge, thick=max(2, plot.kit.gap(2)), radius=radius, role="picture"))
    plot.taken.append(rect)


def _names(plot: Plot, piece: Piece, width: int) -> None:
    """Names of the curves behind their ends, pushed apart where they would touch."""
    named = [series for series in plot.block.series if series.name and series.points]
    if plot.kit.place != "room" or len(named) < 2:
        return
    high = plot.kit.style("small").leading
    wanted = sorted(named, key=lambda one: plot.down(one.points[-1][1]))
    lowest = plot.area.bottom - high * len(wanted)
    y = float(plot.area.y - high)
    for place, series in enumerate(wanted):
        y = max(y + high, min(plot.down(series.points[-1][1]) - high / 2, lowest + high * place))
        x = plot.area.right + plot.kit.gap(8)
        name = write(plot.kit, series.name, "small", width - x, theme.tone_colour(series.tone))
        piece.put(name, x, y)
        plot.taken.append(Rect(x, round(y), width - x, high))


def _segments(plot: Plot) -> list[Rect]:
    """The curves as rows of small rectangles, so that words keep off them."""
    found: list[Rect] = []
    for series in plot.block.series:
        points = [(plot.across(x), plot.down(y)) for x, y in series.points]
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) // 8))
            found += [
                Rect(round(x1 + (x2 - x1) * n / steps) - 2, round(y1 + (y2 - y1) * n / steps) - 2, 4, 4)
                for n in range(steps + 1)
            ]
    return found


def _marks(plot: Plot, piece: Piece, width: int) -> list[Mark]:
    """Rings with their words beside them; gives those whose words found no place."""
    left: list[Mark] = []
    plot.taken += _segments(plot)
    bounds = Rect(0, 0, width, plot.area.bottom)
    for mark in plot.block.marks:
        at = (plot.across(mark.x), plot.down(mark.y))
        if plot.kit.place != "title":
            _dot(plot, piece, at, theme.PAGE, theme.ATTENTION)
        place = _place(plot, mark, at, bounds)
        if place is None:
            left.append(mark)
            continue
        plot.taken.append(place)
        ink = theme.SECOND if plot.kit.place == "title" else theme.TEXT
        piece.put(write(plot.kit, mark.label, _mark_type(plot), place.w, ink), place.x, place.y)
    return left


def _mark_type(plot: Plot) -> str:
    return "tick" if plot.kit.place == "title" else "small"


def _place(plot: Plot, mark: Mark, at: tuple[float, float], bounds: Rect) -> Rect | None:
    """The first free place for a mark's words: above, aside, below."""
    role = _mark_type(plot)
    wide, high = natural(plot.kit, mark.label, role) + 1, plot.kit.style(role).leading
    off = plot.kit.gap(10)
    x, y = at
    spots: Sequence[tuple[float, float]] = (
        (x - wide / 2, y - high - off),
        (x - wide - off, y - high - off / 2),
        (x + off, y - high - off / 2),
        (x - wide - off, y - high / 2),
        (x + off, y - high / 2),
        (x + off, y + off / 2),
        (x - wide - off, y + off / 2),
        (x - wide / 2, y + off),
        (x - wide / 2, y - high - 3 * off),
    )
    rects = (Rect(round(left), round(top), wide, high) for left, top in spots)
    return next((rect for rect in rects if plot.free(rect, bounds)), None)


def _scale(plot: Plot, piece: Piece, width: int) -> None:
    """Figures of the bounds and thresholds beside the area, leaving out those that would touch."""
    high, levels = plot.kit.style("tick").leading, _levels(plot.block)
    first, last, *inner = [levels[0], levels[-1], *levels[1:-1]]
    right = plot.kit.place == "rail"
    x, wide = (plot.area.right + plot.kit.gap(8), width) if right else (0, plot.area.x - plot.kit.gap(8))
    shown: list[Rect] = []
    for value in (first, last, *inner):
        rect = Rect(x, round(plot.down(value) - high / 2), max(1, (width - x) if right else wide), high)
        if not any(rect.meets(other) for other in shown):
            shown.append(rect)
            align = "left" if right else "right"
            piece.put(
                write(plot.kit, f"{value:.0f}", "tick", rect.w, theme.LABEL, align=align, label=""), rect.x, rect.y
            )


def _threshold_words(plot: Plot, piece: Piece) -> None:
    """What each threshold means, on its line, where there is room."""
    high = plot.kit.style("tick").leading
    bounds = Rect(plot.area.x, 0, plot.area.w, plot.area.bottom)
    for value, label in sorted(plot.block.thresholds, reverse=True):
        wide = natural(plot.kit, label, "tick") + 1
        left, right = plot.area.x + plot.kit.gap(8), plot.area.right - wide - plot.kit.gap(8)
        line = round(plot.down(value))
        middle = plot.area.x + (plot.area.w - wide) // 2
        rects = [Rect(x, top, wide, high) for top in (line - high - 1, line + 2) for x in (left, right, middle)]
        place = next((rect for rect in rects if label and plot.free(rect, bounds)), None)
        if place:
            plot.taken.append(place)
            piece.put(write(plot.kit, label, "tick", wide, theme.LABEL, label=""), place.x, place.y)


def _ticks(plot: Plot, piece: Piece, width: int) -> None:
    """Times under the area, leaving out those that would touch."""
    last = -plot.kit.gap(12)
    for x, label in plot.block.ticks:
        wide = natural(plot.kit, label, "tick") + 1
        left = min(max(plot.area.x, round(plot.across(x) - wide / 2)), width - wide)
        if left < last + plot.kit.gap(8):
            continue
        piece.put(write(plot.kit, label, "tick", wide, theme.LABEL, label=""), left, plot.area.bottom + plot.kit.em(8))
        last = left + wide
