"""What a side may reckon with in a standoff: the risk, the price of stepping back, and what it thinks of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.draft import Draft
from game.engine.standoff_prices import TOP, between, chance, danger, level, rate
from game.engine.standoff_scene import Scene
from game.engine.worlds import SIDES, Worlds
from game.model.bundle import Row
from game.model.tables import Stage, StandoffTable, Tables

#: Quantiles of brittleness that the staff's band spans: 5, 50 and 95 %, as standard deviations.
_BAND = (-1.645, 0.0, 1.645)
Band = tuple[float, float, float]


@dataclass(frozen=True)
class Outlook:
    """One side's view of a single world's standoff. Risks are chances 0-1 as (low, middle, high); prices are points.

    stay is the risk of losing control before the next round if both stay where they are, climb if this side climbs.
    back is the price of stepping back now while the other stands, everything that standing at home then loses: the
    price of retreat, the loss, and what the scenario says of that result. back_higher is the same one rung higher and
    one round later, and higher_exposure who would know by then, if nothing else becomes known. resolute is this side's
    belief that the other will not give way; heights are (own, other) and tops the ladders' last rungs; rounds_left
    counts this one.
    """

    stay: Band
    climb: Band
    back: float
    back_higher: float
    higher_exposure: int
    resolute: float
    exposure: int
    channel: bool
    heights: tuple[int, int]
    tops: tuple[int, int]
    rounds_left: int


def outlook(tables: Tables, worlds: Worlds, stage: Stage, what: StandoffTable, side: int) -> Outlook:
    """What a side may reckon with at a stage of a standoff, for a batch of one, from what it may know."""
    own, other = SIDES[side], SIDES[1 - side]
    return Outlook(
        stay=_band(tables, worlds, what, side, 0),
        climb=_band(tables, worlds, what, side, 1),
        back=_back(tables, worlds, stage, what, side, 0),
        back_higher=_back(tables, worlds, stage, what, side, 1),
        higher_exposure=int(_exposed(worlds, what, side, 1)[0]),
        resolute=float(worlds[f"thinks/{own}"][0]),
        exposure=int(worlds["exposure"][0]),
        channel=bool(worlds["channel"][0]),
        heights=(int(worlds[f"height/{own}"][0]), int(worlds[f"height/{other}"][0])),
        tops=(what.heights[side], what.heights[1 - side]),
        rounds_left=what.rounds - stage.round,
    )


def _band(tables: Tables, worlds: Worlds, what: StandoffTable, side: int, rungs: int) -> Band:
    """An incident comes, and runs out of hand. The other's orders to commanders are not known."""
    height = np.minimum(worlds[f"height/{SIDES[side]}"] + rungs, what.heights[side])
    mean = between(what, level(what, side, height), level(what, 1 - side, worlds[f"height/{SIDES[1 - side]}"]))
    happens = chance(rate(what, mean, np.array([float(rungs)]), worlds["ready/usa"] + worlds["ready/ussr"]))
    engine = tables.parameters
    safer = np.where(worlds["channel"], engine.channel, 1.0)
    ours = np.where(worlds[f"tight/{SIDES[side]}"], engine.tight_orders, 1.0)
    risk = danger(what, mean, safer * 0.5 * (1.0 + ours))
    low, middle, high = (float((happens * chance(np.exp(engine.brittleness * sd) * risk))[0]) for sd in _BAND)
    return low, middle, high


def _back(tables: Tables, worlds: Worlds, stage: Stage, what: StandoffTable, side: int, rungs: int) -> float:
    """Points lost by stepping back alone, from so many rungs higher and then one round later."""
    name, entry = SIDES[side], tables.entries[stage.entry]
    height, exposure = (
        np.minimum(worlds[f"height/{name}"] + rungs, what.heights[side]),
        _exposed(worlds, what, side, rungs),
    )
    draft = Draft(tables, worlds.rows, recording=False)
    draft[f"height/{name}"], draft["exposure"] = height, exposure
    scene = Scene(draft, entry, what, stage.round + rungs)
    lost = scene.price(side) + what.own.home_lose * what.stake[side] * np.array(what.own.prize_seen)[exposure]
    told = dict(what.results.adds).get(tables.sides[side].standing)
    return float(lost[0]) - (float(told[side]) if told is not None else 0.0)


def _exposed(worlds: Worlds, what: StandoffTable, side: int, rungs: int) -> Row:
    """Who knows after climbing so many rungs: from the middle of the ladder on a climb cannot be hidden."""
    height = np.minimum(worlds[f"height/{SIDES[side]}"] + rungs, what.heights[side])
    seen = rungs * (height * TOP >= what.own.public_level * what.heights[side])
    exposure: Row = np.minimum(worlds["exposure"] + seen, 2)
    return exposure
