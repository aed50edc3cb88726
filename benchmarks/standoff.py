"""How the standoff plays: `python -m benchmarks.standoff [--worlds N] [--sensitivity]` prints the measured tables.

Leaders of Checkpoint Charlie play its standoff against each other and against simple strategies. Points are those of
game/model/parameters_standoff.py with each side's own kind: losing control is -100, ending as one began is 0.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np

from game.engine.prompts import Moves, Prompt, prompt
from game.engine.standoff_prices import seen
from game.engine.standoff_scene import BACK, CLIMB, HOLD, OFFER
from game.engine.step import start, step
from game.engine.tension import tension
from game.engine.worlds import SIDES, Worlds
from game.insight.many import seeds
from game.minds.duel_board import PRIVATE, PUBLIC
from game.minds.duel_worth import fairest, terms
from game.minds.leader import LeaderMind
from game.minds.mind import Mind, answer, no_tool
from game.minds.plain import Chance, History
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.parameters_standoff import STANDOFF, StandoffParameters
from game.model.people import Leader
from game.model.tables import RESULTS, Stage, StandoffTable, Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

SCENARIO, ENTRY = "checkpoint-charlie-1961", "friedrichstrasse"
WAR = len(RESULTS)
Both = tuple[Row, Row]
Wanted = Callable[[Worlds, Stage, int], Row]


@dataclass(frozen=True)
class Simple:
    """A strategy in one rule: what it wants to do each round. It opens a channel when it wants to offer."""

    name: str
    wants: Wanted
    what: StandoffTable

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Both:
        """The wanted move where it is open, else hold; yes to what is worth something, the mildest answer to alarms."""
        open_ = asked.open[side]
        if asked.stage.kind == "round":
            wanted = self.wants(worlds, asked.stage, side)
            private, public = (fairest(self.what, action, side) for action in (PRIVATE, PUBLIC))
            offer = np.where(worlds["channel"], OFFER + private, OFFER + public)
            choice = np.where(wanted == OFFER, offer, wanted)
            choice = np.where(open_[choice, np.arange(worlds.count)], choice, HOLD)
            return choice.astype(np.int8), _open_channel(tables, worlds, asked, side, wanted == OFFER)
        if asked.stage.kind == "reply":
            return self._reply(worlds, side), no_tool(worlds)
        return np.argmax(open_, axis=0).astype(np.int8), no_tool(worlds)

    def _reply(self, worlds: Worlds, side: int) -> Row:
        """Takes what is worth more than nothing; follows a step back, except where it always climbs or holds."""
        package = worlds[f"offer/{SIDES[1 - side]}"].astype(np.int64) - 1
        takes = (package >= 0) & (terms(self.what, side).mean(axis=0)[package] > 0)
        stepped = worlds[f"move/{SIDES[1 - side]}"] == BACK + 1
        return (np.where(stepped, True, takes) & (self.name not in ("climb", "hold"))).astype(np.int8)


def _open_channel(tables: Tables, worlds: Worlds, asked: Prompt, side: int, where: Row) -> Row:
    index = next(place for place, tool in enumerate(tables.instruments) if tool.does == "channel")
    return np.where(where & asked.tools[side][index], index, -1).astype(np.int8)


def _always(move: int) -> Wanted:
    return lambda worlds, stage, side: np.full(worlds.count, move, np.int64)


def _tit_for_tat(worlds: Worlds, stage: Stage, side: int) -> Row:
    last = worlds[f"move/{SIDES[1 - side]}"].astype(np.int64) - 1
    return np.where(last == CLIMB, CLIMB, np.where(last == OFFER, OFFER, HOLD))


def _mirror(worlds: Worlds, stage: Stage, side: int) -> Row:
    """Level with the other for two rounds, then offer."""
    behind = worlds[f"height/{SIDES[side]}"] < worlds[f"height/{SIDES[1 - side]}"]
    return np.where(behind, CLIMB, OFFER if stage.round >= 2 else HOLD)


def _fair(worlds: Worlds, stage: Stage, side: int) -> Row:
    """Wait two rounds, then offer what is fair."""
    return np.full(worlds.count, OFFER if stage.round >= 2 else HOLD, np.int64)


def _mixed(worlds: Worlds, stage: Stage, side: int) -> Row:
    """Climb once, wait, then offer from there; where the other is two rungs up late, step back."""
    behind = worlds[f"height/{SIDES[1 - side]}"].astype(np.int64) - worlds[f"height/{SIDES[side]}"]
    if stage.round < 2:
        return np.full(worlds.count, CLIMB if stage.round == 0 else HOLD, np.int64)
    return np.where(behind >= 2, BACK, OFFER)


def rules(what: StandoffTable) -> dict[str, Simple]:
    """The strategies of one rule by name."""
    wanted = {
        "hold": _always(HOLD), "climb": _always(CLIMB), "back": _always(BACK), "offer": _always(OFFER),
        "tit-for-tat": _tit_for_tat, "mirror": _mirror, "fair": _fair, "mixed": _mixed,
    }  # fmt: skip
    return {name: Simple(name, rule, what) for name, rule in wanted.items()}


def strategies(what: StandoffTable) -> list[Mind]:
    """The simple strategies by name."""
    return [*rules(what).values(), Chance(), History()]


@dataclass
class Played:
    """What a batch did: result is RESULTS' index or WAR; moves are shares; tools count uses and openings."""

    worlds: Worlds
    result: Row
    rounds: Row
    moves: Row
    tools: dict[str, list[int]]
    points: Row
    near: Row
    path: Row


