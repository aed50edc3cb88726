"""The field table: how a dataclass field says what a scenario file may hold there.

Validator, JSON Schema, reference page and error texts are all made from these descriptors.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any

#: Scalar kinds. `moment` is "YYYY-MM-DD HH:MM" or "YYYY-MM-DD"; `ref` is an id declared elsewhere; `code` a CAMEO code.
SCALARS = ("id", "line", "text", "integer", "number", "percent", "yesno", "choice", "moment", "ref", "code")


@dataclass(frozen=True)
class Spec:
    """One field of the format.

    kind is one of SCALARS or the dataclass of a nested record; shape is "one", "list" or "map" (a map's keys are ids,
    or references where keys names a namespace). words is the most words a text may have (0: no limit), compulsory
    says that a player must read it before choosing. low and high bound numbers (inclusive).
    """

    doc: str
    kind: str | type = "line"
    shape: str = "one"
    options: tuple[str, ...] = ()
    to: str = ""
    keys: str = ""
    low: float | None = None
    high: float | None = None
    words: int = 0
    least: int = 0
    most: int = 0
    compulsory: bool = False
    example: str = ""


def spec(doc: str, kind: str | type = "line", *, default: Any = MISSING, **more: Any) -> Any:
    """A dataclass field with its Spec. Lists default to (), maps to {}; a field with neither default is required."""
    told = Spec(doc, kind, **more)
    if default is MISSING and told.shape == "list" and not told.least:
        return field(default=(), metadata={"spec": told})
    if default is MISSING and told.shape == "map" and not told.least:
        return field(default_factory=dict, metadata={"spec": told})
    if default is MISSING:
        return field(metadata={"spec": told})
    return field(default=default, metadata={"spec": told})


def table(record: type) -> dict[str, Spec]:
    """The field table of a record class: field name to Spec, in declared order."""
    return {f.name.rstrip("_"): f.metadata["spec"] for f in fields(record) if "spec" in f.metadata}


def required(record: type) -> set[str]:
    """Names of the fields that a file must give."""
    return {
        f.name.rstrip("_")
        for f in fields(record)
        if "spec" in f.metadata and f.default is MISSING and f.default_factory is MISSING
    }
