"""What the window says by itself, in a corner of the page: quiet, over everything, and gone with its reason."""

from __future__ import annotations

from game.window import theme
from game.window.frame import Box, Item, Rect
from game.window.piece import Kit, Piece
from game.window.writing import natural, write


def corner(kit: Kit, said: str, width: int) -> list[Item]:
    """A few words in the upper right corner; nothing where there is nothing to say."""
    if not said:
        return []
    pad, wide = kit.gap(12), natural(kit, said, "small")
    words = write(kit, said, "small", round(wide) + 1, theme.SECOND, role="status")
    whole = Piece(round(wide) + 1 + 2 * pad)
    edge = Rect(0, 0, whole.width, words.height + kit.gap(4))
    whole.draw(Box(rect=edge, fill=theme.RAIL, edge=theme.HAIRLINE, radius=kit.gap(4)))
    whole.put(words, pad, kit.gap(2))
    return [*whole.items("window", width - whole.width - kit.gap(12), kit.gap(3))]
