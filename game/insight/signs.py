"""Do acts point where the studies of the crises say? Each scored option's act alone, beside its tension score.

The scores (-3 to 3, a judgement) are in game/data/scored_options.csv; which choice of which scenario plays an option is
in game/data/scored/SCENARIO.csv, with a reason where the act points elsewhere on purpose.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game import resources
from game.engine.acts import apply
from game.engine.draft import Cause, Draft
from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.tension import tension
from game.engine.time import pass_time
from game.engine.worlds import SIDES, Worlds
from game.insight.many import seeds
from game.minds.roster import make
from game.minds.walk import walk
from game.model.people import SIDES as NAMES
from game.model.scenario import Scenario
from game.model.tables import Stage, Tables
from game.model.when import Act
from game.scenario.bundles import Branch, Maker
from game.scenario.cameo import weights
from game.scenario.compile import compile_scenario

#: A score of 0 is met where the act moves tension by fewer points than this.
SMALL = 2.0
#: Studies that score the options of several scenarios.
SHARED = ("berlin", "interlude")


@dataclass(frozen=True)
class Scored:
    """One option of a study: which, its tension score (-3 to 3), and the choice that plays it (empty: none does)."""

    dossier: str
    option: str
    score: int
    entry: str
    choice: str
    reason: str


@dataclass(frozen=True)
class Sign:
    """A scored option beside what its act alone does to tension, in points, in the world in which it is asked."""

    told: Scored
    points: float

    @property
    def agrees(self) -> bool:
        """Whether the act points where the score does; a score of 0 asks for a small act."""
        if self.told.score == 0:
            return abs(self.points) < SMALL
        return self.points * self.told.score > 0


def scored(scenario_id: str) -> list[Scored]:
    """The scored options of a scenario; none where it has no file. Raises KeyError for one that no study scores."""
    path = resources.data("scored") / f"{scenario_id}.csv"
    scores = _scores(scenario_id)
    return [_scored(row, scores) for row in _rows(path)] if path.is_file() else []


def _scored(row: dict[str, str], scores: dict[tuple[str, str], int]) -> Scored:
    score = scores[row["dossier"], row["option"]]
    return Scored(row["dossier"], row["option"], score, row["entry"], row["choice"], row["reason"])


def _scores(scenario_id: str) -> dict[tuple[str, str], int]:
    """Scores by decision and option, from the study of that crisis or from one that covers several scenarios."""
    rows = _rows(resources.data("scored_options.csv"))
    told = sorted(
        (row for row in rows if row["scenario"] in (*SHARED, scenario_id)),
        key=lambda row: row["scenario"] == scenario_id,
    )
    return {(row["decision"], row["option"]): int(row["tension"]) for row in told}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def signs(scenario: Scenario) -> list[Sign]:
    """Every scored option that a scenario plays, with what its act does."""
    tables = compile_scenario(scenario)
    told, mornings = [one for one in scored(scenario.id) if one.entry], _mornings(scenario, tables)
    return [Sign(one, _points(scenario, tables, mornings, one)) for one in told]


def _mornings(scenario: Scenario, tables: Tables) -> dict[str, Worlds]:
    """One world on the historical path as it is when each entry comes up."""
    found: dict[str, Worlds] = {}

    def watch(stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        found.setdefault(tables.entries[stage.entry].id, worlds)

    minds = make("history", scenario, tables, 0), make("history", scenario, tables, 1)
    walk(tables, start(tables, seeds(1)), minds, fated=True, watch=watch)
    return found


def _points(scenario: Scenario, tables: Tables, mornings: dict[str, Worlds], told: Scored) -> float:
    """Points of tension that the act alone brings; a secret one is taken as it is once it is known."""
    decision = scenario.decisions[told.entry]
    act = decision.choices[told.choice].act
    if act is None:
        return 0.0
    draft = Draft(tables, mornings[told.entry].rows, recording=False)
    pass_time(draft, next(entry.minute for entry in tables.entries if entry.id == told.entry))
    before = float(tension(tables.parameters, draft.rows)[0])
    bundle = Maker(scenario, weights(), tables.parameters).bundle(
        [Branch("act", NAMES.index(decision.side), (_known(act),))]
    )
    apply(draft, bundle, 0, Cause("choice", told.entry, side=SIDES.index(decision.side)))
    return float(tension(tables.parameters, draft.rows)[0]) - before


def _known(act: Act) -> Act:
    return replace(act, publicity="public") if act.publicity == "secret" else act


def missing(scenario: Scenario) -> Iterator[str]:
    """Scored options that name an entry or choice that the scenario has not."""
    for one in scored(scenario.id):
        if one.entry and one.choice not in getattr(scenario.decisions.get(one.entry), "choices", {}):
            yield f"{one.dossier}{one.option}: {one.entry}/{one.choice}"
