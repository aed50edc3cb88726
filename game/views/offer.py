"""Putting an offer together in a standoff: one or two terms, in private or in public."""

from __future__ import annotations

from game.model.entries import Standoff
from game.play.ask import Ask
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.play.moves import Move
from game.views import words
from game.views.blocks import Action, Block, Choices, Heading, Intent, Prose, View
from game.views.rail import rail
from game.views.state import State

MOST_TERMS = 2
WORTH = {
    "++": "worth much to you",
    "+": "worth something to you",
    "0": "costs you nothing",
    "-": "costs you something",
    "--": "costs you much",
}


def offer_view(game: Game, asked: Ask, state: State) -> View:
    """Putting an offer together: pick one or two terms, private or public, and send it."""
    told, knowledge = game.scenario.standoffs[asked.entry], Knowledge(game, asked.side)
    terms = tuple(_term(told, asked, state, place, name) for place, name in enumerate(told.terms, start=1))
    room: tuple[Block, ...] = (
        Heading(
            "What do you offer?", 1, told.title, f"{words.ORDINALS[asked.round]} round of {words.number(told.rounds)}"
        ),
        Prose("Choose one or two terms. The other side takes all of it or none.", "brief"),
        Choices(terms),
        Choices((_how(asked, state), _send(asked, state)), "How it goes"),
    )
    return View(
        "offer",
        "An offer",
        room,
        rail(knowledge, asked),
        back=Intent("panel", ""),
        side=asked.side,
    )


def _term(told: Standoff, asked: Ask, state: State, place: int, name: str) -> Action:
    term = told.terms[name]
    chosen = name in state.terms
    closed = "two terms at most" if len(state.terms) >= MOST_TERMS and not chosen else ""
    detail = WORTH[getattr(term, asked.side)]
    secret = "; in private only" if term.private_only else ""
    return Action(term.label, str(place), Intent("term", name), f"{detail}{secret}", closed, chosen)


def _how(asked: Ask, state: State) -> Action:
    return Action("In private" if state.private else "In public", "W", Intent("private"), "Press to change.", "", False)


def _send(asked: Ask, state: State) -> Action:
    move = offer_id(asked, state)
    option = next((option for option in asked.options if option.id == move), None)
    closed = "choose a term first" if not state.terms else option.closed if option else "cannot be promised in public"
    return Action("Send the offer", "Enter", Intent("choose", move), "", closed)


def offer_id(asked: Ask, state: State) -> str:
    """The id of the offer that is being put together: its terms in the scenario's order."""
    options = [option.id for option in asked.options if option.id.startswith("offer:")]
    how = "private" if state.private else "public"
    for terms in (state.terms, tuple(reversed(state.terms))):
        name = Move("offer", terms, state.private).id
        if name in options:
            return name
    return f"offer:{'+'.join(state.terms)}:{how}"
