"""Balance measures what it says: pairs as if alone, words as check counts them, findings beyond their bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.step import start
from game.insight import balance as measuring
from game.insight.balance import Balance, balance, findings, steps
from game.insight.balance_lengths import Meter, before
from game.insight.balance_robin import Cell, players, robin, standing
from game.insight.drama import Drama, Told, Watcher, aims_met
from game.insight.many import play, seeds
from game.insight.odds_figures import Share
from game.minds.roster import make
from game.minds.simple import SIMPLE
from game.minds.walk import walk
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.catalogue import find, load, open_scenario
from game.scenario.checks.base import Case
from game.scenario.checks.reading import compulsory
from game.scenario.compile import compile_scenario

CHARLIE = "checkpoint-charlie-1961"


@pytest.fixture(scope="module")
def charlie() -> Scenario:
    return load(CHARLIE)


@pytest.fixture(scope="module")
def tables(charlie: Scenario) -> Tables:
    return compile_scenario(charlie)


@pytest.fixture(scope="module")
def cells(charlie: Scenario, tables: Tables) -> list[Cell]:
    return robin(charlie, tables, 24)


DRAMA = Drama(36, (), 1.0, {}, {}, {"shot": 0.1, "paper": 0.9})


@pytest.fixture
def measured(charlie: Scenario, monkeypatch: pytest.MonkeyPatch) -> tuple[Balance, list[str]]:
    """A small balance of Checkpoint Charlie, and what it said while it worked. What takes long is taken as done."""
    said = list[str]()
    monkeypatch.setattr(measuring, "measure", lambda *_: DRAMA)
    return balance(charlie, 4, watch=said.append), said


def test_every_mind_meets_every_other_once(charlie: Scenario, cells: list[Cell]) -> None:
    usa, ussr = players(charlie, 0), players(charlie, 1)
    assert set(SIMPLE) < set(usa)
    assert usa[0] == "kennedy"
    assert [(cell.usa, cell.ussr) for cell in cells] == [(one, other) for one in usa for other in ussr]


def test_a_pair_plays_as_if_it_were_alone(charlie: Scenario, tables: Tables, cells: list[Cell]) -> None:
    """Many minds sit in one batch; what two of them come to is what they come to by themselves."""
    for usa, ussr in (("kennedy", "khrushchev"), ("climb", "mirror")):
        alone = play(tables, 24, (make(usa, charlie, tables, 0), make(ussr, charlie, tables, 1)))
        cell = next(one for one in cells if (one.usa, one.ussr) == (usa, ussr))
        assert [one.share for one in cell.aims] == pytest.approx([aims_met(tables, alone, side) for side in (0, 1)])


def test_minds_stand_in_order_of_what_they_met(cells: list[Cell]) -> None:
    shares = [one.share for one in standing(cells, 0).values()]
    assert shares == sorted(shares, reverse=True)


def test_words_before_a_question_are_those_that_check_counts(charlie: Scenario) -> None:
    opened = open_scenario(find(CHARLIE))
    case = Case(charlie, opened.root, opened.sound)
    for side in SIDES:
        mine = [name for name, decision in charlie.decisions.items() if decision.side == side] + [*charlie.standoffs]
        assert sum(before(charlie, name, side) for name in mine) == compulsory(case)[side][1]


def test_a_game_of_history_has_its_entries_and_questions_counted(charlie: Scenario, tables: Tables) -> None:
    """On the documented path nothing varies, so the middle is the number itself."""
    meter = Meter(charlie, tables)
    minds = make("history", charlie, tables, 0), make("history", charlie, tables, 1)
    walk(tables, start(tables, seeds(5)), minds, fated=True, watch=meter.see)
    lengths = meter.lengths()
    assert lengths.entries[0] == lengths.entries[2] > 5
    assert lengths.questions["usa"][1] >= 2
    assert lengths.words["usa"][1] > before(charlie, "escort", "usa")
    assert 0.0 <= lengths.below <= 1.0
    assert 0.0 <= lengths.above <= 1.0


def test_a_decision_is_weighed_from_the_world_in_which_it_came_up(charlie: Scenario, tables: Tables) -> None:
    """No row of a kept question comes from later: at the first question nothing has been chosen and no flag moved."""
    watcher, fresh = Watcher(tables), start(tables, seeds(40))
    walk(tables, fresh, (make("chance", charlie, tables, 0), make("chance", charlie, tables, 1)), watch=watcher.see)
    first = watcher.questions[0].worlds
    rows = [row for row in fresh if row.startswith(("flag/", "chosen/", "result/", "used/", "height/"))]
    assert all(np.array_equal(first[row], fresh[row]) for row in rows)


def test_it_says_what_it_is_at(charlie: Scenario, measured: tuple[Balance, list[str]]) -> None:
    assert len(measured[1]) == steps(charlie)


def test_findings_name_what_lies_beyond_the_bounds(measured: tuple[Balance, list[str]]) -> None:
    """A decision that moves nothing, a choice that nobody takes, one that always serves best, tension at the top."""
    told = measured[0]
    idle = Told("gate", "usa", 1.0, {"a": 0.99, "b": 0.01}, 0.01, True, {"a": 1.0, "b": 0.01})
    drama = replace(told.drama, decisions=(idle,), endings={"shot": 0.0, "paper": 1.0})
    found = findings(replace(told, drama=drama, lengths=replace(told.lengths, above=0.4, below=0.0)))
    assert [one.kind for one in found if one.place.startswith("gate")] == [
        "does not matter", "always taken", "never taken", "always best", "never best",
    ]  # fmt: skip
    assert ("never ends so", "shot") in [(one.kind, one.place) for one in found]
    assert "tension saturates" in [one.kind for one in found]


def test_a_rule_that_beats_the_leader_is_found(measured: tuple[Balance, list[str]]) -> None:
    sure = Share(0.2, 0.001), Share(0.3, 0.001)
    kennedy, climb = (Cell(name, "khrushchev", sure, 0.0, (0.0, 1.0)) for name in ("kennedy", "climb"))
    better = replace(climb, aims=(Share(0.6, 0.001), sure[1]))
    others = [replace(kennedy, usa=name) for name in ("chance", "yield", "mirror")]
    rivals = [replace(kennedy, ussr=name) for name in ("chance", "climb", "yield", "mirror")]
    found = findings(replace(measured[0], cells=(kennedy, better, *others, *rivals)))
    assert [one.place for one in found if one.kind == "rule beats leader"] == ["usa=climb"]
