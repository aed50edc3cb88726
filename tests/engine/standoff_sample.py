"""A tiny crisis that is one standoff on a bridge, built without files, and helpers to play it move by move."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from game.engine.draft import Trace
from game.engine.prompts import Moves, Prompt, prompt
from game.engine.standoff import BACK, CLIMB, HOLD, OFFER
from game.engine.step import start, step
from game.engine.worlds import SIDES, Worlds
from game.model.choosing import Incident, Instrument, Response
from game.model.entries import Advice, Party, Result, Round, Rung, Standoff, StandoffPast, Term
from game.model.people import Leader, Meter, Side
from game.model.scenario import Ending, Scenario
from game.model.tables import RESULTS, Stage, StandoffTable, Tables
from game.model.when import Act, Condition, Effects
from game.scenario.compile import compile_scenario

PUBLIC_BOTH_PULL, PRIVATE_BOTH_PULL = "public both-pull", "private both-pull"
ADVICE = (Advice(name="A", says="Hold.", reason="He is tired."), Advice(name="B", says="Go.", reason="She is not."))
TRAITS = dict.fromkeys(("risk", "patience", "domestic", "ally", "cred", "nuke", "bluff", "flex"), 50.0)


def _party(rival: str, rungs: int) -> Party:
    ladder = tuple(Rung(label=f"Rung {k}", act=Act(code="150", on=rival, salience=0.3)) for k in range(rungs))
    return Party(brief="Tanks stand on the bridge.", rungs=ladder, retreat="Turn round", advice=ADVICE)


def _incident(side: str, visible: bool = True) -> Incident:
    answers = {
        "calm": Response(label="Wait", consequence="", factor=0.5, text=""),
        "firm": Response(label="Aim", consequence="", firm=True, factor=1.6, text=""),
    }
    return Incident(
        label="A shot",
        side=side,
        place="standoff",
        visible=visible,
        report="A shot.",
        responses=answers,
        chain="",
        note="",
        standing="invented",
    )


def scenario(contact: str = "medium", exposure: str = "known", rungs: tuple[int, int] = (5, 5)) -> Scenario:
    """The bridge; rungs are the lengths of both ladders."""
    sides = {
        side: Side(
            name=side,
            leader=side,
            seat="",
            goal="",
            standing=f"home-{side}",
            alliance=f"allies-{side}",
            capital=6.0,
            wants={},
            aims={},
        )
        for side in SIDES
    }
    terms = {
        "pull": Term(label="Both pull back", usa="+", ussr="+"),
        "give": Term(label="Washington gives way", usa="--", ussr="++"),
        "secret": Term(label="A word between two men", usa="+", ussr="0", private_only=True),
    }
    results = {
        name: Result(text=name, effects=Effects(meters={"bridge": 5.0}) if name == "deal" else Effects())
        for name in RESULTS
    }
    bridge = Standoff(
        at="1958-01-01 12:00",
        place="A bridge",
        title="Tanks",
        rounds=6,
        hours=2,
        contact=contact,
        exposure=exposure,
        sides={"usa": _party("ussr", rungs[0]), "ussr": _party("usa", rungs[1])},
        terms=terms,
        results=results,
        history=StandoffPast(
            rounds=(Round(usa="hold", ussr="climb"), Round(usa="hold", ussr="back")), result="both-back", note=""
        ),
    )
    names = [f"{kind}-{side}" for kind in ("home", "allies") for side in SIDES] + ["bridge"]
    tools = {
        does: Instrument(label=does, does=does, key=does[0], about="", text="", cooldown=0)
        for does in ("channel", "statement", "alert", "reconnaissance", "orders", "ally")
    }
    return Scenario(
        format=1,
        id="bridge",
        title="Bridge",
        question="?",
        about="",
        minutes=5,
        starts="1958-01-01",
        ends="1958-01-03",
        sides=sides,
        meters={name: Meter(label=name, start=60.0) for name in names},
        standoffs={"bridge": bridge},
        incidents={
            "shot-west": _incident("usa"),
            "shot-east": _incident("ussr"),
            "unseen": _incident("usa", visible=False),
        },
        instruments=tools,
        leaders={side: Leader(name=side, side=side, about="", **TRAITS) for side in SIDES},
        endings={
            "war": Ending(title="War", text="", kind="war", when=Condition(flags=())),
            "over": Ending(title="Over", text="", kind="settled"),
        },
    )


@cache
def tables(contact: str = "medium", exposure: str = "known", rungs: tuple[int, int] = (5, 5)) -> Tables:
    """The bridge compiled."""
    return compile_scenario(scenario(contact, exposure, rungs))


def standoff_of(told: Tables) -> StandoffTable:
    """Its standoff."""
    what = told.entries[0].what
    assert isinstance(what, StandoffTable)
    return what


def package(told: Tables, *terms: str, private: bool = False) -> int:
    """The choice that offers these terms."""
    what = standoff_of(told)
    places = sorted(what.terms.index(term) for term in terms)
    wanted = (places[0], places[1] if len(places) > 1 else -1, int(private))
    return OFFER + what.packages.index(wanted)


def opened(told: Tables, count: int = 1, **rows: object) -> Worlds:
    """Worlds in which the standoff has just opened, with some rows set (height_usa=2 sets height/usa)."""
    worlds = step(told, start(told, np.arange(1, count + 1, dtype=np.uint64)), told.stages[0], nobody(count))[0]
    return changed(worlds, **rows)


def changed(worlds: Worlds, **rows: object) -> Worlds:
    """The same worlds with some rows set."""
    new = {_row(worlds, name): value for name, value in rows.items()}
    told = {name: np.full(worlds.count, value).astype(worlds[name].dtype) for name, value in new.items()}
    return Worlds({**worlds.rows, **told})


def _row(worlds: Worlds, name: str) -> str:
    return name if name in worlds.rows else name.replace("_", "/", 1)


def nobody(count: int) -> Moves:
    """No answers."""
    none = np.full(count, -1, np.int8)
    return Moves((none, none), (none, none))


def stage(told: Tables, kind: str, round_: int = 0) -> Stage:
    """A stage of the bridge."""
    return next(s for s in told.stages if s.kind == kind and (s.round == round_ or kind in ("open", "close", "finish")))


def ask(told: Tables, worlds: Worlds, kind: str, round_: int = 0) -> Prompt | None:
    """What is asked there."""
    return prompt(told, worlds, stage(told, kind, round_))


def do(
    told: Tables,
    worlds: Worlds,
    kind: str,
    answers: tuple[int, int] = (-1, -1),
    round_: int = 0,
    tools: Mapping[int, str] | None = None,
    fated: bool = False,
) -> Worlds:
    """The worlds after a stage in which every world answers alike."""
    return traced(told, worlds, kind, answers, round_, tools, fated)[0]


def traced(
    told: Tables,
    worlds: Worlds,
    kind: str,
    answers: tuple[int, int] = (-1, -1),
    round_: int = 0,
    tools: Mapping[int, str] | None = None,
    fated: bool = False,
) -> tuple[Worlds, Trace]:
    """The same, with the trace."""
    names = [tool.id for tool in told.instruments]
    used = [names.index(tools[side]) if tools and side in tools else -1 for side in (0, 1)]
    choice, tool = ((np.full(worlds.count, a, np.int8), np.full(worlds.count, b, np.int8)) for a, b in (answers, used))
    return step(told, worlds, stage(told, kind, round_), Moves(choice, tool, fated), recording=True)


def round_of(
    told: Tables, worlds: Worlds, moves: tuple[int, int], replies: tuple[int, int] = (0, 0), round_: int = 0
) -> Worlds:
    """A whole round, its alarms answered calmly."""
    worlds = do(told, worlds, "round", moves, round_)
    return do(told, do(told, worlds, "reply", replies, round_), "alarm", (0, 0), round_)


def result(worlds: Worlds) -> str:
    """How it ended in the first world; empty while it goes on."""
    number = int(worlds["result/bridge"][0])
    return RESULTS[number - 1] if number else ""


def home(worlds: Worlds, side: str) -> float:
    """A leader's standing in the first world, beside its start of 60."""
    return float(worlds[f"meter/home-{side}"][0]) - 60.0


__all__ = ["BACK", "CLIMB", "HOLD", "OFFER"]
