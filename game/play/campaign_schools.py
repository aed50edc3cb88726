"""How schools of historians would read a game's turning points. They read; nothing here proves anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.model.campaign import Campaign, Fit, Question, Reading, School, Verdict
from game.model.moment import date_words
from game.play.campaign import Road
from game.play.campaign_curve import Points, both_ends
from game.play.campaign_turns import Turning

#: Points of tension by which the last two years must differ from the first two to count as worse or better.
CHANGED = 2.0
MOST_READ = 4
WHO = {"usa": "Washington", "ussr": "Moscow", "both": "both sides", "nobody": "nobody in either capital"}
OTHER = {"usa": "Moscow", "ussr": "Washington", "both": "each side", "nobody": "either capital"}


@dataclass(frozen=True)
class Whole:
    """A game as verdicts and questions see it: how the years went, and who made most of the turns for the worse."""

    ended: str
    most: str


@dataclass(frozen=True)
class Read:
    """A school's page: its verdict on the whole and its sentence on each of the largest turning points."""

    school: School
    verdict: str
    readings: tuple[str, ...]


def whole(road: Road, curve: Points, turns: Sequence[Turning]) -> Whole:
    """How a game went as a whole."""
    if road.war:
        return Whole("war", most(turns))
    first, last = both_ends(curve)
    change = last - first
    return Whole("worse" if change > CHANGED else "better" if change < -CHANGED else "same", most(turns))


def most(turns: Sequence[Turning]) -> str:
    """Who made most, by weight, of the turns for the worse; nobody where there was none or the most were nobody's."""
    sums = {who: sum(turn.weight for turn in turns if turn.worse and turn.by == who) for who in WHO}
    largest = max(sums, key=lambda who: sums[who])
    return largest if sums[largest] else "nobody"


def read(campaign: Campaign, told: Whole, turns: Sequence[Turning]) -> list[Read]:
    """Every school's reading of a game."""
    heaviest = sorted(turns, key=lambda turn: -turn.weight)[:MOST_READ]
    largest = [turn for turn in turns if turn in heaviest]
    return [_school(school, told, largest) for school in campaign.schools.values()]


def _school(school: School, told: Whole, turns: Sequence[Turning]) -> Read:
    spare, said = list(school.readings), list[str]()
    for turn in turns:
        reading = next((one for one in spare if fits(one.fits, turn)), None)
        if reading is not None:
            said.append(_sentence(reading, turn))
            if len(spare) > 1:
                spare.remove(reading)
    verdict = next((one.says for one in school.verdicts if _suits(one, told)), "")
    return Read(school, _plain(verdict), tuple(said))


def fits(fit: Fit, turn: Turning) -> bool:
    """Whether a reading speaks of a turn."""
    way = "worse" if turn.worse else "better"
    return (
        (not fit.by or turn.by in fit.by)
        and fit.way in ("any", way)
        and (not fit.chapters or turn.chapter in fit.chapters)
        and (fit.as_then is None or fit.as_then == turn.as_then)
    )


def _suits(one: Verdict | Question, told: Whole) -> bool:
    return (not one.ended or told.ended in one.ended) and (not one.most or told.most in one.most)


def _sentence(reading: Reading, turn: Turning) -> str:
    day = date_words(turn.minute).partition(" ")[2]
    words = {"when": day, "what": turn.what, "who": WHO[turn.by], "other": OTHER[turn.by], "chapter": turn.title}
    text = _plain(reading.says)
    for key, value in words.items():
        text = text.replace("{" + key + "}", value)
    return text[:1].upper() + text[1:]


def question(campaign: Campaign, told: Whole) -> str:
    """The open question at the end."""
    return _plain(next((one.asks for one in campaign.closing.asks if _suits(one, told)), ""))


def _plain(text: str) -> str:
    return " ".join(text.split())
