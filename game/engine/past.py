"""The past: the dated acts that lead up to a first day, through the same rules as the game."""

from __future__ import annotations

import numpy as np

from game.engine.acts import apply
from game.engine.draft import Cause, Draft
from game.engine.time import pass_time
from game.engine.worlds import Worlds, begin
from game.model.tables import Tables


def replay(tables: Tables, until: int, worlds: Worlds | None = None) -> Worlds:
    """One world (seed 0) in which the dated acts up to a minute have happened and time has run to it.

    worlds goes on from an earlier replay, so that a curve costs one pass.
    """
    if worlds is None:
        first = tables.before[0].minute if tables.before else until
        worlds = begin(tables, np.zeros(1, np.uint64))
        then = np.full(1, min(first, until), np.int32)
        worlds = Worlds({**worlds.rows, "now": then, "drifted": then})
        done = first - 1
    else:
        done = int(worlds["now"][0])
    for act in tables.before:
        if done < act.minute <= until:
            draft = Draft(tables, worlds.rows, recording=False)
            pass_time(draft, act.minute)
            apply(draft, act.bundle, 0, Cause("before"))
            worlds, _ = draft.done()
    draft = Draft(tables, worlds.rows, recording=False)
    pass_time(draft, until)
    return draft.done()[0]
