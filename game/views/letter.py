"""Papers as things: the document behind a question, and letters that arrive on a page of their own."""

from __future__ import annotations

from game.model.entries import Event, Paper
from game.model.scenario import Scenario
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.views import words
from game.views.blocks import Action, Actions, Block, Document, Heading, Intent, View
from game.views.rail import rail
from game.views.state import State

STAMPS = {"memo": "SECRET", "cable": "EYES ONLY", "minutes": "TOP SECRET", "letter": "", "notes": ""}


def document(scenario: Scenario, paper: Paper) -> Document:
    """A paper as it lies on the desk; its foot says where the words come from."""
    cites = "; ".join(words.sources(scenario, paper.sources))
    whose = "Quoted in part; the rest in our words." if paper.quoted else words.INVENTED
    return Document(
        paper.title, paper.kind, (("FROM", paper.from_), ("TO", paper.to)),
        "\n\n".join(words.paragraphs(paper.text)), f"{cites}. {whose}" if cites else whose, STAMPS[paper.kind],
    )  # fmt: skip


def post(game: Game, side: str, fresh: bool = True) -> list[Event]:
    """The events that brought a side a paper, oldest first: since its last answer, or all of them."""
    knowledge = Knowledge(game, side)
    beats = knowledge.fresh() if fresh else knowledge.beats()
    told = [one for beat in beats for one in beat.happenings if one.kind == "event" and one.known_to(side)]
    names = dict.fromkeys(one.cause.what for one in told)
    return [game.scenario.events[name] for name in names if game.scenario.events[name].paper is not None]


def letter(game: Game, side: str, state: State) -> View:
    """One paper that has just arrived."""
    event = post(game, side)[state.letter]
    assert event.paper is not None
    room: tuple[Block, ...] = (
        Heading(event.title, 2, game.scenario.sides[side].name, words.moment(game.minute)),
        document(game.scenario, event.paper),
    )
    on = Action("Put it before the others", "Enter", Intent("next"))
    menu = Action("Menu", "Esc", Intent("back"))
    foot = (Actions((on,)), Actions((menu,), align="right"))
    return View(
        "letter", event.paper.title, room, rail(Knowledge(game, side), game.asked), foot, on.intent, menu.intent, side
    )
