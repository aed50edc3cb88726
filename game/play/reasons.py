"""Why did they do that? For each answer of a leader whom nobody played: its story, told from its own numbers.

The figures come from the mind itself (its thought at the table, its first sums), as it had them at that question; only
what was an error is told from what is known now. Everything may be told here: the game is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.engine.prompts import prompt
from game.engine.single import first
from game.minds.account import Account, account
from game.minds.duel_reasons import Reasons, reasons
from game.minds.leader import LeaderMind
from game.minds.sight import sight
from game.minds.table import LeaderAtTable
from game.model.people import SIDES
from game.model.tables import FactTable, StandoffTable
from game.play import reasons_after as after
from game.play import reasons_words as words
from game.play.ask import move_ids
from game.play.debrief import choice_label, title_of
from game.play.estimate import odds
from game.play.game import Beat, Game
from game.play.moves import read_move
from game.play.reasons_ahead import against, gap, kept_to_habit, seen_ahead
from game.play.wording import inside

#: As many sentences as a story has, and a change of belief (0-1) that is told again.
MOST, NEWS = 4, 0.08
#: A chance of losing control from which it is told.
FEARED = 0.01


@dataclass(frozen=True)
class Reason:
    """The story of one answer: when (minutes), whose, to what, what was ordered, why. short is its heart."""

    minute: int
    side: str
    entry: str
    title: str
    deed: str
    text: str
    short: str
    beat: Beat


@dataclass
class _Told:
    """What has been told already of one side: its belief as last told, facts, and how many stories."""

    believed: float | None = None
    facts: set[str] = field(default_factory=set)
    count: int = 0


def stories(game: Game) -> list[Reason]:
    """Every answer of every leader whom nobody played, by date; empty where people, history or chance played."""
    told = {side: _Told() for side in SIDES}
    return [one for beat in game.beats for side in beat.played for one in _story(game, beat, side, told[side])]


def _story(game: Game, beat: Beat, side: str, told: _Told) -> Iterator[Reason]:
    mind = game.seats.minds.get(side)
    if not isinstance(mind, LeaderAtTable | LeaderMind):
        return
    found = _account(game, beat, side, mind)
    if found is not None:
        sentences, short = _Teller(game, beat, side, mind, found, told).sentences()
        told.count += 1
        deed = f"{choice_label(game, beat, side).rstrip('.')}."
        text = words.joined(*sentences)
        yield Reason(beat.minute, side, beat.entry, title_of(game, beat), deed, text, short, beat)


def _account(game: Game, beat: Beat, side: str, mind: LeaderAtTable | LeaderMind) -> Account | None:
    """What the leader reckoned at the question; none where the order was not its own (a record from elsewhere)."""
    index, asked = SIDES.index(side), prompt(game.tables, beat.before, beat.stage)
    ids = move_ids(game.tables, beat.before, asked, index) if asked else []
    if asked is None or beat.played[side].choice not in ids:
        return None
    thought, taken = game.seats.thought(beat.before, beat.stage, side), ids.index(beat.played[side].choice)
    if thought is not None and first(thought.taken[0]) != taken:
        return None
    return account(mind, game.tables, sight(game.tables, beat.before, index), asked, index, taken, thought)


@dataclass(frozen=True)
class _Teller:
    """Tells one answer."""

    game: Game
    beat: Beat
    side: str
    mind: LeaderAtTable | LeaderMind
    found: Account
    told: _Told

    @property
    def name(self) -> str:
        """The leader's surname."""
        return self.mind.name.split()[-1]

    def sentences(self) -> tuple[list[str], str]:
        """The story's sentences in order, the least needed left out; and the one that is its heart."""
        told, found = self.told.count, self.found
        looked = bool(found.pictures) and found.other >= 0
        ahead = seen_ahead(self.game.scenario, self.side, found, told) if looked else ""
        heart = ahead if looked else self._at_first()
        belief, error = self._belief(), self._error()
        habit = looked and kept_to_habit(found)
        ranked = (  # in what order they are told, how much they are needed, the sentence
            (0, 4 if self.told.believed is None else 6, belief),
            (1, 1, self._opening()),
            (2, 7, words.pulled(found.pulls, told)),
            (3, 2, heart),
            (4, 3 if habit else 8, self._gap() if looked else ""),
            (5, 9, against(self.game.scenario, self.side, found) if ahead else ""),
            (6, 3, after.bluff(self.game, self.beat, self.side, found)),
            (7, 3, after.price(self.game, self.beat, self.side, found)),
            (8, 2, self._tool()),
            (9, 8, self._risk()),
            (10, 5, error),
        )
        kept = sorted(sorted((one for one in ranked if one[2]), key=lambda one: one[1])[:MOST])
        texts = [text for _, _, text in kept]
        self._mark(belief in texts, error in texts)
        return texts, heart or self._gap()

    def _mark(self, belief: bool, error: bool) -> None:
        """Remember what has been told, so that it is not told again."""
        if belief:
            self.told.believed = self.found.believes
        if error:
            self.told.facts.add(self._wrong()[0].id)

    def _opening(self) -> str:
        how = words.LEFT if self.found.overruled else words.STOOD if self.found.pictures else words.AT_ONCE
        return words.opening(_model(self.mind).profile, self.name, how, self._label(self.found.first), self.told.count)

    def _label(self, choice: int) -> str:
        """A choice inside a sentence."""
        asked = prompt(self.game.tables, self.beat.before, self.beat.stage)
        assert asked is not None
        name = move_ids(self.game.tables, self.beat.before, asked, SIDES.index(self.side))[choice]
        if self.beat.subject:
            return inside(self.game.scenario.incidents[self.beat.subject].responses[name].label)
        if self.beat.entry in self.game.scenario.decisions:
            return inside(self.game.scenario.decisions[self.beat.entry].choices[name].label)
        return self._move(name)

    def _move(self, name: str) -> str:
        move = read_move(name)
        if move.kind != "offer":
            return _MOVES[move.kind]
        labels = [self.game.scenario.standoffs[self.beat.entry].terms[term].label for term in move.terms]
        how = "in private" if move.private else "in public"
        return f"offer {how} to {' and to '.join(inside(label) for label in labels)}"

    def _belief(self) -> str:
        """What it thought of the other side, where that is new."""
        before = self.told.believed
        if before is not None and abs(before - self.found.believes) < NEWS:
            return ""
        return after.belief(self.game, self.beat, self.side, self.found, self.name, before)

    def _gap(self) -> str:
        return gap(self.found, self.name, self._label(self.found.other)).strip()

    def _at_first(self) -> str:
        """The first sums alone, of a leader who does not look ahead."""
        if self.found.other < 0:
            return "Nothing else was open."
        other = self._label(self.found.other)
        if self.found.lead < -after.FEELS:
            return f"By {self.name}'s own first sums this was better: {other}."
        return f"What came second in {self.name}'s first sums was this: {other}."

    def _tool(self) -> str:
        """Why an instrument was used beside it."""
        name = self.beat.played[self.side].tool
        if not name:
            return ""
        tool = self.game.scenario.instruments[name]
        seemed = "; it looked worth its price" if self.found.tool >= 1 else ""
        return f"Beside it: {inside(tool.label).rstrip('.')}, {words.TOOLS[tool.does]}{seemed}."

    def _risk(self) -> str:
        """The danger of another round, in a standoff."""
        numbers = duel_numbers(self.game, self.beat, self.side, _model(self.mind))
        if numbers is None or numbers.risk < FEARED:
            return ""
        return f"Another round so high up could lose control: {odds(numbers.risk)}."

    def _error(self) -> str:
        """A fact on which it was far off, once."""
        wrong = self._wrong()
        return after.mistaken(self.game, self.beat, self.side, wrong[0]) if wrong else ""

    def _wrong(self) -> list[FactTable]:
        errors = after.errors(self.game, self.beat, self.side)
        return [fact for fact in errors if fact.id not in self.told.facts]


