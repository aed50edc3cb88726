"""Is it a good game? Measured with leaders on both sides on paired seeds (targets: docs/architecture.md)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.engine.holds import mask
from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.tension import tension
from game.engine.worlds import SIDES, Worlds
from game.insight.forced import Bare, Forced
from game.insight.many import seeds, shares
from game.minds.mind import Mind
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.tables import MOVES, DecisionTable, Stage, Tables

#: The targets that docs/architecture.md states.
SWING, DECISIVE_SHARE = 0.05, 0.5
MOST_TAKEN, OPEN_SHARE = 0.7, 0.7
TURN, TURNS, TURNING_SHARE = 10.0, 2, 0.6
USED = (0.03, 0.5)

#: An entry that opens in fewer worlds than this is told, but not judged.
FEWEST = 30


@dataclass(frozen=True)
class Question:
    """What one side was asked: a decision, or its move in one round of a standoff. here masks the worlds asked; taken
    is what was answered there, as a place among names; open_ says where each name's option was open.
    """

    stage: Stage
    side: int
    name: str
    names: tuple[str, ...]
    worlds: Worlds
    here: Row
    taken: Row
    open_: Row


def _question(tables: Tables, stage: Stage, worlds: Worlds, asked: Prompt, moves: Moves, side: int) -> Question:
    entry, here, choice = tables.entries[stage.entry], asked.asked[side], moves.choice[side]
    if isinstance(entry.what, DecisionTable):
        return Question(stage, side, entry.id, entry.what.choices, worlds, here, choice[here], asked.open[side])
    offers = asked.open[side][len(MOVES) :]
    open_: Row = np.concatenate([asked.open[side][: len(MOVES)], np.atleast_2d(offers.any(axis=0))])
    name = f"{entry.id}, round {stage.round + 1}"
    return Question(stage, side, name, (*MOVES, "offer"), worlds, here, np.minimum(choice, len(MOVES))[here], open_)


@dataclass(frozen=True)
class Told:
    """One decision: how often it opens, how often each choice is taken there, and by how much a choice can move the
    share of some ending (0-1). best: in which share of the worlds where it is open none serves its side's aims better.
    """

    entry: str
    side: str
    opens: float
    taken: dict[str, float]
    swing: float
    judged: bool
    best: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Drama:
    """All measures of one scenario. turning is the share of games in which tension turns often enough; aims the mean
    share of aims met by each side with and without instruments.
    """

    worlds: int
    decisions: tuple[Told, ...]
    turning: float
    tools: dict[str, float]
    aims: dict[str, tuple[float, float]]
    endings: dict[str, float]

    def verdicts(self) -> dict[str, tuple[bool, str]]:
        """Each target: whether it is met, and the figure."""
        judged = [told for told in self.decisions if told.judged]
        decisive = sum(told.swing >= SWING for told in judged) / max(len(judged), 1)
        open_ = sum(max(told.taken.values()) <= MOST_TAKEN for told in judged) / max(len(judged), 1)
        odd = [f"{tool} {share:.0%}" for tool, share in self.tools.items() if not USED[0] <= share <= USED[1]]
        gains = {side: with_ - without for side, (with_, without) in self.aims.items()}
        swing = f"{decisive:.0%} of {len(judged)} decisions move an ending by {SWING:.0%}"
        turns = f"{self.turning:.0%} of games turn {TURNS} times by {TURN:.0f} points"
        help_ = ", ".join(f"{side} {points:+.1%} of its aims" for side, points in gains.items())
        return {
            "choices matter": (decisive >= DECISIVE_SHARE, swing),
            "no choice is obvious": (open_ >= OPEN_SHARE, f"{open_:.0%} have no choice taken over {MOST_TAKEN:.0%}"),
            "tension turns": (self.turning >= TURNING_SHARE, turns),
            "instruments are used": (not odd, "; ".join(odd) or "each within 3-50 % of its opportunities"),
            "instruments help": (all(points > 0 for points in gains.values()), help_),
        }


@dataclass
class Watcher:
    """Sees a batch walk by: who is asked what, which tools are open and used, how tension turns."""

    tables: Tables
    questions: list[Question] = field(default_factory=list)
    chances: dict[str, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)
    levels: list[Row] = field(default_factory=list)

    def see(self, stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        """One stage."""
        self.levels.append(tension(self.tables.parameters, worlds.rows))
        if asked is None:
            return
        for side in (0, 1):
            self._tools(asked, moves, side)
            if asked.asked[side].any() and stage.kind in ("move", "round"):
                now = Worlds(dict(worlds.rows))  # as they are now: a walk goes on in the rows that it shows
                self.questions.append(_question(self.tables, stage, now, asked, moves, side))

    def _tools(self, asked: Prompt, moves: Moves, side: int) -> None:
        for index, tool in enumerate(self.tables.instruments):
            self.chances[tool.id] = self.chances.get(tool.id, 0) + int(asked.tools[side][index].sum())
            self.uses[tool.id] = self.uses.get(tool.id, 0) + int((moves.tool[side] == index).sum())


def measure(tables: Tables, minds: tuple[Mind, Mind], count: int = 1500, first: int = 1) -> Drama:
    """Play the games and measure them; count worlds, and from each decision on at most a third as many a choice."""
    watcher = Watcher(tables)
    final = walk(tables, start(tables, seeds(count, first)), minds, watch=watcher.see)
    told = tuple(_told(tables, minds, question, count) for question in watcher.questions)
    used = {tool: watcher.uses[tool] / chances for tool, chances in watcher.chances.items() if chances}
    return Drama(
        count, told, _turning(watcher.levels), used, _aims_by_tools(tables, minds, count, first), shares(tables, final)
    )


def _told(tables: Tables, minds: tuple[Mind, Mind], question: Question, count: int) -> Told:
    spread = {name: float((question.taken == place).mean()) for place, name in enumerate(question.names)}
    judged = int(question.here.sum()) >= FEWEST
    swing, best = _forced(tables, minds, question, count // 3) if judged else (0.0, {})
    return Told(question.name, SIDES[question.side], float(question.here.mean()), spread, swing, judged, best)


def _forced(tables: Tables, minds: tuple[Mind, Mind], question: Question, most: int) -> tuple[float, dict[str, float]]:
    """Every option on the same worlds: the swing of the endings, and how often each is best for its side."""
    places = np.flatnonzero(question.here)[:most]
    worlds = Worlds({name: question.worlds[name][places] for name in question.worlds})
    rest, finals = tables.stages[tables.stages.index(question.stage) :], list[Worlds]()
    for option in range(len(question.names)):
        forced: list[Mind] = [minds[0], minds[1]]
        forced[question.side] = Forced(question.stage, question.side, option, minds[question.side])
        finals.append(walk(tables, worlds, (forced[0], forced[1]), stages=rest))
    able = question.open_[:, places]
    return _swing([final["ending"] for final in finals], able), _best(tables, question, finals, able)


def _swing(finals: list[Row], able: Row) -> float:
    """The largest difference in an ending's share between two options, where both are open."""
    pairs = [(one, two) for one in range(len(finals)) for two in range(one)]
    return max((_gap(finals[one], finals[two], able[one] & able[two]) for one, two in pairs), default=0.0)


