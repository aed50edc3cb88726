"""The numbers of the rules, with unit, default and source. docs/model.md prints this table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FIT = "refit by `python -m benchmarks.fit`"
JUDGED = "judgement"


def number(value: float, unit: str, meaning: str, source: str = JUDGED) -> Any:
    """A coefficient's field with its unit, what it is and where it comes from."""
    return field(default=value, metadata={"unit": unit, "meaning": meaning, "source": source})


@dataclass(frozen=True)
class Parameters:
    """Every coefficient of the engine; a fitted one says so."""

    base: float = number(-0.73, "logit", "tension of a world in which nothing has happened", FIT)
    fast_gain: float = number(0.32, "logit per impulse", "what an impulse adds to crisis arousal", FIT)
    slow_gain: float = number(0.27, "logit per impulse", "what an impulse adds to rivalry", FIT)
    fast_days: float = number(17.0, "days", "memory of crisis arousal", FIT)
    slow_days: float = number(220.0, "days", "memory of rivalry", FIT)
    bias: float = number(0.25, "share", "how much of a hostile act distrust adds to it (Jervis 1976)")
    relation_days: float = number(180.0, "days", "memory of relations")
    relation_gain: float = number(4.0, "points per impulse", "what an act adds to the target's relation to the actor")
    following: float = number(0.25, "share", "how far friends of the target follow it (structural balance)")
    coupling: float = number(0.2, "share", "how far readiness feeds on the other's (Richardson 1960)")
    calm_days: float = number(21.0, "days", "dwell before readiness comes down")
    incident_rate: float = number(0.012, "per day", "incidents at no readiness (trial runs; base rate judged)")
    incident_growth: float = number(5.5, "log per readiness", "how the incident rate grows with readiness (Sagan 1993)")
    escalation: float = number(
        0.019, "chance", "that an incident at tension 90 runs out of hand", "Cuba's band: Bundy 1988, Sorensen 1965"
    )
    escalation_growth: float = number(0.07, "log per point", "how that chance grows with tension")
    brittleness: float = number(1.5, "log sd", "spread of brittleness between worlds (lognormal, median 1)")
    understanding: float = number(0.3, "factor", "on that chance once the issue is settled")
    channel: float = number(0.6, "factor", "on that chance while a back channel is open")
    tight_orders: float = number(0.5, "factor", "on that chance where commanders have tight orders")
    force_contact: float = number(0.001, "chance", "of general war at tension 100 from forces touching")
    force_limited: float = number(0.004, "chance", "of general war at tension 100 from limited force")
    force_strike: float = number(0.12, "chance", "of general war at tension 100 from a strike")
    shock_small: float = number(0.10, "impulse", "a small shock")
    shock_medium: float = number(0.25, "impulse", "a medium shock")
    shock_large: float = number(0.50, "impulse", "a large shock")
    capital_days: float = number(30.0, "days", "in which a spent point of political capital comes back")
    audience_usa: float = number(1.0, "weight", "audience cost of a public threat, Washington (Fearon 1994)")
    audience_ussr: float = number(0.5, "weight", "audience cost of a public threat, Moscow (party elites, Weeks 2008)")
    audience_step: float = number(0.08, "exposure", "what one public threat adds to exposure, 0 to 0.5")
    audience_days: float = number(130.0, "days", "memory of a public threat (half-life 90 days)")
    audience_price: float = number(60.0, "points per exposure", "standing at home lost by giving way")
    credit_step: float = number(0.25, "share", "how far credibility moves when a threat is carried out or dropped")
    learning: float = number(1.6, "log odds per hardness", "what a hard or soft choice teaches about resolve")
    learning_limit: float = number(1.609, "log odds", "most that one act can teach (log 5)")
    trust_start: float = number(0.35, "probability", "that the other is believed to seek security")
    resolute: float = number(0.5, "probability", "that a side's leader is of the resolute kind")
    settle_tacit: float = number(0.5, "0-1", "settlement by a tacit understanding")
    settle_formal: float = number(0.3, "0-1", "settlement by a paper")
    settle_withdrawal: float = number(0.7, "0-1", "settlement by mutual withdrawal")


DEFAULT = Parameters()

#: Readiness at alert levels 5 to 1 (docs/model.md section 4): index is the level.
READINESS = (0.0, 1.0, 0.85, 0.6, 0.2, 0.05)
