"""The first screen, the list of crises, setting up a game, and the page before the first question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.minds.roster import MINDLESS, STANDARD, at_level, names
from game.minds.table import LEVELS
from game.model.moment import minutes
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.aims import aims
from game.play.game import PERSON, Game
from game.play.knowledge import Knowledge
from game.play.years import CRISES, curve, height
from game.scenario.card import Card
from game.views import words
from game.views.blocks import (
    Action,
    Actions,
    Block,
    Chart,
    Choices,
    Heading,
    Intent,
    Ledger,
    Line,
    Mark,
    Prose,
    Series,
    View,
)

BOTH = "both"
#: Keys of a long list, in order. Q leaves the game.
KEYS = "123456789ABCDEFGHIJKLMNOPRSTUVWXYZ"
CURTAIN = "A curtain between turns, so that neither reads the other's papers."


#: What each level means to whoever faces it.
LEVEL_WORDS = {
    "forgiving": "Acts on a first thought, and often on the wrong one.",
    "standard": "Looks ahead as far as it can see, and still follows its temper.",
    "hard": "Looks ahead with care. Temper seldom decides.",
    "ruthless": "Takes what looks best from ahead, whatever its temper.",
}


@dataclass(frozen=True)
class Setup:
    """A game before it starts: which side the person takes ("both" for two people), which mind plays the other."""

    scenario: str
    side: str = "usa"
    mind: str = "leader"
    files: bool = False
    level: str = STANDARD

    def players(self) -> dict[str, str]:
        """Who plays which side."""
        return {side: PERSON if self.side in (side, BOTH) else at_level(self.mind, self.level) for side in SIDES}


def title(going_on: str = "") -> View:
    """The name, the promise, one key to the first game. going_on names the game that can be continued."""
    marks = tuple(Mark(minutes(day) / 60, height(minutes(day) / 60), name) for day, name in CRISES)
    text = "Tension between the powers, 1955 to 1962, as a careful reader might draw it."
    room: list[Block] = [
        Heading(words.GAME, 1, words.YEARS),
        Prose(words.PROMISE, "brief"),
        Chart("", (Series("1955-62", curve()),), marks=marks, text=text),
        Choices((
            Action(words.FIRST_LABEL, "Enter", Intent("first"), words.FIRST_DETAIL),
            Action("Seven years", "2", Intent("campaign"), "the campaign, 1955 to 1963: play all of it or four crises"),
            Action("The crises", "3", Intent("open", "crises"), "one at a time"),
            Action("Single moments", "4", Intent("open", "moments"), "five minutes each, by date"),
        )),
        Actions((
            *((Action(f"Continue: {going_on}", "C", Intent("resume")),) if going_on else ()),
            Action("Enter a run code", "K", Intent("open", "code")),
            Action("Settings", "S", Intent("open", "settings")),
            Action("Help", "F1", Intent("open", "help")),
            Action("Quit", "Q", Intent("quit")),
        ), align="right"),
    ]  # fmt: skip
    return View("title", words.GAME, tuple(room), default=Intent("first"), back=Intent("quit"))


def crises(cards: Sequence[Card]) -> View:
    """Every crisis that can be played, by date."""
    return _listed("crises", "The crises", [card for card in cards if card.kind == "crisis"])


def moments(cards: Sequence[Card]) -> View:
    """The single moments between the crises, by date."""
    return _listed("moments", "Single moments", [card for card in cards if card.kind != "crisis"])


def _listed(name: str, heading: str, cards: Sequence[Card]) -> View:
    actions = tuple(
        Action(card.title, key, Intent("setup", card.id), f"{words.month(minutes(card.starts))}. {_question(card)}")
        for key, card in zip(KEYS, cards, strict=False)
    )
    room = (Heading(heading, 1, words.GAME), Choices(actions))
    back = Action("Title", "Esc", Intent("open", "title"))
    return View(name, heading, room, foot=(Actions((back,)),), back=back.intent)


def _question(card: Card) -> str:
    return f"{card.question} About {card.minutes} minutes." if card.minutes else card.question


def setup(scenario: Scenario, chosen: Setup) -> View:
    """Which side, against whom, sealed or with open files."""
    room: tuple[Block, ...] = (
        Heading(scenario.title, 1, "Before the game"),
        Prose(words.sentence(scenario.question), "brief"),
        Choices(_sides(scenario, chosen), "Who are you?"),
        Choices(_options(scenario, chosen), "How"),
    )
    start = Action("Begin", "Enter", Intent("begin"))
    back = Action("Back", "Esc", Intent("open", "crises" if scenario.kind == "crisis" else "moments"))
    return View("setup", scenario.title, room, foot=(Actions((start, back)),), default=start.intent, back=back.intent)


def _sides(scenario: Scenario, chosen: Setup) -> tuple[Action, ...]:
    found = [(side, f"Lead {told.name}", words.sentence(told.goal)) for side, told in scenario.sides.items()]
    found.append((BOTH, "Two people at this screen", CURTAIN))
    return tuple(
        Action(label, str(place), Intent("side", side), detail, selected=side == chosen.side)
        for place, (side, label, detail) in enumerate(found, start=1)
    )


def _options(scenario: Scenario, chosen: Setup) -> tuple[Action, ...]:
    files = "You can go back to any decision as you play." if chosen.files else words.SEALED
    option = Action("Open files" if chosen.files else "Sealed files", "F", Intent("files"), f"{files} Press to change.")
    if chosen.side == BOTH:
        return (option,)
    other = SIDES[1 - SIDES.index(chosen.side)]
    who = words.player(scenario, other, chosen.mind)
    against = Action(
        f"{scenario.sides[other].name} is played by {who}",
        "O",
        Intent("mind"),
        f"{_about(scenario, other, chosen.mind)} Press to change.".strip(),
    )
    if chosen.mind in MINDLESS:
        return (against, option)
    return (against, level_action(chosen.level, Intent("level")), option)


def level_action(level: str, intent: Intent) -> Action:
    """How well the other side's leader plays."""
    return Action(f"Level: {level}", "L", intent, f"{LEVEL_WORDS[level]} Press to change.")


