"""The trace in words: one source for every ledger line and every "what happened".

A reader ("usa", "ussr", or "" for somebody who may know everything) gets only what the happening says it may know.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.when import Act
from game.play.happenings import Happening, Moved
from game.play.moves import read_move
from game.play.wording import head, inside

#: What the other side sees of an act, by the first two figures of its CAMEO code.
ACTS = {
    "01": "speaks in public about {on}", "02": "appeals to {on}", "03": "offers {on} to work together",
    "04": "talks with {on}", "05": "gives {on} its support", "06": "works with {on}", "07": "sends help to {on}",
    "08": "gives way to {on}", "09": "looks into what {on} does", "10": "makes demands of {on}",
    "11": "speaks against {on}", "12": "turns {on} down", "13": "threatens {on}", "14": "protests against {on}",
    "15": "moves forces where {on} can see them", "16": "breaks off with {on}", "17": "puts pressure on {on}",
    "18": "strikes at {on}", "19": "uses its troops against {on}", "20": "turns its weapons on the people of {on}",
}  # fmt: skip
UNKNOWN = "Something you were not told of"
ROWS = {"channel": "The back channel", "settled": "The issue is settled"}


@dataclass(frozen=True)
class Told:
    """A line of a ledger: cause in words, what moved, by how much (points, one decimal at most)."""

    cause: str
    what: str
    amount: float


def ledger(scenario: Scenario, happening: Happening, reader: str) -> tuple[Told, ...]:
    """Every number that a reader saw move, with its cause. Changes of less than half a point are left out."""
    cause = cause_words(scenario, happening, reader)
    told = [Told(cause, label, points) for label, points in _sums(scenario, happening, reader)]
    return tuple(line for line in told if abs(line.amount) >= 0.5)


def _sums(scenario: Scenario, happening: Happening, reader: str) -> list[tuple[str, float]]:
    sums: dict[str, float] = {}
    for moved in happening.numbers(reader):
        label = row_label(scenario, moved)
        if label:
            sums[label] = sums.get(label, 0.0) + moved.amount * _scale(moved.row)
    return list(sums.items())


def _scale(row: str) -> float:
    """Probabilities are told in points of a hundred."""
    return 100.0 if row.startswith(("thinks/", "belief/", "trust/")) else 1.0


def row_label(scenario: Scenario, moved: Moved) -> str:
    """A row's name for people; empty where it is not worth a line."""
    kind, _, rest = moved.row.partition("/")
    if moved.row == "tension":
        return "Tension"
    if kind == "meter":
        return scenario.meters[rest].label
    if kind == "relation":
        one, _, other = rest.partition(">")
        return f"{name_of(scenario, one)} towards {name_of(scenario, other)}"
    if kind == "capital":
        return "Political capital"
    if kind == "order":
        return f"{name_of(scenario, rest)}'s alert (5 is calm)"
    if kind == "thinks":
        return f"{name_of(scenario, _rival(rest))} will not give way, in 100"
    return ""


def name_of(scenario: Scenario, who: str) -> str:
    """A side's or actor's name."""
    if who in scenario.sides:
        return scenario.sides[who].name
    return scenario.actors[who].name if who in scenario.actors else who


def _rival(side: str) -> str:
    return SIDES[1 - SIDES.index(side)]


def cause_words(scenario: Scenario, happening: Happening, reader: str) -> str:
    """Why it happened, in a few words for a ledger, as the reader may know it."""
    if not happening.known_to(reader):
        return UNKNOWN
    maker = _CAUSES.get(happening.kind)
    return maker(scenario, happening, reader) if maker else happening.kind.capitalize()


def _choice(scenario: Scenario, happening: Happening, reader: str) -> str:
    cause = happening.cause
    choice = scenario.decisions[cause.what].choices[cause.part.partition("/")[0]]
    if own_deed(happening, reader):
        return choice.label
    news = news_of(scenario, happening)
    return head(news) if news else order_words(scenario, choice.act, choice.label, SIDES[cause.side])


def news_of(scenario: Scenario, happening: Happening) -> str:
    """What the other side is told of a choice; empty where the scenario has no words for it."""
    return scenario.news.get(f"{happening.cause.what}/{happening.cause.part.partition('/')[0]}", "")


def order_words(scenario: Scenario, act: Act | None, label: str, side: str) -> str:
    """An order as others know it: in its own words where it is public, else in outline."""
    if act is not None and act.publicity == "public" and not act.by:
        return f"{name_of(scenario, side)}: {inside(label)}"
    return act_words(scenario, act, side)


def own_deed(happening: Happening, reader: str) -> bool:
    """Whether the reader did it, or may read it as its doer does."""
    return not reader or happening.cause.side < 0 or SIDES[happening.cause.side] == reader


def act_words(scenario: Scenario, act: Act | None, side: str) -> str:
    """What others see of an act: "Moscow threatens Britain"."""
    actor = name_of(scenario, (act.by if act else "") or side)
    if act is None:
        return f"{actor} decides something"
    # A shared act is done to "rival": the other side, whichever it is.
    target = _rival(side) if act.on == "rival" else act.on
    return f"{actor} {ACTS[act.code[:2]].format(on=name_of(scenario, target))}"


