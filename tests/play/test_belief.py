"""What a side thinks of the other's resolve, told with what it was before and why."""

from __future__ import annotations

from game.model.scenario import Scenario
from game.play.belief import belief, report
from game.play.game import Game
from game.play.knowledge import Knowledge


def at_the_line(charlie: Scenario, seed: int, tool: str | None) -> Knowledge:
    """Washington has sent the jeeps and stood through the first round of the standoff, with an instrument or none."""
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, seed)
    game.choose("escorted")
    game.choose("hold", tool)
    return Knowledge(game, "usa")


def test_a_report_of_reconnaissance_is_told_with_how_often_it_is_right(charlie: Scenario) -> None:
    knowledge = at_the_line(charlie, 3, "reconnaissance")
    assert "85 in 100 such reports are right" in report(knowledge)
    assert "the report" in belief(knowledge).moved


def test_the_report_says_which_way_the_belief_moved(charlie: Scenario) -> None:
    for seed in range(6):
        plain, told = at_the_line(charlie, seed, None), at_the_line(charlie, seed, "reconnaissance")
        firmer = belief(told).now > belief(plain).now
        assert ("will not give way" in report(told)) == firmer


def test_without_reconnaissance_there_is_no_report(charlie: Scenario) -> None:
    assert report(at_the_line(charlie, 3, None)) == ""


def test_before_its_first_answer_a_side_thinks_what_it_thought(charlie: Scenario) -> None:
    found = belief(Knowledge(Game.start(charlie, {"usa": "person", "ussr": "history"}, 1), "usa"))
    assert found.now == found.before and found.moved == ()
