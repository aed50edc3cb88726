"""The terminal twin: a view as plain lines that fit 80 columns and can be read aloud, and what a typed line means.

No colour, no boxes, no cursor: every line stands alone, and every action is listed with the key that presses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.views.blocks import Action, Actions, Block, Choices, Intent, Lead, Timeline, View
from game.views.terminal_blocks import text_of, wrap

#: Screens that only tell something: the instruments are read on the question that follows.
BESIDE = ("happened", "letter", "paper", "aims", "intelligence", "sources", "offer")
NAMES = {"esc": "escape", "\x1b": "escape", "^[": "escape", "": "enter", "return": "enter"}
#: Fewer letters than this are a key, never the beginning of an id.
SHORTEST_ID = 2


def render(view: View) -> str:
    """The whole screen as text: notice, instruments, room, then everything that can be done."""
    view = keyed(view)
    lines: list[str] = []
    if view.notice:
        lines += ["", *wrap(f"! {view.notice}")]
    for block in (*_rail_last(view), *view.foot):
        told = text_of(block)
        lines += ["", *told] if told else []
    return "\n".join(lines).strip("\n") + "\n"


def _rail_last(view: View) -> tuple[Block, ...]:
    """The question first, its answers last, and the instruments between them; beside a question only their leads."""
    if view.name in BESIDE:
        return (*view.room, *(block for block in view.rail if isinstance(block, Lead)))
    for place, block in enumerate(view.room):
        if isinstance(block, Choices):
            return (*view.room[:place], *view.rail, *view.room[place:])
    return (*view.room, *view.rail)


def keyed(view: View) -> View:
    """The view with a number on each action that names no key."""
    taken = {action.key for action in view.actions()}
    spare = iter([str(number) for number in range(1, 1000) if str(number) not in taken])

    def key(action: Action) -> Action:
        return action if action.key else replace(action, key=next(spare))

    return replace(view, room=tuple(_with_keys(block, key) for block in view.room))


def _with_keys(block: Block, key: Callable[[Action], Action]) -> Block:
    if isinstance(block, Choices | Actions):
        return replace(block, actions=tuple(key(action) for action in block.actions))
    if isinstance(block, Timeline):
        moments = tuple(
            replace(moment, action=key(moment.action)) if moment.action else moment for moment in block.moments
        )
        return replace(block, moments=moments)
    return block


def meaning(view: View, typed: str) -> Intent | None:
    """What a typed line means on a screen: a key or number, Enter, or the id of a choice or instrument; else None."""
    wanted = typed.strip()
    view = keyed(view)
    if view.name == "code" and len(wanted) > 1:
        return Intent("enter", wanted)
    named = NAMES.get(wanted.casefold(), wanted.casefold())
    if named == "enter" and view.default:
        return view.default
    if named == "escape" and view.back:
        return view.back
    for action in view.actions():
        if action.key and named == NAMES.get(action.key.casefold(), action.key.casefold()):
            return action.intent
    return Intent("quit") if named in ("q", "quit", "exit") else _by_id(view, wanted.casefold())


def _by_id(view: View, wanted: str) -> Intent | None:
    """An id, a whole offer, or the beginning of one id. A number or a single letter is only ever a key."""
    if wanted.startswith("offer:"):
        return Intent("choose", wanted)
    if len(wanted) < SHORTEST_ID or wanted.isdigit():
        return None
    named = [action.intent for action in view.actions()]
    exact = [intent for intent in named if intent.what == wanted]
    near = exact or [intent for intent in named if intent.what.startswith(wanted)]
    return near[0] if len({intent.what for intent in near}) == 1 else None


def about(view: View, typed: str) -> str:
    """More about an action, for a line such as "? b"; empty where there is no such action."""
    intent = meaning(view, typed.lstrip("? "))
    for action in keyed(view).actions():
        if action.intent == intent and intent:
            more = [action.detail, f"Closed: {action.closed}." if action.closed else ""]
            return "\n".join(wrap(f"{action.label}. {' '.join(part for part in more if part)}"))
    return ""