@lru_cache(maxsize=4)
def evening(count: int) -> Worlds:
    """Worlds as leaders leave them when the standoff is about to open. Its own numbers change nothing before it."""
    tables = compile_scenario(load(SCENARIO))
    earlier = tuple(stage for stage in tables.stages if stage.entry < tables.entry(ENTRY))
    return walk(tables, start(tables, seeds(count)), leaders_of(tables), stages=earlier)


def play(tables: Tables, minds: tuple[Mind, Mind], count: int, brittle: float | None = None) -> Played:
    """Play the standoff of one night in count worlds; brittle fixes every world's brittleness."""
    entry = tables.entry(ENTRY)
    worlds = evening(count)
    if brittle is not None:
        worlds = Worlds({**worlds.rows, "brittle": np.full(count, brittle)})
    opening, moves = worlds, np.zeros(4)
    rounds, tools = np.zeros(count), {tool.does: [0, 0] for tool in tables.instruments}
    path = []
    for stage in (
        stage for stage in tables.stages if stage.entry == entry and stage.kind not in ("incident", "finish")
    ):
        asked = prompt(tables, worlds, stage)
        given = answer(tables, worlds, asked, minds)
        if stage.kind == "round" and asked is not None:
            rounds += asked.asked[0]
            moves += _moves(asked, given)
            _tools(tables, asked, given, tools)
        worlds, _ = step(tables, worlds, stage, given)
        if stage.kind in ("open", "round", "reply", "alarm"):
            path.append(tension(tables.parameters, worlds.rows))
    result = np.where(worlds["ending"] >= 0, WAR, worlds[f"result/{ENTRY}"].astype(np.int64) - 1)
    return Played(
        worlds,
        result,
        rounds,
        moves / moves.sum(),
        tools,
        _points(tables, opening, worlds, result),
        worlds["near"],
        np.stack(path),
    )


def _moves(asked: Prompt, given: Moves) -> Row:
    found = np.zeros(4)
    for side in (0, 1):
        kinds = np.minimum(given.choice[side][asked.asked[side]], OFFER)
        found += np.bincount(kinds, minlength=4)
    return found


def _tools(tables: Tables, asked: Prompt, given: Moves, tools: dict[str, list[int]]) -> None:
    for side in (0, 1):
        for index, tool in enumerate(tables.instruments):
            tools[tool.does][0] += int((given.tool[side] == index).sum())
            tools[tool.does][1] += int(asked.tools[side][index].sum())


