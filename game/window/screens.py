"""Screens that are laid out as a whole: the title, the war, the debrief's columns, the strip of a folded rail."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from game.views.blocks import (
    Actions,
    Block,
    Chart,
    Choices,
    Heading,
    Lead,
    Ledger,
    Meters,
    Prose,
    Table,
    Timeline,
    View,
)
from game.window.blocks import column, piece_of
from game.window.blocks_chart import heights
from game.window.blocks_meter import lead_need, lead_strip
from game.window.blocks_press import entries
from game.window.blocks_text import label_line, prose
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import write

#: Screens whose sections stand in columns.
IN_COLUMNS = ("debrief", "ending", "odds")
#: Those of them whose first sections are read side by side, whatever their heights.
APART = ("odds",)
_SECTIONS = (Ledger, Meters, Actions, Timeline, Table)


def title(kit: Kit, view: View, width: int, height: int) -> Piece:
    """The first screen: name, promise, the years' tension across, what to press under it."""
    kit = kit.within("title")
    left = max(kit.gap(32), min(kit.gap(96), width // 13))
    head = _masthead(kit, view, width - 2 * left)
    foot = _title_foot(kit, view, width - 2 * left)
    curves = [block for block in view.room if isinstance(block, Chart)]
    line = Piece(width)
    spare = height - head.height - foot.height
    if curves:
        low, best = heights(kit)
        line = piece_of(kit, (curves[0],), width, max(0, min(best - low, spare - low - kit.gap(200))))
    rest = max(0, spare - line.height)
    margin = min(kit.gap(96), max(kit.gap(32), rest // 4))
    between = min(kit.gap(64), max(kit.gap(24), (rest - 2 * margin) // 2))
    whole = Piece(width)
    y = whole.put(head, left, margin) + between
    y = whole.put(line, 0, y) + between
    whole.put(foot, left, max(y, height - margin - foot.height))
    whole.height += min(margin, kit.gap(32)) if whole.height > height else 0
    return whole


def _masthead(kit: Kit, view: View, width: int) -> Piece:
    """The game's name as large as the window bears, and its promise."""
    parts: list[Piece] = []
    for block in view.room:
        if isinstance(block, Heading) and block.level == 1:
            role = "display" if width >= kit.em(720) else "masthead"
            if block.over:
                parts.append(label_line(kit, block.over, block.aside, width))
            parts.append(write(kit, block.text, role, width, role="heading"))
        elif isinstance(block, Prose):
            parts.append(prose(kit, block, min(width, kit.em(648))))
    return stacked(parts, kit.gap(12), width)


def _title_foot(kit: Kit, view: View, width: int) -> Piece:
    """Games to start on the left, the rest on the right; one under the other where that is too narrow."""
    left = [a for block in view.room if isinstance(block, Choices) for a in block.actions]
    right = [a for block in (*view.room, *view.foot) if isinstance(block, Actions) for a in block.actions]
    gap = kit.gap(40)
    if width < kit.em(760) or not right:
        rows = [entries(kit, left, width, kit.gap(14))] + ([entries(kit, right, width, kit.gap(10))] if right else [])
        return stacked(rows, kit.gap(24), width)
    wide = (width - gap) * 2 // 3
    piece = Piece(width)
    first = entries(kit, left, wide, kit.gap(17))
    second = entries(kit, right, width - wide - gap, kit.gap(12), "right")
    piece.put(first, 0, 0)
    piece.put(second, wide + gap, max(0, first.height - second.height))
    return piece


def quiet(kit: Kit, view: View, width: int, height: int) -> Piece:
    """War: plain words on an empty screen."""
    wide = min(width - 2 * kit.gap(48), kit.em(640))
    words = column(kit, view.room, wide)
    whole = Piece(width)
    whole.put(words, (width - wide) / 2, max(kit.gap(48), (height - words.height) * 2 // 5))
    return whole


def strip(kit: Kit, view: View, width: int, margin: int) -> tuple[Piece, list[Block]]:
    """What stays on top when the rail folds: its leads, as many as stand on one line, at least the first.

    Gives the strip and the blocks that go under the room.
    """
    gap, pad = kit.gap(48), kit.gap(10)
    room, x = width - 2 * margin, 0
    whole, kept = Piece(width), list[Block]()
    for block in (one for one in view.rail if isinstance(one, Lead)):
        wide = lead_need(kit, block)
        if kept and x + wide > room:
            continue
        whole.put(lead_strip(kit, block, min(wide, room)), margin + x, pad)
        kept.append(block)
        x += wide + gap
    whole.height += pad if kept else 0
    return whole, [block for block in view.rail if block not in kept]


def under(kit: Kit, blocks: Sequence[Block], width: int) -> Piece:
    """The rest of a folded rail, side by side while it fits."""
    gap = kit.gap(48)
    count = columns_that_fit(width, kit.em(320), min(3, len(blocks)), gap)
    wide = column_width(width, count, gap)
    high = kit.gap(216)
    return beside([column(kit.within("rail"), [block], wide, high) for block in blocks], gap, count, width)


def sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks in sections, each begun by a heading or by something with a title of its own."""
    found: list[list[Block]] = []
    for block in blocks:
        own = isinstance(block, _SECTIONS) and bool(block.title)
        after_heading = bool(found) and len(found[-1]) == 1 and isinstance(found[-1][0], Heading)
        begins = isinstance(block, Heading) or (own and not after_heading)
        if begins or not found:
            found.append([block])
        else:
            found[-1].append(block)
    return found


def debrief(kit: Kit, view: View, width: int, height: int) -> Piece:
    """Title and curve across, what follows in columns of sections that balance."""
    top, rest = _parted(view.room)
    body = _columns(kit, rest, width, view.name in APART) if rest else Piece(width)
    low = column(kit, top, width).height
    head = column(kit, top, width, max(low + kit.gap(64), height - body.height - kit.gap(32)))
    return stacked([head, body], kit.gap(32), width)


def _parted(room: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What goes across the screen (up to and with the first chart), and the rest."""
    for place, block in enumerate(room):
        if isinstance(block, Chart):
            return list(room[: place + 1]), list(room[place + 1 :])
    for place, block in enumerate(room):
        if place and isinstance(block, (Heading, *_SECTIONS)):
            return list(room[:place]), list(room[place:])
    return list(room), []


def _columns(kit: Kit, blocks: Sequence[Block], width: int, apart: bool) -> Piece:
    """Sections in as many columns as fit, read down each column, cut where the columns come out most equal.

    apart gives each of the first sections a column of its own, and the last column all the others.
    """
    found, gap = sections(blocks), kit.gap(48)
    count = columns_that_fit(width, kit.em(304), min(3, len(found)), gap)
    wide = column_width(width, count, gap)
    pieces = [column(kit.within("column"), section, wide) for section in found]
    cuts = min(
        [(*range(count), len(pieces))]
        if apart
        else [(0, *inner, len(pieces)) for inner in combinations(range(1, len(pieces)), count - 1)],
        key=lambda cut: max(sum(piece.height for piece in pieces[a:b]) for a, b in pairwise(cut)),
    )
    stacks = [stacked(pieces[a:b], kit.gap(32), wide) for a, b in pairwise(cuts)]
    return beside(stacks, gap, count, width)


def notice(kit: Kit, view: View, width: int) -> Piece:
    """What the game has to say just now, above everything."""
    return prose(kit, Prose(view.notice, "warning"), width) if view.notice else Piece(width)
