"""Free play with leaders at the table on both sides, beside what scholars have coded (V6 in docs/model.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from benchmarks.proofs.patterns import RESTRAINT
from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.insight.many import play
from game.insight.patterns import Played, unsettled
from game.minds.mind import Mind
from game.minds.roster import make, seat
from game.minds.table import LeaderAtTable
from game.model.bundle import Row
from game.model.tables import Tables
from game.model.when import Condition

#: Hungary in which Moscow did not crush.
SHORT = Condition(unset=("invaded",), none=(Condition(chosen={"in-charge": ("storm",)}),))


@dataclass(frozen=True)
class Free:
    """One question to free play: what is asked, the figure in words, whether it is met."""

    crisis: str
    asked: str
    found: str
    met: bool


@dataclass(frozen=True)
class Restrained:
    """A leader at the table who looks ahead with other wants: what somebody does who plays for those."""

    leader: Mind
    tables: Tables
    name: str = "restrained"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """As the leader would, were these its side's wants."""
        return self.leader.choose(self.tables, worlds, asked, side)


def freely(told: Played, games: int) -> Worlds:
    """Final worlds with leaders at the table on both sides."""
    return play(told.tables, games, (seated(told, 0), seated(told, 1)))


def seated(told: Played, side: int) -> Mind:
    """The side's own leader at the table."""
    return seat("leader", told.scenario, told.tables, side)


def cuba(told: Played, games: int) -> Iterator[Free]:
    """Moscow most often yields or bargains; leaders seldom strike first."""
    worlds = freely(told, games)
    sent = told.share(worlds, Condition(flags=("missiles-sent",)))
    out = told.share(worlds, Condition(flags=("missiles-sent", "missiles-leaving"), unset=("cuba-struck",))) / sent
    bombed = told.share(worlds, Condition(flags=("missiles-sent", "cuba-struck"))) / sent
    openly = told.share(worlds, Condition(flags=("missiles-sent", "missiles-open"))) / sent
    found = f"{out:.1%}; bombed {bombed:.1%}, neither {1 - out - bombed:.1%} ({openly:.1%} were sent openly)"
    asked = "V6: where missiles were sent, Moscow most often yields or bargains"
    yield Free(told.tables.id, asked, found, out > max(bombed, 1 - out - bombed))
    firsts = Condition(flags=("cuba-struck",)), Condition(flags=("turkey-struck",), unset=("cuba-struck",))
    for who, when in zip(("Washington bombs Cuba", "Moscow fires first"), firsts, strict=True):
        share = told.share(worlds, when)
        yield Free(told.tables.id, f"{who} in fewer than one world in ten", f"{share:.1%}", share < 0.1)


def berlin(told: Played, games: int) -> Iterator[Free]:
    """Most often a stalemate."""
    open_ = unsettled(freely(told, games))
    yield Free(told.tables.id, "V6: most often a stalemate", f"{open_:.1%} unsettled", open_ > 0.5)


def hungary(told: Played, games: int) -> Iterator[Free]:
    """Moscow keeps control whatever Washington does, and need not crush."""
    chance = make("chance", told.scenario, told.tables, 0)
    for who, usa in (("chance", chance), ("a leader", seated(told, 0))):
        kept = told.aim(play(told.tables, games, (usa, seated(told, 1))), 1, "keep-hungary")
        asked = f"V6: Moscow's leader keeps control with {who} in Washington (over 95 %)"
        yield Free(told.tables.id, asked, f"{kept:.1%}", kept > 0.95)
    short = told.share(play(told.tables, games, (seated(told, 0), restrained(told))), SHORT)
    asked = "V6: short of crushing where Moscow plays for that (25 % or more)"
    yield Free(told.tables.id, asked, f"{short:.1%}", short >= 0.25)


def restrained(told: Played) -> Restrained:
    """Moscow's leader at the table in 1956, who plays for a Hungary without an invasion."""
    model = told.restrained(1, RESTRAINT)
    leader = seated(told, 1)
    assert isinstance(leader, LeaderAtTable)
    return Restrained(replace(leader, model=model), model.tables)


FREE: Mapping[str, Callable[[Played, int], Iterator[Free]]] = {
    "cuba-1962": cuba,
    "berlin-1958": berlin,
    "hungary-1956": hungary,
}