_MOVES = {
    "hold": "hold", "climb": "climb a rung", "back": "step back", "accept": "take the offer", "refuse": "refuse it",
    "follow": "step back too", "stand": "stay alone",
}  # fmt: skip


def _model(mind: LeaderAtTable | LeaderMind) -> LeaderMind:
    return mind.model if isinstance(mind, LeaderAtTable) else mind


def duel_numbers(game: Game, beat: Beat, side: str, model: LeaderMind) -> Reasons | None:
    """What a leader reckoned in a round or a reply of a standoff; none elsewhere."""
    what, index = game.tables.entries[beat.stage.entry].what, SIDES.index(side)
    asked = prompt(game.tables, beat.before, beat.stage)
    if asked is None or not isinstance(what, StandoffTable) or beat.stage.kind not in ("round", "reply"):
        return None
    choice = move_ids(game.tables, beat.before, asked, index).index(beat.played[side].choice)
    return reasons(game.tables, sight(game.tables, beat.before, index), asked, what, index, model.profile, choice)


def last_reasons(game: Game) -> list[str]:
    """For each standoff and leader: what it did last in it, and the heart of why."""
    found = {}
    for one in stories(game):
        if one.entry in game.scenario.standoffs and one.beat.stage.kind in ("round", "reply"):
            found[one.entry, one.side] = f"{one.deed} {one.short}"
    return list(found.values())
