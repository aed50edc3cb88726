"""Charts: bands between thresholds, curves, and the words on them."""

from __future__ import annotations

from itertools import pairwise

from game.views.blocks import Chart, Mark, Series
from game.window import chart_words, theme
from game.window.frame import Box, Line, Rect
from game.window.piece import Kit, Piece, stacked
from game.window.plot import Plot, levels
from game.window.writing import natural, write

#: Least and best heights in units of space, by place.
HEIGHTS = {"rail": (96, 216), "room": (176, 304), "title": (104, 176)}


def heights(kit: Kit) -> tuple[int, int]:
    """Least and best height of a chart in pixels, in this place."""
    low, best = HEIGHTS.get(kit.place, HEIGHTS["room"])
    return kit.gap(low), round(best * kit.space)


def chart(kit: Kit, block: Chart, width: int, stretch: int = 0) -> Piece:
    """A chart as high as its place wants, plus what the screen has to spare."""
    parts = []
    if block.title and kit.place == "room":
        parts.append(write(kit, block.title, "label", width, theme.LABEL, role="heading", label=block.title))
    high = heights(kit)[0] + stretch
    plot, left = _plotted(kit, block, width, high)
    if left:
        said = write(kit, f"Also marked: {', '.join(mark.label for mark in left)}.", "tick", width, theme.LABEL)
        plot, left = _plotted(kit, block, width, max(heights(kit)[0], high - said.height - kit.gap(8)))
        plot = stacked([plot, said], kit.gap(8), width)
    return stacked([*parts, plot], kit.gap(8), width)


def _plotted(kit: Kit, block: Chart, width: int, height: int) -> tuple[Piece, list[Mark]]:
    """Everything on the chart; and the marks whose words found no place."""
    piece, plot = Piece(width), Plot(kit, block, _area(kit, block, width, height))
    piece.draw(Box(rect=plot.area, role="picture", label=block.text or block.title or "A chart"))
    if kit.place == "title":
        _baseline(plot, piece, width)
    else:
        _bands(plot, piece)
    for series in sorted(block.series, key=lambda one: one.style == "solid"):
        _curve(plot, piece, series)
    plot.keep_off_curves()
    chart_words.names(plot, piece, width)
    left = chart_words.marks(plot, piece, width)
    if kit.place != "title":
        chart_words.scale(plot, piece, width)
        chart_words.thresholds(plot, piece)
    chart_words.ticks(plot, piece, width)
    piece.height = max(piece.height, height)
    return piece, left


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


def _bands(plot: Plot, piece: Piece) -> None:
    """Shading between thresholds, from calm to war, with a line on each threshold."""
    found = levels(plot.block)
    for place, (low, high) in enumerate(pairwise(found)):
        shade = round(place * (len(theme.BANDS) - 1) / max(1, len(found) - 2))
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
        chart_words.dot(plot, piece, (max(x, left + plot.kit.gap(5)), y), colour, colour)
