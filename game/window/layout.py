"""A view, a window's size and a text size to a frame: which panes there are and what stands in them.

At the usual size the rail stands on the left, the room beside it, the foot under the room. Where the text is large
for the window the rail folds into a strip on top, and one page with everything scrolls one way only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.views.blocks import Action, Block, Choices, Ladders, Moment, Timeline, View
from game.window import screens, theme
from game.window.blocks import column
from game.window.blocks_text import hairline
from game.window.corner import corner
from game.window.foot import foot_piece
from game.window.frame import Box, Frame, Item, Pane, Rect
from game.window.piece import Kit, Metrics, Piece, stacked

#: The window that the sizes are drawn for; a larger one enlarges everything.
DESIGNED = (1280, 800)
LEAST = (960, 600)
RAIL, RAIL_MARGIN, ROOM_LEAST = 320, 28, 480
_LARGEST = 2.5
#: Screens whose rail folds at any size: their own picture needs the whole width.
FOLDED = ("standoff",)
#: Screens that are one picture, from edge to edge.
_WHOLE = {"title": screens.title, "war": screens.quiet}


@dataclass(frozen=True)
class State:
    """What the window itself remembers.

    focus is the action that holds the focus (-1: that of Enter), scroll how far the page has moved, pointed whether
    the pointer gave the focus: Enter then still means what its cap says.
    """

    focus: int = -1
    scroll: int = 0
    pointed: bool = False


def arrange(view: View, size: tuple[int, int], scale: float, metrics: Metrics, state: State, said: str = "") -> Frame:
    """The frame of a view. size in pixels, scale 1.0 to 2.0 the text size. Pure: same arguments, same frame.

    said is what the window says by itself, over a corner of the page: what it waits for.
    """
    width, height = size
    ready = numbered(view)
    focus = focus_of(ready, state.focus)
    kit = kit_for(size, scale, metrics, ready.actions(), focus)
    panes, items = _composed(kit, ready, width, height)
    frame = Frame((width, height), items, (*panes, Pane("window", Rect(0, 0, width, height), height, "")), focus)
    scroll = max(0, min(state.scroll, frame.limit))
    return replace(frame, items=(*items, *_bar(kit, frame, scroll), *corner(kit, said, width)), scroll=scroll)


def kit_for(
    size: tuple[int, int], scale: float, metrics: Metrics, actions: tuple[Action, ...] = (), focus: int = -1
) -> Kit:
    """Units of type and space: both grow with the window, type with the text size, space a little with it."""
    fit = min(size[0] / DESIGNED[0], size[1] / DESIGNED[1])
    text = min(_LARGEST, max(1.0, fit)) * scale
    space = min(_LARGEST, max(0.75, fit)) * (1 + (scale - 1) * 0.35)
    return Kit(metrics, text, space, actions, actions[focus] if focus >= 0 else None)


def numbered(view: View) -> View:
    """The view with a key on each choice and moment that names none: digits first, then letters that are free."""
    taken = {action.key.upper() for action in view.actions()}
    free = iter([key for key in "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" if key not in taken])
    return replace(view, room=tuple(_keyed(block, free) for block in view.room))


def _keyed(block: Block, free: Iterator[str]) -> Block:
    """The block with a free key on each action without one, while there are any."""
    if isinstance(block, Choices):
        return replace(block, actions=tuple(_with_key(action, free) for action in block.actions))
    if isinstance(block, Timeline):
        moments = tuple(
            replace(one, action=_with_key(one.action, free)) if one.action else one for one in block.moments
        )
        return replace(block, moments=moments)
    return block


def _with_keyed_action(moment: Moment, free: Iterator[str]) -> Moment:
    return replace(moment, action=_with_key(moment.action, free)) if moment.action else moment


def _with_key(action: Action, free: Iterator[str]) -> Action:
    return action if action.key else replace(action, key=next(free, ""))


def focus_of(view: View, wanted: int) -> int:
    """The focused action's place: the wanted one, else the one that Enter presses, else -1."""
    actions = view.actions()
    if 0 <= wanted < len(actions):
        return wanted
    named = [n for n, action in enumerate(actions) if action.key.lower() == "enter"]
    meant = [n for n, action in enumerate(actions) if view.default is not None and action.intent == view.default]
    return next((n for n in (*named, *meant) if not actions[n].closed), -1)


def narrow(kit: Kit, view: View, width: int) -> bool:
    """Whether the rail has no place beside the room, because the text is large for the window."""
    return bool(view.rail) and width < kit.em(RAIL + ROOM_LEAST)


