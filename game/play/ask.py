"""Ask: one question to one person, in ids and words. Built from the engine's prompt and the scenario's texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.prompts import Prompt
from game.engine.single import first, number, open_choices, open_tools
from game.engine.worlds import Worlds
from game.model.choosing import Instrument
from game.model.identity import identity
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.model.tables import IncidentTable, StandoffTable, Tables
from game.play.moves import Move, open_reason, reply_moves, round_moves
from game.play.wording import whole
from game.problems import MoveError

KINDS = {"move": "decision", "incident": "incident", "round": "round", "reply": "reply", "alarm": "alarm"}


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen. index is the engine's; closed says why it cannot be chosen now, or is empty."""

    id: str
    index: int
    label: str
    detail: str = ""
    closed: str = ""
    key: str = ""
    cost: float = 0.0


@dataclass(frozen=True)
class Ask:
    """One question. kind is decision, incident, round, reply or alarm; subject names an incident."""

    side: str
    kind: str
    entry: str
    round: int
    minute: int
    options: tuple[Option, ...]
    tools: tuple[Option, ...] = ()
    subject: str = ""

    def find(self, choice: str) -> Option:
        """The open option that an id, or the beginning of one, names. Raises MoveError."""
        return _find(choice, self.options, "choice")

    def find_tool(self, tool: str) -> Option:
        """The open instrument that an id, or the beginning of one, names. Raises MoveError."""
        return _find(tool, self.tools, "instrument")

    @property
    def open(self) -> tuple[Option, ...]:
        """The options that can be chosen."""
        return tuple(option for option in self.options if not option.closed)


def _find(wanted: str, options: tuple[Option, ...], what: str) -> Option:
    exact = [option for option in options if option.id == wanted]
    near = exact or [option for option in options if wanted and option.id.startswith(wanted)]
    listed = ", ".join(option.id for option in options if not option.closed) or "none"
    if not near and wanted.startswith("offer:"):
        raise MoveError("this offer cannot be made", "choose one or two terms; some cannot be promised in public")
    if not near:
        raise MoveError(f"there is no {what} '{wanted}' here", f"open now: {listed}")
    if len(near) > 1:
        raise MoveError(f"'{wanted}' could be {' or '.join(option.id for option in near[:4])}", f"open now: {listed}")
    if near[0].closed:
        raise MoveError(f"'{near[0].id}' is closed: {near[0].closed}", f"open now: {listed}")
    return near[0]


def ask(scenario: Scenario, tables: Tables, worlds: Worlds, prompt: Prompt, side: int) -> Ask:
    """The question that a prompt puts to one side of a single world."""
    entry = tables.entries[prompt.stage.entry]
    incident = incident_of(tables, worlds) if prompt.stage.kind in ("incident", "alarm") else None
    return Ask(
        side=SIDES[side],
        kind=KINDS[prompt.stage.kind],
        entry=entry.id,
        round=prompt.stage.round,
        minute=int(number(worlds, "now")),
        options=tuple(_options(scenario, tables, worlds, prompt, side)),
        tools=tuple(_tools(scenario, tables, worlds, prompt, side)),
        subject=incident.id if incident else "",
    )


def incident_of(tables: Tables, worlds: Worlds) -> IncidentTable | None:
    """The incident that a single world is in, or none."""
    index = first(worlds["incident"])
    return tables.incidents[index] if index >= 0 else None


def move_ids(tables: Tables, worlds: Worlds, prompt: Prompt, side: int) -> list[str]:
    """The ids of a prompt's choices in the engine's order; what records and codes hold."""
    entry, kind = tables.entries[prompt.stage.entry], prompt.stage.kind
    if kind in ("incident", "alarm"):
        incident = incident_of(tables, worlds)
        return list(incident.responses) if incident else []
    if isinstance(entry.what, StandoffTable):
        found = round_moves(entry.what) if kind == "round" else reply_moves(worlds, side)
        return [move.id for move in found]
    return list(getattr(entry.what, "choices", ()))


def _options(scenario: Scenario, tables: Tables, worlds: Worlds, prompt: Prompt, side: int) -> Iterator[Option]:
    open_ = open_choices(prompt, side)
    entry, kind = tables.entries[prompt.stage.entry], prompt.stage.kind
    if kind in ("incident", "alarm"):
        return _mixed(entry.id, _responses(scenario, tables, worlds, open_))
    if isinstance(entry.what, StandoffTable):
        found = round_moves(entry.what) if kind == "round" else reply_moves(worlds, side)
        return _standoff(scenario, entry.id, worlds, side, found, open_)
    return _mixed(entry.id, _choices(scenario, entry.id, open_))


def _mixed(entry: str, options: Iterator[Option]) -> Iterator[Option]:
    return iter(sorted(options, key=lambda option: rank(entry, option.id)))


def rank(entry: str, name: str) -> int:
    """Options are listed by their ids alone: who writes a decision tends to begin with what was really done."""
    return identity(f"{entry}/{name}")


def _choices(scenario: Scenario, entry: str, open_: tuple[bool, ...]) -> Iterator[Option]:
    for index, (name, choice) in enumerate(scenario.decisions[entry].choices.items()):
        closed = "" if open_[index] else choice.locked or "not open now"
        yield Option(name, index, choice.label, choice.consequence, closed)


def _responses(scenario: Scenario, tables: Tables, worlds: Worlds, open_: tuple[bool, ...]) -> Iterator[Option]:
    incident = incident_of(tables, worlds)
    for index, (name, response) in enumerate(scenario.incidents[incident.id].responses.items() if incident else ()):
        yield Option(name, index, response.label, response.consequence, "" if open_[index] else "not open now")


def _standoff(
    scenario: Scenario, entry: str, worlds: Worlds, side: int, moves: list[Move], open_: tuple[bool, ...]
) -> Iterator[Option]:
    for index, move in enumerate(moves):
        closed = "" if open_[index] else open_reason(move, worlds, side)
        label, detail = move.words(scenario, entry, worlds, SIDES[side])
        yield Option(move.id, index, label, detail, closed)


def _tools(scenario: Scenario, tables: Tables, worlds: Worlds, prompt: Prompt, side: int) -> Iterator[Option]:
    """The instruments that a side has, where the question lets it use one."""
    if prompt.stage.kind not in ("move", "round"):
        return
    open_ = open_tools(prompt, side)
    for index, table in enumerate(tables.instruments):
        if table.sides[side]:
            told = scenario.instruments[table.id]
            closed = "" if open_[index] else _tool_closed(told, table.cost, worlds, side, table.id)
            yield Option(table.id, index, told.label, told.about, closed, told.key, told.cost)


def _tool_closed(told: Instrument, cost: float, worlds: Worlds, side: int, name: str) -> str:
    """Why an instrument cannot be used now."""
    own = SIDES[side]
    if told.does == "channel" and number(worlds, "channel"):
        return "the channel is open"
    if number(worlds, f"capital/{own}") < cost:
        return f"costs {cost:g}, and you have {whole(number(worlds, f'capital/{own}'))}"
    used = number(worlds, f"used/{own}/{name}")
    if used and number(worlds, "now") - used < told.cooldown * 60:
        hours = -(-(told.cooldown * 60 - (number(worlds, "now") - used)) // 60)
        return f"used already; again in {hours:g} hours"
    return told.locked or "not open now"
