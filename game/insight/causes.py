"""A scenario under premises: other numbers of the rules, other kinds and beliefs, leaders bent or replaced.

Where nothing is assumed, worlds begin and minds play exactly as everywhere else, bit for bit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from game.engine import dice
from game.engine.step import start
from game.engine.worlds import SIDES, Worlds
from game.minds.leader import LeaderMind
from game.minds.mind import Mind
from game.minds.roster import make
from game.model.bundle import Row
from game.model.causes import TRAITS, Footing, Premise, Premises
from game.model.parameters import DEFAULT, Parameters
from game.model.parameters_standoff import STANDOFF, StandoffParameters
from game.model.people import Leader
from game.model.scenario import Scenario
from game.model.tables import EntryTable, StandoffTable, Tables
from game.scenario.compile import compile_scenario

#: Tables that are kept, so that what is worked out from them once serves every question about them.
MOST = 4
_Key = tuple[int, Parameters, tuple[tuple[str, float], ...]]
_KEPT: dict[_Key, tuple[Scenario, Tables]] = {}

#: Beliefs never become certain.
_LOWEST, _HIGHEST = 0.02, 0.98


@dataclass(frozen=True)
class Cast:
    """How worlds begin and who plays in them, under some premises; later ones have the last word, traits add up."""

    premises: Premises = field(default_factory=Premises)

    @property
    def plain(self) -> bool:
        """Whether nothing is assumed that the model does not assume anyway."""
        return not self.premises.taken

    def tables(self, scenario: Scenario) -> Tables:
        """The scenario's tables with the premises' numbers; the same tables for the same scenario object and numbers,
        while they are among the last few used.
        """
        told = {name: value for one in self.premises.taken for name, value in one.standoff.items()}
        key = id(scenario), self.parameters(), tuple(sorted(told.items()))
        kept = _KEPT.pop(key, None)
        if kept is None or kept[0] is not scenario:
            kept = scenario, _made(scenario, key[1], told)
        _KEPT[key] = kept
        while len(_KEPT) > MOST:
            del _KEPT[next(iter(_KEPT))]
        return kept[1]

    def parameters(self) -> Parameters:
        """The numbers of the rules."""
        return replace(DEFAULT, **{name: value for one in self.premises.taken for name, value in one.rules.items()})

    def begin(self, tables: Tables, seeds: Row) -> Worlds:
        """Worlds at the first moment, with the kinds and beliefs that are assumed."""
        worlds = start(tables, seeds)
        changed = dict[str, Row]()
        for index, side in enumerate(SIDES):
            for one in self.premises.taken:
                changed |= _stood(tables, worlds, index, getattr(one, side))
        return worlds.renewed(changed)

    def alone(self, tables: Tables, seed: int) -> Worlds:
        """The first moment of one world; seed is an integer from 0 to 2**64 - 1."""
        return self.begin(tables, np.array([seed], np.uint64))

    def mind(self, name: str, scenario: Scenario, tables: Tables, side: int) -> Mind:
        """A mind by name, as `make` gives it; a leader as the premises bend or replace him."""
        found = make(name, scenario, tables, side)
        if self.plain or not isinstance(found, LeaderMind):
            return found
        profile = self._leading(found.profile, side) if name == "leader" else found.profile
        strength = found.strength * float(np.prod([one.sharpness for one in self.premises.taken]))
        return LeaderMind(_bent(profile, self._footings(side)), side, tables, strength)

    def reading(self, asked: str) -> str:
        """Who goes on after a choice, as asked or as a premise has it."""
        return next((one.then for one in reversed(self.premises.taken) if one.then != "as-asked"), asked)

    def _footings(self, side: int) -> list[Footing]:
        return [getattr(one, SIDES[side]) for one in self.premises.taken]

    def _leading(self, usual: Leader, side: int) -> Leader:
        named = [one.leader for one in self._footings(side) if one.leader]
        return self.premises.leaders[named[-1]] if named else usual


#: The model as it is.
PLAIN = Cast()


def cast(premises: tuple[Premise, ...], leaders: dict[str, Leader]) -> Cast:
    """A cast for some premises; leaders are the profiles that they may name."""
    return Cast(Premises(premises, leaders)) if premises else PLAIN


def _made(scenario: Scenario, parameters: Parameters, standoff: dict[str, float]) -> Tables:
    tables = compile_scenario(scenario, parameters)
    if not standoff:
        return tables
    own = replace(STANDOFF, **standoff)  # type: ignore[arg-type]
    return replace(tables, entries=tuple(_renumbered(entry, own) for entry in tables.entries))


def _renumbered(entry: EntryTable, own: StandoffParameters) -> EntryTable:
    what = entry.what
    return replace(entry, what=replace(what, own=own)) if isinstance(what, StandoffTable) else entry


def _bent(leader: Leader, footings: list[Footing]) -> Leader:
    traits = {name: getattr(leader, name) + sum(one.traits.get(name, 0.0) for one in footings) for name in TRAITS}
    return replace(leader, **{name: min(max(value, 0.0), 100.0) for name, value in traits.items()})


def _stood(tables: Tables, worlds: Worlds, index: int, footing: Footing) -> dict[str, Row]:
    """The rows of a side that a footing changes; what an earlier chapter added to a belief stays added."""
    own, side, rows = tables.parameters, SIDES[index], dict[str, Row]()
    if footing.resolute is not None:
        luck = dice.uniform(worlds["seed"], dice.key(0, 0, dice.KIND, index + 1))
        rows[f"resolute/{side}"] = luck < footing.resolute / 100.0
    for kind, told, usual in (("thinks", footing.thinks, own.resolute), ("trust", footing.trust, own.trust_start)):
        if told is not None:
            row = worlds[f"{kind}/{side}"]
            moved = np.minimum(np.maximum(row.astype(np.float64) + (told / 100.0 - usual), _LOWEST), _HIGHEST)
            rows[f"{kind}/{side}"] = (np.rint(moved * 1e9) / 1e9).astype(row.dtype)
    return rows
