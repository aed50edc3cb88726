"""Seven years as one curve: chapters as they were played, and between them the dated acts of history with the
difference that the chapters before have made, fading.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from game.engine.single import number
from game.insight.fit import curve
from game.model.moment import minutes
from game.model.parameters import DEFAULT
from game.play.campaign import Road
from game.play.campaign_carry import A_DAY, Carried
from game.play.game import Game
from game.scenario.chronicle import chronicle

STEP = 5 * 1440
TWO_YEARS = 2 * 365 * 24.0
#: Points by hours since 1 January 1955, as the curve of the years on the first screen.
Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Span:
    """A chapter on the curve: its points by minute, the difference that it leaves behind, and the game itself."""

    start: int
    points: tuple[tuple[int, float], ...]
    after: Carried
    game: Game

    @property
    def crisis(self) -> bool:
        """Whether it is one of the crises."""
        return self.game.scenario.kind == "crisis"


def ours(road: Road) -> Points:
    """Tension over the years in this campaign, up to where it stands."""
    spans = [_span(one.game, one.after) for one in road.behind]
    return _joined(spans, minutes(road.campaign.starts), _last(road))


def theirs(road: Road) -> Points:
    """Tension over the years as history went, by the same rules."""
    spans = [_span(one.past, Carried()) for one in road.behind]
    return _joined(spans, minutes(road.campaign.starts), minutes(road.campaign.ends))


def years(road: Road) -> Points:
    """Tension over all the years where only the chronicle's acts happen."""
    first, last = minutes(road.campaign.starts), minutes(road.campaign.ends)
    return [(minute / 60, round(level, 2)) for minute, level in _grid() if first <= minute <= last]


def _last(road: Road) -> int:
    """The end of the years, or where this campaign stands."""
    if road.war:
        return road.behind[-1].game.minute
    return minutes(road.campaign.ends) if road.over else road.minute


def _span(game: Game, after: Carried) -> Span:
    start = minutes(game.scenario.starts)
    return Span(start, ((start, game.opening), *((beat.minute, beat.tension) for beat in game.beats)), after, game)


def _joined(spans: list[Span], first: int, last: int) -> Points:
    """Chapters in order of their first days, with the years between them.

    A crisis keeps the curve to its end; a moment that lies inside one, or runs on into the next chapter, gives way.
    """
    told = sorted(spans, key=lambda span: span.start)
    found, carried, reached = list[tuple[int, float]](), Carried(), first
    for place, span in enumerate(told):
        found += _between(carried, reached, min(span.start, last))
        inside = [point for point in span.points if reached <= point[0] <= min(_room(told, place), last)]
        found, carried = found + inside, span.after
        reached = max(reached, inside[-1][0] if inside else min(span.start, last))
    final = bool(told) and reached >= chronicle()[-1].minute
    found += _fading(told[-1].game, reached, last) if final else _between(carried, reached, last)
    return [(minute / 60, round(level, 1)) for minute, level in found]


def _room(told: list[Span], place: int) -> int:
    """Up to which minute a chapter may keep the curve: to the next crisis, or the next chapter of any kind."""
    own = told[place]
    later = [span.start for span in told[place + 1 :] if span.crisis or not own.crisis]
    return min(later, default=own.points[-1][0])


def _between(carried: Carried, first: int, last: int) -> Iterator[tuple[int, float]]:
    """Tension between two minutes, both left out, where only the chronicle's acts happen."""
    for minute, level in _grid():
        if first < minute < last:
            more = carried.row("fast", minute, DEFAULT) + carried.row("slow", minute, DEFAULT)
            yield minute, _shifted(level, more) if more else level


def _fading(game: Game, first: int, last: int) -> Iterator[tuple[int, float]]:
    """Tension after a last chapter, of which the chronicle knows nothing: its own memories fade."""
    for minute in range(first + STEP, last, STEP):
        gone = max(minute - game.minute, 0) / A_DAY
        fast = number(game.worlds, "fast") * math.exp(-gone / DEFAULT.fast_days)
        slow = number(game.worlds, "slow") * math.exp(-gone / DEFAULT.slow_days)
        yield minute, 100.0 / (1.0 + math.exp(-(DEFAULT.base + fast + slow)))


def _shifted(level: float, more: float) -> float:
    """A level of tension with something more in its memories."""
    return 100.0 / (1.0 + math.exp(-(math.log(level / (100.0 - level)) + more)))


@cache
def _grid() -> tuple[tuple[int, float], ...]:
    """The chronicle's own curve: every few days, and right after every act."""
    first, last = chronicle()[0].minute, minutes("1963-12-31")
    moments = sorted({*range(first, last, STEP), *(dated.minute for dated in chronicle())})
    return tuple(zip(moments, (float(level) for level in curve(DEFAULT, moments)), strict=True))


def height(points: Points, hours: float) -> float:
    """The level of a curve at an hour, by straight lines between its points; flat before and after them."""
    if not points:
        return 0.0
    place = bisect_right(points, hours, key=lambda point: point[0])
    if not 0 < place < len(points):
        return points[min(place, len(points) - 1)][1]
    (x0, y0), (x1, y1) = points[place - 1], points[place]
    return y0 + (y1 - y0) * (hours - x0) / (x1 - x0)


def measured(games: Sequence[Game], meter: str) -> list[float]:
    """A meter at the start of the first game that declares it, and at the end of each that does."""
    row, found = f"meter/{meter}", list[float]()
    for game in games:
        declared = {one.id: one.start for one in game.tables.meters}
        if meter in declared:
            found += [number(game.worlds, row)] if found else [declared[meter], number(game.worlds, row)]
    return found


def average(points: Points, first: float, last: float) -> float:
    """The mean level between two hours, by days."""
    hours = [first + day * 24.0 for day in range(max(1, int((last - first) / 24.0)))]
    return sum(height(points, hour) for hour in hours) / len(hours)


def both_ends(points: Points) -> tuple[float, float]:
    """The mean level of the first two years and of the last two, or of the halves of a shorter curve."""
    first, last = points[0][0], points[-1][0]
    span = min(TWO_YEARS, (last - first) / 2)
    return average(points, first, first + span), average(points, last - span, last)


def drawn(points: Points, off: float = 1.0) -> Points:
    """The curve with fewer points, nowhere further off than so many points of tension (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return list(points)
    keep, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        place, gap = _furthest(points, first, last)
        if gap > off:
            keep.add(place)
            parts += [(first, place), (place, last)]
    return [points[place] for place in sorted(keep)]


def _furthest(points: Points, first: int, last: int) -> tuple[int, float]:
    """The place between two that lies furthest above or below the line between them, and how far."""
    (x0, y0), (x1, y1) = points[first], points[last]
    slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
    gaps = [(abs(points[place][1] - y0 - slope * (points[place][0] - x0)), place) for place in range(first + 1, last)]
    gap, place = max(gaps, default=(0.0, first))
    return place, gap