def _best(tables: Tables, question: Question, finals: list[Worlds], able: Row) -> dict[str, float]:
    """For each option, in which share of the worlds where it is open no open one meets more of its side's aims."""
    met = np.stack([aims_by_world(tables, final, question.side) for final in finals])
    top = np.where(able, met, -1.0).max(axis=0)
    best = (met >= top - 1e-9) & able
    return {
        name: float(best[place].sum() / able[place].sum())
        for place, name in enumerate(question.names)
        if able[place].sum() >= FEWEST
    }


def _gap(first: Row, second: Row, both: Row) -> float:
    """The largest difference in any ending's share, where both choices are open."""
    if both.sum() < FEWEST:
        return 0.0
    bins = np.arange(-1.5, 64.5)
    one, two = (np.histogram(final[both], bins)[0] / both.sum() for final in (first, second))
    return float(np.abs(one - two).max())


def _turning(levels: list[Row]) -> float:
    """Share of worlds in which tension turns, each time by TURN points from its last extreme, at least TURNS times."""
    high = low = levels[0]
    rising, turns = np.zeros(len(high), np.int8), np.zeros(len(high), np.int64)
    for level in levels[1:]:
        high, low = np.maximum(high, level), np.minimum(low, level)
        falls = (rising >= 0) & (level <= high - TURN)
        climbs = (rising <= 0) & (level >= low + TURN)
        turns = turns + ((falls | climbs) & (rising != 0))
        rising = np.where(falls, -1, np.where(climbs, 1, rising)).astype(np.int8)
        high, low = np.where(falls | climbs, level, high), np.where(falls | climbs, level, low)
    return float((turns >= TURNS).mean())


def _aims_by_tools(tables: Tables, minds: tuple[Mind, Mind], count: int, first: int) -> dict[str, tuple[float, float]]:
    """Mean share of its aims that each side meets with its instruments, and without while the other keeps its own."""
    found = {}
    with_tools = walk(tables, start(tables, seeds(count, first)), minds)
    for side in (0, 1):
        bare: list[Mind] = [minds[0], minds[1]]
        bare[side] = Bare(minds[side])
        without = walk(tables, start(tables, seeds(count, first)), (bare[0], bare[1]))
        found[SIDES[side]] = (aims_met(tables, with_tools, side), aims_met(tables, without, side))
    return found


def aims_met(tables: Tables, worlds: Worlds, side: int) -> float:
    """Mean share of a side's aims that finished worlds meet; 0 in a war."""
    return float(aims_by_world(tables, worlds, side).mean())


def aims_by_world(tables: Tables, worlds: Worlds, side: int) -> Row:
    """Share of a side's aims (0-1) that each finished world meets; 0 in a war."""
    aims = tables.sides[side].aims
    met = np.mean([mask(tables, worlds.rows, when) for _, when in aims], axis=0)
    found: Row = met * ~np.isin(worlds["ending"], tables.wars)
    return found
