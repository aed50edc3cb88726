"""What runs by itself in a scenario: meters that flow, flags of the first day, entries shared by several scenarios."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.engine.draft import Draft
from game.engine.step import start
from game.engine.time import pass_time
from game.engine.worlds import Worlds
from game.model.people import Flow
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.model.when import Condition
from game.play.game import Game
from game.play.saves import Saves
from game.scenario import catalogue
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario
from game.views.blocks import Document, Intent
from game.views.desk import Desk
from game.views.title import Setup
from tests.scenario.samples import BRIDGE, changed, codes, written

A_DAY = 1440
LETTER = """
  letter:
    at: 1958-06-02 10:00
    title: A letter comes in
    text: The ambassador brings it himself.
    standing: invented
    seen_by: [usa]
    sources: [own]
    paper: {kind: letter, from: The chairman, to: The President, title: A letter,
            text: Open the bridge., sources: [own]}
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Scenario:
    return load(written(tmp_path, BRIDGE))


def flowing(bridge: Scenario, *flows: Flow) -> Tables:
    """The bridge, where the Pact's meter has these flows."""
    return compile_scenario(
        replace(bridge, meters={**bridge.meters, "pact": replace(bridge.meters["pact"], flows=flows)})
    )


def after(tables: Tables, days: int, **rows: float) -> Worlds:
    """Two worlds after some quiet days."""
    worlds = start(tables, np.arange(2, dtype=np.uint64))
    told = {f"meter/{name}": np.full(2, value) for name, value in rows.items()}
    draft = Draft(tables, {**worlds.rows, **told}, recording=False)
    pass_time(draft, int(worlds["now"][0]) + days * A_DAY)
    return draft.done()[0]


def test_a_constant_flow_drains_a_meter_day_by_day(bridge: Scenario) -> None:
    told = after(flowing(bridge, Flow(per_day=-0.5, reason="People leave")), 10)
    assert told["meter/pact"][0] == pytest.approx(55)


def test_a_flow_counts_only_what_its_source_has_above_the_level(bridge: Scenario) -> None:
    tables = flowing(bridge, Flow(per_day=-0.1, by="nato", above=60, reason="Fear"))
    assert after(tables, 4, nato=70)["meter/pact"][0] == pytest.approx(60 - 0.1 * 10 * 4)
    assert after(tables, 4, nato=50)["meter/pact"][0] == 60


def test_a_flow_runs_only_where_its_condition_holds(bridge: Scenario) -> None:
    tables = flowing(bridge, Flow(per_day=1, when=Condition(flags=("open",)), reason="The bridge is open"))
    assert after(tables, 3)["meter/pact"][0] == 60


def test_two_flows_that_drive_each_other_both_count_what_stood_in_the_morning(bridge: Scenario) -> None:
    push = Flow(per_day=0.1, by="pact", reason="The other rises")
    pull = Flow(per_day=0.1, by="nato", reason="The other rises")
    meters = {
        **bridge.meters,
        "nato": replace(bridge.meters["nato"], flows=(push,)),
        "pact": replace(bridge.meters["pact"], flows=(pull,)),
    }
    told = after(compile_scenario(replace(bridge, meters=meters)), 1)
    assert told["meter/nato"][0] == told["meter/pact"][0] == pytest.approx(66)


def test_a_flow_tells_its_reason_in_the_ledger(tmp_path: Path) -> None:
    text = changed(
        "pact: {label: The Pact, start: 60}",
        "pact: {label: The Pact, start: 60, flows: [{per_day: -2, reason: People leave}]}",
        BRIDGE,
    )
    game = Game.start(load(written(tmp_path, text)), {"usa": "history", "ussr": "history"}, 1)
    flows = [one for beat in game.beats for one in beat.happenings if one.kind == "flow"]
    assert flows and flows[0].moved[0].amount < 0


def test_a_flag_can_be_set_on_the_first_day(tmp_path: Path) -> None:
    text = changed("open: {about: The bridge is open.}", "open: {about: The bridge is open., start: yes}", BRIDGE)
    assert start(compile_scenario(load(written(tmp_path, text))), np.arange(1, dtype=np.uint64))["flag/open"][0]


def test_a_flag_that_only_a_campaign_sets_is_no_fault(tmp_path: Path) -> None:
    asked = changed("when: {flags: [open]}", "when: {flags: [open], unset: [thawed]}", BRIDGE)
    lonely = changed("  open: {", "  thawed: {about: A thaw.}\n  open: {", asked)
    carried = changed("  open: {", "  thawed: {about: A thaw., carried: yes}\n  open: {", asked)
    assert "R105" in codes(written(tmp_path / "one", lonely))
    assert "R105" not in codes(written(tmp_path / "two", carried))


def test_an_entry_can_be_shared_and_changed_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision from the shared files comes with its news; the scenario's own fields win."""
    home = tmp_path / "scenarios"
    (home / "shared").mkdir(parents=True)
    for path in catalogue.scenario_files(catalogue.resources.scenarios() / "shared"):
        (home / "shared" / path.name).write_bytes(path.read_bytes())
    head, _, rest = BRIDGE.partition("decisions:\n")
    first, _, others = rest.partition("  answer:\n")
    (home / "shared" / "bridge.yaml").write_text(f"decisions:\n{first}\nnews: {{ask/talk: Washington asks.}}\n")
    inherits = changed("leaders: [khrushchev, eisenhower]", "leaders: [khrushchev, eisenhower], decisions: [ask]", head)
    monkeypatch.setattr(catalogue.resources, "scenarios", lambda: home)
    told = load(written(tmp_path, f"{inherits}decisions:\n  ask: {{title: Shall it drive?}}\n  answer:\n{others}"))
    assert told.decisions["ask"].title == "Shall it drive?"
    assert list(told.decisions["ask"].choices) == ["drive", "talk"]
    assert told.news == {"ask/talk": "Washington asks."}


def test_a_letter_arrives_on_a_page_of_its_own_and_stays_among_the_papers(tmp_path: Path) -> None:
    path = written(tmp_path, changed("events:\n", f"events:{LETTER}"))
    desk = Desk(Saves(tmp_path / "saves"), lambda: 1)
    desk.start(Setup(str(path), "usa", "history"), 1)
    seen = []
    while desk.screen != "ask":
        seen.append(desk.screen)
        papers = [block for block in desk.view().room if isinstance(block, Document)]
        assert bool(papers) == (desk.screen == "letter")
        desk.do(Intent("next"))
    assert seen == ["opening", "happened", "letter"]
    desk.do(Intent("panel", "intelligence"))
    assert any(isinstance(block, Document) and "Open the bridge." in block.text for block in desk.view().room)


def test_a_letter_to_one_side_is_not_shown_to_the_other(tmp_path: Path) -> None:
    path = written(tmp_path, changed("events:\n", f"events:{LETTER}"))
    desk = Desk(Saves(tmp_path / "saves"), lambda: 1)
    desk.start(Setup(str(path), "ussr", "history"), 1)
    while desk.screen != "ask":
        assert desk.screen != "letter"
        desk.do(Intent("next"))