def _points(tables: Tables, opening: Worlds, worlds: Worlds, result: Row) -> Row:
    """Both sides' points, (2, worlds): standing moved by the standoff alone, and what its kind feels beyond that."""
    what = tables.entries[tables.entry(ENTRY)].what
    assert isinstance(what, StandoffTable)
    own, share = what.own, seen(what.own.prize_seen, worlds["exposure"])
    rows = []
    for side in (0, 1):
        name = tables.sides[side].standing
        told = dict(what.results.adds).get(name, np.zeros(len(RESULTS) + 1))
        moved = worlds[name] - opening[name] - np.where(result < WAR, told[np.minimum(result, len(RESULTS))], 0.0)
        hard, stake = worlds[f"resolute/{SIDES[side]}"], what.stake[side]
        win = (np.where(hard, own.win_hard, own.win_soft) - own.home_win) * stake * share
        lose = (np.where(hard, own.lose_hard, own.lose_soft) - own.home_lose) * stake * share
        moved = moved + np.where(result == 1 - side, win, 0.0) - np.where(result == side, lose, 0.0)
        rows.append(np.where(result == WAR, own.war, moved))
    return np.stack(rows)


def turns(path: Row, size: float) -> Row:
    """How often each path of tension, (times, worlds), turns by at least so many points."""
    count, way = np.zeros(path.shape[1]), np.zeros(path.shape[1])
    edge = path[0].copy()
    for level in path[1:]:
        up, down = level - edge >= size, edge - level >= size
        flips = (up & (way < 0)) | (down & (way > 0))
        count += flips
        way = np.where(up, 1.0, np.where(down, -1.0, way))
        further = (way >= 0) & (level > edge) | (way <= 0) & (level < edge)
        edge = np.where(up | down | further, level, edge)
    return count


def figures(tables: Tables, count: int, leaders: tuple[Mind, Mind]) -> list[tuple[str, str, str]]:
    """The main table: what, aim, measured."""
    found = play(tables, leaders, count)
    middle = play(tables, leaders, count, brittle=1.0)
    what = standoff_of(tables)
    climb = Simple("climb", _always(CLIMB), what)
    clash = play(tables, (climb, climb), count, brittle=1.0)
    ends = np.bincount(found.result, minlength=WAR + 1) / count * 100
    hold, up, back, offer = found.moves * 100
    good = found.points >= 0
    turned = [float((turns(found.path, size) >= 2).mean() * 100) for size in (3.0, 5.0)]
    counts = np.bincount(found.rounds.astype(np.int64), minlength=7)[1:] / count * 100
    return [
        (
            "rounds, median / mean",
            "4-6",
            f"{np.median(found.rounds):.0f} / {found.rounds.mean():.1f}   ({', '.join(f'{c:.0f}' for c in counts)} %)",
        ),
        ("hold, climb, step back, offer", "each 8-60 %", f"{hold:.0f}, {up:.0f}, {back:.0f}, {offer:.0f} %"),
        ("ends: usa backs, ussr backs", "15-35 %", f"{ends[0]:.0f}, {ends[1]:.0f} %"),
        ("ends: both back", "20-40 %", f"{ends[2]:.0f} %"),
        ("ends: deal", "20-40 %", f"{ends[3]:.0f} %"),
        ("ends: dawn", "under 10 %", f"{ends[4]:.1f} %"),
        (
            "control lost, median brittleness / mean",
            "1-4 %",
            f"{(middle.result == WAR).mean() * 100:.1f} / {ends[WAR]:.1f} %",
        ),
        ("climb against climb, median brittleness", "25-50 %", f"{(clash.result == WAR).mean() * 100:.0f} %"),
        ("an incident is seen", "60-85 %", f"{(found.near > 0).mean() * 100:.0f} %"),
        (
            "both sides at 0 points or more / neither",
            "25-50 %",
            f"{good.all(axis=0).mean() * 100:.0f} / {(~good).all(axis=0).mean() * 100:.0f} %",
        ),
        ("tension turns twice by 3, 5 points", "most", f"{turned[0]:.0f}, {turned[1]:.0f} %"),
        ("tension: start, highest (mean)", "", f"{found.path[0].mean():.0f}, {found.path.max(axis=0).mean():.0f}"),
        ("the channel is opened", "", f"{found.worlds['channel'].mean() * 100:.0f} %"),
        (
            "instruments, of their opportunities",
            "3-50 %",
            ", ".join(f"{k} {a / max(b, 1) * 100:.0f}" for k, (a, b) in found.tools.items()),
        ),
        ("mean points usa, ussr", "", f"{found.points[0].mean():.1f}, {found.points[1].mean():.1f}"),
    ]


