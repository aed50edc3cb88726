"""Reports: what reaches a side about a hidden fact, right or wrong, and what it then believes (Bayes)."""

from __future__ import annotations

import numpy as np

from game.engine import dice
from game.engine.beliefs import shift
from game.engine.draft import Cause, Draft
from game.engine.holds import mask, some
from game.engine.worlds import SIDES
from game.model.identity import identity
from game.model.tables import ReportTable

SAYS_TRUE, SAYS_FALSE = 1, 2


def deliver(draft: Draft) -> None:
    """Every report whose moment has come reaches its side once."""
    latest = draft["now"].max()
    for report in draft.tables.reports:
        if report.minute > latest:
            continue
        got = draft[f"got/{report.id}"]
        if np.count_nonzero(got) == draft.count:
            continue
        due = (got == 0) & (draft["now"] >= report.minute)
        if some(due):
            due = due & mask(draft.tables, draft.rows, report.needs)
        if some(due):
            with draft.only(due) as part:
                _deliver(part, report)


def _deliver(draft: Draft, report: ReportTable) -> None:
    draw = dice.key(identity(report.id), 0, dice.REPORT)
    right = dice.uniform(draft["seed"], draw) < report.reliability
    says = draft[f"fact/{report.fact}"] == right
    side, seen = SIDES[report.side], (report.side == 0, report.side == 1)
    cause = Cause("report", report.id, side=report.side)
    draft[f"got/{report.id}"] = np.where(says, SAYS_TRUE, SAYS_FALSE).astype(np.int8)
    draft.told(cause, None, seen)
    odds = float(np.log(report.reliability / (1.0 - report.reliability)))
    name = f"belief/{side}/{report.fact}"
    after = shift(draft[name].astype(np.float64), np.where(says, odds, -odds)).astype(np.float32)
    draft.move(name, after, cause, seen)
