"""Every screen of two games and a campaign as a picture, at 100 % and 200 % text; none of them with words over words.

`python -m benchmarks.proofs.gallery FOLDER` puts the pictures into a folder to look at.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.proof import ROOT, write
from game.play.saves import Saves
from game.views.blocks import Intent, View
from game.views.campaign_closing import PAGES as CLOSING
from game.views.desk import Desk
from game.window.frame import Frame, Text
from game.window.shots import frame_of, save_whole

FOLDER = ROOT / "build" / "gallery"
SIZES = ((960, 600), (1280, 800), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
PICTURED = (1.0, 2.0)
PAGES = ("decisions", "near", "other", "facts", "otherwise", "sources")
MOST_SCREENS = 150


def main(folder: Path = FOLDER) -> int:
    """Make the pictures, check every screen at every size, write what was found."""
    folder.mkdir(parents=True, exist_ok=True)
    names, faults, frames = [], [], 0
    for name, view in screens():
        for scale in PICTURED:
            save_whole(view, folder / f"{name}-{scale * 100:.0f}.png", (1280, 800), scale)
        for size in SIZES:
            for scale in SCALES:
                frames += 1
                faults += [f"{name} {size} {scale}: {fault}" for fault in clashes(frame_of(view, size, scale))]
        names.append(name)
    figures = {"screens": names, "pictures": len(names) * len(PICTURED), "frames": frames, "faults": faults}
    write("gallery", figures, "make proof ONLY=gallery")
    print(f"{len(names)} screens, {frames} frames, {len(faults)} faults; pictures in {folder}")
    for fault in faults[:40]:
        print(fault)
    return 1 if faults else 0


def clashes(frame: Frame) -> list[str]:
    """Words that overlap others or leave their pane."""
    texts = [item for item in frame.items if isinstance(item, Text)]
    found = [
        f"{text.text!r} leaves its pane"
        for text in texts
        if text.rect.x < frame.pane(text.pane).view.x or text.rect.right > frame.pane(text.pane).view.right
    ]
    return found + [
        f"{one.text!r} over {other.text!r}"
        for one, other in combinations(texts, 2)
        if one.pane == other.pane and one.rect.meets(other.rect)
    ]


def screens() -> Iterator[tuple[str, View]]:
    """Named views, each with another number: the screens beside a game, then two games with all that opens in them."""
    for number, (name, view) in enumerate(_all()):
        yield f"{number:03d}-{name}", view


def _all() -> Iterator[tuple[str, View]]:
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(Saves(Path(home)), lambda: 7)
        for aside in ("title", "crises", "moments", "settings", "help", "code"):
            desk.do(Intent("open", aside))
            yield aside, desk.view()
        for crisis, side, pick in (("checkpoint-charlie-1961", "usa", 1), ("hungary-1956", "ussr", 0)):
            yield from _game(desk, crisis, side, lambda count, pick=pick: pick % count)  # type: ignore[misc]
        yield from _campaign(desk)


def _campaign(desk: Desk) -> Iterator[tuple[str, View]]:
    """The seven years: set up, the first chapter played by its last orders, the others left to history, the answer."""
    for intent in (Intent("campaign"), Intent("campaign-swap", "nixon"), Intent("campaign-begin")):
        desk.do(intent)
        yield desk.view().name, desk.view()
    desk.do(Intent("chapter-begin"))
    while desk.view().name not in ("ending", "war"):
        _on(desk, desk.view(), lambda count: count - 1)
    yield "ending", desk.view()
    desk.do(Intent("chapter-close"))
    yield "between", desk.view()
    desk.do(Intent("onward"))
    while desk.view().name == "chapter":
        yield "chapter", desk.view()
        desk.do(Intent("chapter-skip"))
    for page in CLOSING:
        desk.do(Intent("page", page))
        yield desk.view().name, desk.view()


def _game(desk: Desk, crisis: str, side: str, pick: Callable[[int], int]) -> Iterator[tuple[str, View]]:
    """One game from its setup to its debrief."""
    for intent in (Intent("setup", crisis), Intent("side", side), Intent("begin")):
        desk.do(intent)
        if intent.verb == "side":
            yield "setup", desk.view()
    for _ in range(MOST_SCREENS):
        view = desk.view()
        yield view.name, view
        if view.name in ("ending", "war"):
            break
        yield from _opened(desk, view)
        _on(desk, view, pick)
    yield from _after(desk)


def _opened(desk: Desk, view: View) -> Iterator[tuple[str, View]]:
    """Whatever opens over this screen."""
    for action in view.actions():
        if action.intent.verb == "panel" and action.intent.what not in ("help", "timeline") and not action.closed:
            desk.do(action.intent)
            yield f"{view.name}-{action.intent.what}", desk.view()
            if action.intent.what != "history":
                desk.do(Intent("panel", "" if desk.view().name != view.name else action.intent.what))


def _on(desk: Desk, view: View, pick: Callable[[int], int]) -> None:
    """Give an order, or go on."""
    orders = [action.intent for action in view.actions() if action.intent.verb == "choose" and not action.closed]
    desk.do(orders[pick(len(orders))] if orders else Intent("next"))


def _after(desk: Desk) -> Iterator[tuple[str, View]]:
    """The debrief with its pages, and the timeline."""
    desk.do(Intent("open", "debrief"))
    yield "debrief", desk.view()
    for page in PAGES:
        desk.do(Intent("page", page))
        yield f"debrief-{page}", desk.view()
    desk.do(Intent("odds", "0"))
    yield "odds", desk.view()
    desk.do(Intent("back"))
    desk.do(Intent("panel", "timeline"))
    yield "timeline", desk.view()
    desk.do(Intent("panel", ""))


if __name__ == "__main__":
    sys.exit(main(*(Path(word) for word in sys.argv[1:2])))
