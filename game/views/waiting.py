"""What a person waits for while a leader may have to think."""

from __future__ import annotations

from game.play.game import Game
from game.views.blocks import Intent

#: Verbs after which a leader may have to think before there is a screen; pages of the debrief that ask one again.
THINKING = (
    "choose", "first", "begin", "resume", "enter", "rewind", "page", "campaign-begin", "chapter-begin", "chapter-skip",
    "chapter-crisis", "chapter-close", "onward",
)  # fmt: skip
THOUGHTS = ("why", "other")
SOON = "One moment"


def waits(game: Game | None, intent: Intent) -> str:
    """Who is deciding while an intent is carried out at the game that is played; empty where nobody has to think."""
    if intent.verb not in THINKING:
        return ""
    if game is None or intent.verb not in ("choose", "page"):
        return SOON
    names = [game.scenario.sides[side].name for side in game.seats.slow]
    if intent.verb == "choose" and names:
        return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} deciding"
    return SOON if names and intent.what in THOUGHTS else ""
