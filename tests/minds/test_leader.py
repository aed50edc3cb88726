"""A profile is a person: who bargains, bargains more often; who is rigid, stands."""

from __future__ import annotations

from functools import cache

from game.insight.many import play
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
def invaded(leader: str) -> float:
    """In which share of games a leader in Moscow orders the invasion."""
    scenario, tables = hungary()
    worlds = play(tables, GAMES, (make("leader", scenario, tables, 0), make(leader, scenario, tables, 1)))
    return float(worlds["flag/invaded"].mean())


def test_mikoyan_who_spoke_against_the_tanks_sends_them_less_often_than_khrushchev() -> None:
    assert invaded("mikoyan") < invaded("khrushchev") - 0.1


def test_molotov_who_bends_to_nobody_sends_them_more_often_than_mikoyan() -> None:
    assert invaded("molotov") > invaded("mikoyan") + 0.1


def test_the_standard_leader_is_the_one_that_the_side_names() -> None:
    scenario, tables = hungary()
    assert make("leader", scenario, tables, 1).name == make("khrushchev", scenario, tables, 1).name
