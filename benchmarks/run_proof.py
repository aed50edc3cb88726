"""Run the long proofs: `python -m benchmarks.run_proof [NAME ...]`, all of them without a name.

A proof is a module of benchmarks/proofs with `main() -> int | None`. It fails by raising or by returning
anything but 0 or None. All are run, whatever fails; the exit code is 1 where one did, 2 for an unknown name.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from benchmarks import proofs


def names() -> list[str]:
    """Every proof, in order of name."""
    return sorted(module.name for module in iter_modules(proofs.__path__) if not module.name.startswith("_"))


def main(wanted: Sequence[str]) -> int:
    """Run the wanted proofs, or all; print one line each."""
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"no such proof: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    results = [run(name) for name in wanted or names()]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def run(name: str) -> bool:
    """Run one proof and say how it went and how long it took."""
    started = time.perf_counter()
    try:
        passed = not import_module(f"{proofs.__name__}.{name}").main()
    except Exception:
        traceback.print_exc()
        passed = False
    print(f"{name:<24} {'ok' if passed else 'FAILED':<7} {time.perf_counter() - started:8.1f} s", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
