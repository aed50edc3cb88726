"""And otherwise? in a real window: it answers while it reckons, and costs nothing once one has left the page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.window.displays import MISSING, display, window
from tests.window.test_real_window import _used

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}"),
]

QUESTION, ODDS = "Does the escort drive through again? – Brinkmanship", "And otherwise? – Brinkmanship"


def test_a_page_of_odds_is_left_while_it_is_reckoned_and_then_the_window_is_idle(tmp_path: Path) -> None:
    game = ("main.py", "play", "checkpoint-charlie-1961", "--side", "usa", "--seed", "7", "--files")
    with display() as where, window(where, *game, BRINKMANSHIP_HOME=str(tmp_path)) as shown:
        shown.ready()
        shown.keys("Return")
        assert shown.named(QUESTION)
        shown.keys("e")
        assert shown.named(ODDS)
        shown.keys("2", "Escape")
        assert shown.named(QUESTION)
        spent = []
        for _ in range(3):
            before = _used(shown.process.pid)
            with pytest.raises(subprocess.TimeoutExpired):
                shown.process.wait(0.7)
            spent.append(_used(shown.process.pid) - before)
        assert min(spent) <= 0.01
