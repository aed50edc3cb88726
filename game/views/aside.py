"""The screens beside a game: menu, settings, help, and the entry of a run code."""

from __future__ import annotations

from game.play.letters import LETTERS
from game.play.settings import SCALES, Settings
from game.views import words
from game.views.blocks import Action, Actions, Choices, Heading, Intent, Prose, Table, View

HOW = (
    "You get a question, advisers who disagree, and a few orders to choose from. "
    "Beside an order you may use one instrument; it costs political capital, which comes back, "
    "about a point a month. Nothing else is needed to begin."
)
KEYS = (
    ("1 to 9", "choose what stands under that number"),
    ("Enter", "what is marked: go on, begin, send"),
    ("Esc", "back; during a game, the menu"),
    ("Tab, arrows", "move the focus; Space or Enter presses it"),
    ("letters", "instruments and papers, as the foot of the screen shows"),
    ("+ and −", "larger and smaller text"),
    ("F1", "this page"),
)


def menu(title: str, files: bool, code: str) -> View:
    """The pause: everything is saved already."""
    timeline = (Action("Go back to a decision", "T", Intent("panel", "timeline")),) if files else ()
    actions = (
        Action("Go on", "Enter", Intent("next")),
        *timeline,
        Action("Settings", "S", Intent("open", "settings")),
        Action("Help", "F1", Intent("open", "help")),
        Action("Leave to the title", "L", Intent("open", "title"), "The game is saved after every order."),
        Action("Quit", "Q", Intent("quit")),
    )
    room = (Heading(title, 1, "Menu"), Choices(actions), Prose(f"Run code so far: {code}" if code else "", "second"))
    return View("menu", "Menu", room if code else room[:2], default=Intent("next"), back=Intent("next"))


def settings(told: Settings) -> View:
    """What is remembered between games."""
    now = f"now {told.scale * 100:.0f} %"
    actions = (
        Action(
            "Larger text", "+", Intent("scale", "+"), now, "as large as it goes" if told.scale >= SCALES[-1] else ""
        ),
        Action(
            "Smaller text", "-", Intent("scale", "-"), now, "as small as it goes" if told.scale <= SCALES[0] else ""
        ),
    )
    room = (Heading("Settings", 1, words.GAME), Choices(actions))
    back = Action("Back", "Esc", Intent("back"))
    return View("settings", "Settings", room, foot=(Actions((back,)),), back=back.intent)


def helping() -> View:
    """The keys, on one page."""
    room = (
        Heading("Help", 1, words.GAME),
        Prose(
            HOW,
            "brief",
        ),
        Table("Keys", ("Key", "Does"), KEYS),
    )
    back = Action("Back", "Esc", Intent("back"))
    return View("help", "Help", room, foot=(Actions((back,)),), default=back.intent, back=back.intent)


def code_entry(typed: str) -> View:
    """Typing a run code, by keyboard or by the letters on the screen."""
    shown = "-".join(typed[place : place + 4] for place in range(0, len(typed), 4))
    room = (
        Heading("Enter a run code", 1, words.GAME),
        Prose("A run code holds one game: its crisis, its luck and the orders that were given.", "brief"),
        Prose(f"Code: {shown}" if typed else "Code: nothing typed yet"),
        Actions(tuple(Action(letter, letter, Intent("type", letter)) for letter in LETTERS), "Letters"),
        Choices((
            Action("Open the game", "Enter", Intent("enter"), closed="" if typed else "type a code first"),
            Action("Erase a letter", "Backspace", Intent("erase"), closed="" if typed else "nothing is typed yet"),
        )),
    )  # fmt: skip
    back = Action("Title", "Esc", Intent("open", "title"))
    return View(
        "code", "Run code", room, foot=(Actions((back,)),),
        default=Intent("enter"), back=back.intent, fields={"code": typed},
    )  # fmt: skip
