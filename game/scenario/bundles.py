"""Branches to a Bundle: what choices, instruments, events, rungs and results do, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.model.bundle import Bundle, Row
from game.model.parameters import Parameters
from game.model.scenario import Scenario
from game.model.when import Act, Effects

SIDES = ("usa", "ussr")
PUBLICITY = {"secret": 0.0, "private": 0.35, "public": 1.0}
STANCES = {"none": 0, "threatens": 1, "executes": 2, "yields": 3}
FORCES = ("none", "contact", "limited", "strike")

#: Points of standing or alliance that a friendly act must cost before it teaches trust (Kydd 2005: costly signals).
COSTLY = 2.0
TRUST_SIGNAL, DISTRUST_SIGNAL = 0.7, -0.25


@dataclass(frozen=True)
class Branch:
    """One thing that may happen, before it becomes a place in arrays. side is the index of who does it, -1 nobody."""

    id: str
    side: int = -1
    acts: tuple[Act, ...] = ()
    effects: tuple[Effects, ...] = ()
    order: int = 0
    stance: str = "none"
    force: str = "none"
    settles: str = "no"
    end: str = ""
    shock: float = 0.0
    hard: float = 0.0
    publicity: str = ""


@dataclass
class Columns:
    """The arrays of a Bundle while they fill."""

    count: int
    named: dict[tuple[str, str], Row] = field(default_factory=dict)
    follow: dict[tuple[str, str], Row] = field(default_factory=dict)

    def at(self, kind: str, name: str, dtype: type = np.float64) -> Row:
        """The column of a kind and row name; zeros where new."""
        return self.named.setdefault((kind, name), np.zeros(self.count + 1, dtype))

    def listed(self, kind: str) -> tuple[tuple[str, Row], ...]:
        """All columns of a kind that do something, by row name."""
        return tuple(
            (name, row)
            for (found, name), row in sorted(self.named.items(), key=lambda item: item[0])
            if found == kind and row.any()
        )


@dataclass(frozen=True)
class Maker:
    """Makes bundles for one scenario; weights are the CAMEO codes' Goldstein weights."""

    scenario: Scenario
    weights: Mapping[str, float]
    parameters: Parameters

    def bundle(self, branches: Sequence[Branch]) -> Bundle:
        """The bundle of some branches, in their order."""
        columns = Columns(len(branches))
        for place, branch in enumerate(branches):
            self._fill(columns, place, branch)
        return self._assemble(columns, tuple(branch.id for branch in branches))

    def weight(self, act: Act) -> float:
        """How friendly an act is, in impulses: weight/10 x salience, above 0 friendly; 0 where it is secret."""
        return 0.0 if act.publicity == "secret" else self.weights[act.code] / 10.0 * act.salience

    def _fill(self, columns: Columns, place: int, branch: Branch) -> None:
        for act in branch.acts:
            self._act(columns, place, branch, act)
        for effects in branch.effects:
            self._effects(columns, place, effects)
        side = branch.side
        if side >= 0:
            columns.at("order", str(side), np.int8)[place] = branch.order
            columns.at("stance", str(side), np.int8)[place] = STANCES[branch.stance]
            columns.at("one", "known")[place] = self._known(branch)
            columns.at("one", "hard")[place] = branch.hard
            columns.at("one", "concedes")[place] = self._concedes(branch)
        columns.at("one", "force")[place] = self._force(branch.force)
        columns.at("one", "shock")[place] += branch.shock
        columns.at("one", "settles")[place] = self._settles(branch.settles)
        columns.at("one", "rung", np.int8)[place] = max((act.rung or 0 for act in branch.acts), default=0)
        ends = list(self.scenario.endings)
        columns.at("end", "end", np.int8)[place] = ends.index(branch.end) if branch.end else -1

    def _act(self, columns: Columns, place: int, branch: Branch, act: Act) -> None:
        actor = act.by or (SIDES[branch.side] if branch.side >= 0 else "")
        friendly = self.weight(act)
        index = SIDES.index(actor) if actor in SIDES else -1
        if index < 0:
            columns.at("one", "plain")[place] -= friendly
        elif friendly < 0:
            columns.at("hostile", str(index))[place] -= friendly
        else:
            columns.at("friendly", str(index))[place] += friendly
        self._relate(columns, place, actor, act.on, friendly * self.parameters.relation_gain)

    def _relate(self, columns: Columns, place: int, actor: str, target: str, points: float) -> None:
        pairs = self.scenario.relations
        if f"{target}>{actor}" in pairs:
            columns.at("direct", f"relation/{target}>{actor}")[place] += points
        for pair in pairs:
            third, _, towards = pair.partition(">")
            if towards == actor and third != target and f"{third}>{target}" in pairs:
                key = (f"relation/{pair}", f"relation/{third}>{target}")
                columns.follow.setdefault(key, np.zeros(columns.count + 1))[place] += points

    def _effects(self, columns: Columns, place: int, effects: Effects) -> None:
        for meter, points in effects.meters.items():
            columns.at("adds", f"meter/{meter}")[place] += points
        for side, points in effects.capital.items():
            columns.at("adds", f"capital/{side}", np.float32)[place] += points
        for kind, flags in (("sets", effects.set_), ("clears", effects.clear)):
            for flag in flags:
                columns.at(kind, f"flag/{flag}", np.bool_)[place] = True
        for timer in effects.start:
            columns.at("starts", f"timer/{timer}", np.int32)[place] = self.scenario.timers[timer].hours * 60
        for timer in effects.stop:
            columns.at("stops", f"timer/{timer}", np.bool_)[place] = True
        if effects.shock:
            columns.at("one", "shock")[place] += self.shock(effects.shock.size)

    def shock(self, size: str) -> float:
        """A shock's impulse by its size; 0 for none."""
        return {
            "none": 0.0,
            "small": self.parameters.shock_small,
            "medium": self.parameters.shock_medium,
            "large": self.parameters.shock_large,
        }[size]

    def _force(self, level: str) -> float:
        own = self.parameters
        return {"none": 0.0, "contact": own.force_contact, "limited": own.force_limited, "strike": own.force_strike}[
            level
        ]

    def _settles(self, kind: str) -> float:
        own = self.parameters
        return {"no": 0.0, "tacit": own.settle_tacit, "formal": own.settle_formal, "withdrawal": own.settle_withdrawal}[
            kind
        ]

    def _known(self, branch: Branch) -> float:
        if branch.publicity:
            return PUBLICITY[branch.publicity]
        return max((PUBLICITY[act.publicity] for act in branch.acts), default=0.0)

    def _concedes(self, branch: Branch) -> float:
        """What the branch teaches about trust, in log odds: a friendly act that costs its leader, or a hostile one."""
        friendly = sum(self.weight(act) for act in branch.acts if act.by in ("", *SIDES))
        side = self.scenario.sides.get(SIDES[branch.side])
        if side is None:
            return 0.0
        price = sum(
            effects.meters.get(side.standing, 0.0) + effects.meters.get(side.alliance, 0.0)
            for effects in branch.effects
        )
        if friendly > 0.15 and price <= -COSTLY:
            return TRUST_SIGNAL
        return DISTRUST_SIGNAL if friendly < -0.3 else 0.0

    def _assemble(self, columns: Columns, ids: tuple[str, ...]) -> Bundle:
        def one(name: str, dtype: type = np.float64) -> Row:
            return columns.at("one", name, dtype)

        def two(kind: str, dtype: type = np.float64) -> tuple[Row, Row]:
            return columns.at(kind, "0", dtype), columns.at(kind, "1", dtype)

        end = columns.at("end", "end", np.int8)
        end[len(ids)] = -1
        order, stance = two("order", np.int8), two("stance", np.int8)
        return Bundle(
            ids=ids, hostile=two("hostile"), friendly=two("friendly"), plain=one("plain"), shock=one("shock"),
            adds=columns.listed("adds"), sets=columns.listed("sets"), clears=columns.listed("clears"),
            starts=columns.listed("starts"), stops=columns.listed("stops"), direct=columns.listed("direct"),
            follow=tuple((name, via, row) for (name, via), row in sorted(columns.follow.items()) if row.any()),
            order=order, stance=stance, known=one("known"), hard=one("hard"), concedes=one("concedes"),
            force=one("force"), rung=one("rung", np.int8), settles=one("settles"), end=end,
            orders_any=bool(order[0].any() or order[1].any()), force_any=bool(one("force").any()),
            stance_any=bool(stance[0].any() or stance[1].any()), shock_any=bool(one("shock").any()),
            settles_any=bool(one("settles").any()), end_any=bool((end >= 0).any()),
        )  # fmt: skip


def hardness(weights: Iterable[float]) -> list[float]:
    """How hard each of some choices is, as impulses above their mean; what a watcher learns resolve from."""
    own = [-weight for weight in weights]
    mean = sum(own) / len(own) if own else 0.0
    return [weight - mean for weight in own]
