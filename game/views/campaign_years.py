"""The years of a campaign as its closing page tells them: the curve, year by year, and how each chapter ended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.engine.single import number
from game.model.moment import minutes
from game.play.campaign import Road
from game.play.campaign_curve import Points, drawn, height, measured, ours, theirs
from game.play.campaign_schools import Whole, whole
from game.play.campaign_turns import Turning, missed, relations_of, turns
from game.play.game import Game
from game.views import words
from game.views.blocks import Block, Chart, Mark, Prose, Series, Table
from game.views.campaign import how_ended

LONGEST_MARK = 34
CHAPTERS_END = "How each chapter ended"
SLOW = "Relations run from −100 to 100 and move slowly: a crisis is worth two or three points."


@dataclass(frozen=True, eq=False)
class Years:
    """A campaign as its closing page sees it."""

    road: Road
    own: Points
    then: Points
    turns: list[Turning]
    missed: list[Turning]

    @property
    def whole(self) -> Whole:
        """How it went as a whole."""
        return whole(self.road, self.own, self.turns)


@lru_cache(maxsize=2)
def years(road: Road) -> Years:
    """What a finished campaign's page is made of, worked out once."""
    return Years(road, ours(road), theirs(road), turns(road), missed(road))


def chart(told: Years) -> Chart:
    """Tension over the years here and in history, with the three heaviest turns."""
    own, then = _drawn(told.own), _drawn(told.then)
    heaviest = sorted(told.turns, key=lambda turn: -turn.weight)[:3]
    marks = tuple(
        Mark(turn.minute / 60, round(height(told.own, turn.minute / 60), 1), _short(turn.what)) for turn in heaviest
    )
    low, high = (minutes(day) // (1440 * 365) for day in (told.road.campaign.starts, told.road.campaign.ends))
    ticks = tuple((minutes(f"{1955 + year}-01-01") / 60, str(1955 + year)) for year in range(low + 1, high + 1))
    top, past = (words.plain(max(level for _, level in points)) for points in (own, then))
    text = (
        f"This game's tension began at {words.plain(own[0][1])} and ended at {words.plain(own[-1][1])}, "
        f"with a peak of {top}. History's peak by the same rules was {past}."
    )
    series = (Series("history", then, "dashed", "history"), Series("this game", own))
    return Chart("Tension over seven years", series, words.THRESHOLDS, ticks, marks, text=text)


def _drawn(points: Points) -> tuple[tuple[float, float], ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in drawn(points))


def _short(text: str) -> str:
    """A mark's label: the first sentence, or as many words of it as fit."""
    first = text.partition(". ")[0]
    if len(first) <= LONGEST_MARK:
        return first
    return f"{first[: LONGEST_MARK + 1].rpartition(' ')[0].rstrip(',.;:')}…"


def year_by_year(told: Years) -> list[Block]:
    """Each year's peak and end in this game and in history."""
    rows = []
    for year in range(_year(told.own[0][0]), _year(told.own[-1][0]) + 1):
        own, then = _within(told.own, year), _within(told.then, year)
        if own and then:
            rows.append((str(year), *(words.plain(value) for value in (max(own), max(then), own[-1], then[-1]))))
    heads = ("Year", "Peak here", "Peak then", "End here", "End then")
    text = "Then is history played by the same rules, so that the two can be compared."
    return [chart(told), Table("Tension, 0 to 100", heads, tuple(rows)), Prose(text, "second"), *_chapters_end(told)]


def _chapters_end(told: Years) -> list[Block]:
    """How each chapter ended, with relations and the meter that is told beside tension, here and then."""
    name = told.road.campaign.closing.measure
    rows = []
    for one in told.road.behind:
        cells = [one.game.scenario.title, how_ended(one), _relations(one.game), _relations(one.past)]
        if name:
            cells += [_level(one.game, name), _level(one.past, name)]
        rows.append(tuple(cells))
    heads = ("Chapter", "Ended", "Relations here", "Relations then")
    if not name:
        return [Table(CHAPTERS_END, heads, tuple(rows))]
    label = told.road.campaign.meters[name].label
    text = f"{SLOW} {label} moves with every chapter, from 0 to 100."
    return [Table(CHAPTERS_END, (*heads, f"{label} here", f"{label} then"), tuple(rows)), Prose(text, "second")]


def _level(game: Game, meter: str) -> str:
    """A meter as a game stands; a dash where the game does not have it."""
    declared = {one.id for one in game.tables.meters}
    return words.plain(number(game.worlds, f"meter/{meter}")) if meter in declared else "–"


def _relations(game: Game) -> str:
    """How the two powers stood towards each other at a chapter's end; a dash where it does not say."""
    found = relations_of(game)
    return "–" if found is None else words.plain(found)


def _within(points: Points, year: int) -> list[float]:
    return [level for hours, level in points if _year(hours) == year]


def measure(told: Years) -> str:
    """How the meter that is told beside tension went, in a sentence with a space before it; empty where none is."""
    name = told.road.campaign.closing.measure
    own, then = ([measured(games, name) for games in _games(told)]) if name else ([], [])
    if not own:
        return ""
    label = told.road.campaign.meters[name].label
    first, last, past = (words.plain(value) for value in (own[0], own[-1], then[-1]))
    return f" {label} went from {first} to {last} of 100; history's ended at {past}."


def _games(told: Years) -> tuple[list[Game], list[Game]]:
    """The chapters as played, and as history played them."""
    return [one.game for one in told.road.behind], [one.past for one in told.road.behind]


def month(hours: float) -> str:
    """The month of an hour since 1955, in words."""
    return words.month(int(hours * 60))


def _year(hours: float) -> int:
    return int(month(hours).split()[-1])
