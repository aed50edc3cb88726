"""A campaign of three small chapters, made from the bridge of the scenario tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.model.campaign import Campaign
from game.model.scenario import Scenario
from game.play.campaign import Road, Terms
from game.scenario.campaign import open_campaign
from game.scenario.catalogue import load as load_scenario
from tests.scenario.samples import BRIDGE, changed, written

#: Chapter ids by year; each is the same bridge, closed again.
CHAPTERS = {"bridge": "1958", "ferry": "1960", "tunnel": "1962"}

CAMPAIGN = """
format: 1
id: bridges
title: Three bridges
question: Who gives way, three times?
about: An invented campaign about a bridge.
starts: 1958-01-01
ends: 1962-12-31
chapters:
  - {scenario: bridge, about: It begins.}
  - {scenario: ferry, about: It goes on.}
  - {scenario: tunnel, about: It ends.}
meters:
  nato: {label: NATO}
  home: {label: At home, leader: eisenhower}
  pact: {label: The Pact, keeps: 100, weight: 0.5}
flags:
  promised: {set: Moscow remembers a promise., seen_by: [ussr]}
  open: {set: The bridge has been open before.}
rules:
  opened-once:
    after: bridge
    endings: [opened]
    when: {flags: [open]}
    meters: {nato: 6}
    resolve: {usa: -10}
    relations: {"usa>ussr": 8}
    told: Lorries have crossed the bridge, and drivers ask when they may again.
  as-then:
    after: bridge
    endings: [closed]
    meters: {nato: -20}
    told: Never told, for it was so in history.
  only-the-tunnel:
    after: bridge
    when: {chosen: {answer: [flour]}}
    into: [tunnel]
    meters: {pact: 10}
    told: The tunnel was dug because the bridge once opened.
    seen_by: [ussr]
leads:
  - {leader: eisenhower, since: 1953-01-20}
  - {leader: khrushchev, since: 1953-09-07}
  - {leader: kennedy, since: 1961-01-20, told: Kennedy is President.}
swaps:
  molotov:
    {label: Molotov, leader: molotov, since: 1959-01-01, told: Molotov leads., meters: {pact: 4}, set: [promised]}
schools:
  first:
    name: First
    who: One historian
    holds: It was them.
    verdicts: [{ended: [war], says: It burned.}, {says: It did not.}]
    readings:
      - {fits: {by: [ussr], way: worse}, says: "On {when} {who} did it: {what}."}
      - {says: "On {when}, something."}
    leaves_out: Everything else.
closing:
  question: How did it change?
  then: It did.
  asks: [{ended: [war], asks: Whose fault?}, {asks: What do you say?}]
"""

ALONE = {"usa": "person", "ussr": "person"}


@cache
def scenarios(folder: Path) -> dict[str, Scenario]:
    """The chapters, built once for a folder."""
    found = {}
    for name, year in CHAPTERS.items():
        text = changed("id: bridge", f"id: {name}", BRIDGE.replace("1958-", f"{year}-"))
        found[name] = load_scenario(written(folder / name, text, f"{name}.yaml"))
    return found


def campaign(folder: Path, text: str = CAMPAIGN) -> Campaign:
    """The campaign, built from its file."""
    opened = open_campaign(written(folder, text, "campaign.yaml"))
    assert opened.campaign is not None, opened.problems
    assert not opened.problems
    return opened.campaign


def road(folder: Path, seed: int = 5, swaps: tuple[str, ...] = (), text: str = CAMPAIGN) -> Road:
    """Two people set out on the campaign."""
    return Road(campaign(folder, text), Terms(ALONE, seed, False, swaps), scenarios(folder).__getitem__)


def play(told: Road, *choices: str) -> None:
    """One chapter with these orders, left behind."""
    game = told.begin()
    for choice in choices:
        game.choose(choice)
    told.close()
