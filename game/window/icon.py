"""The window's icon, drawn in code: a line that climbs to a peak between a square and a circle."""

from __future__ import annotations

import pygame

from game.window import theme
from game.window.frame import Box, Frame, Line, Pane, Rect
from game.window.painter import paint


def icon(side: int = 64) -> pygame.Surface:
    """The icon as a surface."""
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    whole, mark = Rect(0, 0, side, side), side // 5
    peak = ((0.08, 0.66), (0.3, 0.6), (0.44, 0.46), (0.56, 0.16), (0.68, 0.5), (0.92, 0.58))
    items = (
        Box(rect=Rect(side // 8, side - mark - side // 8, mark, mark), fill=theme.WASHINGTON),
        Box(
            rect=Rect(side - mark - side // 8, side - mark - side // 8, mark, mark), fill=theme.MOSCOW, radius=mark // 2
        ),
        Line(rect=whole, points=tuple((x * side, y * side) for x, y in peak), colour=theme.ATTENTION, thick=side / 14),
    )
    paint(Frame((side, side), items, (Pane("room", whole, side, theme.PAGE),)), surface)
    return surface
