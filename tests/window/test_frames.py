"""Every kind of screen at every size: nothing overlaps, nothing is cut off, everything can be reached and read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from game.views.blocks import View
from game.window.fonts import FontMetrics
from game.window.frame import Box, Frame, Item, Text
from game.window.layout import State, arrange, numbered
from tests.window import samples

SIZES = ((960, 600), (1280, 800), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
ALL = sorted(samples.ALL)


class Mono:
    """Metrics of a font whose every letter is half as wide as high."""

    def width(self, text: str, face: str, size: int) -> float:
        return len(text) * size / 2


def framed(view: View, size: tuple[int, int] = (1280, 800), scale: float = 1.0, state: State | None = None) -> Frame:
    return arrange(view, size, scale, FontMetrics(), state or State())


def texts(frame: Frame) -> list[Text]:
    return [item for item in frame.items if isinstance(item, Text)]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scale", SCALES)
def test_no_words_overlap_and_all_lie_on_the_page(name: str, size: tuple[int, int], scale: float) -> None:
    frame = framed(samples.ALL[name], size, scale)
    said = texts(frame)
    assert said
    for text in said:
        pane = frame.pane(text.pane)
        assert text.rect.x >= pane.view.x, f"{text.text!r} begins left of its pane"
        assert text.rect.right <= pane.view.right, f"{text.text!r} runs out of its pane"
        top = pane.view.y if text.pane in ("answers", "foot") else 0
        assert top <= text.rect.y and text.rect.bottom <= top + pane.height, f"{text.text!r} is above or below its page"
    for one, other in combinations(said, 2):
        assert one.pane != other.pane or not one.rect.meets(other.rect), f"{one.text!r} overlaps {other.text!r}"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scale", SCALES)
def test_every_action_has_one_button_that_scrolling_brings_into_view(
    name: str, size: tuple[int, int], scale: float
) -> None:
    view = numbered(samples.ALL[name])
    frame = framed(view, size, scale)
    assert [box.number for box in frame.targets] == list(range(len(view.actions())))
    for index, (action, box) in enumerate(zip(view.actions(), frame.targets, strict=True)):
        assert box.intent == (None if action.closed else action.intent)
        shown = framed(view, size, scale, State(index, frame.revealing(index)))
        rect, pane = shown.shown(shown.targets[index]), shown.pane(shown.targets[index].pane).view
        assert rect.y < pane.bottom and rect.bottom > pane.y, f"{action.label!r} cannot be scrolled into view"
        assert rect.h > pane.h or (rect.y >= pane.y and rect.bottom <= pane.bottom), f"{action.label!r} is cut off"


@pytest.mark.parametrize("name", ALL)
def test_words_inside_a_button_stay_inside_it(name: str) -> None:
    frame = framed(samples.ALL[name])
    for key in (item for item in frame.items if isinstance(item, Box) and item.role == "key"):
        assert any(box.rect.meets(key.rect) and box.rect.right >= key.rect.right for box in frame.targets)


@pytest.mark.parametrize("name", ALL)
def test_every_word_of_a_view_is_spoken(name: str) -> None:
    """What a screen reader would read holds every string that the blocks hold, and says nothing twice in a row."""
    frame = framed(samples.ALL[name])
    said = [label for _, label in frame.spoken()]
    whole = " ".join(said)
    for action in samples.ALL[name].actions():
        assert action.label in whole
        assert action.closed.rstrip(".") in whole
    for block in samples.ALL[name].room:
        assert getattr(block, "text", "") in whole
    assert all(one != other or not one for one, other in pairwise(said))


def test_a_decision_reads_rail_then_question_then_choices_then_foot() -> None:
    frame = framed(samples.DECISION)
    said = [label for _, label in frame.spoken()]
    wanted = [
        "Tension: 78, ▲ 22 since yesterday",
        "U-2 photographs reach you: +6",
        "How will you answer the missile sites?",
        "McNamara, Defense:",
        "“Stop the ships. It leaves him time to turn.”",
    ]
    places = [said.index(label) for label in wanted]
    assert places == sorted(places)
    buttons = [item.label for item in frame.targets]
    assert buttons[0].startswith("Announce a naval quarantine. Public.")
    assert buttons[0].endswith("(key 1)")
    assert buttons[3] == "Take it to the Security Council. Closed: the photographs are still secret (key 4)"
    assert buttons[4].startswith("Back channel") and "chosen" in buttons[4]


def test_a_closed_choice_stays_on_the_table_says_why_and_cannot_be_pressed() -> None:
    frame = framed(samples.DECISION)
    assert "Closed: the photographs are still secret." in frame.words()
    closed = frame.targets[3]
    assert closed.closed and closed.intent is None


def test_key_caps_stand_beside_everything_that_can_be_pressed() -> None:
    frame = framed(samples.DECISION)
    keys = [item for item in frame.items if isinstance(item, Box) and item.role == "key"]
    assert len(keys) == len(frame.targets)
    words = frame.words().split("\n")
    assert all(key in words for key in ("1", "2", "3", "4", "B", "A", "R", "P", "I", "S"))


def test_choices_without_keys_are_numbered() -> None:
    view = numbered(samples.STANDOFF)
    assert [action.key for action in view.actions()] == ["1", "2", "3", "4"]


def test_the_rail_stands_left_at_the_usual_size_and_folds_to_a_strip_at_large_text() -> None:
    usual, large = framed(samples.DECISION), framed(samples.DECISION, scale=2.0)
    assert usual.pane("rail").view.right == usual.pane("room").view.x == 320
    assert [pane.name for pane in large.panes] == ["room", "window"]
    tension = next(text for text in texts(large) if text.text == "78")
    question = next(text for text in texts(large) if text.text.startswith("How will"))
    gauges = next(text for text in texts(large) if text.text == "AT HOME")
    assert tension.rect.bottom < question.rect.y < gauges.rect.y
    assert large.limit > 0


def test_the_foot_stays_in_view_while_the_page_scrolls() -> None:
    frame = framed(samples.OPENED, state=State(scroll=10_000))
    foot = frame.pane("foot")
    assert frame.scroll == frame.limit > 0
    assert foot.view.bottom == 800 and foot.slack == 0
    assert frame.offset("room") > 0


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_answers_of_a_standoff_are_in_view_at_once_and_while_the_page_scrolls(size: tuple[int, int]) -> None:
    for scroll in (0, 10_000):
        frame = framed(samples.BRINK, size, state=State(scroll=scroll))
        for box in frame.targets[:4]:
            rect = frame.shown(box)
            assert box.pane == "answers" and rect.y >= 0 and rect.bottom <= frame.pane("foot").view.y


def test_a_full_standoff_puts_what_does_not_fit_between_its_ladders_under_them() -> None:
    frame = framed(samples.BRINK)
    guess = next(text for text in texts(frame) if text.text.startswith("1 in 60"))
    lowest = next(text for text in texts(frame) if text.text == "Withdraw in silence")
    safer = next(text for text in texts(frame) if text.text.startswith("Safer"))
    assert guess.rect.y < lowest.rect.y < safer.rect.y


def test_the_same_view_gives_the_same_frame() -> None:
    assert framed(samples.DEBRIEF) == framed(samples.DEBRIEF)
    mono = [arrange(samples.DEBRIEF, (1280, 800), 1.0, Mono(), State()) for _ in range(2)]
    assert mono[0] == mono[1]


def test_the_action_of_enter_is_marked_until_the_focus_moves() -> None:
    assert framed(samples.TITLE).focus == 0
    assert framed(samples.DECISION).focus == -1
    assert framed(samples.TITLE, state=State(focus=2)).focus == 2


def _bearing(frame: Frame, colour: str) -> list[Item]:
    return [item for item in frame.items if colour in (getattr(item, name, "") for name in ("colour", "fill", "edge"))]


def test_washington_is_never_blue_nor_moscow_red_without_its_word() -> None:
    frame = framed(samples.STANDOFF)
    assert "Washington (you)" in frame.words() and "Moscow" in frame.words()
    shapes = [item.role for item in _bearing(frame, "#8DB8E0") + _bearing(frame, "#E58A76")]
    assert shapes.count("picture") == 2


def test_war_has_no_rail_no_line_and_no_amber_but_the_key_that_leads_on() -> None:
    frame = framed(samples.WAR)
    assert "rail" not in [pane.name for pane in frame.panes]
    amber = _bearing(frame, "#E5A84B")
    assert all(getattr(item, "text", "Enter") in ("Enter", "What led here") for item in amber)


def test_a_document_says_at_its_foot_whose_words_it_holds() -> None:
    frame = framed(samples.LETTER)
    paper = next(item for item in frame.items if item.role == "document")
    foot = next(item for item in texts(frame) if item.text.startswith("Khrushchev to Kennedy"))
    stamp = next(item for item in texts(frame) if item.angle)
    for inner in (foot, stamp):
        assert paper.rect.x < inner.rect.x and inner.rect.right < paper.rect.right
    assert stamp.text == "EYES ONLY"


def test_long_words_are_cut_rather_than_run_out_of_the_page() -> None:
    from dataclasses import replace

    from game.views.blocks import Prose

    view = replace(samples.CURTAIN, room=(Prose("x" * 400, "brief"),))
    frame = framed(view, (960, 600), 2.0)
    assert all(text.rect.right <= 960 for text in texts(frame))
    assert sum(text.text.count("x") for text in texts(frame)) == 400
