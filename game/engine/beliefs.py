"""Standing firm, giving way, and what each side comes to believe of the other.

Audience costs after Fearon 1994 (and Weeks 2008 for Moscow's elites); learning by Bayes in log odds after Esarey,
Mukherjee and Moore 2008; trust by costly signals after Kydd 2005.
"""

from __future__ import annotations

import numpy as np

from game.engine.draft import Cause, Draft
from game.engine.tension import kept
from game.engine.worlds import SIDES
from game.model.bundle import Bundle, Row, at

THREATENS, EXECUTES, YIELDS = 1, 2, 3
_LOWEST, _HIGHEST = 0.02, 0.98


def commit(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause) -> None:
    """Public threats expose a leader; giving way pays for them; carrying them out earns credit."""
    known = _each(at(bundle.known, branch), draft)
    for index in range(2):
        stance = _each(at(bundle.stance[index], branch), draft)
        taken = stance != 0
        if np.count_nonzero(taken):
            with draft.only(taken) as part:
                _stand(part, index, part.of(stance), part.of(known), cause)


def _each(value: Row, draft: Draft) -> Row:
    """A row, from one or from the single number of all worlds."""
    return value if np.ndim(value) else np.full(draft.count, value)


def _stand(draft: Draft, index: int, stance: Row, known: Row, cause: Cause) -> None:
    own, side = draft.tables.parameters, SIDES[index]
    weight = (own.audience_usa, own.audience_ussr)[index] * own.audience_step
    exposure, credit = draft[f"audience/{side}"], draft[f"credit/{side}"]
    yields, executes = stance == YIELDS, stance == EXECUTES
    if yields.any():
        pay(draft, index, np.where(yields, exposure * own.audience_price, 0.0), cause)
    raised = np.minimum(exposure + (stance == THREATENS) * known * weight, 0.5)
    kept_share = np.where(yields, 0.25, 1.0)
    draft[f"audience/{side}"] = np.rint(raised * kept_share * 1e9) / 1e9
    moved = credit + own.credit_step * ((1.0 - credit) * executes - credit * yields * (exposure > 0))
    draft[f"credit/{side}"] = moved.astype(np.float32)


def pay(draft: Draft, index: int, price: Row, cause: Cause) -> None:
    """Take a price, in points, from a leader's standing at home."""
    name = draft.tables.sides[index].standing
    seen = next(meter.seen for meter in draft.tables.meters if f"meter/{meter.id}" == name)
    draft.move(name, draft[name] - price, cause, seen)


def fade(draft: Draft, minutes: Row) -> None:
    """Public threats are forgotten slowly."""
    names = [name for name in (f"audience/{side}" for side in SIDES) if np.count_nonzero(draft[name])]
    if names:
        share = kept(minutes, draft.tables.parameters.audience_days)
        for name in names:
            draft[name] = np.rint(draft[name] * share * 1e9) / 1e9


def shift(probability: Row, log_odds: Row) -> Row:
    """Bayes: a probability after evidence worth so many log odds, kept within 0.02 and 0.98."""
    odds = probability / (1.0 - probability) * np.exp(log_odds)
    after: Row = np.rint(np.minimum(np.maximum(odds / (1.0 + odds), _LOWEST), _HIGHEST) * 1e9) / 1e9
    return after


def learn(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause) -> None:
    """The other side reads a hard choice as resolve, a costly concession as trust; secret acts teach nothing."""
    if bundle.teaches:
        own, reader, known = draft.tables.parameters, SIDES[1 - cause.side], bundle.known > 0
        resolve = np.minimum(np.maximum(own.learning * bundle.hard, -own.learning_limit), own.learning_limit)
        _read(draft, f"thinks/{reader}", at(resolve * known, branch), cause)
        _read(draft, f"trust/{reader}", at(bundle.concedes * known, branch), cause)


def _read(draft: Draft, name: str, evidence: Row, cause: Cause) -> None:
    """A side's belief after evidence in log odds, where there is any."""
    evidence = _each(evidence, draft)
    told = evidence != 0
    if np.count_nonzero(told):
        with draft.only(told) as part:
            after = shift(part[name], part.of(evidence)).astype(part[name].dtype)
            part.move(name, after, cause, (name.endswith("usa"), name.endswith("ussr")))
