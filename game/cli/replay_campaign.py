"""Replaying a campaign: its file, or its chapters' codes in order, each chapter verified from what came before."""

from __future__ import annotations

from functools import cache

from game.play.campaign import Behind, Road
from game.play.campaign_codes import follow, needed
from game.play.campaign_record import CampaignRecord, replay_campaign
from game.problems import GameError, RecordError
from game.scenario.campaign import load_campaign
from game.scenario.catalogue import load


def replay_file(told: CampaignRecord) -> int:
    """A stored campaign, chapter by chapter; 0 where it is as stored, 1 where it comes out otherwise."""
    try:
        road = replay_campaign(told, load_campaign(), cache(load))
    except RecordError as error:
        print(error)
        return 1
    print(f"{road.campaign.title}, seed {road.terms.seed}")
    for one in road.behind:
        _tell(one)
    print(_stands(road))
    return 0


def replay_codes(codes: list[str], swaps: tuple[str, ...]) -> int:
    """The codes of a campaign in order; 0 where each follows from those before it, 1 where one does not."""
    try:
        road = follow(load_campaign(), codes, cache(load), swaps, _tell)
    except RecordError as error:
        print(error)
        return 1
    print(_stands(road))
    return 0


def needs_others(code: str) -> int:
    """A later chapter's code alone: it says which codes it needs."""
    names = needed(load_campaign(), code)
    raise GameError(
        "this run code is a later chapter of a campaign, and earlier chapters have changed how it opens",
        f"give the codes of those that were played before it: {', '.join(names)}; then: replay CODE CODE ...",
    )


def _tell(one: Behind) -> None:
    """One line for a chapter that is over."""
    ending = one.game.scenario.endings[one.game.ending].title
    how = "" if one.played else " (left to history)"
    print(f"  {one.game.scenario.title}{how}: {ending}. [{one.game.worlds.digest()}]")


def _stands(road: Road) -> str:
    """Where a campaign has come to."""
    if road.war:
        return "  The campaign ended in war."
    if road.over:
        return "  The campaign is over. Every chapter follows from those before it."
    state = "goes on" if road.game else "comes next"
    return f"  '{road.scenario.title}' {state}. Every chapter follows from those before it."
