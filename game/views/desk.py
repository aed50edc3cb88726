"""The desk: one person's way through the game, screen by screen, the same for window and terminal.

`view()` says what is on the screen, `do(intent)` what the person meant. A desk is the only thing that knows which
screen comes next; it saves after each choice, before the next screen is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from game.model.campaign import Campaign
from game.model.scenario import Scenario
from game.play import code as codes
from game.play.ask import Ask
from game.play.campaign import Road
from game.play.campaign_record import CampaignRecord
from game.play.game import Game
from game.play.record import Record, record, replay
from game.play.rewind import rewound
from game.play.saves import Saves
from game.play.settings import Settings
from game.play.turning import Turn, turning
from game.problems import GameError, MoveError, RecordError
from game.scenario.catalogue import load, names
from game.views import words
from game.views.blocks import Intent, View
from game.views.campaign_desk import VERBS as CAMPAIGN
from game.views.campaign_desk import resume
from game.views.campaign_desk import stored as stored_campaign
from game.views.campaign_setup import Plan
from game.views.desk_screen import ASIDE
from game.views.desk_screen import VERBS as ON_SCREEN
from game.views.happened import worth_telling
from game.views.letter import post
from game.views.lobby import Lobby
from game.views.odds_desk import SCREEN as ODDS
from game.views.odds_desk import VERBS as OTHERWISE
from game.views.odds_desk import Otherwise, leave, tidy
from game.views.screens import SCREENS
from game.views.state import State
from game.views.title import Setup
from game.views.waiting import waits

#: The first game's luck: in this world the night shows within three orders what it can do.
FIRST_SEED = 4721
#: Screens that can be opened by name; "timeline" by its panel.
OPENED = ("title", "crises", "moments", "debrief", *ASIDE)
#: Screens of a game in progress.
PLAYING = ("opening", "curtain", "happened", "letter", "ask")


class Desk(Lobby):
    """A state machine of screens. seeds gives the luck of each new game; scenarios opens one by id or path.

    game is the game that is played or none, name the one that it is stored by, where its scenario's path if that is not
    our own, viewer the side whose eyes are on the screen, turn what the debrief found would have broken a war's chain.
    road is the campaign that the game is a chapter of, plan one that is being set up.
    otherwise holds the odds that are looked at; wake, where it is set, shows the screen anew.
    """

    def __init__(self, saves: Saves, seeds: Callable[[], int], scenarios: Callable[[str], Scenario] = load) -> None:
        super().__init__(scenarios)
        self.saves: Saves = saves
        self.seeds: Callable[[], int] = seeds
        self.settings: Settings = Settings.read(saves.settings())
        self.closed: bool = False
        self.came_from, self.paused = "title", "ask"
        self.game: Game | None = None
        self.name: str = ""
        self.where: str = ""
        self.viewer: str = ""
        self.state: State = State()
        self.turn: Turn | None = None
        self.campaign: Campaign | None = None
        self.plan: Plan | None = None
        self.road: Road | None = None
        self.notice: str = ""
        self.otherwise: Otherwise | None = None
        self.wake: Callable[[], None] | None = None

    def view(self) -> View:
        """The screen now, with what the desk has to say above it."""
        shown = SCREENS[self.screen](self)
        return replace(shown, notice=self.notice) if self.notice else shown

    def do(self, intent: Intent) -> None:
        """Carry out an intent. What cannot be done leaves the screen as it is and says why above it."""
        self.notice = ""
        try:
            _VERBS.get(intent.verb, Desk._nothing)(self, intent.what)
        except GameError as error:
            self.notice = str(error)
        tidy(self)

    def waits(self, intent: Intent) -> str:
        """What a person waits for while an intent is carried out; empty where nobody has to think about it."""
        return waits(self.game, intent)

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

    def _nothing(self, what: str) -> None:
        """A verb that this screen does not know changes nothing."""

    # Before a game

    def open(self, what: str) -> None:
        """Show a screen by its name, one of those that can be opened from others."""
        if what not in OPENED:
            return
        if what == "debrief" and self.turn is None:
            self.turn = turning(self.running)
        if what in ASIDE and self.screen not in ASIDE:
            self.came_from = self.screen
        if what not in ASIDE:
            self.state = State()
        self.typed, self.screen = "", what

    def _first(self, what: str) -> None:
        """Straight to Checkpoint Charlie, as Washington, with nothing to read first."""
        self.start(Setup(words.FIRST), self.seeds() if self.saves.last_name() else FIRST_SEED, at_once=True)

    def _begin(self, what: str) -> None:
        if self.chosen:
            self.start(self.chosen, self.seeds())

    def start(self, chosen: Setup, seed: int, at_once: bool = False) -> None:
        """Start a game as it was set up. at_once goes to the question; else a page tells what one should know."""
        scenario = self.scenarios(chosen.scenario)
        self.where = "" if chosen.scenario in names() else str(Path(chosen.scenario).resolve())
        self.begin(Game.start(scenario, chosen.players(), seed, chosen.files), at_once)

    def begin(self, game: Game, at_once: bool = False) -> None:
        """Sit down at a new game and store it."""
        self.road = None
        self.take(game, self.saves.fresh(game.scenario.id))
        self.save()
        if not at_once and not game.over and len(game.people) == 1:
            self.screen = "opening"

    def _resume(self, what: str) -> None:
        """Go on with the last game."""
        last = self.saves.last()
        if last is None:
            self._say_why_not()
        if isinstance(last.told, CampaignRecord):
            resume(self, last.told, last.name)
            return
        self.where, self.road = last.told.where, None
        self.take(replay(last.told, self.scenarios(self.where or last.told.scenario)), last.name)

    def _say_why_not(self) -> NoReturn:
        """No game to go on with: none was begun, the last is over, or its file is broken, which is said and left."""
        name = self.saves.last_name()
        if name and self.saves.open(name).over:
            raise RecordError("the last game is over", f"read it again with: replay {self.saves.path(name)}")
        raise RecordError("there is no game to go on with")

    def _enter(self, what: str) -> None:
        """Open the game of the code that was typed."""
        code = what or self.typed
        game = codes.decode(code, [self.scenarios(name) for name in codes.tagged(code, names())])
        self.road = None
        self.take(game, self.saves.fresh(game.scenario.id))
        self.save()

    # During a game

    def take(self, game: Game, name: str) -> None:
        """Sit down at a game, under the name that it is stored by."""
        self.game, self.name, self.turn = game, name, None
        if self.road:
            self.road.take(game)
        self.viewer = game.people[0] if len(game.people) == 1 else ""
        self._present(fresh=False)

    def depart(self, road: Road, name: str) -> None:
        """Set out on a campaign, under the name that it is stored by, between two chapters or at its end."""
        self.road, self.name, self.game, self.where = road, name, None, ""
        self.state, self.screen = State(), "closing" if road.over else "chapter"

    def stored(self) -> Record | CampaignRecord:
        """What is stored of the game or campaign as it stands."""
        return stored_campaign(self.road) if self.road else stored(self.running, self.where)

    def save(self) -> None:
        """Store the game as it stands. Where the disk refuses, the game goes on and the screen says so."""
        try:
            self.saves.write(self.name, self.stored())
        except OSError as error:
            self.notice = f"The game could not be saved: {error.strerror}. It goes on, but will be lost when it closes."

    def _present(self, fresh: bool) -> None:
        """The next screen of the game. fresh: something has just happened that may be worth telling."""
        self.state = State()
        if self.running.over:
            self.screen = "ending"
        elif self.asked.side != self.viewer:
            self.screen = "curtain"
        else:
            self.screen = "happened" if fresh and worth_telling(self.running, self.viewer) else "ask"

    def _next(self, what: str) -> None:
        """On from a screen that only tells something."""
        if self.screen == "menu":
            self.screen = self.paused
            return
        if self.screen in ("happened", "letter"):
            self._read_on()
        elif self.screen in ("curtain", "opening"):
            self.viewer = self.asked.side
            self._present(fresh=True)

    def _read_on(self) -> None:
        """To the next paper that has arrived, or to the question."""
        unread = self.state.letter + (self.screen == "letter")
        arrived = len(post(self.running, self.viewer))
        self.state = State(letter=unread) if unread < arrived else State()
        self.screen = "letter" if unread < arrived else "ask"

    def _choose(self, what: str) -> None:
        """Give the order; it is stored before anything else is shown."""
        if self.screen != "ask":
            raise MoveError("no question is on the screen")
        self.running.order(what, self.state.tool or None)
        if self.running.seats.slow:
            self.save()  # what follows may take a second, and somebody may pull the plug in it
        self.running.advance()
        self.save()
        self._present(fresh=True)

    def _rewind(self, what: str) -> None:
        """Back to a decision; the road that was taken is kept as a branch."""
        if not (self.running.files or self.running.over):
            raise MoveError("the files are sealed until the game is over")
        earlier = rewound(self.running, int(what))
        self.saves.branch(self.name, self.stored())
        self.take(earlier, self.name)
        self.save()

    # Everywhere

    def _back(self, what: str) -> None:
        """One screen back; from a game to its menu."""
        if self.screen == ODDS:
            leave(self)
        elif self.screen in ASIDE:
            self.screen = self.came_from
        elif self.screen in PLAYING:
            self.paused, self.screen = self.screen, "menu"
        else:
            self.screen = "title"

    def _quit(self, what: str) -> None:
        self.closed = True


def stored(game: Game, where: str) -> Record:
    """A game's record with when it stands, in words, and the path of its scenario if that is not our own."""
    return record(game, words.short_date(game.minute) if not game.over else "over", where)


_VERBS: dict[str, Callable[[Desk, str], None]] = {
    "first": Desk._first, "open": Desk.open, "setup": Desk._set_up, "side": Desk._side, "mind": Desk._mind,
    "level": Desk._level, "files": Desk._files, "begin": Desk._begin, "next": Desk._next, "choose": Desk._choose,
    "rewind": Desk._rewind, "resume": Desk._resume, "back": Desk._back, "quit": Desk._quit, "type": Desk._type,
    "erase": Desk._erase, "enter": Desk._enter, **ON_SCREEN, **CAMPAIGN, **OTHERWISE,
}  # fmt: skip
