"""Between the chapters of a campaign: a chapter's first page, and the page after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from game.model.campaign import Campaign, Rule
from game.model.moment import minutes
from game.model.people import SIDES
from game.play.campaign import Behind, Road
from game.play.campaign_curve import drawn, height, ours, years
from game.play.campaign_leaders import Leading, instead, leading
from game.play.campaign_rules import named
from game.play.campaign_told import apart, sentences, tension
from game.play.years import CRISES
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

#: So many of the chapters that history took are named on the next page.
MOST_LEFT = 3
NEVER_LED = ", as he did not in history"
NAMES_STAY = "advisers stay those of history"


def chapter(road: Road) -> View:
    """Where we are, what crosses over from earlier chapters and why, who leads now."""
    scenario = road.scenario
    place, count = len(road.behind) + 1, len(road.campaign.chapters)
    room: list[Block] = [
        Heading(scenario.title, 1, f"{road.campaign.title} · Chapter {place} of {count}", words.month(road.minute)),
        Prose(words.sentence(road.chapter.about), "brief"),
        strip(road),
        Prose(_leaders(road)),
        *_since(road),
        *_crossed(road),
    ]
    kept = tuple(block for block in room if not (isinstance(block, Prose) and not block.text))
    actions = (
        Action("Open this chapter", "Enter", Intent("chapter-begin"), f"About {scenario.minutes} minutes."),
        Action(
            "Let history take it", "H", Intent("chapter-skip"), "Done as it was done then, where that is still open."
        ),
        Action("On to the next crisis", "C", Intent("chapter-crisis"), "History takes what lies between."),
    )
    leave = Action("Title", "Esc", Intent("open", "title"), "The campaign is saved.")
    foot = Actions(actions), Actions((leave,), align="right")
    return View("chapter", scenario.title, kept, foot=foot, default=actions[0].intent, back=leave.intent)


def _leaders(road: Road) -> str:
    told = []
    for side, one in road.leading.items():
        if one.leader in road.campaign.leaders:
            name, side_name = road.campaign.leaders[one.leader].name, road.scenario.sides[side].name
            told.append(f"{name} leads {side_name}{NEVER_LED if one.swap else ''}.")
    return " ".join((*told, _reading(road))).rstrip()


def _reading(road: Road) -> str:
    """How to read names in the chapter that is played or comes next; a leader may come in half way through it."""
    last = minutes(road.scenario.ends)
    return read_instead(road.campaign, leading(road.campaign, road.swapped, last), last)


def read_instead(campaign: Campaign, who: Mapping[str, Leading], minute: int) -> str:
    """How to read the names in texts where somebody leads who never led; empty where nobody does."""
    pairs = [(words.surname(new), words.surname(old)) for new, old in instead(campaign, who, minute)]
    told = " and ".join(f"{new} where a text means {old}" for new, old in pairs)
    return f"Read {told}; {NAMES_STAY}." if told else ""


def _since(road: Road) -> list[Block]:
    """What history took just before, since the last chapter that was played."""
    taken = list(takewhile(lambda one: not one.played, reversed(road.behind)))[:MOST_LEFT][::-1]
    lines = tuple(Line(one.game.scenario.title, how_ended(one)) for one in taken)
    return [Ledger("Left to history", lines)] if lines else []


def how_ended(one: Behind) -> str:
    """How a chapter ended, and how then where that was otherwise."""
    endings, own, then = one.game.scenario.endings, one.game.ending, one.past.ending
    return endings[own].title if own == then or not then else f"{endings[own].title} (then: {endings[then].title})"


def _crossed(road: Road) -> list[Block]:
    told, numbers = sentences(road), apart(road)
    if not told and not numbers:
        text = "Everything stands as it then stood." if road.behind else "The road begins as history's did."
        return [Prose(text, "second")]
    blocks: list[Block] = [Heading("What crosses over", 2)] if told else []
    blocks += [Prose(text) for text in told]
    lines = tuple(Line(one.label, f"{words.plain(one.now)} (then {words.plain(one.then)})") for one in numbers)
    return blocks + ([Ledger("Where this chapter opens otherwise", lines)] if lines else [])


def strip(road: Road) -> Chart:
    """The years as a strip: the curve that history drew, this game's so far, and where one stands."""
    own = tuple((round(x, 1), round(y, 1)) for x, y in drawn(ours(road)))
    then = tuple((round(x, 1), round(y, 1)) for x, y in drawn(years(road)))
    marks = [Mark(minutes(day) / 60, height(list(then), minutes(day) / 60), name) for day, name in CRISES]
    level = tension(road)
    here = road.minute / 60, round(level, 1)
    text = f"Tension stands at {words.plain(level)} in {words.month(road.minute)}."
    series = (Series("history", then, "dashed", "history"), Series("this game", (*own, here)))
    return Chart("", series, marks=(Mark(*here, "here"), *marks), text=text)


def after(road: Road) -> View:
    """How a chapter ended, and what it changes."""
    one = road.behind[-1]
    scenario, ending = one.game.scenario, one.game.scenario.endings[one.game.ending]
    then = scenario.endings[one.past.ending].title if one.past.ending else "not reached"
    same = "As in history." if one.game.ending == one.past.ending else f"In history: {then}."
    room: list[Block] = [
        Heading("What this changes", 1, f"{road.campaign.title} · {scenario.title}", ending.title),
        Prose(f"{ending.title}. {same}", "brief"),
        *(Prose(words.sentence(rule.told)) for rule in _readable(road, one)),
    ]
    lines = _carried(road)
    room.append(
        Ledger("What crosses, beside history", lines)
        if lines
        else Prose("Nothing that history did not have.", "second")
    )
    on = Action("On", "Enter", Intent("onward"), _next(road))
    leave = Action("Title", "Esc", Intent("open", "title"), "The campaign is saved.")
    return View(
        "between", "What this changes", tuple(room), foot=(Actions((on,)), Actions((leave,), align="right")),
        default=on.intent, back=leave.intent,
    )  # fmt: skip


def _readable(road: Road, one: Behind) -> list[Rule]:
    told = named(road.campaign, one.worked)
    return [rule for rule in told if not rule.into and all(side in rule.seen_by for side in road.people)]


def _next(road: Road) -> str:
    if road.over:
        return "How did it change?"
    return f"{road.scenario.title}, {words.month(road.minute)}"


def _carried(road: Road) -> tuple[Line, ...]:
    """Meters that are carried and that nobody at the table may not read; the chapter behind says who reads what."""
    seen = {meter.id: meter.seen for meter in road.behind[-1].game.tables.meters}
    found = []
    for name, points in road.carried.meters.items():
        able = seen.get(name, (False, False))
        if abs(points) >= 1 and all(able[SIDES.index(side)] for side in road.people):
            found.append(Line(road.campaign.meters[name].label, words.signed(points)))
    return tuple(found)


def in_campaign(view: View, road: Road) -> View:
    """A chapter's last screens, with the way on to what it changes, and with how to read the names of who never led."""
    on = Action("What this changes", "Enter", Intent("chapter-close"))
    first, *rest = view.foot
    kept = tuple(replace(action, key="D") if action.key == "Enter" else action for action in first.actions)
    head, *room = view.room
    told = _reading(road)
    shown = (head, *([Prose(told, "second")] if told else []), *room)
    return replace(view, room=shown, foot=(replace(first, actions=(on, *kept)), *rest), default=on.intent)
