"""A frame onto a surface, and nothing else. Whatever is costly to draw is drawn once and kept.

Shapes are drawn three times as large and scaled down, which is what makes their edges smooth.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import pygame

from game.window import theme
from game.window.fonts import ascent, clear, picture
from game.window.frame import BASELINE, Box, Frame, Item, Line, Pane, Polygon, Rect, Text

_FINE = 3


def paint(frame: Frame, surface: pygame.Surface) -> None:
    """Draw every pane with its items, cut off at the pane's edges."""
    for pane in frame.panes:
        surface.set_clip(pygame.Rect(pane.view))
        if pane.fill:
            surface.fill(pane.fill)
        _paint_pane(frame, pane, surface)
    surface.set_clip(None)


def _paint_pane(frame: Frame, pane: Pane, surface: pygame.Surface) -> None:
    """Draw the items of a pane that are in view."""
    down = frame.offset(pane.name)
    for item in frame.items:
        if item.pane != pane.name:
            continue
        rect = item.rect.moved(0, -down)
        if rect.bottom >= pane.view.y - 24 and rect.y <= pane.view.bottom + 24:
            _paint_item(item, rect, surface)


def _paint_item(item: Item, rect: Rect, surface: pygame.Surface) -> None:
    """Draw one item with its corner at the rectangle's."""
    if isinstance(item, Text):
        _paint_text(item, rect, surface)
    elif isinstance(item, Box):
        _paint_box(item, rect, surface)
    elif isinstance(item, Line | Polygon):
        margin = _margin(item)
        bare = replace(item, rect=Rect(0, 0, item.rect.w, item.rect.h), label="", pane="")
        surface.blit(_shape(bare), (rect.x - margin, rect.y - margin))


def _paint_text(item: Text, rect: Rect, surface: pygame.Surface) -> None:
    """Words by their baseline; askew ones (stamps) by their middle."""
    if item.angle:
        stamp = _stamp(item.text, item.face, item.size, item.colour, item.tracking, item.angle)
        middle = (rect.x + rect.w / 2, rect.y + rect.h / 2)
        surface.blit(stamp, stamp.get_rect(center=middle))
        return
    words = _words(item.text, item.face, item.size, item.colour, item.tracking)
    baseline = rect.y + round(BASELINE * item.size)
    surface.blit(words, (rect.x, round(baseline - ascent(item.face, item.size))))


_words = lru_cache(maxsize=4000)(picture)


