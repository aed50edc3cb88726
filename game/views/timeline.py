"""The timeline: what this game has come through, and the questions one can go back to."""

from __future__ import annotations

from game.model.people import SIDES
from game.play.debrief import choice_label, title_of
from game.play.game import Beat, Game
from game.play.rewind import points
from game.views import words
from game.views.blocks import Action, Actions, Heading, Intent, Moment, Prose, Timeline, View


def timeline(game: Game, branches: int) -> View:
    """The questions that were answered: before the end only those of the side that is asked, after it everybody's."""
    asked = [beat for beat in game.beats if beat.was_asked]
    places = set(points(game))
    viewers = (game.asked.side,) if game.asked else SIDES
    moments = tuple(
        _moment(game, beat, place, place in places, viewers)
        for place, beat in enumerate(asked)
        if any(side in beat.played for side in viewers)
    )
    kept = f"{words.number(branches).capitalize()} road{'' if branches == 1 else 's'} already kept." if branches else ""
    room = (
        Heading("Go back to a decision", 1, game.scenario.title),
        Prose(
            f"The road you took is kept. The same order brings the same luck; another may not. {kept}".strip(), "brief"
        ),
        Timeline("", moments),
    )
    back = Action("Back", "Esc", Intent("panel", ""))
    return View("timeline", "Timeline", room, foot=(Actions((back,)),), back=back.intent)


def _moment(game: Game, beat: Beat, place: int, can: bool, viewers: tuple[str, ...]) -> Moment:
    sides = [side for side in viewers if side in beat.played]
    text = " ".join(_sentence(choice_label(game, beat, side)) for side in sides)
    title = title_of(game, beat)
    if beat.entry in game.scenario.standoffs and not beat.subject:
        title = f"{title}, round {beat.stage.round + 1}"
    action = Action("Go back here", "", Intent("rewind", str(place))) if can else None
    return Moment(words.moment(beat.minute), title, text, sides[0] if len(sides) == 1 else "", action)


def _sentence(text: str) -> str:
    """With one full stop at the end."""
    return f"{text.rstrip('.')}."
