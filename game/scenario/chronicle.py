"""The dated US-Soviet acts of 1955-62, and bare tables in which nothing else happens: what the model is fitted on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game import resources
from game.model.moment import minutes
from game.model.parameters import Parameters
from game.model.scenario import Scenario
from game.model.tables import BeforeAct, SideTable, Tables
from game.model.when import Act
from game.scenario.bundles import SIDES, Branch, Maker
from game.scenario.cameo import weights


@dataclass(frozen=True)
class Dated:
    """One act of the chronicle: its minute since 1955, the act, the crisis it belongs to ("" for none), in words."""

    minute: int
    act: Act
    crisis: str
    about: str


@dataclass(frozen=True)
class Target:
    """Where tension is judged to have stood at a minute (0-100), with the weight of that judgement."""

    minute: int
    tension: float
    weight: float


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def chronicle() -> tuple[Dated, ...]:
    """Every act of game/data/chronicle.csv, by date."""
    return tuple(
        Dated(
            minutes(row["date"]),
            Act(code=row["code"], by=row["by"], on=row["on"], salience=float(row["salience"])),
            row["crisis"],
            row["about"],
        )
        for row in _rows(resources.data("chronicle.csv"))
    )


@cache
def targets() -> tuple[Target, ...]:
    """The stylised tension targets of game/data/targets.csv (judgement, not data)."""
    return tuple(
        Target(minutes(row["date"]), float(row["tension"]), float(row["weight"]))
        for row in _rows(resources.data("targets.csv"))
    )


def before(maker: Maker, acts: list[tuple[int, Act]]) -> tuple[BeforeAct, ...]:
    """Dated acts as branches, in order of time."""
    told = sorted(acts, key=lambda dated: dated[0])
    return tuple(
        BeforeAct(when, maker.bundle([Branch("before", SIDES.index(act.by) if act.by in SIDES else -1, (act,))]))
        for when, act in told
    )


def bare_tables(parameters: Parameters, acts: tuple[Dated, ...] | None = None) -> Tables:
    """Tables of a world in which only dated acts happen: the chronicle, or those given."""
    maker = Maker(_EMPTY, weights(), parameters)
    sides = [SideTable(side, "", "", 0.0, (), ()) for side in SIDES]
    told = [(dated.minute, dated.act) for dated in (chronicle() if acts is None else acts)]
    return Tables(
        id="chronicle",
        starts=minutes(_EMPTY.starts),
        sides=(sides[0], sides[1]),
        meters=(),
        flags={},
        relations={},
        facts=(),
        reports=(),
        timers=(),
        entries=(),
        instruments=(),
        incidents=(),
        endings=(),
        before=before(maker, told),
        stages=(),
        parameters=parameters,
    )


_EMPTY = Scenario(
    format=1,
    id="chronicle",
    title="",
    question="",
    about="",
    minutes=1,
    starts="1955-05-15",
    ends="1963-01-01",
    sides={},
    endings={},
)