def against(tables: Tables, count: int, leaders: tuple[Mind, Mind]) -> list[tuple[str, float, float]]:
    """Mean points of each strategy against a leader, playing Washington and playing Moscow; a leader comes first."""
    own = play(tables, leaders, count)
    rows = [("leader", float(own.points[0].mean()), float(own.points[1].mean()))]
    for mind in strategies(standoff_of(tables)):
        usa = play(tables, (mind, leaders[1]), count).points[0].mean()
        ussr = play(tables, (leaders[0], mind), count).points[1].mean()
        rows.append((mind.name, float(usa), float(ussr)))
    return rows


def standoff_of(tables: Tables) -> StandoffTable:
    """The standoff that is played."""
    what = tables.entries[tables.entry(ENTRY)].what
    assert isinstance(what, StandoffTable)
    return what


def retuned(tables: Tables, own: StandoffParameters) -> Tables:
    """The same scenario with other numbers for its standoff."""
    index = tables.entry(ENTRY)
    entry = replace(tables.entries[index], what=replace(standoff_of(tables), own=own))
    return replace(tables, entries=(*tables.entries[:index], entry, *tables.entries[index + 1 :]))


def leaders_of(tables: Tables, named: bool = True) -> tuple[Mind, Mind]:
    """Kennedy and Khrushchev, or two leaders without leanings."""
    told = load(SCENARIO).leaders
    plain = Leader(
        name="plain",
        side="usa",
        about="",
        risk=50,
        patience=50,
        domestic=50,
        ally=50,
        cred=50,
        nuke=50,
        bluff=50,
        flex=50,
    )
    usa, ussr = (told["kennedy"], told["khrushchev"]) if named else (plain, plain)
    return LeaderMind(usa, 0, tables), LeaderMind(ussr, 1, tables)


def sensitivity(tables: Tables, count: int) -> list[tuple[str, list[float]]]:
    """What a fifth more or less of each tuned number does, as _summary has it."""
    rows = []
    for told in fields(STANDOFF):
        value = getattr(STANDOFF, told.name)
        if told.metadata["source"].startswith("tuned"):
            for factor in (0.8, 1.2):
                scaled = tuple(v * factor for v in value) if isinstance(value, tuple) else value * factor
                change: dict[str, Any] = {told.name: scaled}
                other = retuned(tables, replace(STANDOFF, **change))
                rows.append((f"{told.name} x {factor}", _summary(play(other, leaders_of(other), count))))
    return rows


def _summary(found: Played) -> list[float]:
    ends = np.bincount(found.result, minlength=WAR + 1) / len(found.result) * 100
    return [
        float(x)
        for x in (
            found.rounds.mean(),
            found.moves[CLIMB] * 100,
            ends[0] + ends[1],
            ends[2],
            ends[3],
            ends[4],
            ends[WAR],
        )
    ]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=6000)
    parser.add_argument("--sensitivity", action="store_true")
    parser.add_argument("--plain", action="store_true", help="leaders without leanings")
    told = parser.parse_args()
    tables = compile_scenario(load(SCENARIO))
    leaders = leaders_of(tables, not told.plain)
    for what, aim, value in figures(tables, told.worlds, leaders):
        print(f"{what:<44} {aim:<14} {value}")
    print("\nmean points against a leader             as Washington   as Moscow")
    for name, usa, ussr in against(tables, told.worlds, leaders):
        print(f"{name:<40} {usa:>12.1f} {ussr:>12.1f}")
    if told.sensitivity:
        print(f"\n{'':<30}{'rounds':>8}{'climbs':>8}{'alone':>8}{'both':>8}{'deal':>8}{'dawn':>8}{'lost':>8}")
        for name, values in [
            ("as it is", _summary(play(tables, leaders, told.worlds))),
            *sensitivity(tables, told.worlds),
        ]:
            print(f"{name:<30}" + "".join(f"{value:>8.1f}" for value in values))


if __name__ == "__main__":
    main()
