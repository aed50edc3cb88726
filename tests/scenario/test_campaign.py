"""A campaign's files are read and checked as strictly as a scenario's, and the game's own is sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from game import resources
from game.cli.main import main
from game.problems import ScenarioError
from game.scenario.campaign import home, load_campaign, open_campaign
from game.scenario.campaign_check import check_campaign
from game.scenario.catalogue import names, scenario_files
from game.scenario.reader import read_file
from game.scenario.reference import campaign_records, reference
from game.scenario.schema import as_text, campaign_schema
from tests.play.campaign_sample import CAMPAIGN
from tests.scenario.samples import changed, written
from tests.scenario.test_schema import plain


def said(folder: Path, old: str, new: str) -> list[str]:
    """What `check` says of the sample with one place changed, beside its scenarios, which are not the game's own."""
    found = check_campaign(written(folder, changed(old, new, CAMPAIGN), "campaign.yaml"))
    return [problem.message for problem in found.problems if "passed over" not in problem.message]


def test_the_games_own_campaign_is_sound() -> None:
    found = check_campaign(home())
    assert [problem for problem in found.problems if problem.level == "error"] == []


def test_chapters_of_the_games_own_campaign_stand_by_date() -> None:
    """All of them are scenarios of the game; none comes twice."""
    told = [chapter.scenario for chapter in load_campaign().chapters]
    assert set(told) <= set(names())
    assert len(set(told)) == len(told)


def test_the_sample_is_sound(tmp_path: Path) -> None:
    assert said(tmp_path, "Three bridges", "Three bridges") == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "after: bridge\n    endings: [opened]",
            "after: bridg\n    endings: [opened]",
            "'bridg' is not among the chapters",
        ),
        ("meters: {nato: 6}", "meters: {nata: 6}", "'nata' is not among the meters"),
        ("set: [promised]", "set: [promise]", "'promise' is not among the flags"),
        ("leader: molotov, since", "leader: molotow, since", "'molotow' is not among the leaders"),
        ("resolve: {usa: -10}", "leader: nixon", "'nixon' is not among the swaps"),
        ("resolve: {usa: -10}", "resolve: {uk: -10}", "'uk' is not among the sides"),
        ("{ended: [war], says", "{ended: [won], says", "'won' is not among the ways in which the years can go"),
        ("fits: {by: [ussr]", "fits: {by: [france]", "'france' is not among the ways of who"),
        ("{who} did it", "{whom} did it", "'{whom}' is nothing that a reading can name"),
        ("It was them.", "It " + "was " * 50, "'holds' has 51 words; at most 40"),
        ("leads:", "leaders_of:", "the campaign has no key 'leaders_of'"),
    ],
)
def test_what_is_wrong_with_a_campaign_is_said(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert told in said(tmp_path, old, new)


def test_a_rules_condition_is_checked_against_its_own_chapter(tmp_path: Path) -> None:
    """Names in a rule are the scenario's, so they are looked for there."""
    text = CAMPAIGN.replace("scenario: bridge", "scenario: hungary-1956").replace(
        "after: bridge", "after: hungary-1956"
    )
    found = check_campaign(written(tmp_path, text, "campaign.yaml"))
    told = [problem.message for problem in found.problems]
    assert "there is no flag called 'open'" in told
    assert "'opened' is not among the endings of that chapter" in told


def test_a_broken_campaign_is_not_played(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="lacks 'closing'"):
        load_campaign(written(tmp_path, CAMPAIGN[: CAMPAIGN.index("closing:")], "campaign.yaml"))


def test_check_takes_a_campaign_and_finds_the_one_beside_scenarios(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(written(tmp_path, CAMPAIGN, "campaign.yaml"))]) == 0
    assert "Three bridges" in capsys.readouterr().out
    assert main(["check", str(home())]) == 0
    assert "Seven years" in capsys.readouterr().out


def test_the_campaigns_schema_takes_the_games_own_files() -> None:
    for path in scenario_files(home()):
        _, node, _ = read_file(path)
        assert [error.message for error in Draft7Validator(campaign_schema()).iter_errors(plain(node))] == []


def test_the_written_schema_is_the_one_that_the_table_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert (resources.scenarios() / "campaign-schema.json").read_text(encoding="utf-8") == as_text(campaign_schema())
    assert main(["schema", "--campaign"]) == 0
    assert json.loads(capsys.readouterr().out) == campaign_schema()


def test_the_reference_page_explains_every_record_of_a_campaign() -> None:
    page = reference()
    assert all(f"## {record.__name__}\n" in page for record in campaign_records())


def test_a_campaign_opens_as_written(tmp_path: Path) -> None:
    opened = open_campaign(written(tmp_path, CAMPAIGN, "campaign.yaml"))
    assert opened.campaign is not None
    assert [chapter.scenario for chapter in opened.campaign.chapters] == ["bridge", "ferry", "tunnel"]
    assert "khrushchev" in opened.campaign.leaders, "shared leaders are always there"
