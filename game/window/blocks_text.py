"""Pieces of what is read: headings, prose, advice, ledgers, tables."""

from __future__ import annotations

from collections.abc import Sequence

from game.views.blocks import Advice, Heading, Ledger, Line, Prose, Table
from game.window import theme
from game.window.breaking import SYMBOLS, Run
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import flow, natural, write

_TONE_TYPES = {"brief": "brief", "closing": "closing", "second": "small", "warning": "subhead"}
_HEADING_TYPES = {1: "title", 2: "label", 3: "subhead"}


#: A longer section title is a sentence, and sentences are not set in capitals.
LABEL_LETTERS = 40
#: A longer ending, or one of several paragraphs, is set in the type of a brief.
CLOSING_LETTERS = 280


def hairline(width: int, colour: str = theme.HAIRLINE) -> Piece:
    """A rule across."""
    piece = Piece(width)
    piece.draw(Box(rect=Rect(0, 0, width, 1), fill=colour))
    return piece


def label_line(kit: Kit, left: str, right: str, width: int) -> Piece:
    """The small line: place on the left, moment on the right; one under the other where they do not fit."""
    if not right or not left:
        return write(kit, left or right, "label", width, theme.LABEL, align="left" if left else "right")
    one_line = natural(kit, left, "label") + natural(kit, right, "label") + kit.gap(24) <= width
    if not one_line:
        return stacked([write(kit, part, "label", width, theme.LABEL) for part in (left, right)], kit.gap(4), width)
    piece = Piece(width)
    piece.put(write(kit, left, "label", width, theme.LABEL), 0, 0)
    piece.put(write(kit, right, "label", width, theme.LABEL, align="right"), 0, 0)
    return piece


def heading(kit: Kit, block: Heading, width: int) -> Piece:
    """A title with the small line above it. Level 2 is a section's label, level 3 a name."""
    role = _HEADING_TYPES.get(block.level, "subhead")
    if role == "label" and (block.over or len(block.text) > LABEL_LETTERS):
        role = "choice"
    colour = theme.LABEL if role == "label" else theme.TEXT
    if role == "label" and block.aside:
        return label_line(kit, block.text, block.aside, width)
    parts = [label_line(kit, block.over, block.aside, width)] if block.over or block.aside else []
    parts.append(write(kit, block.text, role, width, colour, role="heading", balance=block.level == 1))
    return stacked(parts, kit.gap(8 if block.level == 1 else 4), width)


def _measure(kit: Kit, role: str) -> int:
    """The longest line of running text in units of type."""
    if role not in ("brief", "closing"):
        return 680
    return 1000 if kit.tight and kit.balance else 800


def prose(kit: Kit, block: Prose, width: int, align: str = "left") -> Piece:
    """Running text, kept to a measure that the eye can follow."""
    role = _TONE_TYPES.get(block.tone, "body")
    role = "advice" if kit.place == "column" and role == "brief" else role
    long = len(block.text) > CLOSING_LETTERS or not kit.balance
    role = "brief" if role == "closing" and long else role
    measure = min(width, kit.em(_measure(kit, role)))
    colour = theme.SECOND if block.tone == "second" else theme.TEXT
    if block.tone == "warning":
        return _barred(kit, write(kit, block.text, role, measure - kit.gap(16), colour), theme.ATTENTION)
    if align == "centre":
        return write(kit, block.text, role, width, colour, align=align, balance=True)
    return write(kit, block.text, role, measure, colour, balance=kit.balance and role in ("brief", "closing"))


def _barred(kit: Kit, inner: Piece, colour: str) -> Piece:
    """A piece with an upright bar on its left."""
    piece = Piece(inner.width + kit.gap(16))
    piece.draw(Box(rect=Rect(0, 0, max(3, kit.gap(3)), inner.height), fill=colour))
    piece.put(inner, kit.gap(16), 0)
    return piece


def _quoted(says: str) -> str:
    """What somebody says, in quotation marks."""
    return says if says[:1] in "“\"'" else f"“{says}”"


def adviser(kit: Kit, block: Advice, width: int) -> Piece:
    """One adviser's words: name, office, what they say, and why where that was asked for."""
    inner = width - kit.gap(16)
    who = [Run(block.name, kit.style("subhead")), Run(block.office, kit.style("small"), theme.SECOND)]
    parts = [
        flow(kit, who, inner, label=f"{block.name}, {block.office}:"),
        write(kit, _quoted(block.says), "advice", inner, balance=True),
    ]
    if block.reason:
        parts.append(write(kit, block.reason, "small", inner, theme.SECOND))
    return stacked(parts, kit.gap(2), inner)


