"""Why did they do that? Each answer of a leader whom nobody played has its story, told from its own numbers."""

from __future__ import annotations

import re

import pytest

from game.engine.single import changed, number
from game.minds.table import LEVELS
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.files import pages
from game.play.game import Game
from game.play.reasons import Reason, last_reasons, stories
from game.play.record import record, replay

SEEDS = range(1, 9)
LEVEL_NAMES = [level.id for level in LEVELS]


_ENDED: dict[tuple[int, str, str], Game] = {}


def ended(charlie: Scenario, seed: int, usa: str = "leader:quick", ussr: str = "leader:quick") -> Game:
    """A game between leaders, played once for all tests that only read it."""
    key = (seed, usa, ussr)
    if key not in _ENDED:
        _ENDED[key] = Game.start(charlie, {"usa": usa, "ussr": ussr}, seed)
    return _ENDED[key]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+(?=[A-Z\"])", text) if part]


@pytest.mark.parametrize("level", LEVEL_NAMES)
def test_at_every_level_every_answer_of_a_leader_has_its_story(charlie: Scenario, level: str) -> None:
    """Decisions, rounds, replies and accidents: as many stories as answers, each of two to four short sentences."""
    game = ended(charlie, 3, f"leader:{level}" if level != "standard" else "leader")
    told = stories(game)
    assert len(told) == sum(len(beat.played) for beat in game.beats)
    for one in told:
        found = sentences(one.text)
        assert 1 < len(found) <= 4, one.text
        assert max(len(part.split()) for part in found) <= 40, one.text
        assert not re.search(r"\.\.|nan|None|  | ,", one.text), one.text


def test_a_leader_who_looks_ahead_tells_how_many_futures_it_pictured_and_a_forgiving_one_does_not(
    charlie: Scenario,
) -> None:
    by_level = {level.id: level.pictures for level in LEVELS}
    told = stories(ended(charlie, 3, "leader:forgiving", "leader:hard"))
    assert all("futures" not in one.text for one in told if one.side == "usa")
    assert any(f"{by_level['hard']} " in one.text and "futures" in one.text for one in told if one.side == "ussr")


def test_the_story_rests_on_the_thought_that_led_to_the_order(charlie: Scenario) -> None:
    """What was taken in the kept thought is what was ordered, and every instrument is told with its reason."""
    for seed in SEEDS:
        for one in stories(ended(charlie, seed)):
            if one.beat.played[one.side].tool:
                assert "Beside it:" in one.text


def test_a_stored_game_tells_the_same_stories_without_having_asked_a_mind_while_it_was_opened(
    charlie: Scenario,
) -> None:
    game = ended(charlie, 2, "leader:forgiving", "leader")
    again = replay(record(game), charlie)
    assert not again.seats._thoughts
    assert texts(stories(again)) == texts(stories(game))


def texts(found: list[Reason]) -> list[str]:
    return [one.text for one in found]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_leaders_last_move_of_a_standoff_is_told(charlie: Scenario, seed: int) -> None:
    told = last_reasons(ended(charlie, seed))
    assert len(told) == 2
    assert {text.split()[0] for text in told} == {"Washington", "Moscow"}


def test_people_history_and_chance_get_no_reason(charlie: Scenario) -> None:
    assert stories(Game.start(charlie, {"usa": "history", "ussr": "chance"}, 2)) == []


def test_a_reason_rests_only_on_what_its_side_could_see(charlie: Scenario) -> None:
    """The same games, had the rival secretly been of the other kind at every step: told the same, but for the error."""
    for seed in SEEDS:
        game = Game.start(charlie, {"usa": "leader:quick", "ussr": "leader:quick"}, seed)
        told = texts([one for one in stories(game) if one.side == "ussr"])
        for place, beat in enumerate(game.beats):
            flipped = 1.0 - float(beat.before["resolute/usa"][0])
            blind = changed(changed(beat.before, "resolute/usa", flipped), "brittle", 9.0)
            game.beats[place] = type(beat)(**{**vars(beat), "before": blind})
        now = texts([one for one in stories(game) if one.side == "ussr"])
        assert [text.replace(", and was wrong", "") for text in now] == [
            text.replace(", and was wrong", "") for text in told
        ]


def test_what_a_leader_wrongly_believed_is_said_to_be_wrong(charlie: Scenario) -> None:
    found = [one.text for seed in SEEDS for one in stories(ended(charlie, seed))]
    assert any("and was wrong" in text for text in found)
    assert any("and was wrong" not in text for text in found)


def test_a_bluff_is_told_of_those_alone_who_would_not_have_seen_it_through(charlie: Scenario) -> None:
    found = [one for seed in range(1, 17) for one in stories(ended(charlie, seed))]
    bluffs = [one for one in found if "It was a bluff" in one.text]
    meant = [one for one in found if "It was meant" in one.text]
    assert bluffs and meant
    assert not any(number(one.beat.before, f"resolute/{one.side}") for one in bluffs)
    assert all(number(one.beat.before, f"resolute/{one.side}") for one in meant)


def test_what_stepping_back_alone_cost_is_what_standing_at_home_lost(charlie: Scenario) -> None:
    home = {"usa": "meter/kennedy-home", "ussr": "meter/khrushchev-home"}
    told = 0
    for seed in range(1, 17):
        game = ended(charlie, seed)
        for one in stories(game):
            price = re.search(r"Stepping back alone cost (\d+) points", one.text)
            if price:
                told += 1
                assert game.tables.sides[SIDES.index(one.side)].standing == home[one.side]
                before = number(one.beat.before, home[one.side])
                lowest = min(number(beat.after, home[one.side]) for beat in game.beats)
                assert 1 <= int(price[1]) <= before - lowest + 3
    assert told


def test_both_files_say_beside_each_order_of_a_leader_why_it_was_given(charlie: Scenario) -> None:
    game = ended(charlie, 4)
    ordered = [(page, side) for page in pages(game) for side in page.deeds]
    assert ordered and all(page.why[side] for page, side in ordered)
