"""Other figures as the page shows them: reasons in words, series over time, tables."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.spec.tables import dates
from ttpv.core.periods import Period
from ttpv.other_figures import Reason, find_other_figures
from ttpv.reference import Entered, IndexEntry, OtherEntries, PeriodEntry, Reference
from ttpv.views.data_table import Number
from ttpv.views.others_page import (
    build_index_series,
    build_others,
    build_question_series,
    describe_reason,
    finest_periods,
    format_cell,
    table_of_indexes,
    table_of_periods,
)


def month(text: str, received: int, answered: int | None = None) -> PeriodEntry:
    period = dates(text)
    figures = {"questions_received": Entered(value=received)}
    if answered is not None:
        figures["questions_answered"] = Entered(value=answered)
    return PeriodEntry(first=period.start, last=period.last, figures=figures)


def entered(reference: Reference) -> Reference:
    entries = OtherEntries(
        periods=(
            month("2024", 500, 400),
            month("2024-02", 30, 20),
            month("2024-01", 40),
            PeriodEntry(
                first=date(2024, 3, 1),
                last=date(2024, 3, 25),
                figures={
                    "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15))
                },
            ),
        ),
        indexes=(
            IndexEntry(day=date(2024, 2, 29), points=Decimal("90.18"), rank="thứ nhất"),
            IndexEntry(day=date(2024, 1, 31), groups={"progress": Decimal(15)}),
        ),
    )
    return msgspec.structs.replace(reference, other_entries=entries)


def test_the_year_is_left_out_of_a_series_of_its_months(reference: Reference):
    periods = finest_periods(entered(reference).other_entries.periods)
    assert periods == (
        dates("2024-01"),
        dates("2024-02"),
        Period.inclusive(date(2024, 3, 1), date(2024, 3, 25)),
    )


def test_a_month_without_a_figure_is_a_gap(reference: Reference):
    series = build_question_series(entered(reference))
    assert series.slots == ("01/2024", "02/2024", "01/03–25/03/2024")
    assert series.lines == (
        ("Tiếp nhận", (40.0, 30.0, None)),
        ("Đã trả lời", (None, 20.0, None)),
        ("Đã hủy", (None, None, None)),
    )
    assert series.title.endswith("; gần nhất, 02/2024: tiếp nhận 30, đã trả lời 20")
    assert series.spoken.startswith("01/2024: tiếp nhận 40, đã trả lời –, đã hủy –; 02/2024")


def test_the_index_is_in_the_order_of_its_days(reference: Reference):
    series = build_index_series(entered(reference))
    assert series.slots == ("31/01/2024", "29/02/2024")
    assert series.lines[0][1] == (None, 90.18)
    assert series.title == "Chỉ số 766 theo ngày chốt điểm"


@pytest.mark.parametrize(
    ("last", "title"),
    [
        ("90.18", "Chỉ số 766 từ 88,07 điểm (30/11/2023) lên 90,18 điểm (25/12/2023)"),
        ("87", "Chỉ số 766 từ 88,07 điểm (30/11/2023) xuống 87 điểm (25/12/2023)"),
        ("88.07", "Chỉ số 766 giữ 88,07 điểm (30/11/2023) đến 25/12/2023"),
    ],
)
def test_the_chart_of_the_index_says_its_course(reference: Reference, last: str, title: str):
    indexes = (
        IndexEntry(day=date(2023, 11, 30), points=Decimal("88.07")),
        IndexEntry(day=date(2023, 12, 25), points=Decimal(last)),
    )
    register = OtherEntries(indexes=indexes)
    known = msgspec.structs.replace(reference, other_entries=register)
    assert build_index_series(known).title == title


def test_figures_that_are_not_known_say_why(reference: Reference):
    known = entered(reference)
    view = build_others(find_other_figures(known, dates("2024-Q1")), known)
    notes = {count.label: count.note for count in view.counts}
    assert notes["Tiếp nhận"] == "thiếu 01/03/2024 – 31/03/2024"
    assert notes["Thư điện tử"] == "để trống"
    assert notes["Chữ ký số"] == "chữ ký số, lũy kế từ 15/08/2023 đến 25/03/2024"
    assert describe_reason(Reason("not_exact")) == "không tính được từ số chưa chính xác"
    empty = build_others(find_other_figures(known, dates("2022")), known)
    assert (empty.is_known, empty.index) == (False, None)
    assert {count.note for count in empty.counts} == {"chưa ghi"}


def test_a_group_is_a_bar_of_its_maximum(reference: Reference):
    known = entered(reference)
    view = build_others(find_other_figures(known, dates("2024-01")), known)
    assert view.index is not None
    assert view.index.has_groups
    shares = {group.name: group.share for group in view.index.groups}
    assert shares["Tiến độ giải quyết"] == 75  # 15 of 20
    assert shares["Số hóa hồ sơ"] is None
    assert (view.index.points, view.index.maximum, view.index.band) == ("–", "100", "")


def test_tables_begin_with_the_newest(reference: Reference):
    known = entered(reference)
    periods = table_of_periods(known)
    assert periods.rows[0][0] == "01/03/2024 – 25/03/2024"
    assert "hơn 359 (lũy kế từ 15/08/2023)" in periods.rows[0]
    indexes = table_of_indexes(known)
    assert indexes.rows[0][:2] == (date(2024, 2, 29), Number(Decimal("90.18"), 2))
    assert [format_cell(cell) for cell in indexes.rows[1]][:4] == ["31/01/2024", "–", "–", "15"]
    assert all(len(row) == len(indexes.fields) for row in indexes.rows)
