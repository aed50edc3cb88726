"""What every test shares: a home of its own, and no screen or sound card."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test may open a window on the screen of whoever runs it. Those that need one bring their own.
for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
    os.environ.pop(name, None)
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

# Properties must not fail on a busy machine, and must fail the same way twice.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("house")

HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "BRINKMANSHIP_HOME")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves and settings of a test go to a folder that dies with it, never to the person's own."""
    for name in HOMES:
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
