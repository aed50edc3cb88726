"""What a person does with a campaign at the desk: set it up, open a chapter or leave it to history, go on.

The verbs here work on a Desk, as the screens do; the road is the desk's while a campaign is being played.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.model.people import SIDES
from game.play.campaign import Road
from game.play.campaign_record import CampaignRecord, campaign_record, replay_campaign
from game.problems import MoveError
from game.scenario.campaign import load_campaign
from game.views import words
from game.views.campaign_setup import Plan
from game.views.title import BOTH, next_level

if TYPE_CHECKING:
    from game.views.desk import Desk


def open_setup(desk: Desk, what: str) -> None:
    """The page on which a campaign is set up."""
    desk.campaign = desk.campaign or load_campaign()
    desk.plan, desk.screen = desk.plan or Plan(), "campaign"


def planned(desk: Desk) -> Plan:
    """The campaign that is being set up. Raises MoveError where there is none."""
    if desk.plan is None:
        raise MoveError("no campaign is being set up")
    return desk.plan


def on_the_road(desk: Desk) -> Road:
    """The campaign that is being played. Raises MoveError where there is none."""
    if desk.road is None:
        raise MoveError("no campaign is being played")
    return desk.road


def _side(desk: Desk, what: str) -> None:
    if what in (*SIDES, BOTH):
        desk.plan = replace(planned(desk), side=what)


def _mind(desk: Desk, what: str) -> None:
    desk.plan = planned(desk).next_mind()


def _level(desk: Desk, what: str) -> None:
    desk.plan = replace(planned(desk), level=next_level(planned(desk).level))


def _files(desk: Desk, what: str) -> None:
    desk.plan = replace(planned(desk), files=not planned(desk).files)


def _swap(desk: Desk, what: str) -> None:
    if desk.campaign and what in desk.campaign.swaps:
        desk.plan = planned(desk).swapped(what)


def begin(desk: Desk, plan: Plan, seed: int) -> None:
    """Start a campaign and store it, before its first chapter."""
    desk.campaign = desk.campaign or load_campaign()
    road = Road(desk.campaign, plan.terms(seed), desk.scenarios)
    desk.depart(road, desk.saves.fresh(road.campaign.id))
    desk.save()


def _begin(desk: Desk, what: str) -> None:
    begin(desk, planned(desk), desk.seeds())


def resume(desk: Desk, told: CampaignRecord, name: str) -> None:
    """Go on with a stored campaign, where it stood."""
    desk.campaign = desk.campaign or load_campaign()
    road = replay_campaign(told, desk.campaign, desk.scenarios)
    game = road.game
    desk.depart(road, name)
    if game is not None:
        desk.take(game, name)


def stored(road: Road) -> CampaignRecord:
    """A campaign's record with when it stands, in words."""
    if road.over:
        return campaign_record(road, "how it changed")
    minute = road.game.minute if road.game else road.minute
    return campaign_record(road, words.month(minute))


def _chapter_begin(desk: Desk, what: str) -> None:
    """Open the chapter whose first page is on the screen."""
    road = on_the_road(desk)
    if desk.screen != "chapter":
        raise MoveError("no chapter is waiting")
    game = road.begin()
    desk.take(game, desk.name)
    desk.save()
    if not game.over and len(game.people) == 1:
        desk.screen = "opening"


def _skip(desk: Desk, what: str) -> None:
    """Let history take this chapter."""
    _left(desk, lambda: True)


def _crisis(desk: Desk, what: str) -> None:
    """Let history take this chapter and those after it, up to the next crisis."""
    road = on_the_road(desk)
    _left(desk, lambda: road.scenario.kind == "crisis")


def _left(desk: Desk, there: Callable[[], bool]) -> None:
    road = on_the_road(desk)
    if desk.screen != "chapter":
        raise MoveError("no chapter is waiting")
    road.skip()
    while not road.over and not there():
        road.skip()
    _arrive(desk)
    desk.save()


def _close(desk: Desk, what: str) -> None:
    """Leave a finished chapter, and see what it changes."""
    on_the_road(desk).close()
    desk.game, desk.screen = None, "between"
    desk.save()


def _onward(desk: Desk, what: str) -> None:
    """From the page after a chapter to the next one, or to the closing page."""
    on_the_road(desk)
    _arrive(desk)


def _arrive(desk: Desk) -> None:
    road = on_the_road(desk)
    desk.game, desk.screen = None, "closing" if road.over else "chapter"


VERBS: dict[str, Callable[[Desk, str], None]] = {
    "campaign": open_setup, "campaign-side": _side, "campaign-mind": _mind, "campaign-level": _level,
    "campaign-files": _files, "campaign-swap": _swap, "campaign-begin": _begin,
    "chapter-begin": _chapter_begin, "chapter-skip": _skip,
    "chapter-crisis": _crisis, "chapter-close": _close, "onward": _onward,
}  # fmt: skip
