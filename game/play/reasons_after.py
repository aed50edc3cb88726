"""What can only be told when all is over: bluff, the price of giving way, words kept, and what was an error."""

from __future__ import annotations

from game.engine.holds import mask
from game.engine.single import number
from game.minds.account import Account
from game.model.people import SIDES
from game.model.tables import DecisionTable, FactTable
from game.play.game import PERSON, Beat, Game
from game.play.moves import read_move
from game.play.narration import name_of
from game.play.reasons_words import hundred
from game.play.wording import inside

#: As in engine/beliefs.py: what a branch does to a side's public word.
THREATENS, EXECUTES, YIELDS = 1, 2, 3
#: Beliefs from which a side counts as sure; an error about a fact that is worth telling, 0-1.
FIRM, SOFT, FAR_OFF = 0.6, 0.4, 0.6
#: Points by which first sums must differ to be told apart.
FEELS = 0.3


def stance(game: Game, beat: Beat, side: str, choice: int) -> int:
    """What a decision's choice does to a side's public word; 0 elsewhere."""
    what, index = game.tables.entries[beat.stage.entry].what, SIDES.index(side)
    if not isinstance(what, DecisionTable) or beat.stage.kind != "move" or what.side != index:
        return 0
    return int(what.bundle.stance[index][int(what.outcomes.first[choice])])


def bluff(game: Game, beat: Beat, side: str, found: Account) -> str:
    """Whether a threat or a climb was meant; empty where there was none."""
    climbed = beat.stage.kind == "round" and read_move(beat.played[side].choice).kind == "climb"
    if not climbed and stance(game, beat, side, found.taken) != THREATENS:
        return ""
    rival = name_of(game.scenario, SIDES[1 - SIDES.index(side)])
    if found.resolute:
        return "It was meant." if found.believes >= SOFT else f"It was meant, and {rival} was expected to bend."
    if found.believes <= SOFT:
        return f"It was a bluff: the hope was that {rival} would bend first."
    return "It was a bluff: there was no will behind it to go on to the end."


def price(game: Game, beat: Beat, side: str, found: Account) -> str:
    """What giving way cost at home, or what keeping a word did; empty where neither happened."""
    kept = stance(game, beat, side, found.taken)
    if kept == YIELDS:
        lost = found.exposed * game.tables.parameters.audience_price
        return f"After threats in public, giving way cost {lost:.0f} points at home." if lost >= 1 else ""
    if kept == EXECUTES and found.exposed > 0:
        raised = sum(one.tension() for one in beat.happenings if one.cause.side == SIDES.index(side))
        return f"A threat was carried out, and tension rose by {raised:.0f}." if raised >= 1 else ""
    return _retreat(game, beat, side)


def _retreat(game: Game, beat: Beat, side: str) -> str:
    """What stepping back alone in a standoff cost; the other's answer to it may have come a moment later."""
    if beat.stage.kind != "round" or read_move(beat.played[side].choice).kind != "back":
        return ""
    index = SIDES.index(side)
    home = game.tables.sides[index].standing
    round_ = [one for one in game.beats if (one.entry, one.stage.round) == (beat.entry, beat.stage.round)]
    paid = (one for other in round_ for one in other.happenings if one.kind == "retreat" and one.cause.side == index)
    lost = -sum(moved.amount for one in paid for moved in one.moved if moved.row == home)
    return f"Stepping back alone cost {lost:.0f} points at home." if lost >= 1 else ""


def belief(game: Game, beat: Beat, side: str, found: Account, name: str, before: float | None) -> str:
    """What it thought of the other side, how that had moved since it was last told, and whether it was so."""
    rival = SIDES[1 - SIDES.index(side)]
    other, hard = name_of(game.scenario, rival), bool(number(beat.before, f"resolute/{rival}"))
    person = game.players[rival] == PERSON  # nobody can say of a person which kind it is
    safe = f", and gave it {hundred(found.trusts)} that it only wanted to be safe" if before is None else ""
    if found.believes >= FIRM:
        told = f"{name} thought that {other} would not bend ({hundred(found.believes)}{_moved(found, before)})"
        return f"{told}{safe}." if hard or person else f"{told}, and was wrong."
    if found.believes <= SOFT:
        told = f"{name} thought that {other} would bend ({hundred(1 - found.believes)}{_moved(found, before)})"
        return f"{told}, and was wrong." if hard and not person else f"{told}{safe}."
    told = f"{name} could not tell whether {other} would bend ({hundred(1 - found.believes)}{_moved(found, before)})"
    return f"{told}{safe}."


def _moved(found: Account, before: float | None) -> str:
    """What it had thought before, told on the same scale as what it thinks now."""
    if before is None:
        return ""
    return f", {(before if found.believes >= FIRM else 1 - before) * 100:.0f} before"


def errors(game: Game, beat: Beat, side: str) -> list[FactTable]:
    """Facts that mattered by then, and about which a side was far from the truth, the worst first."""
    index = SIDES.index(side)
    wrong = [
        (abs(number(beat.before, f"belief/{side}/{fact.id}") - number(beat.before, f"fact/{fact.id}")), fact)
        for fact in game.tables.facts
        if not fact.knows[index] and mask(game.tables, beat.before.rows, fact.when)[0]
    ]
    return [fact for gap, fact in sorted(wrong, key=lambda one: -one[0]) if gap >= FAR_OFF]


def mistaken(game: Game, beat: Beat, side: str, fact: FactTable) -> str:
    """An error about a fact in a sentence."""
    about = " ".join(game.scenario.facts[fact.id].about.split()).rstrip(".")
    thought, true = number(beat.before, f"belief/{side}/{fact.id}"), bool(number(beat.before, f"fact/{fact.id}"))
    name = name_of(game.scenario, side)
    return f"{name} gave this {hundred(thought)}, and it was {'so' if true else 'not so'}: {inside(about)}."
