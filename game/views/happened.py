"""What happened since the last order: as people heard it, then the ledger of what this side may know moved."""

from __future__ import annotations

from game.model.entries import Rung
from game.model.moment import minutes
from game.model.people import SIDES
from game.play.game import Beat, Game
from game.play.happenings import Happening
from game.play.knowledge import Knowledge
from game.play.narration import Told, ledger
from game.play.rounds import beat_lines
from game.play.stories import story
from game.views import words
from game.views.blocks import Action, Actions, Block, Heading, Intent, Ledger, Line, Prose, View
from game.views.rail import rail
from game.views.state import State

MOST_LINES = 9
#: A text of fewer characters is a wire, and stands smaller than what people saw.
SHORT = 145
#: Happenings that make a screen of their own; the rest is told on the next question.
TELLING = ("choice", "event", "result", "response", "rung")


def worth_telling(game: Game, side: str) -> bool:
    """Whether something happened that has a text of its own. A plain round of a standoff is told on the next one."""
    since = Knowledge(game, side).since()
    return any(story(game.scenario, happening, side) for happening in since if happening.kind in TELLING)


def happened(game: Game, side: str, state: State) -> View:
    """What one side saw happen since, and with, its last answer."""
    knowledge = Knowledge(game, side)
    since, told = knowledge.since(), note(game, side)
    heading = Heading(_title(since, game, side), 1, game.scenario.sides[side].name, words.moment(game.minute))
    room: list[Block] = [heading, *_stories(game, knowledge)]
    lines = moved(game, since, side)
    room += [Ledger("What moved, as far as you know", lines)] if lines else []
    room += told if state.panel == "history" else []
    return View(
        "happened", "What happened", tuple(room), rail(knowledge, game.asked), _foot(bool(told), state),
        Intent("next"), Intent("back"), side,
    )  # fmt: skip


def _stories(game: Game, knowledge: Knowledge) -> list[Prose]:
    """What people saw, large; what came by wire, smaller."""
    told = texts(game, knowledge.fresh(), knowledge.side)
    return [Prose(text, "brief" if len(text) > SHORT else "plain") for text in told]


def _foot(told: bool, state: State) -> tuple[Actions, ...]:
    menu = Action("Menu", "Esc", Intent("back"))
    history = Action("What was done then", "H", Intent("panel", "history"))
    beside = (history, menu) if told and state.panel != "history" else (menu,)
    return Actions((Action("Go on", "Enter", Intent("next")),)), Actions(beside, align="right")


def _title(since: list[Happening], game: Game, side: str) -> str:
    """The last thing with a name that this side knows of, or plainly what happened."""
    for happening in (one for one in reversed(since) if one.known_to(side)):
        if happening.kind == "event":
            return game.scenario.events[happening.cause.what].title
        if happening.kind == "rung" and rung_of(game, happening).title:
            return rung_of(game, happening).title
    return "What happened"


def rung_of(game: Game, happening: Happening) -> Rung:
    """The rung to which a side climbed."""
    cause = happening.cause
    return game.scenario.standoffs[cause.what].sides[SIDES[cause.side]].rungs[int(cause.part)]


def texts(game: Game, beats: list[Beat], side: str) -> list[str]:
    """Every story of some steps that one side may know, in order."""
    found: list[str] = []
    for beat in beats:
        if beat.entry in game.scenario.standoffs and beat.stage.kind in ("round", "reply"):
            found.append(" ".join(beat_lines(game, beat, side)))
        for happening in beat.happenings:
            if game.over and happening.kind == "report":
                continue  # nobody is left to read it
            found += [words.sentence(text) for text in story(game.scenario, happening, side)]
    return [text for text in dict.fromkeys(found) if text]


def moved(game: Game, since: list[Happening], side: str) -> tuple[Line, ...]:
    """The ledger: tension first, then the largest changes; one line a cause and number, however often it came."""
    sums: dict[tuple[str, str], float] = {}
    for happening in since:
        for line in ledger(game.scenario, happening, side):
            sums[line.what, line.cause] = sums.get((line.what, line.cause), 0.0) + line.amount
    told = [Told(cause, what, amount) for (what, cause), amount in sums.items() if round(amount)]
    told.sort(key=lambda line: (line.what != "Tension", -abs(line.amount)))
    return tuple(Line(f"{line.what}: {line.cause}", words.signed(line.amount)) for line in told[:MOST_LINES])


def note(game: Game, side: str) -> list[Block]:
    """History's note on this side's decision before last: its time has come, and it spoils nothing that lies ahead."""
    own = [beat for beat in game.beats if side in beat.played and beat.stage.kind == "move"]
    if len(own) < 2:
        return []
    told = game.scenario.decisions[own[-2].entry]
    if told.history is None:
        return [Heading(told.title, 2), Prose(words.sentence(told.note), "second")] if told.note else []
    cites = "; ".join(words.sources(game.scenario, told.history.sources))
    then = told.choices[told.history.choice].label
    over = words.short_date(minutes(told.at))
    return [
        Heading(f"What was done: {then}", 2, over),
        Prose(words.sentence(told.history.note)),
        Prose(cites, "second"),
    ]


def reader(game: Game) -> str:
    """Whose eyes look at a screen that belongs to nobody's turn: the one person's, or nobody's in particular."""
    return game.people[0] if len(game.people) == 1 else SIDES[0] if not game.people else game.people[0]