def instrument_words(scenario: Scenario, happening: Happening, reader: str) -> str:
    """What was used, as the reader may know it."""
    told = scenario.instruments[happening.cause.part or happening.cause.what]
    if own_deed(happening, reader):
        return told.label
    who = name_of(scenario, SIDES[happening.cause.side])
    return f"{who} {head(told.seen)}" if told.seen else f"{who}: {inside(told.label)}"


def _response(scenario: Scenario, happening: Happening, reader: str) -> str:
    incident = scenario.incidents[happening.cause.what]
    response = incident.responses.get(happening.cause.part)
    if not own_deed(happening, reader):
        if response is None or response.act is None:
            return UNKNOWN
        return act_words(scenario, response.act, SIDES[happening.cause.side])
    return response.label if response else incident.label


def _incident(scenario: Scenario, happening: Happening, reader: str) -> str:
    return scenario.incidents[happening.cause.what].label


def _event(scenario: Scenario, happening: Happening, reader: str) -> str:
    event = scenario.events[happening.cause.what]
    if event.effects.shock and len(event.effects.shock.reason) < 60:
        return event.effects.shock.reason.rstrip(".")
    return event.title


def _timer(scenario: Scenario, happening: Happening, reader: str) -> str:
    return scenario.timers[happening.cause.what].about.rstrip(".")


def _time(scenario: Scenario, happening: Happening, reader: str) -> str:
    return "Time passes"


def _flow(scenario: Scenario, happening: Happening, reader: str) -> str:
    return scenario.meters[happening.cause.what].flows[int(happening.cause.part)].reason.rstrip(".")


def _report(scenario: Scenario, happening: Happening, reader: str) -> str:
    return scenario.reports[happening.cause.what].origin


def _rung(scenario: Scenario, happening: Happening, reader: str) -> str:
    cause = happening.cause
    side = SIDES[cause.side]
    rungs = scenario.standoffs[cause.what].sides[side].rungs
    label = rungs[int(cause.part)].label if cause.part.isdigit() and int(cause.part) < len(rungs) else "Climbs"
    return label if reader == side else f"{name_of(scenario, side)}: {inside(label)}"


def _result(scenario: Scenario, happening: Happening, reader: str) -> str:
    return result_words(scenario, happening.cause.part)


def result_words(scenario: Scenario, result: str) -> str:
    """How a standoff ended, in a few words."""
    return RESULT_WORDS[result].format(usa=scenario.sides["usa"].name, ussr=scenario.sides["ussr"].name)


def _offer(scenario: Scenario, happening: Happening, reader: str) -> str:
    side = SIDES[happening.cause.side]
    return "Your offer" if side == reader else f"{name_of(scenario, side)} makes an offer"


def _retreat(scenario: Scenario, happening: Happening, reader: str) -> str:
    side = SIDES[happening.cause.side]
    return "Your step back" if side == reader else f"{name_of(scenario, side)} steps back"


def _refusal(scenario: Scenario, happening: Happening, reader: str) -> str:
    side = SIDES[happening.cause.side]
    return "Your refusal" if side == reader else f"{name_of(scenario, side)} refuses"


def _deal(scenario: Scenario, happening: Happening, reader: str) -> str:
    return "The bargain"


def _rest(scenario: Scenario, happening: Happening, reader: str) -> str:
    return "Your people have their hands free again"


def _sign(scenario: Scenario, happening: Happening, reader: str) -> str:
    return "What your people saw"


RESULT_WORDS = {
    "usa-backs": "{usa} steps back alone",
    "ussr-backs": "{ussr} steps back alone",
    "both-back": "Both step back",
    "deal": "An offer is accepted",
    "dawn": "Nobody gives way",
}


def _war(scenario: Scenario, happening: Happening, reader: str) -> str:
    return "Control is lost"


_CAUSES = {
    "choice": _choice, "instrument": instrument_words, "response": _response, "incident": _incident, "event": _event,
    "timer": _timer, "time": _time, "flow": _flow, "report": _report, "rung": _rung, "result": _result, "war": _war,
    "offer": _offer, "retreat": _retreat, "refusal": _refusal, "deal": _deal, "sign": _sign, "rest": _rest,
}  # fmt: skip


def side_move(scenario: Scenario, entry: str, side: str, move: str, height: int, reader: str) -> str:
    """A standoff's move in a sentence: "You held." or "Moscow climbed: lorries across the street."."""
    who = "You" if side == reader else name_of(scenario, side)
    told, found = scenario.standoffs[entry], read_move(move)
    if found.kind == "climb":
        label = told.sides[side].rungs[min(height, len(told.sides[side].rungs) - 1)].label
        return f"{who} climbed: {inside(label)}."
    if found.kind == "offer":
        labels = [told.terms[term].label for term in found.terms]
        terms = ", and ".join(inside(label) for label in labels)
        return f"{who} offered, {'in private' if found.private else 'in public'}: {terms}."
    return f"{who} {PAST[found.kind]}."


PAST = {
    "hold": "held", "back": "stepped back", "accept": "accepted", "refuse": "refused",
    "follow": "stepped back too", "stand": "stayed, and let the other side leave alone",
}  # fmt: skip
