"""The game's own fonts through pygame, and how wide their words are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame
import pygame.font

from game.problems import GameError
from game.resources import assets

FILES = {
    "serif": "EBGaramond-Regular.ttf",
    "sans": "Inter-Regular.ttf",
    "sans-bold": "Inter-SemiBold.ttf",
    "figure": "Inter-SemiBold.ttf",
    "type": "CourierPrime-Regular.ttf",
    "type-bold": "CourierPrime-Bold.ttf",
}


def _path(face: str) -> Path:
    path = assets() / "fonts" / FILES[face]
    if not path.is_file():
        raise GameError(f"The font {path.name} is missing from {path.parent}.", "Install the game again.")
    return path


@lru_cache(maxsize=256)
def font(face: str, size: int) -> pygame.font.Font:
    """A face at a size in pixels, opened once."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(_path(face), size)


def spaced(text: str, face: str) -> str:
    """The text as it is drawn: large figures get wider spaces, or "1 in 9" would read as one word."""
    return text.replace(" ", "\u2004") if face == "figure" else text


@lru_cache(maxsize=50_000)
def _width(text: str, face: str, size: int) -> int:
    return font(face, size).size(spaced(text, face))[0]


@dataclass(frozen=True)
class FontMetrics:
    """Metrics of the real fonts, remembered. Any two are the same."""

    def width(self, text: str, face: str, size: int) -> int:
        """The width of a text in pixels."""
        return _width(text, face, size)
