"""What comes of an accident between entries: the shock that it gives, its answer, and whether it stays in hand.

All accidents that one side may have are answered in one go, a branch for each response of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.engine import acts, dice, incidents
from game.engine.draft import Cause, Draft
from game.engine.tension import jolt
from game.model.bundle import Bundle, Row, joined
from game.model.tables import IncidentTable, Tables


@dataclass(frozen=True, eq=False)
class Answers:
    """The responses to incidents as branches of one bundle. first (the first branch), shock and danger have a place for
    each incident; factors one for each branch and a last one, 1, for no answer.
    """

    bundle: Bundle
    first: Row
    shock: Row
    danger: Row
    factors: Row


@lru_cache(maxsize=64)
def _answers(tables: Tables, side: int) -> Answers:
    """The responses to a side's own incidents; those of the other side have places, but no branches."""
    own = [incident for incident in tables.incidents if incident.side == side]
    return Answers(
        bundle=joined([incident.bundle for incident in own]),
        first=np.cumsum([0, *(len(incident.responses) * (incident.side == side) for incident in tables.incidents)]),
        shock=np.array([incident.shock if incident.visible else 0.0 for incident in tables.incidents]),
        danger=np.array([incident.danger for incident in tables.incidents]),
        factors=np.concatenate([*(incident.factors[:-1] for incident in own), np.ones(1)]),
    )


def answer(draft: Draft, identity: int, side: int, choice: Row) -> None:
    """A side's accidents are answered, and stay in hand or do not. Nobody answers what nobody could see.

    The trace is told of the first world's alone.
    """
    told, which = _answers(draft.tables, side), draft["incident"]
    incident = draft.tables.incidents[int(which[0])]
    happened = Cause("incident", incident.id, side=side)
    draft.told(happened, None, _seen(incident))
    jolt(draft, told.shock[which], happened, (True, True))
    branch = np.where(choice >= 0, told.first[which] + choice, len(told.factors) - 1)
    cause = Cause("response", incident.id, _part(incident.responses, choice), side)
    draft.told(cause, choice >= 0)
    acts.apply(draft, told.bundle, branch, cause)
    risk = incidents.danger(draft, side) * told.factors[branch] * told.danger[which]
    incidents.run_out(draft, risk, dice.key(identity, 0, dice.ESCALATE), happened, which)
    incidents.count(draft)


def _seen(incident: IncidentTable) -> tuple[bool, bool]:
    """What a side could see, it may read of; what nobody could see, nobody."""
    return (incident.side == 0, incident.side == 1) if incident.visible else (False, False)


def _part(ids: tuple[str, ...], choice: Row) -> str:
    """The id chosen in the first world."""
    return ids[int(choice[0])] if 0 <= int(choice[0]) < len(ids) else ""
