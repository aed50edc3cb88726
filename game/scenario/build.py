"""Nodes to records, by the field table alone. Whatever is wrong is noted and the rest is built all the same."""

from __future__ import annotations

from typing import Any, Final

from game.model.people import Relation
from game.model.scenario import Scenario
from game.problems import Problem
from game.scenario.fields import Field, plan
from game.scenario.nodes import Listing, Mapping, Node, Scalar, found
from game.scenario.scalars import ID, MAX_ID, Wrong, value
from game.scenario.suggest import suggest


class Broken:
    """Stands for a value that could not be built; its Problem is already noted."""


BROKEN: Final = Broken()


class Builder:
    """Builds one scenario and gathers the problems met on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.meant: dict[int, set[str]] = {}

    def record(self, record: type, node: Node, name: str, at: Node) -> Any:
        """An instance of record from a map node, or BROKEN. name and at say what and where it is."""
        if not isinstance(node, Mapping):
            return self._wrong(at, "F016", f"{name} expects a map of keys, {found(node)}")
        before = len(self.problems)
        values = self.values(record, node, name)
        self.missing(record, node, name, at)
        return record(**values) if len(self.problems) == before else BROKEN

    def values(self, record: type, node: Mapping, name: str) -> dict[str, Any]:
        """The fields that a file gives, by attribute; BROKEN where a value does not fit."""
        known = plan(record)
        values = {}
        for key, entry in node.entries.items():
            field = known.get(key)
            if field is None:
                self._unknown(record, node, entry.key, entry.value, name)
            else:
                values[field.attribute] = self.field(field, entry.value, entry.key)
        return values

    def missing(self, record: type, node: Mapping, name: str, at: Node) -> None:
        """Note the keys that a record needs and has not, unless a misspelt key already accounts for them."""
        meant = self.meant.get(id(node), set())
        needed = [field.key for field in plan(record).values() if field.needed]
        lacking = [key for key in needed if key not in node.entries and key not in meant]
        if lacking:
            self._wrong(at, "F012", f"{name} lacks {', '.join(repr(key) for key in lacking)}")

    def field(self, field: Field, node: Node, at: Node) -> Any:
        """The value of one field, or BROKEN."""
        if field.shape == "map":
            return self._map(field, node, at)
        if field.shape == "list":
            return self._list(field, node, at)
        return self._one(field, node, field.key, at)

    def _one(self, field: Field, node: Node, name: str, at: Node) -> Any:
        if not isinstance(field.kind, str):
            return self.record(field.kind, node, f"'{name}'", at)
        if not isinstance(node, Scalar):
            hint = "a text with braces or brackets needs quotes" if node.flow else ""
            return self._wrong(node, "F016", f"'{name}' expects {KINDS[field.kind]}, {found(node)}", hint)
        try:
            return value(field.spec, field.kind, node, name)
        except Wrong as wrong:
            self.problems.append(wrong.problem)
            return BROKEN

    def _list(self, field: Field, node: Node, at: Node) -> Any:
        if not isinstance(node, Listing):
            hint = f"write [{node.text}]" if isinstance(node, Scalar) and node.text else ""
            return self._wrong(at, "F016", f"'{field.key}' expects a list, {found(node)}", hint)
        items = [self._one(field, item, field.key, item) for item in node.items]
        counted = field.listed or self._count(field, len(items), at)
        return tuple(item for item in items if item is not BROKEN) if counted else BROKEN

    def _map(self, field: Field, node: Node, at: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(at, "F016", f"'{field.key}' expects a map, {found(node)}")
        built = {}
        for key, entry in node.entries.items():
            self._check_key(field, entry.key)
            if field.listed:
                one = self._list(field, entry.value, entry.key)
            else:
                one = self._one(field, entry.value, key, entry.key)
            if one is not BROKEN:
                built[key] = one
        return built if self._count(field, len(node.entries), at) else BROKEN

    def _check_key(self, field: Field, key: Scalar) -> None:
        """A key that declares something must be an id; keys that refer are judged where names are known."""
        if field.spec.keys or field.kind is Relation:
            return
        if not ID.fullmatch(key.text) or len(key.text) > MAX_ID:
            hint = "letters, digits and single hyphens, such as tanks-tonight"
            self._wrong(key, "F020", f"'{key.text[:40]}' cannot be an id", hint)

    def _count(self, field: Field, count: int, at: Node) -> bool:
        least, most = field.spec.least, field.spec.most
        if count < least:
            self._wrong(at, "F022", f"'{field.key}' has {count}, but needs at least {least}")
        if most and count > most:
            self._wrong(at, "F022", f"'{field.key}' has {count}, but may have at most {most}")
        return count >= least and not (most and count > most)

    def _unknown(self, record: type, node: Mapping, key: Scalar, inner: Node, name: str) -> None:
        hint, fix = suggest(key.text, [one for one in plan(record) if one not in node.entries])
        if node.flow and isinstance(inner, Scalar) and inner.plain and not inner.text:
            hint, fix = "inside braces a text with a comma must stand in quotes", None
        if fix:
            self.meant.setdefault(id(node), set()).add(fix)
        problem = Problem(key.place, "error", "F011", f"{name} has no key '{key.text[:40]}'", hint, fix)
        self.problems.append(problem)

    def _wrong(self, at: Node, code: str, message: str, hint: str = "") -> Broken:
        self.problems.append(Problem(at.place, "error", code, message, hint))
        return BROKEN


#: What each scalar kind is called in a message.
KINDS = {
    "id": "an id", "line": "a text", "text": "a text", "integer": "a whole number", "number": "a number",
    "percent": "a number", "yesno": "yes or no", "choice": "one word", "moment": "a moment", "ref": "an id",
    "code": "an event code",
}  # fmt: skip


def build(root: Mapping, whole: bool = True) -> tuple[Scenario | None, list[Problem]]:
    """A scenario from its merged top-level map, and what is wrong with it.

    With problems the scenario is still given where enough of it stands, without the parts that are broken.
    whole is false where some file could not be read: then missing keys are no news.
    """
    builder = Builder()
    built = {key: got for key, got in builder.values(Scenario, root, "the scenario").items() if got is not BROKEN}
    if whole:
        builder.missing(Scenario, root, "the scenario", root)
    lacking = [field for field in plan(Scenario).values() if field.needed and field.attribute not in built]
    return (None if lacking else Scenario(**built)), builder.problems
