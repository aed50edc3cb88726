"""Pictures of views without a display, for the gallery and for looking at."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pygame

from game.views.blocks import View
from game.window.fonts import FontMetrics
from game.window.frame import Frame
from game.window.layout import State, arrange
from game.window.painter import paint


def prepare() -> None:
    """Start pygame's display without a screen, unless one is there already."""
    if not pygame.display.get_init():
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()
    if pygame.display.get_surface() is None:
        pygame.display.set_mode((16, 16))


def draw(
    view: View, size: tuple[int, int] = (1280, 800), scale: float = 1.0, state: State | None = None
) -> pygame.Surface:
    """A view painted on a surface of that size, with text at that scale (1.0 to 2.0)."""
    prepare()
    surface = pygame.Surface(size).convert()
    paint(frame_of(view, size, scale, state), surface)
    return surface


def frame_of(view: View, size: tuple[int, int], scale: float, state: State | None = None) -> Frame:
    """The frame of a view with the real fonts."""
    return arrange(view, size, scale, FontMetrics(), state or State())


def save(
    view: View, path: Path, size: tuple[int, int] = (1280, 800), scale: float = 1.0, state: State | None = None
) -> None:
    """A view as a PNG file."""
    pygame.image.save(draw(view, size, scale, state), str(path))


def save_whole(view: View, path: Path, size: tuple[int, int] = (1280, 800), scale: float = 1.0) -> None:
    """A view as a PNG file as high as its page, so that nothing is left out by scrolling."""
    prepare()
    frame = unrolled(frame_of(view, size, scale))
    surface = pygame.Surface(frame.size).convert()
    paint(frame, surface)
    pygame.image.save(surface, str(path))


#: Panes that keep to the bottom.
LOW = ("answers", "foot")


def unrolled(frame: Frame) -> Frame:
    """The frame in a window as high as its longest page, without a scroll bar."""
    more = frame.limit
    views = {pane.name: pane.view for pane in frame.panes}
    for name in views:
        view = views[name]
        views[name] = view.moved(0, more) if name in LOW else view._replace(h=view.h + more)
    panes = tuple(replace(pane, view=views[pane.name]) for pane in frame.panes)
    items = tuple(
        replace(item, rect=item.rect.moved(0, more)) if item.pane in LOW else item
        for item in frame.items
        if item.role != "scroll"
    )
    return replace(frame, size=(frame.size[0], frame.size[1] + more), items=items, panes=panes)
