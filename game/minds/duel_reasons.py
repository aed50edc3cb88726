"""Why a leader did what it did in a standoff: the few numbers behind its move, for the debrief."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import standoff_prices as prices
from game.engine.prompts import Prompt
from game.engine.standoff_scene import BACK, HOLD, OFFER
from game.engine.worlds import Worlds
from game.minds import duel_board, duel_offers
from game.minds.duel import Desk, alarm_values, following, likely_loss, move_values, reply_values
from game.minds.duel_policy import policy
from game.model.bundle import Row
from game.model.people import Leader
from game.model.tables import StandoffTable, Tables


@dataclass(frozen=True)
class Reasons:
    """What a leader reckoned with. believes is how likely it thought it that the other would not give way, 0-1.

    risk is the chance of losing control before the next round, 0-1, as things stood. gain is by how many points it
    reckoned its move better than holding, or a yes better than a no; for a hold, than the best of its other moves.
    """

    believes: float
    risk: float
    gain: float


def reasons(
    tables: Tables, worlds: Worlds, asked: Prompt, what: StandoffTable, side: int, leader: Leader, choice: int
) -> Reasons:
    """The reasons for a choice in a round or a reply, of a batch of one as its side saw it."""
    desk = _desk(tables, worlds, asked, what, side, leader)
    gain = _of_move(desk, choice) if asked.stage.kind == "round" else _of_reply(desk)
    return Reasons(float(desk.believes[0]), float(likely_loss(desk)[0]), gain)


def first_values(tables: Tables, worlds: Worlds, asked: Prompt, what: StandoffTable, side: int, leader: Leader) -> Row:
    """What each move, answer to an offer or a step back, or answer to an alarm is worth at first thought, by points."""
    desk = _desk(tables, worlds, asked, what, side, leader)
    if asked.stage.kind == "reply":
        return reply_values(desk)
    if asked.stage.kind == "alarm":
        return alarm_values(desk)
    moves, private = move_values(desk), prices.private(what)[:-1]
    offers = np.where(private[:, None], moves[duel_board.PRIVATE], moves[duel_board.PUBLIC])
    return np.concatenate([moves[:OFFER], offers + duel_offers.values(desk)])


def _desk(tables: Tables, worlds: Worlds, asked: Prompt, what: StandoffTable, side: int, leader: Leader) -> Desk:
    table = policy(what)
    return Desk(tables, worlds, asked, what, side, leader, 1.0, table, table.board.find(worlds))


def _of_move(desk: Desk, choice: int) -> float:
    values = move_values(desk)[:, 0]
    if choice == HOLD:
        return float(values[HOLD] - values[[duel_board.CLIMB, duel_board.BACK]].max())
    if choice < OFFER:
        return float(values[choice] - values[HOLD])
    private = desk.what.packages[choice - OFFER][2] == 1
    action = duel_board.PRIVATE if private else duel_board.PUBLIC
    return float(values[action] + duel_offers.values(desk)[choice - OFFER, 0] - values[HOLD])


def _of_reply(desk: Desk) -> float:
    stepped = desk.moved(1 - desk.side) == BACK
    return float(np.where(stepped, following(desk), duel_offers.taking(desk))[0])
