"""What crosses from chapter to chapter: the difference that a game has made from history, number by number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.engine.single import number
from game.model.campaign import Campaign, Chapter
from game.model.parameters import Parameters
from game.model.people import SIDES
from game.model.tables import Tables
from game.play.game import Game
from game.play.tables import Opening

#: What each side believes of the other fades as most meters do.
BELIEFS = ("thinks", "trust")
BELIEF_KEEPS = 67.0
A_DAY = 1440.0
#: Most points of a meter that cross, either way: no chapter can open with its meters at their ends by that alone.
MOST_CARRIED = 25.0
#: Differences below these are rounding, not history.
LEAST = {"fast": 1e-3, "slow": 1e-3, "thinks": 1e-4, "trust": 1e-4, "relation": 0.1, "meter": 1e-3}


@dataclass(frozen=True)
class Memory:
    """A difference that fades by the engine's own clock: how much it was, and at which minute."""

    amount: float
    minute: int


@dataclass(frozen=True)
class Carried:
    """The difference so far. meters and beliefs are points and probabilities, flags this game's value where history's
    was the other, memories tension's two memories and the relations.
    """

    meters: Mapping[str, float] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    beliefs: Mapping[str, float] = field(default_factory=dict)
    memories: Mapping[str, Memory] = field(default_factory=dict)

    def row(self, name: str, minute: int, own: Parameters) -> float:
        """A memory's difference as it stands at a minute."""
        kept = self.memories.get(name)
        return faded(kept, name, minute, own) if kept else 0.0


def faded(memory: Memory, name: str, minute: int, own: Parameters) -> float:
    """What is left of a memory; nothing fades backwards where chapters overlap."""
    days = {"fast": own.fast_days, "slow": own.slow_days}.get(name, own.relation_days)
    return memory.amount * math.exp(-max(minute - memory.minute, 0) / (days * A_DAY))


def opening(
    campaign: Campaign, carried: Carried, tables: Tables, more: Mapping[str, float], ruled: Mapping[str, float]
) -> Opening:
    """What a chapter opens with: rows and amounts, only those that it has. more (swaps) and ruled are added whole.

    Of a flag a rule for this very chapter has the last word, then what was carried.
    """
    amounts = dict[str, float]()
    for name, amount in (*_rows(campaign, carried, tables), *more.items(), *ruled.items()):
        amounts[name] = amounts.get(name, 0.0) + amount
    known = _known(tables)
    kept = {name: round(amount, 9) for name, amount in amounts.items() if name in known and _counts(name, amount)}
    flags = _flag_rows(more) | {f"flag/{name}": value for name, value in carried.flags.items()} | _flag_rows(ruled)
    kept |= {name: 1.0 if value else -1.0 for name, value in flags.items() if _changes(tables, name, value)}
    return tuple(sorted(kept.items()))


def _flag_rows(amounts: Mapping[str, float]) -> dict[str, bool]:
    return {name: amount > 0 for name, amount in amounts.items() if name.startswith("flag/")}


def decided(chapter: Chapter) -> dict[str, float]:
    """Flags with which a chapter opens in every game of the campaign, and in history's, as rows."""
    return {f"flag/{name}": 1.0 for name in sorted(chapter.set_)}


def _changes(tables: Tables, row: str, value: bool) -> bool:
    """Whether a chapter declares a flag and opens otherwise by itself."""
    flag = row.partition("/")[2]
    return flag in tables.flags and (flag in tables.set_first) != value


def _rows(campaign: Campaign, carried: Carried, tables: Tables) -> Iterator[tuple[str, float]]:
    for name, points in carried.meters.items():
        yield f"meter/{name}", points * campaign.meters[name].weight
    yield from carried.beliefs.items()
    for name in carried.memories:
        yield name, carried.row(name, tables.starts, tables.parameters)


