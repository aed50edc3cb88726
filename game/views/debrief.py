"""The debrief: the result and the aims, decisions against history, near misses, the other side's file, sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.model.moment import minutes
from game.model.people import SIDES
from game.play import debrief as after
from game.play.game import PERSON, Game
from game.play.narration import result_words
from game.play.past import curve, past
from game.play.reasons import last_reasons
from game.play.turning import Turn
from game.play.wording import inside
from game.views import debrief_pages as pages
from game.views import words
from game.views.blocks import (
    Action,
    Actions,
    Block,
    Chart,
    Heading,
    Intent,
    Ledger,
    Line,
    Mark,
    Prose,
    Series,
    View,
)
from game.views.ending import aims_ledger
from game.views.files import both
from game.views.odds import asked_about
from game.views.state import State
from game.views.why import why

PAGES = {
    "": ("R", "Result"),
    "decisions": ("D", "Beside history"),
    "why": ("W", "Why they did it"),
    "near": ("N", "Near misses"),
    "other": ("F", "Both files"),
    "facts": ("U", "What nobody knew"),
    "otherwise": ("E", "And otherwise?"),
    "sources": ("S", "Sources"),
}


def debrief(game: Game, state: State, code: str, turn: Turn | None) -> View:
    """One page of the debrief. code is the game's run code or empty; turn a choice that breaks a war's chain."""
    room = _ROOMS[state.page](game) if state.page else _result(game, turn)
    tabs = tuple(
        Action(label, key, Intent("page", page), selected=page == state.page) for page, (key, label) in PAGES.items()
    )
    rewind = Action("Go back to a decision", "T", Intent("panel", "timeline"))
    leave = Action("Title", "Esc", Intent("open", "title"))
    foot = (Actions((*tabs, rewind)), Actions((leave,), f"Run code {code}" if code else "", align="right"))
    name = "debrief" if not state.page else f"debrief-{state.page}"
    return View(name, "Debrief", tuple(room), foot=foot, back=leave.intent)


def _heading(game: Game) -> Heading:
    told = game.scenario.endings[game.ending]
    who = [game.scenario.sides[side].name for side in game.people]
    over = f"{game.scenario.title} · Debrief"
    if len(who) == 1:
        rival = SIDES[1 - SIDES.index(game.people[0])]
        over += f" · Played as {who[0]} against {words.player(game.scenario, rival, game.players[rival])}"
    kept = "as in history" if told.history else f"history's ending: {_history_title(game)}"
    return Heading(told.title, 1, over, f"{words.KINDS[told.kind]}; {kept}")


def _history_title(game: Game) -> str:
    found = past(game.scenario, game.tables).ending
    return game.scenario.endings[found].title if found else "not reached"


def _result(game: Game, turn: Turn | None) -> list[Block]:
    """Curve, aims, and where this world parted from history."""
    blocks: list[Block] = [_heading(game), _curve(game)]
    blocks += _chain(game, turn)
    blocks += _why(game)
    blocks.append(_parted(game))
    blocks += [aims_ledger(game, side) for side in SIDES]
    blocks += [Heading("What you never knew", 2), Prose(_never_knew(game))]
    return blocks


def _never_knew(game: Game) -> str:
    """Accidents that reached no desk, or not that of the one person who played."""
    own = game.people if len(game.people) == 1 else SIDES
    hidden = [miss for miss in after.near_misses(game) if not miss.visible or miss.side not in own]
    if not hidden:
        return "No accident of this world was hidden from you."
    names = "; ".join(f"{miss.label} ({words.short_date(miss.minute)})" for miss in hidden)
    return f"{words.number(len(hidden)).capitalize()} near miss{'' if len(hidden) == 1 else 'es'}: {names}."


def _curve(game: Game) -> Chart:
    """The game's tension against history's, with the person's decisions marked."""
    own, then = curve(game), past(game.scenario, game.tables).curve
    series = Series("this game", _drawn(own)), Series("history", _drawn(then), "dashed", "history")
    end = max(own[-1][0], then[-1][0])
    start = minutes(game.scenario.starts)
    ticks = tuple(
        (share * end, words.short_date(start + int(share * end * 60))) for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    ticks = ticks if end > 96 else (ticks[0], ticks[-1])
    top = max(own, key=lambda point: point[1])
    text = (
        f"This game's tension began at {words.plain(own[0][1])}, rose to {words.plain(top[1])} "
        f"and ended at {words.plain(own[-1][1])}. "
        f"History's ended at {words.plain(then[-1][1])}, with a peak of {words.plain(max(y for _, y in then))}."
    )
    return Chart("Tension: this game and history", series, words.THRESHOLDS, ticks, tuple(_marks(game)), text=text)


def _drawn(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((round(x, 2), round(y, 1)) for x, y in points)


def _marks(game: Game) -> list[Mark]:
    """The two decisions after which tension moved most."""
    own = [
        beat
        for beat in game.beats
        if any(game.players[side] == PERSON for side in beat.played) and beat.stage.kind == "move"
    ]
    own.sort(key=lambda beat: -abs(sum(happening.tension() for happening in beat.happenings)))
    marks = []
    for beat in own[:2]:
        side = next(iter(beat.played))
        marks.append(
            Mark(round(after.hours(game, beat.minute), 2), round(beat.tension, 1), after.choice_label(game, beat, side))
        )
    return marks


def _chain(game: Game, turn: Turn | None) -> list[Block]:
    if not game.war:
        return []
    blocks: list[Block] = [Heading("How control was lost", 2), *(Prose(link) for link in after.war_chain(game))]
    if turn:
        name = game.scenario.sides[turn.side].name
        blocks.append(Prose(
            f"{words.short_date(turn.minute)}, \"{turn.title}\": had {name} chosen \"{turn.instead}\" "
            f"with the same luck, and {turn.by} played on, this world would have come to \"{turn.ending}\"."
        ))  # fmt: skip
    return blocks


def _why(game: Game) -> list[Block]:
    """Why the leaders did what they did last in the standoff."""
    told = last_reasons(game)
    return (
        [Heading("Why the other side did it" if len(told) == 1 else "Why they did it", 2), *map(Prose, told)]
        if told
        else []
    )


def _parted(game: Game) -> Ledger:
    lines = []
    for one in sorted((one for side in SIDES for one in after.parted(game, side)), key=lambda one: one.minute):
        if not one.same and (one.then or one.side in (game.people or SIDES)):
            whose = "" if [one.side] == list(game.people) else f"{game.scenario.sides[one.side].name}: "
            then = f"Then: {one.then}" if one.then else "No parallel"
            lines.append(Line(f"{words.short_date(one.minute)} {whose}{one.chosen}", then))
    lines += [Line(text, f"Then: {then}") for text, then in _results(game)]
    return Ledger("Where your world parted from history", tuple(lines) or (Line("Nowhere: every order was history's"),))


def _results(game: Game) -> list[tuple[str, str]]:
    """Standoffs that ended otherwise than in history: how, and how then."""
    found = []
    for entry in dict.fromkeys(beat.entry for beat in game.beats if beat.entry in game.scenario.standoffs):
        past = game.scenario.standoffs[entry].history
        result = after.result_of(game, entry)
        if past and result and result != past.result:
            found.append((result_words(game.scenario, result), inside(result_words(game.scenario, past.result))))
    return found


_ROOMS: dict[str, Callable[[Game], list[Block]]] = {
    "decisions": pages.decisions, "why": why, "near": pages.near, "other": both, "facts": pages.facts,
    "otherwise": asked_about, "sources": pages.sources,
}  # fmt: skip
