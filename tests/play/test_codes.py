"""Run codes: short enough to read aloud, whole again on another machine, and hard to mistype unnoticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.model.scenario import Scenario
from game.play import code as codes
from game.play import letters
from game.play.game import Game
from game.problems import RecordError

PlayOn = Callable[..., Game]
ALONE = {"usa": "person", "ussr": "leader"}


@pytest.mark.parametrize("count", [0, 1, 3, 1_000])
def test_a_code_brings_back_the_game_wherever_it_stands(charlie: Scenario, play_on: PlayOn, count: int) -> None:
    game = play_on(Game.start(charlie, ALONE, 77), count)
    again = codes.decode(codes.encode(game), [charlie])
    assert again.worlds.digest() == game.worlds.digest()
    assert again.asked == game.asked
    assert (again.players, again.seed) == (game.players, game.seed)


def test_instruments_and_offers_are_in_the_code(charlie: Scenario) -> None:
    game = Game.start(charlie, ALONE, 5)
    game.choose("escorted", "back-channel")
    if game.asked and game.asked.kind == "round":
        game.choose("offer:metres+silence:private", "orders")
    again = codes.decode(letters.grouped(codes.encode(game)).lower(), [charlie])
    assert [beat.played for beat in again.beats] == [beat.played for beat in game.beats]


@pytest.mark.parametrize("players", [ALONE, {"usa": "person", "ussr": "person"}])
def test_a_whole_crisis_fits_in_thirty_two_letters(hungary: Scenario, play_on: PlayOn, players: dict[str, str]) -> None:
    game = play_on(Game.start(hungary, players, 123_456))
    code = codes.encode(game)
    assert len(code) <= letters.LONGEST
    assert codes.decode(code, [hungary]).worlds.digest() == game.worlds.digest()


def test_any_wrong_letter_and_any_two_swapped_are_noticed(charlie: Scenario, play_on: PlayOn) -> None:
    code = codes.encode(play_on(Game.start(charlie, ALONE, 9)))
    wrong = [
        code[:place] + letter + code[place + 1 :]
        for place in range(len(code))
        for letter in letters.LETTERS
        if letter != code[place]
    ]
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 1)
        if code[place] != code[place + 1]
    ]
    for bad in (*wrong, *swapped):
        with pytest.raises(RecordError, match="not a run code"):
            codes.decode(bad, [charlie])


def test_a_letter_too_few_or_too_many_opens_no_game(charlie: Scenario, play_on: PlayOn) -> None:
    """One in thirty-two of these passes the check letter, and is found out by what it says."""
    code = codes.encode(play_on(Game.start(charlie, ALONE, 9)))
    for bad in (code[:-1], code + "0", code[1:], "7" + code):
        with pytest.raises(RecordError):
            codes.decode(bad, [charlie])


def test_letters_that_look_like_digits_are_read_as_digits(charlie: Scenario) -> None:
    code = codes.encode(Game.start(charlie, ALONE, 9))
    assert letters.cleaned(code.replace("0", "o").replace("1", "l")) == code


def test_a_code_of_other_rules_or_of_no_crisis_says_so(
    charlie: Scenario, hungary: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = codes.encode(Game.start(charlie, ALONE, 9))
    with pytest.raises(RecordError, match="a crisis that this version does not have"):
        codes.decode(code, [hungary])
    monkeypatch.setattr(codes, "rules_digest", lambda *_: "0" * 16)
    with pytest.raises(RecordError, match="made under other rules"):
        codes.decode(code, [charlie])


def test_a_code_whose_world_came_out_otherwise_is_refused(charlie: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    game = Game.start(charlie, ALONE, 9)
    monkeypatch.setattr(codes, "_world", lambda _: 0 if game.worlds.digest()[:2] != "00" else 1)
    code = codes.encode(game)
    monkeypatch.undo()
    with pytest.raises(RecordError, match="another world"):
        codes.decode(code, [charlie])
