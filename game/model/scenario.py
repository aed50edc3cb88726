"""A whole scenario: one crisis as data."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.choosing import Incident, Instrument
from game.model.entries import Decision, Event, Standoff
from game.model.people import Actor, Fact, Flag, Leader, Meter, Relation, Report, Side, Source, Timer
from game.model.spec import spec
from game.model.when import Act, Condition, Range

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Ending:
    """Where a game stops."""

    title: str = spec("A plain name for it.", words=8)
    text: str = spec(
        "Who got what, what it cost whom, what nobody knew; 80-150 words, by the historian, later.", "text", words=150
    )
    when: Condition = spec(
        "Reached at the end of the calendar where this holds; the first that holds wins.",
        Condition,
        default=Condition(),
    )
    kind: str = spec(
        "war: the first of this kind is where control is lost, and one with `when` can be reached like any other; "
        "the others say how the issue was left.",
        "choice",
        options=("war", "settled", "unsettled", "imposed"),
    )
    history: bool = spec("Whether this is what happened.", "yesno", default=False)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Inherit:
    """What is taken from the shared files; what is not named is dropped."""

    instruments: tuple[str, ...] = spec("Shared instruments to keep.", "ref", shape="list", to="shared instruments")
    incidents: tuple[str, ...] = spec("Shared incidents to keep.", "ref", shape="list", to="shared incidents")
    leaders: tuple[str, ...] = spec("Shared leaders to keep.", "ref", shape="list", to="shared leaders")
    decisions: tuple[str, ...] = spec(
        "Shared decisions to put into the calendar, with their news.", "ref", shape="list", to="shared decisions"
    )
    standoffs: tuple[str, ...] = spec(
        "Shared standoffs to put into the calendar.", "ref", shape="list", to="shared standoffs"
    )
    events: tuple[str, ...] = spec("Shared events to put into the calendar.", "ref", shape="list", to="shared events")


@dataclass(frozen=True, kw_only=True)
class Before:
    """A dated act from before the first day, for a crisis that the shared chronicle does not lead up to."""

    date: str = spec("When.", "moment")
    act: Act = spec("What was done.", Act)
    about: str = spec("In a few words.", words=20)


@dataclass(frozen=True, kw_only=True)
class Expect:
    """What a test expects at the end."""

    ending: str = spec("The ending.", "ref", to="endings", default="")
    tension: Range | None = spec("Range of tension at the end.", Range, default=None)
    peak: Range | None = spec("Range of the highest tension.", Range, default=None)
    meters: dict[str, Range] = spec("Ranges of meters at the end.", Range, shape="map", keys="meters")
    opened: tuple[str, ...] = spec("Entries that must have opened.", "line", shape="list")


@dataclass(frozen=True, kw_only=True)
class Test:
    """A game that a designer wants to come out so."""

    name: str = spec("What it shows.", words=20)
    seed: int = spec("Seed of the dice.", "integer", low=0, default=1)
    choices: dict[str, str] = spec(
        "Choices at decisions; history plays the rest.", "line", shape="map", keys="decisions"
    )
    expect: Expect = spec("What must come of it.", Expect)


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One crisis. Its files' top-level keys are these fields.

    Hashed by identity, so that what is worked out from it once can be kept.
    """

    __hash__ = object.__hash__

    format: int = spec("Version of this format.", "integer", low=1, high=FORMAT)
    id: str = spec("Permanent name, as the folder.", "id")
    title: str = spec("Name on the menu.", words=8)
    kind: str = spec(
        "A crisis, or an interlude: a few decisions in the quieter years.",
        "choice",
        options=("crisis", "interlude"),
        default="crisis",
    )
    question: str = spec("What is at stake, for the menu.", words=16)
    about: str = spec("What the player should know first; the first screen.", "text", words=60)
    minutes: int = spec("How long a game takes.", "integer", low=1, high=180)
    starts: str = spec("First moment.", "moment")
    ends: str = spec("Last moment.", "moment")
    inherit: Inherit = spec("What is taken from the shared files.", Inherit, default=Inherit())
    sides: dict[str, Side] = spec("The two playable powers, usa and ussr.", Side, shape="map", least=2)
    actors: dict[str, Actor] = spec("Others who act.", Actor, shape="map")
    relations: dict[str, Relation] = spec("Directed relations as from>to, 24 at most.", Relation, shape="map", most=24)
    meters: dict[str, Meter] = spec("The scenario's own meters.", Meter, shape="map")
    flags: dict[str, Flag] = spec("What can have happened.", Flag, shape="map")
    timers: dict[str, Timer] = spec("Clocks.", Timer, shape="map")
    facts: dict[str, Fact] = spec("Hidden facts.", Fact, shape="map")
    reports: dict[str, Report] = spec("Intelligence.", Report, shape="map")
    decisions: dict[str, Decision] = spec("Entries where one side chooses.", Decision, shape="map")
    standoffs: dict[str, Standoff] = spec("Entries that both sides play in secret.", Standoff, shape="map")
    events: dict[str, Event] = spec("Entries that happen by themselves.", Event, shape="map")
    instruments: dict[str, Instrument] = spec("Instruments of its own.", Instrument, shape="map")
    incidents: dict[str, Incident] = spec("Incidents of its own.", Incident, shape="map")
    leaders: dict[str, Leader] = spec("Leaders of its own.", Leader, shape="map")
    news: dict[str, str] = spec(
        "What the other side is told of a choice, keyed DECISION/CHOICE: who did what, in 30 words at most. "
        "The first sentence is its short name in ledgers.",
        "text",
        shape="map",
        keys="options",
        words=30,
    )
    endings: dict[str, Ending] = spec(
        "Where a game may stop; the last without a condition is the default.", Ending, shape="map", least=2
    )
    sources: dict[str, Source] = spec("Documents and books.", Source, shape="map")
    before: tuple[Before, ...] = spec(
        "Dated acts before the first day; the shared chronicle where left out.", Before, shape="list"
    )
    tests: tuple[Test, ...] = spec("Games that must come out as said.", Test, shape="list")
