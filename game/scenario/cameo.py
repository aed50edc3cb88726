"""The table of event codes that acts may name."""

from __future__ import annotations

import csv
from functools import cache

from game import resources


@cache
def labels() -> dict[str, str]:
    """CAMEO code to its label, as `game/data/cameo.csv` lists them."""
    with resources.data("cameo.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row["label"] for row in csv.DictReader(stream)}


@cache
def weights() -> dict[str, float]:
    """CAMEO code to its Goldstein weight, -10 (most hostile) to 10."""
    with resources.data("cameo.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: float(row["goldstein"]) for row in csv.DictReader(stream)}
