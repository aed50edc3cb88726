"""Did you mean: the nearest known word to an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(word: str, known: Iterable[str]) -> tuple[str, str | None]:
    """A hint and the word that would mend it; ("", None) where nothing is near.

    Short words must be nearer, because almost anything is one letter away from them. Case never counts.
    """
    lowered = {one.lower(): one for one in known}
    cutoff = 0.6 if len(word) > 4 else 0.7
    near = get_close_matches(word.lower()[:60], lowered, 1, cutoff)
    return (f"did you mean '{lowered[near[0]]}'?", lowered[near[0]]) if near else ("", None)
