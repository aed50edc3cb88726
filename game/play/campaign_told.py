"""What crosses into a chapter, in words and numbers, as those at the table may know it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.engine.single import alone, number, tension_of
from game.model.campaign import Rule
from game.model.people import SIDES
from game.model.tables import Tables
from game.play.campaign import Road
from game.play.campaign_leaders import leading
from game.play.campaign_rules import named, reaches
from game.play.narration import name_of
from game.play.tables import tables_of

#: A difference of less is not worth a line, and more lines than these nobody reads.
LEAST, MOST = 1.0, 7


@dataclass(frozen=True)
class Apart:
    """A number with which a chapter opens otherwise than it then stood: its name, then, and now."""

    label: str
    then: float
    now: float


def sentences(road: Road) -> list[str]:
    """Why this chapter opens otherwise: what rules, flags and new leaders say."""
    rules = list(_of_rules(road))
    said = {flag for rule in rules for flag in rule.speaks_of}
    told = [*_of_leaders(road), *(rule.told for rule in rules), *_of_flags(road, said)]
    return list(dict.fromkeys(" ".join(text.split()) for text in told if text))


def _may(road: Road, seen_by: tuple[str, ...]) -> bool:
    """Whether everybody at the table may read it."""
    return all(side in seen_by for side in road.people)


def _of_leaders(road: Road) -> Iterator[str]:
    """Who has come to lead since the last chapter."""
    before = road.behind[-1].leading if road.behind else leading(road.campaign, {}, road.minute)
    for side, one in road.leading.items():
        if one.swap and before[side] != one:
            yield road.campaign.swaps[one.swap].told
        elif before[side].leader != one.leader:
            yield next((lead.told for lead in road.campaign.leads if lead.leader == one.leader), "")


def _of_rules(road: Road) -> Iterator[Rule]:
    for place, one in enumerate(road.behind, start=1):
        for rule in named(road.campaign, one.worked):
            first = place == len(road.behind)
            if reaches(rule, road.chapter.scenario, first) and _worth(road, rule) and _may(road, rule.seen_by):
                yield rule


def _worth(road: Road, rule: Rule) -> bool:
    """Whether it bears saying here: of several named chapters the first, the last and each crisis say it."""
    named = [chapter.scenario for chapter in road.campaign.chapters if chapter.scenario in rule.into]
    return not named or road.chapter.scenario in (named[0], named[-1]) or road.scenario.kind == "crisis"


def _of_flags(road: Road, said: Collection[str]) -> Iterator[str]:
    tables = tables_of(road.scenario)
    for row, amount in road.opening:
        kind, _, flag = row.partition("/")
        mark = road.campaign.flags.get(flag) if kind == "flag" else None
        if mark and flag not in said and _may(road, mark.seen_by) and _may(road, _seen(tables.flags[flag])):
            yield mark.set_ if amount > 0 else mark.unset


def _seen(seen: tuple[bool, bool]) -> tuple[str, ...]:
    return tuple(side for side, can in zip(SIDES, seen, strict=True) if can)


def apart(road: Road) -> list[Apart]:
    """The numbers that everybody at the table may read and that stand furthest from where they then stood."""
    scenario = road.scenario
    plain, changed = tables_of(scenario), tables_of(scenario, road.opening)
    seed = road.terms.seed
    before, after = alone(plain, seed), alone(changed, seed)
    tension = Apart("Tension", tension_of(plain, before), tension_of(changed, after))
    found = [
        Apart(_label(road, plain, row), number(before, row), number(after, row))
        for row, _ in road.opening
        if _label(road, plain, row)
    ]
    found = sorted(found, key=lambda one: -abs(one.now - one.then))
    return [one for one in (tension, *found) if abs(one.now - one.then) >= LEAST][:MOST]


def tension(road: Road) -> float:
    """Tension on the first day of the chapter that comes next, 0-100."""
    tables = tables_of(road.scenario, road.opening)
    return tension_of(tables, alone(tables, road.terms.seed))


def _label(road: Road, tables: Tables, row: str) -> str:
    """A row's name; empty where it is not shown, or not everybody at the table may read it."""
    kind, _, rest = row.partition("/")
    if kind == "meter":
        meter = next(meter for meter in tables.meters if meter.id == rest)
        return road.scenario.meters[rest].label if _may(road, _seen(meter.seen)) else ""
    if row in ("relation/usa>ussr", "relation/ussr>usa"):
        one, _, other = rest.partition(">")
        return f"{name_of(road.scenario, one)} towards {name_of(road.scenario, other)}"
    return ""
