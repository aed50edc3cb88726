"""A campaign's files to a Campaign, by the same field table as a scenario's.

`load_campaign` is for playing: a Campaign or a ScenarioError. What `check` says more stands in `campaign_check`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from game import resources
from game.model.campaign import Campaign, Chapter
from game.problems import Place, Problem, ScenarioError
from game.scenario.build import BROKEN, Builder
from game.scenario.catalogue import CAMPAIGN, names, scenario_files, shared_parts
from game.scenario.fields import plan
from game.scenario.merge import add, entries_of, merge
from game.scenario.nodes import Mapping, SourceFile
from game.scenario.reader import read_file

#: What a campaign has from the shared files without naming it.
SHARED = ("sources", "leaders")


@dataclass(frozen=True)
class LoadedCampaign:
    """A campaign as opened: what was built (None where too little could be), its nodes, files and problems so far."""

    path: Path
    campaign: Campaign | None
    root: Mapping
    files: dict[str, SourceFile]
    problems: list[Problem] = field(default_factory=list)


def home() -> Path:
    """The folder of the campaign that comes with the game."""
    return resources.scenarios() / CAMPAIGN


def is_campaign(path: Path) -> bool:
    """Whether a folder or file is meant as a campaign: it has chapters and is no scenario."""
    if path.is_dir():
        return any(is_campaign(one) for one in scenario_files(path))
    return path.suffix == ".yaml" and path.is_file() and "\nchapters:" in path.read_text("utf-8", "replace")


def open_campaign(path: Path) -> LoadedCampaign:
    """A campaign from a folder or a single file. Never raises for what a file holds; problems tell."""
    paths = scenario_files(path) if path.is_dir() else [path]
    read = [read_file(one) for one in paths]
    shared_files, shared = shared_parts()
    root, problems = merge([top for _, top, _ in read if top is not None])
    for kind in SHARED:
        add(root, kind, entries_of(shared.get(kind)))
    problems = [problem for _, _, found in read for problem in found] + problems
    if not paths:
        problems.append(Problem(Place(str(path)), "error", "S003", "there are no .yaml files in this folder"))
    campaign, faults = _build(root) if paths else (None, [])
    texts = {source.name: source for source in [one[0] for one in read] + shared_files}
    return LoadedCampaign(path, campaign, root, texts, problems + faults)


def _build(root: Mapping) -> tuple[Campaign | None, list[Problem]]:
    builder = Builder()
    built: dict[str, Any] = builder.values(Campaign, root, "the campaign")
    builder.missing(Campaign, root, "the campaign", root)
    kept = {key: value for key, value in built.items() if value is not BROKEN}
    lacking = [one for one in plan(Campaign).values() if one.needed and one.attribute not in kept]
    return (None if lacking else Campaign(**kept)), builder.problems


def load_campaign(path: Path | None = None) -> Campaign:
    """A campaign that can be played, with the chapters whose scenarios are there. Raises ScenarioError."""
    opened = open_campaign(path or home())
    errors = [problem for problem in opened.problems if problem.level == "error"]
    if opened.campaign is None or errors:
        raise ScenarioError(errors)
    return replace(opened.campaign, chapters=there(opened.campaign, names()))


def there(campaign: Campaign, scenarios: list[str]) -> tuple[Chapter, ...]:
    """The chapters whose scenarios are among those named."""
    return tuple(chapter for chapter in campaign.chapters if chapter.scenario in scenarios)
