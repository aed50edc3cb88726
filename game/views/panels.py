"""What opens over a question on request: the paper, intelligence, sources."""

from __future__ import annotations

from game.model.entries import Decision, Standoff
from game.play.ask import Ask
from game.play.game import Game
from game.play.knowledge import Knowledge, Reading
from game.views import words
from game.views.blocks import Action, Actions, Block, Document, Heading, Intent, Ledger, Line, Prose, Table, View
from game.views.ending import aims_ledger
from game.views.foot import PANELS
from game.views.letter import document, post
from game.views.rail import rail
from game.views.state import State


def panel(game: Game, asked: Ask, state: State) -> View:
    """The view of an open panel."""
    return _PANELS[state.panel](game, asked)


def _view(game: Game, asked: Ask, name: str, title: str, room: tuple[Block, ...]) -> View:
    close = Action("Back to the question", "Esc", Intent("panel", ""))
    others = tuple(
        Action(label, key, Intent("panel", other))
        for other, (key, label) in PANELS.items()
        if other in ("paper", "aims", "intelligence", "sources") and other != name and _there(game, asked, other)
    )
    knowledge = Knowledge(game, asked.side)
    rows = (Actions((close,)), Actions(others, align="right"))
    return View(name, title, room, rail(knowledge, asked), rows, close.intent, close.intent, asked.side)


def _there(game: Game, asked: Ask, name: str) -> bool:
    if name != "paper":
        return True
    return asked.kind == "decision" and game.scenario.decisions[asked.entry].paper is not None


def _paper(game: Game, asked: Ask) -> View:
    paper = game.scenario.decisions[asked.entry].paper
    assert paper is not None
    return _view(game, asked, "paper", paper.title, (document(game.scenario, paper),))


def _intelligence(game: Game, asked: Ask) -> View:
    knowledge = Knowledge(game, asked.side)
    room: list[Block] = [Heading("Intelligence", 1, game.scenario.sides[asked.side].name, words.moment(asked.minute))]
    for report in knowledge.intelligence():
        foot = f"Such reports are sometimes wrong. {words.REPORTS[report.standing]}"
        room.append(
            Document(
                report.origin,
                "cable",
                (("AT", words.moment(report.minute)),),
                words.sentence(report.text),
                foot,
                "SECRET",
            )
        )
    papers = [event.paper for event in reversed(post(game, asked.side, fresh=False)) if event.paper]
    room += [document(game.scenario, paper) for paper in papers]
    if len(room) == 1:
        room.append(Prose("No report has reached you yet.", "brief"))
    lines = [Line(words.sentence(about).rstrip("."), _likely(chance)) for about, chance in knowledge.beliefs()]
    rival = game.scenario.sides[knowledge.rival].name
    lines.append(Line(f"{rival} will not give way", _likely(knowledge.rival_resolve)))
    room.append(Ledger("What your staff thinks", tuple(lines)))
    return _view(game, asked, "intelligence", "Intelligence", tuple(room))


def _aims(game: Game, asked: Ask) -> View:
    """What this side will be judged by, and how each aim stands now."""
    told = game.scenario.sides[asked.side]
    knowledge = Knowledge(game, asked.side)
    room = (
        Heading("Aims", 1, told.name, words.moment(asked.minute)),
        Prose(words.sentence(told.goal), "brief"),
        aims_ledger(game, asked.side, knowledge.worlds),
        Prose("You are judged by these at the end. Until then each may still turn.", "second"),
        Ledger("All that you can read", tuple(_reading(one) for one in knowledge.meters())),
    )
    return _view(game, asked, "aims", "Aims", room)


def _reading(reading: Reading) -> Line:
    """A meter with what it counts."""
    about = f": {words.sentence(reading.note)}" if reading.note else ""
    return Line(f"{reading.label}{about}", words.plain(reading.value))


def _likely(chance: float) -> str:
    """A belief in words; certain where the side knows."""
    if chance <= 0.0:
        return "not true"
    return "true" if chance >= 1.0 else f"{chance * 100:.0f} in 100"


def _sources(game: Game, asked: Ask) -> View:
    ids = _ids(game, asked)
    rows = tuple(
        (told.cite, told.kind, words.sentence(told.note)) for name, told in game.scenario.sources.items() if name in ids
    )
    note = Prose(
        "Advisers' lines are ours unless a source is given. Each choice says at the end whether it was weighed then.",
        "second",
    )
    room = (Heading("Sources", 1), Table("", ("Source", "Kind", "Careful"), rows), note)
    return _view(game, asked, "sources", "Sources", room)


def _ids(game: Game, asked: Ask) -> set[str]:
    if asked.subject:
        return set(game.scenario.incidents[asked.subject].sources)
    if asked.kind == "decision":
        return _of_decision(game.scenario.decisions[asked.entry])
    return _of_standoff(game.scenario.standoffs[asked.entry], asked.side)


def _of_decision(told: Decision) -> set[str]:
    found = {*told.sources, *(told.paper.sources if told.paper else ())}
    return found.union(*(one.sources for one in told.advice))


def _of_standoff(told: Standoff, side: str) -> set[str]:
    return set(told.sources).union(*(one.sources for one in told.sides[side].advice))


_PANELS = {"paper": _paper, "aims": _aims, "intelligence": _intelligence, "sources": _sources}
