"""A display of one's own (Xvfb) and a person at its keyboard (xdotool), for tests that open a real window."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

#: How titles begin that pass by themselves.
PASSING = ("Moscow is deciding", "Washington is deciding", "One moment")
ROOT = Path(__file__).resolve().parents[2]
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]


@contextmanager
def display(size: str = "1440x900") -> Iterator[str]:
    """A free display for as long as the block runs; stopped by its own process id."""
    seen, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(tells,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    try:
        with os.fdopen(seen) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


@dataclass
class Window:
    """A game in a window of that display: type keys, click, read what it prints."""

    process: subprocess.Popen[str]
    environment: dict[str, str]
    lines: queue.Queue[str] = field(default_factory=queue.Queue)
    id: str = ""

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def tool(self, *words: str) -> str:
        """One xdotool command; gives what it prints."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=20, check=True
        )
        return done.stdout.strip()

    def ready(self) -> None:
        """Wait until the window is there, then give it the keyboard."""
        self.id = self.tool("search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)).split()[0]
        self.tool("windowfocus", "--sync", self.id)

    def keys(self, *names: str) -> None:
        """Press keys one after the other (X names: Return, Escape, Down, 1, plus)."""
        self.tool("key", "--delay", "20", *names)

    def click(self, x: int, y: int) -> None:
        """Move the pointer there and press its first button."""
        self.tool("mousemove", "--window", self.id, str(x), str(y), "click", "1")

    def says(self, seconds: float = 10) -> str:
        """The next line that the process prints."""
        return self.lines.get(timeout=seconds)

    def name_after(self, name: str, tries: int = 1000) -> str:
        """The window's title once it is another than this one, and not what it says while somebody thinks."""
        for _ in range(tries):
            now = self.tool("getwindowname", self.id)
            if now != name and not now.startswith(PASSING):
                return now
        raise AssertionError(f"the window is still called {name!r}")

    def named(self, wanted: str, tries: int = 100) -> bool:
        """Whether the window's title becomes this within so many looks."""
        return any(self.tool("getwindowname", self.id) == wanted for _ in range(tries))


@contextmanager
def window(where: str, *command: str, **more: str) -> Iterator[Window]:
    """A Python process with a window on that display; ended by its own process id."""
    environment = {**os.environ, **more, "DISPLAY": where, "SDL_VIDEODRIVER": "x11", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield Window(process, environment)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(10)
