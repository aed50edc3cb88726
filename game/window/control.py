"""What keys and pointer mean on a frame, without pygame: each gives the window's next state and perhaps an intent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.views.blocks import Action, Intent, View
from game.window.blocks_press import key_name
from game.window.frame import Frame
from game.window.layout import State, focus_of

#: Text sizes that Ctrl with plus and minus step through.
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
STEP = 96


@dataclass(frozen=True)
class Key:
    """A key: "enter", "escape", "tab", "up", "pagedown", "f11", ... or the character that it types."""

    name: str
    shift: bool = False
    ctrl: bool = False


@dataclass(frozen=True)
class Reply:
    """What follows: the window's state, an intent for the desk, another text size, full screen or back, pasting."""

    state: State
    intent: Intent | None = None
    scale: float | None = None
    fullscreen: bool = False
    paste: bool = False


def pressed(key: Key, view: View, frame: Frame, state: State, scale: float) -> Reply:
    """A key on a view (with its choices numbered) and the frame that shows it."""
    if key.ctrl and key.name == "v" and view.fields:
        return Reply(state, paste=True)
    if key.ctrl:
        return Reply(state, scale=stepped(key.name, scale))
    if key.name == "f11":
        return Reply(state, fullscreen=True)
    action = action_of(key, view)
    if key.name in ("enter", "space") and not (action and key.name == "space"):
        return Reply(state, _entered(view, frame, state))
    if key.name == "escape":
        return Reply(state, view.back or (action.intent if action else None))
    moved = _moved(key, frame, state)
    if moved is not None:
        return Reply(moved)
    return Reply(state, action.intent) if action else _typed(key, view, state, scale)


def _typed(key: Key, view: View, state: State, scale: float) -> Reply:
    """A key that no action names: a letter where something is typed, else plus and minus for the size of text."""
    if view.fields and len(key.name) == 1 and key.name.isalnum():
        return Reply(state, Intent("type", key.name))
    return Reply(state, scale=stepped(key.name, scale) if key.name in ("+", "-") else None)


def stepped(name: str, scale: float) -> float | None:
    """The text size after Ctrl with that key; None where the key means nothing."""
    if name == "0":
        return SCALES[0]
    if name in ("+", "=", "-", "_"):
        near = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - scale))
        return SCALES[max(0, min(len(SCALES) - 1, near + (1 if name in "+=" else -1)))]
    return None


def action_of(key: Key, view: View) -> Action | None:
    """The open action that names this key."""
    wanted = key_name(key.name).casefold()
    return next(
        (one for one in view.actions() if one.key and not one.closed and key_name(one.key).casefold() == wanted), None
    )


def _entered(view: View, frame: Frame, state: State) -> Intent | None:
    """What Enter means: the focused action, else the view's default. A closed action does nothing.

    Where the pointer gave the focus, an action with Enter on its cap comes first.
    """
    meant = focus_of(view, -1)
    focus = meant if state.pointed and meant >= 0 else frame.focus
    if 0 <= focus < len(frame.targets):
        return frame.targets[focus].intent
    return view.default


def _moved(key: Key, frame: Frame, state: State) -> State | None:
    """The state after a key that moves focus or page; None where it does neither."""
    page = max(STEP, frame.pane("room").view.h - STEP)
    turns = {"pagedown": page, "pageup": -page, "home": -frame.limit, "end": frame.limit}
    if key.name in turns:
        return scrolled(frame, state, turns[key.name])
    if key.name == "tab":
        return focused(frame, state, -1 if key.shift else 1, around=True)
    if key.name in ("left", "right"):
        return focused(frame, state, 1 if key.name == "right" else -1)
    if key.name in ("up", "down"):
        return _stepped_down(frame, state, 1 if key.name == "down" else -1)
    return None


def _stepped_down(frame: Frame, state: State, by: int) -> State:
    """Up or down: to the neighbouring action if it is in view, else the page moves towards it."""
    index = _neighbour(frame, by)
    if index is not None and (frame.focus < 0 or index != frame.focus):
        target = frame.targets[index]
        rest = frame.limit - frame.scroll if by > 0 else frame.scroll
        held_back = target.pane == "foot" and by > 0 and rest > 0
        if not held_back and abs(frame.revealing(index) - frame.scroll) <= STEP:
            return State(index, frame.revealing(index))
    return scrolled(frame, state, by * STEP)


def _neighbour(frame: Frame, by: int, around: bool = False) -> int | None:
    """The next target in a direction, or None where there is none."""
    count = len(frame.targets)
    if not count:
        return None
    if frame.focus < 0:
        return 0 if by > 0 else count - 1
    index = frame.focus + by
    return index % count if around else max(0, min(count - 1, index))


def focused(frame: Frame, state: State, by: int, around: bool = False) -> State:
    """The focus on a neighbour, scrolled into view."""
    index = _neighbour(frame, by, around)
    return state if index is None else State(index, frame.revealing(index))


def scrolled(frame: Frame, state: State, by: int) -> State:
    """The page moved by so many pixels, kept within its ends."""
    return replace(state, scroll=max(0, min(frame.limit, frame.scroll + by)))


def hovered(at: tuple[float, float], frame: Frame, state: State) -> State:
    """The pointer's place gives the focus to what lies under it."""
    index = frame.at(*at)
    return state if index < 0 or index == frame.focus else State(index, frame.scroll, pointed=True)


def clicked(at: tuple[float, float], frame: Frame, state: State) -> Reply:
    """A click presses what lies under it."""
    index = frame.at(*at)
    return Reply(hovered(at, frame, state), frame.targets[index].intent if index >= 0 else None)
