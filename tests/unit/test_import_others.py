"""The template's sheet "Số liệu khác": read, checked and published with the forms in one state."""

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import EXAMPLE, TODAY
from ttpv.core.periods import Period, parse_period
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import Entered, IndexEntry, OtherEntry, PeriodEntry, Reference
from ttpv.registers import open_reference
from ttpv.reports.other_sheet import build_other_workbook
from ttpv.reports.template import build_template
from ttpv.store import Store

YEAR = parse_period("2023-01-01..2023-12-25")
assert isinstance(YEAR, Period)
SHEET = "Số liệu khác"
AN = Publisher("an", may_publish=True)
FIGURES = PeriodEntry(
    first=YEAR.start,
    last=YEAR.last,
    figures={
        "questions_received": Entered(value=227),
        "questions_answered": Entered(value=188),
        "questions_cancelled": Entered(value=0),
        "calls": Entered(value=1200, qualifier="hơn"),
        "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15)),
    },
    source="=Báo cáo năm 2023",
)
INDEX = IndexEntry(
    day=date(2023, 12, 20),
    points=Decimal("90.18"),
    groups={"progress": Decimal("19.5"), "publicity": Decimal(17)},
    band="xuất sắc",
    rank="thứ nhất toàn quốc",
    source="=Báo cáo năm 2023",
)


def edited(content: bytes, cells: Mapping[str, object], sheet: str = SHEET) -> bytes:
    book = load_workbook(io.BytesIO(content))
    for name, value in cells.items():
        book[sheet][name] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def preview(store: Store, *files: bytes, period: Period | None = None) -> Preview:
    uploads = [Upload(f"tệp {n}.xlsx", content) for n, content in enumerate(files, 1)]
    reference = open_reference(store, store.current())
    return preview_files(uploads, reference, store=store, today=TODAY, period=period)


def publish(store: Store, *files: bytes) -> Outcome:
    return publish_files(preview(store, *files), store, AN)


def entries_of(store: Store) -> tuple[OtherEntry, ...]:
    return open_reference(store, store.current()).other_entries.entries


def test_what_is_written_is_read_again(reference: Reference):
    content = build_other_workbook(reference, YEAR, [FIGURES, INDEX])
    read = preview_files([Upload("x.xlsx", content)], reference, today=TODAY)
    assert read.issues == ()
    assert read.others == (FIGURES, INDEX)


def test_forms_and_other_figures_are_one_state(tmp_path: Path, reference: Reference):
    store = Store(tmp_path)
    others = build_other_workbook(reference, YEAR, [FIGURES, INDEX])
    assert publish(store, EXAMPLE.read_bytes(), others).status == "published"
    assert store.numbers() == [1]
    state = store.current()
    assert state is not None
    assert (state.action, len(state.changes), len(state.register_changes)) == ("publish", 2, 1)
    assert entries_of(store) == (FIGURES, INDEX)
    again = preview(store, EXAMPLE.read_bytes(), others)
    assert again.is_published(store)
    assert publish_files(again, store, AN).status == "unchanged"
    assert store.numbers() == [1]


def test_a_sheet_alone_changes_only_its_own_period(example_store: Store, reference: Reference):
    month = parse_period("2023-11")
    assert isinstance(month, Period)
    calls = PeriodEntry(
        first=month.start, last=month.last, figures={"calls": Entered(value=7)}, source="b"
    )
    publish(example_store, build_other_workbook(reference, YEAR, [FIGURES]))
    publish(example_store, build_other_workbook(reference, month, [calls]))
    state = example_store.current()
    assert state is not None
    assert (state.action, state.changes) == ("set_register", ())
    assert entries_of(example_store) == (FIGURES, calls)
    assert {entry.form for entry in state.entries} == {"annex-1", "annex-2"}


def test_a_template_that_nobody_filled_in_is_empty(example_store: Store, reference: Reference):
    (issue,) = preview(example_store, build_template(reference, YEAR)).issues
    assert issue.code == "table_empty"
    (issue,) = preview(example_store, build_other_workbook(reference, YEAR)).issues
    assert (issue.code, issue.sheet) == ("table_empty", SHEET)
    assert "Số liệu khác" in issue.message


def test_a_template_of_which_only_this_sheet_is_filled_in(
    example_store: Store, reference: Reference
):
    """The first line's figure stands in D6; the source is the file where none is named."""
    content = edited(build_template(reference, YEAR), {"D6": 227, "D9": "hơn 110"})
    read = preview(example_store, content)
    assert (read.issues, read.drafts) == ((), ())
    (entry,) = read.others
    assert entry == PeriodEntry(
        first=YEAR.start,
        last=YEAR.last,
        figures={
            "questions_received": Entered(value=227),
            "emails": Entered(value=110, qualifier="hơn"),
        },
        source="Tệp tệp 1.xlsx",
    )


