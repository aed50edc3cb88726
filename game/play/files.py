"""Both files, by date: what lay on each desk, what each side ordered, what the other saw of it and made of it.

Everything may be told here: the game is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.engine.single import number
from game.engine.worlds import Worlds
from game.model.people import SIDES
from game.model.tables import FactTable, Stage
from game.play.debrief import answered, title_of
from game.play.game import Beat, Game
from game.play.happenings import Happening
from game.play.knowledge import SAYS_TRUE
from game.play.narration import act_words, name_of
from game.play.reasons import stories
from game.play.stories import story


@dataclass(frozen=True)
class Page:
    """One dated page of both files. Each map names a side: what lay on its desk, what it ordered, what it saw, how
    likely it thought it (0-1), before and after, that the other would not give way, and why a leader whom nobody
    played ordered what it did.
    """

    minute: int
    title: str
    briefs: dict[str, str] = field(default_factory=dict)
    deeds: dict[str, str] = field(default_factory=dict)
    saw: dict[str, str] = field(default_factory=dict)
    thought: dict[str, tuple[float, float]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mistake:
    """A belief that moved away from the truth in one step: whose, about what, before and after (0-1), the truth."""

    page: Page
    side: str
    about: str
    before: float
    after: float
    true: bool

    @property
    def gap(self) -> float:
        """By how much the belief moved away from the truth, 0-1."""
        return abs(self.after - self.true) - abs(self.before - self.true)


def pages(game: Game) -> list[Page]:
    """Every page in order of time: questions with their answers, and what only one of the two was told."""
    whys = {(one.beat.stage, one.side): one.short for one in stories(game)}
    return [replace(page, why=_whys(whys, beat, page)) for beat in game.beats for page in _pages(game, beat)]


def _whys(whys: Mapping[tuple[Stage, str], str], beat: Beat, page: Page) -> dict[str, str]:
    """Why those leaders ordered what stands on a page."""
    return {side: whys[beat.stage, side] for side in page.deeds if (beat.stage, side) in whys}


def _pages(game: Game, beat: Beat) -> Iterator[Page]:
    if beat.played:
        yield _answered(game, beat)
    for happening in beat.happenings:
        page = _received(game, beat, happening)
        if page is not None:
            yield page


def _answered(game: Game, beat: Beat) -> Page:
    """What was asked and answered; the side that was not asked saw something of it, or nothing."""
    idle = [side for side in SIDES if side not in beat.played]
    return Page(
        beat.minute,
        title_of(game, beat),
        {side: _brief(game, beat, side) for side in beat.played},
        {side: answered(game, beat, side) for side in beat.played},
        {side: _seen(game, beat, side) for side in idle},
        {side: _thought(beat, side) for side in SIDES},
    )


def _brief(game: Game, beat: Beat, side: str) -> str:
    """What lay on the desk when the question came up; a standoff tells it once."""
    if beat.subject:
        return game.scenario.incidents[beat.subject].report
    if beat.entry in game.scenario.decisions:
        return game.scenario.decisions[beat.entry].brief
    first = beat.stage.kind == "round" and beat.stage.round == 0
    return game.scenario.standoffs[beat.entry].sides[side].brief if first else ""


def _seen(game: Game, beat: Beat, side: str) -> str:
    deeds = ("choice", "instrument", "response")
    told = [text for one in beat.happenings if one.kind in deeds for text in story(game.scenario, one, side)]
    return " ".join(dict.fromkeys(told)) or _answer_seen(game, beat)


def _answer_seen(game: Game, beat: Beat) -> str:
    """What can be seen of an answer to an accident: the act, where it was not secret; why it was done cannot."""
    for side, played in beat.played.items():
        response = game.scenario.incidents[beat.subject].responses[played.choice] if beat.subject else None
        if response and response.act and response.act.publicity != "secret":
            return f"{act_words(game.scenario, response.act, side)}."
    return ""


def _thought(beat: Beat, side: str) -> tuple[float, float]:
    return number(beat.before, f"thinks/{side}"), number(beat.after, f"thinks/{side}")


def _received(game: Game, beat: Beat, happening: Happening) -> Page | None:
    """A report, or an event that only one side was told of; what both saw is no secret of either file."""
    known = [side for side in SIDES if happening.known_to(side)]
    if len(known) != 1 or happening.kind not in ("report", "event"):
        return None
    what = happening.cause.what
    if happening.kind == "event":
        return Page(beat.minute, game.scenario.events[what].title, saw={known[0]: game.scenario.events[what].text})
    return Page(beat.minute, game.scenario.reports[what].origin, saw={known[0]: _report(game, beat, what)})


def _report(game: Game, beat: Beat, name: str) -> str:
    """A report's words, and whether it was right in this world."""
    told = game.scenario.reports[name]
    says = int(number(beat.after, f"got/{name}")) == SAYS_TRUE
    right = says == bool(number(beat.after, f"fact/{told.about}"))
    return f"{told.text if says else told.otherwise} ({'It was right' if right else 'It was wrong'}.)"


def unseen(game: Game) -> Page | None:
    """The first order of either side on which the other's file has nothing; none where all are in both."""
    told = (_answered(game, beat) for beat in game.beats if beat.stage.kind == "move" and beat.played)
    return next((page for page in told if not any(page.saw.values())), None)


def parted(game: Game) -> Mistake | None:
    """The step in which some belief moved furthest from the truth: where the two pictures parted; None if none did."""
    mistakes = [one for beat in game.beats for one in _mistakes(game, beat)]
    worst = max(mistakes, key=lambda one: one.gap, default=None)
    return worst if worst and worst.gap > 0.01 else None


def _mistakes(game: Game, beat: Beat) -> Iterator[Mistake]:
    page = next(_pages(game, beat), None)
    if page is None:
        return
    for index, side in enumerate(SIDES):
        rival = SIDES[1 - index]
        about = f"{name_of(game.scenario, rival)} will not give way"
        yield _mistake(page, beat, side, about, f"thinks/{side}", f"resolute/{rival}")
        for fact in game.tables.facts:
            if not fact.knows[index]:
                yield _mistake(page, beat, side, _about(game, fact), f"belief/{side}/{fact.id}", f"fact/{fact.id}")


def _about(game: Game, fact: FactTable) -> str:
    return game.scenario.facts[fact.id].about.strip().rstrip(".")


def _mistake(page: Page, beat: Beat, side: str, about: str, row: str, truth: str) -> Mistake:
    return Mistake(
        page, side, about, _number(beat.before, row), _number(beat.after, row), bool(number(beat.after, truth))
    )


def _number(worlds: Worlds, row: str) -> float:
    return float(number(worlds, row))
