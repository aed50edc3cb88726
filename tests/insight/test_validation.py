"""Does the model do what it says of the years 1955-62? Validations V1, V2, V3, V5 and V8 for the event list."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.engine.acts import apply
from game.engine.draft import Cause, Draft
from game.engine.incidents import danger
from game.engine.tension import tension
from game.engine.worlds import Worlds, begin
from game.insight.fit import curve, errors
from game.insight.validate import alerts, error, peaks
from game.model.moment import minutes, moment_text
from game.model.parameters import DEFAULT
from game.model.when import Act
from game.scenario.bundles import Branch, Maker
from game.scenario.cameo import weights
from game.scenario.chronicle import bare_tables, chronicle


def test_v1_replaying_the_dated_events_gives_the_fit_that_the_docs_print() -> None:
    spread, largest = error(errors(DEFAULT))
    assert spread < 4.5 and largest < 11.5


def test_v1_nothing_happening_leaves_tension_to_the_rivalry_of_the_years_before() -> None:
    quiet = curve(DEFAULT, [minutes("1957-01-01"), minutes("1957-09-01")])
    assert quiet[1] < quiet[0]


def test_v2_the_crises_peak_in_the_order_that_history_gives_them() -> None:
    peak = peaks(DEFAULT)
    assert max(peak["hungary"], peak["berlin58"]) < peak["berlin61"] < peak["cuba62"]


def test_v2_the_order_stands_when_every_fitted_number_moves_by_a_tenth() -> None:
    luck = np.random.default_rng(1955)
    for _ in range(20):
        moved = {
            name: getattr(DEFAULT, name) * luck.uniform(0.9, 1.1)
            for name in ("base", "fast_gain", "slow_gain", "fast_days", "slow_days")
        }
        peak = peaks(replace(DEFAULT, **moved))
        assert max(peak["hungary"], peak["berlin58"]) < peak["berlin61"] < peak["cuba62"]


@pytest.mark.parametrize(("level", "day", "within"), [(3, "1962-10-22", 2), (2, "1962-10-24", 3)])
def test_v3_the_alert_is_suggested_when_it_was_ordered(level: int, day: str, within: int) -> None:
    suggested = next(alert for alert in alerts(DEFAULT, "1962-09-01", "1962-12-31") if alert.level == level)
    assert abs(suggested.day - minutes(day)) <= within * 1440, moment_text(suggested.day)


def test_v3_standing_down_is_suggested_within_a_week_of_the_day_it_was_ordered() -> None:
    told = alerts(DEFAULT, "1962-09-01", "1962-12-31")
    down = next(alert for earlier, alert in pairwise(told) if alert.level == 3 and earlier.level == 2)
    assert abs(down.day - minutes("1962-11-15")) <= 7 * 1440, moment_text(down.day)


def test_v3_no_such_alert_is_suggested_before_cuba_and_never_the_highest() -> None:
    assert all(alert.level >= 4 for alert in alerts(DEFAULT, "1955-06-01", "1962-10-01"))
    assert all(alert.level >= 2 for alert in alerts(DEFAULT, "1955-06-01", "1962-12-31"))


TABLES = bare_tables(DEFAULT, ())


def quiet(**rows: float) -> Worlds:
    told = begin(TABLES, np.arange(1, 2, dtype=np.uint64))
    return Worlds(
        {
            **told.rows,
            **{
                name.replace("_", "/"): np.full(1, value, told[name.replace("_", "/")].dtype)
                for name, value in rows.items()
            },
        }
    )


def risk(worlds: Worlds) -> float:
    return float(danger(Draft(TABLES, worlds.rows, recording=False), 0)[0])


def test_v5_the_danger_of_an_incident_rises_with_tension_and_falls_with_every_precaution() -> None:
    calm = risk(quiet())
    assert risk(quiet(fast=2.0)) > calm
    for precaution in ({"channel": 1}, {"tight_usa": 1}, {"settled": 0.5}):
        assert risk(quiet(**precaution)) < calm


def test_v5_misperception_raises_tension_for_the_same_acts() -> None:
    moments = [minutes("1962-10-27")]
    assert curve(replace(DEFAULT, bias=0.5), moments)[0] > curve(replace(DEFAULT, bias=0.0), moments)[0]


def test_v5_readiness_settles_because_each_side_tires_faster_than_it_copies() -> None:
    """Richardson: stable where fatigue beats reaction."""
    assert DEFAULT.coupling * DEFAULT.coupling < 1.0


def test_v5_who_has_more_to_lose_before_an_audience_pays_more_for_giving_way() -> None:
    """Fearon: higher audience costs, dearer retreat."""
    from game.scenario.chronicle import _EMPTY

    maker = Maker(_EMPTY, weights(), DEFAULT)
    threat = maker.bundle([Branch("threat", 0, (Act(code="138", on="ussr"),), stance="threatens")])
    exposures = []
    for audience in (0.5, 1.0):
        tables = bare_tables(replace(DEFAULT, audience_usa=audience), ())
        draft = Draft(tables, quiet().rows, recording=False)
        apply(draft, threat, np.zeros(1, np.int64), Cause("choice", side=0))
        exposures.append(float(draft["audience/usa"][0]))
    assert exposures[1] > exposures[0]


def test_v8_one_event_after_another_gives_the_same_curve_as_all_at_once() -> None:
    moments = [dated.minute for dated in chronicle()[::7]]
    together = curve(DEFAULT, sorted(moments))
    alone = [float(curve(DEFAULT, [moment])[0]) for moment in sorted(moments)]
    assert together == pytest.approx(alone, abs=1e-6)


def test_tension_reads_from_zero_to_a_hundred_whatever_happens() -> None:
    for logit in (-50.0, 0.0, 50.0):
        assert 0 <= float(tension(DEFAULT, quiet(fast=logit).rows)[0]) <= 100
