"""The debrief: what history did, what each side wanted and believed, what nearly went wrong, how a war began.

Everything may be told here: the game is over.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.single import first, number
from game.model.moment import minutes
from game.model.people import SIDES
from game.model.tables import RESULTS
from game.play.game import Beat, Game
from game.play.narration import name_of, side_move
from game.play.wording import inside

READINESS_ORDER = 5


@dataclass(frozen=True)
class Parted:
    """One decision beside history: when (minutes), whose, what was chosen, what was done (empty off the path)."""

    minute: int
    side: str
    entry: str
    title: str
    chosen: str
    standing: str
    tool: str
    then: str
    same: bool
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class NearMiss:
    """One accident that came up: whose, how it was answered (empty where nobody could see it), what is known of it."""

    minute: int
    label: str
    side: str
    visible: bool
    answer: str
    note: str
    disputed: bool
    standing: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Revealed:
    """A hidden fact: the statement, whether it was true in this world, what each side thought (0-1), what is known."""

    about: str
    true: bool
    believed: tuple[float, float]
    reveal: str
    sources: tuple[str, ...]


def parted(game: Game, side: str) -> list[Parted]:
    """A side's decisions in order, each beside what was done."""
    return [_parted(game, beat, side) for beat in game.beats if beat.stage.kind == "move" and side in beat.played]


def _parted(game: Game, beat: Beat, side: str) -> Parted:
    told, played = game.scenario.decisions[beat.entry], beat.played[side]
    tool = game.scenario.instruments[played.tool].label if played.tool else ""
    past = told.history
    then = told.choices[past.choice].label if past else ""
    same = past is not None and past.choice == played.choice
    note, sources = (past.note, past.sources) if past else (told.note, told.sources)
    own = told.choices[played.choice]
    return Parted(
        beat.minute, side, beat.entry, told.title, own.label, own.standing, tool, then, same, note, sources,
    )  # fmt: skip


def near_misses(game: Game) -> list[NearMiss]:
    """Every accident of this game that stayed in hand, those that reached no desk among them."""
    return [
        _near_miss(game, beat, happening.cause.what)
        for beat in game.beats
        for happening in beat.happenings
        if happening.kind == "incident" and not any(other.kind == "war" for other in beat.happenings)
    ]


def _near_miss(game: Game, beat: Beat, name: str) -> NearMiss:
    told = game.scenario.incidents[name]
    played = beat.played.get(told.side)
    answer = told.responses[played.choice].label if played and played.choice in told.responses else ""
    return NearMiss(
        beat.minute, told.label, told.side, told.visible, answer, told.note, told.disputed, told.standing, told.sources
    )


def answered(game: Game, beat: Beat, side: str) -> str:
    """What a side ordered at a beat, and what it used beside it."""
    label = choice_label(game, beat, side).rstrip(".")
    tool = beat.played[side].tool
    if not tool:
        return f"{label}."
    used = game.scenario.instruments[tool].label.rstrip(".")
    return f"{label}. Beside it: {inside(used)}."


def title_of(game: Game, beat: Beat) -> str:
    """The title of what was asked."""
    if beat.subject:
        return game.scenario.incidents[beat.subject].label
    if beat.entry in game.scenario.decisions:
        return game.scenario.decisions[beat.entry].title
    return game.scenario.standoffs[beat.entry].title


def choice_label(game: Game, beat: Beat, side: str) -> str:
    """What a side answered at a beat, in words."""
    choice = beat.played[side].choice
    if beat.subject:
        return game.scenario.incidents[beat.subject].responses[choice].label
    if beat.entry in game.scenario.decisions:
        return game.scenario.decisions[beat.entry].choices[choice].label
    return side_move(game.scenario, beat.entry, side, choice, beat.height(side), "")


def revealed(game: Game) -> list[Revealed]:
    """Every hidden fact with its truth in this world."""
    found = []
    for table in game.tables.facts:
        told = game.scenario.facts[table.id]
        true = bool(number(game.worlds, f"fact/{table.id}"))
        usa, ussr = (
            float(true) if table.knows[side] else number(game.worlds, f"belief/{name}/{table.id}")
            for side, name in enumerate(SIDES)
        )
        found.append(Revealed(told.about, true, (usa, ussr), told.reveal, told.sources))
    return found


def sources(game: Game) -> list[str]:
    """Ids of the sources behind everything that this game put on a desk, in order of use."""
    found: list[str] = []
    for beat in game.beats:
        found += _entry_sources(game, beat)
    found += list(game.scenario.endings[game.ending].sources) if game.over else []
    return list(dict.fromkeys(found))


def _entry_sources(game: Game, beat: Beat) -> list[str]:
    told = game.scenario
    if beat.subject:
        return list(told.incidents[beat.subject].sources)
    if beat.entry in told.decisions:
        decision = told.decisions[beat.entry]
        paper = decision.paper.sources if decision.paper else ()
        past = decision.history.sources if decision.history else ()
        return [*decision.sources, *paper, *past]
    return list(told.events[beat.entry].sources if beat.entry in told.events else told.standoffs[beat.entry].sources)


def result_of(game: Game, entry: str) -> str:
    """How a standoff ended; empty where it did not."""
    number_of = int(number(game.worlds, f"result/{entry}"))
    return RESULTS[number_of - 1] if number_of > 0 else ""


def war_chain(game: Game) -> list[str]:
    """How control was lost, link by link: the orders that made it likelier, then what nobody ordered."""
    if not game.war:
        return []
    links = [*_alerts(game), *_climbs(game)]
    cause = first(game.worlds["cause"])
    if cause >= 0:
        links.append(game.scenario.incidents[game.tables.incidents[cause].id].chain)
    else:
        links.append(_last_order(game))
    return [" ".join(link.split()) for link in links if link]


def _last_order(game: Game) -> str:
    """The order that led to war by itself: by force that was answered, or as the scenario tells it."""
    forced = [beat for beat in game.beats if any(one.kind == "war" for one in beat.happenings)]
    last = forced[-1] if forced else next((beat for beat in reversed(game.beats) if beat.was_asked), game.beats[-1])
    told = [f"{name_of(game.scenario, side)} ordered: {choice_label(game, last, side)}." for side in last.played]
    return " ".join([*told, "It met forces that answered." if forced else ""])


def _alerts(game: Game) -> list[str]:
    found = []
    for side in SIDES:
        level = int(number(game.worlds, f"order/{side}"))
        if level < READINESS_ORDER:
            found.append(f"{name_of(game.scenario, side)} had its forces at alert level {level}.")
    return found


def _climbs(game: Game) -> list[str]:
    last = game.beats[-1]
    if last.entry not in game.scenario.standoffs:
        return []
    return [" ".join(_height(game, last, side) for side in SIDES)]


def _height(game: Game, beat: Beat, side: str) -> str:
    rungs = game.scenario.standoffs[beat.entry].sides[side].rungs
    label = rungs[min(beat.height(side), len(rungs) - 1)].label
    return f"{name_of(game.scenario, side)}'s last rung: {inside(label)}."


def hours(game: Game, minute: int) -> float:
    """A moment as hours from the start."""
    return (minute - minutes(game.scenario.starts)) / 60
