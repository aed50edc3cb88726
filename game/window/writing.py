"""Words to pieces: lines set under each other, and the symbols that fonts lack drawn as shapes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from game.window import theme
from game.window.breaking import SYMBOL, SYMBOL_GAP, SYMBOLS, Bit, Run, balanced, broken
from game.window.frame import BASELINE, EM, Item, Line, Polygon, Rect, Text
from game.window.piece import Kit, Piece, Style


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
