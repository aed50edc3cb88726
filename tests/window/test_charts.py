"""Charts: curves in their bands, and words that never cross a curve, each other, or the edge."""

from __future__ import annotations

from dataclasses import replace

from game.views.blocks import Chart, Mark, Series, View
from game.window.fonts import FontMetrics
from game.window.frame import Box, Frame, Line, Text
from game.window.layout import State, arrange

FLAT = tuple((float(x), 50.0) for x in range(0, 101, 10))
CHART = Chart("Tension", (Series("you", FLAT), Series("history", ((0, 20), (100, 90)), "dashed", "history")))


def framed(chart: Chart, name: str = "outcome") -> Frame:
    return arrange(View(name, "Chart", (chart,)), (1280, 800), 1.0, FontMetrics(), State())


def text(frame: Frame, said: str) -> Text:
    return next(item for item in frame.items if isinstance(item, Text) and item.text == said)


def test_marks_stand_beside_their_rings_and_off_the_curve() -> None:
    frame = framed(replace(CHART, marks=(Mark(30, 50, "Ships at the line"),)))
    label = text(frame, "Ships at the line").rect
    ring = next(item for item in frame.items if isinstance(item, Box) and item.fill == "#0E1412")
    assert abs((label.x + label.w / 2) - (ring.rect.x + ring.rect.w / 2)) < 100
    assert not label.meets(ring.rect)


def test_a_mark_at_the_edge_keeps_inside() -> None:
    frame = framed(
        replace(CHART, marks=(Mark(0, 50, "A long label at the very beginning"), Mark(100, 50, "and at the end")))
    )
    curve = next(item for item in frame.items if isinstance(item, Line))
    assert text(frame, "A long label at the very beginning").rect.x >= curve.rect.x
    assert text(frame, "and at the end").rect.right <= 1280


def test_marks_that_find_no_place_are_told_under_the_chart() -> None:
    crowd = tuple(Mark(50, 50, f"Something that happened, number {n}") for n in range(12))
    frame = framed(replace(CHART, marks=crowd))
    under = next(item for item in frame.items if isinstance(item, Text) and item.text.startswith("Also marked: "))
    assert "number 11" in under.label


def test_names_of_curves_stand_behind_their_ends_without_touching() -> None:
    frame = framed(replace(CHART, series=(Series("you", FLAT), Series("history", FLAT, "dashed", "history"))))
    you, history = text(frame, "you").rect, text(frame, "history").rect
    assert you.x == history.x and not you.meets(history)


def test_a_curve_that_ends_early_is_named_where_it_ends() -> None:
    frame = framed(replace(CHART, series=(Series("you", FLAT[:5]), CHART.series[1])))
    assert text(frame, "you").rect.x < text(frame, "history").rect.x - 200


def test_a_chart_is_spoken_as_a_sentence() -> None:
    frame = framed(replace(CHART, text="Tension stayed at 50."))
    assert ("picture", "Tension stayed at 50.") in list(frame.spoken())


def test_history_is_dashed_and_you_are_not() -> None:
    dashes = {item.colour: bool(item.dash) for item in framed(CHART).items if isinstance(item, Line)}
    assert dashes == {"#E5A84B": False, "#A9B3A8": True}


def test_thresholds_shade_bands_and_say_what_they_mean() -> None:
    frame = framed(replace(CHART, thresholds=((35, "Don't rock the boat"), (75, "Nuclear war is unthinkable"))))
    assert text(frame, "Don't rock the boat").rect.y > text(frame, "Nuclear war is unthinkable").rect.y
    assert {text(frame, said).text for said in ("0", "35", "75", "100")} == {"0", "35", "75", "100"}
