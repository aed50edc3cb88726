"""What a person does to a screen that moves no game on: lay an instrument, put an offer together, open papers, resize.

The verbs here work on a Desk, as the screens do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.play.settings import Settings
from game.views.campaign_closing import PAGES as CLOSING
from game.views.debrief import PAGES

if TYPE_CHECKING:
    from game.views.desk import Desk

#: Screens that one visits beside a game and comes back from.
ASIDE = ("settings", "help", "code", "timeline")


def _tool(desk: Desk, what: str) -> None:
    option = desk.asked.find_tool(what)
    desk.state = replace(desk.state, tool="" if desk.state.tool == option.id else option.id)


def _term(desk: Desk, what: str) -> None:
    terms = desk.state.terms
    told = desk.running.scenario.standoffs[desk.asked.entry].terms
    if what in terms:
        terms = tuple(term for term in terms if term != what)
    elif what in told and len(terms) < 2:
        terms = (*terms, what)
    desk.state = replace(desk.state, terms=terms)


def _private(desk: Desk, what: str) -> None:
    desk.state = replace(desk.state, private=not desk.state.private)


def _panel(desk: Desk, what: str) -> None:
    """Open a panel, or close the one that is open."""
    if what in ASIDE:
        desk.open(what)
    elif desk.screen in ASIDE:
        desk.screen = desk.came_from
    elif what == "offer":
        private = any(option.id.endswith(":private") for option in desk.asked.open)
        desk.state = replace(desk.state, panel=what, private=private)
    else:
        desk.state = replace(desk.state, panel="" if desk.state.panel == what else what)


def _page(desk: Desk, what: str) -> None:
    if what in PAGES or what in CLOSING:
        desk.state = replace(desk.state, page=what)


def _scale(desk: Desk, what: str) -> None:
    _keep(desk, desk.settings.scaled(what))


def _size(desk: Desk, what: str) -> None:
    _keep(desk, desk.settings.sized(what))


def _keep(desk: Desk, settings: Settings) -> None:
    if settings != desk.settings:
        desk.settings = settings
        desk.saves.keep_settings(settings.write())


VERBS: dict[str, Callable[[Desk, str], None]] = {
    "tool": _tool, "term": _term, "private": _private, "panel": _panel, "page": _page, "scale": _scale, "size": _size,
}  # fmt: skip
