"""What the painter puts on a surface, pixel by pixel where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.window import theme
from game.window.fonts import FontMetrics, picture
from game.window.frame import Box, Frame, Item, Line, Pane, Polygon, Rect
from game.window.icon import icon
from game.window.layout import State
from game.window.painter import paint
from game.window.shots import draw, frame_of, prepare, save, save_whole, unrolled
from tests.window import samples


@pytest.fixture(autouse=True)
def _display() -> Iterator[None]:
    prepare()
    yield
    pygame.display.quit()


def painted(*items: Item, height: int = 60) -> pygame.Surface:
    """Items on a page of 100 pixels by 60 that lies in a window of that size."""
    surface = pygame.Surface((100, 60)).convert()
    paint(Frame((100, 60), items, (Pane("room", Rect(0, 0, 100, 60), height, theme.PAGE),)), surface)
    return surface


COLOURS = (
    theme.PAGE,
    theme.RAIL,
    theme.TEXT,
    theme.SECOND,
    theme.ATTENTION,
    theme.WASHINGTON,
    theme.MOSCOW,
    theme.PAPER,
)


def at(surface: pygame.Surface, x: int, y: int) -> str:
    """The colour of a pixel by its theme name, give or take what smoothing loses; "" where it is a mixture."""
    seen = surface.get_at((x, y))

    def far(name: str) -> int:
        return max(abs(one - other) for one, other in zip(seen[:3], pygame.Color(name)[:3], strict=True))

    return next((name for name in COLOURS if far(name) <= 5), "")


def test_a_box_is_filled_and_edged_and_leaves_its_round_corners_free() -> None:
    surface = painted(Box(rect=Rect(5, 5, 90, 50), fill=theme.RAIL, edge=theme.ATTENTION, thick=2, radius=10))
    assert at(surface, 50, 30) == theme.RAIL
    assert at(surface, 50, 5) == at(surface, 50, 54) == at(surface, 5, 30) == at(surface, 94, 30) == theme.ATTENTION
    assert at(surface, 5, 5) == at(surface, 94, 54) == theme.PAGE


def test_a_small_round_box_is_a_dot() -> None:
    surface = painted(Box(rect=Rect(10, 10, 12, 12), fill=theme.TEXT, radius=6))
    assert at(surface, 16, 16) == theme.TEXT
    assert at(surface, 10, 10) == theme.PAGE


def test_a_dashed_line_has_gaps_and_a_whole_one_none() -> None:
    def row(*dash: float) -> set[str]:
        line = Line(rect=Rect(10, 20, 80, 4), points=((0, 2), (80, 2)), colour=theme.SECOND, thick=4, dash=dash)
        surface = painted(line)
        return {at(surface, x, 22) for x in range(12, 88)}

    assert row() == {theme.SECOND}
    assert {theme.SECOND, theme.PAGE} <= row(6, 6)


def test_a_polygon_is_filled_inside_only() -> None:
    surface = painted(Polygon(rect=Rect(10, 10, 20, 20), points=((0, 20), (10, 0), (20, 20)), fill=theme.MOSCOW))
    assert at(surface, 20, 25) == theme.MOSCOW
    assert at(surface, 11, 11) == theme.PAGE


def test_items_beyond_their_pane_are_cut_off() -> None:
    surface = pygame.Surface((100, 60)).convert()
    panes = (Pane("room", Rect(0, 0, 50, 60), 60, theme.PAGE), Pane("foot", Rect(50, 0, 50, 60), 60, theme.RAIL))
    paint(Frame((100, 60), (Box(rect=Rect(0, 0, 100, 10), fill=theme.TEXT),), panes), surface)
    assert at(surface, 49, 5) == theme.TEXT
    assert at(surface, 51, 5) == theme.RAIL


def test_a_page_that_is_scrolled_shows_what_lies_further_down() -> None:
    box = Box(rect=Rect(0, 70, 100, 20), fill=theme.TEXT)
    surface = pygame.Surface((100, 60)).convert()
    frame = Frame((100, 60), (box,), (Pane("room", Rect(0, 0, 100, 60), 100, theme.PAGE),), scroll=40)
    paint(frame, surface)
    assert at(surface, 50, 29) == theme.PAGE and at(surface, 50, 31) == theme.TEXT


def test_words_are_as_wide_as_they_were_measured() -> None:
    for face, size in (("sans", 14), ("serif", 22), ("figure", 46), ("type", 17)):
        text = "The ships stop"
        measured = FontMetrics().width(text, face, size)
        drawn = picture(text, face, size, theme.TEXT).get_bounding_rect()
        assert drawn.right <= measured + 2
        assert drawn.width > 0.9 * measured


def test_spaces_in_large_figures_are_wide_enough_to_part_words() -> None:
    metrics = FontMetrics()
    assert metrics.width("1 in 9", "figure", 46) > metrics.width("1 in 9", "sans-bold", 46)


def test_the_icon_shows_square_circle_and_peak() -> None:
    drawn = icon(64)
    seen = {at(drawn, x, y) for x in range(64) for y in range(64)}
    assert {theme.WASHINGTON, theme.MOSCOW, theme.ATTENTION} <= seen


def test_a_paper_is_bright_with_a_shadow_around_it() -> None:
    surface = draw(samples.LETTER)
    paper = next(item for item in frame_of(samples.LETTER, (1280, 800), 1.0).items if item.role == "document")
    middle = paper.rect.y + paper.rect.h // 2
    assert surface.get_at((paper.rect.x + 6, middle)) == pygame.Color(theme.PAPER)
    assert surface.get_at((paper.rect.right + 4, middle)).g < pygame.Color(theme.PAGE).g


@pytest.mark.parametrize("name", sorted(samples.ALL))
def test_every_sample_can_be_drawn_and_the_focus_is_seen(name: str) -> None:
    view = samples.ALL[name]
    frame = frame_of(view, (960, 600), 1.0)
    plain = draw(view, (960, 600), state=State())
    for index in range(len(frame.targets)):
        shown = frame_of(view, (960, 600), 1.0, State(index))
        scrolled = State(index, shown.revealing(index))
        bare = draw(view, (960, 600), state=State(scroll=scrolled.scroll))
        if index != frame.focus:
            assert draw(view, (960, 600), state=scrolled).get_buffer().raw != bare.get_buffer().raw
    assert plain.get_size() == (960, 600)


def test_pictures_are_written_as_files_and_the_whole_page_is_higher(tmp_path: Path) -> None:
    save(samples.OPENED, tmp_path / "view.png")
    save_whole(samples.OPENED, tmp_path / "page.png")
    view, page = (pygame.image.load(str(tmp_path / f"{name}.png")) for name in ("view", "page"))
    limit = frame_of(samples.OPENED, (1280, 800), 1.0).limit
    assert view.get_size() == (1280, 800)
    assert page.get_size() == (1280, 800 + limit)


def test_an_unrolled_frame_keeps_its_foot_at_the_bottom_and_has_no_scroll_bar() -> None:
    frame = frame_of(samples.OPENED, (1280, 800), 1.0)
    whole = unrolled(frame)
    assert whole.limit == 0
    assert whole.pane("foot").view.bottom == 800 + frame.limit
    assert not [item for item in whole.items if item.role == "scroll"]
