"""A standoff to the engine's table: ladders, offers, results, and what history did."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from game.model.bundle import Bundle, Row
from game.model.entries import Party, Standoff, StandoffPast
from game.model.parameters_standoff import CONTACT, EXPOSURE, STAKE
from game.model.tables import MOVES, RESULTS, StandoffTable
from game.scenario.bundles import SIDES, Branch, Maker

WORTH = {"--": -2.0, "-": -1.0, "0": 0.0, "+": 1.0, "++": 2.0}
OFFER = len(MOVES)

#: Offers as (term, other term or -1, private 0/1).
Packages = tuple[tuple[int, int, int], ...]


def compile_standoff(maker: Maker, told: Standoff) -> StandoffTable:
    """The table of a standoff that has passed its checks; KeyError where it names what is not there."""
    usa, ussr = (told.sides[side] for side in SIDES)
    worth = np.array([[WORTH[getattr(term, side)] for term in told.terms.values()] for side in SIDES])
    packages = _packages([term.private_only for term in told.terms.values()])
    return StandoffTable(
        rounds=told.rounds, minutes=told.hours * 60, back_from=told.back_from - 1,
        contact=CONTACT[told.contact], exposure=EXPOSURE[told.exposure],
        stake=(STAKE[usa.stake], STAKE[ussr.stake]), heights=(len(usa.rungs) - 1, len(ussr.rungs) - 1),
        rungs=(_rungs(maker, 0, usa), _rungs(maker, 1, ussr)), terms=tuple(told.terms), worth=worth, packages=packages,
        results=_results(maker, told), deals=_deals(maker, told, packages), incidents=_incidents(maker),
        history=_history(told.history, worth, packages),
        history_result=RESULTS.index(told.history.result) if told.history else -1,
    )  # fmt: skip


def _rungs(maker: Maker, side: int, party: Party) -> Bundle:
    """Branch k is what climbing to rung k is; what it teaches about resolve is the standoff's own rule."""
    return maker.bundle([
        Branch(str(place), side, (rung.act,), (rung.effects,), publicity=rung.act.publicity)
        for place, rung in enumerate(party.rungs)
    ])  # fmt: skip


def _results(maker: Maker, told: Standoff) -> Bundle:
    branches = []
    for name in RESULTS:
        result = told.results[name]
        branches.append(Branch(name, -1, result.acts, (result.effects,), settles=result.settles, end=result.end))
    return maker.bundle(branches)


def _deals(maker: Maker, told: Standoff, packages: Packages) -> Bundle:
    """Branch k is what the terms of package k change where it is agreed."""
    effects = [term.effects for term in told.terms.values()]
    return maker.bundle([
        Branch(str(place), effects=tuple(effects[term] for term in package[:2] if term >= 0))
        for place, package in enumerate(packages)
    ])  # fmt: skip


def _packages(private_only: list[bool]) -> Packages:
    """Every offer of one or two terms, first in public, then in private; public ones only where all may be said."""
    count = len(private_only)
    alone = [(term, -1) for term in range(count)]
    found = alone + list(combinations(range(count), 2))
    secret = [any(private_only[term] for term in pair if term >= 0) for pair in found]
    public = [(*pair, 0) for pair, hidden in zip(found, secret, strict=True) if not hidden]
    return (*public, *((*pair, 1) for pair in found))


def _incidents(maker: Maker) -> tuple[int, ...]:
    told = maker.scenario.incidents.values()
    return tuple(place for place, incident in enumerate(told) if incident.place in ("standoff", "both"))


def _history(past: StandoffPast | None, worth: Row, packages: Packages) -> tuple[tuple[int, int], ...]:
    """Move numbers by round. History's offers were words in private; the package fairest to both stands for them."""
    if past is None:
        return ()
    fair = [min(_value(worth, side, package) for side in (0, 1)) if package[2] else -9.0 for package in packages]
    numbers = {name: index for index, name in enumerate(MOVES)} | {"offer": OFFER + int(np.argmax(fair))}
    return tuple((numbers[round_.usa], numbers[round_.ussr]) for round_ in past.rounds)


def _value(worth: Row, side: int, package: tuple[int, int, int]) -> float:
    """Steps that a package is worth to a side."""
    return float(sum(worth[side, term] for term in package[:2] if term >= 0))
