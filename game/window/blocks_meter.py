"""Pieces of what is measured: the number that worries you, and the small gauges."""

from __future__ import annotations

from game.views.blocks import Gauge, Lead, Meters
from game.window import theme
from game.window.breaking import Run, broken
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import flow, natural, write


def lead(kit: Kit, block: Lead, width: int, align: str = "left") -> Piece:
    """A label, a large figure, and what it did lately: beside the figure where there is room, else under it."""
    parts = [write(kit, block.label, "label", width, theme.LABEL, align=align, label=spoken(block), role="figure")]
    role = _figure_role(kit, block, width)
    figure = flow(kit, _figure_runs(kit, block, role), width, align, label="")
    if block.note and align == "left" and _fits_beside(kit, block, role, width):
        parts.append(_with_note(kit, block, role, figure, width))
    else:
        parts.append(figure)
        if block.note:
            parts.append(write(kit, block.note, "small", width, theme.SECOND, align=align, label="", balance=True))
    return stacked(parts, kit.gap(4), width)


def spoken(block: Lead) -> str:
    """The figure as one sentence."""
    return f"{block.label}: {block.figure}" + (f", {block.note}" if block.note else "")


def _figure_role(kit: Kit, block: Lead, width: int) -> str:
    """The largest type in which the figure stands on one line; only what worries you is large."""
    if block.tone != "attention":
        return "figure-small"
    roles = ("figure", "figure-wide") if len(block.figure) <= 4 else ("figure-wide",)
    roles = ("figure-mid",) if kit.minor and len(block.figure) <= 4 else roles
    if any(natural(kit, block.figure, role) <= width for role in roles):
        return next(role for role in roles if natural(kit, block.figure, role) <= width)
    first, _, rest = block.figure.partition(" to ")
    halves = natural(kit, first, "figure-mid") + natural(kit, f"to {rest}", "figure-rest") + kit.em(20)
    return "figure-mid" if halves <= width or len(first) <= 8 else "figure-small"


def _figure_runs(kit: Kit, block: Lead, role: str) -> list[Run]:
    """The figure; of a smaller band ("1 in 200 to 1 in 15") the first end is large, the rest quieter."""
    colour = theme.tone_colour(block.tone)
    first, to, rest = block.figure.partition(" to ")
    if not to or role in ("figure", "figure-wide"):
        return [Run(block.figure, kit.style(role), colour)]
    quiet = colour if block.tone == "attention" else theme.SECOND
    return [
        Run(first, kit.style(role), colour),
        Run(f"to {rest}".replace(" ", "\u00a0"), kit.style("figure-rest"), quiet),
    ]


def _fits_beside(kit: Kit, block: Lead, role: str, width: int) -> bool:
    used = natural(kit, block.figure, role) + kit.gap(16)
    small = bool(kit.tight) and " to " not in block.figure
    return (block.tone == "attention" or small) and used + natural(kit, block.note, "body") <= width


def _with_note(kit: Kit, block: Lead, role: str, figure: Piece, width: int) -> Piece:
    """The figure with its note on the same baseline."""
    x = natural(kit, block.figure, role) + kit.gap(16)
    large, small = kit.style(role), kit.style("body")
    drop = large.leading / 2 + 0.34 * large.size - small.leading / 2 - 0.34 * small.size
    piece = Piece(width)
    piece.put(figure, 0, 0)
    piece.put(write(kit, block.note, "body", width - x, theme.SECOND, label=""), x, drop)
    return piece


def _strip_runs(kit: Kit, block: Lead) -> list[Run]:
    """Label, figure and note on one line."""
    runs = [
        Run(block.label, kit.style("label"), theme.LABEL),
        Run(block.figure, kit.style("figure-small"), theme.tone_colour(block.tone)),
    ]
    return [*runs, Run(block.note, kit.style("small"), theme.SECOND)] if block.note else runs


def lead_need(kit: Kit, block: Lead) -> int:
    """The width of a lead on one line."""
    line = broken(kit.metrics, tuple(_strip_runs(kit, block)), 100_000)[0]
    return round(line[-1].x + line[-1].width) + 2


def lead_strip(kit: Kit, block: Lead, width: int) -> Piece:
    """A lead on one line, for the strip that the rail folds into."""
    return flow(kit, _strip_runs(kit, block), width, label=spoken(block), role="figure")


def meters(kit: Kit, block: Meters, width: int, align: str = "left") -> Piece:
    """Small gauges, two or more beside each other."""
    parts = [write(kit, block.title, "label", width, theme.LABEL, align=align, role="heading")] if block.title else []
    if kit.place == "rail" and not _grid_fits(kit, block, width):
        rows = stacked(gauge_rows(kit, block, width), kit.gap(1 if kit.tight > 1 else 4), width)
        return stacked([*parts, rows], kit.gap(8), width)
    gap = kit.gap(20)
    most = 1 if align == "centre" else 2 if kit.place == "rail" else 4
    needed = max((_gauge_need(kit, gauge) for gauge in block.gauges), default=0)
    count = columns_that_fit(width, max(kit.em(108), needed), min(most, max(1, len(block.gauges))), gap)
    wide = column_width(width, count, gap)
    gauges = [gauge_piece(kit, one, wide, align) for one in block.gauges]
    return stacked([*parts, beside(gauges, gap, count, width)], kit.gap(8), width)


