"""Moments: dates of the Cold War as whole minutes, and back to words. Nothing here looks at a clock.

A moment in a file is "YYYY-MM-DD" or "YYYY-MM-DD HH:MM"; a day without an hour means its first minute.
Inside the game it is a number of minutes since 1 January 1955, 00:00, which may be negative.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

EPOCH = datetime(1955, 1, 1)
MINUTE = timedelta(minutes=1)
SHAPE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?", re.ASCII)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def minutes(text: str) -> int:
    """Minutes from 1 January 1955 to the moment that text names.

    Raises ValueError, with a sentence that says what is wrong, where text is no moment or no day of the calendar.
    """
    match = SHAPE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a moment; write YYYY-MM-DD or YYYY-MM-DD HH:MM")
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    try:
        moment = datetime(year, month, day, hour, minute)
    except ValueError as error:
        raise ValueError(f"'{text}' is not in the calendar: {error}") from None
    return (moment - EPOCH) // MINUTE


def moment_text(when: int) -> str:
    """The moment as a file writes it: "1956-10-23 22:00". The inverse of `minutes`."""
    moment = EPOCH + when * MINUTE
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d} {moment.hour:02d}:{moment.minute:02d}"


def date_words(when: int) -> str:
    """The day in words: "Tuesday 23 October 1956"."""
    moment = EPOCH + when * MINUTE
    return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def time_words(when: int) -> str:
    """The hour in words: "10 PM", "10:30 AM", "noon", "midnight"."""
    moment = EPOCH + when * MINUTE
    if moment.minute == 0 and moment.hour % 12 == 0:
        return "noon" if moment.hour else "midnight"
    past = f":{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{past} {'AM' if moment.hour < 12 else 'PM'}"
