"""The terminal twin: plain lines, every action with a key, and typed lines that mean what they say."""

from __future__ import annotations

import pytest

from game.views.blocks import Action, Actions, Choices, Heading, Intent, Moment, Timeline, View
from game.views.desk import Desk
from game.views.terminal import about, meaning, render
from game.views.terminal_blocks import WIDTH

VIEW = View(
    "decision",
    "A question",
    (
        Heading("A question?"),
        Choices((
            Action("Send it", "1", Intent("choose", "send"), "It cannot be taken back."),
            Action("Wait", "2", Intent("choose", "wait"), closed="the train has left"),
        )),
        Timeline("", (Moment("23 Oct", "Before", action=Action("Go back", "", Intent("rewind", "0"))),)),
    ),
    foot=(
        Actions((Action("Look", "R", Intent("tool", "look"), "Costs 1."),), "Beside it", 2, 3),
        Actions((Action("Menu", "Esc", Intent("back")),)),
    ),
    default=Intent("choose", "send"),
    back=Intent("back"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("1", Intent("choose", "send")),
        (" r ", Intent("tool", "look")),
        ("R", Intent("tool", "look")),
        ("send", Intent("choose", "send")),
        ("se", Intent("choose", "send")),
        ("", Intent("choose", "send")),
        ("esc", Intent("back")),
        ("3", Intent("rewind", "0")),
        ("offer:a+b:private", Intent("choose", "offer:a+b:private")),
        ("bomb", None),
        ("quit", Intent("quit")),
    ],
)
def test_a_typed_line_is_a_key_a_number_or_an_id(typed: str, intent: Intent | None) -> None:
    assert meaning(VIEW, typed) == intent


def test_closed_actions_are_listed_with_their_reason_and_no_key() -> None:
    told = render(VIEW)
    assert " -  Wait\n     Closed: the train has left" in told
    assert "[R] Look" in told
    assert "(political capital 2 of 3)" in told


def test_a_question_mark_tells_more_about_an_action() -> None:
    assert about(VIEW, "? r") == "Look. Costs 1."
    assert about(VIEW, "?x") == ""


def test_no_line_is_wider_than_a_terminal_and_every_key_presses_something(desk: Desk) -> None:
    for intent in (
        Intent("open", "crises"),
        Intent("setup", "hungary-1956"),
        Intent("begin"),
        Intent("next"),
        Intent("next"),
    ):
        view = desk.view()
        assert all(len(line) <= WIDTH for line in render(view).split("\n"))
        for action in view.actions():
            if not action.closed and action.key:
                assert meaning(view, action.key) is not None
        desk.do(intent)


def _timeline_and_choices() -> View:
    """Two moments that lead back, whose inner numbers are not those on the screen, and a choice with a long id."""
    moments = tuple(
        Moment(when, "A question", action=Action("Go back here", "", Intent("rewind", inner)))
        for when, inner in (("Friday", "2"), ("Saturday", "1"))
    )
    choice = Action("Call out the army", "", Intent("choose", "hungarian-army"))
    return View("timeline", "Go back", (Timeline("The road", moments), Choices((choice,))), back=Intent("back"))


def test_a_number_means_what_stands_in_brackets_on_the_screen() -> None:
    assert meaning(_timeline_and_choices(), "1") == Intent("rewind", "2")
    assert meaning(_timeline_and_choices(), "2") == Intent("rewind", "1")


def test_a_single_letter_is_a_key_and_never_gives_an_order() -> None:
    assert meaning(_timeline_and_choices(), "h") is None
    assert meaning(_timeline_and_choices(), "hung") == Intent("choose", "hungarian-army")


def test_the_escape_key_itself_is_understood() -> None:
    assert meaning(_timeline_and_choices(), "\x1b") == Intent("back")
