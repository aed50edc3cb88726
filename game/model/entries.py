"""The calendar: decisions, standoffs and events, each with a date and a condition."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.choosing import STANDING, Choice
from game.model.people import SIDES
from game.model.spec import spec
from game.model.when import Act, Condition, Effects, Range


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One adviser's line, and on request the reason behind it."""

    name: str = spec("The adviser.", words=5, example="Mikoyan")
    office: str = spec("Their office or place, on first sight.", words=6, default="")
    says: str = spec("What they say; they want something.", "text", words=20, compulsory=True)
    reason: str = spec("The fact or fear behind it, and the interest.", "text", words=60)
    favours: str = spec("Choice that they favour.", "line", default="")
    said: bool = spec("Whether these words were really said (then with a source).", "yesno", default=False)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The document behind a decision, opened on request."""

    kind: str = spec("What it looks like.", "choice", options=("memo", "cable", "minutes", "letter", "notes"))
    from_: str = spec("Who wrote it.", words=10)
    to: str = spec("Who reads it.", words=10)
    title: str = spec("Its heading.", words=10)
    text: str = spec("80-160 words; paragraphs are parted by an empty line.", "text", words=160)
    quoted: bool = spec(
        "Whether it quotes a real document; else the footer says the words are ours.", "yesno", default=False
    )
    sources: tuple[str, ...] = spec("What it rests on.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Past:
    """What was really done at this point."""

    choice: str = spec("The documented choice.", "line")
    outcome: str = spec("The outcome that came of it; the first where left out.", "line", default="")
    note: str = spec("What was done, when, why we think so, what is disputed; 40-80 words.", "text", words=80)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """An entry where one side must choose."""

    side: str = spec("Side that chooses.", "ref", to="sides")
    at: str = spec("When.", "moment", example="1956-10-23 23:00")
    place: str = spec("Where the side sits.", words=10)
    title: str = spec("What is at stake, as a question or a plain fact; 3-10 words.", words=10, compulsory=True)
    needs: Condition = spec(
        "In which worlds it opens; on the historical path where left out.", Condition, default=Condition()
    )
    brief: str = spec("Where you are, what is known, what is not, by when.", "text", words=60, compulsory=True)
    advice: tuple[Advice, ...] = spec("Two to four advisers who disagree.", Advice, shape="list", least=2, most=4)
    paper: Paper | None = spec("The document behind it.", Paper, default=None)
    choices: dict[str, Choice] = spec("What can be ordered.", Choice, shape="map", least=2, most=5)
    history: Past | None = spec(
        "What was done; none where the decision lies off the historical path.", Past, default=None
    )
    note: str = spec("Off the path: what historians say of such a turn.", "text", words=80, default="")
    sources: tuple[str, ...] = spec("Where the brief is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Event:
    """An entry that happens by itself."""

    at: str = spec("When.", "moment")
    title: str = spec("A plain fact.", words=12)
    text: str = spec("What happened, through something seen or said.", "text", words=80)
    needs: Condition = spec("In which worlds it happens.", Condition, default=Condition())
    chance: float = spec("How often, in percent, where it can.", "percent", low=0, high=100, default=100)
    acts: tuple[Act, ...] = spec("What it is to the world.", Act, shape="list")
    effects: Effects = spec("What changes.", Effects, default=Effects())
    paper: Paper | None = spec("A document that arrives with it, on a page of its own.", Paper, default=None)
    seen_by: tuple[str, ...] = spec("Sides that learn of it now.", "ref", shape="list", to="sides", default=SIDES)
    standing: str = spec("documented, argued or invented.", "choice", options=STANDING)
    end: str = spec("Ending that it leads to at once.", "ref", to="endings", default="")
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One step of a standoff's ladder."""

    label: str = spec("What one does there, a few words.", words=7, compulsory=True)
    act: Act = spec("What climbing to it is to the world.", Act)
    text: str = spec(
        "What is seen when a side climbs to it, told to both; none on the first.", "text", words=40, default=""
    )
    title: str = spec(
        "The standoff's title while this is the highest rung that anybody stands on; the old one where left out.",
        words=10,
        default="",
    )
    effects: Effects = spec(
        "What changes when a side climbs to it; nothing ever climbs to the first.", Effects, default=Effects()
    )


@dataclass(frozen=True, kw_only=True)
class Counsel(Advice):
    """An adviser's line in a standoff, and when it is said. Two or three that fit are shown in a round."""

    rounds: Range = spec("Rounds in which it is said, counted from 1; all where left out.", Range, default=Range())
    rungs: Range = spec("Rungs of the own side, counted from 1, on which it is said.", Range, default=Range())
    rival: Range = spec("Rungs of the other side, counted from 1, on which it is said.", Range, default=Range())


