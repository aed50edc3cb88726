"""One open window: its surface, its state, and the loop that waits for events."""

from __future__ import annotations

import contextlib
import os
import signal
import warnings
from dataclasses import replace

import pygame

from game.problems import GameError
from game.views.blocks import Intent, View
from game.window.app import FIRST_SIZE, NAME, NO_WINDOW, Desk, failed
from game.window.control import STEP, Reply, clicked, hovered, pressed, scrolled
from game.window.fonts import FontMetrics
from game.window.frame import Frame
from game.window.icon import icon
from game.window.input import key_of
from game.window.layout import LEAST, State, arrange, numbered
from game.window.painter import paint
from game.window.waiting import events

#: Drivers that draw where nobody sees it; SDL takes one of them when it finds no display.
_UNSEEN = ("dummy", "offscreen", "evdev")
#: The event by which something that comes in by itself asks for the screen to be shown anew.
WOKEN = pygame.event.custom_type()


def leave_interrupts_to_sdl() -> None:
    """Let SDL turn Ctrl+C in the terminal into the closing of the window: Python would not notice it while SDL waits.

    SDL takes a signal over only where nobody else has. A thread other than the main one may not ask for that.
    """
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def same_screen(one: View, other: View) -> bool:
    """Whether it is the same question still, so that focus and scroll stay: a toggle, not the next round."""
    return (one.name, one.title, one.room[:2]) == (other.name, other.title, other.room[:2])


class Screen:
    """A window on a desk. view and frame are what is shown now; state is the focus and the scroll."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.state, self.fullscreen = desk, State(), False
        self.metrics = FontMetrics()
        self._open()
        self.view: View = numbered(desk.view())
        self.frame: Frame
        self._arrange()
        desk.wake = self.wake

    def wake(self) -> None:
        """Have the screen shown anew. Any thread may call it: SDL's queue takes events from all, and waiting ends."""
        with contextlib.suppress(pygame.error):
            pygame.event.post(pygame.event.Event(WOKEN))

    def _open(self) -> None:
        """Start the display, and only that: no sound, no joysticks, nothing that would have to be polled."""
        try:
            leave_interrupts_to_sdl()
            pygame.display.init()
            if pygame.display.get_driver() in _UNSEEN and "SDL_VIDEODRIVER" not in os.environ:
                raise pygame.error("there is no display")
            pygame.display.set_caption(NAME)
            pygame.display.set_icon(icon())
            pygame.display.set_mode(self._first_size(), pygame.RESIZABLE)
        except pygame.error as error:
            self.close()
            raise GameError(f"No window could be opened: {error}.", NO_WINDOW) from error
        pygame.key.start_text_input()
        self._bound()

    def _bound(self) -> None:
        """Keep the window from becoming smaller than screens can be laid out for, where pygame knows how."""
        with contextlib.suppress(AttributeError, pygame.error), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = LEAST

    def _first_size(self) -> tuple[int, int]:
        """The remembered size, or the designed one, within what the display has."""
        width, height = getattr(self.desk.settings, "size", None) or FIRST_SIZE
        most = pygame.display.get_desktop_sizes()[0]
        return max(LEAST[0], min(width, most[0])), max(LEAST[1], min(height, most[1]))

    @property
    def scale(self) -> float:
        """The text size that the settings ask for."""
        return float(min(2.0, max(1.0, self.desk.settings.scale)))

    def close(self) -> None:
        """Give the display back, and Ctrl+C to Python."""
        self.desk.wake = None
        pygame.display.quit()
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def stay(self) -> int:
        """Show and wait, until the desk is closed. Gives the exit code."""
        self.show()
        while not self.desk.closed:
            changed = [self.happened(event) for event in events()]
            if any(changed) and not self.desk.closed:
                self.show()
        return 0

    def happened(self, event: pygame.event.Event) -> bool:
        """Take in one event; gives whether the screen must be drawn again."""
        if event.type == pygame.QUIT:
            self.desk.do(Intent("quit"))
            return False
        if event.type == WOKEN:
            return self._renewed()
        if event.type == pygame.KEYDOWN:
            return self.reply(pressed(key_of(event), self.view, self.frame, self.state, self.scale))
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL):
            return self._pointed(event)
        return event.type in (pygame.VIDEORESIZE, pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED) and self._resized(
            event
        )

    def _renewed(self) -> bool:
        """Something has come in by itself; gives whether the screen shows it."""
        before, self.view = self.view, numbered(self.desk.view())
        if self.view != before:
            self._arrange()
        return self.view != before

    def _pointed(self, event: pygame.event.Event) -> bool:
        """The pointer moved, pressed or turned its wheel."""
        if event.type == pygame.MOUSEMOTION:
            return self._became(hovered(event.pos, self.frame, self.state))
        if event.type == pygame.MOUSEWHEEL:
            return self._became(scrolled(self.frame, self.state, -STEP * event.y))
        return self.reply(clicked(event.pos, self.frame, self.state)) if event.button == 1 else False

    def _resized(self, event: pygame.event.Event) -> bool:
        """The window has another size, or was covered."""
        size = pygame.display.get_window_size()
        if size != self.frame.size and not self.fullscreen and hasattr(self.desk.settings, "size"):
            self.desk.do(Intent("size", f"{size[0]}x{size[1]}"))
        self._arrange()
        return True

    def reply(self, reply: Reply) -> bool:
        """Do what a key or click asked for."""
        if reply.fullscreen:
            pygame.display.toggle_fullscreen()
            self.fullscreen = not self.fullscreen
            self._arrange()
            return True
        if reply.paste:
            return self._paste()
        if reply.scale is not None:
            self._meant(Intent("scale", f"{reply.scale:g}"))
            return True
        if reply.intent is not None:
            self._meant(reply.intent)
            return True
        return self._became(reply.state)

    def _paste(self) -> bool:
        """Type what the clipboard holds."""
        text = ""
        with contextlib.suppress(AttributeError, pygame.error):
            text = pygame.scrap.get_text()
        if text:
            self._meant(Intent("type", text))
        return bool(text)

    def _became(self, state: State) -> bool:
        """Take on another focus or scroll; gives whether anything changed."""
        changed = state != self.state
        self.state = state
        if changed:
            self._arrange()
        return changed

    def _meant(self, intent: Intent) -> None:
        """Give the desk an intent and take up the screen that follows; a new screen starts at its top."""
        before = self.view
        try:
            self.desk.do(intent)
            self.view = numbered(self.desk.view())
        except GameError as error:
            self.view = failed(before, error)
        if not same_screen(before, self.view):
            self.state = State()
        self._arrange()

    def _arrange(self) -> None:
        """Lay out the view in the window as it is, so that the next event meets what it sees."""
        size = pygame.display.get_window_size()
        self.frame = arrange(self.view, size, self.scale, self.metrics, self.state)
        self.state = replace(self.state, scroll=self.frame.scroll)

    def show(self) -> None:
        """Paint the frame and put it on the display."""
        title = f"{self.view.title} – {NAME}" if self.view.title and self.view.title != NAME else NAME
        if pygame.display.get_caption()[0] != title:
            pygame.display.set_caption(title)
        surface = pygame.display.get_surface()
        assert surface is not None
        paint(self.frame, surface)
        pygame.display.flip()
