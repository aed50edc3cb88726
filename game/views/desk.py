"""The desk: one person's way through the game, screen by screen, the same for window and terminal.

`view()` says what is on the screen, `do(intent)` what the person meant. A desk is the only thing that knows which screen
comes next; it saves after each choice, before the next screen is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play import code as codes
from game.play.ask import Ask
from game.play.game import Game
from game.play.record import Record, record, replay
from game.play.rewind import rewound
from game.play.saves import Saves
from game.play.settings import Settings
from game.play.turning import Turn, turning
from game.problems import GameError, MoveError, RecordError
from game.scenario.catalogue import load, names
from game.views import aside, words
from game.views.blocks import Intent, View
from game.views.debrief import PAGES, debrief
from game.views.decision import decision, incident
from game.views.ending import ending
from game.views.happened import happened, worth_telling
from game.views.panels import panel
from game.views.standoff import offer_view, reply_view, round_view
from game.views.state import State
from game.views.timeline import timeline
from game.views.title import BOTH, Setup, crises, curtain, next_mind, opening, setup, title

#: The first game's luck: in this world the night shows within three orders what it can do.
FIRST_SEED = 395
_QUESTIONS: dict[str, Callable[[Game, Ask, State], View]] = {
    "decision": decision, "incident": incident, "alarm": incident, "round": round_view, "reply": reply_view,
}  # fmt: skip
_OPEN_PANELS = ("paper", "intelligence", "sources")


class Desk:
    """A state machine of screens. seeds gives the luck of each new game; scenarios may be handed in for tests."""

    def __init__(self, saves: Saves, seeds: Callable[[], int], scenarios: Callable[[str], Scenario] = load) -> None:
        self.saves, self.seeds, self.scenarios = saves, seeds, scenarios
        self.settings = Settings.read(saves.settings())
        self.closed = False
        self.game: Game | None = None
        self.name = ""
        self.state = State()
        self.chosen: Setup | None = None
        self.screen = "title"
        self.typed = ""
        self.notice = ""
        self.viewer = ""
        self._turn: Turn | None = None
        self._came_from = "title"

    # What is on the screen

    def view(self) -> View:
        """The screen now."""
        return _SCREENS[self.screen](self)

    @property
    def running(self) -> Game:
        """The game that is being played. Raises MoveError where there is none."""
        if self.game is None:
            raise MoveError("no game is being played")
        return self.game

    @property
    def asked(self) -> Ask:
        """The question that is on the screen. Raises MoveError where there is none."""
        if self.running.asked is None:
            raise MoveError("nobody is asked now")
        return self.running.asked

    def _title(self) -> View:
        last = self.saves.last()
        return title(f"{last.told.title}, {last.told.moment}" if last else "", self.notice)

    def _crises(self) -> View:
        return crises([_scenario(self.scenarios, name) for name in names()], self.notice)

    def _setup(self) -> View:
        assert self.chosen is not None
        return setup(self.scenarios(self.chosen.scenario), self.chosen, self.notice)

    def _opening(self) -> View:
        return opening(self.running.scenario, self.asked.side)

    def _curtain(self) -> View:
        return curtain(self.running.scenario, self.asked.side)

    def _happened(self) -> View:
        return happened(self.running, self.asked.side, self.state)

    def _ask(self) -> View:
        state = replace(self.state, notice=self.notice)
        if state.panel == "offer":
            return offer_view(self.running, self.asked, state)
        if state.panel in _OPEN_PANELS:
            return panel(self.running, self.asked, state)
        return _QUESTIONS[self.asked.kind](self.running, self.asked, state)

    def _ending(self) -> View:
        return ending(self.running, self.state)

    def _debrief(self) -> View:
        return debrief(self.running, replace(self.state, notice=self.notice), run_code(self.running), self._turn)

    def _timeline(self) -> View:
        return timeline(self.running, len(self.saves.branches(self.name)))

    def _menu(self) -> View:
        return aside.menu(
            self.running.scenario.title, self.running.files, run_code(self.running) if self.running.files else ""
        )

    def _settings(self) -> View:
        return aside.settings(self.settings, self.notice)

    def _help(self) -> View:
        return aside.helping()

    def _code(self) -> View:
        return aside.code_entry(self.typed, self.notice)

    # What a person means

    def do(self, intent: Intent) -> None:
        """Carry out an intent. What cannot be done leaves the screen as it is and says why above it."""
        self.notice = ""
        try:
            _VERBS.get(intent.verb, Desk._nothing)(self, intent.what)
        except GameError as error:
            self.notice = str(error)

    def _nothing(self, what: str) -> None:
        """A verb that this screen does not know changes nothing."""

    def _first(self, what: str) -> None:
        """Straight to Checkpoint Charlie, as Washington, with nothing to read first."""
        self.begin(Setup(words.FIRST), FIRST_SEED if self.saves.last_name() == "" else self.seeds(), at_once=True)

    def _open(self, what: str) -> None:
        if what == "debrief" and self._turn is None:
            self._turn = turning(self.running)
        if what in ("settings", "help", "code") and self.screen not in ("settings", "help", "code"):
            self._came_from = self.screen
        self.typed = ""
        self.state = State()
        self.screen = what if what in _SCREENS else self.screen

    def _set_up(self, what: str) -> None:
        self.chosen = Setup(self.scenarios(what).id)
        self.screen = "setup"

    def _side(self, what: str) -> None:
        if self.chosen and what in (*SIDES, BOTH):
            self.chosen = replace(self.chosen, side=what, mind="leader")

    def _mind(self, what: str) -> None:
        if self.chosen and self.chosen.side != BOTH:
            self.chosen = replace(self.chosen, mind=next_mind(self.scenarios(self.chosen.scenario), self.chosen))

    def _files(self, what: str) -> None:
        if self.chosen:
            self.chosen = replace(self.chosen, files=not self.chosen.files)

    def _begin(self, what: str) -> None:
        if self.chosen:
            self.begin(self.chosen, self.seeds())

    def begin(self, chosen: Setup, seed: int, at_once: bool = False) -> None:
        """Start a game. at_once goes to the first question; otherwise a page tells what one should know first."""
        game = Game.start(self.scenarios(chosen.scenario), chosen.players(), seed, chosen.files)
        self.begin_with(game, at_once)

    def begin_with(self, game: Game, at_once: bool = False) -> None:
        """Sit down at a new game and store it."""
        self.take(game, self.saves.fresh(game.scenario.id))
        self.save()
        if not at_once and not game.over:
            self.screen = "curtain" if len(game.people) > 1 else "opening"

    def take(self, game: Game, name: str) -> None:
        """Sit down at a game under the name that it is stored by."""
        self.game, self.name, self.state, self._turn, self.viewer = game, name, State(), None, ""
        if len(game.people) == 1:
            self.viewer = game.people[0]
        self._present(fresh=False)

    def save(self) -> None:
        """Store the game as it stands."""
        game = self.running
        self.saves.write(self.name, stored(game))

    def _present(self, fresh: bool) -> None:
        """The next screen of the game. fresh: something has just happened that may be worth telling."""
        game = self.running
        self.state = State()
        if game.over:
            self.screen = "ending"
        elif self.asked.side != self.viewer:
            self.screen = "curtain"
        else:
            self.screen = "happened" if fresh and worth_telling(game, self.viewer) else "ask"

    def _next(self, what: str) -> None:
        """On from a screen that only tells something."""
        if self.screen == "curtain":
            self.viewer = self.asked.side
            self.screen = "happened" if worth_telling(self.running, self.viewer) else "ask"
        elif self.screen == "menu":
            self.screen = self._paused
        elif self.screen in ("opening", "happened"):
            tell = self.screen == "opening" and worth_telling(self.running, self.asked.side)
            self.state = State()
            self.screen = "happened" if tell else "ask"

    def _choose(self, what: str) -> None:
        """Give the order; it is stored before anything else is shown."""
        if self.screen != "ask":
            raise MoveError("no question is on the screen")
        self.running.choose(what, self.state.tool or None)
        self.save()
        self._present(fresh=True)

    def _tool(self, what: str) -> None:
        option = self.asked.find_tool(what)
        self.state = replace(self.state, tool="" if self.state.tool == option.id else option.id)

    def _term(self, what: str) -> None:
        terms = self.state.terms
        told = self.running.scenario.standoffs[self.asked.entry].terms
        if what in terms:
            terms = tuple(term for term in terms if term != what)
        elif what in told and len(terms) < 2:
            terms = (*terms, what)
        self.state = replace(self.state, terms=terms)

    def _private(self, what: str) -> None:
        self.state = replace(self.state, private=not self.state.private)

    def _panel(self, what: str) -> None:
        """Open a panel, or close the one that is open."""
        if what == "help":
            self._open("help")
        elif what == "timeline":
            self._came_from = self.screen
            self.screen = "timeline"
        elif self.screen == "timeline":
            self.screen = self._came_from
        else:
            if what == "offer":
                self.state = replace(self.state, private=self._can_be_private())
            self.state = replace(self.state, panel="" if self.state.panel == what else what)

    def _can_be_private(self) -> bool:
        return any(option.id.endswith(":private") for option in self.asked.open)

    def _page(self, what: str) -> None:
        if what in PAGES:
            self.state = replace(self.state, page=what)

    def _rewind(self, what: str) -> None:
        """Back to a decision; the road that was taken is kept as a branch."""
        if not (self.running.files or self.running.over):
            raise MoveError("the files are sealed until the game is over")
        earlier = rewound(self.running, int(what))
        self.saves.branch(self.name, stored(self.running))
        self.take(earlier, self.name)
        self.save()

    def _resume(self, what: str) -> None:
        """Go on with the last game."""
        last = self.saves.last()
        if last is None:
            raise RecordError("there is no game to go on with")
        self.take(replay(last.told, self.scenarios(last.told.scenario)), last.name)

    def _back(self, what: str) -> None:
        """One screen back; from a game to its menu."""
        if self.screen in ("settings", "help"):
            self.screen = self._came_from
        elif self.screen in ("ask", "happened", "opening", "curtain"):
            self._paused, self.screen = self.screen, "menu"
        else:
            self.screen = "title"

    _paused = "ask"

    def _quit(self, what: str) -> None:
        self.closed = True

    def _type(self, what: str) -> None:
        if self.screen == "code":
            self.typed = (self.typed + codes.cleaned(what))[: codes.LONGEST]

    def _erase(self, what: str) -> None:
        self.typed = self.typed[:-1]

    def _enter(self, what: str) -> None:
        """Open the game of the code that was typed."""
        game = codes.decode(what or self.typed, [_scenario(self.scenarios, name) for name in names()])
        self.take(game, self.saves.fresh(game.scenario.id))
        self.save()

    def _scale(self, what: str) -> None:
        self._keep(self.settings.scaled(what))

    def _size(self, what: str) -> None:
        self._keep(self.settings.sized(what))

    def _keep(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.saves.keep_settings(settings.write())


@cache
def _scenario(source: Callable[[str], Scenario], name: str) -> Scenario:
    """A scenario of the menu, read once."""
    return source(name)


def stored(game: Game) -> Record:
    """A game's record with where it stands in words."""
    return record(game, words.short_date(game.minute) if not game.over else "over")


