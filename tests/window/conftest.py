from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows of these tests open where nobody sees them; a test that needs a display brings its own."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
