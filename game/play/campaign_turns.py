"""Turning points of a campaign, found in its own trace: what moved tension and relations most, and for long.

A turn is a judgement about size, never about cause in history: it says what this game's rules noted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.engine.single import number, tension_of
from game.model.people import SIDES
from game.play.campaign import Behind, Road
from game.play.campaign_curve import Points, height, ours, theirs
from game.play.debrief import result_of
from game.play.game import Beat, Game
from game.play.happenings import Happening
from game.play.narration import result_words

#: Causes that nobody made: they are no turns.
QUIET = ("time", "flow", "report", "sign", "rest", "refusal")
BETWEEN = ("relation/usa>ussr", "relation/ussr>usa")
LATER_HOURS = 30 * 24.0
MOST, MOST_A_CHAPTER, LEAST = 6, 2, 3.0
#: What a person's own turn must weigh to be told where all the larger ones are others'.
LEAST_OWN = 1.0
#: Of what a standoff moved, the share from which it is one side's doing.
ALONE = 0.7


@dataclass(frozen=True)
class Turning:
    """One turning point: when, in which chapter, at which entry; what was done or happened, and by whom (usa, ussr,
    both, nobody); by how much it moved tension and relations; whether history did the same, and if not, what.
    """

    minute: int
    chapter: str
    title: str
    entry: str
    what: str
    by: str
    tension: float
    relations: float
    weight: float
    as_then: bool
    then: str = ""
    played: bool = True

    @property
    def worse(self) -> bool:
        """Whether things got worse by it."""
        return self.tension - self.relations > 0


def turns(road: Road) -> list[Turning]:
    """The turning points of this game, by date; one at least is by a person who plays, where he made any."""
    curve = ours(road)
    found = [turn for one in road.behind for turn in _turns(one, one.game, curve)]
    return with_own(_largest(found), found, road.people)


def with_own(kept: list[Turning], found: list[Turning], people: tuple[str, ...]) -> list[Turning]:
    """The same, with the largest turn of each side that a person plays in the place of the smallest, if it has none."""
    for side in people:
        own = [turn for turn in found if turn.by == side and turn.played and turn.weight >= LEAST_OWN]
        if own and not any(turn.by == side for turn in kept):
            kept = [*_room_for_one(kept, people), max(own, key=lambda turn: turn.weight)]
    return sorted(kept, key=lambda turn: turn.minute)


def _room_for_one(kept: list[Turning], people: tuple[str, ...]) -> list[Turning]:
    """Without the smallest that is no person's, where there are as many as are told."""
    if len(kept) < MOST:
        return kept
    others = [turn for turn in kept if turn.by not in people] or kept
    least = min(others, key=lambda turn: turn.weight)
    return [turn for turn in kept if turn is not least]


def missed(road: Road) -> list[Turning]:
    """History's turning points that this game did not have, by date."""
    curve = theirs(road)
    told = _largest([turn for one in road.behind for turn in _turns(one, one.past, curve)])
    behind = {one.chapter.scenario: one for one in road.behind}
    return [turn for turn in told if not _done(behind[turn.chapter], turn.entry)]


def _done(one: Behind, entry: str) -> bool:
    """Whether this game did at an entry what history did there."""
    beats = [beat for beat in one.game.beats if beat.entry == entry and beat.opened]
    return any(_as_then(one.game, one.past, beat) for beat in beats)


def _largest(found: list[Turning]) -> list[Turning]:
    kept: list[Turning] = []
    for turn in sorted(found, key=lambda turn: -turn.weight):
        own = sum(other.chapter == turn.chapter for other in kept)
        if turn.weight >= LEAST and own < MOST_A_CHAPTER and len(kept) < MOST:
            kept.append(turn)
    return sorted(kept, key=lambda turn: turn.minute)


def _turns(one: Behind, game: Game, curve: Points) -> Iterator[Turning]:
    """Every entry of a chapter that moved something, weighed."""
    groups: dict[tuple[str, str], list[Beat]] = {}
    for beat in game.beats:
        groups.setdefault((beat.entry, beat.subject), []).append(beat)
    for beats in groups.values():
        causes = [told for beat in beats for told in beat.happenings if told.kind not in QUIET]
        if any(told.moved for told in causes):
            yield _weighed(_turn(one, game, beats, causes), game, beats, curve)


def _turn(one: Behind, game: Game, beats: list[Beat], causes: list[Happening]) -> Turning:
    main = max(causes, key=_size)
    first = next((beat for beat in beats if main in beat.happenings), beats[0])
    tension, relations = sum(told.tension() for told in causes), sum(_relations(told) for told in causes)
    if first.entry in game.scenario.standoffs and not first.subject:
        tension = beats[-1].tension - tension_of(game.tables, beats[0].before)
    same = _as_then(game, one.past, first)
    return Turning(
        main.minute, one.chapter.scenario, game.scenario.title, first.entry, _what(game, first, main),
        _by(game, first, causes, main), tension, relations, 0.0, same, "" if same else _then(game, first),
        one.played and bool(set(first.played) & set(game.people)),
    )  # fmt: skip


