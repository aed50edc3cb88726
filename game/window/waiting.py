"""Waiting for the next event without using the processor.

pygame's own wait looks every millisecond whether something has come. SDL's sleeps in the operating system until
something does, so it is called directly, in the very library that pygame has loaded; where that is not found,
pygame's wait does.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from pathlib import Path

import pygame

_VIDEO = 0x20
_FOLDERS = {"win32": ("", "SDL2.dll"), "darwin": (".dylibs", "libSDL2-2*.dylib")}


@cache
def library() -> ctypes.CDLL | None:
    """SDL as pygame has loaded it, or None where it cannot be found for certain."""
    package = Path(pygame.__file__).parent
    inside, pattern = _FOLDERS.get(sys.platform, ("../pygame_ce.libs", "libSDL2-2*.so*"))
    found = list((package / inside).glob(pattern))
    if len(found) != 1:
        return None
    try:
        sdl = ctypes.CDLL(str(found[0].resolve()))
        started = sdl.SDL_WasInit(_VIDEO) == _VIDEO
        sdl.SDL_WaitEvent.argtypes = [ctypes.c_void_p]
    except (OSError, AttributeError):
        return None
    return sdl if started else None


def events() -> list[pygame.event.Event]:
    """Wait for an event, then give it with all that came along."""
    ready, sdl = pygame.event.get(), library()
    if ready:
        return ready
    if sdl is None:
        return [pygame.event.wait(), *pygame.event.get()]
    sdl.SDL_WaitEvent(None)
    return pygame.event.get()
