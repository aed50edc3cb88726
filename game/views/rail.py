"""The rail: the instrument panel. Tension, its trace, what moved it, the staff's estimate, the meters."""

from __future__ import annotations

from game.model.moment import minutes
from game.play.ask import Ask
from game.play.estimate import Band, clock_seconds, next_day, standoff_outlook
from game.play.knowledge import Knowledge, Reading
from game.views import words
from game.views.blocks import Block, Chart, Gauge, Lead, Ledger, Line, Meters, Series

CAUSES = 3
#: Meters on the rail; a page of the papers holds all of them.
METERS = 6
SINCE = "your last order"
#: Questions that a standoff asks.
STANDOFF = ("round", "reply", "alarm")


def rail(knowledge: Knowledge, asked: Ask | None = None, soon: bool = True) -> tuple[Block, ...]:
    """What a side reads on its instruments now; asked is its question, where there is one.

    In a standoff the risk is counted by rounds. soon says whether to show it here, and not in the room.
    """
    blocks: list[Block] = []
    past = knowledge.tension > words.BRINK
    duel = asked if asked and asked.kind in STANDOFF else None
    if duel is not None and soon:
        blocks.append(_losing_control_soon(knowledge, duel))
    if past and duel is None:
        blocks.append(_losing_control(knowledge))
    blocks += [_clock(knowledge)] if past and blocks else []
    blocks += [_tension(knowledge), _trace(knowledge)]
    causes = _causes(knowledge)
    if causes.lines:
        blocks.append(causes)
    blocks.append(_meters(knowledge))
    return tuple(blocks)


def _tension(knowledge: Knowledge) -> Lead:
    changed = words.change(knowledge.tension_before(), knowledge.tension, SINCE) if knowledge.answered else ""
    note = "; ".join(part for part in (changed, words.zone(knowledge.tension)) if part)
    return Lead("Tension", words.plain(knowledge.tension), note)


def _losing_control(knowledge: Knowledge) -> Lead:
    """Above the brink the worry is a chance, and what the last order did to it."""
    band, earlier = next_day(knowledge), knowledge.before()
    note = "your staff's guess, and it may be wrong"
    if earlier is not None:
        note = f"{_compared(band, next_day(earlier))}; {note}"
    return Lead("Losing control in the next day", band.words(), f"{band.spread()}; {note}")


def _losing_control_soon(knowledge: Knowledge, asked: Ask) -> Lead:
    """In a standoff the hours count: the chance before the next round, if both stay where they are."""
    stay = standoff_outlook(knowledge, asked.entry, asked.round).stay
    return Lead(
        "Losing control before the next round",
        Band(*stay).words(),
        f"{Band(*stay).spread()}: your staff's guess, and it may be wrong",
    )


def _compared(now: Band, then: Band) -> str:
    """How a chance has changed, in words."""
    ratio = now.high / then.high if then.high > 0 else 1.0
    if ratio > 1.8:
        return "about doubled since your last order" if ratio < 3 else "several times what it was at your last order"
    if ratio > 1.15:
        return "higher than at your last order"
    if ratio < 0.85:
        return "lower than at your last order"
    return "as at your last order"


def _clock(knowledge: Knowledge) -> Lead:
    return Lead(
        "The game's own clock",
        words.seconds(clock_seconds(knowledge.tension)),
        "to midnight: tension as a clock",
        "second",
    )


def _trace(knowledge: Knowledge) -> Chart:
    start = minutes(knowledge.game.scenario.starts)
    curve = knowledge.curve()
    points = tuple((round(hours, 2), round(value, 1)) for hours, value in curve)
    ticks = ((0.0, words.short_date(start)), (points[-1][0], words.short_date(knowledge.game.minute)))
    levels = [words.whole(value) for _, value in curve]
    text = f"Tension began at {levels[0]} and stands at {levels[-1]}; lowest {min(levels)}, highest {max(levels)}."
    return Chart(
        "", (Series("tension", points),), words.THRESHOLDS, ticks[: 1 + (ticks[0][1] != ticks[1][1])], text=text
    )


def _causes(knowledge: Knowledge) -> Ledger:
    """The largest causes since the last order; a last line makes them add up to the change that is shown."""
    told = knowledge.causes(CAUSES)
    lines = [Line(one.cause, words.signed(one.amount)) for one in told if words.whole(one.amount)]
    shown = words.whole(knowledge.tension) - words.whole(knowledge.tension_before())
    rest = shown - sum(words.whole(one.amount) for one in told)
    if rest and lines:
        lines.append(Line("Hours that pass, and smaller things", words.signed(rest)))
    return Ledger("What moved it", tuple(lines))


def _meters(knowledge: Knowledge) -> Meters:
    gauges = [gauge(reading, knowledge.side) for reading in knowledge.meters()[:METERS]]
    gauges += [gauge(reading) for reading in knowledge.relations()]
    note = f"tension suggests {knowledge.alert_suggested}" if knowledge.alert_suggested != knowledge.alert else ""
    gauges.append(Gauge("Alert (5 is calm)", 5 - knowledge.alert, 0, 4, str(knowledge.alert), note, knowledge.side))
    return Meters(tuple(gauges))


def gauge(reading: Reading, side: str = "") -> Gauge:
    """A reading as a gauge, with its number in the text."""
    return Gauge(reading.label, round(reading.value), reading.low, reading.high, words.plain(reading.value), "", side)
