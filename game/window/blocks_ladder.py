"""The standoff's picture: two ladders that face each other, and the risk between them."""

from __future__ import annotations

from game.views.blocks import Ladder, Ladders, Lead, Ledger, Meters, Prose, Step
from game.window import theme
from game.window.blocks_meter import lead, meters
from game.window.blocks_text import ledger, prose
from game.window.breaking import Run
from game.window.frame import Box, Rect
from game.window.piece import Kit, Piece, beside, column_width, columns_that_fit, stacked
from game.window.writing import flow, write

Between = tuple[Lead | Meters | Ledger | Prose, ...]

#: Least and best height of a rung in units of space.
RUNG, RUNG_BEST = 34, 56


def ladders(kit: Kit, block: Ladders, width: int, stretch: int = 0) -> Piece:
    """Ladders left and right with what stands between; one under the other where that is too narrow."""
    gap = kit.gap(40)
    side = min(kit.em(336), (width - 2 * gap) * 3 // 10)
    middle = width - 2 * side - 2 * gap
    if side < kit.em(200) or middle < kit.em(232):
        return _folded(kit, block, width)
    told, rest = _shared(kit, block, side, middle)
    inner = between(kit, told, middle)
    extra = _extra(kit, block, side, inner.height) + stretch // max(1, len(block.left.steps))
    left, right = ladder(kit, block.left, side, extra), ladder(kit, block.right, side, extra, mirrored=True)
    high = max(left.height, right.height, inner.height)
    piece = Piece(width)
    piece.put(left, 0, 0)
    piece.put(inner, side + gap, max(0, (high - inner.height) / 2))
    piece.put(right, width - side, 0)
    return stacked([piece, _row(kit, rest, width)], kit.gap(20), width) if rest else piece


def _shared(kit: Kit, block: Ladders, side: int, middle: int) -> tuple[Between, Between]:
    """What stands between the ladders and, where space must be saved, what goes under them, over the whole width."""
    if not kit.tight:
        return block.between, ()
    high = max(ladder(kit, one, side).height for one in (block.left, block.right))
    fits = [n for n in range(1, len(block.between) + 1) if between(kit, block.between[:n], middle).height <= high]
    cut = max(fits, default=1)
    return block.between[:cut], block.between[cut:]


def _row(kit: Kit, blocks: Between, width: int) -> Piece:
    """The rest side by side."""
    gap = kit.gap(32)
    count = columns_that_fit(width, kit.em(240), len(blocks), gap)
    wide = column_width(width, count, gap)
    return beside([between(kit, (block,), wide) for block in blocks], gap, count, width)


def _extra(kit: Kit, block: Ladders, side: int, height: int) -> int:
    """How much higher a rung may be without making the ladders higher than what stands between them."""
    low = max(ladder(kit, one, side).height for one in (block.left, block.right))
    count = max(1, len(block.left.steps))
    return max(0, min((height - low) // count, kit.gap(RUNG_BEST - RUNG)))


def most_stretch(kit: Kit, block: Ladders) -> int:
    """How much higher the ladders may grow."""
    return kit.gap(RUNG_BEST - RUNG) * len(block.left.steps) // 2


def _folded(kit: Kit, block: Ladders, width: int) -> Piece:
    """What stands between first, then both ladders, beside each other if they fit."""
    gap = kit.gap(32)
    inner = between(kit, block.between, width)
    half = (width - gap) // 2
    if half >= kit.em(200):
        pair = Piece(width)
        pair.put(ladder(kit, block.left, half), 0, 0)
        pair.put(ladder(kit, block.right, half, mirrored=True), width - half, 0)
        return stacked([inner, pair], gap, width)
    return stacked([inner, ladder(kit, block.left, width), ladder(kit, block.right, width)], gap, width)


def between(kit: Kit, blocks: Between, width: int) -> Piece:
    """Leads and lines, centred."""
    pieces = []
    for block in blocks:
        if isinstance(block, Lead):
            pieces.append(lead(kit, block, width, "centre"))
        elif isinstance(block, Meters):
            pieces.append(meters(kit, block, width, "centre"))
        elif isinstance(block, Ledger):
            pieces.append(ledger(kit, block, width, "centre"))
        else:
            pieces.append(prose(kit, block, width, "centre"))
    return stacked(pieces, kit.gap(20 if kit.tight else 32), width)


def ladder(kit: Kit, block: Ladder, width: int, extra: int = 0, mirrored: bool = False) -> Piece:
    """One side's rungs under its name, highest first; mirrored where it stands on the right."""
    align = "right" if mirrored else "left"
    shape = theme.SIDE_SHAPES.get(block.side, "")
    said = (f"{block.name} {shape}" if mirrored else f"{shape} {block.name}").strip()
    name = write(
        kit, said, "subhead", width, theme.side_colour(block.side), align=align, role="heading", label=block.name
    )
    rungs = [rung(kit, block, step, width, extra, mirrored) for step in block.steps]
    parts = [name, stacked(rungs, 0, width)]
    if block.note:
        parts.append(write(kit, block.note, "small", width, theme.SECOND, align=align))
    return stacked(parts, kit.gap(12), width)


def rung(kit: Kit, block: Ladder, step: Step, width: int, extra: int, mirrored: bool) -> Piece:
    """A rung: its number outside, its name, a hairline under it; filled and barred where the side stands."""
    colour, pad = theme.side_colour(block.side), kit.em(40)
    style = kit.style(("small" if kit.tight else "body") + ("-bold" if step.here else ""))
    ink = theme.TEXT if step.here else theme.SECOND
    runs = [Run(step.label, style, ink)]
    if step.guessed:
        runs.append(Run("your\u00a0guess", kit.style("small"), theme.SECOND))
    words = flow(kit, runs, width - pad - kit.gap(16), "right" if mirrored else "left", label=_spoken(step))
    high = max(words.height + kit.gap(8), kit.gap(RUNG) + extra)
    piece = Piece(width)
    if step.here:
        _standing(kit, block, piece, width, high, colour, mirrored, step.guessed)
    piece.draw(Box(rect=Rect(0, high - 1, width, 1), fill=theme.HAIRLINE))
    number = write(
        kit,
        str(step.number),
        "tick",
        pad - kit.gap(16),
        ink if step.here else theme.LABEL,
        align="right" if mirrored else "left",
        label="",
    )
    piece.put(number, width - pad if mirrored else kit.gap(16), (high - number.height) / 2)
    piece.put(words, kit.gap(16) if mirrored else pad, (high - words.height) / 2)
    piece.height = high
    return piece


def _standing(
    kit: Kit, block: Ladder, piece: Piece, width: int, high: int, colour: str, mirrored: bool, guessed: bool
) -> None:
    """The filled rung with a bar on the outside; only outlined where it is a guess."""
    fill = theme.SIDE_FILLS.get(block.side, theme.TRACK)
    piece.draw(Box(rect=Rect(0, 0, width, high - 1), fill="" if guessed else fill, edge=colour if guessed else ""))
    bar = max(4, kit.gap(6))
    piece.draw(Box(rect=Rect(width - bar if mirrored else 0, 0, bar, high - 1), fill=colour))


def _spoken(step: Step) -> str:
    """A rung for the ear."""
    where = ", here by your guess" if step.here and step.guessed else ", here" if step.here else ""
    return f"{step.number}. {step.label}{where}"
