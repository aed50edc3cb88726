"""The walk: one step for one stage, for one world or a hundred thousand.

`start` gives the worlds of a scenario's first day, `step` takes them through one stage. All worlds walk the same
stages; an entry does something only in those where it opens. Finished worlds freeze, because nothing opens in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from game.engine import acts, answers, dice, incidents, knowledge, standoff, tools
from game.engine.draft import Cause, Draft, Trace
from game.engine.holds import mask, some
from game.engine.opening import opened
from game.engine.past import replay
from game.engine.prompts import Moves
from game.engine.time import pass_time
from game.engine.worlds import Worlds, begin
from game.model.bundle import Row
from game.model.tables import DecisionTable, EntryTable, EventTable, OutcomeTable, Stage, StandoffTable, Tables

#: Stages of a standoff, which concern the worlds in which it goes on.
DUEL_STAGES = ("round", "reply", "alarm", "close")


def start(tables: Tables, seeds: Row) -> Worlds:
    """Worlds at the scenario's first moment, one for each seed: replaying the dated acts before it leads there.

    What earlier chapters of a campaign add comes last.
    """
    worlds = begin(tables, seeds)
    past = replay(tables, tables.starts)
    rows = dict(worlds.rows)
    for name in ("fast", "slow", *(f"relation/{pair}" for pair in tables.relations)):
        rows[name] = np.full(worlds.count, past[name][0], past[name].dtype)
    rows["here"] = np.zeros(worlds.count, np.bool_)
    return Worlds(rows | opened(tables, rows))


def step(
    tables: Tables, worlds: Worlds, stage: Stage, moves: Moves, recording: bool = False, sifted: bool = False
) -> tuple[Worlds, Trace]:
    """Take every world through a stage. Pure: worlds is not changed, rows that do not move are shared.

    recording keeps the trace; without it the trace is empty and the work less. sifted says that the stage concerns
    every one of these worlds, and that its entry is known to be open there.
    """
    draft = Draft(tables, worlds.rows, recording)
    if sifted:
        _KINDS[stage.kind](draft, stage, moves)
        return draft.done()
    where = concerned(tables, draft.rows, stage, moves.fated)
    if stage.kind == "open":
        draft["here"] = where
    if some(where):
        with draft.only(where) as part:
            _KINDS[stage.kind](part, stage, _narrow(moves, part))
    return draft.done()


def concerned(tables: Tables, rows: Mapping[str, Row], stage: Stage, fated: bool) -> Row:
    """In which worlds a stage does anything: unfinished ones in which its entry is open, or opens now."""
    live: Row = rows["ending"] < 0
    if stage.kind == "finish":
        return live
    if stage.kind == "open":
        return live & _opens(tables, rows, tables.entries[stage.entry], fated)
    here: Row = live & rows["here"]
    if stage.kind == "incident":
        return here & (rows["incident"] >= 0)
    return here & (rows["duel"] == 1) if stage.kind in DUEL_STAGES else here


def _opens(tables: Tables, rows: Mapping[str, Row], entry: EntryTable, fated: bool) -> Row:
    opens = mask(tables, rows, entry.needs)
    if isinstance(entry.what, EventTable) and entry.what.chance < 1.0 and not fated:
        opens = opens & (dice.uniform(rows["seed"], dice.key(entry.key, 0, dice.EVENT)) < entry.what.chance)
    return opens


def _narrow(moves: Moves, part: Draft) -> Moves:
    """The moves of the worlds that a draft is about."""
    choice, tool = moves.choice, moves.tool
    return Moves((part.of(choice[0]), part.of(choice[1])), (part.of(tool[0]), part.of(tool[1])), moves.fated)


def _open(draft: Draft, stage: Stage, moves: Moves) -> None:
    """The entry opens: time passes, timers end, reports come in, an accident may happen."""
    entry = draft.tables.entries[stage.entry]
    gap = pass_time(draft, entry.minute)
    draft["incident"] = np.full(draft.count, -1, np.int8)
    _ring(draft)
    knowledge.deliver(draft)
    if not moves.fated:
        incidents.arrive(draft, entry.key, gap)
    if isinstance(entry.what, StandoffTable):
        standoff.begin(draft, entry.what)


def _ring(draft: Draft) -> None:
    """Timers whose time has come do what they say, once."""
    for timer in draft.tables.timers:
        name = f"timer/{timer.id}"
        due = (draft[name] > 0) & (draft[name] <= draft["now"])
        if some(due):
            with draft.only(due) as part:
                cause = Cause("timer", timer.id)
                part.told(cause, seen=timer.seen)
                acts.apply(part, timer.bundle, 0, cause)
                part[name] = np.full(part.count, -1, np.int32)


def _incident(draft: Draft, stage: Stage, moves: Moves) -> None:
    """What came up is answered by the side that it happened to."""
    owner = incidents.owners(draft.tables).take(draft["incident"])
    for side in (0, 1):
        mine = owner == side
        if some(mine):
            with draft.only(mine) as part:
                answers.answer(part, draft.tables.entries[stage.entry].key, side, part.of(moves.choice[side]))


def _move(draft: Draft, stage: Stage, moves: Moves) -> None:
    """A decision: the instrument first, then the choice with one of its outcomes."""
    entry = draft.tables.entries[stage.entry]
    what = entry.what
    assert isinstance(what, DecisionTable)
    choice = moves.choice[what.side]
    tools.use(draft, entry.key, 0, what.side, moves.tool[what.side])
    branch = _branch(draft, entry, what, choice, moves.fated)
    cause = Cause("choice", entry.id, what.bundle.ids[int(branch[0])], what.side)
    draft.told(cause, None, acts.seen(what.bundle, branch, cause))
    acts.apply(draft, what.bundle, branch, cause, dice.key(entry.key, 0, dice.FORCE))
    draft[f"chosen/{entry.id}"] = (choice + 1).astype(np.int8)


def _branch(draft: Draft, entry: EntryTable, what: DecisionTable, choice: Row, fated: bool) -> Row:
    """Draw the outcome of each world's choice; fated takes the documented one where the choice is history's and it can
    happen.
    """
    safe = np.maximum(choice, 0)
    first = what.outcomes.first[safe]
    luck = dice.uniform(draft["seed"], dice.key(entry.key, 0, dice.OUTCOME))
    branch = _draw(draft, what.outcomes, safe, first, luck)
    if fated and what.history >= 0:
        able = mask(draft.tables, draft.rows, what.outcomes.needs[what.history_branch])
        branch = np.where((safe == what.history) & able, what.history_branch, branch)
    return branch


def _draw(draft: Draft, outcomes: OutcomeTable, choice: Row, first: Row, luck: Row) -> Row:
    """By weight among the outcomes whose needs hold; the first where none does."""
    if outcomes.weights.shape[1] == 1:
        return first
    weights = [outcomes.weights[:, place][choice] for place in range(outcomes.weights.shape[1])]
    if not outcomes.simple:
        able = np.stack([mask(draft.tables, draft.rows, needs) for needs in outcomes.needs])
        weights = [
            weight * able[np.minimum(first + place, len(able) - 1), np.arange(len(choice))]
            for place, weight in enumerate(weights)
        ]
    total = weights[0]
    for weight in weights[1:]:
        total = total + weight
    place, passed = np.zeros(len(choice), np.int64), np.zeros(len(choice))
    aim = luck * total
    for index, weight in enumerate(weights):
        passed = passed + weight
        place = place + ((aim >= passed) & (index + 1 < len(weights)))
    return first + _reachable(weights, place)


def _reachable(weights: list[Row], place: Row) -> Row:
    """Guard against an outcome of no weight: rounding at the very end of the scale must not reach it."""
    for index in range(len(weights) - 1, 0, -1):
        place = np.where((place == index) & (weights[index] <= 0), index - 1, place)
    return place


def _event(draft: Draft, stage: Stage, moves: Moves) -> None:
    entry = draft.tables.entries[stage.entry]
    assert isinstance(entry.what, EventTable)
    cause = Cause("event", entry.id)
    draft.told(cause, None, entry.what.seen)
    acts.apply(draft, entry.what.bundle, 0, cause)
    draft[f"chosen/{entry.id}"] = np.ones(draft.count, np.int8)


def _standoff(draft: Draft, stage: Stage, moves: Moves) -> None:
    entry = draft.tables.entries[stage.entry]
    assert isinstance(entry.what, StandoffTable)
    standoff.play(draft, stage, entry, entry.what, moves)


def _finish(draft: Draft, stage: Stage, moves: Moves) -> None:
    """The calendar is over: the first ending whose condition holds is reached."""
    for index, ending in enumerate(draft.tables.endings):
        if ending.when or not ending.war:
            reached = (draft["ending"] < 0) & mask(draft.tables, draft.rows, ending.when)
            draft["ending"] = np.where(reached, index, draft["ending"]).astype(np.int8)


_KINDS: dict[str, Callable[[Draft, Stage, Moves], None]] = {
    "open": _open,
    "incident": _incident,
    "move": _move,
    "event": _event,
    "round": _standoff,
    "reply": _standoff,
    "alarm": _standoff,
    "close": _standoff,
    "finish": _finish,
}
