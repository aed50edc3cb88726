"""A 64-bit number for an id, the same on every machine; the dice are keyed by it."""

from __future__ import annotations

import hashlib


def identity(name: str) -> int:
    """The hash of an id, 0 to 2**64 - 1."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")
