"""What branches do to worlds: one function applies any Bundle, so every rule has one home.

Order of parts: tension, relations, meters, flags, timers, alert, standing firm or giving way, learning, settlement,
force, ending. They touch different rows, so that the order does not matter to the result.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.engine import beliefs, readiness
from game.engine.draft import BOTH, Cause, Draft
from game.engine.incidents import lose_control
from game.engine.tension import jolt
from game.engine.worlds import SIDES
from game.model.bundle import Bundle, Row, at
from game.model.tables import Tables


def apply(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause, draw: np.uint64 | None = None) -> None:
    """Let branch[w] of the bundle happen in each world w, or one branch in all; a bundle's last is "nothing".

    draw is the key of the dice for deliberate force, needed only where the bundle uses force.
    """
    known_to = seen(bundle, branch, cause)
    if bundle.heats:
        _feel(draft, bundle, branch, cause, known_to)
    _relate(draft, bundle, branch, cause, known_to)
    for name, values in bundle.adds:
        draft.move(name, draft[name] + at(values, branch), cause, sight(draft.tables, name))
    for name, values in bundle.sets:
        draft.move(name, draft[name] | at(values, branch), cause, sight(draft.tables, name))
    for name, values in bundle.clears:
        draft.move(name, draft[name] & ~at(values, branch), cause, sight(draft.tables, name))
    _clocks(draft, bundle, branch)
    if bundle.orders_any:
        readiness.order(draft, bundle, branch, cause)
    if bundle.stance_any:
        beliefs.commit(draft, bundle, branch, cause)
    if cause.side >= 0:
        beliefs.learn(draft, bundle, branch, cause)
    _close(draft, bundle, branch, cause, draw)


@lru_cache(maxsize=4096)
def sight(tables: Tables, name: str) -> tuple[bool, bool]:
    """Which sides may read a row."""
    kind, _, rest = name.partition("/")
    if kind == "meter":
        return next(meter.seen for meter in tables.meters if meter.id == rest)
    if kind == "flag":
        return tables.flags[rest]
    if kind == "timer":
        return next(timer.seen for timer in tables.timers if timer.id == rest)
    if kind in ("capital", "audience", "thinks", "trust", "belief", "tight", "used"):
        return rest.startswith("usa"), rest.startswith("ussr")
    return BOTH


def seen(bundle: Bundle, branch: Row | int, cause: Cause) -> tuple[bool, bool]:
    """A secret act is known to its own side alone; with a batch only the first world's matters to a reader."""
    if cause.side < 0 or bundle.known[branch if isinstance(branch, int) else branch[0]] > 0:
        return BOTH
    return cause.side == 0, cause.side == 1


def _feel(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause, seen: tuple[bool, bool]) -> None:
    """Acts to impulse: weight/10 x salience; the other side adds what it distrusts (Jervis 1976)."""
    bias = draft.tables.parameters.bias
    felt = at(bundle.plain, branch)
    for index in range(2):
        if bundle.hostile_any[index]:
            distrust = 1.0 + bias * (1.0 - draft[f"trust/{SIDES[1 - index]}"])
            felt = felt + at(bundle.hostile[index], branch) * distrust
        if bundle.friendly_any[index]:
            felt = felt - at(bundle.friendly[index], branch)
    if bundle.shock_any:
        felt = felt + at(bundle.shock, branch)
    jolt(draft, felt, cause, seen)


def _relate(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause, seen: tuple[bool, bool]) -> None:
    """The target's feeling moves, and its friends follow it (structural balance)."""
    following = draft.tables.parameters.following / 100.0
    for name, via, points in bundle.follow:
        moved = draft[name] + at(points, branch) * (following * draft[via])
        draft.move(name, _bounded(moved), cause, seen)
    for name, points in bundle.direct:
        draft.move(name, _bounded(draft[name] + at(points, branch)), cause, seen)


def _bounded(relation: Row) -> Row:
    """Kept within its scale; four bytes are enough for a feeling."""
    return np.minimum(np.maximum(relation, -100.0), 100.0).astype(np.float32)


def _clocks(draft: Draft, bundle: Bundle, branch: Row | int) -> None:
    for name, minutes in bundle.starts:
        length = at(minutes, branch)
        draft[name] = np.where((length > 0) & (draft[name] == 0), draft["now"] + length, draft[name]).astype(np.int32)
    for name, stop in bundle.stops:
        draft[name] = np.where(at(stop, branch), 0, draft[name]).astype(np.int32)


def _close(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause, draw: np.uint64 | None) -> None:
    """Settlement, deliberate force and direct endings."""
    if bundle.settles_any:
        draft.move("settled", np.maximum(draft["settled"], at(bundle.settles, branch)).astype(np.float32), cause)
    if bundle.force_any and draw is not None:
        lose_control(draft, at(bundle.force, branch), draw, cause)
    if bundle.end_any:
        reached = at(bundle.end, branch)
        draft["ending"] = np.where((reached >= 0) & (draft["ending"] < 0), reached, draft["ending"]).astype(np.int8)
