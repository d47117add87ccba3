"""The preview marks the cells: where an issue names one, there, and nowhere else."""

from tests.conftest import TODAY, EditExample
from ttpv.imports import Upload, preview_files
from ttpv.reference import Reference
from ttpv.views.preview import PreviewTable, build_preview_table

ONE = "Phụ lục I"


def preview(reference: Reference, path) -> PreviewTable:
    (file,) = preview_files([Upload(path.name, path.read_bytes())], reference, today=TODAY).files
    return build_preview_table(file.drafts[0].table, file.issues, reference, file.unknown_names)


def test_the_report_of_2023_has_no_marks(reference: Reference, example_file):
    table = preview(reference, example_file)
    assert table.marked == 0
    assert table.title.startswith("Phụ lục I – Kết quả tiếp nhận")
    assert table.title.endswith("kỳ 01/01/2023 – 25/12/2023 (binh-dinh-2023.xlsx – Phụ lục I)")
    assert table.heads[0] == ("Tổng số hồ sơ tiếp nhận", "C")
    assert len(table.rows) == 18
    assert table.total is not None
    assert [cell.text for cell in table.total.cells][:4] == ["99.364", "96.047", "63.629", "3.317"]
    assert table.total.cells[-1].text == "95,6 %"


def test_marks_stand_where_the_issues_are(reference: Reference, edit_example: EditExample):
    broken = edit_example("hong.xlsx", {(ONE, "E15"): "abc", (ONE, "D17"): -5, (ONE, "N20"): None})
    table = preview(reference, broken)
    found = {
        (row.row, index): (cell.mark, cell.text)
        for row in table.rows
        for index, cell in enumerate(row.cells)
        if cell.mark
    }
    assert found == {
        (15, 2): ("error", "abc"),
        (17, 1): ("error", "-5"),
        (20, 11): ("warning", "–"),
    }
    assert "“abc” không phải là số đếm" in table.rows[1].cells[2].title


def test_a_mark_of_the_whole_row_stands_at_its_name(
    reference: Reference, edit_example: EditExample
):
    twice = edit_example("trung.xlsx", {(ONE, f"{letter}16"): None for letter in "CDEFGHIJKLMNOPQ"})
    table = preview(reference, twice)
    (row,) = (row for row in table.rows if row.name.mark)
    assert (row.row, row.name.mark) == (16, "warning")
    assert {cell.text for cell in row.cells} == {"–"}


def test_a_row_of_an_unknown_name_stands_in_its_place(
    reference: Reference, edit_example: EditExample
):
    """The file has it, so whoever looks finds it: between 14 and 16, with its figures, marked."""
    table = preview(reference, edit_example("la.xlsx", {(ONE, "B15"): "Sở Công nghiệp tỉnh"}))
    assert [row.row for row in table.rows] == list(range(14, 32))
    row = table.rows[1]
    assert (row.name.text, row.name.mark) == ("Sở Công nghiệp tỉnh", "error")
    assert [cell.text for cell in row.cells][1:3] == ["30.009", "29.754"]
