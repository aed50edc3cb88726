"""`replay FILE-OR-CODE --schools`: the same orders in the world of each school of historians, side by side."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.insight.schools import STYLISED, cast_of, schools
from game.play.game import Game
from game.play.schools import Again, again, named, peak
from game.problems import GameError
from game.views.odds_words import WARNING


def replay_schools(game: Game) -> int:
    """Play a game's orders again under each school, and tell what each came to; 0."""
    if not game.people:
        raise GameError("nobody gave an order in this game", "minds played both sides; odds --schools asks such games")
    found, known = dict[str, Again](), schools()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        for name in bar.track(known, description="schools"):
            found[name] = again(game, cast_of(name))
    show(game, found, Console(highlight=False))
    return 0


def show(game: Game, found: dict[str, Again], console: Console) -> None:
    """A column a school, beside the game as it was played; below, the orders that no longer fit."""
    known = schools()
    table = Table(title=f"{game.scenario.title}: the same orders in each school's world", title_justify="left")
    for head in ("", "as it was played", *(known[name].name for name in found)):
        table.add_column(head, overflow="fold")
    games = [game, *(one.game for one in found.values())]
    table.add_row("ending", *(_ending(one) for one in games))
    table.add_row("tension: first, highest, last", *(f"{g.opening:.0f}, {peak(g):.0f}, {g.tension:.0f}" for g in games))
    table.add_row("orders given again", "", *(f"{one.kept}" for one in found.values()))
    table.add_row("no longer open", "", *(f"{len(one.misfits)}" for one in found.values()))
    table.add_row("never asked for", "", *(f"{len(one.unasked)}" for one in found.values()))
    table.add_row("new questions", "", *(f"{one.own}" for one in found.values()))
    console.print(table)
    for name, one in found.items():
        told = [("no longer open", one.misfits), ("never asked for", one.unasked)]
        for what, keys in told:
            if keys:
                console.print(f"{known[name].name}, {what}: {'; '.join(dict.fromkeys(named(game, k) for k in keys))}.")
    console.print("A question that is new, or whose order is closed, is answered by the side's leader.")
    for name in found:
        console.print(f"{known[name].name}: {'; '.join(one.says for one in known[name].assumes)}.")
    console.print(f"One world on one seed: another would differ. {STYLISED} {WARNING}")


def _ending(game: Game) -> str:
    return game.scenario.endings[game.ending].title if game.over else "not over yet"