def advice(kit: Kit, blocks: Sequence[Advice], width: int) -> Piece:
    """Advisers side by side while their lines stay readable."""
    gap = kit.gap(24)
    count = columns_that_fit(width, kit.em(220), min(4, len(blocks)), gap)
    if count == 3 and len(blocks) == 4:
        count = 2
    wide = column_width(width, count, gap)
    pieces = [adviser(kit, block, wide) for block in blocks]
    for start in range(0, len(pieces), count):
        row = pieces[start : start + count]
        for piece in row:
            piece.height = max(one.height for one in row)
    barred = [_barred(kit, piece, theme.side_colour(block.side)) for piece, block in zip(pieces, blocks, strict=True)]
    return beside(barred, gap, count, width)


def ledger(kit: Kit, block: Ledger, width: int, align: str = "left") -> Piece:
    """Causes on the left, amounts on the right; centred between two ladders, and one paragraph where that is tight."""
    role = "small" if kit.place == "rail" or (kit.tight and align == "centre") else "body"
    parts = [write(kit, block.title, "label", width, theme.LABEL, align=align, role="heading")] if block.title else []
    wide = min(width, kit.em(560))
    lines = block.lines
    if align == "centre" and kit.tight:
        lines = (Line(" ".join(f"{line.cause} {line.amount}".strip() for line in lines)),)
    rows = [_ledger_line(kit, line, role, wide, align) for line in lines]
    single = all(row.height <= kit.style(role).leading for row in rows)
    return stacked([*parts, stacked(rows, kit.gap(2 if single else 6), width)], kit.gap(8), width)


def _ledger_line(kit: Kit, line: Line, role: str, width: int, align: str) -> Piece:
    """A cause and its amount. The amount keeps its column, the cause wraps beside it."""
    marked = line.cause[:1] in SYMBOLS or line.tone == "attention"
    colour = theme.TEXT if marked else theme.tone_colour(line.tone)
    if not line.amount or align == "centre":
        said = f"{line.cause} {line.amount}".strip()
        return write(kit, said, role, width, colour, align=align, balance=align == "centre")
    room = natural(kit, line.amount, role)
    piece = Piece(width)
    if room > width * 0.45:
        runs = [Run(line.cause, kit.style(role), colour), Run(line.amount, kit.style(role), theme.SECOND)]
        return flow(kit, runs, width)
    cause = write(kit, line.cause, role, width - room - kit.gap(16), colour, label=f"{line.cause}: {line.amount}")
    piece.put(cause, 0, 0)
    piece.put(write(kit, line.amount, role, width, colour, align="right", label=""), 0, 0)
    return piece


def table(kit: Kit, block: Table, width: int) -> Piece:
    """Rows under heads; where the columns would be too narrow, each row as a small list of its own."""
    parts = [write(kit, block.title, "label", width, theme.LABEL, role="heading")] if block.title else []
    columns = max((len(row) for row in block.rows), default=1)
    if width < kit.em(120) * columns:
        parts += [_record(kit, block.heads, row, width) for row in block.rows]
        return stacked(parts, kit.gap(12), width)
    wides = _column_widths(kit, block, width, columns)
    if any(block.heads):
        parts.append(_row(kit, block.heads, wides, "tick", theme.LABEL))
    parts += [_row(kit, row, wides, "small", theme.TEXT) for row in block.rows]
    return stacked(parts, kit.gap(8), width)


def _column_widths(kit: Kit, block: Table, width: int, columns: int) -> list[int]:
    """Widths of columns by what they hold: short ones get what they need, the others share the rest alike."""
    gap = kit.gap(24)
    if block.even:
        return [(width - gap * (columns - 1)) // columns] * columns
    needs = [
        max((natural(kit, row[place], "small") for row in (block.heads, *block.rows) if place < len(row)), default=0)
        for place in range(columns)
    ]
    room = width - gap * (columns - 1)
    if sum(needs) <= room:
        return needs
    fair = room // columns
    short = [need for need in needs if need <= fair]
    each = (room - sum(short)) // (columns - len(short))
    return [need if need <= fair else each for need in needs]


def _row(kit: Kit, cells: Sequence[str], wides: Sequence[int], role: str, colour: str) -> Piece:
    """Cells beside each other."""
    piece, x = Piece(sum(wides) + kit.gap(24) * (len(wides) - 1)), 0
    for place, (cell, wide) in enumerate(zip(cells, wides, strict=False)):
        shade = theme.SECOND if place and colour == theme.TEXT else colour
        piece.put(write(kit, cell, role, wide, shade), x, 0)
        x += wide + kit.gap(24)
    return piece


def _record(kit: Kit, heads: Sequence[str], row: Sequence[str], width: int) -> Piece:
    """A row as a list: its name, then each value behind its head."""
    parts = [write(kit, row[0], "small-bold" if any(heads) else "small", width)] if row else []
    for place, cell in enumerate(row[1:], start=1):
        if not cell:
            continue
        head = heads[place] if place < len(heads) else ""
        runs = [Run(head, kit.style("small"), theme.LABEL)] if head else []
        parts.append(flow(kit, [*runs, Run(cell, kit.style("small"), theme.SECOND)], width))
    return stacked(parts, kit.gap(2), width)
