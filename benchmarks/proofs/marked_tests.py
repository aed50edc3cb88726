"""The tests that are too long for every change: those marked `proof`."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.proof import ROOT, write

COMMAND = [sys.executable, "-m", "pytest", "-q", "-m", "proof"]
NONE_FOUND = 5
"""What pytest answers where no test is marked."""


def main() -> int:
    """Run them; the closing line of pytest is the figure."""
    done = subprocess.run(COMMAND, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    lines = done.stdout.strip().splitlines()
    write("marked_tests", {"result": lines[-1] if lines else "", "exit_code": done.returncode}, "pytest -m proof")
    return 0 if done.returncode == NONE_FOUND else done.returncode
