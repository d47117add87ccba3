"""The difference as people read it: changed cells only, none is not 0, rates with a verdict."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, TODAY, EditExample
from ttpv.core.periods import parse_period
from ttpv.difference import FigureChange, FormChange, PeriodChange, compute_difference
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.difference import ChangedFigure, PeriodDifference, build_difference
from ttpv.views.difference_json import build_difference_json
from ttpv.views.difference_text import build_difference_text
from ttpv.views.formatting import format_change, format_pair

ONE, TWO = "Phụ lục I", "Phụ lục II"
CHANGED = {(ONE, "E15"): 20_000, (ONE, "N15"): None, (TWO, "D12"): 5, (ONE, "M15"): 66.7}


def build(store: Store, reference: Reference, path: Path) -> tuple[PeriodDifference, ...]:
    uploads = [Upload(path.name, path.read_bytes())]
    preview = preview_files(uploads, reference, store=store, today=TODAY)
    return build_difference(compute_difference(preview, store, reference), reference)


def test_changed_cells_and_the_rates(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    (period,) = build(example_store, reference, edit_example("sua.xlsx", CHANGED))
    assert (period.period, period.note) == ("01/01/2023 – 25/12/2023", "")
    one, two = period.forms
    industry = "Sở Công Thương"
    assert one.cells == (
        ChangedFigure(industry, "Hồ sơ tiếp nhận trực tuyến", "29.754", "20.000", "−9.754"),
        ChangedFigure(industry, "Tỷ lệ nộp hồ sơ trực tuyến", "99,2", "66,7", "−32,5 điểm %"),
        ChangedFigure(industry, "Tỷ lệ thanh toán trực tuyến", "40,1", "chưa có", ""),
    )
    assert (one.unchanged, one.added, one.removed, one.note) == (282, (), (), "")
    (amount,) = two.cells
    assert (amount.before, amount.after, amount.difference) == (
        "309.702.000 đ",
        "5 đ",
        "−309.701.995",
    )
    online = period.rates[0]
    assert (online.before.value, online.after.value, online.difference) == (
        "66,2",
        "56,1",
        "−10,2 điểm %",
    )
    assert [rate.changed for rate in period.rates] == [True, False, False, False, False]
    assert period.rates[4].after.status_word == "Gần đạt"


def test_a_new_period_says_so(tmp_path: Path, reference: Reference):
    (period,) = build(Store(tmp_path), reference, EXAMPLE)
    assert period.note == "Kỳ mới, chưa có số liệu."
    assert {form.note for form in period.forms} == {"Kỳ mới, chưa có số liệu."}
    assert all(rate.before is None and rate.changed for rate in period.rates)
    assert not any(form.cells for form in period.forms)


def test_the_same_says_so(example_store: Store, reference: Reference):
    (period,) = build(example_store, reference, EXAMPLE)
    assert {form.note for form in period.forms} == {"Giống hệt số liệu đang công bố."}
    assert not any(rate.changed for rate in period.rates)


@pytest.mark.parametrize(
    ("change", "before", "after", "difference"),
    [
        (FigureChange("so-y-te", "received_new", None, 0), "chưa có", "0", ""),
        (FigureChange("so-y-te", "received_new", 0, None), "0", "chưa có", ""),
        (FigureChange("so-y-te", "received_new", 0, 1_200), "0", "1.200", "+1.200"),
        (
            FigureChange("so-y-te", "eid", Decimal(0), Decimal("0.04")),
            "0,00",
            "0,04",
            "+0,04 điểm %",
        ),
        (FigureChange("so-y-te", "eid", Decimal(50), Decimal(40)), "50,0", "40,0", "−10,0 điểm %"),
    ],
)
def test_none_is_not_0(change, before, after, difference, reference: Reference):
    form = FormChange("annex-1", False, False, (change,), 0, ("so-y-te",), ("so-cu",))
    period = PeriodChange(parse_period("2023"), False, (form,), ())
    (shown,) = build_difference([period], reference)
    (cell,) = shown.forms[0].cells
    assert (cell.before, cell.after, cell.difference) == (before, after, difference)
    assert (shown.forms[0].added, shown.forms[0].removed) == (("Sở Y tế",), ("so-cu",))
    (plain,) = build_difference_json([period])
    figures = plain["forms"][0]["changes"][0]
    assert (figures["before"] is None) == (change.before is None)
    assert (figures["after"] is None) == (change.after is None)


def test_what_is_lost_is_said(reference: Reference):
    form = FormChange("annex-1", False, True, (), 0, (), ())
    (shown,) = build_difference([PeriodChange(parse_period("2023"), False, (form,), ())], reference)
    assert "không so sánh được" in shown.forms[0].note


def test_the_lines_of_the_command_line(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    text = build_difference_text(build(example_store, reference, edit_example("sua.xlsx", CHANGED)))
    for line in (
        "Kỳ 01/01/2023 – 25/12/2023, so với số liệu đang công bố:",
        "  Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ: 3 ô thay đổi, 282 ô giữ nguyên.",
        "    Sở Công Thương, Hồ sơ tiếp nhận trực tuyến: 29.754 → 20.000 (−9.754)",
        "    Sở Công Thương, Tỷ lệ thanh toán trực tuyến: 40,1 → chưa có",
        "  Tỷ lệ nộp hồ sơ trực tuyến: 66,2 % Đạt → 56,1 % Đạt (−10,2 điểm %)",
        "  Tỷ lệ thanh toán trực tuyến: 46,4 % Đạt (không đổi)",
    ):
        assert line in text.splitlines()


def test_a_rate_that_rests_on_something_else_says_on_what(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    """Without one department's count the rate is no longer computed but the published one."""
    text = build_difference_text(
        build(example_store, reference, edit_example("x.xlsx", {(ONE, "E15"): "-"}))
    )
    assert (
        "66,2 % Đạt (63.629 / 96.047 hồ sơ) → 66,2 % Đạt (theo tỷ lệ đã công bố) (−0,05 điểm %)"
    ) in text


@pytest.mark.parametrize(("change", "shown"), [(266, "+266"), (-3, "−3"), (0, "0")])
def test_a_change_has_its_sign(change: int, shown: str):
    assert format_change(change) == shown


def test_two_rates_are_told_apart():
    pairs = [("66.2", "66.2"), ("66.21", "66.24"), ("66.21", "66.26"), ("1", "1.0000000000001")]
    assert [format_pair(Decimal(a), Decimal(b)) for a, b in pairs] == [
        ("66,2", "66,2"),
        ("66,21", "66,24"),
        ("66,2", "66,3"),
        ("1,000000000000", "1,000000000000"),
    ]
    assert format_pair(None, Decimal("66.2")) == ("–", "66,2")
