"""The standoff: two ladders, moves made in secret, round by round (Schelling 1966; Fearon 1994; Powell 1990).

A round has three stages. In `round` both sides hold, climb, step back or offer, in secret. In `reply` whoever was left
standing by a step back follows or stands, and whoever was offered something takes or refuses it. In `alarm` the owner
of an incident answers it. It ends when one steps back, both do, an offer is taken, an incident runs out of hand, or the
rounds are used up (dawn). Points become standing at home: see standoff_ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.engine import standoff_ends, standoff_hours, standoff_moves
from game.engine.draft import Draft
from game.engine.standoff_outlook import Outlook, outlook
from game.engine.standoff_prices import private
from game.engine.standoff_scene import BACK, CLIMB, HOLD, OFFER, Scene
from game.engine.worlds import DUEL_SIDE, SIDES, Worlds
from game.model.bundle import Row
from game.model.tables import EntryTable, Stage, StandoffTable, Tables

if TYPE_CHECKING:
    from game.engine.prompts import Moves

__all__ = ["BACK", "CLIMB", "HOLD", "OFFER", "Outlook", "asked", "begin", "outlook", "play"]

MOST_RESPONSES = 3
Both = tuple[Row, Row]


def begin(draft: Draft, what: StandoffTable) -> None:
    """Set the board where a standoff opens: both at the start of their ladders."""
    for side in SIDES:
        for name in DUEL_SIDE:
            draft[f"{name}/{side}"] = np.zeros(draft.count, np.int8)
    draft["exposure"] = np.full(draft.count, what.exposure, np.int8)
    draft["duel"] = np.ones(draft.count, np.int8)


def asked(tables: Tables, worlds: Worlds, stage: Stage, what: StandoffTable, live: Row) -> tuple[Both, Both]:
    """Who is asked at a stage, (worlds,) a side, and what is open to each, (choices, worlds)."""
    on: Row = live & (worlds["duel"] == 1)
    if stage.kind == "round":
        return (on, on), (_moves_open(worlds, what, 0, on, stage.round), _moves_open(worlds, what, 1, on, stage.round))
    if stage.kind == "reply":
        replies = _must_reply(worlds, 0, on), _must_reply(worlds, 1, on)
        return replies, (np.stack([replies[0]] * 2), np.stack([replies[1]] * 2))
    opens = (_responses_open(tables, worlds, what, 0, on), _responses_open(tables, worlds, what, 1, on))
    usa: Row = np.asarray(opens[0].any(axis=0))
    ussr: Row = np.asarray(opens[1].any(axis=0))
    return (usa, ussr), opens


def _moves_open(worlds: Worlds, what: StandoffTable, side: int, on: Row, round_: int) -> Row:
    """Hold always; step back once it may be; climb to the top, one less under tight orders; private offers by the
    channel.
    """
    name = SIDES[side]
    climb = on & (worlds[f"height/{name}"] < what.heights[side] - worlds[f"tight/{name}"].astype(np.int8))
    secret = private(what)[:-1]
    offers = on & (~secret[:, None] | worlds["channel"])
    return np.concatenate([np.stack([on, climb, on & (round_ >= what.back_from)]), offers])


def _must_reply(worlds: Worlds, side: int, on: Row) -> Row:
    """The other stepped back or made an offer, and this side did not step back itself."""
    other, own = worlds[f"move/{SIDES[1 - side]}"] - 1, worlds[f"move/{SIDES[side]}"] - 1
    found: Row = on & ((other == BACK) | (other == OFFER)) & (own != BACK)
    return found


def _responses_open(tables: Tables, worlds: Worlds, what: StandoffTable, side: int, on: Row) -> Row:
    choices = np.zeros((MOST_RESPONSES, len(on)), np.bool_)
    for index in what.incidents:
        incident = tables.incidents[index]
        if incident.side == side and incident.visible:
            choices[: len(incident.responses)] |= on & (worlds["incident"] == index)
    return choices


def play(draft: Draft, stage: Stage, entry: EntryTable, what: StandoffTable, moves: Moves) -> None:
    """Take a standoff through one stage: round, reply, alarm or close."""
    on = draft["duel"] == 1
    if on.any():
        with draft.only(on) as part:
            scene = Scene(part, entry, what, stage.round)
            choice, tool = _of(part, moves.choice), _of(part, moves.tool)
            _KINDS[stage.kind](scene, Answers(choice, tool, moves.fated, stage.last))


def _of(part: Draft, rows: Both) -> Both:
    return part.of(rows[0]), part.of(rows[1])


@dataclass(frozen=True)
class Answers:
    """What both sides answered in the worlds of a scene, whether history's own luck rules, and the last round."""

    choice: Both
    tool: Both
    fated: bool
    last: bool


def _round(scene: Scene, given: Answers) -> None:
    scene.draft["incident"] = np.full(scene.draft.count, -1, np.int8)
    standoff_moves.move(scene, given.choice, given.tool, given.fated)


def _reply(scene: Scene, given: Answers) -> None:
    if given.fated:
        _fate(scene)
        return
    standoff_moves.reply(scene, given.choice)
    still = scene.draft["duel"] == 1
    if still.any():
        with scene.only(still) as part:
            standoff_hours.watch(part)
            standoff_hours.spread(part)
            standoff_hours.stir(part)


def _alarm(scene: Scene, given: Answers) -> None:
    if not given.fated:
        standoff_hours.answer(scene, given.choice)
    live = scene.draft["ending"] < 0
    if not given.last and live.any():
        with scene.only(live) as part:
            standoff_hours.pass_hours(part)


def _close(scene: Scene, given: Answers) -> None:
    """The rounds are used up."""
    if given.fated and scene.what.history_result >= 0:
        _bring(scene, scene.what.history_result)
    else:
        standoff_ends.dawn(scene)


def _fate(scene: Scene) -> None:
    """History's own luck: nothing goes wrong, and after its last round it ends as it did."""
    what = scene.what
    if what.history_result >= 0 and scene.round + 1 >= len(what.history):
        _bring(scene, what.history_result)


def _bring(scene: Scene, result: int) -> None:
    """Bring a result about with the points that belong to it; a historical deal is the offer made, where one was."""
    if result == standoff_ends.DEAL:
        offer = np.minimum(scene.offered(0), scene.offered(1))
        standoff_ends.deal(scene, offer)
    elif result == standoff_ends.DAWN:
        standoff_ends.dawn(scene)
    elif result < len(SIDES):
        standoff_ends.alone(scene, result)
    else:
        _bring_back(scene)


def _bring_back(scene: Scene) -> None:
    """Both step back, first whoever did in history."""
    usa = scene.moved(0, BACK)
    for side, where in enumerate((usa, ~usa)):
        if where.any():
            with scene.only(where) as part:
                standoff_ends.both(part, side)


_KINDS: dict[str, Callable[[Scene, Answers], None]] = {
    "round": _round, "reply": _reply, "alarm": _alarm, "close": _close,
}  # fmt: skip