def run_code(game: Game) -> str:
    """The game's run code in groups of four, or empty where it does not fit one."""
    try:
        return codes.grouped(codes.encode(game))
    except RecordError:
        return ""


def sides_of(game: Game) -> Sequence[str]:
    """The sides that people play."""
    return game.people


_SCREENS: dict[str, Callable[[Desk], View]] = {
    "title": Desk._title, "crises": Desk._crises, "setup": Desk._setup, "opening": Desk._opening,
    "curtain": Desk._curtain, "happened": Desk._happened, "ask": Desk._ask, "ending": Desk._ending,
    "debrief": Desk._debrief, "timeline": Desk._timeline, "menu": Desk._menu, "settings": Desk._settings,
    "help": Desk._help, "code": Desk._code,
}  # fmt: skip
_VERBS: dict[str, Callable[[Desk, str], None]] = {
    "first": Desk._first, "open": Desk._open, "setup": Desk._set_up, "side": Desk._side, "mind": Desk._mind,
    "files": Desk._files, "begin": Desk._begin, "next": Desk._next, "choose": Desk._choose, "tool": Desk._tool,
    "term": Desk._term, "private": Desk._private, "panel": Desk._panel, "page": Desk._page, "rewind": Desk._rewind,
    "resume": Desk._resume, "back": Desk._back, "quit": Desk._quit, "type": Desk._type, "erase": Desk._erase,
    "enter": Desk._enter, "scale": Desk._scale, "size": Desk._size,
}  # fmt: skip
