"""The page that closes a campaign: how did it change? Every figure on it is from this game's own trace."""

from __future__ import annotations

from collections.abc import Callable

from game.model.moment import minutes
from game.play.campaign import Behind, Road
from game.play.campaign_codes import chapter_codes
from game.play.campaign_curve import both_ends
from game.play.campaign_schools import question, read
from game.play.campaign_turns import Turning
from game.views import words
from game.views.blocks import (
    Action,
    Actions,
    Block,
    Heading,
    Intent,
    Ledger,
    Line,
    Prose,
    Table,
    View,
)
from game.views.campaign import read_instead
from game.views.campaign_years import Years, chart, measure, month, year_by_year, years
from game.views.state import State

PAGES = {
    "": ("R", "Turning points"),
    "years": ("Y", "Year by year"),
    "schools": ("S", "Three schools"),
    "then": ("H", "History's answer"),
    "codes": ("C", "Chapters and codes"),
}
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
    blocks: list[Block] = [chart(told), Prose(_answer(told), "brief")]
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
        ended = f"The years ended in war in {month(last[0])}."
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
        f"Tension stood at {words.plain(first[1])} in {month(first[0])} and was highest, at {words.plain(top[1])}, "
        f"in {month(top[0])}. {ended} {count.capitalize()}{MOST[told.whole.most] if swings else ''}.{measure(told)}"
    )


def _row(turn: Turning) -> tuple[str, ...]:
    then = "the same" if turn.as_then else turn.then or "not so"
    tension, relations = words.signed(turn.tension), words.signed(turn.relations)
    return words.day(turn.minute), turn.what, BY[turn.by], then, tension, relations


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
    blocks.append(chart(told))
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


_ROOMS: dict[str, Callable[[Years], list[Block]]] = {
    "": _result, "years": year_by_year, "schools": _schools, "then": _then, "codes": _codes,
}  # fmt: skip
