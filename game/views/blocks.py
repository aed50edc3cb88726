"""The dozen kinds of block that a view is made of. Painters know these kinds and never the game.

A view is a list of blocks in reading order. Every block holds plain strings, numbers and the intents it offers;
colour never carries a meaning alone, so whatever a tone says stands in the words too.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Intent:
    """Something that a person can mean: a verb and what it is about, such as ("choose", "send")."""

    verb: str
    what: str = ""


@dataclass(frozen=True)
class Action:
    """Something that can be pressed: its label, key, intent; closed where it cannot be, with the reason."""

    label: str
    key: str
    intent: Intent
    detail: str = ""
    closed: str = ""
    selected: bool = False


@dataclass(frozen=True)
class Heading:
    """A title with the small line above it (place on the left, moment on the right)."""

    text: str
    level: int = 1
    over: str = ""
    aside: str = ""


@dataclass(frozen=True)
class Prose:
    """Running text. tone: plain, brief (the room speaks, serif), second (quieter), warning, closing (an ending)."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Document:
    """A paper that looks like a paper. head holds (label, value) lines; paragraphs are parted by an empty line."""

    title: str
    kind: str
    head: tuple[tuple[str, str], ...]
    text: str
    foot: str = ""
    stamp: str = ""


@dataclass(frozen=True)
class Advice:
    """One adviser's line; side colours the bar; reason is empty until asked for."""

    name: str
    office: str
    says: str
    side: str
    reason: str = ""


@dataclass(frozen=True)
class Choices:
    """A question's answers. layout "list" is one under the other, "row" side by side."""

    actions: tuple[Action, ...]
    title: str = ""
    layout: str = "list"


@dataclass(frozen=True)
class Gauge:
    """One meter: value and bounds; note says what no bar can ("suggested 3"). side is whose it is, or ""."""

    label: str
    value: float
    low: float = 0.0
    high: float = 100.0
    text: str = ""
    note: str = ""
    side: str = ""


@dataclass(frozen=True)
class Meters:
    """Small gauges together."""

    gauges: tuple[Gauge, ...]
    title: str = ""


@dataclass(frozen=True)
class Lead:
    """The number that worries you: large figure, what it is, what it did lately."""

    label: str
    figure: str
    note: str = ""
    tone: str = "attention"


@dataclass(frozen=True)
class Line:
    """One row of a ledger: a cause and by how much; shown as words where there is no number."""

    cause: str
    amount: str = ""
    tone: str = "plain"


@dataclass(frozen=True)
class Ledger:
    """Causes and amounts, the last or largest first."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Series:
    """One curve: points (x, y), x in hours from the start; style solid, dashed; tone you, history, usa, ussr."""

    name: str
    points: tuple[tuple[float, float], ...]
    style: str = "solid"
    tone: str = "attention"


@dataclass(frozen=True)
class Mark:
    """A labelled place on a chart."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Chart:
    """Curves over time with horizontal thresholds (value, label) and time ticks (x, label). text says it in words."""

    title: str
    series: tuple[Series, ...]
    thresholds: tuple[tuple[float, str], ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    low: float = 0.0
    high: float = 100.0
    text: str = ""


@dataclass(frozen=True)
class Step:
    """One rung of a ladder, as drawn: here is where the side stands, guessed where that is not certain."""

    number: int
    label: str
    here: bool = False
    guessed: bool = False


@dataclass(frozen=True)
class Ladder:
    """One side's ladder in a standoff, highest rung first."""

    side: str
    name: str
    steps: tuple[Step, ...]
    note: str = ""


@dataclass(frozen=True)
class Ladders:
    """Both ladders with what stands between them: leads and lines read between the two."""

    left: Ladder
    right: Ladder
    between: tuple[Lead | Meters | Ledger | Prose, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows under column heads; the first column is the row's name, unless the columns are even: two of a kind."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    even: bool = False


@dataclass(frozen=True)
class Moment:
    """One entry of a timeline; intent is empty where one cannot go there."""

    when: str
    title: str
    text: str = ""
    side: str = ""
    action: Action | None = None
    here: bool = False


@dataclass(frozen=True)
class Timeline:
    """Entries by date."""

    title: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Actions:
    """Things to press beside the question: instruments, papers, pages. filled/of draw the capital as dots."""

    actions: tuple[Action, ...]
    title: str = ""
    filled: int = 0
    of: int = 0
    align: str = "left"


Block = (
    Heading
    | Prose
    | Document
    | Advice
    | Choices
    | Meters
    | Lead
    | Ledger
    | Chart
    | Ladders
    | Table
    | Timeline
    | Actions
)


@dataclass(frozen=True)
class View:
    """One screen: the rail (instrument panel on the left, empty on some screens), the room, and the foot's actions.

    name says what kind of screen it is (title, setup, decision, standoff, ...) for tests and for layouts that
    a painter chooses by it; default is the intent of Enter; back that of Escape; quiet screens (war) have no rail.
    """

    name: str
    title: str
    room: tuple[Block, ...]
    rail: tuple[Block, ...] = ()
    foot: tuple[Actions, ...] = ()
    default: Intent | None = None
    back: Intent | None = None
    side: str = ""
    notice: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    def actions(self) -> tuple[Action, ...]:
        """Every action on the screen, in reading order."""
        found: list[Action] = []
        for block in (*self.rail, *self.room, *self.foot):
            if isinstance(block, Choices | Actions):
                found += block.actions
            elif isinstance(block, Timeline):
                found += [m.action for m in block.moments if m.action]
        return tuple(found)
