"""Work that takes longer than a person should wait for a key: done beside the loop that waits for events.

One piece at a time. The loop is woken when it has taken long enough to be spoken of, and when it is done; in between
nothing here runs, so a window that waits for nothing still costs nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from threading import Thread, Timer

import pygame

from game.problems import GameError
from game.views.blocks import View

#: Seconds after which the window says what it waits for.
PATIENCE = 0.2
#: The event by which the work says that it is done, or that it takes its time.
NEWS = pygame.event.custom_type()

Job = Callable[[], View]


class Thinking:
    """A piece of work on a thread of its own. busy while it runs; late once it is worth a word."""

    def __init__(self) -> None:
        self.busy = self.late = False
        self.words = ""
        self._found: View | BaseException | None = None

    def start(self, job: Job, words: str) -> None:
        """Begin; words say what the window waits for. Whoever leaves meanwhile does not have to wait for it."""
        self.busy, self.late, self.words, self._found = True, False, words, None
        Thread(target=self._work, args=(job,), daemon=True).start()
        timer = Timer(PATIENCE, _tell)
        timer.daemon = True
        timer.start()

    def _work(self, job: Job) -> None:
        try:
            self._found = job()
        except BaseException as error:  # it is raised where it can be seen, by the loop that takes the work over
            self._found = error
        _tell()

    @property
    def done(self) -> bool:
        """Whether the work is there to be taken."""
        return self._found is not None

    def taken(self) -> View | GameError:
        """What came of it. Raises whatever the work raised that the game does not know."""
        found, self.busy, self.late = self._found, False, False
        assert found is not None
        if isinstance(found, BaseException) and not isinstance(found, GameError):
            raise found
        return found


def _tell() -> None:
    """Wake the loop; where the window has been closed meanwhile there is nobody to tell."""
    with contextlib.suppress(pygame.error):
        pygame.event.post(pygame.event.Event(NEWS))
