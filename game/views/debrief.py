"""The debrief: the result and the aims, decisions against history, near misses, the other side's file, sources."""

from __future__ import annotations

from collections.abc import Callable

from game.model.moment import minutes
from game.model.people import SIDES
from game.play import debrief as after
from game.play.game import PERSON, Game
from game.play.past import curve, past
from game.play.turning import Turn
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
    Table,
    View,
)
from game.views.ending import aims_ledger
from game.views.state import State

PAGES = {
    "": ("R", "Result"),
    "decisions": ("D", "Beside history"),
    "near": ("N", "Near misses"),
    "other": ("F", "Both files"),
    "facts": ("U", "What nobody knew"),
    "sources": ("S", "Sources"),
}


def debrief(game: Game, state: State, code: str, turn: Turn | None) -> View:
    """One page of the debrief. code is the game's run code or why there is none; turn a choice that breaks a war's chain."""
    room = _ROOMS[state.page](game, turn)
    pages = tuple(
        Action(label, key, Intent("page", page), selected=page == state.page) for page, (key, label) in PAGES.items()
    )
    rewind = Action("Go back to a decision", "T", Intent("panel", "timeline"))
    leave = Action("Title", "Esc", Intent("open", "title"))
    foot = (Actions((*pages, rewind)), Actions((leave,), f"Run code {code}" if code else "", align="right"))
    name = "debrief" if not state.page else f"debrief-{state.page}"
    return View(name, "Debrief", tuple(room), foot=foot, back=leave.intent, notice=state.notice)


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
    blocks.append(_parted(game))
    blocks += [aims_ledger(game, side) for side in SIDES]
    missed = after.near_misses(game)
    silent = sum(not miss.visible for miss in missed)
    if missed:
        count = f"{words.number(len(missed)).capitalize()} near miss{'' if len(missed) == 1 else 'es'} in this world"
        text = f"{count}; {words.number(silent)} reached no desk." if silent else f"{count}; each reached a desk."
        blocks += [Heading("What you never knew", 2), Prose(text)]
    return blocks


def _curve(game: Game) -> Chart:
    """This game's tension against history's, with the person's decisions marked."""
    own = tuple((round(x, 2), y) for x, y in curve(game))
    then = tuple((round(x, 2), y) for x, y in past(game.scenario, game.tables).curve)
    series = (Series("this game", own), Series("history", then, "dashed", "history"))
    end = max(own[-1][0], then[-1][0])
    start = minutes(game.scenario.starts)
    ticks = tuple(
        (share * end, words.short_date(start + int(share * end * 60))) for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    ticks = ticks if end > 96 else (ticks[0], ticks[-1])
    top = max(own, key=lambda point: point[1])
    text = (
        f"This game's tension began at {own[0][1]:.0f}, rose to {top[1]:.0f} and ended at {own[-1][1]:.0f}. "
        f"History's ended at {then[-1][1]:.0f}, with a peak of {max(y for _, y in then):.0f}."
    )
    return Chart("Tension: this game and history", series, words.THRESHOLDS, ticks, tuple(_marks(game)), text=text)


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
            f"{words.short_date(turn.minute)}, \"{turn.title}\": had {name} chosen \"{turn.instead}\" with the same luck, "
            f"and {turn.by} played on, this world would have come to \"{turn.ending}\"."
        ))  # fmt: skip
    return blocks


def _parted(game: Game) -> Ledger:
    lines = []
    for side in game.people or SIDES:
        for one in after.parted(game, side):
            if not one.same:
                then = f"Then: {one.then}" if one.then else "No parallel"
                lines.append(Line(f"{words.short_date(one.minute)} {one.chosen}", then))
    return Ledger(
        "Where your world parted from history", tuple(lines) or (Line("Nowhere: every decision was history's"),)
    )


def _decisions(game: Game, turn: Turn | None) -> list[Block]:
    """Every decision of the people's sides with history's note and its source."""
    blocks: list[Block] = [Heading("Beside history", 1, f"{game.scenario.title} · Debrief")]
    for side in game.people or SIDES:
        for one in after.parted(game, side):
            tool = f" Beside it: {one.tool[0].lower()}{one.tool[1:]}." if one.tool else ""
            blocks.append(Heading(one.title, 2, f"{game.scenario.sides[side].name} · {words.moment(one.minute)}"))
            then = "As in history." if one.same else f"Then: {one.then}." if one.then else "Off the historical path."
            blocks.append(Prose(f"You: {one.chosen}.{tool} {then}"))
            if one.note:
                blocks.append(Prose(words.sentence(one.note), "brief"))
            if one.sources:
                blocks.append(Prose("; ".join(words.sources(game.scenario, one.sources)), "second"))
    return blocks + _standoff_notes(game)


