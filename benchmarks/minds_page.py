"""The tables of docs/minds.md: `python -m benchmarks.minds_page` prints them, `--write` puts them into the page.

Measured tables come from the last `make proof ONLY=minds` and `ONLY=nash`, the others from code and data.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from typing import Any

from benchmarks import model_page
from benchmarks.model_page import Tables, rows
from benchmarks.proof import FOLDER, ROOT
from game.minds.table import LEVELS
from game.model.people import Leader
from game.scenario.card import cards
from game.scenario.catalogue import load, names

PAGE = ROOT / "docs" / "minds.md"
SIDES = {"usa": "Washington", "ussr": "Moscow"}
PLAIN = {"chance": "random", "climb": "always climb", "yield": "always yield", "mirror": "tit for tat"}
#: The name in the proof of the model in the leader's place.
MODEL = "leader:quick"
Told = dict[str, Any]


def figures(name: str) -> Told:
    """What a proof found last."""
    told: Told = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["figures"]
    return told


def proved(part: str) -> list[Told]:
    """One part of what was found of each crisis: cells, levels or free."""
    return [one for told in figures("minds")["crises"].values() for one in told[part]]


def levels() -> str:
    """The levels, as the code has them."""
    heads = ("level", "sharpness of the first thought", "pictures for each way", "habit, points", "sharpness ahead")
    return rows(heads, ((one.id, one.first, one.pictures or "none", one.habit, one.sharpness) for one in LEVELS))


def leaders() -> str:
    """Every leader who comes with the game, by traits."""
    found: dict[str, Leader] = {}
    for name in names():
        found |= load(name).leaders
    traits = [one.name for one in fields(Leader) if one.name not in ("name", "side", "about", "sources")]
    body = [[SIDES[one.side], one.name, *(f"{getattr(one, trait):.0f}" for trait in traits)] for one in found.values()]
    return rows(("side", "leader", *traits), sorted(body))


def gains() -> str:
    """The leader at the table against each mind in its place."""
    cells: dict[tuple[str, str], dict[str, Told]] = {}
    for cell in proved("cells"):
        cells.setdefault((cell["crisis"], cell["side"]), {})[cell["instead"]] = cell
    heads = ("crisis", "side", "aims met", *(f"over {name}" for name in PLAIN.values()), "over the model", "wars")
    return rows(heads, (_gained(*place, row) for place, row in cells.items()))


def _gained(crisis: str, side: str, row: dict[str, Told]) -> list[str]:
    one = next(iter(row.values()))
    aims = f"{one['leader']:.2f} of {one['of']}"
    told = [_gain(row[name]) for name in (*PLAIN, MODEL)]
    return [_title(crisis), SIDES[side], aims, *told, f"{one['leader_war']:.1%}"]


def _gain(cell: Told) -> str:
    """A gain with its interval, in bold where the target is missed."""
    told = f"{cell['gain']:+.2f} ({cell['low']:+.2f} to {cell['high']:+.2f})"
    return told if cell["met"] else f"**{told}**"


def _title(crisis: str) -> str:
    return next(card.title for card in cards() if card.id == crisis)


def strength() -> str:
    """Each level's mean aims against the same opponent."""
    told: dict[tuple[str, str], list[str]] = {}
    for one in proved("levels"):
        told.setdefault((one["crisis"], one["side"]), []).append(f"{one['aims']:.2f} ± {one['half']:.2f}")
    body = ([_title(crisis), SIDES[side], *row] for (crisis, side), row in told.items())
    return rows(("crisis", "side", *(level.id for level in LEVELS)), body)


def free() -> str:
    """What free play with leaders at the table comes to."""
    body = ((_title(one["crisis"]), one["asked"], one["found"], _yes(one["met"])) for one in proved("free"))
    return rows(("crisis", "asked", "found", "met"), body)


def _yes(met: bool) -> str:
    return "yes" if met else "**no**"


def nash() -> str:
    """NashConv of each mind, and what it expects against the plain lines."""
    heads = (
        "mind",
        "NashConv",
        "Washington could gain",
        "Moscow could gain",
        *(f"against {one}" for one in PLAIN.values()),
    )
    body = []
    for one in figures("nash")["minds"]:
        against = (f"{usa:.2f}, {ussr:.2f}" for usa, ussr in (one["against"][name] for name in PLAIN))
        body.append(
            (_mind(one["mind"]), f"{one['nash_conv']:.2f}", *(f"{gain:.2f}" for gain in one["gains"]), *against)
        )
    return rows(heads, body)


def _mind(name: str) -> str:
    return PLAIN.get(name, "the model" if name == MODEL else name.replace("leader:", "at the table, "))


TABLES: Tables = {
    "levels": levels,
    "leaders": leaders,
    "gains": gains,
    "strength": strength,
    "free": free,
    "nash": nash,
}

if __name__ == "__main__":
    model_page.main(sys.argv[1:], PAGE, TABLES)
