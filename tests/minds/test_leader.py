"""A profile is a person: who bargains, bargains more often; who is rigid, stands."""

from __future__ import annotations

from functools import cache

from game.insight.many import play, shares
from game.minds.roster import make
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

GAMES = 1_500


@cache
def hungary() -> tuple[Scenario, Tables]:
    scenario = load("hungary-1956")
    return scenario, compile_scenario(scenario)


@cache
def bargained(leader: str) -> float:
    """In which share of games Hungary gets what Poland got, with a leader in Moscow."""
    scenario, tables = hungary()
    worlds = play(tables, GAMES, (make("leader", scenario, tables, 0), make(leader, scenario, tables, 1)))
    return shares(tables, worlds)["polish-solution"]


def test_mikoyan_finds_the_polish_road_oftener_than_khrushchev_and_molotov_hardly_ever() -> None:
    assert bargained("mikoyan") > bargained("khrushchev") + 0.05
    assert bargained("molotov") < bargained("khrushchev")


def test_the_standard_leader_is_the_one_that_the_side_names() -> None:
    scenario, tables = hungary()
    assert make("leader", scenario, tables, 1).name == make("khrushchev", scenario, tables, 1).name
