"""Timelines: moments by date along a line, each with what can be done there."""

from __future__ import annotations

from game.views.blocks import Action, Moment, Timeline
from game.window import theme
from game.window.blocks_press import button, cap, cap_width
from game.window.breaking import Run
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, stacked
from game.window.writing import flow, natural, write


def timeline(kit: Kit, block: Timeline, width: int) -> Piece:
    """Moments one under the other; dates stand in a column of their own where there is room."""
    wide = min(width, kit.em(880))
    dates = max((natural(kit, moment.when, "small") for moment in block.moments), default=0) + kit.gap(8)
    column = dates if dates <= wide * 0.3 and wide - dates >= kit.em(320) else 0
    parts = [write(kit, block.title, "label", width, theme.LABEL, role="heading")] if block.title else []
    rows = [_moment(kit, moment, wide, column) for moment in block.moments]
    return stacked([*parts, stacked(rows, 0, width)], kit.gap(12), width)


def _moment(kit: Kit, moment: Moment, width: int, column: int) -> Piece:
    """Date, dot on the line, title and text; the key at the right end where one can go there."""
    key = _key_room(kit, moment, width)
    left = column + kit.gap(16) if column else 0
    gutter = kit.gap(28)
    x = left + gutter
    pad = kit.gap(8)
    words = _words(kit, moment, width - x - key - pad, bool(column))
    high = words.height + 2 * pad
    piece = Piece(width)
    if moment.action:
        _pressed(kit, moment, piece, Rect(left, 0, width - left, high))
    _spine(kit, moment, piece, left + kit.gap(12), high)
    if column:
        ink = theme.TEXT if moment.here else theme.LABEL
        piece.put(write(kit, moment.when, "small", column, ink, align="right", label=_when(moment)), 0, pad + kit.em(2))
    piece.put(words, x, pad)
    if moment.action:
        _keyed(kit, moment.action, piece, width - kit.gap(8), pad, key)
    piece.height = high
    return piece


def _key_room(kit: Kit, moment: Moment, width: int) -> int:
    """The room for a moment's key, with its words where the line is long enough."""
    if not moment.action:
        return 0
    room = cap_width(kit, moment.action.key) + kit.gap(16)
    words = natural(kit, moment.action.label, "small") + kit.gap(24)
    return room + words if words <= width * 0.25 else room


def _keyed(kit: Kit, action: Action, piece: Piece, right: int, y: int, room: int) -> None:
    """The key at the right end, with what it does before it."""
    keycap = cap(kit, action)
    piece.put(keycap, right - keycap.width, y)
    if room > keycap.width + kit.gap(16):
        ink = theme.ATTENTION if action is kit.focused else theme.SECOND
        words = natural(kit, action.label, "small") + 1
        label = write(kit, action.label, "small", words, ink, label="")
        piece.put(label, right - keycap.width - kit.gap(8) - words, y + kit.em(2))


def _when(moment: Moment) -> str:
    return "" if moment.action else moment.when


def _pressed(kit: Kit, moment: Moment, piece: Piece, rect: Rect) -> None:
    """The box of a moment that one can go to, seen while it has the focus."""
    assert moment.action is not None
    focused = moment.action is kit.focused
    edge, fill = (theme.ATTENTION, theme.FOCUS_FILL) if focused else ("", "")
    piece.draw(button(kit, moment.action, rect, fill=fill, edge=edge, thick=2, radius=kit.em(5)))


def _spine(kit: Kit, moment: Moment, piece: Piece, x: int, high: int) -> None:
    """The line through all moments with this one's dot: square Washington, round Moscow, amber where you are."""
    piece.draw(Box(rect=Rect(x, 0, 1, high), fill=theme.CAP))
    side = kit.em(10)
    colour = theme.ATTENTION if moment.here else theme.side_colour(moment.side) if moment.side else theme.LABEL
    radius = 0 if moment.side == "usa" else side // 2
    rect = Rect(x - side // 2, kit.gap(8) + kit.em(7), side, side)
    piece.draw(Box(rect=rect, fill=colour, radius=radius, role="picture", label="You are here" if moment.here else ""))


def _words(kit: Kit, moment: Moment, width: int, dated: bool) -> Piece:
    """Title and text; the date comes first where it has no column."""
    silent = "" if moment.action else None
    title = [Run(moment.title, kit.style("subhead"))]
    parts = [] if dated else [write(kit, moment.when, "small", width, theme.LABEL, label=silent)]
    parts.append(flow(kit, title, width, label=silent))
    if moment.text:
        parts.append(write(kit, moment.text, "small", width, theme.SECOND))
    return stacked(parts, kit.gap(2), width)
