"""Measure speeds and sizes on this machine: `python -m benchmarks.run [NAME ...]`, all of them without a name.

A measurement is a module of benchmarks/speeds with `main() -> Iterable[Figure]`. An aim that is missed is said
and is no failure: the machine may be busy. A measurement that raises is one.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from benchmarks import speeds
from benchmarks.figures import table


def names() -> list[str]:
    """Every measurement, in order of name."""
    return sorted(module.name for module in iter_modules(speeds.__path__) if not module.name.startswith("_"))


def main(wanted: Sequence[str]) -> int:
    """Run the wanted measurements, or all, and print their figures."""
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    results = [run(name) for name in wanted or names()]
    return 0 if all(results) else 1


def run(name: str) -> bool:
    """Run one measurement and print its lines as they come: what fails late leaves what was measured before."""
    try:
        for figure in import_module(f"{speeds.__name__}.{name}").main():
            print(table([figure]), flush=True)
    except Exception:
        traceback.print_exc()
        print(f"{name}: FAILED", flush=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
