"""The foot of a question: the one instrument that may be laid beside the move, and the papers that can be opened."""

from __future__ import annotations

from game.play.ask import Ask, Option
from game.play.game import Game
from game.play.knowledge import Knowledge
from game.play.wording import inside, whole
from game.views.blocks import Action, Actions, Intent
from game.views.state import State

#: Panels of a question: key and label. Which of them a question has depends on what there is to read.
PANELS = {
    "paper": ("P", "Paper"),
    "advisers": ("V", "Advisers' reasons"),
    "aims": ("G", "Aims"),
    "intelligence": ("I", "Intelligence"),
    "sources": ("S", "Sources"),
    "timeline": ("T", "Timeline"),
    "odds": ("E", "Odds"),
    "help": ("F1", "Help"),
}


def foot(game: Game, knowledge: Knowledge, asked: Ask, state: State, panels: tuple[str, ...]) -> tuple[Actions, ...]:
    """Instruments on the left with the capital as dots, papers on the right."""
    rows = []
    if asked.tools:
        tools = tuple(_tool(option, state) for option in asked.tools)
        rows.append(Actions(tools, "One move beside it", whole(knowledge.capital), whole(knowledge.capital_most)))
    opened = tuple(Action(PANELS[name][1], PANELS[name][0], _opens(name)) for name in panels)
    menu = Action("Menu", "Esc", Intent("back"))
    return (*rows, Actions((*opened, menu), align="right"))


def _opens(name: str) -> Intent:
    return Intent("odds", "now") if name == "odds" else Intent("panel", name)


def _tool(option: Option, state: State) -> Action:
    cost = f"Costs {option.cost:g}. " if option.cost else ""
    detail = f"{cost}{option.detail}"
    return Action(option.label, option.key, Intent("tool", option.id), detail, option.closed, option.id == state.tool)


def laid(asked: Ask, state: State) -> str:
    """A sentence on the instrument that lies beside the move; empty where there is none."""
    tool = next((option for option in asked.tools if option.id == state.tool), None)
    if tool is None:
        return ""
    cost = f"{tool.cost:g} of your political capital"
    return f"Beside it: {inside(tool.label)} ({cost}). {tool.detail}".strip()
