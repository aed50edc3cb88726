"""A real window on a display of its own, driven by keyboard and mouse as a person would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.views.blocks import View
from game.window.control import STEP
from game.window.fonts import FontMetrics
from game.window.layout import State, arrange
from tests.window import samples
from tests.window.desks import PaperDesk
from tests.window.displays import MISSING, ROOT, Window, display, window

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]


@pytest.fixture
def open_window() -> Iterator[Window]:
    with display() as where, window(where, "-m", "tests.window.desks") as shown:
        shown.ready()
        yield shown


def middle(
    view: View, index: int, size: tuple[int, int] = PaperDesk().settings.size, scale: float = 1.0
) -> tuple[int, int]:
    """Where the button of that action lies in a window of that size."""
    frame = arrange(view, size, scale, FontMetrics(), State())
    rect = frame.shown(frame.targets[index])
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def test_from_title_to_debrief_and_out_by_keyboard_alone(open_window: Window) -> None:
    open_window.keys("Return")
    assert open_window.says() == "start checkpoint-charlie-1961"
    open_window.keys("Down", "Down", "Return")
    assert open_window.says() == "choose Bomb the launch sites on Monday"
    open_window.keys("3")
    assert open_window.says() == "choose Offer"
    open_window.keys("Escape")
    assert open_window.says() == "title"
    open_window.keys("Escape")
    assert open_window.says() == "quit"
    assert open_window.process.wait(10) == 0


def test_the_same_way_by_mouse_alone(open_window: Window) -> None:
    open_window.click(*middle(samples.TITLE, 0))
    assert open_window.says() == "start checkpoint-charlie-1961"
    open_window.click(*middle(samples.DECISION, 1))
    assert open_window.says() == "choose Bomb the launch sites on Monday"
    open_window.click(*middle(samples.STANDOFF, 3))
    assert open_window.says() == "choose Step back"


def test_text_grows_by_ctrl_plus_and_the_title_bar_names_the_screen(open_window: Window) -> None:
    assert open_window.named("Brinkmanship")
    open_window.keys("ctrl+plus")
    assert open_window.says() == "scale 1.25"
    open_window.keys("Return")
    assert open_window.says() == "start checkpoint-charlie-1961"
    assert open_window.named("How will you answer the missile sites? – Brinkmanship")


def test_a_resized_window_is_laid_out_anew_and_remembered(open_window: Window) -> None:
    open_window.tool("windowsize", "--sync", open_window.id, "1300", "850")
    assert open_window.says() == "size 1300x850"
    open_window.click(*middle(samples.TITLE, 1, (1300, 850)))
    assert open_window.says() == "go crises"


def test_the_wheel_scrolls_a_page_that_is_longer_than_the_window(open_window: Window) -> None:
    for _ in range(4):
        open_window.keys("ctrl+plus")
        open_window.says()
    first = middle(samples.TITLE, 0, scale=2.0)
    open_window.tool("mousemove", "--window", open_window.id, "500", "300", "click", "5", "click", "5", "click", "4")
    open_window.click(first[0], first[1] - STEP)
    assert open_window.says() == "start checkpoint-charlie-1961"


def test_ctrl_c_in_the_terminal_closes_the_window(open_window: Window) -> None:
    assert open_window.named("Brinkmanship")
    open_window.process.send_signal(signal.SIGINT)
    assert open_window.says() == "quit"
    assert open_window.process.wait(10) == 0


def test_an_idle_window_costs_no_processor_time(open_window: Window) -> None:
    """Between two keys the process uses less than a hundredth of the time that passes."""
    open_window.keys("Down")
    open_window.keys("Up", "Return")
    assert open_window.says() == "start checkpoint-charlie-1961"
    spent = []
    for _ in range(3):
        before = _used(open_window.process.pid)
        with pytest.raises(subprocess.TimeoutExpired):
            open_window.process.wait(1)
        spent.append(_used(open_window.process.pid) - before)
    assert min(spent) <= 0.01


def _used(pid: int) -> float:
    """Seconds of processor time that a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_without_a_display_it_says_so_in_plain_words() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    told = (
        "from game.window.app import run\nfrom game.problems import GameError\n"
        "from tests.window.desks import PaperDesk\n"
        "try:\n    run(PaperDesk())\nexcept GameError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=20)
    assert done.stdout.startswith("No window could be opened")
    assert "--text" in done.stdout and "Traceback" not in done.stderr
