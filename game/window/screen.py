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
from game.window.thinking import NEWS, Thinking
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
    """A window on a desk. view and frame are what is shown now; state is the focus and the scroll.

    While the desk is thinking nothing here touches it: leaving is remembered, sizes are told it later, other keys are
    dropped, for they would answer a question that is not on the screen yet.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk, self.state, self.fullscreen = desk, State(), False
        self.thinking, self.leaving = Thinking(), False
        self.later: dict[str, Intent] = {}
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
        while not self._left:
            changed = [self.happened(event) for event in events()]
            if any(changed) and not self._left:
                self.show()
        return 0

    @property
    def _left(self) -> bool:
        return self.leaving or (not self.thinking.busy and self.desk.closed)

    def happened(self, event: pygame.event.Event) -> bool:
        """Take in one event; gives whether the screen must be drawn again."""
        if event.type == pygame.QUIT:
            self._quit()
            return False
        if event.type == NEWS:
            return self._heard()
        if event.type == WOKEN:
            return not self.thinking.busy and self._renewed()
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

    def _quit(self) -> None:
        """Leave. A desk that is thinking has stored what it was told; it need not be waited for."""
        self.leaving = True
        if not self.thinking.busy:
            self.desk.do(Intent("quit"))

    def _heard(self) -> bool:
        """The work beside the loop is done, or takes its time; gives whether the screen must be drawn again."""
        thinking = self.thinking
        if not thinking.busy or (thinking.late and not thinking.done):
            return False
        if not thinking.done:
            thinking.late = True
            self._arrange()
            return True
        self._take_up(self.view, thinking.taken())
        return True

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
            self._measured(Intent("size", f"{size[0]}x{size[1]}"))
        self._arrange()
        return True

    def _measured(self, intent: Intent) -> None:
        """Tell the desk of a size, at once or when it has done thinking."""
        if self.thinking.busy:
            self.later[intent.verb] = intent
        else:
            self.desk.do(intent)

    def reply(self, reply: Reply) -> bool:
        """Do what a key or click asked for."""
        if reply.fullscreen:
            pygame.display.toggle_fullscreen()
            self.fullscreen = not self.fullscreen
            self._arrange()
            return True
        if self.thinking.busy and (reply.paste or reply.intent or reply.scale is not None):
            if reply.scale is not None:
                self.later["scale"] = Intent("scale", f"{reply.scale:g}")
            return False
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
        """Give the desk an intent: at once, or beside the loop where a leader may have to think about it."""
        words = self.desk.waits(intent)
        if words:
            self.thinking.start(lambda: self._done(intent), words)
            return
        try:
            found: View | GameError = self._done(intent)
        except GameError as error:
            found = error
        self._take_up(self.view, found)

    def _done(self, intent: Intent) -> View:
        """The screen that follows an intent."""
        self.desk.do(intent)
        return numbered(self.desk.view())

    def _take_up(self, before: View, found: View | GameError) -> None:
        """Show the screen that follows; a new screen starts at its top."""
        for name in [*self.later]:
            self.desk.do(self.later.pop(name))
        self.view = failed(before, found) if isinstance(found, GameError) else found
        if not same_screen(before, self.view):
            self.state = State()
        self._arrange()

    def _arrange(self) -> None:
        """Lay out the view in the window as it is, so that the next event meets what it sees."""
        size = pygame.display.get_window_size()
        said = self.thinking.words if self.thinking.late else ""
        self.frame = arrange(self.view, size, self.scale, self.metrics, self.state, said)
        self.state = replace(self.state, scroll=self.frame.scroll)

    def show(self) -> None:
        """Paint the frame and put it on the display."""
        name = self.thinking.words if self.thinking.late else self.view.title
        title = f"{name} – {NAME}" if name and name != NAME else NAME
        if pygame.display.get_caption()[0] != title:
            pygame.display.set_caption(title)
        surface = pygame.display.get_surface()
        assert surface is not None
        paint(self.frame, surface)
        pygame.display.flip()
