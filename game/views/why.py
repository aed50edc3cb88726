"""Why did they do that? Leaders whom nobody played, answer by answer: what they thought, saw ahead and got wrong."""

from __future__ import annotations

from game.play.game import Game
from game.play.reasons import Reason, stories
from game.views import words
from game.views.blocks import Block, Heading, Prose

INTRO = (
    "Told from what each leader reckoned at the time, and did not know. A pictured future is one that it played "
    "through in its head. None of this is what the real person thought."
)
NOBODY = "No leader of the game's own played here, so there is nobody whose reasons could be told."


def why(game: Game) -> list[Block]:
    """The page of the debrief: every answer of every leader, by date."""
    blocks: list[Block] = [Heading("Why did they do that?", 1, f"{game.scenario.title} · Debrief")]
    told = stories(game)
    blocks.append(Prose(INTRO if told else NOBODY, "second"))
    for one in told:
        blocks += _story(game, one)
    return blocks


def _story(game: Game, one: Reason) -> list[Block]:
    over = f"{game.scenario.sides[one.side].name} · {words.moment(one.minute)}"
    return [Heading(one.title, 2, over), Prose(one.deed), Prose(one.text, "brief")]
