"""Checks that need more than one changed line to show: proofs, the historical path, and what is only a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.model.when import Condition, Range
from game.scenario import load
from game.scenario.calendar import calendar
from game.scenario.check import check
from game.scenario.checks.follow import follow
from game.scenario.checks.proof import always_one, can_hold
from game.scenario.template import texts
from tests.scenario.samples import BRIDGE, changed, codes, problems, written

EXIT = "        exit: true\n        effects: {set: [open]}"
SECOND = "        needs: {flags: [promised]}\n        locked: Nothing was promised."


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    return written(tmp_path, BRIDGE)


def test_two_exits_whose_needs_cover_every_case_are_a_way_out(tmp_path: Path) -> None:
    closed = changed(EXIT, f"        needs: {{unset: [promised]}}\n        locked: It was promised.\n{EXIT}")
    assert codes(written(tmp_path, closed)) == ["X602"]
    both = changed(SECOND, f"        exit: true\n{SECOND}", closed)
    assert codes(written(tmp_path, both)) == []


def test_exits_may_cover_the_range_of_a_meter_between_them(bridge: Path) -> None:
    scenario = load(bridge)
    low, high = Condition(meters={"nato": Range(at_most=50)}), Condition(meters={"nato": Range(at_least=50)})
    assert always_one([low, high], Condition(), scenario)
    assert not always_one([low, Condition(meters={"nato": Range(at_least=51)})], Condition(), scenario)


def test_what_was_chosen_at_a_decision_that_always_opens_is_one_of_its_choices(bridge: Path) -> None:
    scenario = load(bridge)
    each = [Condition(chosen={"ask": ("drive",)}), Condition(chosen={"ask": ("talk",)})]
    assert always_one(each, Condition(), scenario)
    assert not always_one(each[:1], Condition(), scenario)


def test_a_condition_that_excludes_its_own_part_can_never_hold(bridge: Path) -> None:
    flag = Condition(flags=("open",))
    assert not can_hold([Condition(flags=("open",), none=(flag,))], load(bridge))
    assert can_hold([Condition(any_=(flag, Condition(unset=("open",))))], load(bridge))


def test_nothing_is_claimed_where_the_cases_are_too_many(bridge: Path) -> None:
    scenario = load(bridge)
    spans = {name: Range(at_least=number) for number, name in enumerate(scenario.meters, 40)}
    wide = Condition(meters=spans, relations={"usa>ussr": Range(at_least=1)}, tension=Range(at_least=1))
    assert can_hold([wide, Condition(settlement=Range(at_least=0.5), none=(wide,))], scenario)


def test_the_historical_path_is_followed_through_flags_and_timers(tmp_path: Path) -> None:
    text = changed("then: {meters: {nato: 1}}", "then: {set: [open]}")
    text = changed("rain: {at: 1958-06-02 20:00,", "rain: {at: 1958-06-03 00:00, needs: {flags: [open]},", text)
    scenario = load(written(tmp_path, text))
    opens = {dated.name: truth for dated, truth in follow(scenario, calendar(scenario))}
    assert opens == {"ask": True, "rain": True, "answer": True}


def test_what_hangs_on_chance_or_on_a_meter_is_left_open(tmp_path: Path) -> None:
    text = changed("title: The river rises", "needs: {meters: {nato: {at_least: 50}}}, title: The river rises")
    scenario = load(written(tmp_path, text))
    opens = {dated.name: truth for dated, truth in follow(scenario, calendar(scenario))}
    assert opens["rain"] is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  own: {cite", "  spare: {cite: A book, kind: memoir}\n  own: {cite", "R104"),
        ("  open: {about", "  opens: {about: Never asked.}\n  open: {about", "R103"),
        ("{rolls: {text", "{never: {chance: 0, text: Nothing.}, rolls: {text", "B301"),
        ("effects: {set: [open], meters: {pact: 1}}", "effects: {set: [open], meters: {pact: 0}}", "B303"),
        ("favours: drive}", "favours: talk}", "T604"),
        ("believed: {usa: 40}", "believed: {usa: 40, ussr: 90}", "K402"),
        ("promised: {about: A promise was made.}", "promised: {about: A promise was made., seen_by: [usa]}", "K403"),
        ("    sources: [own]\n  answer:", "  answer:", "H504"),
        ("text: Grass grows.,", f"text: {'Grass grows. ' * 80},", "T601"),
    ],
)
def test_what_is_only_odd_is_a_warning_and_check_still_passes(tmp_path: Path, old: str, new: str, code: str) -> None:
    found = problems(written(tmp_path, changed(old, new)))
    assert code in [problem.code for problem in found]
    assert {problem.level for problem in found} == {"warning"}


def test_choices_that_differ_only_in_words_are_told(tmp_path: Path) -> None:
    text = changed("effects: {set: [open], meters: {pact: 1}}", "effects: {set: [open]}")
    assert codes(written(tmp_path, text)) == ["B304"]


def test_a_side_without_a_decision_is_told(tmp_path: Path) -> None:
    text = changed("  answer:\n    side: ussr", "  answer:\n    side: usa")
    assert "G205" in codes(written(tmp_path, text))


def test_a_decision_whose_choices_may_all_be_closed_is_told(tmp_path: Path) -> None:
    shut = '        standing: documented\n        act: {code: "144"'
    text = changed(shut, f"{SECOND}\n{shut}")
    text = changed(EXIT, f"{SECOND}\n{EXIT}", text)
    assert "G209" in codes(written(tmp_path, text))


def test_too_much_compulsory_reading_is_told_by_side(tmp_path: Path) -> None:
    _, _, one = BRIDGE.partition("  answer:\n")
    one = "  answer:\n" + one[: one.index("events:")]
    one = one.replace("brief: Your guards hold the bridge.", "brief: " + "word " * 60)
    many = "".join(one.replace("  answer:", f"  answer-{number}:") for number in range(40))
    found = problems(written(tmp_path, changed("events:", f"{many}events:")))
    assert [problem.code for problem in found] == ["T602"]


def test_words_are_counted_by_side(bridge: Path) -> None:
    words = check(bridge)[0].words
    assert words == {"usa": (21, 21), "ussr": (24, 24)}


def test_standoffs_keep_a_way_out(tmp_path: Path) -> None:
    for name, text in texts("starter").items():
        worse = text.replace('usa: "+", ussr: "+"}', 'usa: "-", ussr: "--"}')
        worse = worse.replace('usa: "0", ussr: "+"', 'usa: "0", ussr: "-"')
        written(tmp_path / "starter", worse, name)
    assert codes(tmp_path / "starter") == ["X603"]


def test_the_shipped_scenarios_have_no_errors() -> None:
    for found in check(Path(__file__).resolve().parents[2] / "scenarios"):
        assert [str(problem) for problem in found.problems if problem.level == "error"] == []


def shaped(folder: Path, *changes: tuple[str, str]) -> Path:
    """The starter scenario with some places changed; each must be there."""
    missing = dict(changes)
    for name, text in texts("starter").items():
        for old, new in changes:
            if old in text:
                text = text.replace(old, new, 1)
                missing.pop(old, None)
        written(folder / "starter", text, name)
    assert not missing
    return folder / "starter"


RAIN = "    text: It rains all Monday 2 June, and the ferries stop."
LEADERS = "  leaders: [khrushchev, eisenhower]"
TIMES = "{after: 1958-06-03 00:00, before: 1958-06-02 00:00}"
INCIDENT = f"{LEADERS}\n  incidents: [radar-echo]\nincidents: {{radar-echo: {TIMES}}}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (LEADERS, INCIDENT, "G201"),
        (RAIN, "    text: It rains all Monday 31 June.", "H506"),
        (RAIN, "    text: It rains all Monday 2 June 1959.", "H506"),
        (RAIN, f"{RAIN}\n    chance: 0", "B301"),
        (RAIN, f"{RAIN}\n    effects: {{capital: {{usa: 0}}}}", "B303"),
        ("  rain:", "  rival:", "R103"),
        ("  villages: {name", "  usa: {name", "R103"),
        ("    to: usa\n    at: 1958-06-02 18:00", "    to: ussr\n    at: 1958-06-02 18:00", "K402"),
        ("      result: ussr-backs", "      result: usa-backs", "H501"),
        ("      result: ussr-backs", "      result: dawn", "H501"),
        (
            "{usa: hold, ussr: back}]",
            "{usa: hold, ussr: back}, {usa: hold, ussr: back}, {usa: hold, ussr: back}, {usa: hold, ussr: back}]",
            "H501",
        ),
        ("      note: Write here how it really went.\n      sources: [own]", "      note: It went so.", "H503"),
        (
            "    history: true\n    text: Lorries cross again",
            "    history: true\n    sources: []\n    text: Lorries",
            "F010",
        ),
        ("        reason: If we ask today, we ask every day.", "        reason: We ask.\n        said: true", "H503"),
        ("      title: Position at noon", "      title: Position at noon\n      quoted: true", "H503"),
        ("    when: {flags: [bridge-open]}", "    when: {result: {white-line: [victory]}}", "R101"),
        (
            "    when: {flags: [bridge-open]}",
            "    when: {flags: [bridge-open], meters: {nato: {at_least: 101}}}",
            "G203",
        ),
        ("    when: {flags: [bridge-open]}", "    when: {facts: {orders-to-fire: maybe}}", "F016"),
        (
            "        needs: {flags: [word-given]}",
            "        needs: {facts: {orders-to-fire: true}, meters: {nato: {at_least: 9}}}",
            "R105",
        ),
    ],
)
def test_a_fault_in_a_richer_scenario_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in codes(shaped(tmp_path, (old, new)))


def test_a_lock_that_shows_a_hidden_meter_fact_or_flag_is_told(tmp_path: Path) -> None:
    path = shaped(
        tmp_path,
        ("        needs: {flags: [word-given]}", "        needs: {flags: [word-given], meters: {nato: {at_least: 9}}}"),
        ("  nato: {label: NATO, start: 60}", "  nato: {label: NATO, start: 60, seen_by: [usa]}"),
    )
    assert codes(path) == ["K403"]


def test_a_timer_that_may_have_been_stopped_leaves_doubt_on_the_path(tmp_path: Path) -> None:
    """The convoy breaks down in some worlds; in history it arrived, so what waits for it opens for certain."""
    scenario = load(shaped(tmp_path))
    opens = {dated.name: truth for dated, truth in follow(scenario, calendar(scenario))}
    assert opens["arrival"] is True

    stuck = load(shaped(tmp_path, ("      choice: drive\n", "      choice: drive\n      outcome: stuck\n")))
    opens = {dated.name: truth for dated, truth in follow(stuck, calendar(stuck))}
    assert opens["arrival"] is False


def test_any_and_none_are_judged_with_what_is_known(tmp_path: Path) -> None:
    needs = "    needs: {any: [{flags: [convoy-sent]}, {tension: {at_least: 99}}], none: [{chosen: {convoy: [ask]}}]}"
    scenario = load(shaped(tmp_path, ("    needs: {flags: [convoy-sent]}", needs)))
    opens = {dated.name: truth for dated, truth in follow(scenario, calendar(scenario))}
    assert opens["arrival"] is True
