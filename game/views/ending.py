"""How it ended: the historian's words, and in a war plain words on an empty screen."""

from __future__ import annotations

from game.engine.worlds import Worlds
from game.play.aims import aims
from game.play.debrief import war_chain
from game.play.game import Game
from game.views import words
from game.views.blocks import Action, Actions, Block, Heading, Intent, Ledger, Line, Prose, View
from game.views.happened import reader, texts
from game.views.state import State


def ending(game: Game, state: State) -> View:
    """The ending's text and each side's aims; the debrief is one key further."""
    told = game.scenario.endings[game.ending]
    closing = [Prose(text, "closing") for text in words.paragraphs(told.text)]
    if game.war:
        return _war(game, closing)
    room: list[Block] = [
        Heading(told.title, 1, game.scenario.title, f"{words.moment(game.minute)} · {words.KINDS[told.kind]}")
    ]
    room += [Prose(text, "second") for text in last_words(game)]
    room += closing
    room += [aims_ledger(game, side) for side in game.scenario.sides]
    actions = (Action("Debrief", "Enter", Intent("open", "debrief")), Action("Title", "Esc", Intent("open", "title")))
    return View(
        "ending", told.title, tuple(room), foot=(Actions(actions),), default=actions[0].intent, back=actions[1].intent
    )


def last_words(game: Game) -> list[str]:
    """What the one person at the table saw happen after the last order; nothing where two share the screen."""
    side = reader(game)
    places = [place for place, beat in enumerate(game.beats) if side in beat.played]
    return texts(game, game.beats[places[-1] :], side) if places and len(game.people) == 1 else []


def _war(game: Game, closing: list[Prose]) -> View:
    """No rail, no figures: how control was lost, and what came of it."""
    chain = [Prose(text, "closing") for text in war_chain(game)]
    actions = (Action("Debrief", "Enter", Intent("open", "debrief")), Action("Title", "Esc", Intent("open", "title")))
    room = (Prose(game.scenario.endings[game.ending].title, "closing"), *chain, *closing)
    return View("war", "War", room, foot=(Actions(actions),), default=actions[0].intent, back=actions[1].intent)


def aims_ledger(game: Game, side: str, worlds: Worlds | None = None) -> Ledger:
    """A side's aims, how each stands, and why. worlds is what a reader may know; everything where left out."""
    told = aims(game, side, worlds)
    met = sum(aim.met for aim in told)
    name, sofar = game.scenario.sides[side].name, "" if game.over else " so far"
    lines = tuple(Line(f"{aim.label} ({aim.why})" if aim.why else aim.label, aim.state) for aim in told)
    return Ledger(f"{name}: {met} of {len(told)} aims{sofar}", lines)
