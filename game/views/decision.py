"""A decision: one question, the advisers who disagree, and what can be ordered. And the question of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from game.model.entries import Advice as Counsel
from game.play.ask import Ask
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.views import words
from game.views.blocks import Action, Advice, Block, Choices, Heading, Intent, Prose, View
from game.views.foot import foot, laid
from game.views.rail import rail
from game.views.state import State


def decision(game: Game, asked: Ask, state: State) -> View:
    """The view of a decision for the side that is asked."""
    told, knowledge = game.scenario.decisions[asked.entry], Knowledge(game, asked.side)
    over = f"{game.scenario.sides[asked.side].name} · {told.place}"
    room: list[Block] = [
        Heading(told.title, 1, over, words.moment(asked.minute)),
        Prose(words.sentence(told.brief), "brief"),
        *counsel(told.advice, asked.side, state.panel == "advisers"),
        choices(asked),
    ]
    if laid(asked, state):
        room.append(Prose(laid(asked, state), "second"))
    panels = ("paper",) if told.paper else ()
    rows = foot(
        game, knowledge, asked, state, (*panels, "advisers", "aims", "intelligence", "sources", *rewinding(game))
    )
    return View(
        "decision", told.title, tuple(room), rail(knowledge), rows,
        back=Intent("back"), side=asked.side,
    )  # fmt: skip


def rewinding(game: Game) -> tuple[str, ...]:
    """Timeline and odds are open before the debrief only to those who opened the files."""
    return ("timeline", "odds") if game.files else ()


def counsel(advice: Sequence[Counsel], side: str, reasons: bool) -> list[Advice]:
    """The advisers' lines, with their reasons where these were asked for."""
    return [
        Advice(one.name, one.office, words.sentence(one.says), side, words.sentence(one.reason) if reasons else "")
        for one in advice
    ]


def choices(asked: Ask, layout: str = "list") -> Choices:
    """The options of a question under the digits; closed ones stay, with the reason."""
    actions = tuple(
        Action(option.label, str(place), Intent("choose", option.id), words.sentence(option.detail), option.closed)
        for place, option in enumerate(asked.options, start=1)
    )
    return Choices(actions, layout=layout)


def incident(game: Game, asked: Ask, state: State) -> View:
    """Something that nobody ordered interrupts: what is reported, how sure it is, and two or three answers."""
    told, knowledge = game.scenario.incidents[asked.subject], Knowledge(game, asked.side)
    over = f"{game.scenario.sides[asked.side].name} · Nobody ordered this"
    room: tuple[Block, ...] = (
        Heading(told.label, 1, over, words.moment(asked.minute)),
        Prose(words.sentence(told.report), "brief"),
        Prose(f"Your staff thinks this report about {told.sure:.0f} in 100 likely to be right.", "second"),
        choices(asked),
    )
    rows = foot(game, knowledge, asked, state, ("intelligence", "sources"))
    return View(
        "incident", told.label, room, rail(knowledge, asked), rows,
        back=Intent("back"), side=asked.side,
    )  # fmt: skip
