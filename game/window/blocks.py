"""Any block to its piece, and columns of blocks with the rhythm between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.views.blocks import (
    Actions,
    Advice,
    Block,
    Chart,
    Choices,
    Document,
    Heading,
    Ladders,
    Lead,
    Ledger,
    Meters,
    Prose,
    Table,
    Timeline,
)
from game.window.blocks_chart import chart, heights
from game.window.blocks_ladder import ladders, most_stretch
from game.window.blocks_meter import lead, meters
from game.window.blocks_paper import least, paper
from game.window.blocks_press import choices
from game.window.blocks_row import actions_list
from game.window.blocks_text import advice, hairline, heading, ledger, prose, table
from game.window.blocks_time import timeline
from game.window.piece import Kit, Piece

Group = tuple[Block, ...]


def piece_of(kit: Kit, group: Group, width: int, stretch: int = 0) -> Piece:
    """The piece of one block, or of neighbouring advisers together."""
    block = group[0]
    if isinstance(block, Advice):
        return advice(kit, [one for one in group if isinstance(one, Advice)], width)
    if isinstance(block, Chart):
        return chart(kit, block, width, stretch)
    if isinstance(block, Ladders):
        return ladders(kit, block, width, stretch)
    if isinstance(block, Document):
        return paper(kit, block, width, stretch)
    return _plain(kit, block, width)


def _plain(kit: Kit, block: Block, width: int) -> Piece:
    """The piece of a block that is as high as its words."""
    if isinstance(block, Heading):
        return heading(kit, block, width)
    if isinstance(block, Prose):
        return prose(kit, block, width)
    if isinstance(block, Choices):
        return choices(kit, block, width)
    if isinstance(block, Actions):
        return actions_list(kit, block, width)
    return _figures(kit, block, width)


def _figures(kit: Kit, block: Block, width: int) -> Piece:
    """The piece of a block that holds figures or rows."""
    if isinstance(block, Lead):
        return lead(kit, block, width)
    if isinstance(block, Meters):
        return meters(kit, block, width)
    if isinstance(block, Ledger):
        return ledger(kit, block, width)
    if isinstance(block, Table):
        return table(kit, block, width)
    assert isinstance(block, Timeline)
    return timeline(kit, block, width)


def groups(blocks: Sequence[Block]) -> list[Group]:
    """Blocks one by one, neighbouring advisers together."""
    found: list[Group] = []
    for block in blocks:
        if isinstance(block, Advice) and found and isinstance(found[-1][0], Advice):
            found[-1] = (*found[-1], block)
        else:
            found.append((block,))
    return found


def appetite(kit: Kit, group: Group, width: int) -> int:
    """How many pixels of a screen's spare height a group would like."""
    block = group[0]
    if isinstance(block, Chart):
        low, best = heights(kit)
        return best - low
    if isinstance(block, Ladders):
        return most_stretch(kit, block)
    return least(kit, block, width) if isinstance(block, Document) else 0


def gap_between(kit: Kit, above: Block, below: Block) -> int:
    """The space between two neighbours: little where they belong together."""
    if isinstance(above, Heading):
        return kit.gap(10 if above.level == 1 and isinstance(below, Prose) else 20 if above.level == 1 else 12)
    if isinstance(below, Heading) and below.level > 1:
        return kit.gap(32)
    if isinstance(above, Prose) and isinstance(below, Prose):
        return kit.gap(12 if above.tone == below.tone else 16)
    return kit.gap(24 if kit.place == "room" else 20)


def ruled(kit: Kit, above: Block, below: Block) -> bool:
    """Whether a hairline parts two neighbours: in the rail, where another reading begins."""
    return kit.place == "rail" and isinstance(below, Lead | Meters | Ledger) and not isinstance(above, Heading | Lead)


def column(kit: Kit, blocks: Sequence[Block], width: int, height: int = 0) -> Piece:
    """Blocks one under the other. Spare height up to `height` goes to what can use it, then into the gaps.

    In a standoff a row of choices at the end stands at the bottom.
    """
    parts = groups(blocks)
    if sum(isinstance(block, Prose) and block.tone in ("brief", "closing") for block in blocks) > 1:
        kit = replace(kit, balance=False)
    first = next((group[0] for group in parts if isinstance(group[0], Lead)), None)
    lower = replace(kit, minor=kit.place == "rail")
    pieces = [
        piece_of(lower if isinstance(group[0], Lead) and group[0] is not first else kit, group, width)
        for group in parts
    ]
    spare = height - _assembled(kit, parts, pieces, width, 0, 0).height
    papers = sum(isinstance(group[0], Document) for group in parts)
    for place, group in enumerate(parts):
        more = min(spare, appetite(kit, group, width)) if spare > 0 else 0
        more = 0 if papers > 1 and isinstance(group[0], Document) else more
        if more > 0:
            pieces[place] = piece_of(kit, group, width, more)
            spare -= more
    bottom = _ends_in_row(parts) and height > 0
    breath = min(kit.gap(12), max(0, spare) // max(1, len(parts) - 1)) if kit.place == "room" else 0
    whole = _assembled(kit, parts, pieces, width, breath, 0)
    return _assembled(kit, parts, pieces, width, breath, max(0, height - whole.height)) if bottom else whole


def _ends_in_row(parts: Sequence[Group]) -> bool:
    last = parts[-1][0] if parts else None
    faced = any(isinstance(group[0], Ladders) for group in parts)
    return faced and isinstance(last, Choices) and last.layout == "row"


def _assembled(kit: Kit, parts: Sequence[Group], pieces: Sequence[Piece], width: int, breath: int, drop: int) -> Piece:
    """Pieces with the gaps between their blocks; breath widens the larger gaps, drop the last."""
    whole, y = Piece(width), 0
    for place, piece in enumerate(pieces):
        if place:
            above, below = parts[place - 1][-1], parts[place][0]
            gap = gap_between(kit, above, below)
            gap += breath if gap >= kit.gap(20) else 0
            if ruled(kit, above, below):
                whole.put(hairline(width), 0, y + gap)
                gap = 2 * gap + 1
            y += gap + (drop if place == len(pieces) - 1 else 0)
        y = whole.put(piece, 0, y)
    return whole
