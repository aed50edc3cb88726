"""A reduced crisis is a game that OpenSpiel knows: its own checks pass, and it says how far minds are from equilibrium.

The crisis is the night at Checkpoint Charlie with two rounds, two rungs and one offer (benchmarks/spiel/reduced.py).
"""

from __future__ import annotations

import random

import numpy as np
import pytest

pyspiel = pytest.importorskip("pyspiel", reason="OpenSpiel has no wheel for this Python or machine")

from open_spiel.python.algorithms.expected_game_score import policy_value  # noqa: E402

from benchmarks.proofs.nash import best_gains, rows, said  # noqa: E402
from benchmarks.spiel.board import NAME, tree  # noqa: E402
from benchmarks.spiel.lines import Both, line, value  # noqa: E402
from benchmarks.spiel.reduced import OVER, Tree, met  # noqa: E402
from game.engine.prompts import prompt  # noqa: E402
from game.engine.single import alone, is_asked, moves, open_choices  # noqa: E402
from game.engine.step import step  # noqa: E402

WORLDS = 1


@pytest.fixture(scope="module")
def ways() -> Tree:
    return tree(WORLDS)


def test_openspiels_own_simulations_pass() -> None:
    """Random games with every check that OpenSpiel makes, each state written out and read back."""
    game = pyspiel.load_game(NAME, {"worlds": WORLDS})
    pyspiel.random_sim_test(game, num_sims=8, serialize=True, verbose=False)


def test_a_game_in_openspiel_is_the_same_game_in_the_engine() -> None:
    """The engine, asked and stepped one world at a time, offers the same answers and comes to the same aims."""
    game, luck = pyspiel.load_game(NAME, {"worlds": 2}), random.Random(4)
    for _ in range(12):
        state, seed = game.new_initial_state(), luck.randrange(2)
        state.apply_action(seed)
        tables = tree(2).tables
        world = alone(tables, seed + 1)
        for stage in tables.stages:
            asked = prompt(tables, world, stage)
            chosen = [-1, -1]
            for side in (0, 1):
                if asked is not None and is_asked(asked, side):
                    assert state.current_player() == side
                    able = [index for index, open_ in enumerate(open_choices(asked, side)) if open_]
                    assert state.legal_actions() == able
                    chosen[side] = luck.choice(able)
                    state.apply_action(chosen[side])
            world = step(tables, world, stage, moves(chosen, (-1, -1)))[0]
        assert state.is_terminal()
        assert state.returns() == [met(tables, world, side)[0] for side in (0, 1)]


def test_what_one_side_answers_in_secret_the_other_does_not_know(ways: Tree) -> None:
    """In one round Moscow's node says the same whatever Washington has just answered."""
    told = 0
    for node in ways.nodes:
        after = [ways.nodes[place] for place in node.leads.values()]
        if node.player == 0 and after and all(other.player == 1 for other in after):
            seen = {other.knows for other in after}
            same_stage = {id(ways.desks[other.knows].asked) for other in after} == {id(ways.desks[node.knows].asked)}
            assert not same_stage or len(seen) == 1
            told += same_stage
    assert told > 10


def test_a_side_that_cannot_tell_two_worlds_apart_knows_the_same_in_both() -> None:
    """With more worlds there are fewer things to know than places to know them in."""
    places = [node for node in tree(2).nodes if node.player >= 0]
    assert len({(node.player, node.knows) for node in places}) < len(places)
    first = [node for node in places if node.player == 0][:2]
    resolute = [bool(world) for world in alone_kinds()]
    assert (first[0].knows == first[1].knows) == (resolute[0] == resolute[1])


def alone_kinds() -> list[bool]:
    """Of which kind Washington's leader is in the first two worlds."""
    return [bool(alone(tree(2).tables, seed)["resolute/usa"][0]) for seed in (1, 2)]


def test_what_a_line_expects_is_what_openspiel_expects(ways: Tree) -> None:
    """Two ways to add up the same tree."""
    chance = line(ways, "chance", 16)
    game = pyspiel.load_game(NAME, {"worlds": WORLDS})
    both = Both(game, chance, chance)
    assert value(ways, chance, chance) == pytest.approx(policy_value(game.new_initial_state(), [both, both]))


def test_nash_conv_is_printed_for_each_mind_and_climbing_is_easy_to_exploit(
    ways: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    """No best reply loses by it, and always climbing leaves more on the table than the leader does."""
    found = {row.mind: row for row in rows(ways, ("climb", "leader:quick"), draws=8)}
    assert capsys.readouterr().out.splitlines() == [said(row) for row in found.values()]
    assert all(gain >= -1e-9 for row in found.values() for gain in row.gains)
    assert found["climb"].nash_conv > found["leader:quick"].nash_conv
    usa, ussr = best_gains(ways, line(ways, "climb", 8))
    assert (usa, ussr) == found["climb"].gains
    assert any(node.player == OVER and np.any(node.returns) for node in ways.nodes)
