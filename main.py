"""Open the game from a checkout: `python main.py`, with the same commands as the installed `brinkmanship`."""

from __future__ import annotations

import sys

from game.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
