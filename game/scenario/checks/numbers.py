"""Numbers: chances that can come up, ranges that hold something, effects that change something."""

from __future__ import annotations

from game.model.choosing import Choice
from game.model.entries import Decision
from game.model.when import Effects, Range
from game.scenario.calendar import Path, conditions, effects
from game.scenario.checks.base import Case
from game.scenario.checks.proof import always_one, flat, ranges
from game.scenario.codes import Page


def essential(case: Case) -> None:
    """What must hold so that the scenario can be played at all."""
    for name, decision in case.scenario.decisions.items():
        _outcomes(case, name, decision)
    _meters(case)


def check(case: Case) -> None:
    """All of this family."""
    essential(case)
    asked = _asked(case)
    for name, decision in case.scenario.decisions.items():
        _alike(case, name, decision, asked)
    for name, event in case.scenario.events.items():
        if event.chance == 0:
            case.warn("B301", ("events", name, "chance"), f"'{name}' never happens", "raise the chance or delete it")
    _ranges(case)
    for path, effect in effects(case.scenario):
        _effects(case, path, effect)


def _outcomes(case: Case, name: str, decision: Decision) -> None:
    """Every choice has an outcome that can happen in every world where it can be taken."""
    for label, choice in decision.choices.items():
        path: Path = ("decisions", name, "choices", label, "outcomes")
        likely = [outcome.needs for outcome in choice.outcomes.values() if outcome.chance > 0]
        if not likely or not always_one(likely, choice.needs, case.scenario):
            hint = "give one outcome a chance above 0 and no `needs`"
            case.error("B301", path, f"in some worlds no outcome of '{label}' can happen", hint)
            continue
        for result, outcome in choice.outcomes.items():
            if outcome.chance == 0:
                hint = "raise its chance or delete it"
                case.warn("B301", (*path, result, "chance"), f"'{result}' never comes up", hint)


def _meters(case: Case) -> None:
    for name, meter in case.scenario.meters.items():
        if meter.low >= meter.high:
            case.error("B302", ("meters", name), f"'{name}' has no room between {meter.low:g} and {meter.high:g}")
            continue
        for key, number in (("start", meter.start), ("rest", meter.rest)):
            if number is not None and not meter.low <= number <= meter.high:
                message = f"'{key}' is {number:g}, outside {meter.low:g} to {meter.high:g}"
                case.error("B302", ("meters", name, key), message)


def _ranges(case: Case) -> None:
    """Ranges that hold no number, and ranges that hold every one."""
    spans: list[tuple[Path, Range]] = []
    for path, condition in conditions(case.scenario):
        spans += [((*path, *_steps(thing)), span) for part in flat([condition]) for thing, span in ranges(part)]
    for index, test in enumerate(case.scenario.tests):
        here: Path = ("tests", index, "expect")
        spans += [((*here, "meters", name), span) for name, span in test.expect.meters.items()]
        spans += [((*here, key), span) for key in ("tension", "peak") if (span := getattr(test.expect, key))]
    for path, span in spans:
        if span.at_least is None and span.at_most is None:
            case.error("B302", path, "this range holds every number", "write at_least or at_most")
        elif span.at_least is not None and span.at_most is not None and span.at_least > span.at_most:
            case.error("B302", path, "this range holds no number", "at_least must not be above at_most")


def _steps(thing: tuple[str, str]) -> Path:
    """Where a range stands inside its condition."""
    kind, name = thing
    return (f"{kind}s", name) if name else (kind,)


def _effects(case: Case, path: Path, effect: Effects) -> None:
    """Effects that change nothing, or do and undo at once."""
    for key in ("meters", "capital"):
        for name, points in getattr(effect, key).items():
            if points == 0:
                case.warn("B303", (*path, key, name), f"adding 0 to '{name}' changes nothing", "delete it")
    for one, other in (("set", "clear"), ("start", "stop")):
        both = set(effect.set_ if one == "set" else effect.start) & set(getattr(effect, other))
        for name in sorted(both):
            case.error("B305", (*path, other), f"'{name}' stands under both `{one}` and `{other}`")


def _asked(case: Case) -> set[tuple[str, str]]:
    """Every (decision, choice) that some condition asks about."""
    parts = flat(condition for _, condition in conditions(case.scenario))
    return {(name, label) for part in parts for name, labels in part.chosen.items() for label in labels}


def _alike(case: Case, name: str, decision: Decision, asked: set[tuple[str, str]]) -> None:
    """Choices that differ only in words."""
    seen: dict[str, str] = {}
    for label, choice in decision.choices.items():
        first = seen.setdefault(_consequences(choice, label if (name, label) in asked else ""), label)
        if first != label:
            path: Path = ("decisions", name, "choices", label)
            case.warn("B304", path, f"'{label}' and '{first}' have the same consequences", "let the world differ")


def _consequences(choice: Choice, asked: str) -> str:
    """All that a choice does to the world, as text; a choice that a condition asks about is like no other."""
    results = [
        (outcome.chance, outcome.needs, outcome.acts, outcome.effects, outcome.settles, outcome.end)
        for outcome in choice.outcomes.values()
    ]
    return repr((choice.act, choice.order, choice.stance, choice.force, choice.effects, results, asked))


PAGES = (
    Page(
        "B301", "Outcomes that cannot happen",
        "Chances are weights among the outcomes whose `needs` hold. In every world at least one must be left. An "
        "outcome or event with chance 0 is a warning.",
        "          asked:\n            chance: 0\n", "          asked:\n",
    ),
    Page(
        "B302", "A range that holds nothing or everything",
        "at_least must not be above at_most, one of the two must be there, and a meter's start and rest lie between "
        "its low and its high.",
        "  nato: {label: NATO, start: 120}", "  nato: {label: NATO, start: 60}",
    ),
    Page(
        "B303", "An effect that changes nothing", "Adding 0 is no effect.",
        "            effects: {meters: {nato: 0}, stop: [convoy]}",
        "            effects: {meters: {nato: -2}, stop: [convoy]}",
    ),
    Page(
        "B304", "Choices that differ only in words",
        "Two choices of a decision have the same act, effects and outcomes, and no condition asks which was taken. "
        "The player cannot tell them apart by what follows.",
    ),
    Page(
        "B305", "Done and undone at once",
        "An effect has no order, so it cannot both set and clear a flag, or start and stop a timer.",
        "            effects: {meters: {nato: -2}, stop: [convoy], start: [convoy]}",
        "            effects: {meters: {nato: -2}, stop: [convoy]}",
    ),
)  # fmt: skip
