"""The debrief's further pages: decisions beside history, near misses, both files, hidden facts, sources."""

from __future__ import annotations

from game.model.people import SIDES
from game.play import debrief as after
from game.play.game import Game
from game.play.wording import inside
from game.views import words
from game.views.blocks import Block, Heading, Prose, Table

#: What a choice rests on, in a sentence.
STANDINGS = {
    "documented": "It was done or weighed then.",
    "argued": "Historians argue that it could have been done.",
    "invented": "It is ours.",
}


def decisions(game: Game) -> list[Block]:
    """Every decision of the people's sides with history's note and its source."""
    blocks: list[Block] = [Heading("Beside history", 1, f"{game.scenario.title} · Debrief")]
    for side in game.people or SIDES:
        for one in after.parted(game, side):
            tool = f" Beside it: {inside(one.tool)}." if one.tool else ""
            blocks.append(Heading(one.title, 2, f"{game.scenario.sides[side].name} · {words.moment(one.minute)}"))
            then = "As in history." if one.same else f"Then: {one.then}." if one.then else "Off the historical path."
            who = "You" if side in game.people else game.scenario.sides[side].name
            blocks.append(Prose(f"{who}: {one.chosen}.{tool} {then} {STANDINGS[one.standing]}"))
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


def near(game: Game) -> list[Block]:
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


def facts(game: Game) -> list[Block]:
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


def sources(game: Game) -> list[Block]:
    """What lay behind the entries of this game."""
    told = game.scenario.sources
    rows = tuple(
        (told[name].cite, told[name].kind, words.sentence(told[name].note))
        for name in after.sources(game)
        if name in told
    )
    text = "Advisers' lines and papers are ours unless they say otherwise."
    return [
        Heading("Sources", 1, f"{game.scenario.title} · Debrief"),
        Prose(text),
        Table("", ("Source", "Kind", "Careful"), rows),
    ]
