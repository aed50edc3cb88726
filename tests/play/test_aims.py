"""Aims in words: how each stands during a game, and why it was met or missed at its end."""

from __future__ import annotations

from collections.abc import Callable

from game.model.scenario import Scenario
from game.play.aims import aims
from game.play.game import Game
from game.play.knowledge import Knowledge

PlayOn = Callable[..., Game]


def test_an_aim_about_a_meter_says_where_it_is_and_what_it_needs(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "leader:quick", "ussr": "person"}, 1)
    border = {aim.label: aim for aim in aims(game, "ussr")}["The border holds"]
    assert border.why == "Ulbricht's border 56, needs 58"
    assert border.state == "not yet"


def test_nothing_is_met_or_missed_before_the_end(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "leader:quick", "ussr": "person"}, 1)
    assert {aim.state for side in charlie.sides for aim in aims(game, side)} <= {"so far", "not yet", "open"}


def test_a_side_reads_no_meter_that_it_cannot_see(charlie: Scenario) -> None:
    """Moscow's border is hidden from Washington; its aims, read with Washington's eyes, do not name it."""
    game = Game.start(charlie, {"usa": "person", "ussr": "leader:quick"}, 1)
    told = aims(game, "usa", Knowledge(game, "usa").worlds)
    assert not any("Ulbricht" in aim.why for aim in told)


def test_at_the_end_each_missed_aim_says_why(charlie: Scenario, play_on: PlayOn) -> None:
    missed = []
    for seed in range(12):
        game = play_on(Game.start(charlie, {"usa": "person", "ussr": "leader:quick"}, seed))
        missed += [aim for side in charlie.sides for aim in aims(game, side) if aim.state == "missed"]
    assert missed
    assert all(aim.why for aim in missed)


def test_a_shot_over_their_heads_is_a_shot(charlie: Scenario) -> None:
    """Where Moscow climbs to its fourth rung and nothing else goes wrong, nobody may say that nobody fired."""
    for seed in range(40):
        game = Game.start(charlie, {"usa": "history", "ussr": "person"}, seed)
        while game.asked is not None:
            moves = [option.id for option in game.asked.open]
            game.choose("climb" if "climb" in moves and game.beats[-1].height("ussr") < 3 else moves[0])
        if any(h.kind == "rung" and h.cause.part == "3" for h in game.history) and not game.war:
            break
    told = {aim.label: aim for aim in aims(game, "ussr")}["Nobody fires"]
    assert told.state == "missed"
    assert "Soviet soldiers fired" in told.why
