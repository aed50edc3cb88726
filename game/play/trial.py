"""A scenario's own tests: history plays, except where a test gives a choice; what comes of it must be as told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.single import number
from game.model.scenario import Expect, Scenario, Test
from game.model.tables import Tables
from game.model.when import Range
from game.play.game import Game, Played
from game.problems import MoveError


@dataclass(frozen=True)
class Outcome:
    """What came of one test: the game, and a sentence for each thing that is not as expected."""

    test: Test
    game: Game
    faults: tuple[str, ...]


def run_test(scenario: Scenario, tables: Tables, test: Test) -> Outcome:
    """Play one test. Without choices of its own it plays as history did, history's luck included."""
    game = Game(scenario, tables, {"usa": "history", "ussr": "history"}, test.seed, True, fated=not test.choices)
    faults = _play(game, test.choices)
    return Outcome(test, game, (*faults, *_expected(game, test.expect)))


def _play(game: Game, choices: Mapping[str, str]) -> list[str]:
    """Run to the end with the given choices; a sentence for each that could not be made."""
    left, faults = dict(choices), list[str]()
    while (found := game.next_prompt()) is not None:
        entry = game.tables.entries[found.stage.entry].id
        played = game.thought(found)
        if found.stage.kind == "move" and entry in left:
            played = {side: Played(left.pop(entry)) for side in played}
        try:
            game.follow(played)
        except MoveError as error:
            faults.append(f"at '{entry}': {error.message}")
            game.follow(game.thought(found))
    return faults + [f"'{entry}' never opened, so that '{choice}' was not chosen" for entry, choice in left.items()]


def _expected(game: Game, expect: Expect) -> list[str]:
    faults = []
    if expect.ending and game.ending != expect.ending:
        faults.append(f"it ended in '{game.ending}', not in '{expect.ending}'")
    faults += _range("tension at the end", game.tension, expect.tension)
    faults += _range(
        "the highest tension", max((beat.tension for beat in game.beats), default=game.opening), expect.peak
    )
    for name, span in expect.meters.items():
        faults += _range(f"meter '{name}'", number(game.worlds, f"meter/{name}"), span)
    came = {beat.entry for beat in game.beats if beat.opened}
    return faults + [f"'{entry}' did not open" for entry in expect.opened if entry not in came]


def _range(what: str, value: float, span: Range | None) -> list[str]:
    """A sentence where a value lies outside its span."""
    if span is None:
        return []
    low = span.at_least is not None and value < span.at_least
    high = span.at_most is not None and value > span.at_most
    bound = f"below {span.at_least:g}" if low else f"above {span.at_most:g}" if high else ""
    return [f"{what} is {value:.1f}, {bound}"] if bound else []
