"""What a side may do: choices with outcomes, instruments, incidents with responses."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.spec import spec
from game.model.when import Act, Condition, Effects

STANDING = ("documented", "argued", "invented")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One result that a choice may have."""

    chance: float = spec("Weight among the outcomes that can happen.", "number", low=0, high=100, default=100)
    text: str = spec("What happens, through something seen or said; 40-80 words.", "text", words=80)
    needs: Condition = spec("When this outcome can happen at all.", Condition, default=Condition())
    acts: tuple[Act, ...] = spec("Acts by others that come with it.", Act, shape="list")
    effects: Effects = spec("What changes.", Effects, default=Effects())
    settles: str = spec(
        "What kind of settlement it brings.", "choice", options=("no", "tacit", "formal", "withdrawal"), default="no"
    )
    end: str = spec("Ending that it leads to at once.", "ref", to="endings", default="")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One option of a decision."""

    label: str = spec("An order, starting with a verb.", words=12, compulsory=True)
    consequence: str = spec("Can it be taken back, who will know, what does it leave the other side.", "text", words=20)
    standing: str = spec(
        "Whether it was done or weighed (documented), is argued by historians, or is ours.", "choice", options=STANDING
    )
    act: Act | None = spec("What it is to the world.", Act, default=None)
    order: int | None = spec(
        "Alert level (DEFCON equivalent, 5 calm to 1) that it orders for the side's own forces.",
        "integer",
        low=1,
        high=5,
        default=None,
    )
    stance: str = spec(
        "Whether it makes a threat, carries one out, or gives way.",
        "choice",
        options=("none", "threatens", "executes", "yields"),
        default="none",
    )
    force: str = spec(
        "Chance of deliberate general war that the use of force carries.",
        "choice",
        options=("none", "contact", "limited", "strike"),
        default="none",
    )
    exit: bool = spec("Whether it leaves both sides a way out without losing face.", "yesno", default=False)
    needs: Condition = spec("When it is open.", Condition, default=Condition())
    locked: str = spec("What the player reads where it is closed.", "text", words=20, default="")
    effects: Effects = spec("What changes whatever the outcome.", Effects, default=Effects())
    outcomes: dict[str, Outcome] = spec("The results it may have.", Outcome, shape="map", least=1)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """What a side may do beside its choice, for capital."""

    label: str = spec("An order, starting with a verb.", words=8)
    does: str = spec(
        "The rule that it works by.",
        "choice",
        options=("channel", "statement", "alert", "reconnaissance", "orders", "ally"),
    )
    key: str = spec("Letter that calls it.", words=1)
    about: str = spec("What it does and risks, in a sentence or two.", "text", words=30)
    side: str = spec("Side that has it; both where left out.", "ref", to="sides", default="")
    cost: float = spec("Capital that it costs.", "number", low=0, high=9, default=1)
    cooldown: int = spec("Hours before it can be used again.", "integer", low=0, default=24)
    needs: Condition = spec("When it is open.", Condition, default=Condition())
    locked: str = spec("What the player reads where it is closed.", "text", words=20, default="")
    act: Act | None = spec("What it is to the world.", Act, default=None)
    effects: Effects = spec("What changes for the side that uses it.", Effects, default=Effects())
    text: str = spec("What the player sees happen.", "text", words=40)
    seen: str = spec(
        "What the other side sees of it, to be read after the name of who did it.", "text", words=20, default=""
    )
    standing: str = spec("documented, argued or invented.", "choice", options=STANDING, default="invented")
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Response:
    """One answer to an incident."""

    label: str = spec("An order, starting with a verb.", words=12, compulsory=True)
    consequence: str = spec("What it risks and shows.", "text", words=20)
    firm: bool = spec("Whether it answers with force ready.", "yesno", default=False)
    factor: float = spec("Multiplies the chance that the incident runs out of hand.", "number", low=0, high=4)
    act: Act | None = spec("What it is to the world.", Act, default=None)
    effects: Effects = spec("What changes.", Effects, default=Effects())
    text: str = spec("What follows where it is contained.", "text", words=60)


@dataclass(frozen=True, kw_only=True)
class Incident:
    """An accident that nobody ordered."""

    label: str = spec("Its name.", words=8)
    side: str = spec("Side whose forces it happens to.", "ref", to="sides")
    place: str = spec("Where it can come up.", "choice", options=("calendar", "standoff", "both"), default="calendar")
    weight: float = spec("How likely among those that can happen.", "number", low=0, high=100, default=1)
    visible: bool = spec("Whether it reaches the side's desk while it can still be answered.", "yesno", default=True)
    after: str = spec("Earliest moment.", "moment", default="")
    before: str = spec("Latest moment.", "moment", default="")
    alert: int = spec("Alert level that the side must have reached, 5 (any) to 1.", "integer", low=1, high=5, default=5)
    needs: Condition = spec("When it can happen.", Condition, default=Condition())
    report: str = spec("What reaches the desk and how sure it is.", "text", words=60, compulsory=True)
    sure: float = spec("How sure the report is, in percent.", "percent", low=1, high=100, default=50)
    shock: str = spec("Its jolt to tension.", "choice", options=("none", "small", "medium", "large"), default="small")
    danger: float = spec("Multiplies the chance that it runs out of hand.", "number", low=0, high=10, default=1)
    responses: dict[str, Response] = spec("Two or three answers.", Response, shape="map", most=3)
    chain: str = spec("How it leads to war, for the ending: plain words.", "text", words=60)
    note: str = spec("What really happened, with its doubt; shown in the debrief.", "text", words=60)
    disputed: bool = spec("Whether the story itself is disputed.", "yesno", default=False)
    standing: str = spec("documented, argued or invented.", "choice", options=STANDING)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")
