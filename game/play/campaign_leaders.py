"""Who leads in a chapter: the leaders of history by date, or one who never led, by choice or by what came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.model.campaign import Campaign
from game.model.moment import minutes
from game.model.people import SIDES
from game.model.scenario import Scenario

#: Swaps that are in force, each with the minute from which it is.
Swapped = Mapping[str, int]
MOST = 32
_KEPT: dict[tuple[int, str], tuple[Scenario, Scenario]] = {}


@dataclass(frozen=True)
class Leading:
    """Who leads a side: the leader's id, and the swap by which it came about (empty in history)."""

    leader: str
    swap: str = ""


def leading(campaign: Campaign, swapped: Swapped, minute: int) -> dict[str, Leading]:
    """Who leads each side at a minute."""
    found = {side: Leading("") for side in SIDES}
    for lead in campaign.leads:
        if minutes(lead.since) <= minute:
            found[campaign.leaders[lead.leader].side] = Leading(lead.leader)
    for name, since in sorted(swapped.items(), key=lambda pair: pair[1]):
        swap = campaign.swaps[name]
        if since <= minute and not (swap.until and minute >= minutes(swap.until)):
            found[campaign.leaders[swap.leader].side] = Leading(swap.leader, name)
    return found


def instead(campaign: Campaign, who: Mapping[str, Leading], minute: int) -> list[tuple[str, str]]:
    """Leaders who never led, each with the name of him who led then and whom the texts go on naming."""
    then = leading(campaign, {}, minute)
    return [
        (campaign.leaders[one.leader].name, campaign.leaders[then[side].leader].name)
        for side, one in who.items()
        if one.swap and then[side].leader
    ]


def chosen(campaign: Campaign, swaps: tuple[str, ...]) -> dict[str, int]:
    """The swaps that were chosen before the campaign, from their own dates."""
    return {name: minutes(campaign.swaps[name].since) for name in swaps}


def led(campaign: Campaign, scenario: Scenario, who: Mapping[str, Leading]) -> Scenario:
    """A chapter's scenario with the leaders that never led there; the same object where there is none, or again."""
    key = id(scenario), ",".join(f"{side}={one.leader}" for side, one in who.items() if one.swap)
    if not key[1]:
        return scenario
    kept = _KEPT.pop(key, None)
    if kept is None or kept[0] is not scenario:
        kept = scenario, _led(campaign, scenario, who)
    _KEPT[key] = kept
    while len(_KEPT) > MOST:
        del _KEPT[next(iter(_KEPT))]
    return kept[1]


def _led(campaign: Campaign, scenario: Scenario, who: Mapping[str, Leading]) -> Scenario:
    leaders, sides = dict(scenario.leaders), dict(scenario.sides)
    for side, one in who.items():
        if one.swap:
            leaders[one.leader] = campaign.leaders[one.leader]
            sides[side] = replace(sides[side], leader=one.leader)
    return replace(scenario, leaders=leaders, sides=sides)


def added(campaign: Campaign, who: Mapping[str, Leading]) -> dict[str, float]:
    """What leaders who never led bring to every chapter under them, as rows."""
    amounts: dict[str, float] = {}
    for one in who.values():
        if one.swap:
            swap = campaign.swaps[one.swap]
            amounts |= {f"meter/{name}": amounts.get(f"meter/{name}", 0.0) + more for name, more in swap.meters.items()}
            amounts |= {f"flag/{name}": 1.0 for name in swap.set_}
            amounts |= {f"flag/{name}": -1.0 for name in swap.clear}
    return amounts


def gone(campaign: Campaign, before: Mapping[str, Leading], now: Mapping[str, Leading]) -> tuple[set[str], set[str]]:
    """What does not cross when leaders change: meters of their standing, and beliefs that the others had of them."""
    meters, beliefs = set[str](), set[str]()
    leaders = {one.leader for one in now.values()}
    for name, crossing in campaign.meters.items():
        if crossing.leader and crossing.leader not in leaders:
            meters.add(name)
    for place, side in enumerate(SIDES):
        if before and before[side].leader != now[side].leader:
            other = SIDES[1 - place]
            beliefs |= {f"thinks/{other}", f"trust/{other}"}
    return meters, beliefs
