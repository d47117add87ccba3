"""What was published, and what an upload would publish, in sentences."""

from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, TODAY, EditExample, import_file
from ttpv.core.issues import Place, make_issue
from ttpv.imports import FilePreview, Upload, preview_files
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.history import build_found_forms, build_history, build_issue_rows

ONE = "Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ"
TWO = "Phụ lục II – Thanh toán phí, lệ phí"
YEAR = "01/01/2023 – 25/12/2023"


def preview(reference: Reference, path: Path) -> FilePreview:
    uploads = [Upload(path.name, path.read_bytes())]
    return preview_files(uploads, reference, today=TODAY).files[0]


def test_the_newest_publication_comes_first_and_says_what_it_did(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    corrected = edit_example("sua.xlsx", {("Phụ lục I", "E15"): 20_000})
    import_file(example_store, reference, corrected)
    newest, first = build_history(example_store.history(), reference)
    assert (newest.snapshot, first.snapshot) == ("000002", "000001")
    assert newest.changes == (f"Thay thế {ONE}, kỳ {YEAR}, từ tệp sua.xlsx, 2 cảnh báo",)
    assert first.changes == (
        f"Thêm {ONE}, kỳ {YEAR}, từ tệp binh-dinh-2023.xlsx",
        f"Thêm {TWO}, kỳ {YEAR}, từ tệp binh-dinh-2023.xlsx",
    )
    assert first.by == "tests"


def test_an_empty_store_has_no_history(tmp_path: Path, reference: Reference):
    assert build_history(Store(tmp_path / "empty").history(), reference) == ()


def test_what_was_found_in_the_report(reference: Reference):
    one, two = build_found_forms(preview(reference, EXAMPLE), reference)
    assert (one.file, one.form, one.period, one.departments) == (
        "binh-dinh-2023.xlsx",
        ONE,
        YEAR,
        "18",
    )
    assert ("Tổng số hồ sơ tiếp nhận", "99.364") in one.totals
    assert "Tỷ lệ" not in one.totals  # totals of counts; rates do not add up
    assert two.totals == (
        ("Giao dịch trực tuyến", "26.133"),
        ("Số tiền thu trực tuyến", "10.998.351.456"),
        ("Giao dịch trực tiếp", "33.351"),
        ("Số tiền thu trực tiếp", "14.206.183.957"),
    )


def test_without_a_total_row_the_rows_are_added(reference: Reference, edit_example: EditExample):
    path = edit_example("khong-tong.xlsx", drop_rows={"Phụ lục II": 30})
    found = build_found_forms(preview(reference, path), reference)[1]
    assert found.totals[0] == ("Giao dịch trực tuyến", "26.133")


def test_a_sum_with_a_gap_is_a_dash(reference: Reference, edit_example: EditExample):
    path = edit_example("thieu.xlsx", {("Phụ lục II", "C12"): None}, drop_rows={"Phụ lục II": 30})
    found = build_found_forms(preview(reference, path), reference)[1]
    assert found.totals[0] == ("Giao dịch trực tuyến", "–")


def test_a_form_that_could_not_be_read_is_named(reference: Reference, edit_example: EditExample):
    path = edit_example("khong-ky.xlsx", {("Phụ lục I", "A7"): None, ("Phụ lục II", "A7"): None})
    found = build_found_forms(preview(reference, path), reference)
    assert [(form.form, form.period, form.totals) for form in found] == [
        (ONE, "chưa rõ", ()),
        (TWO, "chưa rõ", ()),
    ]


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place("a.xlsx", "Phụ lục I", 15, "E"), "Phụ lục I · E15"),
        (Place("a.xlsx", "Phụ lục I", 15), "Phụ lục I · 15"),
        (Place("a.xlsx", "Phụ lục I"), "Phụ lục I"),
        (Place("a.xlsx"), "a.xlsx"),
        (Place(), ""),
    ],
)
def test_an_issue_says_where(place: Place, where: str):
    assert build_issue_rows([make_issue("file_empty", place)])[0].where == where


def test_errors_come_before_warnings_each_in_reading_order():
    warning = make_issue("number_stray", Place("a", "1", 5, "C"), value=2)
    error = make_issue("count_negative", Place("a", "1", 9, "D"), value=-5)
    later = make_issue("count_negative", Place("a", "1", 11, "D"), value=-6)
    rows = build_issue_rows([warning, error, later])
    assert [(row.severity, row.where) for row in rows] == [
        ("Lỗi", "1 · D9"),
        ("Lỗi", "1 · D11"),
        ("Cảnh báo", "1 · C5"),
    ]
    assert [row.is_error for row in rows] == [True, True, False]
    assert rows[0].message == error.message
