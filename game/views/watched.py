"""A game that nobody plays, told from beginning to end with both files open."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.moment import minutes
from game.model.people import SIDES
from game.play.debrief import choice_label, title_of
from game.play.game import Beat, Game
from game.play.narration import ledger
from game.play.rounds import beat_lines
from game.play.stories import story
from game.play.wording import inside
from game.views import words
from game.views.blocks import Block, Heading, Ledger, Line, Prose
from game.views.ending import aims_ledger
from game.views.letter import document
from game.views.terminal_blocks import text_of
from game.views.why import why

MOST_LINES = 5


def watched(game: Game) -> str:
    """The whole game as text. The same seed and minds give the same text, byte for byte."""
    lines: list[str] = []
    beats = (block for beat in game.beats for block in _beat(game, beat))
    for block in (*_opening(game), *beats, *_ending(game), *why(game)):
        told = text_of(block)
        lines += [*told, ""] if told else []
    return "\n".join(lines)


def _opening(game: Game) -> Iterator[Block]:
    told = game.scenario
    yield Heading(told.title, 1, f"Seed {game.seed}", words.moment(minutes(told.starts)))
    yield Prose(words.sentence(told.about))
    players = [f"{told.sides[side].name} is played by {words.player(told, side, game.players[side])}" for side in SIDES]
    yield Prose(f"{'; '.join(players)}. Tension begins at {game.opening:.0f}.")


def _beat(game: Game, beat: Beat) -> Iterator[Block]:
    """One step: what was asked and answered, what came of it, what it moved."""
    if beat.stage.kind in ("move", "incident", "alarm") and beat.was_asked:
        side = next(iter(beat.played))
        yield Heading(title_of(game, beat), 2, f"{game.scenario.sides[side].name} · {words.moment(beat.minute)}")
        yield Prose(f"{game.scenario.sides[side].name}: {choice_label(game, beat, side)}{_tool(game, beat, side)}.")
    elif beat.entry in game.scenario.standoffs and beat.was_asked:
        if beat.stage.kind == "round":
            name = f"{game.scenario.standoffs[beat.entry].title}, round {beat.stage.round + 1}"
            yield Heading(name, 2, words.moment(beat.minute))
        yield Prose(" ".join([*beat_lines(game, beat, ""), *_tools(game, beat)]))
    for happening in beat.happenings:
        for text in story(game.scenario, happening, ""):
            yield Prose(words.sentence(text))
        paper = game.scenario.events[happening.cause.what].paper if happening.kind == "event" else None
        if paper is not None:
            yield document(game.scenario, paper)
    lines = [line for happening in beat.happenings for line in ledger(game.scenario, happening, "")]
    lines = [line for line in lines if abs(line.amount) >= 1][:MOST_LINES]
    if lines:
        told = tuple(Line(f"{line.what}, {line.cause}", words.signed(line.amount)) for line in lines)
        yield Ledger(f"Tension {words.plain(beat.tension)}", told)


def _tool(game: Game, beat: Beat, side: str) -> str:
    tool = beat.played[side].tool
    return f"; beside it: {inside(game.scenario.instruments[tool].label)}" if tool else ""


def _tools(game: Game, beat: Beat) -> list[str]:
    used = [(side, played.tool) for side, played in beat.played.items() if played.tool]
    told = game.scenario
    return [f"{told.sides[side].name}, beside it: {inside(told.instruments[tool].label)}." for side, tool in used]


def _ending(game: Game) -> Iterator[Block]:
    told = game.scenario.endings[game.ending]
    yield Heading(told.title, 1, words.KINDS[told.kind], words.moment(game.minute))
    for text in words.paragraphs(told.text):
        yield Prose(text)
    for side in SIDES:
        yield aims_ledger(game, side)
