"""Do acts point where the studies of the crises say? `python -m benchmarks.signs` prints the exceptions with reasons.

At least nine in ten of the scored options must agree; 1 where they do not, or where a file names what is not there.
"""

from __future__ import annotations

from game.insight.signs import Sign, missing, scored, signs
from game.scenario.catalogue import load, names

LEAST = 0.9


def main() -> int:
    """Print the table and say whether enough agree."""
    found, wrong = list[Sign](), list[str]()
    for name in (name for name in names() if scored(name)):
        scenario = load(name)
        absent = list(missing(scenario))
        wrong += [f"{name}: {one}" for one in absent]
        told = [] if absent else signs(scenario)
        found += told
        print(f"{name}: {sum(one.agrees for one in told)} of {len(told)} agree")
        for one in (one for one in told if not one.agrees):
            print(f"  {line(one)}")
    share = sum(one.agrees for one in found) / max(len(found), 1)
    print(f"All: {sum(one.agrees for one in found)} of {len(found)} agree, {share:.1%}.")
    print("".join(f"not there: {one}\n" for one in wrong), end="")
    return 0 if share >= LEAST and not wrong else 1


def line(one: Sign) -> str:
    """An exception: the option, its score, what the act does, and why."""
    told = one.told
    why = told.reason or "no reason is given"
    return (
        f"{told.dossier}{told.option} {told.entry}/{told.choice}: score {told.score:+d}, act {one.points:+.1f}; {why}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
