"""A round of a standoff in sentences: what each side did, what became of every offer, what was agreed and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.people import SIDES
from game.model.tables import StandoffTable
from game.play.game import Beat, Game
from game.play.moves import package_move, read_move
from game.play.narration import name_of, side_move
from game.play.wording import inside


@dataclass(frozen=True)
class Bargain:
    """An offer that was taken: its terms in words, whether in private, and the sides that had made it."""

    terms: tuple[str, ...]
    private: bool
    by: tuple[str, ...]
    id: str


def beat_lines(game: Game, beat: Beat, reader: str) -> list[str]:
    """A standoff's beat in sentences, as one side may know it: moves first, then what came of them."""
    if beat.stage.kind == "round":
        return [*_moves(game, beat, reader), *_unread(game, beat, reader), *_agreed(game, beat, reader)]
    if beat.stage.kind == "reply":
        return [*_moves(game, beat, reader), *_agreed(game, beat, reader)]
    known = [happening for happening in beat.happenings if happening.kind == "incident" and happening.known_to(reader)]
    return [f"{game.scenario.incidents[happening.cause.what].label}." for happening in known]


def _moves(game: Game, beat: Beat, reader: str) -> list[str]:
    lines = []
    for side, played in beat.played.items():
        told = side_move(game.scenario, beat.entry, side, played.choice, beat.height(side), reader)
        reason = _reason(game, beat, side) if played.choice == "refuse" else ""
        lines.append(f"{told} {reason}".strip())
    return lines


def _reason(game: Game, beat: Beat, side: str) -> str:
    """Why a side refused, in its own voice; another line each round."""
    lines = game.scenario.standoffs[beat.entry].sides[side].refusals
    return " ".join(lines[beat.stage.round % len(lines)].split()) if lines else ""


def _unread(game: Game, beat: Beat, reader: str) -> list[str]:
    """An offer that met a step back was never read."""
    kinds = {side: read_move(played.choice).kind for side, played in beat.played.items()}
    lines = []
    for side, kind in kinds.items():
        rival = SIDES[1 - SIDES.index(side)]
        if kind == "offer" and kinds.get(rival) == "back":
            lines.append(
                f"{_who(game, rival, reader)} stepped back before {_whose(game, side, reader)} offer was read."
            )
    return lines


def bargain(game: Game, beat: Beat) -> Bargain | None:
    """What was agreed at a beat, or none."""
    deal = next((happening for happening in beat.happenings if happening.kind == "deal"), None)
    what = game.tables.entries[beat.stage.entry].what
    if deal is None or not isinstance(what, StandoffTable) or int(deal.cause.part) >= len(what.packages):
        return None
    move, told = package_move(what, int(deal.cause.part)), game.scenario.standoffs[beat.entry]
    by = tuple(side for side, choice in _offers(game, beat).items() if choice == move.id)
    return Bargain(tuple(told.terms[term].label for term in move.terms), move.private, by, move.id)


def _offers(game: Game, beat: Beat) -> dict[str, str]:
    """The offers of a beat's round, by side."""
    for one in game.beats:
        if (one.entry, one.stage.round, one.stage.kind) == (beat.entry, beat.stage.round, "round"):
            return {side: played.choice for side, played in one.played.items() if played.choice.startswith("offer:")}
    return {}


def _agreed(game: Game, beat: Beat, reader: str) -> list[str]:
    """The terms, one by one, who had offered them and how; and the other offer, which came to nothing."""
    found = bargain(game, beat)
    if found is None:
        return []
    terms = "; ".join(inside(label) for label in found.terms)
    how = "in private" if found.private else "in public"
    whose = f"{_whose(game, found.by[0], reader)} offer" if len(found.by) == 1 else "the same offer from both"
    lines = [f"Agreed on {whose}, made {how}: {terms}."]
    accepted = [played.choice for played in beat.played.values()].count("accept")
    why = ": of two that were accepted, the one worth less to both together" if accepted == len(SIDES) else ""
    for side, choice in _offers(game, beat).items():
        if choice != found.id:
            whose = _whose(game, side, reader)
            lines.append(f"{whose[0].upper()}{whose[1:]} own offer lapsed with it{why}.")
    return lines


def _who(game: Game, side: str, reader: str) -> str:
    return "You" if side == reader else name_of(game.scenario, side)


def _whose(game: Game, side: str, reader: str) -> str:
    return "your" if side == reader else f"{name_of(game.scenario, side)}'s"
