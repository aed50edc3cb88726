"""A round of a standoff: both ladders, the risk, the price of stepping back, four moves; the offer; the reply."""

from __future__ import annotations

from game.engine.standoff_outlook import Outlook
from game.model.entries import Standoff
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.ask import Ask, Option
from game.play.belief import belief, report
from game.play.counsel import heard
from game.play.counsel import title as title_now
from game.play.estimate import Band, grounds, standoff_outlook
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.play.moves import offered, package_move
from game.play.rounds import beat_lines
from game.play.wording import inside
from game.views import words
from game.views.blocks import (
    Action,
    Block,
    Choices,
    Gauge,
    Heading,
    Intent,
    Ladder,
    Ladders,
    Lead,
    Ledger,
    Line,
    Meters,
    Prose,
    Step,
    View,
)
from game.views.decision import choices, counsel, rewinding
from game.views.foot import foot, laid
from game.views.offer import WORTH
from game.views.rail import rail
from game.views.state import State

OFFER = "Two terms at most, in private or in public."
EXPOSURE = (
    "Only the two governments know.",
    "The world knows that something is happening.",
    "It is on every front page.",
)


def round_view(game: Game, asked: Ask, state: State) -> View:
    """One round, for the side that moves now."""
    knowledge, told = Knowledge(game, asked.side), game.scenario.standoffs[asked.entry]
    ahead, heights = standoff_outlook(knowledge, asked.entry, asked.round), _heights(knowledge)
    title = title_now(told, heights)
    room: list[Block] = [
        _heading(title, told, asked),
        Prose(_brief(told, asked, ahead), "brief"),
        ladders(game, knowledge, asked, ahead),
    ]
    room += counsel(heard(told, asked.side, asked.round, heights), asked.side, state.panel == "advisers")
    room.append(_moves(asked, ahead))
    if laid(asked, state):
        room.append(Prose(laid(asked, state), "second"))
    rows = foot(game, knowledge, asked, state, ("advisers", "aims", "intelligence", "sources", *rewinding(game)))
    return View(
        "standoff", title, tuple(room), rail(knowledge, asked, soon=False), rows,
        back=Intent("back"), side=asked.side,
    )  # fmt: skip


def _heights(knowledge: Knowledge) -> tuple[int, int]:
    """The rungs (from 0) on which Washington and Moscow stand."""
    usa, ussr = (int(knowledge.value(f"height/{side}")) for side in SIDES)
    return usa, ussr


def _heading(title: str, told: Standoff, asked: Ask) -> Heading:
    count = f"{words.ORDINALS[asked.round]} round of {words.number(told.rounds)}"
    return Heading(title, 1, told.place, f"{words.moment(asked.minute)} · {count}")


def _brief(told: Standoff, asked: Ask, ahead: Outlook) -> str:
    """The party's brief in the first round; afterwards what matters now."""
    if asked.round == 0:
        return words.sentence(told.sides[asked.side].brief)
    left = (
        "This is the last round."
        if ahead.rounds_left == 1
        else f"{words.number(ahead.rounds_left).capitalize()} rounds are left."
    )
    channel = "The back channel is open." if ahead.channel else "There is no back channel."
    return f"{EXPOSURE[ahead.exposure]} {channel} {left} Neither of you sees what the other writes now."


def ladders(game: Game, knowledge: Knowledge, asked: Ask, ahead: Outlook) -> Ladders:
    """Both ladders, Washington on the left, with what stands between them."""
    usa, ussr = (_ladder(game.scenario, asked, side, int(knowledge.value(f"height/{side}"))) for side in SIDES)
    between: list[Lead | Meters | Ledger | Prose] = [
        Lead(
            "Somebody loses control before the next round",
            Band(*ahead.stay).words(),
            f"{Band(*ahead.stay).spread()}: your staff's guess, if both stay where they are",
        ),
        *_grounds(knowledge, asked),
        _price(ahead),
    ]
    lines = last_round(game, asked)
    if lines:
        between.append(Ledger("Last round", lines))
    between.append(Prose(" ".join(thinks(knowledge)), "second"))
    return Ladders(usa, ussr, tuple(between))


def _grounds(knowledge: Knowledge, asked: Ask) -> list[Prose]:
    """What makes the hours safer, and what more dangerous."""
    found = grounds(knowledge, asked.entry)
    lines = []
    for safer, head in ((True, "Safer"), (False, "More dangerous")):
        told = "; ".join(ground.words for ground in found if ground.safer == safer)
        lines += [f"{head}: {told}."] if told else []
    return [Prose(" ".join(lines), "second")]


