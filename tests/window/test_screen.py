"""The window on a desk, with pygame's events made by hand and no display."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pygame
import pytest

from game.views.blocks import Intent
from game.window.screen import WOKEN, Screen
from tests.window.desks import PaperDesk


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen(PaperDesk())
    yield made
    made.close()


def key(name: int, typed: str = "", mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=name, unicode=typed, mod=mod)


def desk(screen: Screen) -> PaperDesk:
    assert isinstance(screen.desk, PaperDesk)
    return screen.desk


def test_a_key_becomes_an_intent_and_the_next_screen_begins_at_its_top(screen: Screen) -> None:
    assert screen.happened(key(pygame.K_DOWN))
    assert screen.happened(key(pygame.K_UP))
    assert desk(screen).told == []
    assert screen.happened(key(pygame.K_RETURN))
    assert desk(screen).told == [Intent("start", "checkpoint-charlie-1961")]
    assert screen.view.name == "decision" and screen.state.focus == -1


def test_closing_the_window_tells_the_desk_to_quit(screen: Screen) -> None:
    screen.happened(pygame.event.Event(pygame.QUIT))
    assert desk(screen).closed and desk(screen).told == [Intent("quit")]


def test_what_the_desk_refuses_is_said_on_the_screen_and_nothing_breaks(screen: Screen) -> None:
    screen.happened(key(pygame.K_k, "k"))
    screen.show()
    assert "Nothing is known of 'go' here." in screen.frame.words()
    screen.happened(key(pygame.K_RETURN))
    assert screen.view.name == "decision"


def test_ctrl_plus_makes_the_text_larger(screen: Screen) -> None:
    screen.happened(key(pygame.K_PLUS, "+", pygame.KMOD_LCTRL))
    assert desk(screen).settings.scale == 1.25
    screen.show()
    sizes = {item.size for item in screen.frame.items if hasattr(item, "size")}
    assert 20 * 1.25 in sizes


def test_moving_the_pointer_over_nothing_draws_nothing(screen: Screen) -> None:
    screen.show()
    assert not screen.happened(pygame.event.Event(pygame.MOUSEMOTION, pos=(3, 3), rel=(0, 0), buttons=(0, 0, 0)))


def test_the_window_opens_in_the_remembered_size(screen: Screen) -> None:
    assert pygame.display.get_window_size() == (1000, 700)


def test_the_painter_leaves_no_part_of_the_window_unpainted(screen: Screen) -> None:
    screen.show()
    surface = pygame.display.get_surface()
    assert surface is not None
    assert {tuple(surface.get_at((x, 699))[:3]) for x in range(0, 1000, 50)} == {(14, 20, 18)}


def test_what_comes_in_by_itself_wakes_the_window_and_keeps_its_place(screen: Screen) -> None:
    """A desk that has something new calls from any thread; the window shows it, and nothing where nothing changed."""
    assert desk(screen).wake is not None
    pygame.event.clear()
    Thread(target=desk(screen).wake).start()
    woken = pygame.event.wait(10_000)
    assert woken.type == WOKEN
    assert not screen.happened(woken)
    desk(screen).shown = "decision"
    assert screen.happened(woken)
    assert screen.view.name == "decision"
