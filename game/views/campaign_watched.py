"""A campaign that nobody plays, told chapter by chapter: what crossed, what was ordered, how it ended, the answer."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.people import SIDES
from game.play.campaign import Behind, Road
from game.play.debrief import choice_label, title_of
from game.views import words
from game.views.blocks import Actions, Choices, Heading, Ledger, Line, View
from game.views.campaign import after, chapter
from game.views.campaign_closing import closing
from game.views.state import State
from game.views.terminal_blocks import text_of


def watched_campaign(road: Road) -> Iterator[str]:
    """The whole campaign as text, a piece at a time. The same seed and minds give the same text, byte for byte."""
    while not road.over:
        yield _text(chapter(road))
        road.begin()
        yield _orders(road.close())
        yield _text(after(road))
    for page in ("", "schools", "codes"):
        yield _text(closing(road, State(page=page)))


def _text(view: View) -> str:
    """A view without what can be pressed."""
    told = (text_of(block) for block in view.room if not isinstance(block, Actions | Choices))
    return "\n".join("\n".join([*lines, ""]) for lines in told if lines)


def _orders(one: Behind) -> str:
    """Every decision of a chapter on a line of its own."""
    game, found = one.game, []
    for beat in game.beats:
        if beat.stage.kind == "move" and beat.was_asked:
            side = next(side for side in SIDES if side in beat.played)
            name = game.scenario.sides[side].name
            found.append(
                Line(f"{words.short_date(beat.minute)}. {title_of(game, beat)} {name}", choice_label(game, beat, side))
            )
    blocks = (Heading("What was ordered", 2), Ledger("", tuple(found)))
    return "\n".join(line for block in blocks for line in text_of(block)) + "\n"
