"""Pieces of actions beside the question: caps with their words along rows, under a label with capital as dots."""

from __future__ import annotations

from collections.abc import Sequence

from game.views.blocks import Action, Actions
from game.window import theme
from game.window.blocks_press import button, cap, cap_width, entries
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, stacked
from game.window.writing import natural, write


def actions_list(kit: Kit, block: Actions, width: int) -> Piece:
    """Things to press beside the question: a list where they explain themselves, else a row."""
    if not any(action.detail or action.closed for action in block.actions):
        return actions_row(kit, block, width)
    parts = [titled(kit, block, width)] if block.title or block.of else []
    return stacked([*parts, entries(kit, block.actions, width, kit.gap(8))], kit.gap(12), width)


def titled(kit: Kit, block: Actions, width: int) -> Piece:
    """The label of a group with its capital as dots; as wide as they are, at most the given width."""
    wide = min(natural(kit, block.title, "label") + 2, width) if block.title else 0
    piece = Piece(wide)
    if block.title:
        piece.put(write(kit, block.title, "label", wide, theme.LABEL, role="heading"), 0, 0)
    if block.of:
        drawn = dots(kit, block)
        x = wide + kit.gap(16) if wide else 0
        x, y = (x, kit.em(2)) if x + drawn.width <= width else (0, piece.height + kit.gap(6))
        piece.put(drawn, x, y)
        piece.width = max(wide, x + drawn.width)
    return piece


def dots(kit: Kit, block: Actions) -> Piece:
    """Capital as dots: filled is left, open is spent."""
    side, step = kit.em(12), kit.em(16)
    piece = Piece(step * block.of)
    for place in range(block.of):
        full = place < block.filled
        label = f"{block.filled} of {block.of} left" if not place else ""
        rect = Rect(place * step, 0, side, side)
        fill, edge = (theme.TEXT, "") if full else ("", theme.LABEL)
        piece.draw(
            Box(
                rect=rect, fill=fill, edge=edge, thick=max(1, kit.em(1.4)), radius=side // 2, role="figure", label=label
            )
        )
    return piece


def _inline(kit: Kit, action: Action, width: int) -> Piece:
    """An action in a row: cap and label. A label that is wider than the row breaks."""
    focused = action is kit.focused
    ink = theme.CLOSED if action.closed else theme.ATTENTION if focused else theme.TEXT
    said = f"✓ {action.label}" if action.selected else action.label
    if action.label.casefold() == action.key.casefold():
        said = ""
    key = cap_width(kit, action.key) + (kit.gap(6) if said else 0) if action.key else 0
    wide = min(natural(kit, said, "small") + 1, width - key)
    words = write(kit, said, "small", wide, ink, label="")
    piece = Piece(key + wide)
    piece.draw(button(kit, action, Rect(0, 0, key + wide, max(kit.em(24), words.height + kit.em(4)))))
    if action.key:
        piece.put(cap(kit, action), 0, 0)
    piece.put(words, key, kit.em(2))
    return piece


def actions_row(kit: Kit, block: Actions, width: int, headed: bool = True) -> Piece:
    """A label, capital as dots, caps with their words, in as many rows as they need. headed: with the label."""
    return rows(kit, inline(kit, block, width, headed), width)[0]


def inline(kit: Kit, block: Actions, width: int, headed: bool = True) -> list[tuple[Piece, int]]:
    """The parts of a row, each with how far it stands below the row's top."""
    bits: list[tuple[Piece, int]] = []
    if headed and (block.title or block.of):
        bits.append((titled(kit, block, width), kit.em(4)))
    return bits + [(_inline(kit, action, width), 0) for action in block.actions]


def rows(kit: Kit, bits: Sequence[tuple[Piece, int]], width: int) -> tuple[Piece, int, int]:
    """Parts along rows. Gives the piece, as wide as its longest row, and where its last row ends and begins below."""
    gap, between, high = kit.gap(18), kit.gap(6), kit.em(24)
    piece, x, y, widest, lowest = Piece(width), 0, 0, 0, high
    for bit, down in bits:
        if x and x + bit.width > width:
            x, y = 0, lowest + between
            lowest = y + high
        lowest = max(lowest, piece.put(bit, x, y + down))
        x += bit.width + gap
        widest = max(widest, x - gap)
    piece.width, piece.height = widest, lowest
    return piece, max(0, x - gap), y
