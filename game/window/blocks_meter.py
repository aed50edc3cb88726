"""Pieces of what is measured: the number that worries you, and the small gauges."""

from __future__ import annotations

from game.views.blocks import Gauge, Lead, Meters
from game.window import theme
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import Run, flow, natural, write


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
    if any(natural(kit, block.figure, role) <= width for role in roles):
        return next(role for role in roles if natural(kit, block.figure, role) <= width)
    first, _, rest = block.figure.partition(" to ")
    halves = natural(kit, first, "figure-mid") + natural(kit, f"to {rest}", "figure-rest") + kit.em(20)
    return "figure-mid" if halves <= width else "figure-small"


def _figure_runs(kit: Kit, block: Lead, role: str) -> list[Run]:
    """The figure; of a smaller band ("1 in 200 to 1 in 15") the first end is large and the rest quieter."""
    colour = theme.tone_colour(block.tone)
    first, to, rest = block.figure.partition(" to ")
    if role in ("figure", "figure-wide") or not to:
        return [Run(block.figure, kit.style(role), colour)]
    quiet = colour if block.tone == "attention" else theme.SECOND
    return [Run(first, kit.style(role), colour), Run(f"to {rest}", kit.style("figure-rest"), quiet)]


def _fits_beside(kit: Kit, block: Lead, role: str, width: int) -> bool:
    used = natural(kit, block.figure, role) + kit.gap(16)
    return block.tone == "attention" and used + natural(kit, block.note, "body") <= width


def _with_note(kit: Kit, block: Lead, role: str, figure: Piece, width: int) -> Piece:
    """The figure with its note on the same baseline."""
    x = natural(kit, block.figure, role) + kit.gap(16)
    large, small = kit.style(role), kit.style("body")
    drop = large.leading / 2 + 0.34 * large.size - small.leading / 2 - 0.34 * small.size
    piece = Piece(width)
    piece.put(figure, 0, 0)
    piece.put(write(kit, block.note, "body", width - x, theme.SECOND, label=""), x, drop)
    return piece


def lead_strip(kit: Kit, block: Lead, width: int) -> Piece:
    """A lead on one line, for the strip that the rail folds into."""
    runs = [
        Run(block.label, kit.style("label"), theme.LABEL),
        Run(block.figure, kit.style("figure-small"), theme.tone_colour(block.tone)),
    ]
    if block.note:
        runs.append(Run(block.note, kit.style("small"), theme.SECOND))
    return flow(kit, runs, width, label=spoken(block), role="figure")


def meters(kit: Kit, block: Meters, width: int, align: str = "left") -> Piece:
    """Small gauges, two or more beside each other."""
    parts = [write(kit, block.title, "label", width, theme.LABEL, align=align, role="heading")] if block.title else []
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
    return f"{block.value:.0f}"


def gauge_piece(kit: Kit, block: Gauge, width: int, align: str = "left") -> Piece:
    """One meter: label and value over a bar, or the words that stand for it; the note says what no bar can."""
    said = " ".join(part for part in (f"{block.label}:", block.text or _value(block), block.note) if part)
    parts = [write(kit, block.label, "label", width, theme.LABEL, align=align, label=said, role="figure")]
    if block.text and block.text != _value(block):
        runs = [Run(block.text, kit.style("small-bold"))]
        runs += [Run(block.note, kit.style("small"), theme.SECOND)] if block.note else []
        return stacked([*parts, flow(kit, runs, width, align, label="")], kit.gap(2), width)
    parts.append(bar(kit, block, width) if align == "centre" else _bar_and_value(kit, block, width))
    if block.note:
        parts.append(write(kit, block.note, "small", width, theme.SECOND, align=align, label="", balance=True))
    return stacked(parts, kit.gap(4), width)


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
    """A bar filled to the value, with a bright end."""
    span = block.high - block.low
    share = min(1.0, max(0.0, (block.value - block.low) / span if span else 0.0))
    high, tall = max(3, kit.gap(4)), max(7, kit.gap(10))
    piece, end = Piece(width), round(share * width)
    piece.draw(Box(rect=Rect(0, (tall - high) // 2, width, high), fill=theme.TRACK))
    piece.draw(Box(rect=Rect(0, (tall - high) // 2, end, high), fill=theme.side_colour(block.side)))
    tick = max(3, kit.gap(3))
    piece.draw(Box(rect=Rect(min(max(0, end - tick // 2), width - tick), 0, tick, tall), fill=theme.TEXT))
    return piece
