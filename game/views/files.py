"""Both files side by side, by date, and the moment at which the two pictures parted."""

from __future__ import annotations

from game.model.people import SIDES
from game.play import files
from game.play.game import Game
from game.views import words
from game.views.blocks import Block, Heading, Prose, Table

#: A belief that moved by fewer points of a hundred is not told.
LEAST = 1.0


def both(game: Game) -> list[Block]:
    """The other side's papers, orders and beliefs next to one's own: own column first where one person played."""
    own = game.people[0] if len(game.people) == 1 else SIDES[0]
    columns = (own, SIDES[1 - SIDES.index(own)])
    blocks: list[Block] = [Heading("Both files", 1, f"{game.scenario.title} · Debrief"), *_apart(game)]
    for page in files.pages(game):
        cells = tuple(_cell(page, game, side) for side in columns)
        blocks += [Heading(page.title, 2, words.moment(page.minute)), Table("", ("", ""), (cells,), even=True)]
    return blocks


def _cell(page: files.Page, game: Game, side: str) -> str:
    """What one side had of it: the paper, its order, what it saw, why, what it then thought."""
    name, parts = game.scenario.sides[side].name, []
    if page.briefs.get(side):
        parts.append(f"On {name}'s desk: {words.sentence(page.briefs[side])}")
    if side in page.deeds:
        parts.append(f"{name} ordered: {words.sentence(page.deeds[side])}")
    elif page.saw.get(side):
        parts.append(f"{name} saw: {words.sentence(page.saw[side])}")
    else:
        parts.append(f"{name}'s file has nothing on it.")
    parts += [f"Why: {page.why[side]}"] if page.why.get(side) else []
    return " ".join([*parts, *_thought(page, game, side)])


def _thought(page: files.Page, game: Game, side: str) -> list[str]:
    """What it made of the other, where that moved."""
    before, after = (100 * share for share in page.thought.get(side, (0.0, 0.0)))
    if abs(after - before) < LEAST:
        return []
    rival = game.scenario.sides[SIDES[1 - SIDES.index(side)]].name
    return [f"It thought that {rival} would not give way: {before:.0f}, then {after:.0f} in 100."]


def _apart(game: Game) -> list[Block]:
    """In words: the first order that the other never saw, and the step in which a belief went furthest wrong."""
    blocks: list[Block] = []
    hidden, worst = files.unseen(game), files.parted(game)
    if hidden is not None:
        side = next(iter(hidden.deeds))
        rival = game.scenario.sides[SIDES[1 - SIDES.index(side)]].name
        deed = (
            f'{words.stamp(hidden.minute)}: {game.scenario.sides[side].name} chose "{hidden.deeds[side].rstrip(".")}"'
        )
        blocks.append(Prose(f"The first order on which {rival}'s file has nothing was given on {deed}.", "brief"))
    if worst is None:
        return [*blocks, Prose("No belief of either side moved away from the truth after that.", "brief")]
    return [*blocks, Prose(_mistake(worst, game), "brief")]


def _mistake(worst: files.Mistake, game: Game) -> str:
    who, truth = game.scenario.sides[worst.side].name, "so" if worst.true else "not so"
    moment = f'{words.stamp(worst.page.minute)}: "{worst.page.title}"'
    return (
        f"The two pictures parted on {moment} {who} had given {100 * worst.before:.0f} in 100 to this: "
        f'"{words.sentence(worst.about).rstrip(".")}." Then it gave {100 * worst.after:.0f}. '
        f"In this world it was {truth}."
    )
