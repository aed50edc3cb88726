"""Is a scenario in balance? For designers: who wins, what is never worth taking, what does not matter, how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.step import start
from game.insight.balance_lengths import BOTTOM, TOP, Lengths, Meter
from game.insight.balance_robin import Cell, players, robin, standing
from game.insight.drama import SWING, Drama, Told, measure
from game.insight.many import seeds
from game.minds.mind import Mind
from game.minds.roster import make
from game.minds.simple import SIMPLE
from game.minds.walk import walk
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.scenario.compile import compile_scenario

#: Shares beyond which something is found: (nearly) never and always, time with tension at an end, a lopsided game.
NEVER, ALWAYS, SATURATED, LOPSIDED = 0.02, 0.95, 0.1, 0.25


@dataclass(frozen=True)
class Balance:
    """All measures of one scenario. cells are the round robin, drama and lengths of games between its own leaders."""

    scenario: str
    games: int
    cells: tuple[Cell, ...]
    drama: Drama
    lengths: Lengths

    @property
    def own(self) -> Cell:
        """The scenario's own leaders against each other."""
        return self.cells[0]


@dataclass(frozen=True)
class Finding:
    """Something that a designer should look at. kind names the sort, place an entry, a choice or a mind."""

    kind: str
    place: str
    says: str


def balance(
    scenario: Scenario, games: int = 300, first: int = 1, watch: Callable[[str], None] | None = None
) -> Balance:
    """Play it in every way. watch is told what comes next."""
    tables, tell = compile_scenario(scenario), watch or (lambda _: None)
    cells = robin(scenario, tables, games, first, lambda name: tell(f"{name} against all"))
    minds: tuple[Mind, Mind] = make("leader", scenario, tables, 0), make("leader", scenario, tables, 1)
    tell("lengths and tension")
    meter = Meter(scenario, tables)
    walk(tables, start(tables, seeds(games, first)), minds, watch=meter.see)
    tell("every choice of every decision")
    return Balance(scenario.id, games, tuple(cells), measure(tables, minds, 3 * games, first), meter.lengths())


def steps(scenario: Scenario) -> int:
    """How many things `watch` will be told."""
    return len(players(scenario, 0)) + 2


def findings(told: Balance) -> list[Finding]:
    """What is out of balance, the weightiest kinds first."""
    return [*_players(told), *_decisions(told.drama), *_endings(told), *_tension(told.lengths)]


def _players(told: Balance) -> list[Finding]:
    """A side that is far ahead between the leaders, and simple rules that do better than a leader."""
    found, (usa, ussr) = list[Finding](), told.own.aims
    if abs(usa.share - ussr.share) > LOPSIDED:
        says = f"between the leaders usa meets {usa.share:.0%} of its aims, ussr {ussr.share:.0%}"
        found.append(Finding("lopsided", told.scenario, says))
    for side, name in enumerate(SIDES):
        means = standing(told.cells, side)
        leader = (told.own.usa, told.own.ussr)[side]
        for rule in (*SIMPLE, "chance"):
            gap = means[rule].share - means[leader].share
            if gap > 2 * (means[rule].error ** 2 + means[leader].error ** 2) ** 0.5:
                says = f"{means[rule].share:.0%} of {name}'s aims over all rivals, {leader} {means[leader].share:.0%}"
                found.append(Finding("rule beats leader", f"{name}={rule}", says))
    return found


def _decisions(drama: Drama) -> list[Finding]:
    return [one for told in drama.decisions if told.judged for one in (*_idle(told), *_choices(told))]


def _idle(told: Told) -> list[Finding]:
    if told.swing >= SWING:
        return []
    return [Finding("does not matter", _place(told), f"no ending's share differs by more than {told.swing:.1%}")]


def _place(told: Told) -> str:
    """A decision by its id; a standoff's round, which both sides are asked, with the side."""
    return f"{told.entry} ({told.side})" if ", round " in told.entry else told.entry


def _choices(told: Told) -> list[Finding]:
    """Choices that are never or always taken, and such as are never or always best for their side."""
    found = list[Finding]()
    for name, share in told.taken.items():
        place = f"{_place(told)}/{name}"
        if share >= ALWAYS:
            found.append(Finding("always taken", place, f"{share:.0%} of the time"))
        if share <= NEVER and name in told.best:
            found.append(Finding("never taken", place, f"{share:.0%} of the time"))
    for name, share in told.best.items():
        if share <= NEVER:
            found.append(
                Finding("never best", f"{_place(told)}/{name}", "another choice meets more aims in nearly all worlds")
            )
        rest = [other for option, other in told.best.items() if option != name]
        if share >= ALWAYS and rest and max(rest) < ALWAYS:
            found.append(
                Finding("always best", f"{_place(told)}/{name}", f"no other choice beats it in {share:.0%} of worlds")
            )
    return found


def _endings(told: Balance) -> list[Finding]:
    rare = [name for name, share in told.drama.endings.items() if not share]
    return [Finding("never ends so", name, f"in {told.drama.worlds} games between the leaders") for name in rare]


def _tension(told: Lengths) -> list[Finding]:
    found = [("above", TOP, told.above), ("below", BOTTOM, told.below)]
    return [
        Finding("tension saturates", f"{way} {level:.0f}", f"for {share:.0%} of the days")
        for way, level, share in found
        if share > SATURATED
    ]
