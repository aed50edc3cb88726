"""Small turns of phrase: a label inside a sentence, and the head of a piece of news."""

from __future__ import annotations

import math
import re

#: The end of a first sentence: a stop with a blank behind it.
STOP = re.compile(r"[.!?](?=\s)")
#: A first word.
FIRST = re.compile(r"[^\s,.;:]+")
#: Words with which labels begin and that keep their capital anywhere.
_NAMES = """
Adenauer American Americans Berlin Berliners Bonn Britain British Budapest Castro China Chinese Congress Cuba
Cuban Dulles East Egypt Eisenhower France French German Germany Gromyko Guantanamo Havana Hungarian Hungary
Israel Jupiter János Kennedy Khrushchev Kádár London Macmillan Mao Marshal Mikoyan Molotov Moscow NATO Nagy
Nixon Paris Poland Polish Richard Romanian Soviet Stalin Suez Tito Turkey Turkish Ulbricht United Vienna Warsaw
Washington West Western Zhukov
"""
NAMES = frozenset(_NAMES.split())


def inside(label: str) -> str:
    """A label as it stands inside a sentence: the first letter small, names and abbreviations as they are."""
    first = FIRST.match(label)
    name = first is not None and (first[0] in NAMES or first[0].endswith(("'s", "’s")))
    return label if name or label[1:2].isupper() else label[:1].lower() + label[1:]


def head(text: str) -> str:
    """The first sentence of a text, on one line and without its stop."""
    told = " ".join(text.split())
    return STOP.split(told, maxsplit=1)[0].rstrip(".")


def whole(points: float) -> int:
    """Whole points: what is only partly there cannot be spent."""
    return math.floor(points + 1e-6)
