"""The data that the rules rest on is whole and agrees with itself."""

from __future__ import annotations

import csv
from datetime import date

from game import resources

POWERS = {"usa", "ussr", "uk", "france", "hungary", "egypt", "gdr", "frg", "cuba"}


def rows(name: str) -> list[dict[str, str]]:
    with resources.data(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_event_code_stands_once_with_a_weight_between_minus_ten_and_ten() -> None:
    codes = rows("cameo.csv")
    assert len({row["code"] for row in codes}) == len(codes) == 311
    assert all(-10 <= float(row["goldstein"]) <= 10 for row in codes)


def test_kahns_ladder_has_its_44_rungs_in_order() -> None:
    assert [int(row["rung"]) for row in rows("kahn.csv")] == list(range(1, 45))


def test_the_chronicle_is_in_order_of_date_and_uses_known_codes_and_powers() -> None:
    chronicle = rows("chronicle.csv")
    codes = {row["code"] for row in rows("cameo.csv")}
    days = [date.fromisoformat(row["date"]) for row in chronicle]
    assert days == sorted(days)
    assert {row["code"] for row in chronicle} <= codes
    assert {row["by"] for row in chronicle} | {row["on"] for row in chronicle} <= POWERS
    assert all(0 < float(row["salience"]) <= 1 for row in chronicle)


def test_the_targets_of_the_fit_are_tensions_on_days_in_order() -> None:
    targets = rows("targets.csv")
    days = [date.fromisoformat(row["date"]) for row in targets]
    assert days == sorted(set(days))
    assert all(0 <= float(row["tension"]) <= 100 and float(row["weight"]) > 0 for row in targets)
