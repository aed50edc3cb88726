"""Palette and type of the window, as names. Nothing else in the window writes a colour or a font size.

Contrast is measured against PAGE; the lowest that carries words is CLOSED with 5.3.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE = "#0E1412"
RAIL = "#121A18"
HAIRLINE = "#28312E"
CAP = "#56605B"
TRACK = "#2A3431"
TEXT = "#E9E4D4"
SECOND = "#A9B3A8"
LABEL = "#93A29A"
CLOSED = "#7F8C84"
ATTENTION = "#E5A84B"
FOCUS_FILL = "#1C1D15"
WASHINGTON = "#8DB8E0"
WASHINGTON_FILL = "#182839"
MOSCOW = "#E58A76"
MOSCOW_FILL = "#3A1D19"
PAPER = "#EDE5D0"
INK = "#25221B"
INK_SECOND = "#635C49"
STAMP = "#9C3B2B"
SHADOW = "#050807"

#: Shading of a chart's bands from calm to war, and of the line on top of each.
BANDS = ("#152220", "#1A2119", "#1E1D15", "#241B15", "#291A18")
EDGES = ("#3F5A50", "#56613F", "#6A5F3A", "#74502F", "#7A3D33")

SIDES = {"usa": WASHINGTON, "ussr": MOSCOW}
SIDE_FILLS = {"usa": WASHINGTON_FILL, "ussr": MOSCOW_FILL}
SIDE_SHAPES = {"usa": "■", "ussr": "●"}
TONES = {
    "plain": TEXT,
    "second": SECOND,
    "attention": ATTENTION,
    "warning": ATTENTION,
    "you": ATTENTION,
    "history": SECOND,
    "closed": CLOSED,
    "usa": WASHINGTON,
    "ussr": MOSCOW,
}


@dataclass(frozen=True)
class Type:
    """One role of type at 100 %: face, size and line height in units, tracking in em, capitals or not."""

    face: str
    size: float
    leading: float
    tracking: float = 0.0
    capitals: bool = False


#: A face is a voice: serif for people and what happens, sans for the game, type for documents.
ROLES = {
    "display": Type("serif", 84, 96),
    "masthead": Type("serif", 56, 64),
    "title": Type("serif", 40, 48),
    "closing": Type("serif", 28, 40),
    "brief": Type("serif", 22, 31),
    "advice": Type("serif", 18, 24),
    "choice": Type("sans-bold", 18, 24),
    "entry": Type("sans", 20, 28),
    "entry-bold": Type("sans-bold", 20, 28),
    "subhead": Type("sans-bold", 16, 24),
    "body": Type("sans", 16, 24),
    "body-bold": Type("sans-bold", 16, 24),
    "small": Type("sans", 14, 20),
    "gauge": Type("sans", 13, 20),
    "small-bold": Type("sans-bold", 14, 20),
    "label": Type("sans", 12, 16, 0.11, True),
    "tick": Type("sans", 12, 16),
    "cap": Type("sans", 13, 16),
    "figure": Type("figure", 60, 64),
    "figure-wide": Type("figure", 46, 56),
    "figure-mid": Type("figure", 38, 48),
    "figure-small": Type("figure", 24, 32),
    "figure-rest": Type("sans", 18, 32),
    "document": Type("type", 17, 28),
    "document-title": Type("type-bold", 19, 28),
    "document-head": Type("type-bold", 15, 22),
    "document-foot": Type("type", 13, 18),
    "stamp": Type("type-bold", 15, 24, 0.12, True),
}


def side_colour(side: str) -> str:
    """The colour of a side, or that of quiet text where nobody's side is meant."""
    return SIDES.get(side, SECOND)


def tone_colour(tone: str) -> str:
    """The colour of a tone; an unknown tone reads as plain text."""
    return TONES.get(tone, TEXT)
