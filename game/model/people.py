"""Who is in a crisis and what is measured: sides, actors, meters, flags, timers, facts, reports, sources."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.spec import spec
from game.model.when import Condition, Effects

SIDES = ("usa", "ussr")


@dataclass(frozen=True, kw_only=True)
class Aim:
    """Something that a side wants to have at the end."""

    label: str = spec("The aim in a few words.", words=8)
    when: Condition = spec("Met where this holds at the end.", Condition)


@dataclass(frozen=True, kw_only=True)
class Side:
    """A playable power."""

    name: str = spec("Its short name on screen, such as Moscow.", words=3)
    leader: str = spec("Leader profile that plays it by default.", "ref", to="leaders")
    seat: str = spec("The room in which it decides.", words=10)
    goal: str = spec("What it wants here, in one sentence for the player.", "text", words=40)
    standing: str = spec("Meter of its leader's standing at home.", "ref", to="meters")
    alliance: str = spec("Meter of its alliance.", "ref", to="meters")
    capital: float = spec("Capital for instruments at the start.", "number", low=0, high=9, default=4)
    wants: dict[str, float] = spec(
        "How much its leader cares for each meter, or for tension: -3 (wants it low) to 3 (wants it high).",
        "number",
        shape="map",
        keys="wants",
        low=-3,
        high=3,
    )
    aims: dict[str, Aim] = spec("Its aims, judged at the ending.", Aim, shape="map", least=1)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Another power, or a people."""

    name: str = spec("Its name.", words=4)
    about: str = spec("One sentence about it.", "text", words=30, default="")


@dataclass(frozen=True, kw_only=True)
class Relation:
    """How one actor feels about another, -100 to 100; declared as from>to."""

    rest: float = spec("Where it settles if nothing happens.", "number", low=-100, high=100)


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A steady push on a meter: what each day adds. Over a span of days it counts with what stood at its start."""

    per_day: float = spec(
        "Points a day; with `by`, points a day for each point by which that stands above `above`.",
        "number",
        low=-10,
        high=10,
    )
    by: str = spec("Meter, or tension, that drives it; a constant push where left out.", "ref", to="wants", default="")
    above: float = spec("Level from which `by` counts.", "number", default=0.0)
    when: Condition = spec("Only where this holds.", Condition, default=Condition())
    reason: str = spec("Why, for the ledger.", "line", words=12)


@dataclass(frozen=True, kw_only=True)
class Meter:
    """A bounded number of the scenario's own."""

    label: str = spec("Its name on screen.", words=5)
    about: str = spec("What it counts, in one sentence.", "text", words=30, default="")
    low: float = spec("Smallest value.", "number", default=0.0)
    high: float = spec("Largest value.", "number", default=100.0)
    start: float = spec("Value at the start.", "number")
    rest: float | None = spec("Level that it drifts to; none means that it stays.", "number", default=None)
    half_life: float = spec("Days in which half the way to rest is gone.", "number", low=1, default=60.0)
    flows: tuple[Flow, ...] = spec("Steady pushes, day by day.", Flow, shape="list", most=8)
    seen_by: tuple[str, ...] = spec("Sides that can read it.", "ref", shape="list", to="sides", default=SIDES)
    ends: tuple[str, ...] = spec("What the two ends of the scale mean, lowest first.", "line", shape="list", most=2)


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Something that has happened or not."""

    about: str = spec("What it records, in one sentence.", "text", words=30)
    start: bool = spec("Whether it is set on the first day.", "yesno", default=False)
    carried: bool = spec(
        "Whether an earlier chapter of a campaign may have set or cleared it before the first day.",
        "yesno",
        default=False,
    )
    seen_by: tuple[str, ...] = spec(
        "Sides that know whether it is set.", "ref", shape="list", to="sides", default=SIDES
    )


@dataclass(frozen=True, kw_only=True)
class Timer:
    """A clock that an effect starts; when its hours are over, its effects happen at the next open entry."""

    about: str = spec("What is being waited for.", "text", words=30)
    hours: int = spec("Hours from start to end.", "integer", low=1)
    then: Effects = spec("What happens at the end.", Effects)
    seen_by: tuple[str, ...] = spec("Sides that know of it.", "ref", shape="list", to="sides", default=SIDES)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something true or false in a world that not everybody knows."""

    about: str = spec("The statement that is true or false.", "text", words=30)
    chance: float = spec("In how many worlds of a hundred it is true.", "percent", low=0, high=100)
    known_to: tuple[str, ...] = spec("Sides that know the truth.", "ref", shape="list", to="sides")
    believed: dict[str, float] = spec(
        "How likely each side thinks it at the start, in percent.", "percent", shape="map", keys="sides", low=1, high=99
    )
    when: Condition = spec(
        "From when a staff speaks of it at all, by what its side can see; always where left out.",
        Condition,
        default=Condition(),
    )
    reveal: str = spec("What the debrief says about it, with its doubt.", "text", words=60, default="")
    sources: tuple[str, ...] = spec("Where that is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Report:
    """Intelligence that reaches one side about a fact, and may be wrong."""

    to: str = spec("Side that gets it.", "ref", to="sides")
    at: str = spec("When it arrives.", "moment")
    about: str = spec("Fact that it speaks of.", "ref", to="facts")
    reliability: float = spec("How often such a report is right, in percent.", "percent", low=50, high=99)
    origin: str = spec("Who sends it, as the heading of the paper.", words=12)
    text: str = spec("The report where it says the fact is true.", "text", words=60)
    otherwise: str = spec("The report where it says the fact is false.", "text", words=60)
    standing: str = spec(
        "documented, argued or invented.", "choice", options=("documented", "argued", "invented"), default="invented"
    )
    needs: Condition = spec("When it arrives at all.", Condition, default=Condition())
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Source:
    """A document or book."""

    cite: str = spec("Author, work, year, as a reader would look it up.", words=40)
    kind: str = spec("What sort it is.", "choice", options=("primary", "secondary", "memoir", "reference"))
    note: str = spec("What to be careful about.", "text", words=40, default="")


@dataclass(frozen=True, kw_only=True)
class Leader:
    """A profile as numbers from 0 to 100; the model of choice reads these."""

    name: str = spec("The leader's name.", words=4)
    side: str = spec("Side it can lead.", "ref", to="sides")
    risk: float = spec("Readiness to gamble.", "number", low=0, high=100)
    patience: float = spec("Readiness to wait.", "number", low=0, high=100)
    domestic: float = spec("Weight of standing at home.", "number", low=0, high=100)
    ally: float = spec("Weight of the alliance.", "number", low=0, high=100)
    cred: float = spec("Belief that the other side will act on its threats.", "number", low=0, high=100)
    nuke: float = spec("Caution about nuclear war.", "number", low=0, high=100)
    bluff: float = spec("Readiness to threaten without meaning it.", "number", low=0, high=100)
    flex: float = spec("Readiness to bargain.", "number", low=0, high=100)
    about: str = spec("One sentence for the player.", "text", words=30)
    sources: tuple[str, ...] = spec("Where the judgement comes from.", "ref", shape="list", to="sources")
