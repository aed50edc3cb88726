"""Pieces of what can be pressed: key caps, choices as cards and as plain lines, actions in a row."""

from __future__ import annotations

from collections.abc import Sequence

from game.views.blocks import Action, Choices
from game.window import theme
from game.window.breaking import Run
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import flow, natural, write

#: The widest card of a list, in units of type.
WIDEST = 864
_KEY_NAMES = {"escape": "Esc", "return": "Enter", "pageup": "PgUp", "pagedown": "PgDn", "space": "Space"}


def key_name(key: str) -> str:
    """A key as its cap shows it."""
    return _KEY_NAMES.get(key.lower(), key.upper() if len(key) == 1 else key)


def spoken(action: Action) -> str:
    """An action as a sentence for the ear."""
    parts = [action.label, action.detail, f"Closed: {_reason(action)}" if action.closed else ""]
    said = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{said} ({'chosen, ' if action.selected else ''}key {key_name(action.key)})" if action.key else said


def _reason(action: Action) -> str:
    """Why it is closed, without the word itself."""
    return action.closed.removeprefix("Closed:").removeprefix("closed:").strip()


def cap_width(kit: Kit, key: str) -> int:
    """How wide a key's cap is."""
    return max(kit.em(24), natural(kit, key_name(key), "cap") + kit.em(12))


def cap(kit: Kit, action: Action, width: int = 0) -> Piece:
    """A key cap. Amber has the focus, filled is chosen, dim is closed."""
    wide, high = width or cap_width(kit, action.key), kit.em(24)
    if not action.key:
        return Piece(wide)
    focused = action is kit.focused
    edge = theme.ATTENTION if focused else theme.HAIRLINE if action.closed else theme.CAP
    ink = theme.ATTENTION if focused else theme.CLOSED if action.closed else theme.TEXT
    if action.selected:
        ink = theme.PAGE
    fill = "" if not action.selected else theme.ATTENTION if focused else theme.TEXT
    piece = Piece(wide)
    piece.draw(Box(rect=Rect(0, 0, wide, high), fill=fill, edge=edge, radius=kit.em(4), role="key"))
    name = write(kit, key_name(action.key), "cap", wide, ink, align="centre", label="")
    piece.put(name, 0, (high - name.height) / 2)
    return piece


def button(kit: Kit, action: Action, rect: Rect, **more: object) -> Box:
    """The box that is pressed: it carries the intent, and says everything that the words in it show."""
    intent = None if action.closed else action.intent
    return Box(
        rect=rect,
        role="button",
        label=spoken(action),
        intent=intent,
        closed=bool(action.closed),
        number=kit.number(action),
        **more,  # type: ignore[arg-type]
    )


def _card_words(kit: Kit, action: Action, width: int) -> Piece:
    """Label and consequence of a choice; a closed one says why."""
    ink = theme.CLOSED if action.closed else theme.TEXT
    quiet = theme.CLOSED if action.closed else theme.SECOND
    said = f"✓ {action.label}" if action.selected else action.label
    parts = [write(kit, said, "choice", width, ink, label="")]
    under = f"Closed: {_reason(action)}" if action.closed else action.detail
    if under:
        parts.append(write(kit, under, "small", width, quiet, label="", balance=True))
    return stacked(parts, kit.gap(2), width)


def card(kit: Kit, action: Action, width: int, key: int, height: int = 0) -> Piece:
    """A choice as a card: key, label, consequence. key is the width kept for the cap."""
    pad = kit.gap(16)
    words = _card_words(kit, action, width - 2 * pad - key - kit.gap(12))
    high = max(height, words.height + 2 * kit.gap(10))
    focused = action is kit.focused
    edge = theme.ATTENTION if focused else theme.HAIRLINE
    piece = Piece(width)
    piece.draw(
        button(
            kit,
            action,
            Rect(0, 0, width, high),
            fill=theme.FOCUS_FILL if focused else "",
            edge=edge,
            thick=2 if focused else 1,
            radius=kit.em(5),
        )
    )
    piece.put(cap(kit, action), pad, kit.gap(10))
    piece.put(words, pad + key + kit.gap(12), kit.gap(10))
    return piece


def choices(kit: Kit, block: Choices, width: int) -> Piece:
    """A question's answers: cards one under the other, or side by side while they are wide enough."""
    parts = [write(kit, block.title, "label", width, theme.LABEL, role="heading")] if block.title else []
    width = min(width, kit.em(WIDEST)) if block.layout == "list" else width
    gap, count = kit.gap(8 if block.layout == "list" else 14), 1
    if block.layout == "row" and block.actions:
        count = columns_that_fit(width, kit.em(200), len(block.actions), gap)
        count = 2 if count == 3 and len(block.actions) == 4 else count
    elif kit.tight > 1 and len(block.actions) > 3 and width >= kit.em(760):
        count = 2
    wide = column_width(width, count, gap)
    cards = _level(kit, block.actions, wide, count)
    return stacked([*parts, beside(cards, gap, count, width)], kit.gap(12), width)


def _level(kit: Kit, actions: Sequence[Action], width: int, columns: int) -> list[Piece]:
    """Cards, those of one row equally high."""
    key = max((cap_width(kit, action.key) for action in actions), default=0) if columns == 1 else 0
    cards = [card(kit, action, width, key or cap_width(kit, action.key)) for action in actions]
    for start in range(0, len(actions) if columns > 1 else 0, columns):
        high = max(piece.height for piece in cards[start : start + columns])
        for place in range(start, min(start + columns, len(actions))):
            cards[place] = card(kit, actions[place], width, cap_width(kit, actions[place].key), high)
    return cards


def entry(kit: Kit, action: Action, width: int, key: int, align: str = "left") -> Piece:
    """An action as a plain line: its cap, its label, what it is in quieter words. Right-aligned, the cap ends it."""
    focused = action is kit.focused
    ink = theme.CLOSED if action.closed else theme.ATTENTION if focused else theme.TEXT
    large = kit.place == "title" and align == "left"
    style = kit.style(("entry-bold" if focused else "entry") if large else "body")
    said = f"✓ {action.label}" if action.selected else action.label
    under = f"Closed: {_reason(action)}" if action.closed else action.detail
    colour = theme.SECOND if align == "right" and not focused else ink
    runs = [Run(said, style, colour)]
    if under:
        runs.append(
            Run(f"— {under}", kit.style("body" if large else "small"), theme.SECOND if not action.closed else ink)
        )
    gap = kit.gap(16 if large else 12)
    words = flow(kit, runs, width - key - gap, align, label="")
    return _entry_of(kit, action, words, width, key, gap, align)


def _entry_of(kit: Kit, action: Action, words: Piece, width: int, key: int, gap: int, align: str) -> Piece:
    """Words and cap of one line inside the box that is pressed."""
    piece, high = Piece(width), max(words.height, kit.em(24))
    piece.draw(button(kit, action, Rect(0, 0, width, high)))
    first = kit.em(28 if kit.place == "title" and align == "left" else 24)
    keycap = cap(kit, action, key)
    piece.put(keycap, width - key if align == "right" else 0, max(0, (first - keycap.height) / 2))
    piece.put(words, 0 if align == "right" else key + gap, 0)
    return piece


def entries(kit: Kit, actions: Sequence[Action], width: int, gap: int, align: str = "left") -> Piece:
    """Plain lines one under the other, their caps equally wide."""
    key = max((cap_width(kit, action.key) for action in actions), default=0)
    return stacked([entry(kit, action, width, key, align) for action in actions], gap, width)
