"""Run codes of a campaign: one for each chapter that was played. In order, they bring the whole campaign back.

A chapter that history took needs none: what history does from an opening follows from the opening.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.model.campaign import Campaign
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.campaign import Behind, Road, Terms
from game.play.code import decode, encode, head_of, tagged
from game.play.game import Game
from game.play.letters import grouped
from game.problems import RecordError


@dataclass(frozen=True)
class ChapterCode:
    """A chapter's title and its code; empty where history took it, or where it does not fit a code."""

    title: str
    code: str
    played: bool


def chapter_codes(road: Road) -> list[ChapterCode]:
    """The codes of the chapters behind, in order."""
    return [ChapterCode(one.game.scenario.title, _code(one), one.played) for one in road.behind]


def _code(one: Behind) -> str:
    try:
        return grouped(encode(one.game)) if one.played else ""
    except RecordError:
        return ""


def is_chapter(code: str) -> bool:
    """Whether a code is a chapter that earlier ones have changed, so that it needs theirs."""
    return head_of(code).changed


def needed(campaign: Campaign, code: str) -> list[str]:
    """The ids of the chapters before a code's own, whose codes come first where those chapters were played."""
    own = tagged(code, [chapter.scenario for chapter in campaign.chapters])
    names = [chapter.scenario for chapter in campaign.chapters]
    return names[: names.index(own[-1])] if own else []


def follow(
    campaign: Campaign,
    codes: Sequence[str],
    load: Callable[[str], Scenario],
    swaps: tuple[str, ...] = (),
    each: Callable[[Behind], None] | None = None,
) -> Road:
    """The campaign that codes hold, chapters without one left to history. each is told every chapter once it is behind.

    The last code's chapter may still go on. Raises RecordError where a code does not follow from those before it.
    """
    road = Road(campaign, _terms(campaign, codes[0], load, swaps), load)
    for place, code in enumerate(codes, start=1):
        road.take(_walked(road, code, each))
        assert road.game is not None
        if (road.game.seed, dict(road.game.players)) != (road.terms.seed, dict(road.terms.players)):
            raise RecordError(f"code {place} is of another campaign than the first: other luck, or other players")
        if road.game.over:
            _tell(road.close(), each)
        elif place < len(codes):
            raise RecordError(f"'{road.game.scenario.title}' is not over, so no chapter can follow it")
    return road


def _terms(campaign: Campaign, code: str, load: Callable[[str], Scenario], swaps: tuple[str, ...]) -> Terms:
    """Who plays and with what luck, from the first code."""
    road = Road(campaign, Terms(dict.fromkeys(SIDES, "history"), 0, False, swaps), load)
    game = _walked(road, code, None)
    return Terms(dict(game.players), game.seed, game.files, swaps)


def _walked(road: Road, code: str, each: Callable[[Behind], None] | None) -> Game:
    """The game of a code, with the chapters before it left to history."""
    left = [chapter.scenario for chapter in road.campaign.chapters[len(road.behind) :]]
    wrong = RecordError(
        "this run code is no further chapter of the campaign", "codes come in the order of the chapters"
    )
    for name in tagged(code, [] if road.over else left):
        while road.chapter.scenario != name:
            _tell(road.skip(), each)
        try:
            return decode(code, [road.scenario], road.opening)
        except RecordError as error:
            wrong = _explained(error, code)
    raise wrong


def _explained(error: RecordError, code: str) -> RecordError:
    """Where a changed chapter does not fit: perhaps a code before it is missing, or leaders who never led."""
    if not is_chapter(code):
        return error
    hint = "one is missing or out of order, a leader was swapped (--swap NAME), or the rules have changed since"
    return RecordError("this run code does not follow from the chapters before it", hint)


def _tell(behind: Behind, each: Callable[[Behind], None] | None) -> None:
    if each:
        each(behind)
