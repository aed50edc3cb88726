"""Each kind of block as plain lines of at most WIDTH columns."""

from __future__ import annotations

import textwrap
from functools import singledispatch

from game.play.wording import inside
from game.views.blocks import (
    Action,
    Actions,
    Advice,
    Chart,
    Choices,
    Document,
    Gauge,
    Heading,
    Ladder,
    Ladders,
    Lead,
    Ledger,
    Line,
    Meters,
    Prose,
    Table,
    Timeline,
)  # fmt: skip

WIDTH = 78


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
    capital = f" (political capital {block.filled} of {block.of})" if block.of else ""
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
    more = f" Above: {', then '.join(inside(label) for label in above)}." if above else " There is no rung above."
    return wrap(f"{ladder.name} stands at: {place}.{more}", "  ", "")


@text_of.register
def _table(block: Table) -> list[str]:
    lines = [f"{block.title}:"] if block.title else []
    if block.even:
        return lines + [line for row in block.rows for cell in row for line in wrap(cell, "    ", "  ")]
    for row in block.rows:
        rest = "; ".join(_cell(head, cell) for head, cell in zip(block.heads[1:], row[1:], strict=False) if cell)
        lines += wrap(f"{row[0]}{'' if row[0].endswith('?') else '.'} {rest}" if rest else row[0], "    ", "  ")
    return lines


def _cell(head: str, cell: str) -> str:
    """A head begins small in the middle of a line, unless it begins with a name."""
    return f"{head if len(head.split()) > 1 else head.lower()}: {cell}"


@text_of.register
def _timeline(block: Timeline) -> list[str]:
    lines: list[str] = [block.title] if block.title else []
    for moment in block.moments:
        key = f"[{moment.action.key}] " if moment.action else ""
        lines += wrap(f"{key}{moment.when}. {moment.title}: {moment.text}", "    ", "  ")
    return lines
