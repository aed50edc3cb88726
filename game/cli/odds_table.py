"""Odds in the terminal: tables for both readings side by side, in 100 worlds, with errors."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from game.insight.odds import Odds
from game.insight.odds_figures import Figures, Gap
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.views import odds_words as say
from game.views import words

#: An ending that comes in fewer worlds than this after every choice is left out of the table.
RARE = 0.01


def show(scenario: Scenario, told: Sequence[Odds], interrupted: bool, console: Console) -> None:
    """Everything: choices, endings, differences, tension, and how the figures were made."""
    decision = scenario.decisions[told[0].asked.at]
    console.print(f"[bold]{decision.title}[/bold]")
    for one in told:
        console.print(say.reading(scenario, one.asked))
    console.print(say.HOW)
    console.print(say.BAND)
    labels = [f"{place} {decision.choices[one.choice].label}" for place, one in enumerate(told[0].figures, start=1)]
    console.print(_choices(scenario, told, labels))
    for one in told:
        console.print(_endings(scenario, one))
    console.print(_gaps(scenario, told))
    console.print(_tension(told, labels))
    for line in closing(told, interrupted):
        console.print(line)


def closing(told: Sequence[Odds], interrupted: bool) -> list[str]:
    """How the figures were made, and what they are."""
    lines = ["Stopped early by an interrupt: this rests on the worlds so far."] if interrupted else []
    for one in told:
        lines.append(
            f"{say.THEN[one.asked.reading].capitalize()}: {say.thousands(one.worlds)} worlds from seed "
            f"{one.asked.seed}, the same luck for every choice; largest standard error {100 * one.error:.1f} in 100; "
            f"{one.seconds:.1f} seconds, {say.thousands(round(one.pace))} decisions a second."
        )
    return [*lines, say.WARNING]


def _table(title: str, heads: Sequence[str], lines: bool = True) -> Table:
    table = Table(title=title, title_justify="left", show_lines=lines)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _choices(scenario: Scenario, told: Sequence[Odds], labels: Sequence[str]) -> Table:
    """A row for each choice, a column for each reading."""
    table = _table("Choices", ["order", *(say.THEN[one.asked.reading] for one in told)])
    for place, label in enumerate(labels):
        table.add_row(label, *(_cell(scenario, one.figures[place]) for one in told))
    return table


def _cell(scenario: Scenario, one: Figures) -> str:
    """War and both sides' aims after one choice; where it never was open, that."""
    if not one.worlds:
        return "never open"
    aims = [f"{scenario.sides[side].name}'s aims {say.points(met)}" for side, met in zip(SIDES, one.aims, strict=True)]
    return "\n".join([f"war {say.war(one)}", *aims])


def _endings(scenario: Scenario, told: Odds) -> Table:
    """A row for each ending that is not rare, a column for each choice."""
    numbers = [str(place) for place in range(1, len(told.figures) + 1)]
    table = _table(f"Endings, {say.THEN[told.asked.reading]}", ["ending", *numbers], lines=False)
    most = {name: max(one.endings[name].share for one in told.figures) for name in scenario.endings}
    for name in sorted(most, key=lambda name: -most[name]):
        if most[name] >= RARE:
            table.add_row(scenario.endings[name].title, *(say.points(one.endings[name]) for one in told.figures))
    return table


def _gaps(scenario: Scenario, told: Sequence[Odds]) -> Table:
    """A row for each pair of choices: the first less the second on the same luck."""
    table = _table("Differences on the same luck", ["orders", *(say.THEN[one.asked.reading] for one in told)])
    places = {one.choice: place for place, one in enumerate(told[0].figures, start=1)}
    for pair in told[0].gaps:
        table.add_row(f"{places[pair[0]]} less {places[pair[1]]}", *(_gap(scenario, one.gaps[pair]) for one in told))
    return table


def _gap(scenario: Scenario, gap: Gap) -> str:
    usa, ussr = (
        f"{scenario.sides[side].name}'s aims {say.gained(met)}" for side, met in zip(SIDES, gap.aims, strict=True)
    )
    return f"war {say.gained(gap.war)}\n{usa}\n{ussr}"


def _tension(told: Sequence[Odds], labels: Sequence[str]) -> Table:
    """Where tension is highest in the middle of worlds, and how it ends."""
    table = _table(
        "Tension, in the middle world (in 8 of 10)", ["order", *(say.THEN[one.asked.reading] for one in told)]
    )
    for place, label in enumerate(labels):
        table.add_row(label, *(_peak(one, one.figures[place]) for one in told))
    return table


def _peak(told: Odds, one: Figures) -> str:
    if not one.worlds:
        return ""
    place = max(range(len(one.fan)), key=lambda place: one.fan[place][1])
    (low, top, high), (least, last, most) = one.fan[place], one.fan[-1]
    return (
        f"highest {top:.0f} ({low:.0f} to {high:.0f}), {words.day(told.dates[place])}\n"
        f"at the end {last:.0f} ({least:.0f} to {most:.0f})"
    )