def thinks(knowledge: Knowledge) -> list[str]:
    """What this side's staff thinks of the other's resolve, what it thought before, and why."""
    found, rival = belief(knowledge), knowledge.game.scenario.sides[knowledge.rival].name
    now, before = words.whole(found.now * 100), words.whole(found.before * 100)
    told = f"Your staff: {now} in 100 that {rival} will not give way"
    if now != before:
        why = f"; what moved it: {' and '.join(found.moved[:2])}" if found.moved else ""
        told += f" ({before} before your last move{why})"
    return [*([report(knowledge)] if report(knowledge) else []), f"{told}."]


def _ladder(scenario: Scenario, asked: Ask, side: str, height: int) -> Ladder:
    rungs = scenario.standoffs[asked.entry].sides[side].rungs
    steps = tuple(Step(place, rung.label, place == height) for place, rung in reversed(list(enumerate(rungs))))
    name = scenario.sides[side].name
    return Ladder(side, f"{name} (you)" if side == asked.side else name, steps)


def _price(ahead: Outlook) -> Meters:
    """What stepping back costs now and one rung higher."""
    dearer = (
        f"One rung higher and a round later: {words.tenths(-ahead.back_higher)}{_known(ahead)}."
        if ahead.heights[0] < ahead.tops[0]
        else ""
    )
    note = f"On this rung: standing at home {words.tenths(-ahead.back)}. {dearer}".strip()
    return Meters((Gauge("The price of stepping back alone", round(ahead.back), 0, 25, "", note),))


def _known(ahead: Outlook) -> str:
    """Why it would cost so much more: a climb that everybody sees."""
    return ", for everybody would have seen you climb" if ahead.higher_exposure > ahead.exposure else ""


def last_round(game: Game, asked: Ask) -> tuple[Line, ...]:
    """What both did in the round before, and what nobody ordered."""
    lines: list[Line] = []
    for beat in game.beats:
        if beat.entry == asked.entry and beat.stage.round == asked.round - 1:
            lines += [Line(text) for text in beat_lines(game, beat, asked.side)]
    return tuple(lines)


def _moves(asked: Ask, ahead: Outlook) -> Choices:
    """Hold, climb, offer, step back; the offers themselves are put together on a panel of their own."""
    by_kind = {option.id: option for option in asked.options if not option.id.startswith("offer:")}
    climb = by_kind["climb"]
    dearer = f"{climb.detail.partition('. ')[0]}. The staff's guess becomes {Band(*ahead.climb).words()}."
    able = any(option.id.startswith("offer:") for option in asked.open)
    offer = Action("Offer", "3", Intent("panel", "offer"), OFFER, "" if able else "nothing can be offered now")
    return Choices(
        (_move(by_kind["hold"], "1"), _move(climb, "2", dearer), offer, _move(by_kind["back"], "4")), layout="row"
    )


def _move(option: Option, key: str, detail: str = "") -> Action:
    return Action(option.label, key, Intent("choose", option.id), detail or option.detail, option.closed)


def reply_view(game: Game, asked: Ask, state: State) -> View:
    """The other side has offered something or stepped back; take it or follow it, or not."""
    told, knowledge = game.scenario.standoffs[asked.entry], Knowledge(game, asked.side)
    rival = game.scenario.sides[knowledge.rival].name
    package = offered(knowledge.worlds, SIDES.index(asked.side))
    title = f"{rival} makes an offer" if package >= 0 else f"{rival} steps back"
    room = (
        Heading(title, 1, told.place, words.moment(asked.minute)),
        *_on_the_table(game, asked, package),
        choices(asked),
    )
    rows = foot(game, knowledge, asked, state, ("intelligence", "sources"))
    return View("reply", title, room, rail(knowledge, asked), rows, back=Intent("back"), side=asked.side)


def _on_the_table(game: Game, asked: Ask, package: int) -> tuple[Block, ...]:
    if package < 0:
        retreat = game.scenario.standoffs[asked.entry].sides[SIDES[1 - SIDES.index(asked.side)]].retreat
        return (
            Prose(
                f"Your people see it done: {inside(retreat)}. You can follow, or let them go alone.",
                "brief",
            ),
        )
    told, table = game.scenario.standoffs[asked.entry], game.tables.entries[game.tables.entry(asked.entry)].what
    move = package_move(table, package)  # type: ignore[arg-type]
    lines = tuple(Line(told.terms[term].label, WORTH[getattr(told.terms[term], asked.side)]) for term in move.terms)
    how = "It came in private." if move.private else "It was made in public, and the world has read it."
    return (Prose(f"{how} Take all of it or none.", "brief"), Ledger("The terms", lines))
