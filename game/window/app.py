"""The window: waits for events, turns them into intents for the desk, and draws what the desk shows.

Nothing here runs by itself: an idle window waits in the operating system and costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from game.problems import GameError
from game.views.blocks import Intent, View

NAME = "Brinkmanship"
FIRST_SIZE = (1280, 800)
NO_WINDOW = "The game also plays in a terminal: add --text."


class Desk(Protocol):
    """What the window needs of a desk."""

    @property
    def settings(self) -> Any:
        """What is remembered between games: scale (1.0 to 2.0) and, where it keeps them, the window's size."""
        ...

    @property
    def closed(self) -> bool:
        """Whether the player has left."""
        ...

    #: Set by the window: shows the screen anew, from whichever thread it is called.
    wake: Callable[[], None] | None

    def waits(self, intent: Intent) -> str:
        """What a person waits for while this is carried out, if it may take long; empty where it is done at once."""
        ...

    def view(self) -> View:
        """The screen as it is now."""
        ...

    def do(self, intent: Intent) -> None:
        """Carry out what the player meant."""
        ...


def run(desk: Desk) -> int:
    """Open the window and stay until the player leaves. Raises GameError where there is no display."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", NAME)
    if sys.platform.startswith("linux"):
        # A still picture needs no graphics driver, and loading one takes longer than everything else at the start.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    if not visible():
        raise GameError("No window could be opened: there is no display.", NO_WINDOW)
    from game.window.screen import Screen

    screen = Screen(desk)
    try:
        return screen.stay()
    finally:
        screen.close()


def visible() -> bool:
    """Whether there may be a display. Asked before pygame is loaded, so that the answer costs nothing."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
    return named or not sys.platform.startswith(("linux", "freebsd"))


def failed(view: View, error: GameError) -> View:
    """The view with what went wrong said above it."""
    return replace(view, notice=str(error))
