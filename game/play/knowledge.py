"""What one side may know of a game: its papers, its numbers, what it saw happen. Views of a side read only this.

The world is blanked by `minds.sight` first, so that what is hidden cannot slip into a view by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.draft import Draft
from game.engine.holds import mask
from game.engine.readiness import suggested
from game.engine.single import number, tension_of
from game.engine.worlds import Worlds
from game.minds.sight import sight
from game.model.moment import minutes
from game.model.people import SIDES
from game.model.tables import MeterTable
from game.play.game import Beat, Game
from game.play.happenings import Happening
from game.play.narration import Told, ledger

SAYS_TRUE = 1
#: Stages in which a side moves of its own accord.
MOVES = ("move", "round")


@dataclass(frozen=True)
class Reading:
    """A number that a side can read: value between low and high; note says more in words."""

    id: str
    label: str
    value: float
    low: float
    high: float
    note: str = ""


@dataclass(frozen=True)
class Intelligence:
    """A report that reached the side: from whom, when (minutes), what it says, whether it is documented."""

    origin: str
    minute: int
    text: str
    standing: str


class Knowledge:
    """One side's knowledge of a game now."""

    def __init__(self, game: Game, side: str, worlds: Worlds | None = None) -> None:
        self.game, self.side = game, side
        self.rival = SIDES[1 - SIDES.index(side)]
        self.worlds: Worlds = sight(game.tables, worlds or game.worlds, SIDES.index(side))

    def value(self, row: str) -> float:
        """A row's number; 0 where this side may not know it."""
        return number(self.worlds, row)

    @property
    def tension(self) -> float:
        """Tension now, 0-100. Everybody knows it."""
        return tension_of(self.game.tables, self.worlds)

    @property
    def draft(self) -> Draft:
        """The blanked world for the engine's own formulas; nothing is recorded."""
        return Draft(self.game.tables, self.worlds.rows, recording=False)

    def beats(self) -> list[Beat]:
        """The steps of which this side saw something, or in which it chose."""
        return [beat for beat in self.game.beats if self.side in beat.played or self._saw(beat)]

    def _saw(self, beat: Beat) -> bool:
        return any(
            happening.touches(self.side) for happening in beat.happenings if happening.kind not in ("time", "flow")
        )

    def since(self) -> list[Happening]:
        """What this side saw happen since, and with, its last answer; everything where it has not answered yet."""
        return [happening for beat in self.fresh() for happening in beat.happenings if happening.touches(self.side)]

    def fresh(self) -> list[Beat]:
        """The steps since, and with, this side's last answer."""
        places = [place for place, beat in enumerate(self.game.beats) if self.side in beat.played]
        return self.game.beats[places[-1] :] if places else list(self.game.beats)

    def since_move(self) -> list[Beat]:
        """The steps since, and with, this side's last move in a decision or a round; none where it has not moved."""
        beats = self.game.beats
        places = [n for n, beat in enumerate(beats) if self.side in beat.played and beat.stage.kind in MOVES]
        return beats[places[-1] :] if places else []

    @property
    def answered(self) -> bool:
        """Whether this side has chosen at least once."""
        return any(self.side in beat.played for beat in self.game.beats)

    def before(self) -> Knowledge | None:
        """The same side's knowledge of the world as it was before its last answer; none where it has not answered."""
        return Knowledge(self.game, self.side, self.fresh()[0].before) if self.answered else None

    def tension_before(self) -> float:
        """Tension when this side last had to choose."""
        fresh = self.fresh()
        return tension_of(self.game.tables, fresh[0].before) if fresh else self.game.opening

    def causes(self, count: int) -> list[Told]:
        """What moved tension by half a point or more since this side's last answer, the largest first."""
        told = [line for one in self.since() for line in ledger(self.game.scenario, one, self.side)]
        sums: dict[str, float] = {}
        for line in told:
            if line.what == "Tension":
                sums[line.cause] = sums.get(line.cause, 0.0) + line.amount
        found = [Told(cause, "Tension", amount) for cause, amount in sums.items()]
        return sorted(found, key=lambda line: -abs(line.amount))[:count]

    def curve(self) -> list[tuple[float, float]]:
        """Tension over time (hours from the start) at the moments that this side knows of."""
        start = minutes(self.game.scenario.starts)
        points = [(0.0, self.game.opening)]
        points += [((beat.minute - start) / 60, beat.tension) for beat in self.beats()]
        points.append(((self.game.minute - start) / 60, self.tension))
        return points

    def meters(self) -> list[Reading]:
        """The meters that this side reads, by how much they matter to it: its leader's standing, its alliance, what
        moves by itself, what its leader cares for, and the rest.
        """
        own = self.game.tables.sides[SIDES.index(self.side)]
        wanted = {name for name, _ in own.wants}
        seen = [meter for meter in self.game.tables.meters if meter.seen[SIDES.index(self.side)]]

        def rank(meter: MeterTable) -> tuple[bool, ...]:
            name = f"meter/{meter.id}"
            return name != own.standing, name != own.alliance, not meter.flows, name not in wanted

        return [self._meter(meter.id) for meter in sorted(seen, key=rank)]

    def _meter(self, name: str) -> Reading:
        told = self.game.scenario.meters[name]
        return Reading(name, told.label, self.value(f"meter/{name}"), told.low, told.high, told.about)

    def relations(self) -> list[Reading]:
        """How the two powers feel about each other, -100 to 100, where the scenario declares it."""
        found = []
        for one, other in ((self.rival, self.side), (self.side, self.rival)):
            pair = f"{one}>{other}"
            if pair in self.game.tables.relations:
                sides = self.game.scenario.sides
                label = f"{sides[one].name} to you" if other == self.side else f"You to {sides[other].name}"
                found.append(Reading(pair, label, self.value(f"relation/{pair}"), -100, 100))
        return found

    @property
    def capital(self) -> float:
        """What is left for instruments."""
        return self.value(f"capital/{self.side}")

    @property
    def capital_most(self) -> float:
        """The most that it ever had: what it began with, or more where a choice brought some."""
        row = f"capital/{self.side}"
        return max(self.game.scenario.sides[self.side].capital, *(number(w, row) for w in self._days()))

    def _days(self) -> list[Worlds]:
        """The worlds of this game so far, now last."""
        return [*(beat.after for beat in self.game.beats), self.worlds]

    @property
    def alert(self) -> int:
        """The alert level of this side's forces, 5 (calm) to 1."""
        return int(self.value(f"order/{self.side}"))

    @property
    def alert_suggested(self) -> int:
        """The level that tension suggests; never an order."""
        return suggested(self.tension)

    @property
    def channel(self) -> bool:
        """Whether the back channel is open."""
        return bool(self.value("channel"))

    @property
    def rival_resolve(self) -> float:
        """How likely this side thinks it that the other's leader is of the resolute kind, 0-1."""
        return self.value(f"thinks/{self.side}")

    def intelligence(self) -> list[Intelligence]:
        """The reports that have reached this side, newest first."""
        found = []
        for name, report in self.game.scenario.reports.items():
            got = int(self.value(f"got/{name}"))
            if report.to == self.side and got > 0:
                text = report.text if got == SAYS_TRUE else report.otherwise
                found.append(Intelligence(report.origin, minutes(report.at), text, report.standing))
        return sorted(found, key=lambda report: -report.minute)

    def beliefs(self) -> list[tuple[str, float]]:
        """Hidden facts of which the staff speaks now, and how likely it thinks each, 0-1; not what the side knows."""
        side, found = SIDES.index(self.side), []
        for table in self.game.tables.facts:
            if not table.knows[side] and mask(self.game.tables, self.worlds.rows, table.when)[0]:
                told = self.game.scenario.facts[table.id].about
                found.append((told, self.value(f"belief/{self.side}/{table.id}")))
        return found
