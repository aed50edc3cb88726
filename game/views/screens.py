"""Which view each of a desk's screens shows. The desk says where one is; this says what one sees there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.play import code as codes
from game.play import letters
from game.play.ask import Ask
from game.play.game import Game
from game.problems import RecordError
from game.scenario.campaign import load_campaign
from game.scenario.card import cards
from game.views import aside
from game.views.blocks import View
from game.views.campaign import after, chapter, in_campaign
from game.views.campaign_closing import closing
from game.views.campaign_desk import on_the_road, planned
from game.views.campaign_setup import setup as campaign_setup
from game.views.debrief import debrief
from game.views.decision import decision, incident
from game.views.ending import ending
from game.views.happened import happened
from game.views.letter import letter
from game.views.odds import odds_view
from game.views.odds_desk import looked_at
from game.views.offer import offer_view
from game.views.panels import panel
from game.views.standoff import reply_view, round_view
from game.views.state import State
from game.views.timeline import timeline
from game.views.title import crises, curtain, moments, opening, setup, title

if TYPE_CHECKING:
    from game.views.desk import Desk

_QUESTIONS: dict[str, Callable[[Game, Ask, State], View]] = {
    "decision": decision, "incident": incident, "alarm": incident, "round": round_view, "reply": reply_view,
}  # fmt: skip
_OPEN_PANELS = ("paper", "aims", "intelligence", "sources")


def run_code(game: Game) -> str:
    """The game's run code in groups of four, or empty where it does not fit one."""
    try:
        return letters.grouped(codes.encode(game))
    except RecordError:
        return ""


def _title(desk: Desk) -> View:
    last = desk.saves.last()
    return title(f"{last.told.title}, {last.told.moment}" if last else "")


def _setup(desk: Desk) -> View:
    assert desk.chosen is not None
    return setup(desk.scenarios(desk.chosen.scenario), desk.chosen)


def _ask(desk: Desk) -> View:
    state = desk.state
    if state.panel == "offer":
        return offer_view(desk.running, desk.asked, state)
    if state.panel in _OPEN_PANELS:
        return panel(desk.running, desk.asked, state)
    return _QUESTIONS[desk.asked.kind](desk.running, desk.asked, state)


def _debrief(desk: Desk) -> View:
    shown = debrief(desk.running, desk.state, run_code(desk.running), desk.turn)
    return in_campaign(shown, desk.road) if desk.road else shown


def _ending(desk: Desk) -> View:
    shown = ending(desk.running, desk.state)
    return in_campaign(shown, desk.road) if desk.road else shown


def _odds(desk: Desk) -> View:
    found = looked_at(desk)
    return odds_view(desk.running, found.reckoning, found.chosen)


def _menu(desk: Desk) -> View:
    game = desk.running
    return aside.menu(game.scenario.title, game.files, run_code(game) if game.files else "")


SCREENS: dict[str, Callable[[Desk], View]] = {
    "title": _title,
    "crises": lambda desk: crises(cards()),
    "moments": lambda desk: moments(cards()),
    "campaign": lambda desk: campaign_setup(load_campaign() if desk.campaign is None else desk.campaign, planned(desk)),
    "chapter": lambda desk: chapter(on_the_road(desk)),
    "between": lambda desk: after(on_the_road(desk)),
    "closing": lambda desk: closing(on_the_road(desk), desk.state),
    "setup": _setup,
    "opening": lambda desk: opening(desk.running, desk.asked.side),
    "curtain": lambda desk: curtain(desk.running.scenario, desk.asked.side),
    "happened": lambda desk: happened(desk.running, desk.asked.side, desk.state),
    "letter": lambda desk: letter(desk.running, desk.asked.side, desk.state),
    "ask": _ask,
    "ending": _ending,
    "debrief": _debrief,
    "odds": _odds,
    "timeline": lambda desk: timeline(desk.running, len(desk.saves.branches(desk.name))),
    "menu": _menu,
    "settings": lambda desk: aside.settings(desk.settings),
    "help": lambda desk: aside.helping(),
    "code": lambda desk: aside.code_entry(desk.typed),
}
