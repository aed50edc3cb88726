"""A campaign as stored: its terms, and each chapter's own record with what it opened with.

Loading is replaying, chapter by chapter: what crosses is worked out anew and compared with what was stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.model.campaign import Campaign
from game.model.scenario import Scenario
from game.play.campaign import Road, Terms
from game.play.record import (
    GAME,
    MOST_SEED,
    VERSION,
    Reader,
    Record,
    as_json,
    as_record,
    as_value,
    both_named,
    mapping,
    parsed,
    record,
    replay,
)
from game.problems import GameError, RecordError
from game.scenario.digest import campaign_digest

MOST_CHAPTERS = 40


@dataclass(frozen=True)
class Stored:
    """One chapter as stored: its scenario, and its game; none where history took its road."""

    scenario: str
    told: Record | None


@dataclass(frozen=True)
class CampaignRecord:
    """A stored campaign. closed counts the chapters left behind; one more may lie on the table.

    over says that it has come to its closing page; title and moment say in words which it is and where it stands.
    """

    campaign: str
    digest: str
    terms: Terms
    chapters: tuple[Stored, ...]
    closed: int
    over: bool = False
    title: str = ""
    moment: str = ""


def campaign_record(road: Road, moment: str = "") -> CampaignRecord:
    """The record of a campaign as it stands; moment says in words when that is."""
    chapters = [Stored(one.chapter.scenario, record(one.game) if one.played else None) for one in road.behind]
    if road.game is not None:
        chapters.append(Stored(road.chapter.scenario, record(road.game, moment)))
    return CampaignRecord(
        road.campaign.id, campaign_digest(road.campaign), road.terms, tuple(chapters), len(road.behind), road.over,
        road.campaign.title, moment,
    )  # fmt: skip


def dump_campaign(told: CampaignRecord) -> str:
    """The record as JSON that people can read."""
    terms = told.terms
    value = {
        "game": GAME, "format": VERSION, "campaign": told.campaign, "title": told.title, "moment": told.moment,
        "digest": told.digest, "seed": terms.seed, "players": dict(terms.players), "files": terms.files,
        "swaps": list(terms.swaps), "closed": told.closed, "over": told.over,
        "chapters": [
            {"scenario": one.scenario, "game": as_value(one.told) if one.told else None} for one in told.chapters
        ],
    }  # fmt: skip
    return as_json(value)


def is_campaign(value: Mapping[str, Any]) -> bool:
    """Whether what a file holds is a campaign rather than a single game."""
    return "campaign" in value


def read_campaign(text: str) -> CampaignRecord:
    """A CampaignRecord from its JSON. Raises RecordError for anything that is not one."""
    return as_campaign_record(parsed(text))


def as_campaign_record(value: Mapping[str, Any]) -> CampaignRecord:
    """A CampaignRecord from plain values. Raises RecordError."""
    reader = Reader(value)
    chapters = reader.take("chapters", list, lambda found: len(found) <= MOST_CHAPTERS)
    swaps = reader.take("swaps", list, lambda found: all(isinstance(name, str) for name in found))
    terms = Terms(
        reader.take("players", dict, both_named), reader.take("seed", int, lambda seed: 0 <= seed <= MOST_SEED),
        reader.take("files", bool), tuple(swaps),
    )  # fmt: skip
    return CampaignRecord(
        reader.take("campaign", str), reader.take("digest", str), terms,
        tuple(_stored(mapping(one)) for one in chapters),
        reader.take("closed", int, lambda closed: len(chapters) - 1 <= closed <= len(chapters)),
        reader.take("over", bool), reader.take("title", str), reader.take("moment", str),
    )  # fmt: skip


def _stored(value: Mapping[str, Any]) -> Stored:
    game = value.get("game")
    return Stored(Reader(value).take("scenario", str), None if game is None else as_record(mapping(game)))


def replay_campaign(told: CampaignRecord, campaign: Campaign, load: Callable[[str], Scenario]) -> Road:
    """The campaign that a record holds, as it stood. Raises RecordError where it comes out otherwise."""
    if told.campaign != campaign.id:
        raise RecordError(f"this file belongs to the campaign '{told.campaign}', not to '{campaign.id}'")
    road = Road(campaign, told.terms, load)
    for place, one in enumerate(told.chapters):
        _again(road, told, one)
        if place < told.closed and one.told:
            _checked(told, one, road.close)
    return road


def _again(road: Road, told: CampaignRecord, one: Stored) -> None:
    """One stored chapter, skipped or replayed."""
    if road.over or road.chapter.scenario != one.scenario:
        raise _parting(told, road.campaign, f"it goes on with '{one.scenario}', which is not the next chapter here")
    if one.told is None:
        road.skip()
        return
    if one.told.opening != road.opening:
        raise _parting(told, road.campaign, f"'{one.scenario}' opens otherwise than it did")
    road.take(replay(one.told, road.scenario))


def _checked(told: CampaignRecord, one: Stored, close: Callable[[], object]) -> None:
    try:
        close()
    except GameError as error:
        raise RecordError(f"this stored campaign is damaged: at '{one.scenario}', {error.message}") from None


def _parting(told: CampaignRecord, campaign: Campaign, where: str) -> RecordError:
    """The error for a record that the campaign does not follow, with the likely cause."""
    changed = told.digest != campaign_digest(campaign)
    why = "the campaign's rules have changed since it was played" if changed else "a chapter's rules have changed"
    return RecordError(f"this stored campaign comes out otherwise: {where}", f"{why}, or the file was changed by hand.")
