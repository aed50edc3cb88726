"""A chart's words: names of curves, marks, thresholds, scale and times. What finds no place is told or left out."""

from __future__ import annotations

from game.views.blocks import Mark, Series
from game.window import theme
from game.window.frame import Box, Rect
from game.window.piece import Piece
from game.window.plot import Plot, levels
from game.window.writing import natural, write


def dot(plot: Plot, piece: Piece, at: tuple[float, float], fill: str, edge: str) -> None:
    """A round mark on a curve."""
    radius = max(4, plot.kit.gap(5))
    rect = Rect(round(at[0]) - radius, round(at[1]) - radius, 2 * radius, 2 * radius)
    piece.draw(Box(rect=rect, fill=fill, edge=edge, thick=max(2, plot.kit.gap(2)), radius=radius, role="picture"))
    plot.taken.append(rect)


def names(plot: Plot, piece: Piece, width: int) -> None:
    """Names of the curves behind their ends, pushed apart where they would touch; inside where a curve ends early."""
    named = [series for series in plot.block.series if series.name and series.points]
    if plot.kit.place != "room" or len(named) < 2:
        return
    early = [series for series in named if plot.across(series.points[-1][0]) < plot.area.right - plot.kit.gap(48)]
    wanted = sorted((one for one in named if one not in early), key=lambda one: plot.down(one.points[-1][1]))
    high = plot.kit.style("small").leading
    lowest, y = plot.area.bottom - high * len(wanted), float(plot.area.y - high)
    for place, series in enumerate(wanted):
        y = max(y + high, min(plot.down(series.points[-1][1]) - high / 2, lowest + high * place))
        x = plot.area.right + plot.kit.gap(8)
        _name(plot, piece, series, Rect(x, round(y), width - x, high))
    for series in early:
        time, value = series.points[-1]
        size = (natural(plot.kit, series.name, "small") + 1, high)
        found = plot.place((plot.across(time), plot.down(value)), size, plot.area)
        if found:
            _name(plot, piece, series, found)


def _name(plot: Plot, piece: Piece, series: Series, rect: Rect) -> None:
    piece.put(write(plot.kit, series.name, "small", rect.w, theme.tone_colour(series.tone)), rect.x, rect.y)
    plot.taken.append(rect)


def marks(plot: Plot, piece: Piece, width: int) -> list[Mark]:
    """Rings with their words beside them; gives those whose words found no place."""
    left: list[Mark] = []
    quiet = plot.kit.place == "title"
    role, ink = ("tick", theme.SECOND) if quiet else ("small", theme.TEXT)
    for mark in plot.block.marks:
        at = (plot.across(mark.x), plot.down(mark.y))
        if not quiet:
            dot(plot, piece, at, theme.PAGE, theme.ATTENTION)
        size = (natural(plot.kit, mark.label, role) + 1, plot.kit.style(role).leading)
        place = plot.place(at, size, Rect(plot.area.x + plot.kit.gap(8), 0, width, plot.area.bottom))
        if place is None or place.right > width:
            left.append(mark)
            continue
        plot.taken.append(place)
        piece.put(write(plot.kit, mark.label, role, place.w, ink), place.x, place.y)
    return left


def scale(plot: Plot, piece: Piece, width: int) -> None:
    """Figures of the bounds and thresholds beside the area, leaving out those that would touch."""
    high, found = plot.kit.style("tick").leading, levels(plot.block)
    first, last, *inner = [found[0], found[-1], *found[1:-1]]
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


def thresholds(plot: Plot, piece: Piece) -> None:
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


def ticks(plot: Plot, piece: Piece, width: int) -> None:
    """Times under the area, leaving out those that would touch."""
    last = -plot.kit.gap(12)
    for x, label in plot.block.ticks:
        wide = natural(plot.kit, label, "tick") + 1
        left = min(max(plot.area.x, round(plot.across(x) - wide / 2)), width - wide)
        if left < last + plot.kit.gap(8):
            continue
        piece.put(write(plot.kit, label, "tick", wide, theme.LABEL, label=""), left, plot.area.bottom + plot.kit.em(8))
        last = left + wide
