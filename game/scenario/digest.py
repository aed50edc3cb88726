"""Digests of a scenario: one of what the rules read, one of what people read.

A stored game says which rules it was played under. Mending a sentence changes only the prose digest, so the game still
replays; changing an effect changes the rules digest, and a stored game says so instead of quietly coming out otherwise.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import lru_cache
from typing import Any

from game.model.campaign import Campaign
from game.model.parameters import DEFAULT, Parameters
from game.model.parameters_standoff import STANDOFF
from game.model.scenario import Scenario
from game.model.spec import Spec

#: Raised whenever the engine would answer differently on the same tables.
RULES = 1
#: Fields that no rule reads, beside all prose.
UNREAD = {"sources", "standing", "tests", "minutes", "quoted", "said", "disputed", "sure", "key"}


@lru_cache(maxsize=32)
def rules_digest(
    scenario: Scenario, parameters: Parameters = DEFAULT, opening: tuple[tuple[str, float], ...] = ()
) -> str:
    """Sixteen hex characters that change with anything the engine reads, its version and coefficients included.

    opening is what earlier chapters of a campaign add to the first day.
    """
    told = [RULES, asdict(parameters), asdict(STANDOFF), _part(scenario, prose=False)]
    return _digest([*told, opening] if opening else told)


@lru_cache(maxsize=32)
def prose_digest(scenario: Scenario) -> str:
    """Sixteen hex characters that change with any text or source."""
    return _digest(_part(scenario, prose=True))


@lru_cache(maxsize=8)
def campaign_digest(campaign: Campaign) -> str:
    """Sixteen hex characters that change with anything in a campaign that crosses from chapter to chapter."""
    return _digest(_part(campaign, prose=False))


def _digest(value: Any) -> str:
    told = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _part(value: Any, prose: bool) -> Any:
    """A record's fields that are prose, or those that are not; nested records keep their ids and order."""
    if isinstance(value, Mapping):
        return [[key, _part(inner, prose)] for key, inner in value.items()]
    if isinstance(value, tuple | list):
        return [_part(inner, prose) for inner in value]
    if not is_dataclass(value):
        return value
    kept = {}
    for one in fields(value):
        told: Spec = one.metadata["spec"]
        if isinstance(told.kind, type) or told.kind == "condition" or _is_prose(one.name, told) == prose:
            kept[one.name] = _part(getattr(value, one.name), prose)
    return kept


def _is_prose(name: str, told: Spec) -> bool:
    return name in UNREAD or told.kind == "text" or (told.kind == "line" and told.words > 0)
