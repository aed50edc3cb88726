"""And otherwise? The odds of one decision from the very world in which it was asked, with all its uncertainty."""

from __future__ import annotations

from game.insight.odds import Odds
from game.insight.odds_figures import Figures
from game.model.moment import minutes
from game.model.people import SIDES
from game.play.ask import rank
from game.play.game import Game
from game.play.odds import Fork, Reckoning, forks
from game.play.wording import inside
from game.views import odds_words as say
from game.views import words
from game.views.blocks import (
    Action,
    Actions,
    Block,
    Chart,
    Gauge,
    Heading,
    Intent,
    Meters,
    Moment,
    Prose,
    Series,
    Table,
    Timeline,
    View,
)

TITLE = "And otherwise?"
LIST = (
    "Choose a decision. Each of its orders is then tried in thousands of worlds that start from yours as it stood in "
    "that hour. All that had happened stays; chance after it, and how brittle the world is, are drawn anew."
)
SAME = (
    "Each order is tried in the same worlds, with the same luck. They start from your world as it stood when this was "
    "asked; chance after it, and how brittle the world is, are drawn anew."
)
#: An ending that comes in fewer worlds than this under either reading is not told.
RARE = 0.01


def asked_about(game: Game) -> list[Block]:
    """The debrief's page: every decision of this game, to ask of each what else could have come of it."""
    moments = tuple(_moment(game, fork, place) for place, fork in enumerate(forks(game)))
    over = f"{game.scenario.title} · Debrief"
    return [Heading(TITLE, 1, over), Prose(LIST, "brief"), Prose(say.WARNING, "second"), Timeline("", moments)]


def _moment(game: Game, fork: Fork, place: int) -> Moment:
    told = game.scenario.decisions[fork.entry]
    action = Action("See the odds", "", Intent("odds", str(place)))
    label = f"{game.scenario.sides[fork.side].name}: {told.choices[fork.chosen].label}"
    return Moment(words.moment(fork.minute), told.title, label, fork.side, action)


def odds_view(game: Game, reckoning: Reckoning, chosen: str) -> View:
    """The page of one decision. chosen is the order whose curve and endings are shown, the first where it is none."""
    fork, names = reckoning.fork, [one.choice for told in reckoning.found.values() for one in _open(told)]
    chosen = chosen if chosen in names or not names else names[0]
    told = game.scenario.decisions[fork.entry]
    over = f"{game.scenario.title} · {game.scenario.sides[fork.side].name} · {TITLE}"
    room: list[Block] = [Heading(told.title, 1, over, words.moment(fork.minute)), Prose(SAME, "brief")]
    room += _figures(game, reckoning, chosen)
    leave = Action("Back", "Esc", Intent("back"))
    foot = [Actions((leave,), align="right")]
    if reckoning.found:
        foot.insert(0, _orders(game, reckoning, chosen))
    return View("odds", TITLE, tuple(room), foot=tuple(foot), back=leave.intent)


def _orders(game: Game, reckoning: Reckoning, chosen: str) -> Actions:
    """The orders by number, and more worlds where these do not come by themselves."""
    names = [one.choice for one in _open(next(iter(reckoning.found.values())))]
    actions = [
        Action(f"Order {place}", str(place), Intent("odds-of", name), selected=name == chosen)
        for place, name in enumerate(names, start=1)
    ]
    if reckoning.wake is None and not reckoning.done:
        actions.append(Action("More worlds", "M", Intent("odds-more")))
    return Actions(tuple(actions), "Curve and endings of")


def _open(told: Odds) -> list[Figures]:
    """The orders that were open, in the order in which they were listed when they were asked."""
    return sorted((one for one in told.figures if one.worlds), key=lambda one: rank(told.asked.at, one.choice))


def _figures(game: Game, reckoning: Reckoning, chosen: str) -> list[Block]:
    """How far the reckoning has come, and what it has found."""
    if not reckoning.found:
        return _progress(reckoning)
    blocks = [*_progress(reckoning), *_fan(game, reckoning, chosen)]
    for reading, told in reckoning.found.items():
        blocks += [_table(game, reckoning.fork, told, reading), Prose(say.reading(game.scenario, told.asked), "second")]
    blocks += _endings(game, reckoning, chosen)
    texts = (say.HOW, *_example(game, reckoning, chosen), say.BAND)
    return [*blocks, Heading("How to read this", 2), *(Prose(text, "second") for text in texts)]


def _example(game: Game, reckoning: Reckoning, chosen: str) -> list[str]:
    """The chosen order's commonest end in free play, and its war in a brittle world, as a sentence."""
    told = reckoning.found.get("free")
    one = next((one for one in _open(told) if one.choice == chosen), None) if told else None
    if one is None:
        return []
    name = max(one.endings, key=lambda ending: one.endings[ending].share)
    return [
        f"So: of 100 such worlds after order {_place(reckoning, chosen)}, in free play, about "
        f'{say.brief(100 * one.endings[name].share)} end in "{game.scenario.endings[name].title}". Of 100 that are as '
        f"brittle as the most brittle of twenty, {say.brief(100 * one.war[2])} end in war."
    ]


def _progress(reckoning: Reckoning) -> list[Block]:
    """What odds are, and how many worlds they rest on so far."""
    if reckoning.done:
        error = 100 * max(told.error for told in reckoning.found.values())
        count = say.thousands(reckoning.worlds)
        sure = f"{count} worlds for each order; the standard error of an ending's share is {error:.1f} in 100 at most."
        return [Prose(f"{say.WARNING} {sure}", "second")]
    far, most = say.thousands(reckoning.worlds), say.thousands(reckoning.most)
    share = 100 * reckoning.worlds / reckoning.most
    note = "The figures still move a little." if reckoning.found else "The first figures come in a moment."
    return [Prose(say.WARNING, "second"), Meters((Gauge(f"Reckoning: {far} of {most} worlds", share, note=note),))]


