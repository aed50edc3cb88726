"""The foot: what can be pressed beside the question, always in view."""

from __future__ import annotations

from game.views.blocks import View
from game.window import theme
from game.window.blocks_row import inline, rows, titled
from game.window.blocks_text import hairline
from game.window.piece import Kit, Piece
from game.window.writing import write


def foot_piece(kit: Kit, view: View, width: int) -> Piece:
    """The foot: what can be pressed beside the question, left and right, with what the focused one does."""
    if not view.foot or view.name == "title":
        return Piece(width)
    piece = Piece(width)
    if view.name != "war":
        piece.put(hairline(width), 0, 0)
    y, head = kit.gap(12), _foot_head(kit, view, width)
    if head.height:
        y = piece.put(head, 0, y) + kit.gap(6)
    y = _foot_rows(kit, view, piece, width, y, not head.height)
    piece.height = y + kit.gap(18)
    return piece


def _foot_head(kit: Kit, view: View, width: int) -> Piece:
    """A line over the keys: the first group's label with its capital, and what the focused action does.

    Its height is kept free where some action explains itself, so that nothing jumps.
    """
    actions = [action for block in view.foot for action in block.actions]
    piece = Piece(width)
    if not any(action.detail or action.closed for action in actions):
        return piece
    name = titled(kit, view.foot[0], width)
    piece.put(name, 0, kit.em(2))
    held = next((action for action in actions if action is kit.focused), None)
    said = (f"Closed: {held.closed}" if held.closed else held.detail) if held else ""
    x = name.width + kit.gap(24) if name.parts else 0
    x, y = (x, 0) if width - x >= kit.em(360) else (0, kit.em(22))
    if said:
        piece.put(write(kit, said, "small", width - x, theme.SECOND, label=""), x, y)
    piece.height = max(piece.height, y + kit.style("small").leading)
    return piece


def _foot_rows(kit: Kit, view: View, piece: Piece, width: int, y: int, headed: bool) -> int:
    """Groups on the left, then on the right; each begins on the last row of the one before if it fits there."""
    left, right = 0, width
    for place, block in enumerate(block for block in view.foot if block.actions or block.title):
        row, last, down = rows(kit, inline(kit, block, width, headed or place > 0), width)
        wide = row.width
        if left + wide + (kit.gap(32) if left else 0) > right:
            y = piece.height + kit.gap(6)
            left, right = 0, width
        if block.align == "right" and wide <= right - left:
            piece.put(row, right - wide, y)
            right -= wide + kit.gap(32)
        else:
            piece.put(row, left, y)
            y, left = y + down, left + last + kit.gap(32)
    return piece.height
