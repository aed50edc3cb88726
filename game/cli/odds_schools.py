"""Odds under each school of historians, side by side: a column a school, beside the model as it is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from game.insight.odds import Odds
from game.insight.odds_figures import Figures
from game.insight.schools import STYLISED, schools
from game.model.scenario import Scenario
from game.views.odds_words import READINGS, WARNING, points

#: What the column without a school is called, in the table and in JSON.
MODEL = "model"


def show(scenario: Scenario, told: Sequence[Odds], interrupted: bool, console: Console) -> None:
    """A row a choice, a column a school: war, both sides' aims, the ending that comes most often."""
    decision, known = scenario.decisions[told[0].asked.at], schools()
    table = Table(title=decision.title, title_justify="left")
    table.add_column("choice", overflow="fold")
    for one in told:
        table.add_column(known[one.asked.school].name if one.asked.school else "The model", overflow="fold")
    for place, figures in enumerate(told[0].figures):
        cells = [_cell(scenario, one.figures[place]) for one in told]
        table.add_row(decision.choices[figures.choice].label, *cells)
    console.print(table)
    names = " and ".join(scenario.sides[side].name for side in ("usa", "ussr"))
    console.print(f"Of 100 worlds: how many end in war; how many of their aims {names} meet; the commonest ending.")
    console.print(f"{READINGS[told[0].asked.reading]} {min(one.worlds for one in told):,} worlds or more a column.")
    if interrupted:
        console.print("Stopped early: this is what there was.")
    for one in told:
        if one.asked.school:
            school = known[one.asked.school]
            console.print(f"{school.name}: {'; '.join(premise.says for premise in school.assumes)}.")
    console.print(f"{STYLISED} {WARNING}")


def _cell(scenario: Scenario, one: Figures) -> str:
    if not one.worlds:
        return "never open"
    usa, ussr = (f"{100 * met.share:.0f}" for met in one.aims)
    name, share = max(one.endings.items(), key=lambda item: item[1].share)
    return f"war {points(one.wars)}\naims {usa} and {ussr}\n{scenario.endings[name].title}, {100 * share.share:.0f}"