def _label(game: Game, fork: Fork, one: Figures, place: int) -> str:
    """An order with its number, and whether it was the one that was given."""
    label = game.scenario.decisions[fork.entry].choices[one.choice].label
    given = " (the order given)" if one.choice == fork.chosen else ""
    return f"{place} {label}{given}"


def _table(game: Game, fork: Fork, told: Odds, reading: str) -> Table:
    """A row for each order: war, both sides' aims, and what it changes beside another on the same luck."""
    base, number = _base(fork, told)
    names = [game.scenario.sides[side].name for side in SIDES]
    rows = tuple(
        (
            _label(game, fork, one, place),
            say.war(one),
            *(say.points(met) for met in one.aims),
            _differs(game, told, one.choice, base),
        )
        for place, one in enumerate(_open(told), start=1)
    )
    heads = ("Order", "War", *(f"{name}'s aims met" for name in names), f"Beside order {number}")
    return Table(f"In 100 worlds, {say.THEN[reading]}", heads, rows)


def _endings(game: Game, reckoning: Reckoning, chosen: str) -> list[Block]:
    """How the chosen order ends, under both readings."""
    found = [next((one for one in _open(told) if one.choice == chosen), None) for told in reckoning.found.values()]
    ready = [one for one in found if one is not None]
    if not ready:
        return []
    most = {name: max(one.endings[name].share for one in ready) for name in game.scenario.endings}
    names = [name for name in sorted(most, key=lambda name: -most[name]) if most[name] >= RARE]
    rows = tuple(
        (game.scenario.endings[name].title, *(say.points(one.endings[name]) for one in ready)) for name in names
    )
    place = _place(reckoning, chosen)
    heads = ("Ending", *(say.THEN[reading].capitalize() for reading in reckoning.found))
    return [Table(f"In 100 worlds order {place} ends in", heads, rows)]


def _place(reckoning: Reckoning, chosen: str) -> int:
    names = [one.choice for one in _open(next(iter(reckoning.found.values())))]
    return names.index(chosen) + 1 if chosen in names else 1


def _base(fork: Fork, told: Odds) -> tuple[str, int]:
    """The order that others are measured against, with its number: the one that was given, or the first."""
    names = [one.choice for one in _open(told)]
    base = fork.chosen if fork.chosen in names else names[0]
    return base, names.index(base) + 1


def _differs(game: Game, told: Odds, name: str, base: str) -> str:
    """By how much an order differs from another on the same luck: war, and both sides' aims. Nothing of itself."""
    if name == base:
        return ""
    turned = (base, name) in told.gaps
    gap = told.gaps[(base, name) if turned else (name, base)]
    usa, ussr = (game.scenario.sides[side].name for side in SIDES)
    figures = (("war", gap.war), (f"{usa}'s aims", gap.aims[0]), (f"{ussr}'s aims", gap.aims[1]))
    return ", ".join(f"{what} {say.gained(say.turned(share) if turned else share)}" for what, share in figures)


def _fan(game: Game, reckoning: Reckoning, chosen: str) -> list[Block]:
    """Tension after the chosen order: the middle world, and the range of eight worlds in ten."""
    free, then = (_curve(game, reckoning, reading, chosen) for reading in ("free", "history"))
    if not free or not then:
        return []
    series = (
        Series("free play", tuple((x, middle) for x, (_, middle, _) in free)),
        Series("9 in 10 are lower", tuple((x, high) for x, (_, _, high) in free), "dashed"),
        Series("1 in 10 is lower", tuple((x, low) for x, (low, _, _) in free), "dashed"),
        Series("history", tuple((x, middle) for x, (_, middle, _) in then), "dashed", "history"),
    )
    place = _place(reckoning, chosen)
    label = inside(game.scenario.decisions[reckoning.fork.entry].choices[chosen].label)
    title = f"Tension after order {place}: {label}"
    return [
        Chart(title, series, words.THRESHOLDS, _ticks(game, free[0][0], free[-1][0]), text=_said(title, free, then))
    ]


Curve = list[tuple[float, tuple[float, float, float]]]


def _curve(game: Game, reckoning: Reckoning, reading: str, chosen: str) -> Curve:
    """Hours from the start, and tension (low, middle, high) there, from the decision on; the last of each hour."""
    told = reckoning.found.get(reading)
    one = next((one for one in _open(told) if one.choice == chosen), None) if told else None
    if told is None or one is None:
        return []
    start, now = minutes(game.scenario.starts), round(reckoning.fork.tension, 1)
    points = {(reckoning.fork.minute - start) / 60: (now, now, now)}
    for minute, row in zip(told.dates, one.fan, strict=True):
        points[max((minute - start) / 60, *points)] = row
    return [(round(x, 2), row) for x, row in points.items()]


def _ticks(game: Game, first: float, last: float) -> tuple[tuple[float, str], ...]:
    start = minutes(game.scenario.starts)
    say_ = words.short_date if last - first > 96 else words.stamp
    shares = (0.0, 0.25, 0.5, 0.75, 1.0) if last - first > 96 else (0.0, 1.0)
    hours = [first + share * (last - first) for share in shares]
    return tuple((hour, say_(start + int(hour * 60))) for hour in hours)


def _said(title: str, free: Curve, then: Curve) -> str:
    """The chart in words."""
    low, middle, high = free[-1][1]
    return (
        f"{title}. It stands at {words.plain(free[0][1][1])}. In free play it ends at {words.plain(middle)} in the "
        f"middle world, between {words.plain(low)} and {words.plain(high)} in eight of ten; on history's road at "
        f"{words.plain(then[-1][1][1])}."
    )
