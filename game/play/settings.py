"""What is remembered between games: text size and window size. A missing or odd value becomes the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
LEAST, MOST = (960, 600), (16_000, 16_000)


@dataclass(frozen=True)
class Settings:
    """scale is the text size, 1.0 to 2.0; size the window's width and height in pixels, none until it was changed."""

    scale: float = SCALES[0]
    size: tuple[int, int] | None = None

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Settings:
        """Settings from what a file holds."""
        return cls(_scale(told.get("scale")), _size(told.get("size")))

    def write(self) -> dict[str, Any]:
        """What the file will hold."""
        return {"scale": self.scale, **({"size": list(self.size)} if self.size else {})}

    def scaled(self, way: str) -> Settings:
        """One size larger ("+"), smaller ("-"), or the size named ("1.5"); unchanged for anything else."""
        if way == "+":
            return replace(self, scale=min((size for size in SCALES if size > self.scale), default=SCALES[-1]))
        if way == "-":
            return replace(self, scale=max((size for size in SCALES if size < self.scale), default=SCALES[0]))
        try:
            return replace(self, scale=_scale(float(way)))
        except ValueError:
            return self

    def sized(self, text: str) -> Settings:
        """The window's size from "1280x800"; unchanged for anything else."""
        width, _, height = text.partition("x")
        return replace(self, size=_size([int(width), int(height)])) if width.isdigit() and height.isdigit() else self


def _scale(found: Any) -> float:
    fits = isinstance(found, int | float) and not isinstance(found, bool) and SCALES[0] <= found <= SCALES[-1]
    return float(found) if fits else SCALES[0]


def _size(found: Any) -> tuple[int, int] | None:
    if not isinstance(found, list) or len(found) != 2 or not all(type(part) is int for part in found):
        return None
    width, height = found
    return (width, height) if LEAST[0] <= width <= MOST[0] and LEAST[1] <= height <= MOST[1] else None
