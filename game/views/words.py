"""Words that the screens say by themselves, and how numbers and moments become words. Plain and short."""

from __future__ import annotations

import math

from game.minds.roster import STANDARD, parted
from game.model.moment import date_words, time_words
from game.model.scenario import Scenario
from game.play.game import PERSON

GAME = "Brinkmanship"
YEARS = "1955 – 1962"
PROMISE = (
    "You lead Washington or Moscow. Push, and the other side may give way. "
    "Push, and somebody you never met may start a war."
)
FIRST = "checkpoint-charlie-1961"
FIRST_LABEL = "One night in Berlin"
FIRST_DETAIL = "ten minutes, no reading first"
THRESHOLDS = ((35.0, "Don't rock the boat"), (75.0, "Nuclear war is unthinkable"))
BRINK = 75.0
INVENTED = "Our words, after the sources named."
SEALED = "You read what was known then, and learn the rest at the end."
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
STANDINGS = {"documented": "documented", "argued": "argued by historians", "invented": "ours"}
REPORTS = {
    "documented": "This one is on record.",
    "argued": "Historians argue that there was one like it.",
    "invented": "The words of this one are ours.",
}
KINDS = {
    "war": "Control was lost", "settled": "Settled", "unsettled": "Left unsettled", "imposed": "One side imposed it",
}  # fmt: skip


def zone(tension: float) -> str:
    """The zone of Kahn's ladder that tension lies in, with the threshold below it."""
    if tension < THRESHOLDS[0][0]:
        return "below 'Don't rock the boat'"
    if tension < THRESHOLDS[1][0]:
        return "a traditional crisis"
    return "an intense crisis, past Herman Kahn's threshold 'Nuclear war is unthinkable'"


def whole(value: float) -> int:
    """The whole number that a level is shown as. Everything on a screen rounds here, and only once."""
    return math.floor(value + 0.5)


def signed(amount: float) -> str:
    """A change with its sign, in whole points: "+9", "−4"."""
    points = whole(amount)
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def plain(value: float) -> str:
    """A value in whole points, with a true minus: "60", "−45"."""
    points = whole(value)
    return f"−{-points}" if points < 0 else str(points)


def tenths(amount: float) -> str:
    """A change with its sign and one decimal, for prices that differ by little: "−6.6"."""
    points = math.floor(abs(amount) * 10 + 0.5) / 10
    return f"{'+' if amount > 0 else '−'}{points:.1f}" if points else "0"


def change(before: float, now: float, since: str) -> str:
    """The difference of two levels as they are shown: "▲ 22 since your last order"."""
    points = whole(now) - whole(before)
    if points == 0:
        return f"unchanged since {since}"
    return f"{'▲' if points > 0 else '▼'} {abs(points)} since {since}"


def moment(minute: int) -> str:
    """Day and hour: "Friday 27 October 1961 · 4 PM"."""
    return f"{date_words(minute)} · {time_words(minute)}"


def stamp(minute: int) -> str:
    """Day and hour, short: "27 Oct, 4:30 PM"."""
    return f"{short_date(minute)}, {time_words(minute)}"


def short_date(minute: int) -> str:
    """Day and month: "27 Oct"."""
    _, day, month, _ = date_words(minute).split()
    return f"{day} {month[:3]}"


def day(minute: int) -> str:
    """Day, month and year: "23 October 1956"."""
    return date_words(minute).partition(" ")[2]


def month(minute: int) -> str:
    """Month and year: "October 1956"."""
    _, _, month_name, year = date_words(minute).split()
    return f"{month_name} {year}"


def number(count: int) -> str:
    """Small counts in words."""
    return (
        ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")[count]
        if count < 10
        else str(count)
    )


def seconds(count: int) -> str:
    """A stretch on the clock: "78 seconds", "1 second"."""
    return f"{count} second{'' if count == 1 else 's'}"


def player(scenario: Scenario, side: str, name: str) -> str:
    """Who plays a side, in words."""
    if name == PERSON:
        return "a person"
    who, level = parted(name)
    leader = scenario.leaders.get(scenario.sides[side].leader if who == "leader" else who)
    if leader is None:
        return who
    return leader.name if level == STANDARD else f"{leader.name} ({level})"


def sentence(text: str) -> str:
    """One paragraph on one line: a text's line breaks are the file's, not the reader's."""
    return " ".join(text.split())


def surname(name: str) -> str:
    """The last of a person's names."""
    return name.split()[-1]


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs, parted in the file by empty lines."""
    return [sentence(part) for part in text.split("\n\n") if part.strip()]


def sources(scenario: Scenario, ids: tuple[str, ...]) -> list[str]:
    """Sources as a reader would look them up."""
    return [scenario.sources[name].cite for name in ids if name in scenario.sources]
