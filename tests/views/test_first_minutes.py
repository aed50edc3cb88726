"""The first five minutes (design, section 1): few keys, few words, and four things by the third choice."""

from __future__ import annotations

import re

from game.views.blocks import Advice, Choices, Heading, Intent, Prose, View
from game.views.desk import Desk
from game.views.terminal import meaning

MOST_KEYS = 3
MOST_WORDS = 90


def press(desk: Desk, key: str) -> None:
    """Press a key that the screen offers."""
    intent = meaning(desk.view(), key)
    assert intent is not None, f"{key} does nothing on {desk.view().name}"
    desk.do(intent)
    assert not desk.notice, desk.notice


def compulsory(view: View) -> int:
    """Words that must be read before choosing: title, brief, the advisers' lines, the labels of the choices."""
    texts: list[str] = []
    for block in view.room:
        if isinstance(block, Heading) or (isinstance(block, Prose) and block.tone == "brief"):
            texts.append(block.text)
        elif isinstance(block, Advice):
            texts.append(block.says)
        elif isinstance(block, Choices):
            texts += [action.label for action in block.actions]
    return sum(len(re.findall(r"[\w'’]+", text)) for text in texts)


def test_the_first_choice_comes_within_three_keys_and_ninety_words(desk: Desk) -> None:
    keys = ["", "1"]
    press(desk, keys[0])
    view = desk.view()
    assert view.name == "decision"
    assert compulsory(view) <= MOST_WORDS
    press(desk, keys[1])
    assert desk.game is not None and "usa" in desk.game.beats[0].played
    assert len(keys) <= MOST_KEYS


def test_by_the_third_choice_the_four_things_have_happened(desk: Desk) -> None:
    """The rival has answered, an adviser was wrong, an instrument was used, and something nobody ordered came near."""
    press(desk, "")
    press(desk, "b")
    press(desk, "1")
    told = _told(desk)
    press(desk, "1")
    told += _told(desk)
    assert desk.asked.kind in ("round", "alarm", "reply"), "the third choice is on the screen"
    assert "Moscow" in told, "the rival has visibly answered"
    assert "Clay was wrong" in told
    assert desk.game is not None and any(h.kind == "instrument" for h in desk.game.history)
    assert "Nobody has ordered any of this" in told
    assert any(beat.subject for beat in desk.game.beats) or desk.asked.kind == "alarm", "an accident in the street"


def _told(desk: Desk) -> str:
    """What the screens say up to the next question."""
    texts = []
    while desk.screen != "ask":
        texts += [block.text for block in desk.view().room if isinstance(block, Heading | Prose)]
        press(desk, "")
    return " ".join(texts)


def test_nothing_on_the_way_must_be_set_or_read_first(desk: Desk) -> None:
    desk.do(Intent("first"))
    assert desk.view().name == "decision"
    assert desk.view().side == "usa"
    assert desk.running.players == {"usa": "person", "ussr": "leader"}
