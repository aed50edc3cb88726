"""The moves of a standoff as ids and words: hold, climb, back, offer:term+term:private, and the two replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.single import first, number
from game.engine.worlds import Worlds
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import MOVES, StandoffTable
from game.play.wording import inside

#: Details of moves that are the same in every standoff.
DETAILS = {
    "hold": "Stay on this rung, and let the hours work on them.",
    "climb": "The risk rises for both of you, and stepping back will cost more.",
    "back": "You pay for it at home. They may follow.",
    "accept": "Both sides keep to it, and the standoff is over.",
    "refuse": "The offer lapses, and the standoff goes on.",
    "follow": "Step back as well, and leave together.",
    "stand": "Let them leave alone. If words passed between you, your allies will hear that you stayed.",
}
#: What accepting means where one's own offer lies beside the other's.
TWO_OFFERS = "If they accept yours as well, the one that is worth more to the two of you together holds."
LABELS = {
    "hold": "Hold", "climb": "Climb", "back": "Step back",
    "accept": "Accept the offer", "refuse": "Refuse it", "follow": "Step back too", "stand": "Stay where you are",
}  # fmt: skip


@dataclass(frozen=True)
class Move:
    """One move: hold, climb, back, offer, accept, refuse, follow or stand; terms and private belong to offers."""

    kind: str
    terms: tuple[str, ...] = ()
    private: bool = False

    @property
    def id(self) -> str:
        """Its name in records, codes and commands."""
        if self.kind != "offer":
            return self.kind
        return f"offer:{'+'.join(self.terms)}:{'private' if self.private else 'public'}"

    def words(self, scenario: Scenario, entry: str, worlds: Worlds, side: str) -> tuple[str, str]:
        """Label and detail for the side that may make it."""
        told = scenario.standoffs[entry]
        if self.kind == "offer":
            first, *more = (told.terms[term].label for term in self.terms)
            words = first + "".join(f", and {inside(label)}" for label in more)
            return words, how_offered(self.private)
        if self.kind == "climb":
            rungs = told.sides[side].rungs
            place = int(number(worlds, f"height/{side}")) + 1
            return LABELS["climb"], f"{rungs[min(place, len(rungs) - 1)].label}. {DETAILS['climb']}"
        if self.kind == "back":
            return LABELS["back"], f"{told.sides[side].retreat.rstrip('.')}. {DETAILS['back']}"
        if self.kind == "accept" and offered(worlds, 1 - SIDES.index(side)) >= 0:
            return LABELS["accept"], TWO_OFFERS
        return LABELS[self.kind], DETAILS[self.kind]


def how_offered(private: bool) -> str:
    """How an offer is made, in words."""
    return "In private." if private else "In public, for all to read."


def read_move(move: str) -> Move:
    """A Move from its id. The inverse of Move.id."""
    kind, _, rest = move.partition(":")
    if kind != "offer":
        return Move(kind)
    terms, _, how = rest.rpartition(":")
    return Move(kind, tuple(terms.split("+")), how == "private")


def round_moves(what: StandoffTable) -> list[Move]:
    """Every move of a round in the engine's order: hold, climb, back, then the offers."""
    offers = [
        Move("offer", tuple(what.terms[term] for term in (one, other) if term >= 0), bool(private))
        for one, other, private in what.packages
    ]
    return [*(Move(kind) for kind in MOVES), *offers]


def reply_moves(worlds: Worlds, side: int) -> list[Move]:
    """The two replies in the engine's order: to an offer that lies on the table, or to a step back just seen."""
    kinds: Sequence[str] = ("refuse", "accept") if offered(worlds, side) >= 0 else ("stand", "follow")
    return [Move(kind) for kind in kinds]


def offered(worlds: Worlds, side: int) -> int:
    """The index of the package that the other side has just offered; -1 where it offered none."""
    return first(worlds[f"offer/{SIDES[1 - side]}"]) - 1


def package_move(what: StandoffTable, package: int) -> Move:
    """The offer that a package number stands for."""
    return round_moves(what)[len(MOVES) + package]


def open_reason(move: Move, worlds: Worlds, side: int) -> str:
    """Why a standoff's move is closed."""
    if move.kind == "climb":
        tight = number(worlds, f"tight/{SIDES[side]}")
        return "you tightened orders, and they forbid the top rung" if tight else "there is no higher rung"
    if move.kind == "back":
        return "nobody can turn round before the first reports are in"
    if move.kind == "offer" and move.private and not number(worlds, "channel"):
        return "needs the back channel"
    if move.kind == "offer" and not move.private:
        return "cannot be promised in public"
    return "not open now"
