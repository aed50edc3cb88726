"""A claim about causes is answered fairly: nothing comes of nothing, rows share their worlds, words keep to figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.insight import compare as asking
from game.insight.compare import Bar, Claim, Compared, Step, compare
from game.insight.compare_effect import Effect, Sums, effect, outcome_of, outcomes, pair
from game.insight.compare_words import HOLDS, LEANS, OPEN, TURNS, sentences, verdict
from game.insight.many import play
from game.insight.odds_figures import Share
from game.insight.roads import FREE, fork, reached
from game.insight.schools import assumptions
from game.minds.plain import Chance
from game.model.scenario import Scenario
from game.problems import GameError
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

CHARLIE = "checkpoint-charlie-1961"
ESCORT = Claim(CHARLIE, "escort", "escorted", "ask", worlds=60)


@pytest.fixture(scope="module")
def charlie() -> Scenario:
    return load(CHARLIE)


@pytest.fixture
def two_ranges(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Only two of the assumptions, so that a test is quick."""
    kept = {name: assumptions()[name] for name in ("sharpness", "then")}
    monkeypatch.setattr(asking, "assumptions", lambda: kept)
    return list(kept)


def found(gap: float, error: float = 0.005) -> Effect:
    return Effect(1_000, Share(0.1 + gap, error), Share(0.1, error), Share(gap, error), 0.02, 0.03)


def claimed(base: Effect, *ends: tuple[Effect | None, Effect | None]) -> Compared:
    """A claim of which only the figures matter; each pair of ends is an assumption's."""
    told = list(assumptions().items())
    bars = tuple(Bar(told[place][0], told[place][1], low, high) for place, (low, high) in enumerate(ends))
    return Compared(ESCORT, base, bars, {}, 1.0, True)


@pytest.mark.parametrize("on", ["war", "usa", "paper"])
def test_a_choice_beside_its_twin_makes_no_difference_at_all(charlie: Scenario, on: str) -> None:
    """The same choice under two names: not a small difference with an error, but none."""
    told = charlie.decisions["escort"]
    twin = replace(told, choices={**told.choices, "twin": told.choices["escorted"]})
    scenario = replace(charlie, decisions={**charlie.decisions, "escort": twin})
    at = fork(scenario, compile_scenario(scenario), "escort", FREE)
    places = at.choices.index("escorted"), at.choices.index("twin")
    answer = effect(pair(at, reached(scenario, at, 80), places, outcome_of(scenario, on)))
    assert answer.worlds == 80
    assert (answer.gap, answer.more, answer.less, answer.sign) == (Share(0.0, 0.0), 0.0, 0.0, 0)


def test_turning_a_claim_round_turns_its_sign(charlie: Scenario) -> None:
    at = fork(charlie, compile_scenario(charlie), "escort", FREE)
    worlds, aims = reached(charlie, at, 80), outcome_of(charlie, "usa")
    there, back = (effect(pair(at, worlds, places, aims)) for places in ((0, 2), (2, 0)))
    assert there.gap.share == pytest.approx(-back.gap.share)
    assert (there.more, there.less) == (back.less, back.more)


def test_every_row_is_asked_in_the_same_worlds(two_ranges: list[str]) -> None:
    """An end that assumes what holds anyway gives the claim's own figures, to the last digit."""
    steps = list[Step]()
    told = compare(ESCORT, watch=steps.append)
    by_name = {bar.id: bar for bar in told.bars}
    assert set(by_name) == set(two_ranges)
    assert by_name["then"].high == told.base
    assert all(one.worlds == told.base.worlds for bar in told.bars for _, one in bar.ends)
    assert [step.done for step in steps] == list(range(5))
    assert steps[-1].all == 5


def test_schools_stand_beside_the_model() -> None:
    told = compare(ESCORT, by_school=True)
    assert not told.bars
    assert set(told.schools) == {"orthodox", "revisionist", "post-revisionist"}
    assert all(one is not None and one.worlds == 60 for one in told.schools.values())


def test_an_interrupt_leaves_what_there_is(two_ranges: list[str]) -> None:
    """Stopped in the second assumption, the first and the claim itself are told, and that it was stopped."""

    def stop(step: Step) -> None:
        if step.done == 4:
            raise KeyboardInterrupt

    told = compare(ESCORT, watch=stop)
    assert not told.whole
    assert [bar.id for bar in told.bars] == two_ranges[:1]
    assert told.base.worlds == 60


def test_an_interrupt_before_anything_is_there_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "reached", stop)
    with pytest.raises(KeyboardInterrupt):
        compare(ESCORT)


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        (replace(ESCORT, at="escrot"), "did you mean 'escort'"),
        (replace(ESCORT, than="invade"), "escorted, alone, ask"),
        (replace(ESCORT, than="escorted"), "cannot be compared with itself"),
        (replace(ESCORT, on="peace"), "is no outcome"),
    ],
)
def test_a_name_that_is_not_there_says_what_is(claim: Claim, says: str) -> None:
    with pytest.raises(GameError) as error:
        compare(claim)
    assert says in str(error.value)


def test_every_outcome_with_a_name_lies_between_nothing_and_one(charlie: Scenario) -> None:
    tables = compile_scenario(charlie)
    final = play(tables, 30, (Chance(), Chance()))
    for name in outcomes(charlie):
        came = outcome_of(charlie, name)(tables, final)
        assert len(came) == 30
        assert 0.0 <= float(came.min()) <= float(came.max()) <= 1.0


@pytest.mark.parametrize(
    ("base", "ends", "kind", "says"),
    [
        (-0.05, [(-0.04, -0.06), (-0.03, -0.05)], HOLDS, "keeps its direction at both ends of each of 2 assumptions"),
        (-0.05, [(-0.04, -0.002)], LEANS, "cannot tell it from nothing"),
        (-0.05, [(-0.04, 0.06)], TURNS, "It turns round with"),
        (0.001, [(0.0, 0.002)], OPEN, "cannot tell the two choices apart"),
    ],
)
def test_the_verdict_says_no_more_than_the_rows(
    charlie: Scenario, base: float, ends: list[tuple[float, float]], kind: str, says: str
) -> None:
    told = claimed(found(base), *((found(low), found(high)) for low, high in ends))
    assert verdict(told) == kind
    answer, *rest = sentences(charlie, told)
    assert says in " ".join(rest)
    assert ("general war is rarer after A than after B" in answer) == (kind != OPEN)


def test_a_road_that_ends_much_sooner_is_said_to(charlie: Scenario) -> None:
    """A war that had no time to come is no merit of the choice."""
    told = claimed(replace(found(-0.05), days=(60.0, 20.0)))
    assert "60 days in the mean after A and for 20 after B" in " ".join(sentences(charlie, told))
    assert "days" not in " ".join(sentences(charlie, claimed(replace(found(-0.05), days=(60.0, 55.0)))))


def test_an_end_that_could_not_be_asked_is_left_out_of_the_verdict(charlie: Scenario) -> None:
    told = claimed(found(-0.05), (None, found(-0.04)))
    assert verdict(told) == HOLDS
    assert told.bars[0].width == 0.0


def test_sums_of_parts_are_the_sums_of_the_whole(charlie: Scenario) -> None:
    at = fork(charlie, compile_scenario(charlie), "escort", FREE)
    aims = outcome_of(charlie, "ussr")
    whole = pair(at, reached(charlie, at, 60), (0, 1), aims)
    parts = [pair(at, reached(charlie, at, 30, first), (0, 1), aims) for first in (1, 31)]
    assert effect(parts[0] + parts[1] + Sums()).gap.share == pytest.approx(effect(whole).gap.share)
