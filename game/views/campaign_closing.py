"""The page that closes a campaign: how did it change? Every figure on it is from this game's own trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from game.model.moment import minutes
from game.play.campaign import Behind, Road
from game.play.campaign_codes import chapter_codes
from game.play.campaign_curve import Points, both_ends, drawn, height, ours, theirs
from game.play.campaign_schools import Whole, question, read, whole
from game.play.campaign_turns import Turning, missed, relations_of, turns
from game.play.game import Game
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
from game.views.campaign import how_ended, read_instead
from game.views.state import State

PAGES = {
    "": ("R", "Turning points"),
    "years": ("Y", "Year by year"),
    "schools": ("S", "Three schools"),
    "then": ("H", "History's answer"),
    "codes": ("C", "Chapters and codes"),
}
LONGEST_MARK = 34
MOST = {
    "usa": ", most of it by Washington's hand",
    "ussr": ", most of it by Moscow's hand",
    "both": ", most of it where both sides moved",
    "nobody": ", most of it by what neither capital ordered",
}
ANSWER = "How did it change?"
BY = {"usa": "Washington", "ussr": "Moscow", "both": "both", "nobody": "nobody"}
HEADS = ("When", "What", "By", "In history", "Tension", "Relations")
RULES = "Figures come from this game's rules; they are no evidence about history."


@dataclass(frozen=True, eq=False)
class Years:
    """A campaign as its closing page sees it."""

    road: Road
    own: Points
    then: Points
    turns: list[Turning]
    missed: list[Turning]

    @property
    def whole(self) -> Whole:
        """How it went as a whole."""
        return whole(self.road, self.own, self.turns)


@lru_cache(maxsize=2)
def years(road: Road) -> Years:
    """What a finished campaign's page is made of, worked out once."""
    return Years(road, ours(road), theirs(road), turns(road), missed(road))


def closing(road: Road, state: State) -> View:
    """One page of the answer."""
    page = state.page if state.page in PAGES else ""
    told = years(road)
    tabs = tuple(Action(label, key, Intent("page", one), selected=one == page) for one, (key, label) in PAGES.items())
    leave = Action("Title", "Esc", Intent("open", "title"))
    room = (
        Heading(road.campaign.closing.question, 1, f"{road.campaign.title} · {PAGES[page][1]}"),
        *_ROOMS[page](told),
    )
    name = f"closing-{page}" if page else "closing"
    return View(name, ANSWER, room, foot=(Actions(tabs), Actions((leave,), align="right")), back=leave.intent)


def _result(told: Years) -> list[Block]:
    """The curve, the turning points, those that history had and this game had not, the question."""
    blocks: list[Block] = [_chart(told), Prose(_answer(told), "brief")]
    blocks += [Prose(text, "second") for text in _never_led(told.road)]
    rows = tuple(_row(turn) for turn in told.turns)
    blocks.append(Table("Turning points of your years", HEADS, rows) if rows else Prose("Nothing moved much."))
    other = tuple(Line(f"{words.day(turn.minute)}. {turn.what}", turn.title) for turn in told.missed)
    blocks += [Ledger("Turning points of history that your years did not have", other)] if other else []
    blocks += [
        Heading("What do you say?", 2),
        Prose(question(told.road.campaign, told.whole), "brief"),
        Prose(RULES, "second"),
    ]
    return blocks


def _answer(told: Years) -> str:
    """The answer of this game in three sentences, from its curve and its turns."""
    first, last = told.own[0], told.own[-1]
    top = max(told.own, key=lambda point: point[1])
    if told.road.war:
        ended = f"The years ended in war in {_month(last[0])}."
    else:
        began, later = both_ends(told.own)
        then = both_ends(told.then)[1]
        ended = (
            f"In the first two years its mean was {words.plain(began)}, in the last two {words.plain(later)}; "
            f"history's last two had {words.plain(then)}."
        )
    swings = sum(turn.worse for turn in told.turns)
    count = f"{words.number(swings)} of the {words.number(len(told.turns))} largest turns made things worse"
    return (
        f"Tension stood at {words.plain(first[1])} in {_month(first[0])} and was highest, at {words.plain(top[1])}, "
        f"in {_month(top[0])}. {ended} {count.capitalize()}{MOST[told.whole.most] if swings else ''}."
    )


def _row(turn: Turning) -> tuple[str, ...]:
    then = "the same" if turn.as_then else turn.then or "not so"
    tension, relations = words.signed(turn.tension), words.signed(turn.relations)
    return words.day(turn.minute), turn.what, BY[turn.by], then, tension, relations


