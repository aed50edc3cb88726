"""The field table as the builder, the schema, the reference and the checks walk it.

`game.model.spec` says what a field holds; this adds how the file writes it: `any_` is `any`, and the values of
some maps are lists.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from game.model.spec import Spec
from game.model.when import Condition
from game.scenario.nodes import Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the record it belongs to, its key in a file, its attribute in the record, and what it holds.

    kind is a scalar kind or a record class; listed says that each value of a map is a list of that kind.
    """

    owner: type
    key: str
    attribute: str
    spec: Spec
    kind: str | type
    shape: str
    listed: bool
    needed: bool
    default: Any = None


@cache
def plan(record: type) -> dict[str, Field]:
    """The fields of a record class by the key that a file writes."""
    found = [_field(record, one) for one in fields(record) if "spec" in one.metadata]
    return {one.key: one for one in found}


def _field(record: type, one: Any) -> Field:
    told: Spec = one.metadata["spec"]
    kind: str | type = Condition if told.kind == "condition" else told.kind
    needed = one.default is MISSING and one.default_factory is MISSING
    default = one.default if one.default is not MISSING else None if needed else one.default_factory()
    listed = told.shape == "map" and str(one.type).startswith("dict[str, tuple[")
    return Field(record, one.name.rstrip("_"), one.name, told, kind, told.shape, listed, needed, default)


@dataclass(frozen=True, slots=True)
class Spot:
    """One scalar, or one key of a map, met on a walk: its node, its field and the path of keys that leads to it."""

    node: Scalar
    field: Field
    path: tuple[str | int, ...]
    is_key: bool = False


def walk(record: type, node: Node, kinds: Container[str], path: tuple[str | int, ...] = ()) -> Iterator[Spot]:
    """Every scalar of the given kinds and every map key of a record's node, in the file's order.

    What does not fit the field table is passed over.
    """
    if not isinstance(node, Mapping):
        return
    known = plan(record)
    for key, entry in node.entries.items():
        field = known.get(key)
        if field is not None and (field.shape == "map" or not isinstance(field.kind, str) or field.kind in kinds):
            yield from _walk_field(field, entry.value, kinds, (*path, key))


def _walk_field(field: Field, node: Node, kinds: Container[str], path: tuple[str | int, ...]) -> Iterator[Spot]:
    if field.shape == "map" and isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield Spot(entry.key, field, (*path, key), is_key=True)
            yield from _walk_values(field, entry.value, kinds, (*path, key), field.listed)
    elif field.shape != "map":
        yield from _walk_values(field, node, kinds, path, field.shape == "list")


def _walk_values(
    field: Field, node: Node, kinds: Container[str], path: tuple[str | int, ...], listed: bool
) -> Iterator[Spot]:
    if listed:
        for index, item in enumerate(node.items if isinstance(node, Listing) else ()):
            yield from _walk_values(field, item, kinds, (*path, index), False)
    elif isinstance(field.kind, type):
        yield from walk(field.kind, node, kinds, path)
    elif isinstance(node, Scalar) and field.kind in kinds:
        yield Spot(node, field, path)
