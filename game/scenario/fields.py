"""The field table as the builder, the schema, the reference and the checks walk it.

`game.model.spec` says what a field holds; this adds how the file writes it: `any_` is `any`, and the values of
some maps are lists.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import cache
from inspect import cleandoc
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


def about(record: type) -> str:
    """The first paragraph of a record's docstring, which is its explanation in the format."""
    return cleandoc(record.__doc__ or "").split("\n\n")[0].replace("\n", " ")


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


@dataclass(slots=True)
class Spot:
    """One scalar, or one key of a map, met on a walk: its node, its field and the path of keys that leads to it."""

    node: Scalar
    field: Field
    path: tuple[str | int, ...]
    is_key: bool = False


Step = tuple[str | int, ...]


def walk(record: type, node: Node, kinds: frozenset[str], path: Step = ()) -> list[Spot]:
    """Every scalar of the given kinds and every map key of a record's node, in the file's order.

    What does not fit the field table is passed over.
    """
    found: list[Spot] = []
    _walk(record, node, kinds, path, found)
    return found


@cache
def _fruitful(record: type, kinds: frozenset[str]) -> dict[str, Field]:
    """The fields of a record under which a walk can find anything."""
    return {
        key: field
        for key, field in plan(record).items()
        if field.shape == "map" or not isinstance(field.kind, str) or field.kind in kinds
    }


def _walk(record: type, node: Node, kinds: frozenset[str], path: Step, found: list[Spot]) -> None:
    if not isinstance(node, Mapping):
        return
    known = _fruitful(record, kinds)
    for key, entry in node.entries.items():
        field = known.get(key)
        if field is None:
            continue
        if field.shape != "map":
            _walk_values(field, entry.value, kinds, (*path, key), found)
        elif isinstance(entry.value, Mapping):
            for name, inner in entry.value.entries.items():
                here = (*path, key, name)
                found.append(Spot(inner.key, field, here, is_key=True))
                _walk_values(field, inner.value, kinds, here, found)


def _walk_values(field: Field, node: Node, kinds: frozenset[str], path: Step, found: list[Spot]) -> None:
    if field.shape == "list" or field.listed:
        for index, item in enumerate(node.items if isinstance(node, Listing) else ()):
            _walk_one(field, item, kinds, (*path, index), found)
    else:
        _walk_one(field, node, kinds, path, found)


def _walk_one(field: Field, node: Node, kinds: frozenset[str], path: Step, found: list[Spot]) -> None:
    if isinstance(field.kind, type):
        _walk(field.kind, node, kinds, path, found)
    elif field.kind in kinds and isinstance(node, Scalar):
        found.append(Spot(node, field, path))
