"""A game again under other premises: the same orders of people, while the world and the other minds are otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.engine.prompts import Prompt
from game.insight.causes import Cast
from game.minds.leader import LeaderMind
from game.minds.mind import Mind
from game.minds.roster import MINDLESS, parted, seat
from game.minds.table import LeaderAtTable
from game.model.people import SIDES
from game.play.ask import Ask
from game.play.game import PERSON, Beat, Game, Played
from game.problems import MoveError

#: An order's place in a game: entry, kind of question, round, what it is about, side.
Key = tuple[str, str, int, str, str]


@dataclass(frozen=True)
class Again:
    """A game played again. kept counts people's orders that could be given again; misfits are those that could not,
    unasked those whose question never came; own counts new questions, which a leader answered in their place.
    """

    game: Game
    kept: int
    misfits: tuple[Key, ...]
    unasked: tuple[Key, ...]
    own: int

    @property
    def peak(self) -> float:
        """Highest tension, 0-100."""
        return peak(self.game)


def peak(game: Game) -> float:
    """Highest tension of a game, 0-100."""
    return max([game.opening, *(beat.tension for beat in game.beats)])


def orders(game: Game) -> dict[Key, Played]:
    """What people ordered in a game, by place."""
    return {
        _place(beat, side): played for beat in game.beats for side, played in beat.played.items() if side in game.people
    }


def again(game: Game, cast: Cast) -> Again:
    """Play a game's orders again from its first day, on its own seed, as a cast has the world."""
    tables = replace(cast.tables(game.scenario), opening=game.tables.opening)
    twin = Game(game.scenario, tables, dict(game.players), game.seed, game.files)
    twin.worlds = cast.alone(tables, game.seed)
    twin.opening = twin.tension
    twin.seats.minds = {side: _seated(twin, cast, side) for side in SIDES}
    return _played(twin, orders(game))


def _played(twin: Game, told: Mapping[Key, Played]) -> Again:
    """Give every order where its question comes, and let a leader answer where none fits."""
    kept, misfits, seen, own = 0, list[Key](), set[Key](), 0
    twin.advance()
    while twin.asked is not None:
        asked = twin.asked
        key = asked.entry, asked.kind, asked.round, asked.subject, asked.side
        seen.add(key)
        fits = key in told and _fits(asked, told[key])
        if fits:
            kept += 1
        elif key in told:
            misfits.append(key)
        else:
            own += 1
        _answer(twin, asked, told[key] if fits else None)
    return Again(twin, kept, tuple(misfits), tuple(key for key in told if key not in seen), own)


def _answer(twin: Game, asked: Ask, order: Played | None) -> None:
    """Give an order; an instrument that is closed is left out. Without an order, what a leader would do."""
    if order is None:
        found = twin.next_prompt()
        assert isinstance(found, Prompt)
        order = twin.thought(found)[asked.side]
    tool = order.tool if order.tool and _open_tool(asked, order.tool) else None
    twin.choose(order.choice, tool)


def _fits(asked: Ask, order: Played) -> bool:
    try:
        return asked.find(order.choice).id == order.choice
    except MoveError:
        return False


def _open_tool(asked: Ask, tool: str) -> bool:
    return any(option.id == tool and not option.closed for option in asked.tools)


def _place(beat: Beat, side: str) -> Key:
    kind = "decision" if beat.stage.kind == "move" else beat.stage.kind
    return beat.entry, kind, beat.stage.round, beat.subject, side


def _seated(twin: Game, cast: Cast, side: str) -> Mind:
    """Who plays a side: a person's place is kept by the side's leader, at the quick level."""
    name = twin.players[side]
    if name == PERSON:
        return cast.mind("leader", twin.scenario, twin.tables, SIDES.index(side))
    found = seat(name, twin.scenario, twin.tables, SIDES.index(side))
    who, _ = parted(name)
    if who in MINDLESS or not isinstance(found, LeaderAtTable | LeaderMind):
        return found
    model = cast.mind(who, twin.scenario, twin.tables, SIDES.index(side))
    if isinstance(found, LeaderMind) or not isinstance(model, LeaderMind):
        return model
    rival = cast.mind("leader", twin.scenario, twin.tables, 1 - SIDES.index(side))
    return replace(found, model=replace(model, strength=model.strength * found.level.first), rival=rival)


def named(game: Game, key: Key) -> str:
    """An order's place in words: the title of what was asked."""
    entry, kind, round_, subject, _ = key
    scenario = game.scenario
    if subject:
        return scenario.incidents[subject].label
    told = scenario.decisions.get(entry) or scenario.standoffs.get(entry)
    title = told.title.rstrip(".") if told else entry
    return f"{title} (round {round_ + 1})" if kind in ("round", "reply", "alarm") else title
