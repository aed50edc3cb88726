"""Premises move what they name and nothing else; the shipped ones lie on both sides of the model, with reasons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game import resources
from game.engine.step import start
from game.insight.causes import PLAIN, Cast, cast
from game.insight.many import play, seeds
from game.insight.odds import Asked, odds
from game.insight.schools import assumptions, cast_at, cast_of, schools
from game.minds.leader import LeaderMind
from game.minds.roster import make
from game.model.causes import Footing, Premise
from game.model.parameters import DEFAULT
from game.model.parameters_standoff import STANDOFF
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import StandoffTable
from game.problems import GameError
from game.scenario.campaign_check import check_campaign
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

CHARLIE = "checkpoint-charlie-1961"
NAMES = sorted(assumptions())


@pytest.fixture(scope="module")
def charlie() -> Scenario:
    return load(CHARLIE)


def assumed(**told: object) -> Cast:
    return cast((Premise(says="a trial", **told),), {})  # type: ignore[arg-type]


def test_where_nothing_is_assumed_the_game_is_the_same_bit_for_bit(charlie: Scenario) -> None:
    tables = compile_scenario(charlie)
    usual = play(tables, 40, (make("leader", charlie, tables, 0), make("leader", charlie, tables, 1)))
    held = PLAIN.tables(charlie)
    again = play(held, 40, (PLAIN.mind("leader", charlie, held, 0), PLAIN.mind("leader", charlie, held, 1)))
    assert all(np.array_equal(usual[row], again[row]) for row in usual)
    assert PLAIN.begin(held, seeds(3)).digest() == start(tables, seeds(3)).digest()


def test_kinds_and_beliefs_of_one_side_move_alone(charlie: Scenario) -> None:
    """Moscow resolute in one world in five, Washington trusting at one half: all other rows stay as they were."""
    held = assumed(ussr=Footing(resolute=20), usa=Footing(trust=50, thinks=30))
    worlds, usual = (one.begin(one.tables(charlie), seeds(4_000)) for one in (held, PLAIN))
    assert float(worlds["resolute/ussr"].mean()) == pytest.approx(0.2, abs=0.02)
    assert worlds["trust/usa"][0] == pytest.approx(0.5)
    assert worlds["thinks/usa"][0] == pytest.approx(0.3)
    for row in ("resolute/usa", "trust/ussr", "thinks/ussr", "brittle", "fast"):
        assert np.array_equal(worlds[row], usual[row])


def test_whoever_is_resolute_seldom_is_so_in_the_same_worlds(charlie: Scenario) -> None:
    """A smaller share takes worlds away and adds none, so that rows of a table can be held against each other."""
    few, many = (assumed(ussr=Footing(resolute=share)).begin(PLAIN.tables(charlie), seeds(500)) for share in (25, 75))
    assert not (few["resolute/ussr"] & ~many["resolute/ussr"]).any()


def test_a_leader_is_bent_within_the_scale_and_replaced_by_name(charlie: Scenario) -> None:
    tables = PLAIN.tables(charlie)
    bent = assumed(usa=Footing(traits={"risk": -90.0, "nuke": 15.0}), sharpness=2.0)
    mind = bent.mind("leader", charlie, tables, 0)
    usual = make("leader", charlie, tables, 0)
    assert isinstance(mind, LeaderMind)
    assert isinstance(usual, LeaderMind)
    assert (mind.profile.risk, mind.profile.nuke) == (0.0, min(usual.profile.nuke + 15.0, 100.0))
    assert mind.strength == 2.0
    assert cast_at("washington", high=True).mind("leader", charlie, tables, 0).name == "Richard Nixon"
    assert bent.mind("history", charlie, tables, 0).name == "history"


def test_numbers_reach_the_rules_and_the_standoff(charlie: Scenario) -> None:
    held = assumed(rules={"bias": 0.5}, standoff={"rate": 0.8}).tables(charlie)
    assert held.parameters.bias == 0.5
    duels = [entry.what for entry in held.entries if isinstance(entry.what, StandoffTable)]
    assert [duel.own.rate for duel in duels] == [0.8] * len(duels)
    assert STANDOFF.rate != 0.8


@pytest.mark.parametrize("name", NAMES)
def test_each_range_holds_the_models_own_figure_and_says_why(name: str) -> None:
    """Both ends say something else, numbers lie on both sides of the model's, and traits move by equal points."""
    told = assumptions()[name]
    assert told.reason
    assert told.low != told.high
    for low, high, usual in (
        (told.low.rules, told.high.rules, DEFAULT),
        (told.low.standoff, told.high.standoff, STANDOFF),
    ):
        assert low.keys() == high.keys()
        assert all(low[key] < getattr(usual, key) < high[key] for key in low)
    for side in SIDES:
        down, up = getattr(told.low, side).traits, getattr(told.high, side).traits
        assert down == {trait: -points for trait, points in up.items()}
    assert told.low.sharpness * told.high.sharpness == pytest.approx(1.0)


def test_each_school_gives_a_reason_and_a_source_for_all_it_assumes() -> None:
    known = schools()
    assert list(known) == ["orthodox", "revisionist", "post-revisionist"]
    for school in known.values():
        assert all(premise.because and premise.sources for premise in school.assumes)


def test_a_school_changes_the_odds_and_not_the_question() -> None:
    plain, seen = (odds(Asked(CHARLIE, "escort", worlds=100, school=name)) for name in ("", "post-revisionist"))
    assert [one.choice for one in plain.figures] == [one.choice for one in seen.figures]
    assert [one.worlds for one in plain.figures] == [one.worlds for one in seen.figures]
    assert plain.figures != seen.figures


def test_a_school_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(GameError, match="orthodox, revisionist, post-revisionist"):
        cast_of("annales")


def test_check_finds_every_misspelt_premise(tmp_path: Path) -> None:
    """A number, a trait and a leader that are not there, and a leader of the other side."""
    wrong = {
        "rules: {bias: 0.0}": "rules: {biass: 0.0}",
        "traits: {nuke: 15}": "traits: {nukes: 15}",
        "leader: stevenson": "leader: stevensson",
        "leader: molotov": "leader: kennedy",
    }
    for path in (resources.scenarios() / "campaign").glob("*.yaml"):
        text = path.read_text("utf-8")
        for line, worse in wrong.items() if path.stem == "assumptions" else ():
            assert line in text
            text = text.replace(line, worse, 1)
        (tmp_path / path.name).write_text(text, "utf-8")
    errors = [problem for problem in check_campaign(tmp_path).problems if problem.level == "error"]
    assert [problem.hint for problem in errors] == [
        "did you mean 'bias'?",
        "did you mean 'nuke'?",
        "did you mean 'stevenson'?",
        "there are: khrushchev, molotov, malenkov, zhukov, mikoyan",
    ]
