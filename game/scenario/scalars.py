"""A text from a file as the value that its field asks for, or a plain sentence that says why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from game.model.moment import minutes
from game.model.scenario import FORMAT
from game.model.spec import Spec
from game.problems import Problem
from game.scenario import cameo
from game.scenario.nodes import Scalar, found
from game.scenario.suggest import suggest

NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,9})?", re.ASCII)
WHOLE = re.compile(r"[+-]?\d{1,12}", re.ASCII)
ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", re.ASCII)
YESNO = {"true": True, "yes": True, "false": False, "no": False}
MAX_ID = 60


class Wrong(Exception):
    """A text that does not fit its field; carries the Problem."""

    def __init__(self, node: Scalar, code: str, message: str, hint: str = "", fix: str | None = None) -> None:
        super().__init__(message)
        self.problem = Problem(node.place, "error", code, message, hint, fix)


def value(spec: Spec, kind: str, node: Scalar, key: str) -> Any:
    """The value that a scalar node has for a field; raises Wrong."""
    return READERS[kind](spec, node, key)


def _text(spec: Spec, node: Scalar, key: str) -> str:
    if node.plain and cut(node):
        raise Wrong(node, "F013", f"'{key}' is cut short: ' #' starts a comment", "put the whole text in double quotes")
    if not node.text:
        raise Wrong(node, "F016", f"'{key}' is empty", "write a text, or leave the key out")
    return node.text.strip()


def cut(node: Scalar) -> bool:
    """Whether a comment starts on the line where a plain text ends."""
    rest = node.rest
    return rest.startswith((" ", "\t")) and rest.lstrip().startswith("#")


def _id(spec: Spec, node: Scalar, key: str) -> str:
    if not ID.fullmatch(node.text) or len(node.text) > MAX_ID:
        hint = "letters, digits and single hyphens, such as tanks-tonight"
        raise Wrong(node, "F020", f"'{node.text[:40]}' cannot be an id", hint)
    return node.text


def _ref(spec: Spec, node: Scalar, key: str) -> str:
    if not node.text:
        raise Wrong(node, "F016", f"'{key}' is empty", "name something declared, or leave the key out")
    return node.text


def _number(spec: Spec, node: Scalar, key: str) -> float:
    if not NUMBER.fullmatch(node.text):
        raise Wrong(node, "F016", f"'{key}' expects a number, {found(node)}", "digits, with a point for decimals")
    return _bounded(spec, node, key, float(node.text))


def _integer(spec: Spec, node: Scalar, key: str) -> int:
    if not WHOLE.fullmatch(node.text):
        raise Wrong(node, "F016", f"'{key}' expects a whole number, {found(node)}")
    number = int(node.text)
    if key == "format" and number > FORMAT:
        hint = "install a newer version of the game"
        raise Wrong(node, "F015", f"format {number} is newer than this program, which reads format {FORMAT}", hint)
    return int(_bounded(spec, node, key, number))


def _bounded(spec: Spec, node: Scalar, key: str, number: float) -> float:
    low, high = spec.low, spec.high
    if (low is not None and number < low) or (high is not None and number > high):
        raise Wrong(node, "F017", f"'{key}' is {node.text}, but must be {span(spec)}")
    return number


def span(spec: Spec) -> str:
    """The bounds of a number in words: "from 0 to 100", "at least 1"; empty where it has none."""
    if spec.low is not None and spec.high is not None:
        return f"from {spec.low:g} to {spec.high:g}"
    if spec.low is not None:
        return f"at least {spec.low:g}"
    return f"at most {spec.high:g}" if spec.high is not None else ""


def _yesno(spec: Spec, node: Scalar, key: str) -> bool:
    if node.text not in YESNO:
        near = node.text.lower()
        raise Wrong(node, "F016", f"'{key}' expects yes or no, {found(node)}", *suggest(near, YESNO))
    return YESNO[node.text]


def _choice(spec: Spec, node: Scalar, key: str) -> str:
    if node.text not in spec.options:
        message = f"'{key}' expects one of {', '.join(spec.options)}; {found(node)}"
        raise Wrong(node, "F018", message, *suggest(node.text, spec.options))
    return node.text


def _moment(spec: Spec, node: Scalar, key: str) -> str:
    try:
        minutes(node.text)
    except ValueError as error:
        raise Wrong(node, "F019", f"'{key}': {error}", "such as 1956-10-23 22:00") from None
    return node.text


def _code(spec: Spec, node: Scalar, key: str) -> str:
    if node.text not in cameo.labels():
        near = suggest("0" + node.text, cameo.labels())
        raise Wrong(node, "F021", f"there is no event code {found(node).removeprefix('found ')}", *near)
    return node.text


READERS: dict[str, Callable[[Spec, Scalar, str], Any]] = {
    "id": _id, "line": _text, "text": _text, "integer": _integer, "number": _number, "percent": _number,
    "yesno": _yesno, "choice": _choice, "moment": _moment, "ref": _ref, "code": _code,
}  # fmt: skip
