"""The shape that scripts rely on: python -m ttpv show --json."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.spec.tables import World, dates
from ttpv.monitor import read_figures
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.show_json import build_period_json, build_show_json

COUNTS = [
    "received",
    "received_new",
    "received_online",
    "carried_over",
    "resolved",
    "resolved_on_time",
    "resolved_late",
    "pending",
    "pending_in_time",
    "pending_overdue",
]
PAYMENTS = ["online_transactions", "online_amount", "direct_transactions", "direct_amount"]
RATES = ["online_submission", "online_payment", "eid", "digitisation", "e_result"]
RATE_KEYS = [
    "value",
    "rounded",
    "numerator",
    "denominator",
    "basis",
    "reason",
    "interval",
    "target",
    "gap",
    "status",
]
EXACT = re.compile(r"-?\d{1,3}\.\d{12}")


def show(store: Store, reference: Reference, *chosen: str) -> dict:
    figures = read_figures(
        store, reference, store.current(), dates("2023-01-01..2023-12-25"), chosen
    )
    return json.loads(json.dumps(build_show_json(figures)))


@pytest.fixture
def answer(example_store: Store, reference: Reference) -> dict:
    return show(example_store, reference)


def lines(answer: dict) -> list[dict]:
    return [answer["total"], *answer["departments"]]


def test_the_shape(answer: dict):
    assert list(answer) == ["snapshot", "simulated", "period", "total", "departments"]
    assert (answer["snapshot"], answer["simulated"]) == ("000001", False)
    assert answer["period"] == {"start": "2023-01-01", "end": "2023-12-25"}
    assert set(answer["total"]) == {"counts", "payments", "rates", "missing"}
    assert len(answer["departments"]) == 18
    for department in answer["departments"]:
        assert set(department) == {"id", "name", "counts", "payments", "rates"}
    for line in lines(answer):
        assert list(line["counts"]) == COUNTS
        assert list(line["payments"]) == PAYMENTS
        assert list(line["rates"]) == RATES
        assert all(list(rate) == RATE_KEYS for rate in line["rates"].values())


def test_counts_are_whole_numbers(answer: dict):
    for line in lines(answer):
        figures = [*line["counts"].values(), *line["payments"].values()]
        assert all(type(figure) is int for figure in figures)


def test_rates_are_decimal_strings(answer: dict):
    for line in lines(answer):
        for rate in line["rates"].values():
            if rate["value"] is None:
                assert rate["rounded"] is None
                continue
            assert EXACT.fullmatch(rate["value"])
            assert EXACT.fullmatch(rate["gap"])
            assert re.fullmatch(r"\d{1,3}\.\d", rate["rounded"])
            assert Decimal(rate["value"]) - Decimal(rate["target"]) == Decimal(rate["gap"])


def test_the_province_s_rates(answer: dict):
    rates = answer["total"]["rates"]
    assert {id_: rate["rounded"] for id_, rate in rates.items()} == {
        "online_submission": "66.2",
        "online_payment": "46.4",
        "eid": "94.3",
        "digitisation": "85.4",
        "e_result": "95.6",
    }
    assert {id_: rate["target"] for id_, rate in rates.items()} == {
        "online_submission": "50",
        "online_payment": "35",
        "eid": "100",
        "digitisation": "70",
        "e_result": "100",
    }


def test_a_computed_rate(answer: dict):
    """100 × 63.629 / 96.047 = 66,247774527054 46…"""
    assert answer["total"]["rates"]["online_submission"] == {
        "value": "66.247774527054",
        "rounded": "66.2",
        "numerator": 63629,
        "denominator": 96047,
        "basis": "computed",
        "reason": None,
        "interval": None,
        "target": "50",
        "gap": "16.247774527054",
        "status": "met",
    }


def test_a_gap_of_nothing_is_written_out(answer: dict):
    """Not "0E-12", which is how Decimal writes a small zero."""
    tourism = next(d for d in answer["departments"] if d["id"] == "so-du-lich")
    assert tourism["rates"]["eid"]["gap"] == "0.000000000000"


def test_a_half_is_rounded_up(answer: dict):
    education = next(d for d in answer["departments"] if d["id"] == "so-giao-duc-va-dao-tao")
    rate = education["rates"]["online_submission"]
    assert (rate["value"], rate["rounded"]) == ("98.250000000000", "98.3")


def test_a_published_rate(answer: dict):
    assert answer["total"]["rates"]["eid"] == {
        "value": "94.300000000000",
        "rounded": "94.3",
        "numerator": None,
        "denominator": None,
        "basis": "published",
        "reason": None,
        "interval": None,
        "target": "100",
        "gap": "-5.700000000000",
        "status": "missed",
    }


def test_a_rate_that_does_not_apply(answer: dict):
    foreign = next(d for d in answer["departments"] if d["id"] == "so-ngoai-vu")
    rate = foreign["rates"]["online_payment"]
    assert (rate.pop("basis"), rate.pop("status")) == ("not_applicable", "not_applicable")
    assert rate.pop("target") == "35"
    assert rate.pop("reason").startswith("Không phát sinh")
    assert set(rate.values()) == {None}


def test_an_unavailable_rate_says_where_it_must_lie(example_store: Store, reference: Reference):
    answer = show(example_store, reference, "so-y-te", "so-xay-dung", "so-tu-phap")
    rate = answer["total"]["rates"]["eid"]
    assert rate["interval"] == ["98.000000000000", "99.900000000000"]
    assert (rate["value"], rate["rounded"], rate["gap"]) == (None, None, None)
    assert (rate["basis"], rate["status"]) == ("unavailable", "unavailable")
    assert rate["reason"]
    ids = [department["id"] for department in answer["departments"]]
    assert ids == ["so-tu-phap", "so-xay-dung", "so-y-te"]


def test_an_estimate_has_its_interval(example_store: Store, reference: Reference):
    rate = show(example_store, reference, "so-y-te", "so-tu-phap")["total"]["rates"]["digitisation"]
    low, high = (Decimal(end) for end in rate["interval"])
    assert low < Decimal(rate["value"]) < high
    assert all(EXACT.fullmatch(end) for end in rate["interval"])
    assert (rate["basis"], rate["numerator"], rate["denominator"]) == ("estimated", None, None)


def test_what_is_missing_is_null_and_named(tmp_path: Path, reference: Reference):
    world = World(Store(tmp_path / "world"), reference)
    world.publish("2023-12", "who | received\nso-y-te | 5\nΣ | 5")
    answer = build_show_json(world.figures("2023-12"))
    assert answer["total"]["counts"]["received"] is None
    assert len(answer["total"]["missing"]) == 17
    assert "so-y-te" not in answer["total"]["missing"]
    assert answer["total"]["payments"] == dict.fromkeys(PAYMENTS)


def test_without_a_target_in_force(tmp_path: Path, reference: Reference):
    """No target in force: null, and nothing to be apart from."""
    world = World(Store(tmp_path / "world"), reference)
    world.publish("2024-01", "who | received_new | received_online\nso-y-te | 3 | 1")
    rate = build_show_json(world.figures("2024-01", "so-y-te"))["total"]["rates"]
    assert rate["online_submission"]["value"] == "33.333333333333"
    assert rate["online_submission"]["target"] is None
    assert rate["online_submission"]["gap"] is None
    assert rate["online_submission"]["status"] == "no_target"


def test_periods_are_inclusive():
    assert build_period_json(dates("2024-02")) == {"start": "2024-02-01", "end": "2024-02-29"}
