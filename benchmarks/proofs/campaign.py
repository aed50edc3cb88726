"""The campaign: every rule can work, and whole campaigns come to their closing page whoever plays them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np

from benchmarks.proof import write
from game.engine.holds import mask
from game.engine.step import start
from game.engine.worlds import Worlds
from game.insight.coverage import Seeker, Tally
from game.insight.many import seeds
from game.insight.openings import opened, openings
from game.minds.plain import Chance
from game.minds.roster import make
from game.minds.walk import walk
from game.model.campaign import Rule
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.play.campaign import Road, Terms
from game.scenario.campaign import load_campaign
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario
from game.scenario.conditions import compile_condition
from game.views.campaign_watched import watched_campaign

GAMES, CAMPAIGNS = 4_000, 60
PLAYERS = (("leader", "leader"), ("chance", "leader"), ("leader", "chance"), ("chance", "chance"))


def main() -> int:
    """Prove rules and whole campaigns; 1 where a rule never holds or a campaign does not come to its end."""
    campaign = load_campaign()
    held = rules(campaign.rules)
    ended = campaigns(CAMPAIGNS)
    dead = sorted(name for name, count in held.items() if not count)
    write("campaign", {"games": GAMES, "rules": held, "dead": dead, "campaigns": ended}, "make proof ONLY=campaign")
    print(f"{len(held)} rules, of which {len(dead)} never hold: {', '.join(dead) or 'none'}; campaigns: {ended}")
    return 1 if dead else 0


def rules(told: dict[str, Rule]) -> dict[str, int]:
    """In how many games of its chapter each rule holds."""
    found = {}
    for chapter in dict.fromkeys(rule.after for rule in told.values()):
        scenario = load(chapter)
        tables = compile_scenario(scenario)
        batches = list(_played(scenario, tables))
        for name, rule in told.items():
            if rule.after == chapter:
                found[name] = sum(_holds(scenario, tables, worlds, rule) for worlds in batches)
    return found


def _played(scenario: Scenario, tables: Tables) -> list[Worlds]:
    """Games by leaders, by chance and by seekers, on the first days that a campaign may bring."""
    seeker = Seeker(Tally(tables))
    leaders = make("leader", scenario, tables, 0), make("leader", scenario, tables, 1)
    days, found = openings(scenario), []
    for day in days:
        for minds in (leaders, (Chance(), Chance()), (seeker, seeker)):
            worlds = start(opened(tables, day), seeds(GAMES // (3 * len(days)) + 1))
            found.append(walk(tables, worlds, minds, watch=seeker.tally.see if minds[0] is seeker else None))
    return found


def _holds(scenario: Scenario, tables: Tables, worlds: Worlds, rule: Rule) -> int:
    met = mask(tables, worlds.rows, compile_condition(scenario, rule.when))
    if rule.endings:
        places = [place for place, ending in enumerate(tables.endings) if ending.id in rule.endings]
        met = met & np.isin(worlds["ending"], places)
    return int(np.count_nonzero(met))


def campaigns(count: int) -> dict[str, int]:
    """How whole campaigns end, each played and told to its closing page."""
    campaign, opened_once, found = load_campaign(), cache(load), Counter[str]()
    for seed in range(count):
        usa, ussr = PLAYERS[seed % len(PLAYERS)]
        road = Road(campaign, Terms({"usa": usa, "ussr": ussr}, seed, True), opened_once)
        told = "".join(watched_campaign(road))
        assert campaign.closing.question.upper() in told
        found["war" if road.war else "to the end"] += 1
    return dict(found)
