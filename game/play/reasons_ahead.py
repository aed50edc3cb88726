"""What a leader saw ahead, in sentences: how often an aim came true or war came, and what came out better."""

from __future__ import annotations

from game.minds.account import Account, Part
from game.model.scenario import Scenario
from game.play.wording import inside

#: Points that are worth a word; leads that are hardly one, narrow, clear.
WORTH, HARDLY, NEAR, CLEAR = 0.4, 0.3, 0.75, 4.0


def seen_ahead(scenario: Scenario, side: str, found: Account, turn: int) -> str:
    """The one or two things that spoke most for what was taken, as counts of pictured futures."""
    head = (f"In {found.pictures} pictured futures", f"Of {found.pictures} futures pictured")[turn % 2]
    counted, better = _spoke(scenario, side, found, 1)
    told = [*counted[:1], *([f"it looked better for {' and '.join(better[:2])}"] if better else [])]
    if not told and kept_to_habit(found):
        return ""
    alike = "little told the two apart" if found.overruled else "nothing else came out clearly better"
    return f"{head}, {'; '.join(told) or alike}."


def kept_to_habit(found: Account) -> bool:
    """Whether it stayed with its first thought although something else looked better."""
    return found.lead < -HARDLY and not found.overruled


def against(scenario: Scenario, side: str, found: Account) -> str:
    """What spoke most against it; empty where nothing did."""
    counted, worse = _spoke(scenario, side, found, -1)
    if not counted and not worse:
        return ""
    return f"Against it: {counted[0] if counted else f'it looked worse for {worse[0]}'}."


def gap(found: Account, name: str, other: str) -> str:
    """How much better it looked than the other way."""
    if kept_to_habit(found):
        return f"Another way even looked a little better: {other}; but {name} kept to habit."
    if found.lead < 0 and found.overruled:
        return "It was a toss-up between the two."
    if found.overruled:
        return "It was a near thing." if found.lead < NEAR else "It was not close." if found.lead >= CLEAR else ""
    return f"What came {'very near' if found.lead < NEAR else 'next'}: {other}."


def _spoke(scenario: Scenario, side: str, found: Account, way: int) -> tuple[list[str], list[str]]:
    """What spoke for it (way 1) or against it (-1): what can be counted in pictures, and what cannot."""
    counted, felt = list[str](), list[str]()
    for part in (one for one in found.parts if one.points * way >= WORTH):
        kind, _, name = part.name.partition("/")
        if kind == "meter":
            felt.append(inside(scenario.meters[name].label))
        elif kind == "tension":
            felt.append("the peace")
        else:
            counted += _counted(scenario, side, found, part, kind, name)
    return counted, felt


def _counted(scenario: Scenario, side: str, found: Account, part: Part, kind: str, name: str) -> list[str]:
    """An aim or war in whole pictures; nothing where both ways have as many."""
    mine, theirs = (round(share * found.pictures) for share in (part.taken, part.other))
    if mine == theirs:
        return []
    what = "war" if kind == "war" else f'"{scenario.sides[side].aims[name].label}"'
    verb = "came" if kind == "war" else "came true"
    than = f"against {theirs or 'none'} for {'the first idea' if found.overruled else 'the next best'}"
    return [f"{what} {f'{verb} {_times(mine)}' if mine else f'never {verb}'}, {than}"]


def _times(count: int) -> str:
    return ("never", "once", "twice")[count] if count < 3 else f"{count} times"
