"""Why a leader that nobody played did what it did last in a standoff, in sentences for the debrief."""

from __future__ import annotations

from game.engine.prompts import prompt
from game.minds.duel_reasons import Reasons, reasons
from game.minds.roster import parted
from game.minds.sight import sight
from game.model.people import SIDES, Leader
from game.model.tables import StandoffTable
from game.play.ask import move_ids
from game.play.estimate import odds
from game.play.game import PERSON, Beat, Game
from game.play.moves import read_move
from game.play.narration import side_move

#: A gain of fewer points is no reason.
CLOSE = 0.75
#: A chance from which losing control weighs.
FEARED = 0.01


def last_reasons(game: Game) -> list[str]:
    """For each leader and standoff: its last move, and what it reckoned. Empty where people played both sides."""
    found = []
    for entry in game.scenario.standoffs:
        for side in SIDES:
            leader, beat = _leader(game, side), _last(game, entry, side)
            if leader is not None and beat is not None:
                found.append(_told(game, beat, side, leader))
    return [text for text in found if text]


def _leader(game: Game, side: str) -> Leader | None:
    """The leader who plays a side; none for people, history and chance."""
    name, _ = parted(game.players.get(side, PERSON))
    name = game.scenario.sides[side].leader if name == "leader" else name
    return game.scenario.leaders.get(name)


def _last(game: Game, entry: str, side: str) -> Beat | None:
    """The last round or reply of a standoff in which a side was asked."""
    beats = (beat for beat in reversed(game.beats) if beat.entry == entry and side in beat.played)
    return next((beat for beat in beats if beat.stage.kind in ("round", "reply")), None)


def _told(game: Game, beat: Beat, side: str, leader: Leader) -> str:
    what, number = game.tables.entries[beat.stage.entry].what, SIDES.index(side)
    asked = prompt(game.tables, beat.before, beat.stage)
    if asked is None or not isinstance(what, StandoffTable):
        return ""
    move, seen = beat.played[side].choice, sight(game.tables, beat.before, number)
    choice = move_ids(game.tables, beat.before, asked, number).index(move)
    found = reasons(game.tables, seen, asked, what, number, leader, choice)
    done = side_move(game.scenario, beat.entry, side, move, beat.height(side), "")
    rival = game.scenario.sides[SIDES[1 - number]].name
    kind = read_move(move).kind
    if kind == "climb" and beat.stage.round == what.rounds - 1:
        kind = "last climb"
    return f"{done} {leader.name} {_thought(found, rival, kind)}, {_because(found, kind)}{_risk(found)}"


def _thought(found: Reasons, rival: str, kind: str) -> str:
    """What it thought of the other side; of one that would give way, whoever steps back expects that it follows."""
    chance = found.believes * 100
    if kind == "back" and found.believes <= 0.4:
        return f"thought that {rival} would follow ({100 - chance:.0f} in 100 that it would not stand firm)"
    if found.believes >= 0.6:
        return f"thought that {rival} would not give way ({chance:.0f} in 100)"
    if found.believes <= 0.4:
        return f"thought that {rival} would give way in the end ({100 - chance:.0f} in 100)"
    return f"could not tell whether {rival} would give way ({chance:.0f} in 100 that it would not)"


def _joined(found: Reasons) -> str:
    return "and" if not 0.4 < found.believes < 0.6 else "and thought"


def _because(found: Reasons, kind: str) -> str:
    """What it made of its move, by how much it gained."""
    gain = -found.gain if kind in ("refuse", "stand") else found.gain
    if gain < -CLOSE:
        return f"and acted against that leader's own sums: {_MOVES[kind][2]}."
    return f"{_joined(found)} {_MOVES[kind][1 if gain < CLOSE else 0]}."


def _risk(found: Reasons) -> str:
    return f" Another round at that height risked losing control: {odds(found.risk)}." if found.risk >= FEARED else ""


#: By move: why it was better, that it was as good, and what would have been better.
_MOVES = {
    "hold": (
        "that waiting was worth more than a climb or a step back",
        "that nothing was clearly better than to wait",
        "a climb or a step back looked better",
    ),
    "climb": (
        "that one rung more was worth its danger",
        "that one rung more was worth about as much as waiting",
        "waiting looked better",
    ),
    "last climb": (
        "that whoever stands higher when the night ends has the better of it",
        "that one rung more in the last round was worth about as much as waiting",
        "waiting looked better",
    ),
    "back": (
        "that another round would cost more than stepping back",
        "that stepping back cost about as much as waiting",
        "waiting looked better",
    ),
    "offer": (
        "that a paper was worth more than another round",
        "that asking was worth about as much as waiting",
        "waiting looked better",
    ),
    "accept": (
        "that the paper was worth more than going on",
        "that the paper was worth about as much as going on",
        "going on looked better",
    ),
    "refuse": (
        "that the paper was worth less than going on",
        "that the paper was worth about as much as going on",
        "the paper looked better",
    ),
    "follow": (
        "that leaving together was worth more than standing alone",
        "that leaving together was worth about as much as standing alone",
        "standing alone looked better",
    ),
    "stand": (
        "that standing alone was worth more than leaving together",
        "that leaving together was worth about as much as standing alone",
        "leaving together looked better",
    ),
}
