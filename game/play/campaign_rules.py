"""Which of a campaign's rules work after a chapter, and what they bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.engine.holds import mask
from game.model.campaign import Campaign, Rule
from game.model.parameters import Parameters
from game.model.tables import Tables
from game.play.campaign_carry import Carried, Memory, bounded
from game.play.game import Game
from game.scenario.conditions import compile_condition


def working(campaign: Campaign, chapter: str, game: Game, past: Game) -> tuple[str, ...]:
    """Ids of the rules of a chapter that hold in this game and did not in history."""
    mine = {name: rule for name, rule in campaign.rules.items() if rule.after == chapter}
    return tuple(name for name, rule in mine.items() if holds(rule, game) and not holds(rule, past))


def holds(rule: Rule, game: Game) -> bool:
    """Whether a rule holds at the end of a game. One that names what the chapter does not have never does."""
    if rule.endings and game.ending not in rule.endings:
        return False
    try:
        told = compile_condition(game.scenario, rule.when)
        return bool(mask(game.tables, game.worlds.rows, told)[0])
    except (KeyError, ValueError):
        return False


def applied(carried: Carried, rules: Iterable[Rule], minute: int) -> Carried:
    """The difference with what rules add that reach every later chapter."""
    for rule in rules:
        if not rule.into:
            carried = _with(carried, rule, minute)
    return carried


def _with(carried: Carried, rule: Rule, minute: int) -> Carried:
    return replace(
        carried,
        meters={name: bounded(points) for name, points in _sum(carried.meters, rule.meters).items()},
        flags={**carried.flags, **dict.fromkeys(rule.set_, True), **dict.fromkeys(rule.clear, False)},
        beliefs=_sum(carried.beliefs, beliefs(rule)),
        memories={**carried.memories, **_moved(carried, rule.relations, minute)},
    )


def _moved(carried: Carried, relations: Mapping[str, float], minute: int) -> dict[str, Memory]:
    """Relations with a rule's points on top of what is left of them."""
    found = {}
    for pair, points in relations.items():
        name = f"relation/{pair}"
        kept = carried.memories.get(name, Memory(0.0, minute))
        found[name] = Memory(kept.amount + points, kept.minute)
    return found


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {name: one.get(name, 0.0) + other.get(name, 0.0) for name in {**one, **other}}


def beliefs(rule: Rule) -> dict[str, float]:
    """A rule's changes of belief as rows, 0-1."""
    resolve = {f"thinks/{side}": points / 100.0 for side, points in rule.resolve.items()}
    return resolve | {f"trust/{side}": points / 100.0 for side, points in rule.trust.items()}


def once(rules: Iterable[Rule], chapter: str, tables: Tables) -> dict[str, float]:
    """What rules that name a chapter add to its first day alone."""
    amounts: dict[str, float] = {}
    for rule in rules:
        if chapter in rule.into:
            amounts = _sum(amounts, _whole(rule, tables))
    return amounts


def _whole(rule: Rule, tables: Tables) -> dict[str, float]:
    flags = {f"flag/{name}": 1.0 for name in rule.set_} | {f"flag/{name}": -1.0 for name in rule.clear}
    meters = {f"meter/{name}": points for name, points in rule.meters.items()}
    relations = {f"relation/{pair}": points for pair, points in rule.relations.items()}
    return meters | flags | relations | beliefs(rule)


def jolts(rules: Iterable[Rule], own: Parameters) -> dict[str, float]:
    """What the shocks of rules add to tension's two memories as the next chapter opens."""
    sizes = {"small": own.shock_small, "medium": own.shock_medium, "large": own.shock_large}
    impulse = sum(sizes[rule.shock.size] for rule in rules if rule.shock)
    return {"fast": own.fast_gain * impulse, "slow": own.slow_gain * impulse} if impulse else {}


def reaches(rule: Rule, chapter: str, first: bool) -> bool:
    """Whether a rule's sentence is told as a chapter opens: a named one, or the first one after it."""
    return chapter in rule.into or (not rule.into and first)


def named(campaign: Campaign, names: Iterable[str]) -> list[Rule]:
    """Rules by id."""
    return [campaign.rules[name] for name in names]
