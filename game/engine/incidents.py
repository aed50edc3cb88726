"""Accidents that nobody ordered, and how they run out of hand.

Schelling's threat that leaves something to chance (1966), Sagan's rates that rise with readiness (1993).
Formulas: docs/model.md section 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from game.engine import dice
from game.engine.draft import Cause, Draft
from game.engine.holds import holds, some
from game.engine.tension import MINUTES_A_DAY, jolt, tension
from game.engine.worlds import HAD, SIDES
from game.model.bundle import Row
from game.model.tables import Tables

_LAST_BIT = 62


def arrive(draft: Draft, identity: int, minutes: Row) -> None:
    """At most one incident since a world's last open entry: Poisson at a rate that mean readiness drives.

    The row "incident" gets its index where there is one.
    """
    own = draft.tables.parameters
    ready = 0.5 * (draft["ready/usa"] + draft["ready/ussr"])
    rate = own.incident_rate / MINUTES_A_DAY * np.exp(own.incident_growth * ready)
    chance = np.rint((1.0 - np.exp(-rate * minutes)) * 1e9) / 1e9
    here = dice.uniform(draft["seed"], dice.key(identity, 0, dice.INCIDENT)) < chance
    if some(here):
        with draft.only(here) as part:
            part["incident"] = _which(part, dice.uniform(part["seed"], dice.key(identity, 0, dice.WHICH)))
            remember(part, part["incident"])


def remember(draft: Draft, which: Row) -> None:
    """Mark the incident of each world, -1 for none, so that it does not come again."""
    draft[HAD] = draft[HAD] | _marks(draft.tables).take(which, mode="wrap")


@lru_cache(maxsize=64)
def _marks(tables: Tables) -> Row:
    """Each incident's mark, and last that of none."""
    return np.array([*(bit(index) for index in range(len(tables.incidents))), 0], np.int64)


@lru_cache(maxsize=64)
def owners(tables: Tables) -> Row:
    """The side that each incident happens to."""
    return np.array([incident.side for incident in tables.incidents], np.int8)


def bit(index: int) -> int:
    """An incident's mark; those beyond the last bit share it, and only one of them comes."""
    return 1 << min(index, _LAST_BIT)


def _which(draft: Draft, luck: Row) -> Row:
    """Draw by weight among the incidents that can happen now and have not happened yet; -1 where none can."""
    now = draft["now"]
    first, last = int(now.min()), int(now.max())
    able = [
        index
        for index, incident in enumerate(draft.tables.incidents)
        if incident.calendar and incident.after <= last and incident.before >= first
    ]
    return pick(draft, able, [_weight(draft, index) for index in able], luck)


def pick(draft: Draft, able: Sequence[int], weights: Sequence[Row], luck: Row) -> Row:
    """One of some incidents in each world, by weight; -1 where all weigh nothing."""
    passed, total = list[Row](), np.zeros(draft.count)
    for weight in weights:
        total = total + weight
        passed.append(total)
    aim, found = luck * total, np.zeros(draft.count, np.int8)
    for bound in passed:
        found += bound <= aim
    return np.array([*able, -1], np.int8)[found]


def _weight(draft: Draft, index: int) -> Row:
    incident, now = draft.tables.incidents[index], draft["now"]
    able = (draft[f"order/{SIDES[incident.side]}"] <= incident.alert) & ((draft[HAD] & bit(index)) == 0)
    able = able & (now >= incident.after) & (now <= incident.before)
    met = holds(draft.tables, draft.rows, incident.needs)
    weight: Row = (able if met is True else able & met) * incident.weight
    return weight


def danger(draft: Draft, side: int) -> Row:
    """The chance, before brittleness and answer, that an incident on a side now runs out of hand."""
    own = draft.tables.parameters
    base = own.escalation * np.exp(own.escalation_growth * (tension(own, draft.rows) - 90.0))
    base = base * np.where(draft["settled"] > 0, own.understanding, 1.0)
    base = base * np.where(draft["channel"], own.channel, 1.0)
    return base * np.where(draft[f"tight/{SIDES[side]}"], own.tight_orders, 1.0)


def run_out(draft: Draft, risk: Row, draw: np.uint64, cause: Cause, incident: Row) -> None:
    """Escalate with 1 - exp(-brittleness x risk); the ending is war and its cause the incident's index."""
    chance = np.rint((1.0 - np.exp(-draft["brittle"] * risk)) * 1e9) / 1e9
    lost = (dice.uniform(draft["seed"], draw) < chance) & (draft["ending"] < 0)
    _war(draft, lost, cause, incident)


def _war(draft: Draft, lost: Row, cause: Cause, incident: Row) -> None:
    if draft.tables.war >= 0 and some(lost):
        draft["ending"] = np.where(lost, draft.tables.war, draft["ending"]).astype(np.int8)
        draft["cause"] = np.where(lost, incident, draft["cause"]).astype(np.int8)
        draft.told(Cause("war", cause.what, cause.part, cause.side), lost)


def lose_control(draft: Draft, force: Row, draw: np.uint64, cause: Cause) -> None:
    """Deliberate force may bring general war: its chance at tension 100, scaled by tension."""
    chance = np.rint(force * tension(draft.tables.parameters, draft.rows) * 1e7) / 1e9
    lost = (dice.uniform(draft["seed"], draw) < chance) & (draft["ending"] < 0)
    _war(draft, lost, cause, np.full(len(lost), -1, np.int8))


def jolt_of(draft: Draft, index: int) -> None:
    """The shock that an incident gives where its side sees it."""
    incident = draft.tables.incidents[index]
    seen = (incident.side == 0, incident.side == 1)
    cause = Cause("incident", incident.id, side=incident.side)
    draft.told(cause, None, seen if incident.visible else (False, False))
    if incident.shock and incident.visible:
        jolt(draft, np.full(draft.count, incident.shock), cause, (True, True))


def count(draft: Draft) -> None:
    """One more near miss."""
    draft["near"] = (draft["near"] + 1).astype(np.int8)
