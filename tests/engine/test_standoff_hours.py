"""Between two rounds: word spreads, each side is watched, and something may go wrong."""

from __future__ import annotations

from game.engine.standoff import CLIMB, HOLD
from game.engine.worlds import Worlds
from tests.engine.standoff_sample import ask, changed, do, home, opened, tables, traced

TOLD = tables()
NAMES = [incident.id for incident in TOLD.incidents]
WEST, UNSEEN = NAMES.index("shot-west"), NAMES.index("unseen")
CALM, FIRM = 0, 1


def hours(told: Worlds, moves: tuple[int, int] = (HOLD, HOLD)) -> Worlds:
    """The worlds after a round's moves and replies."""
    return do(TOLD, do(TOLD, told, "round", moves), "reply")


def seen(worlds: Worlds) -> float:
    """Share of the worlds in which something has gone wrong."""
    return float((worlds["incident"] >= 0).mean())


def lost(worlds: Worlds) -> float:
    """Share of the worlds in which control is lost."""
    return float((worlds["ending"] == TOLD.war).mean())


def alarm(answer: int, incident: int = WEST, **rows: object) -> Worlds:
    """Four thousand worlds in which the same thing has just gone wrong and is answered alike."""
    return do(
        TOLD, changed(opened(TOLD, 4000, height_usa=3, height_ussr=3), incident=incident, **rows), "alarm", (answer, -1)
    )


def test_more_goes_wrong_higher_up_and_while_somebody_climbs() -> None:
    low, high = hours(opened(TOLD, 4000)), hours(opened(TOLD, 4000, height_usa=4, height_ussr=4))
    climbing = hours(opened(TOLD, 4000), (CLIMB, CLIMB))
    assert seen(low) < seen(climbing)
    assert seen(low) < seen(high)


def test_forces_on_alert_see_more_go_wrong() -> None:
    assert seen(hours(opened(TOLD, 4000, ready_usa=0.85, ready_ussr=0.85))) > seen(hours(opened(TOLD, 4000)))


def test_the_higher_side_has_more_of_the_incidents() -> None:
    after = hours(opened(TOLD, 4000, height_ussr=4))
    assert (after["incident"] == NAMES.index("shot-east")).sum() > (after["incident"] == WEST).sum()


def test_only_the_owner_of_what_went_wrong_is_asked_and_nobody_of_what_nobody_saw() -> None:
    asked = ask(TOLD, changed(opened(TOLD), incident=WEST), "alarm")
    assert asked is not None and asked.asked[0].all() and not asked.asked[1].any()
    assert ask(TOLD, changed(opened(TOLD), incident=UNSEEN), "alarm") is None


def test_a_firm_answer_loses_control_more_often_and_looks_stronger_at_home() -> None:
    calm, firm = alarm(CALM), alarm(FIRM)
    assert lost(calm) < lost(firm)
    assert home(calm, "usa") < 0 < home(firm, "usa")


def test_a_channel_and_tight_orders_keep_incidents_small() -> None:
    assert lost(alarm(FIRM, channel=True)) < lost(alarm(FIRM))
    assert lost(alarm(FIRM, tight_usa=True)) < lost(alarm(FIRM))


def test_war_names_the_incident_that_began_it() -> None:
    after = alarm(FIRM)
    assert (after["cause"][after["ending"] == TOLD.war] == WEST).all()


def test_every_incident_counts_as_a_near_miss_seen_or_not() -> None:
    assert (alarm(CALM)["near"] == 1).all()
    assert (alarm(-1, UNSEEN)["near"] == 1).all()


def test_what_nobody_saw_is_told_to_nobody() -> None:
    _, trace = traced(TOLD, changed(opened(TOLD), incident=UNSEEN), "alarm")
    told = [note for note in trace.notes if note.cause.part == "" and note.cause.what == "unseen" and note.row == ""]
    assert told and all(note.seen == (False, False) for note in told if note.cause.kind == "incident")


def test_a_quiet_round_calms_a_hot_night() -> None:
    before = opened(TOLD, 500, fast=1.5)
    after = hours(before)
    quiet = after["incident"] < 0
    assert (after["fast"][quiet] < before["fast"][quiet]).all()


def test_nothing_calms_below_the_boat_that_nobody_rocks_while_they_face_each_other() -> None:
    """Forces stand face to face: however long both hold, tension does not fall to that of a quiet year."""
    quiet = opened(TOLD, 500, fast=-0.5)
    assert (hours(quiet)["fast"] >= quiet["fast"]).all()


def test_word_spreads_by_itself_in_some_worlds() -> None:
    known = hours(opened(TOLD, 4000, exposure=0))["exposure"]
    assert 0.1 < (known == 1).mean() < 0.25 and (known <= 1).all()


def test_what_is_seen_of_the_other_points_to_its_kind_a_little_more_often_than_not() -> None:
    after = hours(opened(TOLD, 4000, resolute_ussr=True))
    assert 0.5 < (after["thinks/usa"] > 0.5).mean() < 0.7
