"""What a person does with odds at the desk: ask for those of a decision, look at another order, leave.

The verbs here work on a Desk, as the screens do. Before the end only open files have odds, and only of what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.play.odds import Fork, Reckoning, fork_now, forks
from game.problems import MoveError

if TYPE_CHECKING:
    from game.views.desk import Desk

SCREEN = "odds"
NOW = "now"


@dataclass
class Otherwise:
    """The odds on the screen: their reckoning, the order that is looked at (or the first), where one came from."""

    reckoning: Reckoning
    chosen: str
    came_from: str = field(default="debrief")


def looked_at(desk: Desk) -> Otherwise:
    """The odds on the screen. Raises MoveError where there are none."""
    if desk.otherwise is None:
        raise MoveError("no odds are on the screen")
    return desk.otherwise


def _open(desk: Desk, what: str) -> None:
    fork = _fork(desk, what)
    reckoning = Reckoning(desk.running, fork, desk.wake)
    desk.otherwise = Otherwise(reckoning, fork.chosen, desk.screen)
    desk.screen = SCREEN
    reckoning.start()


def _fork(desk: Desk, what: str) -> Fork:
    """The decision that is asked about. Raises MoveError while the files are sealed."""
    game = desk.running
    if not (game.over or (game.files and what == NOW)):
        raise MoveError("the files are sealed until the game is over")
    if what == NOW:
        return fork_now(game)
    found = forks(game)
    if not what.isdigit() or int(what) >= len(found):
        raise MoveError(f"no decision has the number {what}")
    return found[int(what)]


def _order(desk: Desk, what: str) -> None:
    one = looked_at(desk)
    if what in desk.running.scenario.decisions[one.reckoning.fork.entry].choices:
        one.chosen = what


def _more(desk: Desk, what: str) -> None:
    looked_at(desk).reckoning.more()


def leave(desk: Desk) -> None:
    """Back to where one came from."""
    desk.screen = looked_at(desk).came_from


def tidy(desk: Desk) -> None:
    """Whatever led off the page, or out of the game: nothing is reckoned behind it."""
    if desk.otherwise is not None and (desk.screen != SCREEN or desk.closed):
        desk.otherwise.reckoning.stop()
        desk.otherwise = None


VERBS: dict[str, Callable[[Desk, str], None]] = {"odds": _open, "odds-of": _order, "odds-more": _more}
