"""Many files, one map: a folder's files side by side, and what a scenario takes from the shared files."""

from __future__ import annotations

from collections.abc import Sequence

from game.problems import Problem
from game.scenario.nodes import Entry, Listing, Mapping, Node, Scalar, SourceFile, Top, found
from game.scenario.suggest import suggest

#: What a scenario names under `inherit`. Shared sources need no naming.
INHERITED = ("instruments", "incidents", "leaders", "decisions", "standoffs", "events")


def merge(tops: Sequence[Mapping]) -> tuple[Mapping, list[Problem]]:
    """One map from the top-level maps of several files. Maps and lists grow together; an id or a scalar comes once."""
    root = Mapping(tops[0].file if tops else SourceFile("", ""), Top(), {}, False)
    problems: list[Problem] = []
    for top in tops:
        for key, entry in top.entries.items():
            there = root.entries.get(key)
            root.entries[key] = entry if there is None else _join(there, entry, problems)
    return root, problems


def _join(there: Entry, more: Entry, problems: list[Problem]) -> Entry:
    one, two = there.value, more.value
    if isinstance(one, Listing) and isinstance(two, Listing):
        return Entry(there.key, Listing(one.file, one.start, one.items + two.items, False))
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        problems += [_twice(two.entries[key].key, one.entries[key].key) for key in two.entries if key in one.entries]
        return Entry(there.key, Mapping(one.file, one.start, {**two.entries, **one.entries}, False))
    problems.append(_twice(more.key, there.key))
    return there


def _twice(key: Scalar, first: Scalar) -> Problem:
    message = f"'{key.text}' stands twice; first in {first.place}"
    return Problem(key.place, "error", "F010", message, "rename one of them or delete it")


def inherit(root: Mapping, shared: Mapping) -> tuple[Mapping, list[Problem]]:
    """A scenario's map with what it takes from the shared files' map: what `inherit` names, changed by its own entries
    of the same id, the news of the decisions among it, and every shared source.
    """
    problems: list[Problem] = []
    whole = Mapping(root.file, root.start, dict(root.entries), False)
    named = root.get("inherit")
    for kind in INHERITED:
        wanted = named.get(kind) if isinstance(named, Mapping) else None
        if isinstance(wanted, Listing):
            _take(whole, kind, wanted, shared.get(kind), problems)
    _take_news(whole, named, entries_of(shared.get("news")))
    add(whole, "sources", entries_of(shared.get("sources")))
    return whole, problems


def _take(whole: Mapping, kind: str, wanted: Listing, offered: Node | None, problems: list[Problem]) -> None:
    offers = entries_of(offered)
    taken = {}
    for name in wanted.items:
        if not isinstance(name, Scalar):
            problems.append(Problem(name.place, "error", "F016", f"'{kind}' expects ids, {found(name)}"))
        elif name.text not in offers:
            message = f"there is nothing called '{name.text}' among the shared {kind}"
            problems.append(Problem(name.place, "error", "R101", message, *suggest(name.text, offers)))
        else:
            taken[name.text] = offers[name.text]
    add(whole, kind, taken)


def _take_news(whole: Mapping, named: Node | None, offers: dict[str, Entry]) -> None:
    """What the other side is told of inherited decisions comes with them."""
    decisions = named.get("decisions") if isinstance(named, Mapping) else None
    taken = (
        {item.text for item in decisions.items if isinstance(item, Scalar)} if isinstance(decisions, Listing) else set()
    )
    add(whole, "news", {key: entry for key, entry in offers.items() if key.partition("/")[0] in taken})


def add(whole: Mapping, kind: str, entries: dict[str, Entry]) -> None:
    """Put entries before a scenario's own of the same kind; where both have an id, its own fields win."""
    there = whole.entries.get(kind)
    if not entries or (there is not None and not isinstance(there.value, Mapping)):
        return
    own = entries_of(there.value if there else None)
    both = {key: _over(entry, own[key]) if key in own else entry for key, entry in entries.items()}
    first = next(iter(entries.values())).key
    key = there.key if there else Scalar(first.file, first.start, first.start, kind, True)
    value = there.value if there else first
    whole.entries[kind] = Entry(key, Mapping(value.file, value.start, {**both, **own, **both}, False))


def _over(shared: Entry, own: Entry) -> Entry:
    if not isinstance(shared.value, Mapping) or not isinstance(own.value, Mapping):
        return own
    value = own.value
    fields = {**shared.value.entries, **value.entries}
    return Entry(own.key, Mapping(value.file, value.start, fields, value.flow))


def entries_of(node: Node | None) -> dict[str, Entry]:
    """The entries of a map; none for anything else."""
    return node.entries if isinstance(node, Mapping) else {}
