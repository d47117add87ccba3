"""What is in force, and on which day that is asked."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from ttpv.reference import Reference, Target
from ttpv.reference.model import in_force

DAY = date(2023, 6, 15)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (date(2023, 6, 16), None, False),
        (None, date(2023, 6, 14), False),
    ],
)
def test_both_ends_are_in_force(first: date | None, last: date | None, expected: bool):
    assert in_force(DAY, first, last) is expected


def test_the_targets_of_2023_are_of_2023(reference: Reference):
    for rate in reference.rates:
        assert reference.target_on(rate, date(2022, 12, 31)) is None
        assert reference.target_on(rate, date(2023, 1, 1)) is not None
        assert reference.target_on(rate, date(2023, 12, 31)) is not None
        assert reference.target_on(rate, date(2024, 1, 1)) is None


def test_a_department_s_own_target_comes_first(reference: Reference):
    own = Target(
        rate="eid",
        value=Decimal(80),
        scope="so-y-te",
        effective_from=date(2023, 6, 1),
        effective_to=date(2023, 6, 30),
        source="thử",
    )
    reference = msgspec.structs.replace(reference, targets=(*reference.targets, own))
    assert reference.target_on("eid", DAY, "so-y-te") == own
    assert reference.target_on("eid", DAY, "so-tu-phap").value == 100
    assert reference.target_on("eid", DAY).value == 100
    assert reference.target_on("eid", date(2023, 7, 1), "so-y-te").value == 100


def test_eid_is_a_rate_from_20_february_2023(reference: Reference):
    before = [rate.id for rate in reference.rates_on(date(2023, 2, 19))]
    after = [rate.id for rate in reference.rates_on(date(2023, 2, 20))]
    assert "eid" not in before
    assert after == list(reference.rates)


def test_titles_are_of_measures_and_rates(reference: Reference):
    assert reference.title("eid") == "Tỷ lệ xác thực định danh điện tử"
    assert reference.title("received") == "Tổng số hồ sơ tiếp nhận"
    with pytest.raises(KeyError):
        reference.title("nothing")


def test_a_column_s_title_is_its_way_down_the_header(reference: Reference):
    columns = {column.number: column for column in reference.layouts["annex-2"].columns}
    assert columns[4].title == "trực tuyến – Số tiền"


def test_forms_hold_their_figures_in_print_order(reference: Reference):
    assert reference.layouts["annex-2"].fields == (
        "online_transactions",
        "online_amount",
        "direct_transactions",
        "direct_amount",
    )
    assert [c.number for c in reference.layouts["annex-1"].columns] == list(range(1, 18))