def _chart(told: Years) -> Chart:
    own, then = _drawn(told.own), _drawn(told.then)
    heaviest = sorted(told.turns, key=lambda turn: -turn.weight)[:3]
    marks = tuple(
        Mark(turn.minute / 60, round(height(told.own, turn.minute / 60), 1), _short(turn.what)) for turn in heaviest
    )
    low, high = (minutes(day) // (1440 * 365) for day in (told.road.campaign.starts, told.road.campaign.ends))
    ticks = tuple((minutes(f"{1955 + year}-01-01") / 60, str(1955 + year)) for year in range(low + 1, high + 1))
    top, past = (words.plain(max(level for _, level in points)) for points in (own, then))
    text = (
        f"This game's tension began at {words.plain(own[0][1])} and ended at {words.plain(own[-1][1])}, "
        f"with a peak of {top}. History's peak by the same rules was {past}."
    )
    series = (Series("history", then, "dashed", "history"), Series("this game", own))
    return Chart("Tension over seven years", series, words.THRESHOLDS, ticks, marks, text=text)


def _drawn(points: Points) -> tuple[tuple[float, float], ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in drawn(points))


def _short(text: str) -> str:
    """A mark's label: the first sentence, or as many words of it as fit."""
    first = text.partition(". ")[0]
    if len(first) <= LONGEST_MARK:
        return first
    return f"{first[: LONGEST_MARK + 1].rpartition(' ')[0].rstrip(',.;:')}…"


def _year_by_year(told: Years) -> list[Block]:
    """Each year's peak and end in this game and in history."""
    rows = []
    for year in range(_year(told.own[0][0]), _year(told.own[-1][0]) + 1):
        own, then = _within(told.own, year), _within(told.then, year)
        if own and then:
            rows.append((str(year), *(words.plain(value) for value in (max(own), max(then), own[-1], then[-1]))))
    heads = ("Year", "Peak here", "Peak then", "End here", "End then")
    text = "Then is history played by the same rules, so that the two can be compared."
    ended = tuple(
        (one.game.scenario.title, how_ended(one), _relations(one.game), _relations(one.past))
        for one in told.road.behind
    )
    chapters = Table("Relations at the end of each chapter, −100 to 100", ("Chapter", "Ended", "Here", "Then"), ended)
    return [_chart(told), Table("Tension, 0 to 100", heads, tuple(rows)), Prose(text, "second"), chapters]


def _relations(game: Game) -> str:
    """How the two powers stood towards each other at a chapter's end; a dash where it does not say."""
    found = relations_of(game)
    return "–" if found is None else words.plain(found)


def _within(points: Points, year: int) -> list[float]:
    return [level for hours, level in points if _year(hours) == year]


def _schools(told: Years) -> list[Block]:
    """Each school on this game, and what it leaves out."""
    blocks: list[Block] = [
        Prose("Three ways to read the same turns. Each leaves something out; none is proved by a game.", "brief")
    ]
    for one in read(told.road.campaign, told.whole, told.turns):
        school = one.school
        blocks.append(Heading(school.name, 2, school.who))
        blocks.append(Prose(words.sentence(school.holds), "second"))
        blocks.append(Prose(one.verdict, "brief"))
        blocks += [Prose(text) for text in one.readings]
        blocks.append(Prose(f"Press on it: {words.sentence(school.leaves_out)}", "second"))
        blocks.append(Prose("; ".join(_cites(told.road, school.sources)), "second"))
    blocks += [Heading("What do you say?", 2), Prose(question(told.road.campaign, told.whole), "brief")]
    return [block for block in blocks if not isinstance(block, Prose) or block.text]


def _then(told: Years) -> list[Block]:
    """What a historian answers about the years as they were."""
    then = told.road.campaign.closing
    blocks: list[Block] = [Prose(text, "brief") for text in words.paragraphs(then.then)]
    blocks.append(Prose("; ".join(_cites(told.road, then.sources)), "second"))
    blocks.append(_chart(told))
    return [block for block in blocks if not isinstance(block, Prose) or block.text]


def _cites(road: Road, ids: tuple[str, ...]) -> list[str]:
    return [road.campaign.sources[name].cite for name in ids if name in road.campaign.sources]


def _codes(told: Years) -> list[Block]:
    """Each chapter's run code; in order they bring the campaign back."""
    codes = list(chapter_codes(told.road))
    rows = tuple(
        (one.title, one.code or ("too long for a code; the file holds it" if one.played else "left to history"))
        for one in codes
    )
    text = "In this order they bring the whole campaign back: replay CODE CODE ... Chapters left to history need none."
    if not any(one.code for one in codes):
        text = "Every chapter was left to history or is too long for a code; the file holds them all."
    return [Table("Run codes", ("Chapter", "Code"), rows), Prose(text, "second")]


def _never_led(road: Road) -> list[str]:
    """Leaders of this game whom history did not have: from which chapter to which, and for whom to read them."""
    told: dict[tuple[str, str], list[Behind]] = {}
    for one in road.behind:
        for side, lead in one.leading.items():
            if lead.swap:
                told.setdefault((side, lead.leader), []).append(one)
    return [
        f"{road.campaign.leaders[name].name} led {BY[side]} here, as he did not in history, {_chapters(found)}. "
        + read_instead(road.campaign, {side: found[0].leading[side]}, _starts(found[0]))
        for (side, name), found in told.items()
    ]


def _chapters(found: list[Behind]) -> str:
    first, last = found[0].game.scenario.title, found[-1].game.scenario.title
    return f"in {first}" if len(found) == 1 else f"from {first} to {last}"


def _starts(one: Behind) -> int:
    return minutes(one.game.scenario.starts)


def _month(hours: float) -> str:
    return words.month(int(hours * 60))


def _year(hours: float) -> int:
    return int(_month(hours).split()[-1])


_ROOMS: dict[str, Callable[[Years], list[Block]]] = {
    "": _result, "years": _year_by_year, "schools": _schools, "then": _then, "codes": _codes,
}  # fmt: skip