@lru_cache(maxsize=50)
def _stamp(text: str, face: str, size: int, colour: str, tracking: float, angle: float) -> pygame.Surface:
    """Words in a frame, turned."""
    words = _words(text, face, size, colour, tracking)
    pad = round(size * 0.7)
    sheet = pygame.Surface((words.get_width() + 2 * pad, words.get_height() + pad), pygame.SRCALPHA)
    sheet.blit(words, (pad, pad // 2 + size // 8))
    pygame.draw.rect(sheet, colour, sheet.get_rect(), max(2, size // 8))
    return pygame.transform.rotozoom(sheet, angle, 1.0)


def _paint_box(item: Box, rect: Rect, surface: pygame.Surface) -> None:
    """A filled or edged rectangle: four corners kept as pictures, the rest drawn straight."""
    if item.shadow:
        soft = _shadow(rect.w, rect.h, item.shadow)
        surface.blit(soft, (rect.x - 2 * item.shadow, rect.y - item.shadow))
    if rect.w <= 0 or rect.h <= 0 or not (item.fill or item.edge):
        return
    if not item.radius:
        _straight(item, rect, surface)
    elif max(rect.w, rect.h) <= 64:
        surface.blit(_rounded(rect.w, rect.h, item.radius, item.fill, item.edge, item.thick), rect[:2])
    else:
        _large(item, rect, surface)


def _straight(item: Box, rect: Rect, surface: pygame.Surface) -> None:
    if item.fill:
        surface.fill(item.fill, rect)
    if item.edge:
        pygame.draw.rect(surface, item.edge, rect, item.thick)


def _large(item: Box, rect: Rect, surface: pygame.Surface) -> None:
    """A large rounded box: smooth corners, straight edges."""
    corner = item.radius + item.thick
    small = _rounded(2 * corner, 2 * corner, item.radius, item.fill, item.edge, item.thick)
    if item.fill:
        surface.fill(item.fill, (rect.x + corner, rect.y, rect.w - 2 * corner, rect.h))
        surface.fill(item.fill, (rect.x, rect.y + corner, rect.w, rect.h - 2 * corner))
    if item.edge:
        for edge in _edges(rect, corner, item.thick):
            surface.fill(item.edge, edge)
    for across in (0, 1):
        for down in (0, 1):
            at = (rect.x + across * (rect.w - corner), rect.y + down * (rect.h - corner))
            surface.blit(small, at, (across * corner, down * corner, corner, corner))


def _edges(rect: Rect, corner: int, thick: int) -> tuple[tuple[int, int, int, int], ...]:
    """The straight parts of a box's outline."""
    wide, high = rect.w - 2 * corner, rect.h - 2 * corner
    return (
        (rect.x + corner, rect.y, wide, thick),
        (rect.x + corner, rect.bottom - thick, wide, thick),
        (rect.x, rect.y + corner, thick, high),
        (rect.right - thick, rect.y + corner, thick, high),
    )


@lru_cache(maxsize=500)
def _rounded(width: int, height: int, radius: int, fill: str, edge: str, thick: int) -> pygame.Surface:
    """A small rounded box, smooth."""
    large = pygame.Surface((width * _FINE, height * _FINE), pygame.SRCALPHA)
    large.fill(clear(edge or fill))
    if edge:
        pygame.draw.rect(large, edge, large.get_rect(), border_radius=radius * _FINE)
    inset = thick * _FINE if edge else 0
    inner = large.get_rect().inflate(-2 * inset, -2 * inset)
    colour = pygame.Color(fill) if fill else clear(edge)
    pygame.draw.rect(large, colour, inner, border_radius=max(0, radius * _FINE - inset))
    return pygame.transform.smoothscale(large, (width, height))


@lru_cache(maxsize=8)
def _shadow(width: int, height: int, depth: int) -> pygame.Surface:
    """A soft shadow under a sheet, wider than it by twice the depth on each side."""
    small = 4
    size = ((width + 4 * depth) // small, (height + 4 * depth) // small)
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    sheet.fill(clear(theme.SHADOW))
    colour = pygame.Color(theme.SHADOW)
    colour.a = 190
    pygame.draw.rect(sheet, colour, sheet.get_rect().inflate(-4 * depth // small, -4 * depth // small))
    soft = pygame.transform.gaussian_blur(sheet, max(1, depth // small))
    return pygame.transform.smoothscale(soft, (width + 4 * depth, height + 4 * depth))


def _margin(item: Line | Polygon) -> int:
    """Pixels around a shape's rectangle that its stroke may need."""
    return round(item.thick) + 2 if isinstance(item, Line) else 2


@lru_cache(maxsize=200)
def _shape(item: Line | Polygon) -> pygame.Surface:
    """A line or polygon on a clear ground, smooth."""
    margin = _margin(item)
    width, height = item.rect.w + 2 * margin, item.rect.h + 2 * margin
    large = pygame.Surface((width * _FINE, height * _FINE), pygame.SRCALPHA)
    colour = item.colour if isinstance(item, Line) else item.fill
    large.fill(clear(colour))
    points = [((x + margin) * _FINE, (y + margin) * _FINE) for x, y in item.points]
    if isinstance(item, Polygon):
        pygame.draw.polygon(large, colour, points)
    else:
        for stroke in _strokes(points, tuple(part * _FINE for part in item.dash)):
            _stroke(large, colour, stroke, item.thick * _FINE)
    return pygame.transform.smoothscale(large, (width, height))


Points = list[tuple[float, float]]


def _stroke(surface: pygame.Surface, colour: str, points: Points, thick: float) -> None:
    """A thick line with round joins: a quadrangle for each stretch, a disc at each point."""
    half = thick / 2
    for (x1, y1), (x2, y2) in pairwise(points):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        across, down = -(y2 - y1) / length * half, (x2 - x1) / length * half
        pygame.draw.polygon(
            surface,
            colour,
            [(x1 + across, y1 + down), (x2 + across, y2 + down), (x2 - across, y2 - down), (x1 - across, y1 - down)],
        )
    for point in points:
        pygame.draw.circle(surface, colour, point, half)


def _strokes(points: Points, dash: tuple[float, ...]) -> list[Points]:
    """The line whole, or cut into strokes by a dash of (stroke, gap)."""
    if not dash:
        return [points]
    found: list[Points] = []
    current, on, left = [points[0]], True, dash[0]
    for start, end in pairwise(points):
        at = start
        length = ((end[0] - at[0]) ** 2 + (end[1] - at[1]) ** 2) ** 0.5
        while length > left:
            share = left / length
            at = (at[0] + (end[0] - at[0]) * share, at[1] + (end[1] - at[1]) * share)
            length -= left
            if on:
                found.append([*current, at])
            current, on, left = [at], not on, dash[1] if on else dash[0]
        left -= length
        if on:
            current.append(end)
    return [*found, current] if on else found