def _composed(kit: Kit, view: View, width: int, height: int) -> tuple[tuple[Pane, ...], tuple[Item, ...]]:
    """Panes and items. Where the foot takes too much of a window it goes with the page."""
    small = narrow(kit, view, width)
    folded = small or (bool(view.rail) and view.name in FOLDED)
    left = kit.em(RAIL) if view.rail and not folded else 0
    margin = kit.gap(48 if view.rail else 56)
    inner = width - left - 2 * margin
    foot, answers = foot_piece(kit, view, inner), Piece(inner)
    pinned = bool(foot.parts) and not small and foot.height <= height * 9 // 40
    if pinned:
        view, answers = _answers(kit, view, inner, height * 9 // 20 - foot.height)
    rect = Rect(left, 0, width - left, height - answers.height - (foot.height if pinned else 0))
    room = _fitting(kit, view, rect, margin, folded, None if pinned else foot)
    panes = [Pane("room", rect, room.height, theme.PAGE)]
    items: list[Item] = []
    if left:
        rail = _rail(kit, view, left, height)
        panes.insert(0, Pane("rail", Rect(0, 0, left, height), rail.height, theme.RAIL))
        items += rail.items("rail")
    items += room.items("room", left)
    y = rect.h
    for name, piece in (("answers", answers), ("foot", foot)):
        if pinned and piece.height:
            panes.append(Pane(name, Rect(left, y, rect.w, piece.height), piece.height, theme.PAGE))
            items += piece.items(name, left + margin, y)
            y += piece.height
    return tuple(panes), tuple(items)


def _answers(kit: Kit, view: View, width: int, most: int) -> tuple[View, Piece]:
    """A standoff's answers stay in view over the foot, if they leave room enough; gives the view without them."""
    place = next((n for n, block in enumerate(view.room) if isinstance(block, Choices) and block.layout == "row"), 0)
    if not place or not any(isinstance(block, Ladders) for block in view.room[:place]):
        return view, Piece(width)
    inner, pad = column(replace(kit, tight=1), view.room[place:], width), kit.gap(10)
    if inner.height + 2 * pad > most:
        return view, Piece(width)
    piece = Piece(width)
    piece.height = piece.put(inner, 0, pad) + pad
    return replace(view, room=view.room[:place]), piece


def _fitting(kit: Kit, view: View, rect: Rect, margin: int, folded: bool, foot: Piece | None) -> Piece:
    """The room as roomy as fits its pane: saving space if need be, then with choices in two columns."""
    roomy, end = _room(kit, view, rect, margin, folded, foot)
    if end <= rect.h or kit.text > 1.25 * max(1.0, kit.space):
        return roomy
    for tight in (1, 2):
        piece, end = _room(replace(kit, tight=tight), view, rect, margin, folded, foot)
        if end <= rect.h or tight == 2:
            return piece
    return roomy


def _rail(kit: Kit, view: View, width: int, height: int) -> Piece:
    """The instrument panel with the line on its right edge, closer set where it would not fit."""
    margin = kit.gap(RAIL_MARGIN)
    inner = column(kit.within("rail"), view.rail, width - 2 * margin, height - 2 * margin)
    for tight in (1, 2):
        if inner.height > height - 2 * margin:
            inner = column(replace(kit, place="rail", tight=tight), view.rail, width - 2 * margin, height - 2 * margin)
    piece = Piece(width)
    high = max(height, inner.height + 2 * margin)
    piece.draw(Box(rect=Rect(width - 1, 0, 1, high), fill=theme.HAIRLINE))
    piece.put(inner, margin, margin)
    piece.height = high
    return piece


def _room(kit: Kit, view: View, rect: Rect, margin: int, folded: bool, foot: Piece | None) -> tuple[Piece, int]:
    """The page beside the rail, or the whole page where the rail folds; and where what one must see at once ends."""
    whole, top = Piece(rect.w), kit.gap(RAIL_MARGIN)
    inner, y = rect.w - 2 * margin, top
    rest: list[Block] = []
    if folded:
        band, rest = screens.strip(kit, view, rect.w, margin)
        whole.draw(Box(rect=Rect(0, 0, rect.w, band.height), fill=theme.RAIL))
        whole.draw(Box(rect=Rect(0, band.height, rect.w, 1), fill=theme.HAIRLINE))
        y = whole.put(band, 0, 0) + top
    said = screens.notice(kit, view, inner)
    if said.parts:
        y = whole.put(said, margin, y) + kit.gap(24)
    below = foot.height if foot and foot.parts else 0
    y = _body(kit, view, whole, rect, margin, y, below)
    end = y + kit.gap(16)
    if rest:
        more = stacked([hairline(inner), screens.under(kit, rest, inner)], kit.gap(24), inner)
        y = whole.put(more, margin, y + kit.gap(24))
    if foot and foot.parts:
        y = whole.put(foot, margin, max(y + kit.gap(24), rect.h - foot.height if not rest else 0))
    whole.height = y if foot and foot.parts else y + (kit.gap(24) if y + kit.gap(8) > rect.h else 0)
    return whole, end


def _body(kit: Kit, view: View, whole: Piece, rect: Rect, margin: int, y: int, below: int) -> int:
    """The blocks of the room by the kind of screen; gives where they end."""
    inner, spare = rect.w - 2 * margin, rect.h - y - below - kit.gap(24)
    if view.name in _WHOLE:
        top = y if view.notice else 0
        return whole.put(_WHOLE[view.name](kit, view, rect.w, rect.h - top - below), 0, top)
    if view.name in screens.IN_COLUMNS:
        return whole.put(screens.debrief(kit, view, inner, spare), margin, y)
    return whole.put(column(kit, view.room, inner, spare), margin, y)


def _bar(kit: Kit, frame: Frame, scroll: int) -> list[Item]:
    """A scroll bar on the room's right edge, with an arrow while there is more below."""
    if not frame.limit:
        return []
    room = frame.pane("room").view
    wide = max(4, kit.gap(4))
    x = room.right - wide - kit.gap(4)
    high = max(kit.gap(24), room.h * room.h // (room.h + frame.limit))
    top = room.y + (room.h - high) * scroll // frame.limit
    bar = Box(
        rect=Rect(x, top, wide, high),
        fill=theme.CAP,
        radius=wide // 2,
        pane="window",
        role="scroll",
        label="More below" if scroll < frame.limit else "",
    )
    return [bar]