def test_a_date_cell_is_a_day(example_store: Store, reference: Reference):
    content = edited(
        build_other_workbook(reference, YEAR),
        {"D11": 359, "E11": date(2023, 8, 15), "D12": date(2023, 12, 1), "D13": 88.07},
    )
    read = preview(example_store, content)
    assert read.issues == ()
    period, index = read.others
    assert isinstance(period, PeriodEntry)
    assert isinstance(index, IndexEntry)
    assert period.figures["signatures"] == Entered(value=359, since=date(2023, 8, 15))
    assert (index.day, index.points) == (date(2023, 12, 1), Decimal("88.07"))


def test_the_index_is_of_the_last_day_where_none_is_typed(
    example_store: Store, reference: Reference
):
    (index,) = preview(
        example_store, edited(build_other_workbook(reference, YEAR), {"D13": 88.07})
    ).others
    assert isinstance(index, IndexEntry)
    assert index.day == YEAR.last


WRONG = {
    "other_number_unreadable": ({"D6": "nhiều"}, "D6"),
    "other_parts_exceed": ({"D6": 1, "D7": 2}, "D7"),
    "other_item_unknown": ({"D6": 1, "B7": "Số fax", "D7": 2}, "B7"),
    "other_item_twice": ({"D6": 1, "B7": "emails", "D7": 2, "D9": 3}, "B9"),
    "other_date_unreadable": ({"D11": 5, "E11": "năm ngoái"}, "E11"),
    "other_points_unreadable": ({"D13": "cao"}, "D13"),
    "other_value_outside": ({"D14": 18.5}, "D14"),
    "other_band_unknown": ({"D20": "giỏi"}, "D20"),
}


WRONG_DAY = {"D12": "hôm qua", "D13": 90, "D14": 17}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_said_with_its_cell(code: str, example_store: Store, reference: Reference):
    cells, at = WRONG[code]
    read = preview(example_store, edited(build_other_workbook(reference, YEAR), cells))
    (issue,) = [issue for issue in read.issues if issue.code == code]
    assert (issue.file, issue.sheet) == ("tệp 1.xlsx", SHEET)
    assert f"{issue.column}{issue.row}" == at
    assert not read.is_valid
    assert publish_files(read, example_store, AN).status == "rejected"
    assert example_store.numbers() == [1]


def test_a_wrong_day_of_the_index_is_said_once_with_its_cell(
    example_store: Store, reference: Reference
):
    read = preview(example_store, edited(build_other_workbook(reference, YEAR), WRONG_DAY))
    (issue,) = read.issues
    assert (issue.code, issue.row, issue.column) == ("other_date_unreadable", 12, "D")
    assert issue.message.startswith("Dòng 12, cột D: ")


def test_a_formula_without_a_result_is_no_figure(example_store: Store, reference: Reference):
    read = preview(example_store, edited(build_other_workbook(reference, YEAR), {"D6": "=1+1"}))
    (issue,) = read.issues
    assert issue.code == "other_number_unreadable"


def test_one_wrong_sheet_refuses_the_forms_beside_it(example_store: Store, reference: Reference):
    wrong = edited(build_other_workbook(reference, YEAR), {"D6": "nhiều"})
    assert publish(example_store, EXAMPLE.read_bytes(), wrong).status == "rejected"


def test_two_sheets_of_one_period_are_not_ours_to_choose_from(
    example_store: Store, reference: Reference
):
    content = build_other_workbook(reference, YEAR, [FIGURES])
    (issue,) = preview(example_store, content, content).issues
    assert (issue.code, issue.file) == ("other_entry_twice", "tệp 2.xlsx")


def test_it_must_fit_what_was_entered_before(example_store: Store, reference: Reference):
    publish(example_store, build_other_workbook(reference, YEAR, [FIGURES]))
    december = parse_period("2023-12")
    assert isinstance(december, Period)
    content = edited(build_other_workbook(reference, december), {"D6": 5})
    (issue,) = preview(example_store, content).issues
    assert issue.code == "other_period_overlaps"


def test_without_a_printed_period_it_is_asked_for(example_store: Store, reference: Reference):
    content = edited(build_other_workbook(reference, YEAR, [FIGURES]), {"A3": None})
    read = preview(example_store, content)
    assert [file.needs_period for file in read.files] == [True]
    assert preview(example_store, content, period=YEAR).others == (FIGURES,)


def test_another_state_in_between_is_told(example_store: Store, reference: Reference):
    read = preview(example_store, build_other_workbook(reference, YEAR, [FIGURES]))
    example_store.add_alias("Phòng Một", "so-y-te", by="an")
    assert publish_files(read, example_store, AN).status == "needs_confirmation"


def test_a_caller_with_older_reference_data_loses_nothing(
    example_store: Store, reference: Reference
):
    """As the command line, which checks again upon what somebody has published meanwhile."""
    publish(example_store, build_other_workbook(reference, YEAR, [FIGURES]))
    content = build_other_workbook(reference, YEAR, [INDEX])
    read = preview_files([Upload("x.xlsx", content)], reference, store=example_store, today=TODAY)
    assert publish_files(read, example_store, AN).status == "published"
    assert entries_of(example_store) == (FIGURES, INDEX)
