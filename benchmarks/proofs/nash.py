"""How far minds stand from their best replies, on a reduced crisis, by OpenSpiel's nash_conv; and against plain lines.

NashConv is what both sides together could gain if each knew the other's mind and gave the best reply to it: 0 in an
equilibrium. The best reply also learns the luck of so few worlds from what it sees, so the figures compare minds with
each other; none of them would be 0. docs/minds.md carries the table.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import pyspiel
from open_spiel.python.algorithms.exploitability import nash_conv

from benchmarks.proof import write
from benchmarks.spiel.board import NAME, tree
from benchmarks.spiel.lines import Both, Line, line, value
from benchmarks.spiel.reduced import Tree
from game.minds.table import LEVELS

COMMAND = "make proof ONLY=nash"
WORLDS, DRAWS = 6, 32
PLAIN = ("chance", "climb", "yield", "mirror")
MINDS = (*PLAIN, "leader:quick", *(f"leader:{level.id}" for level in LEVELS))


@dataclass(frozen=True)
class Row:
    """One mind on both sides: what a best reply gains against it for each side and together, in aims; what both sides
    expect; and what it expects for each side against each plain line.
    """

    mind: str
    gains: tuple[float, float]
    nash_conv: float
    expects: tuple[float, float]
    against: dict[str, tuple[float, float]]


def rows(ways: Tree, minds: tuple[str, ...], draws: int = DRAWS) -> list[Row]:
    """A row for each mind, printed as it is found."""
    told = {name: line(ways, name, draws) for name in dict.fromkeys((*PLAIN, *minds))}
    found = []
    for name in minds:
        own = told[name]
        against = {one: (value(ways, own, told[one])[0], value(ways, told[one], own)[1]) for one in PLAIN}
        gains = best_gains(ways, own)
        found.append(Row(name, gains, sum(gains), value(ways, own, own), against))
        print(said(found[-1]), flush=True)
    return found


def best_gains(ways: Tree, own: Line) -> tuple[float, float]:
    """What each side gains by the best reply to the other."""
    game = pyspiel.load_game(NAME, {"worlds": ways.count})
    usa, ussr = nash_conv(game, Both(game, own, own), return_only_nash_conv=False).player_improvements
    return float(usa), float(ussr)


def said(row: Row) -> str:
    """A row in one line."""
    against = "  ".join(f"{name} {usa:.2f}/{ussr:.2f}" for name, (usa, ussr) in row.against.items())
    return f"{row.mind:<18} nash_conv {row.nash_conv:.2f} ({row.gains[0]:.2f}, {row.gains[1]:.2f})  against {against}"


def main() -> int:
    """Print and store the rows. Fails where the leader at the table is easier to exploit than a plain line."""
    ways = tree(WORLDS)
    found = rows(ways, MINDS)
    figures = {"worlds": WORLDS, "draws": DRAWS, "places": len(ways.nodes), "minds": [asdict(row) for row in found]}
    write("nash", figures, COMMAND)
    worth = {row.mind: row.nash_conv for row in found}
    return int(worth["leader:standard"] > min(worth[name] for name in PLAIN))
