"""pygame's events as keys and pointer moves."""

from __future__ import annotations

import pygame

from game.window.control import Key

_NAMED = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
}


def key_of(event: pygame.event.Event) -> Key:
    """The key of a KEYDOWN event. Letters are what the keyboard's layout types; elsewhere the key's own name."""
    shift, ctrl = bool(event.mod & pygame.KMOD_SHIFT), bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    named = _NAMED.get(event.key)
    if named is None and not ctrl and event.unicode.isprintable() and event.unicode.strip():
        named = event.unicode
    return Key(named or plain_name(event.key), shift, ctrl)


def plain_name(key: int) -> str:
    """A key's name without layout: "f11", "a", "3" also on the number pad."""
    name = pygame.key.name(key)
    return name.strip("[]") if name.startswith("[") else name
