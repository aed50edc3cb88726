"""While a leader thinks the window goes on answering: it can be read, resized and left, and says who is deciding."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.problems import MoveError
from game.views.blocks import Intent
from game.window.screen import Screen
from game.window.thinking import NEWS
from tests.window.desks import PaperDesk
from tests.window.displays import MISSING, display, window

SAID = "Moscow is deciding"


@dataclass
class SlowDesk(PaperDesk):
    """Thinks about every choice until it is let go, and may come to refuse it."""

    free: Event = field(default_factory=Event)
    refuses: bool = False

    def waits(self, intent: Intent) -> str:
        return SAID if intent.verb == "choose" else ""

    def do(self, intent: Intent) -> None:
        if self.waits(intent):
            assert self.free.wait(20)
            if self.refuses:
                raise MoveError("Moscow does not answer.")
        super().do(intent)


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen(SlowDesk())
    made.happened(key(pygame.K_RETURN))
    made.happened(key(pygame.K_1, "1"))
    yield made
    desk(made).free.set()
    made.close()


def key(name: int, typed: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=name, unicode=typed, mod=0)


def desk(screen: Screen) -> SlowDesk:
    assert isinstance(screen.desk, SlowDesk)
    return screen.desk


def news(screen: Screen) -> bool:
    """Wait in the system until the work tells something, and take it in."""
    while True:
        event = pygame.event.wait(20_000)
        assert event.type != pygame.NOEVENT, "nothing was heard of the work"
        if event.type == NEWS:
            return screen.happened(event)


def done(screen: Screen) -> None:
    """Let it come to an end, and take that in, whatever else is told before."""
    desk(screen).free.set()
    while screen.thinking.busy:
        news(screen)


def test_while_it_thinks_the_screen_stays_and_a_moment_later_says_who_is_deciding(screen: Screen) -> None:
    assert screen.view.name == "decision" and SAID not in screen.frame.words()
    assert news(screen)
    assert screen.view.name == "decision" and SAID in screen.frame.words()
    assert ("status", SAID) in set(screen.frame.spoken())
    screen.show()
    assert pygame.display.get_caption()[0].startswith(SAID)


def test_when_it_is_done_the_next_screen_is_shown_and_says_nothing_more_of_it(screen: Screen) -> None:
    news(screen)
    done(screen)
    assert screen.view.name == "standoff" and SAID not in screen.frame.words()


def test_keys_that_would_answer_the_next_question_unseen_are_dropped(screen: Screen) -> None:
    for _ in range(3):
        screen.happened(key(pygame.K_1, "1"))
        screen.happened(key(pygame.K_RETURN))
    done(screen)
    assert [intent.verb for intent in desk(screen).told] == ["start", "choose"]


def test_focus_moves_and_the_window_is_laid_out_anew_while_it_thinks(screen: Screen) -> None:
    assert screen.happened(key(pygame.K_TAB))
    assert screen.happened(pygame.event.Event(pygame.WINDOWEXPOSED))


def test_a_text_size_asked_for_meanwhile_comes_with_the_next_screen(screen: Screen) -> None:
    screen.happened(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PLUS, unicode="+", mod=pygame.KMOD_LCTRL))
    assert desk(screen).settings.scale == 1.0
    done(screen)
    assert desk(screen).settings.scale == 1.25


def test_leaving_does_not_wait_and_does_not_touch_a_desk_that_thinks(screen: Screen) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert screen.stay() == 0
    assert Intent("quit") not in desk(screen).told


def test_what_cannot_be_done_is_said_after_all(screen: Screen) -> None:
    desk(screen).refuses = True
    done(screen)
    assert "Moscow does not answer." in screen.frame.words() and screen.view.name == "decision"


@pytest.mark.window
@pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")
def test_a_real_window_is_resized_named_and_closed_while_a_leader_thinks(tmp_path: Path) -> None:
    """The leader never comes to an end here: it reads from a pipe into which nobody writes."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with display() as where, window(where, "-m", "tests.window.test_thinking", str(pipe)) as shown:
        shown.ready()
        shown.keys("Return")
        assert shown.says() == "start checkpoint-charlie-1961"
        shown.keys("1")
        assert shown.named(f"{SAID} – Brinkmanship")
        shown.tool("windowsize", "--sync", shown.id, "1300", "850")
        shown.keys("Tab", "1", "Return", "Escape")
        assert shown.named(f"{SAID} – Brinkmanship")
        shown.process.send_signal(signal.SIGINT)
        assert shown.process.wait(10) == 0


@dataclass
class StuckDesk(PaperDesk):
    """Thinks for ever."""

    pipe: str = ""

    def waits(self, intent: Intent) -> str:
        return SAID if intent.verb == "choose" else ""

    def do(self, intent: Intent) -> None:
        if self.waits(intent):
            Path(self.pipe).read_text(encoding="utf-8")
        super().do(intent)


if __name__ == "__main__":
    from game.window.app import run

    sys.exit(run(StuckDesk(speaks=True, pipe=sys.argv[1])))
