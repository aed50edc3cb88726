"""A scenario's card: the few words that a menu shows, read from the tops of its files without building anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from game.scenario.catalogue import find, names, scenario_files
from game.scenario.reader import LOADER, MAX_BYTES

#: How many events of a file are looked at, at most: the head of a scenario is its first dozen lines.
MOST = 200


@dataclass(frozen=True)
class Card:
    """What a menu says of a scenario. starts is its first moment as text, minutes how long a game takes."""

    id: str
    title: str
    kind: str
    question: str
    minutes: int
    starts: str


def card(which: str | Path) -> Card:
    """The card of a scenario by id or path; what its head does not say is empty. Raises ScenarioError."""
    path = find(which)
    told: dict[str, str] = {}
    for file in scenario_files(path) if path.is_dir() else [path]:
        told = {**_head(file), **told}
    length = told.get("minutes", "")
    return Card(
        told.get("id", str(which)), told.get("title", ""), told.get("kind", "crisis"), told.get("question", ""),
        int(length) if length.isdigit() else 0, told.get("starts", ""),
    )  # fmt: skip


def cards() -> list[Card]:
    """The cards of the scenarios that come with the game, by first moment; without those whose head cannot be read."""
    told = (card(name) for name in names())
    return sorted((one for one in told if one.title and one.starts), key=lambda one: (one.starts, one.id))


def _head(path: Path) -> dict[str, str]:
    """The scalars at the top of a file, up to the first key that holds more than one value."""
    told: dict[str, str] = {}
    key = ""
    with path.open("rb") as file:
        text = file.read(MAX_BYTES).decode("utf-8", "replace")
    try:
        for count, event in enumerate(yaml.parse(text, LOADER)):
            if count > MOST or (key and not isinstance(event, yaml.ScalarEvent)):
                break
            if isinstance(event, yaml.ScalarEvent):
                told, key = ({**told, key: " ".join(event.value.split())}, "") if key else (told, event.value)
    except yaml.YAMLError:
        return told
    return told