def _known(tables: Tables) -> set[str]:
    """Numbers of a chapter that an opening may move."""
    beliefs = {f"{kind}/{side}" for kind in BELIEFS for side in SIDES}
    meters = {f"meter/{meter.id}" for meter in tables.meters}
    return {"fast", "slow"} | beliefs | meters | {f"relation/{pair}" for pair in tables.relations}


def _counts(name: str, amount: float) -> bool:
    return abs(amount) >= LEAST.get(name.partition("/")[0], 1e-9)


def carry(campaign: Campaign, before: Carried, game: Game, past: Game) -> Carried:
    """The difference after a chapter: game as it was played, past as history went with the same luck."""
    return Carried(
        meters=_meters(campaign, before, game, past),
        flags=_flags(campaign, before, game, past),
        beliefs=_beliefs(game, past),
        memories=_felt({**before.memories, **_memories(game, past)}),
    )


def _meters(campaign: Campaign, before: Carried, game: Game, past: Game) -> dict[str, float]:
    """What was carried and what the chapter made, less what fades, and never more than MOST_CARRIED. Meters that it
    does not declare only fade.
    """
    opened, declared = dict(game.tables.opening), {meter.id for meter in game.tables.meters}
    found = {}
    for name, crossing in campaign.meters.items():
        made = _apart(game, past, f"meter/{name}") - opened.get(f"meter/{name}", 0.0) if name in declared else 0.0
        points = bounded((before.meters.get(name, 0.0) + made) * crossing.keeps / 100.0)
        if _counts("meter", points):
            found[name] = points
    return found


def bounded(points: float) -> float:
    """A meter's difference as far as it may cross: two frozen arms races must not pin a meter at 0 for ever."""
    return max(-MOST_CARRIED, min(MOST_CARRIED, points))


def _flags(campaign: Campaign, before: Carried, game: Game, past: Game) -> dict[str, bool]:
    """Every flag that crosses and differs, as it is in this game; a chapter that declares one decides anew."""
    found = {name: value for name, value in before.flags.items() if name not in game.tables.flags}
    for name in campaign.flags:
        if name in game.tables.flags and _apart(game, past, f"flag/{name}"):
            found[name] = bool(number(game.worlds, f"flag/{name}"))
    return found


def _beliefs(game: Game, past: Game) -> dict[str, float]:
    names = [f"{kind}/{side}" for kind in BELIEFS for side in SIDES]
    apart = {name: _apart(game, past, name) * BELIEF_KEEPS / 100.0 for name in names}
    return {name: amount for name, amount in apart.items() if _counts(name, amount)}


def _memories(game: Game, past: Game) -> dict[str, Memory]:
    """Both games brought to the later of their last minutes, and then compared."""
    last, own = max(game.minute, past.minute), game.tables.parameters
    names = ["fast", "slow", *(f"relation/{pair}" for pair in game.tables.relations)]
    apart = {name: _at(game, name, last, own) - _at(past, name, last, own) for name in names}
    return {name: Memory(amount, last) for name, amount in apart.items()}


def _felt(memories: Mapping[str, Memory]) -> dict[str, Memory]:
    """Those that are more than rounding."""
    return {name: memory for name, memory in memories.items() if _counts(name, memory.amount)}


def _at(game: Game, name: str, minute: int, own: Parameters) -> float:
    """A memory's row as it would stand at a minute if nothing more happened; relations fade towards their rest."""
    rest = game.tables.relations.get(name.partition("/")[2], 0.0)
    value = number(game.worlds, name) - rest
    return rest + faded(Memory(value, game.minute), name, minute, own)


def _apart(game: Game, past: Game, row: str) -> float:
    return number(game.worlds, row) - number(past.worlds, row)


def without(carried: Carried, meters: set[str], beliefs: set[str]) -> Carried:
    """What is left when a leader has gone: his standing and what was thought of him do not cross."""
    return replace(
        carried,
        meters={name: points for name, points in carried.meters.items() if name not in meters},
        beliefs={name: amount for name, amount in carried.beliefs.items() if name not in beliefs},
    )
