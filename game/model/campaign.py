"""A campaign: scenarios in order of date, and what crosses from one to the next. Its field docs are its format.

A campaign carries the *difference* that a game makes from history. So on the road of history every chapter opens
exactly as it does alone, and what a chapter's own file says about its first day stays true. The one exception is what a
chapter's `set` names: a matter that an earlier chapter has decided is not asked again.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.causes import Assumption, Premise
from game.model.people import SIDES, Leader, Source
from game.model.spec import spec
from game.model.when import Condition, Shock

FORMAT = 1
STANDING = ("documented", "argued", "invented")


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One scenario of the campaign."""

    scenario: str = spec("The scenario's id.", "ref", to="scenarios")
    about: str = spec(
        "Where the years have led, told as it opens to every game, whatever was played before.",
        "text",
        words=40,
        default="",
    )
    set_: tuple[str, ...] = spec(
        "Flags that it opens with because an earlier chapter has decided the matter; a game that differs there opens "
        "without.",
        "ref",
        shape="list",
        to="flags",
    )


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """A meter that crosses from chapter to chapter by its id, wherever a chapter declares it."""

    label: str = spec("Its name at a chapter's opening.", words=5)
    weight: float = spec(
        "How much of the difference from history a chapter opens with.", "number", low=0, high=1, default=1.0
    )
    keeps: float = spec(
        "How much of the difference is left after each further chapter, in percent.",
        "percent",
        low=0,
        high=100,
        default=67.0,
    )
    leader: str = spec(
        "Whose standing it is: it crosses only while this leader leads. Anybody's where left out.",
        "ref",
        to="leaders",
        default="",
    )


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A flag that crosses from chapter to chapter by its id, wherever a chapter declares it."""

    set_: str = spec("Told at an opening where this game has it and history had not.", "text", words=30, default="")
    unset: str = spec("Told at an opening where history had it and this game has not.", "text", words=30, default="")
    seen_by: tuple[str, ...] = spec("Sides that are told.", "ref", shape="list", to="sides", default=SIDES)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What the end of one chapter means for later ones. It works where it holds in this game and did not in history."""

    after: str = spec("Chapter (its scenario's id) whose end it looks at.", "ref", to="chapters")
    endings: tuple[str, ...] = spec("Endings of that chapter, one of which was reached.", "line", shape="list")
    when: Condition = spec(
        "What must hold in that chapter's world at its end, by that scenario's own ids.",
        Condition,
        default=Condition(),
    )
    into: tuple[str, ...] = spec(
        "Chapters that it reaches; every later one where left out. Named ones get the whole of it, each once.",
        "ref",
        shape="list",
        to="chapters",
    )
    meters: dict[str, float] = spec(
        "Points to add to each meter that crosses.", "number", shape="map", keys="meters", low=-50, high=50
    )
    set_: tuple[str, ...] = spec("Flags that later chapters open with.", "ref", shape="list", to="flags")
    clear: tuple[str, ...] = spec("Flags that later chapters open without.", "ref", shape="list", to="flags")
    resolve: dict[str, float] = spec(
        "Points of 100 by which each side's belief changes that the other will not give way.",
        "number",
        shape="map",
        keys="sides",
        low=-50,
        high=50,
    )
    trust: dict[str, float] = spec(
        "Points of 100 by which each side's belief changes that the other only wants to be safe.",
        "number",
        shape="map",
        keys="sides",
        low=-50,
        high=50,
    )
    relations: dict[str, float] = spec(
        "Points to add to relations (from>to); they fade with time like any.",
        "number",
        shape="map",
        keys="relations",
        low=-50,
        high=50,
    )
    shock: Shock | None = spec("A jolt to tension as the next chapter opens, with its reason.", Shock, default=None)
    leader: str = spec("Swap that comes about by it: a counterfactual leader takes over.", "line", default="")
    told: str = spec("The sentence that says so at the next opening.", "text", words=40)
    speaks_of: tuple[str, ...] = spec(
        "Flags that this sentence already tells of: their own sentences are not told beside it.",
        "ref",
        shape="list",
        to="flags",
    )
    seen_by: tuple[str, ...] = spec("Sides that are told.", "ref", shape="list", to="sides", default=SIDES)
    standing: str = spec("documented, argued or invented.", "choice", options=STANDING, default="argued")
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Lead:
    """Who leads a side, from a day on."""

    leader: str = spec("The leader's id.", "ref", to="leaders")
    since: str = spec("First day.", "moment")
    told: str = spec("The sentence that says so at the first chapter under this leader.", "text", words=30, default="")


