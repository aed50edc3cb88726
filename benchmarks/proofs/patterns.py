"""The crises played freely beside what scholars have coded; docs/model.md carries the table."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from benchmarks.proof import write
from game.insight.patterns import Played, peak, unsettled, war_band
from game.model.when import Condition
from game.scenario.catalogue import load

COMMAND = "make proof ONLY=patterns"
GAMES = 4_000
BAND_GAMES = 100_000
#: What somebody wants in Moscow in 1956 who plays for a Hungary without an invasion.
RESTRAINT = {"lives": 3.0, "opinion-ussr": 3.0, "hungary-free": 1.5, "nagy-hold": 1.0, "pact": 1.0, "tension": -2.0}


@dataclass(frozen=True)
class Row:
    """One check: its number in the plan of validation, what is asked, the figure in words, whether it is met."""

    number: str
    asked: str
    found: str
    met: bool


def checks() -> list[Row]:
    """Every check, in order."""
    return [*_peaks(), _band(), *_hungary(), _cuba(), _berlin(), *_flare()]


def _peaks() -> list[Row]:
    told = {name: peak(Played.of(load(name))) for name in ("hungary-1956", "berlin-1958", "berlin-1961", "cuba-1962")}
    hungary, first, second, cuba = told.values()
    found = ", ".join(f"{name} {height:.1f}" for name, height in told.items())
    return [
        Row(
            "V2",
            "Peaks: Hungary and Berlin 1958 below Berlin 1961 below Cuba",
            found,
            max(hungary, first) < second < cuba,
        )
    ]


def _band() -> Row:
    low, middle, high = war_band(Played.of(load("cuba-1962")), BAND_GAMES)
    found = f"{low:.1%} to {high:.1%}, median {middle:.1%}"
    return Row("V4", "Cuba on history's orders: the band of war holds 1 % and 50 %", found, low <= 0.01 and high >= 0.5)


def _hungary() -> list[Row]:
    told = Played.of(load("hungary-1956"))
    ruled = told.aim(told.worlds(GAMES, told.minds("chance", "leader")), 1, "keep-hungary")
    restrained = told.worlds(GAMES, (told.minds("leader")[0], told.restrained(1, RESTRAINT)))
    stormed = Condition(chosen={"in-charge": ("storm",)})
    short = told.share(restrained, Condition(unset=("invaded",), none=(stormed,)))
    control = "Hungary: Moscow's leader keeps control whatever Washington does (over 95 %)"
    restraint = "Hungary: short of crushing where Moscow plays for that (25 % or more)"
    return [
        Row("V6", control, f"{ruled:.1%}", ruled > 0.95),
        Row("V6", restraint, f"{short:.1%}", short >= 0.25),
    ]


def _cuba() -> Row:
    told = Played.of(load("cuba-1962"))
    worlds = told.worlds(GAMES, told.minds())
    sent = told.share(worlds, Condition(flags=("missiles-sent",)))
    out = told.share(worlds, Condition(flags=("missiles-sent", "missiles-leaving"), unset=("cuba-struck",))) / sent
    struck = told.share(worlds, Condition(flags=("missiles-sent", "cuba-struck"))) / sent
    asked = "Cuba: where missiles were sent, Moscow most often yields or bargains"
    found = f"{out:.1%}; bombed {struck:.1%}, neither {1 - out - struck:.1%}"
    return Row("V6", asked, found, out > max(struck, 1 - out - struck))


def _berlin() -> Row:
    told = Played.of(load("berlin-1958"))
    open_ = unsettled(told.worlds(GAMES, told.minds()))
    return Row("V6", "Berlin 1958: most often a stalemate", f"{open_:.1%} unsettled", open_ > 0.5)


def _flare() -> list[Row]:
    berlin, cuba = Played.of(load("berlin-1958")), Played.of(load("cuba-1962"))
    returns = unsettled(berlin.worlds(GAMES, berlin.minds("history", "history")))
    stays = unsettled(cuba.worlds(GAMES, cuba.minds("history", "history")))
    return [
        Row(
            "V7",
            "Berlin 1958 on history's orders is left open, and comes back",
            f"{returns:.1%} of worlds",
            returns > 0.5,
        ),
        Row("V7", "Cuba on history's orders is settled, and does not come back", f"{stays:.1%} left open", stays < 0.5),
    ]


def main() -> int:
    """Print and store the checks; 1 where one is not met."""
    told = checks()
    for row in told:
        print(f"{'met    ' if row.met else 'NOT met'} {row.number}  {row.asked}: {row.found}")
    write("patterns", {"games": GAMES, "band_games": BAND_GAMES, "checks": [asdict(row) for row in told]}, COMMAND)
    return 0 if all(row.met for row in told) else 1
