"""Moments: the calendar as minutes and as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.moment import date_words, minutes, moment_text, time_words


def test_the_count_starts_with_1955_and_a_day_has_1440_minutes() -> None:
    assert minutes("1955-01-01") == 0
    assert minutes("1955-01-02 00:01") == 1441
    assert minutes("1954-12-31 23:59") == -1


def test_leap_days_are_days() -> None:
    assert minutes("1956-03-01") - minutes("1956-02-28") == 2 * 1440


NONE = ("", "1956", "22:30", "56-10-23", "1956-10-23T22:00", "1956-10-23 22", "1956-02-30", "1956-10-23 24:00")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_moment_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="'"):
        minutes(text)


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("1956-10-23 22:00", "Tuesday 23 October 1956", "10 PM"),
        ("1961-10-28 10:30", "Saturday 28 October 1961", "10:30 AM"),
        ("1962-10-27 12:00", "Saturday 27 October 1962", "noon"),
        ("1962-10-27", "Saturday 27 October 1962", "midnight"),
        ("1962-10-27 00:05", "Saturday 27 October 1962", "12:05 AM"),
    ],
)
def test_a_moment_is_said_in_words(text: str, date: str, time: str) -> None:
    assert (date_words(minutes(text)), time_words(minutes(text))) == (date, time)


@given(st.integers(-10_000_000, 10_000_000))
def test_every_minute_survives_being_written_and_read(when: int) -> None:
    assert minutes(moment_text(when)) == when