@dataclass(frozen=True, kw_only=True)
class Party:
    """One side of a standoff."""

    brief: str = spec("What it knows as the standoff opens.", "text", words=60, compulsory=True)
    stake: str = spec(
        "How much it has to lose and win here.", "choice", options=("low", "medium", "high"), default="medium"
    )
    rungs: tuple[Rung, ...] = spec(
        "Its ladder above the start, lowest first; the first is where it stands.", Rung, shape="list", least=3, most=7
    )
    retreat: str = spec("What stepping back looks like, in an order.", words=12)
    advice: tuple[Counsel, ...] = spec(
        "Advisers' lines; at least two must fit each round, and the first three that do are shown, one a person.",
        Counsel,
        shape="list",
        least=2,
        most=24,
    )
    refusals: tuple[str, ...] = spec(
        "Why this side refuses an offer, in its own voice; told to both sides, one after another.",
        "text",
        shape="list",
        words=20,
        most=6,
    )


@dataclass(frozen=True, kw_only=True)
class Term:
    """One thing that an offer may hold."""

    label: str = spec("What is offered, as an order.", words=12, compulsory=True)
    usa: str = spec("What it is worth to Washington.", "choice", options=("++", "+", "0", "-", "--"))
    ussr: str = spec("What it is worth to Moscow.", "choice", options=("++", "+", "0", "-", "--"))
    private_only: bool = spec("Whether it cannot be promised in public.", "yesno", default=False)
    effects: Effects = spec("What changes where a deal holds it.", Effects, default=Effects())


@dataclass(frozen=True, kw_only=True)
class Result:
    """How a standoff may end, and what follows."""

    text: str = spec("What happens, through something seen or said.", "text", words=80)
    effects: Effects = spec("What changes beside the standoff's own scores.", Effects, default=Effects())
    acts: tuple[Act, ...] = spec("Acts that come with it.", Act, shape="list")
    settles: str = spec(
        "What kind of settlement it brings.", "choice", options=("no", "tacit", "formal", "withdrawal"), default="no"
    )
    end: str = spec("Ending that it leads to at once.", "ref", to="endings", default="")


@dataclass(frozen=True, kw_only=True)
class Round:
    """What both sides did in one round of history."""

    usa: str = spec("Washington's move.", "choice", options=("hold", "climb", "offer", "back"))
    ussr: str = spec("Moscow's move.", "choice", options=("hold", "climb", "offer", "back"))


@dataclass(frozen=True, kw_only=True)
class StandoffPast:
    """How the standoff really went."""

    rounds: tuple[Round, ...] = spec("The moves, round by round.", Round, shape="list", least=1)
    result: str = spec("How it ended.", "choice", options=("usa-backs", "ussr-backs", "both-back", "deal", "dawn"))
    note: str = spec("What was done and what is disputed; 40-80 words.", "text", words=80)
    sources: tuple[str, ...] = spec("Where it is known from.", "ref", shape="list", to="sources")


@dataclass(frozen=True, kw_only=True)
class Standoff:
    """An entry that both sides play in secret, round by round, on a ladder."""

    at: str = spec("When it opens.", "moment")
    place: str = spec("Where.", words=10)
    title: str = spec("What is at stake.", words=10, compulsory=True)
    needs: Condition = spec("In which worlds it opens.", Condition, default=Condition())
    rounds: int = spec("How many rounds at most.", "integer", low=3, high=8, default=6)
    hours: int = spec("Hours that a round takes.", "integer", low=1, high=48, default=2)
    back_from: int = spec(
        "First round, counted from 1, in which a side may step back by itself.", "integer", low=1, high=3, default=1
    )
    contact: str = spec("How closely the forces touch.", "choice", options=("low", "medium", "high"), default="medium")
    exposure: str = spec("Who watches at the start.", "choice", options=("private", "known", "public"), default="known")
    sides: dict[str, Party] = spec("Both sides.", Party, shape="map", keys="sides", least=2)
    terms: dict[str, Term] = spec(
        "About six things that an offer may hold; two at most in one offer.", Term, shape="map", least=2, most=8
    )
    results: dict[str, Result] = spec(
        "What follows each way of ending: usa-backs, ussr-backs, both-back, deal, dawn.",
        Result,
        shape="map",
        keys="results",
        least=5,
    )
    history: StandoffPast | None = spec("How it really went.", StandoffPast, default=None)
    note: str = spec("Off the path: what historians say of such a turn.", "text", words=80, default="")
    sources: tuple[str, ...] = spec("Where the brief is known from.", "ref", shape="list", to="sources")