def _standoff_notes(game: Game) -> list[Block]:
    blocks: list[Block] = []
    for entry in dict.fromkeys(beat.entry for beat in game.beats if beat.entry in game.scenario.standoffs):
        told = game.scenario.standoffs[entry]
        note = told.history.note if told.history else told.note
        cites = words.sources(game.scenario, told.history.sources if told.history else told.sources)
        blocks += [Heading(told.title, 2), Prose(words.sentence(note), "brief"), Prose("; ".join(cites), "second")]
    return blocks


def _near(game: Game, turn: Turn | None) -> list[Block]:
    """Every accident of this world, with what is really known of it."""
    blocks: list[Block] = [Heading("Near misses", 1, f"{game.scenario.title} · Debrief")]
    for miss in after.near_misses(game):
        whose = game.scenario.sides[miss.side].name
        over = f"{whose} · {words.moment(miss.minute)}"
        answer = f"Answer: {miss.answer}." if miss.answer else "It reached no desk while it could be answered."
        doubt = " The story is disputed." if miss.disputed else ""
        blocks += [Heading(miss.label, 2, over), Prose(answer), Prose(words.sentence(miss.note) + doubt, "brief")]
        blocks.append(Prose("; ".join(words.sources(game.scenario, miss.sources)), "second"))
    if len(blocks) == 1:
        blocks.append(Prose("Nothing went wrong by itself in this world. In others it does.", "brief"))
    return blocks


def _other(game: Game, turn: Turn | None) -> list[Block]:
    """Both sides' orders, in order, with what each then thought of the other."""
    blocks: list[Block] = [Heading("Both files", 1, f"{game.scenario.title} · Debrief")]
    people = game.people
    for side in sorted(SIDES, key=lambda name: name in people):
        rival = game.scenario.sides[SIDES[1 - SIDES.index(side)]].name
        rows = tuple(
            (words.moment(one.minute), one.title, one.text, one.tool or "–", f"{one.resolve * 100:.0f} in 100")
            for one in after.orders(game, side)
        )
        who = words.player(game.scenario, side, game.players[side])
        heads = ("When", "Question", "Order", "Beside it", f"{rival} will not give way")
        blocks.append(Table(f"{game.scenario.sides[side].name}, played by {who}", heads, rows))
    return blocks


def _facts(game: Game, turn: Turn | None) -> list[Block]:
    """Hidden facts of this world and what each side thought."""
    blocks: list[Block] = [Heading("What nobody knew", 1, f"{game.scenario.title} · Debrief")]
    usa, ussr = (game.scenario.sides[side].name for side in SIDES)
    for one in after.revealed(game):
        blocks.append(Heading(words.sentence(one.about), 2))
        truth = "It was so in this world." if one.true else "It was not so in this world."
        thought = f"{usa} thought {one.believed[0] * 100:.0f} in 100, {ussr} {one.believed[1] * 100:.0f}."
        blocks += [Prose(f"{truth} {thought}"), Prose(words.sentence(one.reveal), "brief")]
        blocks.append(Prose("; ".join(words.sources(game.scenario, one.sources)), "second"))
    return [block for block in blocks if not isinstance(block, Prose) or block.text]


def _sources(game: Game, turn: Turn | None) -> list[Block]:
    """What lay behind the entries of this game."""
    told = game.scenario.sources
    rows = tuple(
        (told[name].cite, told[name].kind, words.sentence(told[name].note))
        for name in after.sources(game)
        if name in told
    )
    text = "Advisers' lines and papers are ours unless they say otherwise; a choice is documented, argued by historians, or invented."
    return [
        Heading("Sources", 1, f"{game.scenario.title} · Debrief"),
        Prose(text),
        Table("", ("Source", "Kind", "Careful"), rows),
    ]


_ROOMS: dict[str, Callable[[Game, Turn | None], list[Block]]] = {
    "": _result, "decisions": _decisions, "near": _near, "other": _other, "facts": _facts, "sources": _sources,
}  # fmt: skip
