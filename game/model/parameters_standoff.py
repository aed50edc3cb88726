"""The numbers of the standoff, with unit, default and source. docs/model.md prints this table.

Points are what a leader cares for; losing control is -100 of them. One point is one point of standing at home.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.model.parameters import JUDGED, number

TUNED = "tuned by `python -m benchmarks.standoff`"
TURNS = "tuned by `drama`, so that tension turns by 10 points within a night"


def _three(values: tuple[float, float, float], unit: str, meaning: str, source: str = JUDGED) -> Any:
    """A number for each exposure: private, known, public."""
    return field(default=values, metadata={"unit": unit, "meaning": meaning, "source": source})


@dataclass(frozen=True)
class StandoffParameters:
    """Every coefficient of a standoff. Levels run from 0 (the start) to 4 (the top rung) on every ladder."""

    war: float = number(-100.0, "points", "losing control")
    win_soft: float = number(4.36, "points", "what winning is worth to an irresolute leader", TUNED)
    win_hard: float = number(15.54, "points", "what winning is worth to a resolute leader", TUNED)
    lose_soft: float = number(2.3, "points", "what losing costs an irresolute leader", TUNED)
    lose_hard: float = number(11.46, "points", "what losing costs a resolute leader", TUNED)
    home_win: float = number(9.0, "points", "standing at home that winning in public brings")
    home_lose: float = number(
        10.0, "points", "standing at home that losing in public costs, beside the price of retreat"
    )
    retreat: float = number(
        0.4, "points", "price of retreat at level -1, in public, in the first round (Fearon 1994)", TUNED
    )
    retreat_growth: float = number(1.24, "power of level + 2", "how that price grows with height", TUNED)
    retreat_late: float = number(0.12, "share per round", "how it grows with time", TUNED)
    retreat_seen: tuple[float, float, float] = _three((0.3, 0.6, 1.0), "share", "of that price, by exposure", TUNED)
    retreat_threat: float = number(6.0, "share per audience", "how public threats made before raise it")
    retreat_ally: float = number(0.6, "factor", "on it once an ally has been told")
    prize_seen: tuple[float, float, float] = _three((0.2, 0.6, 1.0), "share", "of win and loss, by exposure", TUNED)
    alliance_lost: float = number(3.0, "points", "of alliance lost by a retreat in public")
    settle: float = number(8.8, "points", "to each side for stepping back together late", TUNED)
    settle_early: float = number(11.53, "points", "less of them in the first round, fading to none in the last", TUNED)
    settle_mistrust: float = number(4.67, "points", "less of them without a channel", TUNED)
    first_price: float = number(0.3, "share of the price", "paid by the first to step back when the other follows")
    first_price_blind: float = number(0.85, "share of the price", "the same without a channel")
    follow_price: float = number(0.1, "share of the price", "paid by the one who follows")
    broken_trust: float = number(3.05, "points", "for standing when the other steps back although a channel is open")
    broken_alliance: float = number(8.0, "points", "of alliance lost by standing so: friends who carried words hear")
    term: float = number(2.11, "points per +", "what a term is worth", TUNED)
    term_public: float = number(1.5, "factor", "on what a term costs when it is promised in public")
    relief: float = number(0.7, "points", "to each side for having a deal", TUNED)
    relief_early: float = number(9.05, "points", "less of it in the first round, fading to none in the last", TUNED)
    relief_mistrust: float = number(4.3, "points", "less of it without a channel", TUNED)
    deal_price: float = number(0.49, "share of the price", "paid by each side of a deal")
    refused_price: float = number(1.4, "points", "for the side whose public offer is refused")
    refused_quietly: float = number(0.3, "points", "for the side whose private offer is refused", TUNED)
    refuser_price: float = number(2.0, "points", "for refusing a public offer that was fair", TUNED)
    firm_gain: float = number(0.5, "points", "for a firm answer to an incident")
    restraint_price: float = number(1.5, "points", "for a restrained answer to an incident")
    dawn: float = number(0.31, "share of win or loss per rung", "where nobody gave way, by who stands higher")
    rested: int = number(2, "rounds", "after which each side has one free move again")
    leak: float = number(0.08, "chance", "that a private offer becomes known")
    spread: float = number(0.16, "chance per round", "that more people come to know")
    public_level: float = number(2.0, "level", "from which a climb cannot be hidden")
    rate: float = number(0.41, "per round", "incidents at level 1, high contact", TUNED)
    rate_growth: float = number(0.19, "log per level", "how incidents grow with mean height", TUNED)
    rate_climb: float = number(0.25, "share per climb", "more incidents in a round in which somebody climbs", TUNED)
    rate_ready: float = number(0.5, "share per readiness", "more incidents with forces on alert")
    higher_counts: float = number(
        0.75, "share", "of the higher side's level in the height that danger goes by, the rest the lower's", TUNED
    )
    rate_higher: float = number(0.35, "share per level", "how much likelier it is the higher side's incident")
    escalation: float = number(
        0.0155, "chance", "that one runs out of hand at level 1, high contact, median brittleness", TUNED
    )
    escalation_growth: float = number(1.3, "log per level", "how that grows with mean height", TUNED)
    sign: float = number(0.55, "chance", "that what is seen of the other in a round points to its true kind", TUNED)
    sign_hold: float = number(0.03, "chance", "more, after the other has held", TUNED)
    sign_channel: float = number(0.03, "chance", "more, with a channel open", TUNED)
    learn_climb: float = number(0.6, "log odds", "of being resolute, read from a climb", TUNED)
    learn_offer: float = number(-0.05, "log odds", "of being resolute, read from an offer that is fair", TUNED)
    learn_gift: float = number(-0.35, "log odds", "of being resolute, read from an offer that only gives", TUNED)
    learn_refuse: float = number(0.4, "log odds", "of being resolute, read from a refusal", TUNED)
    learn_statement: float = number(0.3, "log odds", "of being resolute, read from a public statement or an alert")
    calm_back: float = number(-0.55, "impulse", "a step back")
    calm_private: float = number(-1.3, "impulse", "a private offer", TURNS)
    calm_public: float = number(-1.3, "impulse", "a public offer", TURNS)
    calm_deal: float = number(-0.8, "impulse", "a deal, or both stepping back")
    calm_quiet: float = number(-1.4, "impulse", "a round in which both hold and nothing happens", TURNS)
    calm_floor: float = number(35.0, "tension", "below which nothing calms while forces stand face to face")
    calm_span: float = number(20.0, "tension", "above that over which calming grows to its full size")
    calm_hours: float = number(3.0, "hours", "length of a round from which it calms fully")
    heat_climb: float = number(0.3, "impulse", "a climb, beside its own act", TURNS)
    heat_refusal: float = number(1.0, "impulse", "a refused offer", TURNS)
    heat_incident: float = number(0.9, "impulse", "an incident, beside its own shock", TURNS)


STANDOFF = StandoffParameters()

#: Contact, exposure and stake as numbers.
CONTACT = {"low": 0.5, "medium": 0.75, "high": 1.0}
EXPOSURE = {"private": 0, "known": 1, "public": 2}
STAKE = {"low": 0.7, "medium": 1.0, "high": 1.35}
