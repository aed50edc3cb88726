"""What keys and pointer mean: everything can be done with either, and nothing that is closed can be pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.views.blocks import Action, Actions, Intent, View
from game.window.control import Key, Reply, clicked, hovered, pressed
from game.window.fonts import FontMetrics
from game.window.frame import Frame
from game.window.layout import State, arrange, numbered
from tests.window import samples


def press(view: View, name: str, state: State | None = None, *, shift: bool = False, ctrl: bool = False) -> Reply:
    view, state = numbered(view), state or State()
    return pressed(Key(name, shift, ctrl), view, framed(view, state), state, 1.0)


def framed(view: View, state: State | None = None, size: tuple[int, int] = (1280, 800), scale: float = 1.0) -> Frame:
    return arrange(numbered(view), size, scale, FontMetrics(), state or State())


@pytest.mark.parametrize("name", sorted(samples.ALL))
def test_every_open_action_answers_to_the_key_on_its_cap(name: str) -> None:
    view = numbered(samples.ALL[name])
    first: dict[str, Action] = {}
    for action in view.actions():
        if not action.closed:
            first.setdefault(action.key.lower(), action)
    for key, action in first.items():
        wanted = {"esc": "escape"}.get(key, key)
        if wanted != "f11":
            assert press(view, wanted).intent == action.intent


@pytest.mark.parametrize("name", sorted(samples.ALL))
def test_every_action_answers_to_a_click_on_its_middle(name: str) -> None:
    view = numbered(samples.ALL[name])
    for index, action in enumerate(view.actions()):
        frame = framed(view)
        frame = replace(frame, scroll=frame.revealing(index))
        rect = frame.shown(frame.targets[index])
        reply = clicked((rect.x + rect.w / 2, rect.y + rect.h / 2), frame, State())
        assert reply.intent == (None if action.closed else action.intent)


def test_enter_on_the_title_starts_the_first_game_with_nothing_focused() -> None:
    assert press(samples.TITLE, "enter").intent == Intent("start", "checkpoint-charlie-1961")
    assert press(samples.TITLE, "space").intent == Intent("start", "checkpoint-charlie-1961")


def test_enter_does_nothing_where_nothing_is_focused_and_nothing_is_meant() -> None:
    assert press(samples.DECISION, "enter").intent is None


def test_escape_goes_back() -> None:
    assert press(samples.DECISION, "escape").intent == Intent("menu")


def test_the_key_of_a_closed_choice_does_nothing() -> None:
    assert press(samples.DECISION, "4") == Reply(State())


def test_enter_on_a_closed_choice_does_nothing() -> None:
    assert press(samples.DECISION, "enter", State(focus=3)).intent is None


def test_arrows_walk_the_choices_in_reading_order_and_stop_at_the_ends() -> None:
    state, walked = State(), []
    for _ in range(12):
        state = press(samples.DECISION, "right", state).state
        walked.append(state.focus)
    assert walked == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9]


def test_tab_goes_round_in_both_directions() -> None:
    assert press(samples.STANDOFF, "tab", State(focus=3)).state.focus == 0
    assert press(samples.STANDOFF, "tab", State(focus=0), shift=True).state.focus == 3


def test_down_then_enter_presses_the_first_choice() -> None:
    state = press(samples.DECISION, "down").state
    assert state.focus == 0
    assert press(samples.DECISION, "enter", state).intent == Intent("choose", "Announce a naval quarantine")


def test_down_scrolls_a_long_page_before_it_reaches_the_foot() -> None:
    view = replace(samples.OPENED, room=samples.OPENED.room[:-1])
    long = replace(view, room=view.room * 3)
    state, scrolls = State(), [0]
    for _ in range(40):
        frame = framed(long, state)
        state = pressed(Key("down"), numbered(long), frame, state, 1.0).state
        scrolls.append(state.scroll)
        if state.focus >= 0:
            break
    assert scrolls == sorted(scrolls)
    assert state.focus == 0 and scrolls[-1] == framed(long).limit


@pytest.mark.parametrize("keys", [("end", "home"), ("pagedown", "pageup")])
def test_a_page_scrolls_by_key_to_its_end_and_back(keys: tuple[str, str]) -> None:
    state, frame = State(), framed(samples.OPENED)
    assert frame.limit > 0
    for _ in range(5):
        state = press(samples.OPENED, keys[0], state).state
    assert state.scroll == frame.limit
    for _ in range(5):
        state = press(samples.OPENED, keys[1], state).state
    assert state.scroll == 0


def test_ctrl_changes_the_size_of_text_between_100_and_200_percent() -> None:
    assert press(samples.TITLE, "+", ctrl=True).scale == 1.25
    assert press(samples.TITLE, "=", ctrl=True).scale == 1.25
    assert press(samples.TITLE, "-", ctrl=True).scale == 1.0
    assert press(samples.TITLE, "0", ctrl=True).scale == 1.0
    assert press(samples.TITLE, "s", ctrl=True) == Reply(State(), scale=None)


TYPING = replace(samples.SETUP, room=samples.SETUP.room[:2], fields={"code": "7K"})


def test_letters_are_typed_where_something_is_typed_and_nowhere_else() -> None:
    assert press(TYPING, "z").intent == Intent("type", "z")
    assert press(TYPING, "v", ctrl=True).paste
    assert press(samples.SETUP, "z") == Reply(State())
    assert not press(samples.SETUP, "v", ctrl=True).paste


def test_plus_and_minus_alone_change_the_size_of_text_where_no_action_has_them() -> None:
    assert press(samples.DECISION, "+").scale == 1.25
    assert press(samples.DECISION, "-").scale == 1.0


def test_enter_means_what_its_cap_says_while_only_the_pointer_has_the_focus() -> None:
    pointed = State(focus=0, pointed=True)
    assert press(samples.SETUP, "enter", pointed).intent == Intent("begin")
    assert press(samples.SETUP, "space", State(focus=0)).intent == Intent("choose", "Moscow")
    assert press(samples.DECISION, "enter", pointed).intent == Intent("choose", "Announce a naval quarantine")


def test_f11_asks_for_the_full_screen() -> None:
    assert press(samples.TITLE, "f11").fullscreen


def test_letters_work_in_either_case() -> None:
    assert press(samples.TITLE, "s").intent == press(samples.TITLE, "S").intent == Intent("go", "settings")


def test_the_pointer_gives_the_focus_and_leaves_it_where_there_is_nothing() -> None:
    frame = framed(samples.DECISION)
    rect = frame.shown(frame.targets[1])
    state = hovered((rect.x + 5, rect.y + 5), frame, State())
    assert state.focus == 1
    assert hovered((1270, 5), frame, state).focus == 1


def test_a_key_named_enter_is_pressed_by_enter_even_without_a_default() -> None:
    send = Actions((Action("Send", "Enter", Intent("send")),))
    view = replace(samples.SETUP, default=None, foot=(send,))
    assert press(view, "enter").intent == Intent("send")
