"""The game's own fonts through pygame, how wide their words are, and their words as pictures.

Fonts are opened larger than they are shown and scaled down: pygame puts letters on whole pixels, which at the size of
a caption tears words apart, and a third of a pixel is fine enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame
import pygame.font

from game.problems import GameError
from game.resources import assets

#: How many times as large words are drawn before they are scaled down.
FINE = 3
#: Below this size strokes are thin enough to need strengthening.
THIN = 30
FILES = {
    "serif": "EBGaramond-Medium.ttf",
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
    """A face for a size in pixels, FINE times as large, opened once."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(_path(face), FINE * size)


def spaced(text: str, face: str) -> str:
    """The text as it is drawn: large figures get wider spaces, or "1 in 9" would read as one word."""
    return text.replace(" ", "\u2004") if face == "figure" else text


@lru_cache(maxsize=50_000)
def _width(text: str, face: str, size: int) -> float:
    return font(face, size).size(spaced(text, face))[0] / FINE


@dataclass(frozen=True)
class FontMetrics:
    """Metrics of the real fonts, remembered. Any two are the same."""

    def width(self, text: str, face: str, size: int) -> float:
        """The width of a text in pixels."""
        return _width(text, face, size)


def ascent(face: str, size: int) -> float:
    """How high a face's pictures reach above the baseline, in pixels."""
    return font(face, size).get_ascent() / FINE


def picture(text: str, face: str, size: int, colour: str, tracking: float = 0.0) -> pygame.Surface:
    """One line of words in pixels of the screen; tracked ones letter by letter."""
    drawn = font(face, size)
    large = _tracked(drawn, text, colour, tracking) if tracking else drawn.render(spaced(text, face), True, colour)
    high = -(-large.get_height() // FINE)
    sheet = pygame.Surface((-(-large.get_width() // FINE) * FINE, high * FINE), pygame.SRCALPHA)
    sheet.fill(clear(colour))
    sheet.blit(large, (0, 0))
    small = pygame.transform.smoothscale(sheet, (sheet.get_width() // FINE, high))
    return _strengthened(small) if size < THIN else small


def _tracked(drawn: pygame.font.Font, text: str, colour: str, tracking: float) -> pygame.Surface:
    """Letters with space between them."""
    wides = [drawn.size(letter)[0] + tracking * FINE for letter in text]
    sheet = pygame.Surface((round(sum(wides)) + FINE, drawn.get_height()), pygame.SRCALPHA)
    sheet.fill(clear(colour))
    for place, letter in enumerate(text):
        sheet.blit(drawn.render(letter, True, colour), (round(sum(wides[:place])), 0))
    return sheet


def _strengthened(words: pygame.Surface) -> pygame.Surface:
    """Words with their half-tones made stronger: thin strokes pale when they are scaled down."""
    again = words.copy()
    again.set_alpha(90)
    words.blit(again, (0, 0))
    return words


def clear(colour: str) -> pygame.Color:
    """A colour, wholly transparent, so that smoothed edges do not turn dark."""
    found = pygame.Color(colour)
    found.a = 0
    return found
