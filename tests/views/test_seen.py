"""Non-interference: what a side may not know does not change a letter of what it reads (design, section 4)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace

import pytest

from game.engine.draft import Cause
from game.engine.single import changed, number
from game.engine.worlds import Worlds
from game.minds.sight import hidden
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.ask import Ask
from game.play.game import Beat, Game
from game.play.happenings import Happening, Moved
from game.views.blocks import View
from game.views.decision import decision, incident
from game.views.happened import happened
from game.views.offer import offer_view
from game.views.panels import panel
from game.views.standoff import reply_view, round_view
from game.views.state import State

QUESTIONS: dict[str, Callable[[Game, Ask, State], View]] = {
    "decision": decision, "incident": incident, "alarm": incident, "round": round_view, "reply": reply_view,
}  # fmt: skip


def twin(game: Game, side: str) -> Game:
    """The same game with everything that a side may not know turned round, in the world and in what happened."""
    other = copy.copy(game)
    other.worlds = turned(game, game.worlds, side)
    other.beats = [beat_turned(game, beat, side) for beat in game.beats]
    return other


def turned(game: Game, worlds: Worlds, side: str) -> Worlds:
    for row in hidden(game.tables, SIDES.index(side)):
        value = number(worlds, row)
        worlds = changed(worlds, row, 1.0 - value if value in (0.0, 1.0) else value * 0.5 + 3.0)
    return worlds


def beat_turned(game: Game, beat: Beat, side: str) -> Beat:
    own = SIDES.index(side)
    told = [replace(h, moved=tuple(_moved(moved, own) for moved in h.moved)) for h in beat.happenings]
    told = [replace(h, cause=Cause(h.kind, "hidden", "hidden")) if _secret(h, own) else h for h in told]
    extra = Happening(
        beat.minute, beat.entry, 0, Cause("choice", "hidden"), (Moved("tension", 9.0, (False, False)),), (False, False)
    )
    return replace(
        beat, happenings=(*told, extra), before=turned(game, beat.before, side), after=turned(game, beat.after, side)
    )


def _moved(moved: Moved, own: int) -> Moved:
    return moved if moved.seen[own] else replace(moved, amount=moved.amount * -2 + 5)


def _secret(happening: Happening, own: int) -> bool:
    return not happening.seen[own] and not any(moved.seen[own] for moved in happening.moved)


def views(game: Game, asked: Ask) -> list[View]:
    """Every view of a side at one question."""
    found = [QUESTIONS[asked.kind](game, asked, State()), QUESTIONS[asked.kind](game, asked, State(panel="advisers"))]
    found += [happened(game, asked.side, State()), happened(game, asked.side, State(panel="history"))]
    found += [panel(game, asked, State(panel=name)) for name in ("intelligence", "sources")]
    if asked.kind == "round":
        found.append(offer_view(game, asked, State(terms=("metres",))))
    return found


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("name", "seed"), [("charlie", 3), ("charlie", 8), ("hungary", 3)])
def test_what_a_side_may_not_know_changes_nothing_that_it_reads(
    name: str, seed: int, side: str, request: pytest.FixtureRequest
) -> None:
    scenario: Scenario = request.getfixturevalue(name)
    players = {side: "person", SIDES[1 - SIDES.index(side)]: "chance"}
    game = Game.start(scenario, players, seed)
    while game.asked is not None:
        assert views(game, game.asked) == views(twin(game, side), game.asked)
        game.choose(game.asked.open[seed % len(game.asked.open)].id)


def test_the_twin_really_differs(hungary: Scenario) -> None:
    game = Game.start(hungary, {"usa": "person", "ussr": "chance"}, 3)
    game.choose(game.asked.open[0].id if game.asked else "")
    assert twin(game, "usa").worlds.digest() != game.worlds.digest()
    assert twin(game, "usa").beats != game.beats
