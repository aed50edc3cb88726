"""Premises: what the model takes for granted, and how else it could be. Their field docs are their format.

An assumption says between which values a reasonable reader may move one; a school of historians makes several of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from game.model.parameters import Parameters
from game.model.parameters_standoff import StandoffParameters
from game.model.people import Leader
from game.model.spec import spec

#: How the numbers of the rules and of the standoff are called where a file names one that there is not.
RULES, STANDOFFS = "numbers of the rules", "numbers of the standoff"

#: The traits of a leader that a premise may bend.
TRAITS = ("risk", "patience", "domestic", "ally", "cred", "nuke", "bluff", "flex")


def numbers(record: type[Parameters] | type[StandoffParameters]) -> list[str]:
    """The names of the numbers that a premise may move: those that are one number."""
    return [one.name for one in fields(record) if one.type == "float"]


@dataclass(frozen=True, kw_only=True)
class Footing:
    """What is assumed of one side."""

    leader: str = spec("Leader who leads it, in the place of the scenario's own.", "ref", to="leaders", default="")
    traits: dict[str, float] = spec(
        "Points to add to each trait of whoever leads it (0-100).",
        "number",
        shape="map",
        keys="traits",
        low=-100,
        high=100,
    )
    resolute: float | None = spec(
        "In how many worlds of a hundred its leader is of the resolute kind.", "percent", low=0, high=100, default=None
    )
    thinks: float | None = spec(
        "How likely it thinks at the start that the other is resolute, in percent.",
        "percent",
        low=2,
        high=98,
        default=None,
    )
    trust: float | None = spec(
        "How likely it thinks at the start that the other only wants to be safe, in percent.",
        "percent",
        low=2,
        high=98,
        default=None,
    )


@dataclass(frozen=True, kw_only=True)
class Premise:
    """Something that the model may take for granted. What it leaves out stays as the model has it."""

    says: str = spec("What is assumed, in a few words.", words=16)
    because: str = spec("Why one may think so.", "text", words=50, default="")
    rules: dict[str, float] = spec(
        "Numbers of the rules, by their names in `docs/model.md`, in their units.",
        "number",
        shape="map",
        keys=RULES,
        low=-10,
        high=1000,
    )
    standoff: dict[str, float] = spec(
        "Numbers of the standoff, by their names there.", "number", shape="map", keys=STANDOFFS, low=-200, high=1000
    )
    sharpness: float = spec(
        "Factor on how sharply leaders tell a better choice from a worse.", "number", low=0.1, high=10, default=1.0
    )
    usa: Footing = spec("What is assumed of Washington.", Footing, default=Footing())
    ussr: Footing = spec("What is assumed of Moscow.", Footing, default=Footing())
    then: str = spec(
        "Who goes on after a choice: history where it can, or leaders.",
        "choice",
        options=("as-asked", "history", "free"),
        default="as-asked",
    )
    sources: tuple[str, ...] = spec("What it rests on.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One of the model's main assumptions and the range in which it may reasonably lie."""

    name: str = spec("Its name in a table.", words=8)
    about: str = spec("What it is, in one sentence.", "text", words=40)
    reason: str = spec("Why it may lie in this range and not outside.", "text", words=60)
    low: Premise = spec("One end of the range.", Premise)
    high: Premise = spec("The other end.", Premise)
    sources: tuple[str, ...] = spec("What the range rests on.", "ref", shape="list", to="sources")


@dataclass(frozen=True)
class Premises:
    """Several premises together, with the profiles of the leaders that they may name."""

    taken: tuple[Premise, ...] = ()
    leaders: dict[str, Leader] = field(default_factory=dict)
