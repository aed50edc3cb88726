"""Documents as things: a sheet of paper with head, words, stamp, and a foot that says whose words they are."""

from __future__ import annotations

from collections.abc import Sequence

from game.views.blocks import Document
from game.window import theme
from game.window.frame import Box, Rect, Text
from game.window.piece import Kit, Piece, stacked
from game.window.writing import natural, text_item, write

#: The sheet's best height in units of space, and its widest in units of type.
BEST, WIDEST = 560, 864


def paper(kit: Kit, block: Document, width: int, stretch: int = 0) -> Piece:
    """The sheet. stretch is how many pixels of blank paper it may gain before its foot."""
    wide = min(width, kit.em(WIDEST))
    margin = min(kit.em(56), wide // 12)
    inner = wide - 2 * margin
    body = _body(kit, block, inner)
    foot = write(kit, block.foot, "document-foot", inner, theme.INK_SECOND) if block.foot else Piece(inner)
    space = kit.gap(24) if block.foot else 0
    natural_high = margin * 2 + body.height + space + foot.height
    high = natural_high + stretch
    sheet = Piece(width)
    sheet.draw(
        Box(
            rect=Rect(0, 0, wide, high),
            fill=theme.PAPER,
            radius=2,
            shadow=kit.gap(16),
            role="document",
            label=_said(block),
        )
    )
    sheet.put(body, margin, margin)
    sheet.put(foot, margin, high - margin - foot.height)
    return sheet


def least(kit: Kit, block: Document, width: int) -> int:
    """How much blank paper the sheet would like, so that a short cable still looks like a sheet."""
    return max(0, kit.gap(BEST) - paper(kit, block, width).height)


def _said(block: Document) -> str:
    return f"{block.kind.capitalize() or 'Paper'}: {block.title}" if block.title else block.kind


def _body(kit: Kit, block: Document, width: int) -> Piece:
    """Head lines with the stamp beside them, a rule, the title, the text."""
    parts = []
    head = _head(kit, block, width)
    if head.parts:
        parts += [head, _rule(width)]
    if block.title:
        parts.append(write(kit, block.title, "document-title", width, theme.INK, role="heading"))
    parts.append(write(kit, block.text, "document", width, theme.INK))
    return stacked(parts, kit.gap(16), width)


def _rule(width: int) -> Piece:
    piece = Piece(width)
    piece.draw(Box(rect=Rect(0, 0, width, 1), fill=theme.INK_SECOND))
    return piece


def _head(kit: Kit, block: Document, width: int) -> Piece:
    """Rows of label and value, leaving the corner to the stamp; under it where the sheet is narrow."""
    piece = Piece(width)
    mark = stamp(kit, block.stamp) if block.stamp else Piece(0)
    beside = width - mark.width - kit.gap(24) >= kit.em(280)
    if mark.width:
        piece.put(mark, width - mark.width, 0)
    if block.head:
        rows = _rows(kit, block.head, width - mark.width - kit.gap(24) if beside and mark.width else width)
        piece.put(rows, 0, 0 if beside or not mark.width else mark.height + kit.gap(8))
    return piece


def _rows(kit: Kit, head: Sequence[tuple[str, str]], width: int) -> Piece:
    """Labels in a column of their own."""
    column = max(natural(kit, label.upper(), "document-head") for label, _ in head) + kit.em(18)
    whole, y = Piece(width), 0
    for label, value in head:
        whole.put(write(kit, label.upper(), "document-head", column, theme.INK, label=f"{label}: {value}"), 0, y)
        y = whole.put(
            write(kit, value, "document-head", max(kit.em(80), width - column), theme.INK, label=""), column, y
        )
    return whole


def stamp(kit: Kit, said: str) -> Piece:
    """A stamp, set a little askew: one item, so that frame and words turn together."""
    style = kit.style("stamp")
    wide = natural(kit, said, "stamp")
    pad = kit.em(12)
    whole = Piece(wide + 2 * pad + kit.em(8), kit.em(44))
    line: Text = text_item(
        said.upper(), style, theme.STAMP, pad, kit.em(26), wide, angle=4.0, role="text", label=f"Stamped: {said}"
    )
    whole.draw(line)
    return whole
