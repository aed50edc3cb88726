"""docs/scenario-format.md, written from the field table."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.campaign import Campaign, Fit
from game.model.scenario import FORMAT, Inherit, Scenario
from game.model.when import Condition, Effects
from game.scenario.codes import pages
from game.scenario.fields import Field, about, plan
from game.scenario.scalars import span

INTRO = f"""# The scenario format

This page is generated from the field table in `game/model` by `schema --reference`. Do not edit it by hand.

A scenario is a folder of YAML files, or a single one, in format {FORMAT}. The top-level keys of a folder's files are
merged: maps and lists grow together, an id or a scalar comes once. Files such as `name.fr.yaml` are translations and
are not merged. `new FOLDER` writes a small scenario to start from, `check FOLDER` says everything that is wrong with
one, and `explain CODE` says what a message means.

**Plain data.** There are no anchors, aliases, tags, merge keys, second documents or expressions. A file has at most
1 MiB, 50,000 values, 24 levels and 8,192 characters in one text.

**Texts** are plain, without markup. What a text means is decided by the field, never by YAML, so dates, `NO` and
`057` need no quotes for the game. Put a text in quotes where it holds `: ` or ` #`, starts with a special character,
or holds a comma inside braces. Codes are quoted so that editors keep their zeros.

**Ids** are letters, digits and single hyphens, at most 60 characters. They are permanent: stored games name them.

**Moments** are `YYYY-MM-DD HH:MM` or `YYYY-MM-DD`, local to the place.

**The calendar** is every decision, standoff and event in order of `at`. Every world walks the same calendar; an entry
opens in the worlds where its `needs` holds. A branch off history is an entry with a condition.

**Shared things.** What a scenario names under `inherit` is taken from `scenarios/shared`; its own entry of the same id
changes single fields; what is not named is dropped. Shared sources are always there.

**Sides** are `usa` and `ussr`. In the place of an actor, `rival` is the other side, whichever it is.

In the tables below, *needed* marks keys that must be given, and the number of words is the most that a text may have
(**bold** where the player must read it before choosing).
"""

CAMPAIGN = """# The campaign format

A campaign is a folder of YAML files (the game's own lies in `scenarios/campaign`), merged like a scenario's and under
the same rules of reading. It names scenarios in order and says what crosses from one to the next. What crosses is the
*difference* that a game makes from history, so a chapter on history's road opens exactly as it does alone. Shared
leaders and sources are always there. `check FOLDER` says what is wrong with one, `schema --campaign` prints its schema.
"""

WORDS = {
    "id": "id", "line": "text", "text": "text", "integer": "whole number", "number": "number", "percent": "percent",
    "yesno": "yes or no", "choice": "", "moment": "moment", "code": "event code",
}  # fmt: skip

#: What the keys of a map are, where "ids" would not say it.
KEYS = {"wants": "meters or `tension`", "results": "results", "relations": "from>to"}


def reference() -> str:
    """The whole page as Markdown."""
    campaign = [CAMPAIGN, *(section(record) for record in campaign_records())]
    return "\n".join([INTRO, *(section(record) for record in records()), *campaign, *messages()])


def messages() -> Iterator[str]:
    """The table of codes."""
    yield "## Messages\n"
    yield "What `check` may say. `explain CODE` shows a wrong and a right example.\n"
    yield "| code | means |"
    yield "| --- | --- |"
    for page in pages().values():
        yield f"| {page.code} | **{page.title}.** {page.text} |"


def records() -> list[type]:
    """Every record class of a scenario, itself first, then each where it is first used."""
    return _within(Scenario, [])


def campaign_records() -> list[type]:
    """Every record class that only a campaign has, itself first."""
    known = records()
    return [record for record in _within(Campaign, list(known)) if record not in known]


def _within(record: type, found: list[type]) -> list[type]:
    """A record class and those inside it that were not found yet."""
    found.append(record)
    for field in plan(record).values():
        if isinstance(field.kind, type) and field.kind not in found:
            _within(field.kind, found)
    return found


def section(record: type) -> str:
    """The heading, sentence and table of one record."""
    return "\n".join([f"## {record.__name__}", "", about(record), "", *_table(record), ""])


def _table(record: type) -> Iterator[str]:
    yield "| key | holds | if left out | meaning |"
    yield "| --- | --- | --- | --- |"
    for field in plan(record).values():
        yield f"| `{field.key}` | {holds(field)} | {left_out(field)} | {field.spec.doc}{_example(field)} |"


def _example(field: Field) -> str:
    return f" Such as `{field.spec.example}`." if field.spec.example else ""


def holds(field: Field) -> str:
    """What a field holds, in a few words: "list of 2 to 4 [Advice](#advice)"."""
    one = _one(field)
    if field.shape == "one":
        return one
    if field.shape == "list":
        return f"list of {_count(field)}{one}"
    keys = KEYS.get(field.spec.keys or field.key, field.spec.keys or "ids")
    return f"map from {_count(field)}{keys} to {'lists of ' if field.listed else ''}{one}"


def _one(field: Field) -> str:
    spec = field.spec
    if isinstance(field.kind, type):
        return f"[{field.kind.__name__}](#{field.kind.__name__.lower()})"
    if field.kind == "ref":
        return f"id in {spec.to}"
    if field.kind == "choice":
        return " / ".join(f"`{option}`" for option in spec.options)
    words = f"at most {spec.words} words" if spec.words else ""
    limit = f"**{words}**" if spec.compulsory and words else words or span(spec)
    return f"{WORDS[field.kind]}{', ' if limit else ''}{limit}"


def _count(field: Field) -> str:
    least, most = field.spec.least, field.spec.most
    if least and most:
        return f"{least} to {most} "
    return f"at least {least} " if least else f"at most {most} " if most else ""


def left_out(field: Field) -> str:
    """What holds where a file leaves a field out."""
    if field.needed:
        return "*needed*"
    match field.default:
        case Condition():
            return "always"
        case Effects() | Inherit() | Fit() | None | "" | () | {}:
            return "nothing"
        case bool():
            return "yes" if field.default else "no"
        case tuple():
            return ", ".join(f"`{one}`" for one in field.default)
        case _:
            return f"`{field.default:g}`" if isinstance(field.default, int | float) else f"`{field.default}`"
