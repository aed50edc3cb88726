"""Conditions and effects: the two small languages of a scenario, both plain data.

A condition holds where *all* its parts hold. An effect is a mapping, so the order of its parts cannot matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.spec import spec


@dataclass(frozen=True, kw_only=True)
class Range:
    """A span that a number must lie in; both ends count."""

    at_least: float | None = spec("Smallest value that fits.", "number", default=None)
    at_most: float | None = spec("Largest value that fits.", "number", default=None)


@dataclass(frozen=True, kw_only=True)
class Condition:
    """When something is open or true. Every part given must hold; an empty condition always holds."""

    flags: tuple[str, ...] = spec("Flags that must be set.", "ref", shape="list", to="flags")
    unset: tuple[str, ...] = spec("Flags that must not be set.", "ref", shape="list", to="flags")
    meters: dict[str, Range] = spec("Meters and the range each must lie in.", Range, shape="map", keys="meters")
    tension: Range | None = spec("Range that tension (0-100) must lie in.", Range, default=None)
    settlement: Range | None = spec("Range that the settlement of the issue (0-1) must lie in.", Range, default=None)
    relations: dict[str, Range] = spec("Relations (from>to) and ranges.", Range, shape="map", keys="relations")
    facts: dict[str, bool] = spec("Hidden facts and the truth each must have.", "yesno", shape="map", keys="facts")
    chosen: dict[str, tuple[str, ...]] = spec(
        "Decisions and the choices, one of which must have been taken there.", "line", shape="map", keys="decisions"
    )
    result: dict[str, tuple[str, ...]] = spec(
        "Standoffs and the results, one of which must have come about: usa-backs, ussr-backs, both-back, deal, dawn.",
        "line",
        shape="map",
        keys="standoffs",
    )
    any_: tuple[Condition, ...] = spec("Conditions of which at least one must hold.", "condition", shape="list")
    none: tuple[Condition, ...] = spec("Conditions of which none may hold.", "condition", shape="list")


@dataclass(frozen=True, kw_only=True)
class Shock:
    """A jolt to tension for what no act covers."""

    size: str = spec("How hard.", "choice", options=("small", "medium", "large"))
    reason: str = spec("Why, in a line that the player sees.", "line", words=20)


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What changes. Meters add; everything else sets. Never tension, relations or readiness: acts move those."""

    meters: dict[str, float] = spec("Points to add to each meter.", "number", shape="map", keys="meters")
    set_: tuple[str, ...] = spec("Flags to set.", "ref", shape="list", to="flags")
    clear: tuple[str, ...] = spec("Flags to clear.", "ref", shape="list", to="flags")
    start: tuple[str, ...] = spec("Timers to start now.", "ref", shape="list", to="timers")
    stop: tuple[str, ...] = spec("Timers to stop.", "ref", shape="list", to="timers")
    capital: dict[str, float] = spec("Capital to add to a side.", "number", shape="map", keys="sides")
    shock: Shock | None = spec("A jolt to tension with its stated reason.", Shock, default=None)


@dataclass(frozen=True, kw_only=True)
class Act:
    """What a choice, instrument or event *is*, as an event code. The engine moves tension and relations by it."""

    code: str = spec("CAMEO event code, quoted.", "code", example='"150"')
    on: str = spec("Side or actor that it is done to.", "ref", to="actors")
    by: str = spec("Side or actor that does it; the choosing side where left out.", "ref", to="actors", default="")
    salience: float = spec("How much it matters to the superpowers.", "number", low=0, high=1, default=0.5)
    publicity: str = spec(
        "Who learns of it: secret acts move no tension, private ones reach the other government, public ones all.",
        "choice",
        options=("secret", "private", "public"),
        default="public",
    )
    rung: int | None = spec("Rung on Kahn's ladder, 1-44.", "integer", low=1, high=44, default=None)