@dataclass(frozen=True, kw_only=True)
class Swap:
    """A leader who never led: a marked option, for which there can be no evidence."""

    label: str = spec("Its name where one chooses it.", words=8)
    leader: str = spec("The leader's id.", "ref", to="leaders")
    since: str = spec("First day.", "moment")
    until: str = spec(
        "The day from which the historical leader leads again; none where left out.", "moment", default=""
    )
    told: str = spec("The sentence that says so at the first chapter under this leader.", "text", words=40)
    meters: dict[str, float] = spec(
        "Points that meters which cross begin with from then on.",
        "number",
        shape="map",
        keys="meters",
        low=-50,
        high=50,
    )
    set_: tuple[str, ...] = spec("Flags that chapters under this leader open with.", "ref", shape="list", to="flags")
    clear: tuple[str, ...] = spec(
        "Flags that chapters under this leader open without.", "ref", shape="list", to="flags"
    )
    sources: tuple[str, ...] = spec("What the judgement rests on.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Which turning points a reading speaks of. Every part given must fit."""

    by: tuple[str, ...] = spec("Who made the turn: usa, ussr, both, or nobody.", "line", shape="list")
    way: str = spec(
        "Whether relations got worse or better by it.", "choice", options=("any", "worse", "better"), default="any"
    )
    chapters: tuple[str, ...] = spec("Chapters in which it lies.", "ref", shape="list", to="chapters")
    as_then: bool | None = spec("Whether the same was done in history.", "yesno", default=None)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A sentence in which a school reads one turning point."""

    fits: Fit = spec("Which turning points it speaks of; any where left out.", Fit, default=Fit())
    says: str = spec(
        "The sentence. {when} is the date, {what} what was done or happened in a few words, {who} who did it, "
        "{other} the other side, {chapter} the chapter's title.",
        "text",
        words=45,
    )


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a school makes of a whole game."""

    ended: tuple[str, ...] = spec(
        "How the years went: war, worse (tenser than they began), better, or as they did.", "line", shape="list"
    )
    most: tuple[str, ...] = spec(
        "Who made most of the turns for the worse: usa, ussr, both, or nobody.", "line", shape="list"
    )
    says: str = spec("Two sentences at most.", "text", words=60)


@dataclass(frozen=True, kw_only=True)
class School:
    """A school of historians, as it would read a game."""

    name: str = spec("Its name.", words=4)
    who: str = spec("Historians of it.", words=12)
    holds: str = spec("What it holds, in one or two sentences.", "text", words=40)
    verdicts: tuple[Verdict, ...] = spec(
        "What it makes of the whole; the first that fits.", Verdict, shape="list", least=1
    )
    readings: tuple[Reading, ...] = spec(
        "How it reads a turning point; the first that fits and was not said yet.", Reading, shape="list", least=1
    )
    assumes: tuple[Premise, ...] = spec(
        "What the model takes for granted where a game or its odds are repeated as this school sees the world.",
        Premise,
        shape="list",
    )
    leaves_out: str = spec("What this reading cannot explain well, for the pupil to press on.", "text", words=40)
    sources: tuple[str, ...] = spec("Its books.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Question:
    """An open question at the end; the first that fits is asked."""

    ended: tuple[str, ...] = spec("How the years went: war, worse, better, or as they did.", "line", shape="list")
    most: tuple[str, ...] = spec(
        "Who made most of the turns for the worse: usa, ussr, both, or nobody.", "line", shape="list"
    )
    asks: str = spec("The question.", "text", words=40)


@dataclass(frozen=True, kw_only=True)
class Closing:
    """The page that closes a campaign."""

    question: str = spec("The question that it answers.", words=16)
    measure: str = spec(
        "Meter that crosses and is told beside tension, because it moves with each chapter.",
        "ref",
        to="meters",
        default="",
    )
    then: str = spec("The answer for history; paragraphs are parted by an empty line.", "text", words=220)
    asks: tuple[Question, ...] = spec("Open questions; the first that fits is asked.", Question, shape="list", least=1)
    sources: tuple[str, ...] = spec("What the answer rests on.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """Scenarios in order, and what crosses. Its files' top-level keys are these fields.

    Hashed by identity, so that what is worked out from it once can be kept.
    """

    __hash__ = object.__hash__

    format: int = spec("Version of this format.", "integer", low=1, high=FORMAT)
    id: str = spec("Permanent name.", "id")
    title: str = spec("Name on the menu.", words=8)
    question: str = spec("What is at stake, for the menu.", words=16)
    about: str = spec("What the player should know first.", "text", words=60)
    starts: str = spec("First day of its curve.", "moment")
    ends: str = spec("Last day of its curve.", "moment")
    chapters: tuple[Chapter, ...] = spec("The scenarios in order.", Chapter, shape="list", least=1, most=40)
    meters: dict[str, Crossing] = spec("Meters that cross.", Crossing, shape="map")
    flags: dict[str, Mark] = spec("Flags that cross.", Mark, shape="map")
    rules: dict[str, Rule] = spec("What the end of a chapter means for later ones.", Rule, shape="map")
    leaders: dict[str, Leader] = spec("Leaders of its own; the shared ones are always there.", Leader, shape="map")
    leads: tuple[Lead, ...] = spec("Who leads from when.", Lead, shape="list")
    swaps: dict[str, Swap] = spec("Counterfactual leaders.", Swap, shape="map")
    schools: dict[str, School] = spec("Schools of historians.", School, shape="map")
    assumptions: dict[str, Assumption] = spec("The model's main assumptions and their ranges.", Assumption, shape="map")
    closing: Closing = spec("The page that closes it.", Closing)
    sources: dict[str, Source] = spec("Documents and books; the shared ones are always there.", Source, shape="map")
