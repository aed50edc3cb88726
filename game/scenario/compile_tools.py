"""Instruments and incidents to tables."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.model.bundle import Bundle
from game.model.choosing import Incident, Instrument, Response
from game.model.moment import minutes
from game.model.tables import IncidentTable, InstrumentTable
from game.model.when import Act
from game.scenario.bundles import SIDES, Branch, Maker
from game.scenario.conditions import compile_condition

NEVER, ALWAYS = -(2**31) + 1, 2**31 - 1

#: How hard a firm and a restrained answer to an incident look, in impulses.
FIRM, RESTRAINED = 0.3, -0.2


def compile_instrument(maker: Maker, name: str, told: Instrument) -> InstrumentTable:
    """An instrument with one bundle for each side that may use it."""
    return InstrumentTable(
        id=name,
        does=told.does,
        sides=(told.side in ("", "usa"), told.side in ("", "ussr")),
        cost=told.cost,
        cooldown=told.cooldown * 60,
        needs=compile_condition(maker.scenario, told.needs),
        bundle=(_used(maker, name, told, 0), _used(maker, name, told, 1)),
    )


def _used(maker: Maker, name: str, told: Instrument, side: int) -> Bundle:
    """Words in public commit their speaker; everything else is only what its act says."""
    act = _facing(told, side)
    branch = Branch(
        id=name,
        side=side,
        acts=act,
        effects=(told.effects,),
        stance="threatens" if told.does == "statement" else "none",
        hard=max(-maker.weight(act[0]), 0.0) if act else 0.0,
        publicity=act[0].publicity if act else "secret",
    )
    return maker.bundle([branch])


def _facing(told: Instrument, side: int) -> tuple[Act, ...]:
    """A shared instrument is written once: its act is done to whoever the other side is."""
    return (replace(told.act, by=SIDES[side], on=SIDES[1 - side]),) if told.act else ()


def compile_incident(maker: Maker, name: str, told: Incident) -> IncidentTable:
    """An incident with one branch for each response."""
    side, responses = SIDES.index(told.side), list(told.responses.values())
    return IncidentTable(
        id=name,
        side=side,
        calendar=told.place in ("calendar", "both"),
        standoff=told.place in ("standoff", "both"),
        weight=told.weight,
        visible=told.visible,
        after=minutes(told.after) if told.after else NEVER,
        before=minutes(told.before) if told.before else ALWAYS,
        alert=told.alert,
        needs=compile_condition(maker.scenario, told.needs),
        shock=maker.shock(told.shock),
        danger=told.danger,
        responses=tuple(told.responses),
        factors=np.array([*(response.factor for response in responses), 1.0]),
        firm=np.array([*(response.firm for response in responses), False]),
        bundle=maker.bundle([_response(label, told.responses[label], side) for label in told.responses]),
    )


def _response(name: str, told: Response, side: int) -> Branch:
    return Branch(
        id=name,
        side=side,
        acts=(told.act,) if told.act else (),
        effects=(told.effects,),
        hard=FIRM if told.firm else RESTRAINED,
        publicity=told.act.publicity if told.act else "private",
    )