def _size(told: Happening) -> float:
    return abs(told.tension()) + abs(_relations(told))


def _relations(told: Happening) -> float:
    """How much warmer (above 0) or colder the two powers got, in points, the mean of both."""
    return sum(moved.amount for moved in told.moved if moved.row in BETWEEN) / len(BETWEEN)


def relations_of(game: Game) -> float | None:
    """How warm the two powers are towards each other as a game stands, -100 to 100; none where it does not say."""
    rows = [row for row in BETWEEN if row.partition("/")[2] in game.tables.relations]
    return sum(number(game.worlds, row) for row in rows) / len(rows) if rows else None


def _weighed(turn: Turning, game: Game, beats: list[Beat], curve: Points) -> Turning:
    """Half its size at once, half what of it is still there a month later.

    Sizes are taken before the scale bends: what moves tension from 95 to 99 is no small thing.
    """
    before, after = _unbent(tension_of(game.tables, beats[0].before)), _unbent(beats[-1].tension)
    moved = after - before
    if beats[0].entry not in game.scenario.standoffs:
        moved = sum(_unbent(beat.tension) - _unbent(beat.tension - _caused(beat)) for beat in beats)
    later = _unbent(height(curve, turn.minute / 60 + LATER_HOURS)) - before
    left = min(max(later * (1 if moved > 0 else -1), 0.0), abs(moved))
    return replace(turn, weight=0.5 * abs(moved) + 0.5 * left + 0.5 * abs(turn.relations))


def _caused(beat: Beat) -> float:
    """By how much a beat moved tension, without what time did."""
    return sum(told.tension() for told in beat.happenings if told.kind not in QUIET)


def _unbent(level: float) -> float:
    """A level of tension on a straight scale, in points of the middle of the meter."""
    held = min(max(level, 0.1), 99.9)
    return 25.0 * math.log(held / (100.0 - held))


def _what(game: Game, beat: Beat, main: Happening) -> str:
    """What was done or happened, in a few words without a full stop."""
    told = game.scenario
    if beat.entry in told.standoffs and not beat.subject:
        result = result_of(game, beat.entry)
        ended = result_words(told, result) if result else "control is lost"
        return f"{told.standoffs[beat.entry].title.rstrip('.')}. {ended}"
    if main.kind == "choice":
        return told.decisions[main.cause.what].choices[main.cause.part.partition("/")[0]].label.rstrip(".")
    if main.kind == "event":
        return told.events[main.cause.what].title.rstrip(".")
    if main.kind in ("incident", "response", "war") and beat.subject:
        return told.incidents[beat.subject].label.rstrip(".")
    return told.instruments[main.cause.what].label if main.cause.what in told.instruments else beat.entry


def _by(game: Game, beat: Beat, causes: list[Happening], main: Happening) -> str:
    if beat.entry in game.scenario.standoffs and not beat.subject:
        return _standoff_by(causes)
    if main.kind == "event":
        acts = game.scenario.events[main.cause.what].acts
        return acts[0].by if acts and acts[0].by in SIDES else "nobody"
    if main.kind in ("incident", "war") or main.cause.side < 0:
        return "nobody"
    return SIDES[main.cause.side]


def _standoff_by(causes: list[Happening]) -> str:
    """The side whose own moves made most of it; both where neither did."""
    sums = [sum(abs(told.tension()) for told in causes if told.cause.side == place) for place in range(len(SIDES))]
    for place, side in enumerate(SIDES):
        if sum(sums) and sums[place] >= ALONE * sum(sums):
            return side
    return "both"


def _as_then(game: Game, past: Game, beat: Beat) -> bool:
    """Whether history did the same there."""
    told = game.scenario
    if beat.subject:
        return False
    if beat.entry in told.standoffs:
        history = told.standoffs[beat.entry].history
        return history is not None and history.result == result_of(game, beat.entry)
    if beat.entry in told.events:
        return any(other.entry == beat.entry and other.opened for other in past.beats)
    done = told.decisions[beat.entry]
    played = beat.played.get(done.side)
    return played is not None and done.history is not None and played.choice == done.history.choice


def _then(game: Game, beat: Beat) -> str:
    """What was done there in history; empty off its path."""
    told = game.scenario
    if beat.subject:
        return ""
    if beat.entry in told.decisions:
        history = told.decisions[beat.entry].history
        return told.decisions[beat.entry].choices[history.choice].label.rstrip(".") if history else ""
    past = told.standoffs[beat.entry].history if beat.entry in told.standoffs else None
    return result_words(told, past.result) if past else ""