def next_level(level: str) -> str:
    """The level after one, from forgiving to ruthless and round again."""
    order = [one.id for one in LEVELS]
    return order[(order.index(level) + 1) % len(order)]


def _about(scenario: Scenario, side: str, mind: str) -> str:
    leader = scenario.sides[side].leader if mind == "leader" else mind
    if leader in scenario.leaders:
        return words.sentence(scenario.leaders[leader].about)
    return {"history": "Does what was done then, where it still can.", "chance": "Chooses blindly."}.get(mind, "")


def next_mind(scenario: Scenario, chosen: Setup) -> str:
    """The mind after the one chosen, in the roster's order."""
    other = 1 - SIDES.index(chosen.side)
    roster = [name for name in names(scenario, other) if name != scenario.sides[SIDES[other]].leader]
    return roster[(roster.index(chosen.mind) + 1) % len(roster)] if chosen.mind in roster else roster[0]


def opening(game: Game, side: str) -> View:
    """The page before the first question: what one should know, what one wants, how it will be judged."""
    scenario, told = game.scenario, game.scenario.sides[side]
    worlds = Knowledge(game, side).worlds
    lines = tuple(Line(f"{aim.label} ({aim.why})" if aim.why else aim.label) for aim in aims(game, side, worlds))
    room: tuple[Block, ...] = (
        Heading(scenario.title, 1, f"{told.name} · {told.seat}", words.moment(minutes(scenario.starts))),
        Prose(words.sentence(scenario.about), "brief"),
        Prose(words.sentence(told.goal), "brief"),
        Ledger("You will be judged by", lines),
    )
    on = Action("Go in", "Enter", Intent("next"))
    menu = Action("Menu", "Esc", Intent("back"))
    return View(
        "opening", scenario.title, room, foot=(Actions((on, menu)),), default=on.intent, back=menu.intent, side=side
    )


def curtain(scenario: Scenario, side: str) -> View:
    """Between two people's turns: nothing of either side is on the screen."""
    name = scenario.sides[side].name
    rival = scenario.sides[SIDES[1 - SIDES.index(side)]].name
    room = (
        Heading(f"{name}, it is your turn", 1, scenario.title),
        Prose(f"{rival}, please look away. What follows is for {name} alone.", "brief"),
    )
    on = Action(f"I am {name}", "Enter", Intent("next"))
    menu = Action("Menu", "Esc", Intent("back"))
    return View("curtain", f"{name}'s turn", room, foot=(Actions((on, menu)),), default=on.intent, back=menu.intent)
