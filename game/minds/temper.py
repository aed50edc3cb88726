"""Which of a leader's traits tipped its first thought: what its sums would have been in somebody of middling temper."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.prompts import Prompt
from game.engine.worlds import SIDES, Worlds
from game.minds import duel_reasons
from game.minds.leader import LeaderMind
from game.model.bundle import Row
from game.model.tables import StandoffTable, Tables

TRAITS = ("risk", "patience", "domestic", "ally", "cred", "nuke", "bluff", "flex")
#: A trait of somebody who leans neither way; of one kind a leader is, the other kind.
MIDDLING = 50.0


@dataclass(frozen=True)
class Pull:
    """How many points of a choice's lead over the next best came of one trait; "resolute" is the leader's kind."""

    trait: str
    high: bool
    points: float


def first_values(model: LeaderMind, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Row:
    """What each choice is worth to a leader at first thought, (choices, worlds), in points. worlds is what it sees."""
    what, kind = tables.entries[asked.stage.entry].what, asked.stage.kind
    if isinstance(what, StandoffTable) and kind in ("round", "reply", "alarm"):
        return duel_reasons.first_values(tables, worlds, asked, what, side, model.profile)
    return model.answers(worlds, asked) if kind == "incident" else model.values(worlds, asked.stage.entry)


def pulls(model: LeaderMind, tables: Tables, worlds: Worlds, asked: Prompt, side: int, choice: int) -> tuple[Pull, ...]:
    """What pulled a leader towards a choice, in one world, the strongest first; only what pulled towards it."""
    open_ = asked.open[side][:, 0]
    if np.count_nonzero(open_) < 2:
        return ()
    values = first_values(model, tables, worlds, asked, side)[:, 0]
    other = int(np.where(open_ & (np.arange(len(open_)) != choice), values, -np.inf).argmax())
    lead = float(values[choice] - values[other])
    found = []
    for trait in TRAITS:
        plain = LeaderMind(replace(model.profile, **{trait: MIDDLING}), side, tables)  # type: ignore[arg-type]
        found.append(_pull(trait, getattr(model.profile, trait) > MIDDLING, lead, plain, worlds, asked, choice, other))
    row = f"resolute/{SIDES[side]}"
    changed = Worlds({**{name: worlds[name] for name in worlds}, row: ~worlds[row].astype(np.bool_)})
    found.append(_pull("resolute", bool(worlds[row][0]), lead, model, changed, asked, choice, other))
    return tuple(sorted((one for one in found if one.points > 0), key=lambda one: -one.points))


def _pull(
    trait: str, high: bool, lead: float, model: LeaderMind, worlds: Worlds, asked: Prompt, choice: int, other: int
) -> Pull:
    """How far a choice's lead shrinks for somebody who differs in one thing."""
    values = first_values(model, model.tables, worlds, asked, model.side)[:, 0]
    return Pull(trait, high, lead - float(values[choice] - values[other]))
