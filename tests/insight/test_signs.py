"""Acts point where the studies of the crises say, and where they do not a reason is given."""

from __future__ import annotations

from functools import cache

import pytest

from game.insight.signs import Sign, missing, scored, signs
from game.scenario.catalogue import load, names

STUDIED = [name for name in names() if scored(name)]


@cache
def told(name: str) -> list[Sign]:
    return signs(load(name))


@pytest.mark.parametrize("name", STUDIED)
def test_every_scored_option_names_a_choice_that_is_there(name: str) -> None:
    assert list(missing(load(name))) == []


@pytest.mark.parametrize("name", STUDIED)
def test_what_points_elsewhere_or_was_left_out_says_why(name: str) -> None:
    lonely = [one.told for one in told(name) if not one.agrees and not one.told.reason]
    assert lonely == []
    assert [one for one in scored(name) if not one.entry and not one.reason] == []


def test_nine_acts_in_ten_point_where_the_studies_say() -> None:
    every = [one for name in STUDIED for one in told(name)]
    assert sum(one.agrees for one in every) >= 0.9 * len(every)
