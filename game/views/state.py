"""What a screen remembers while a person reads it: an open panel, an instrument, an offer in the making."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """The screen's own memory. panel names what lies open over the question; page a page of the debrief.

    tool is an instrument laid beside the move, terms and private the offer that is being put together,
    letter which of the papers that have arrived is being read.
    """

    panel: str = ""
    tool: str = ""
    terms: tuple[str, ...] = ()
    private: bool = True
    page: str = ""
    letter: int = 0
