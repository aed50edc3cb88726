"""The terminal twin: a view as plain lines that fit 80 columns and can be read aloud, and what a typed line means.

No colour, no boxes, no cursor: every line stands alone, and every action is listed with the key that presses it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import singledispatch

from game.views.blocks import (
    Action,
    Actions,
    Advice,
    Block,
    Chart,
    Choices,
    Document,
    Gauge,
    Heading,
    Intent,
    Ladder,
    Ladders,
    Lead,
    Ledger,
    Line,
    Meters,
    Prose,
    Table,
    Timeline,
    View,
)

WIDTH = 78
AMOUNT = 8
#: Screens that only tell something: the instruments are read on the question that follows.
BESIDE = ("happened", "paper", "intelligence", "sources", "offer")
NAMES = {"esc": "escape", "": "enter", "return": "enter"}


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
        key = NAMES.get(action.key.casefold(), action.key.casefold()) if action.key else ""
        if named in (key, action.intent.what.casefold()):
            return action.intent
    return Intent("quit") if named in ("q", "quit", "exit") else _by_id(view, wanted)


def _by_id(view: View, wanted: str) -> Intent | None:
    """An id that is not on the screen itself, such as a whole offer, or the beginning of one."""
    if wanted.startswith("offer:"):
        return Intent("choose", wanted)
    near = [action.intent for action in view.actions() if wanted and action.intent.what.startswith(wanted)]
    return near[0] if len({intent.what for intent in near}) == 1 else None


def about(view: View, typed: str) -> str:
    """More about an action, for a line such as "? b"; empty where there is no such action."""
    intent = meaning(view, typed.lstrip("? "))
    for action in keyed(view).actions():
        if action.intent == intent and intent:
            more = [action.detail, f"Closed: {action.closed}." if action.closed else ""]
            return "\n".join(wrap(f"{action.label}. {' '.join(part for part in more if part)}"))
    return ""


def wrap(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """A text in lines of at most WIDTH columns."""
    start = indent if first is None else first
    found: list[str] = []
    for part in text.split("\n"):
        found += textwrap.wrap(part, WIDTH, initial_indent=start, subsequent_indent=indent) or [""]
        start = indent
    return found


@singledispatch
def text_of(block: object) -> list[str]:
    """The lines of one block."""
    raise TypeError(f"no such block: {block!r}")


@text_of.register
def _heading(block: Heading) -> list[str]:
    small = " · ".join(part for part in (block.over, block.aside) if part)
    title = block.text.upper() if block.level == 1 else block.text
    return [*(wrap(small) if small else []), *wrap(title)]


@text_of.register
def _prose(block: Prose) -> list[str]:
    return wrap(block.text) if block.text else []


@text_of.register
def _document(block: Document) -> list[str]:
    head = [line for label, value in block.head for line in wrap(f"{label} {value}", "    ", "  ")]
    stamp = [f"  [{block.stamp}]"] if block.stamp else []
    body = [line for part in block.text.split("\n\n") for line in ("", *wrap(part, "  "))]
    foot = ["", *wrap(block.foot, "  ")] if block.foot else []
    return [*wrap(block.title.upper()), *stamp, *head, *body, *foot]


@text_of.register
def _advice(block: Advice) -> list[str]:
    who = f"{block.name}, {block.office}" if block.office else block.name
    reason = wrap(block.reason, "    ") if block.reason else []
    return [*wrap(f'{who}: "{block.says}"', "  ", ""), *reason]


@text_of.register
def _choices(block: Choices) -> list[str]:
    lines = [f"{block.title}:"] if block.title else []
    for action in block.actions:
        lines += _choice(action)
    return lines


def _choice(action: Action) -> list[str]:
    mark = "*" if action.selected else " "
    key = "-" if action.closed else action.key
    more = f"Closed: {action.closed}" if action.closed else action.detail
    return [*wrap(action.label, "     ", f"{mark}{key:>2}  "), *(wrap(more, "     ") if more else [])]


@text_of.register
def _actions(block: Actions) -> list[str]:
    capital = f" (capital {block.filled} of {block.of})" if block.of else ""
    parts = [
        f"[{action.key}] {action.label}{'*' if action.selected else ''}"
        for action in block.actions
        if not action.closed
    ]
    closed = [f"{action.label} ({action.closed})" for action in block.actions if action.closed]
    lines = wrap(f"{block.title}{capital}: {'  '.join(parts)}" if block.title else "  ".join(parts), "  ", "")
    return [*lines, *(wrap(f"Closed: {'; '.join(closed)}.", "  ", "") if closed else [])]


@text_of.register
def _meters(block: Meters) -> list[str]:
    lines = [f"{block.title}:"] if block.title else []
    told = [_gauge(gauge) for gauge in block.gauges]
    return lines + wrap("; ".join(told) + ".", "  ", "")


def _gauge(gauge: Gauge) -> str:
    value = f" {gauge.text}" if gauge.text else ""
    note = f" ({gauge.note})" if gauge.note and gauge.text else f": {gauge.note.rstrip('.')}" if gauge.note else ""
    return f"{gauge.label}{value}{note}"


@text_of.register
def _lead(block: Lead) -> list[str]:
    return wrap(f"{block.label}: {block.figure}" + (f" ({block.note})" if block.note else ""), "  ", "")


@text_of.register
def _ledger(block: Ledger) -> list[str]:
    return [f"{block.title}:", *(line for one in block.lines for line in _line(one))]


def _line(line: Line) -> list[str]:
    if not line.amount:
        return wrap(line.cause, "    ", "  ")
    return wrap(f"{line.cause}: {line.amount}", "    ", "  ")


@text_of.register
def _chart(block: Chart) -> list[str]:
    return wrap(block.text) if block.text else []


@text_of.register
def _ladders(block: Ladders) -> list[str]:
    lines = [*_ladder(block.left), *_ladder(block.right)]
    for part in block.between:
        lines += text_of(part)
    return lines


def _ladder(ladder: Ladder) -> list[str]:
    here = next((step for step in ladder.steps if step.here), None)
    above = [step.label for step in reversed(ladder.steps) if here and step.number > here.number]
    place = f"{here.label} (rung {here.number + 1} of {len(ladder.steps)})" if here else "not known"
    more = f" Above: {', then '.join(label.lower() for label in above)}." if above else " There is no rung above."
    return wrap(f"{ladder.name} stands at: {place}.{more}", "  ", "")


@text_of.register
def _table(block: Table) -> list[str]:
    lines = [f"{block.title}:"] if block.title else []
    for row in block.rows:
        rest = "; ".join(_cell(head, cell) for head, cell in zip(block.heads[1:], row[1:], strict=False) if cell)
        lines += wrap(f"{row[0]}. {rest}" if rest else row[0], "    ", "  ")
    return lines


def _cell(head: str, cell: str) -> str:
    return f"{head.lower()}: {cell}"


@text_of.register
def _timeline(block: Timeline) -> list[str]:
    lines: list[str] = [block.title] if block.title else []
    for moment in block.moments:
        key = f"[{moment.action.key}] " if moment.action else ""
        lines += wrap(f"{key}{moment.when}. {moment.title}: {moment.text}", "    ", "  ")
    return lines


def joined(texts: Iterable[str]) -> str:
    """Several screens after one another, parted by a line."""
    return f"\n{'-' * WIDTH}\n\n".join(texts)
