"""What branches do, when several bundles become one."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from game.model.bundle import LISTED, PAIRED, Bundle, joined
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario


def did(bundle: Bundle, branch: int) -> dict[str, object]:
    """All that one branch does: what is nought or False is left out."""
    told: dict[str, object] = {}
    for field in fields(Bundle):
        value = getattr(bundle, field.name)
        if field.name in LISTED:
            told |= {f"{field.name} {one[:-1]}": one[-1][branch] for one in value if one[-1][branch]}
        elif field.name in PAIRED:
            told |= {f"{field.name} {side}": value[side][branch] for side in (0, 1)}
        elif isinstance(value, np.ndarray):
            told[field.name] = value[branch]
    return told | {"id": bundle.ids[branch]}


def test_each_branch_does_the_same_in_a_joined_bundle_as_alone() -> None:
    """The answers to all accidents of Hungary in one bundle: nothing is lost, added or moved to a neighbour."""
    alone = [incident.bundle for incident in compile_scenario(load("hungary-1956")).incidents]
    together = joined(alone)
    branches = [did(bundle, branch) for bundle in alone for branch in range(len(bundle.ids))]
    assert len(branches) > 10
    assert [did(together, branch) for branch in range(len(together.ids))] == branches


def test_the_last_place_of_a_joined_bundle_is_nothing() -> None:
    together = joined([incident.bundle for incident in compile_scenario(load("hungary-1956")).incidents])
    assert len(together.plain) == len(together.ids) + 1
    assert together.plain[-1] == 0
    assert together.end[-1] == -1
    assert not any(one[-1][-1] for name in LISTED for one in getattr(together, name))


def test_the_rows_of_a_joined_bundle_stand_in_the_order_of_their_names() -> None:
    """Relations move one after another, and a friend's feeling may hang on one that has moved: the order matters."""
    together = joined([incident.bundle for incident in compile_scenario(load("hungary-1956")).incidents])
    for name in LISTED:
        names = [one[:-1] for one in getattr(together, name)]
        assert names == sorted(names)
