"""Waiting for events in the operating system, with what is there and without."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.window import waiting


@pytest.fixture(autouse=True)
def _display() -> Iterator[None]:
    pygame.display.init()
    pygame.display.set_mode((100, 60))
    pygame.event.clear()
    waiting.library.cache_clear()
    yield
    waiting.library.cache_clear()
    pygame.display.quit()


def test_all_events_that_have_come_are_given_at_once() -> None:
    for number in range(3):
        pygame.event.post(pygame.event.Event(pygame.USEREVENT, number=number))
    assert [event.number for event in waiting.events() if event.type == pygame.USEREVENT] == [0, 1, 2]


def test_without_the_library_pygame_waits_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_FOLDERS", {waiting.sys.platform: ("nowhere", "nothing*")})
    assert waiting.library() is None
    pygame.event.post(pygame.event.Event(pygame.USEREVENT))
    assert pygame.USEREVENT in [event.type for event in waiting.events()]
