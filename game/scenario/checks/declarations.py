"""Declared names: told apart, used, and fitting each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.model.people import SIDES
from game.model.when import Condition
from game.scenario.calendar import conditions, effects
from game.scenario.checks.base import Case
from game.scenario.checks.proof import flat
from game.scenario.codes import Page
from game.scenario.names import CALENDAR, RIVAL, keys, uses
from game.scenario.suggest import suggest

#: Meters of the engine's own, which no scenario declares.
OWN_METERS = ("tension", "settlement", "readiness")
#: What must be used somewhere, once declared.
USED = (("sources", "source"), ("facts", "fact"))


def essential(case: Case) -> None:
    """What must hold so that the scenario can be played at all."""
    _apart(case)
    _sides(case)
    _relations(case)


def check(case: Case) -> None:
    """All of this family."""
    essential(case)
    _alike(case)
    _folder(case)
    if case.whole:
        _used(case)
        _flags(case)


def _apart(case: Case) -> None:
    """Ids that the game would mix up."""
    _shared_namespace(case, CALENDAR, "the calendar")
    _shared_namespace(case, ("sides", "actors"), "sides and actors")
    for name in OWN_METERS:
        if name in case.scenario.meters:
            case.error("R103", ("meters", name), f"'{name}' is a meter of the game's own", "call yours something else")


def _alike(case: Case) -> None:
    """Ids that people would mix up."""
    for space in ("flags", "meters", "facts", "timers", "endings", *CALENDAR):
        seen: dict[str, str] = {}
        for name in keys(case.root.get(space)):
            first = seen.setdefault(_blurred(name), name)
            if first != name:
                case.warn("R103", (space, name), f"'{name}' is easily taken for '{first}'", "rename one of them")


def _blurred(name: str) -> str:
    """An id without what people mix up: case, joints, and an s at the end of a word."""
    return re.sub(r"s?(?:[-_]|$)", "", name.lower())


def _shared_namespace(case: Case, spaces: tuple[str, ...], called: str) -> None:
    seen: dict[str, str] = {}
    for space in spaces:
        for name in keys(case.root.get(space)):
            if name in seen:
                message = f"'{name}' stands under {seen[name]} too; ids are unique in {called}"
                case.error("R103", (space, name), message, "rename one of them")
            seen[name] = space
            if name == RIVAL:
                case.error("R103", (space, name), "'rival' always means the other side", "rename it")


def _sides(case: Case) -> None:
    """Exactly the two playable powers, each led by one of its own."""
    for name, side in case.scenario.sides.items():
        if name not in SIDES:
            case.error("R101", ("sides", name), f"there is no side called '{name}'", suggest(name, SIDES)[0])
        leader = case.scenario.leaders.get(side.leader)
        if leader is not None and leader.side != name:
            case.error("R107", ("sides", name, "leader"), f"'{side.leader}' can lead {leader.side}, not {name}")


def _relations(case: Case) -> None:
    """Keys of relations are two different powers, as from>to."""
    powers = {*keys(case.root.get("sides")), *keys(case.root.get("actors"))}
    for name in case.scenario.relations:
        one, arrow, two = name.partition(">")
        if not arrow or not {one, two} <= powers or one == two:
            hint = 'two different sides or actors, such as "usa>ussr"'
            case.error("R108", ("relations", name), f"'{name}' names no relation", hint)


def _folder(case: Case) -> None:
    if case.folder and case.scenario.id != case.folder:
        message = f"the id is '{case.scenario.id}', but the folder is '{case.folder}'"
        case.error("R106", ("id",), message, "give both the same name")


def _used(case: Case) -> None:
    """Things that nothing refers to, and timers that nothing starts."""
    started = {timer for _, effect in effects(case.scenario) for timer in effect.start}
    for timer in case.scenario.timers:
        if timer not in started:
            case.warn("R104", ("timers", timer), f"the timer '{timer}' is never started", "start it or delete it")
    used = uses(case.root)
    for space, word in USED:
        for name in keys(case.root.get(space)):
            if (space, name) not in used and not case.shared((space, name)):
                case.warn("R104", (space, name), f"the {word} '{name}' is never used", "use it or delete it")


def _flags(case: Case) -> None:
    """Flags that are read and never set, or set and never read. What a campaign carries is set and read elsewhere."""
    given = {flag for _, effect in effects(case.scenario) for flag in effect.set_}
    cleared = {flag for _, effect in effects(case.scenario) for flag in effect.clear}
    read = set(_read(case, "flags")), set(_read(case, "unset"))
    for name, flag in case.scenario.flags.items():
        if not flag.carried:
            _flag(case, name, flag.start or name in given, name in read[0], name in read[1])
        elif name not in given | cleared | read[0] | read[1]:
            case.warn("R104", ("flags", name), f"the flag '{name}' is never used", "use it or delete it")


def _flag(case: Case, name: str, given: bool, wanted: bool, unwanted: bool) -> None:
    """One flag of the scenario's own."""
    if wanted and not given:
        case.error("R105", ("flags", name), f"the flag '{name}' is asked for, but nothing sets it")
    elif not given and not unwanted:
        case.warn("R104", ("flags", name), f"the flag '{name}' is never used", "use it or delete it")
    elif not given:
        case.warn("R105", ("flags", name), f"the flag '{name}' is asked for, but nothing sets it")
    elif not wanted and not unwanted:
        case.warn("R105", ("flags", name), f"the flag '{name}' is set, but nothing asks for it")


def _read(case: Case, attribute: str) -> Iterator[str]:
    every: Iterator[Condition] = flat(condition for _, condition in conditions(case.scenario))
    for condition in every:
        yield from getattr(condition, attribute)


PAGES = (
    Page(
        "R103", "Names that would be mixed up",
        "Ids are unique in the calendar (decisions, standoffs and events together), and among sides and actors. "
        "It is a warning where two ids differ only by case, a hyphen or an s.",
        "  answer:\n    at: 1958-06-02 20:00", "  rain:\n    at: 1958-06-02 20:00",
    ),
    Page(
        "R104", "Declared and never used",
        "A flag, timer, fact or source that nothing refers to. Use it or delete it.",
        "  own: {cite: \"Your sources: author, title, year, page\", kind: secondary}\n"
        "  other: {cite: \"Another book\", kind: secondary}",
        "  own: {cite: \"Your sources: author, title, year, page\", kind: secondary}",
    ),
    Page(
        "R105", "A flag that is only set, or only asked for",
        "Something asks for a flag that no effect sets, so it can never be set; or something sets a flag that no "
        "condition asks for, so it makes no difference.",
        "        effects: {meters: {nato: 1}}", "        effects: {set: [word-given]}",
    ),
    Page(
        "R106", "Folder and id differ",
        "A scenario is found by its folder, and stored games name its id. Both must be the same.",
        "id: other", "id: ID",
    ),
    Page(
        "R107", "A leader of the other side", "A side's leader must be a profile that can lead that side.",
        "    leader: khrushchev\n    seat: The White House", "    leader: eisenhower\n    seat: The White House",
    ),
    Page(
        "R108", "Not a relation",
        "A relation is declared as from>to, in quotes, between two different sides or actors.",
        "  \"usa-ussr\": {rest: -40}", "  \"usa>ussr\": {rest: -40}",
    ),
)  # fmt: skip