def _gauge_need(kit: Kit, block: Gauge) -> int:
    """The width at which a gauge's label stands on one line."""
    return natural(kit, block.label, "label") + 1


def _value(block: Gauge) -> str:
    return f"{block.value:.0f}".replace("-", "−")


def _has_bar(block: Gauge) -> bool:
    """Whether a bar says what the gauge says: its words are no more than its value."""
    return block.text in ("", _value(block), f"{block.value:.0f}")


def _grid_fits(kit: Kit, block: Meters, width: int) -> bool:
    """Whether the rail has room for gauges two by two, each under its label."""
    half = column_width(width, 2, kit.gap(20))
    return len(block.gauges) <= 4 and all(_gauge_need(kit, gauge) <= half for gauge in block.gauges)


def gauge_rows(kit: Kit, block: Meters, width: int) -> list[Piece]:
    """Gauges as rows: label, short bar, value. The labels share a column."""
    needs = max(natural(kit, gauge.label, "gauge") for gauge in block.gauges)
    column = min(needs + 1, width * 70 // 100)
    return [_gauge_row(kit, gauge, width, column) for gauge in block.gauges]


def _gauge_row(kit: Kit, block: Gauge, width: int, column: int) -> Piece:
    """One row; where words stand for the bar they take its place."""
    said = " ".join(part for part in (f"{block.label}:", block.text or _value(block), block.note) if part)
    piece, gap = Piece(width), kit.gap(12)
    piece.put(write(kit, block.label, "gauge", column, theme.SECOND, label=said, role="figure"), 0, 0)
    room = width - column - gap
    if not _has_bar(block):
        room = width - min(column, natural(kit, block.label, "gauge")) - gap
        runs = [Run(block.text, kit.style("small-bold"))]
        runs += [Run(block.note, kit.style("gauge"), theme.SECOND)] if block.note else []
        piece.put(flow(kit, runs, room, "right", label=""), width - room, 0)
        return piece
    piece.put(_bar_and_value(kit, block, room), column + gap, kit.em(2))
    return piece


def gauge_piece(kit: Kit, block: Gauge, width: int, align: str = "left") -> Piece:
    """One meter: label and value over a bar, or the words that stand for it; the note says what no bar can."""
    said = " ".join(part for part in (f"{block.label}:", block.text or _value(block), block.note) if part)
    parts = [write(kit, block.label, "label", width, theme.LABEL, align=align, label=said, role="figure")]
    if not _has_bar(block):
        runs = [Run(block.text, kit.style("small-bold"))]
        runs += [Run(block.note, kit.style("small"), theme.SECOND)] if block.note else []
        return stacked([*parts, flow(kit, runs, width, align, label="")], kit.gap(2), width)
    parts.append(_centred_bar(kit, block, width) if align == "centre" else _bar_and_value(kit, block, width))
    if block.note:
        parts.append(write(kit, block.note, "small", width, theme.SECOND, align=align, label="", balance=True))
    return stacked(parts, kit.gap(4), width)


def _centred_bar(kit: Kit, block: Gauge, width: int) -> Piece:
    """A bar of a moderate width in the middle."""
    wide, piece = min(width, kit.em(320)), Piece(width)
    piece.put(bar(kit, block, wide), (width - wide) / 2, 0)
    return piece


def _bar_and_value(kit: Kit, block: Gauge, width: int) -> Piece:
    """The bar with its value behind it."""
    room = natural(kit, "100", "tick") + kit.gap(6)
    value = write(kit, _value(block), "tick", width, theme.SECOND, align="right", label="")
    inner = bar(kit, block, width - room)
    piece = Piece(width)
    piece.put(inner, 0, (value.height - inner.height) / 2)
    piece.put(value, 0, 0)
    return piece


def bar(kit: Kit, block: Gauge, width: int) -> Piece:
    """A bar filled to the value, from zero where it can be negative, with a bright end."""
    span = block.high - block.low
    share = min(1.0, max(0.0, (block.value - block.low) / span if span else 0.0))
    high, tall = max(3, kit.gap(4)), max(7, kit.gap(10))
    piece, end = Piece(width), round(share * width)
    zero = round(-block.low / span * width) if block.low < 0 < block.high else 0
    piece.draw(Box(rect=Rect(0, (tall - high) // 2, width, high), fill=theme.TRACK))
    filled = Rect(min(zero, end), (tall - high) // 2, abs(end - zero), high)
    piece.draw(Box(rect=filled, fill=theme.side_colour(block.side)))
    tick = max(3, kit.gap(3))
    piece.draw(Box(rect=Rect(min(max(0, end - tick // 2), width - tick), 0, tick, tall), fill=theme.TEXT))
    return piece
