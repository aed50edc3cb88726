"""And otherwise? Sealed before the end, open after it; figures with errors in words that a pupil understands."""

from __future__ import annotations

import pytest

from game.insight.odds_figures import Share
from game.views import odds_words as say
from game.views.blocks import Chart, Intent, Table, View
from game.views.desk import Desk
from game.views.terminal import render
from game.window.shots import frame_of
from tests.views.test_desk import do, to_the_end

PARTS = (60, 40)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a few worlds, which are enough to see how they come."""
    monkeypatch.setattr("game.play.odds.PARTS", (*PARTS, 50))


def page(view: View) -> str:
    """What can be read on a screen, on one line."""
    return " ".join(render(view).split())


def opened(desk: Desk) -> Desk:
    """At the first question of a night with open files."""
    do(desk, ("setup", "checkpoint-charlie-1961"), ("files", ""), ("begin", ""), ("next", ""))
    return desk


def test_a_sealed_game_shows_no_odds_before_its_end(desk: Desk) -> None:
    view = do(desk, ("first", ""))
    assert not [action for action in view.actions() if action.intent.verb == "odds"]
    desk.do(Intent("odds", "now"))
    assert "sealed" in desk.notice and desk.screen == "ask"
    desk.do(Intent("odds", "0"))
    assert "sealed" in desk.notice


def test_open_files_show_odds_of_what_is_asked_and_of_nothing_else(desk: Desk) -> None:
    before = opened(desk).view()
    view = do(desk, ("odds", "now"))
    told = page(view)
    assert say.WARNING in told and "±" in told and "the order given" not in told
    assert do(desk, ("back", "")) == before
    desk.do(Intent("odds", "0"))
    assert "sealed" in desk.notice


def test_orders_have_the_numbers_under_which_they_are_asked(desk: Desk) -> None:
    opened(desk)
    labels = [option.label for option in desk.asked.open]
    view = do(desk, ("odds", "now"))
    table = next(block for block in view.room if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [f"{place} {label}" for place, label in enumerate(labels, start=1)]
    assert [action.label for action in view.actions() if action.selected] == ["Order 1"]


def test_the_debrief_leads_to_the_odds_of_every_decision(desk: Desk) -> None:
    do(desk, ("first", ""))
    to_the_end(desk)
    listed = do(desk, ("open", "debrief"), ("page", "otherwise"))
    asked = [action for action in listed.actions() if action.intent.verb == "odds"]
    assert len(asked) >= 2
    view = do(desk, ("odds", asked[-1].intent.what))
    assert "(the order given)" in page(view)
    assert "then history" in page(view) and "then free play" in page(view)
    assert do(desk, ("back", "")) == listed


def test_another_order_has_another_curve_and_its_own_endings(desk: Desk) -> None:
    opened(desk)
    first = do(desk, ("odds", "now"))
    orders = [action.intent.what for action in first.actions() if action.intent.verb == "odds-of"]
    second = do(desk, ("odds-of", orders[1]))
    one, two = (next(block for block in view.room if isinstance(block, Chart)) for view in (first, second))
    assert one.series != two.series
    assert "order 2 ends in" in page(second)


def test_in_the_terminal_more_worlds_come_when_asked_until_it_is_enough(desk: Desk) -> None:
    opened(desk)
    assert f"{PARTS[0]} of 10,000 worlds" in page(do(desk, ("odds", "now")))
    view = do(desk, ("odds-more", ""))
    assert f"{sum(PARTS)} of 10,000 worlds" in page(view)


def test_leaving_by_any_door_ends_the_reckoning(desk: Desk) -> None:
    opened(desk)
    for way in (("back", ""), ("open", "title"), ("quit", "")):
        do(desk, ("resume", "")) if desk.screen == "title" else None
        do(desk, ("odds", "now"))
        assert desk.otherwise is not None
        ended = desk.otherwise.reckoning.here.stopped
        desk.do(Intent(*way))
        assert ended() and desk.otherwise is None


def test_a_page_of_odds_fits_a_large_and_a_small_window(desk: Desk) -> None:
    """No word stands over another or leaves the page, from the usual size of text to the largest."""
    from benchmarks.proofs.gallery import clashes

    opened(desk)
    view = do(desk, ("odds", "now"))
    for size in ((960, 600), (1920, 1080)):
        for scale in (1.0, 2.0):
            assert clashes(frame_of(view, size, scale)) == []


def test_figures_keep_to_what_their_errors_allow() -> None:
    assert say.points(Share(0.3621, 0.005)) == "36.2 ± 0.5"
    assert say.points(Share(0.36, 0.02)) == "36 ± 2"
    assert say.points(Share(0.0, 0.0001)) == "0 ± 0.01"
    assert say.points(Share(0.8, 1e-9)) == "80 ± 0"
    assert say.gained(Share(-0.031, 0.004)) == "−3.1 ± 0.4"
    assert say.gained(Share(0.0, 0.0)) == "no difference"
    assert say.span((0.0002, 0.01, 0.0912)) == "under 0.1 to 9.1"
