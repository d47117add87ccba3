"""python -m ttpv other: list, import, export, undo; exit codes as everywhere."""

from pathlib import Path

from tests.unit.cli.conftest import Run
from ttpv.core.periods import Period, parse_period
from ttpv.reference import Entered, PeriodEntry, read_reference
from ttpv.reports.other_sheet import build_other_workbook
from ttpv.store import Store

LINES = """Từ ngày;Đến ngày;Nội dung;Số liệu;Lũy kế từ ngày;Nguồn
01/01/2024;31/01/2024;Câu hỏi, phản ánh, kiến nghị đã tiếp nhận;20;;Báo cáo tháng 1
01/01/2024;31/01/2024;Thư điện tử (email) của công dân;hơn 10;;
;31/01/2024;Chỉ số 766: Tổng điểm;88,5;;
"""


def written(folder: Path, text: str = LINES) -> Path:
    file = folder / "khac.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_is_entered_and_undone(run: Run, example_data_dir: Path, tmp_path: Path):
    file = written(tmp_path)
    before = len(run("other", "list", "--json").json)
    tried = run("other", "import", file, "--dry-run", "--json")
    assert (tried.code, tried.json["status"]) == (0, "valid")
    assert len(tried.json["changes"]) == 2
    assert "Thêm chỉ số 766 ngày 31/01/2024: Tổng điểm 88,5" in tried.json["changes"]
    numbers = Store(example_data_dir).numbers()

    done = run("other", "import", file)
    assert done.code == 0
    assert done.out.startswith("Đã ghi các số liệu khác; lần công bố mới là 00000")
    assert Store(example_data_dir).numbers() == [*numbers, numbers[-1] + 1]
    assert "Thêm chỉ số 766 ngày 31/01/2024" in run("history").out
    listed = run("other", "list").out
    assert "Số liệu khác kỳ 01/01/2024 – 31/01/2024: " in listed
    assert "Thư điện tử (email) của công dân hơn 10" in listed
    entries = run("other", "list", "--json").json
    month = next(entry for entry in entries if entry.get("from") == "2024-01-01")
    assert month["figures"]["emails"] == {"value": 10, "qualifier": "hơn", "since": None}
    assert entries[-1]["points"] == "88.5"

    for again in (("--dry-run",), ()):
        assert run("other", "import", file, *again).out.startswith("Số liệu trong tệp giống hệt")
    undone = run("other", "undo", "--json")
    assert (undone.code, undone.json["status"]) == (0, "published")
    assert len(run("other", "list", "--json").json) == before


def test_a_wrong_file_is_refused(run: Run, example_data_dir: Path, tmp_path: Path):
    file = written(tmp_path, LINES.replace("88,5", "188,5"))
    answer = run("other", "import", file)
    assert answer.code == 1
    assert "Dòng 4, cột D: tổng điểm chỉ số 766 là 188,5, ngoài khoảng 0–100" in answer.err
    (issue,) = run("other", "import", file, "--json").json["issues"]
    assert (issue["code"], issue["row"]) == ("other_value_outside", 4)
    assert run("other", "import", tmp_path / "no.csv").code == 1


def test_what_is_exported_is_imported_again(run: Run, example_data_dir: Path, tmp_path: Path):
    run("other", "import", written(tmp_path))
    for suffix in ("csv", "toml"):
        file = tmp_path / f"ra.{suffix}"
        assert run("other", "export", file).code == 0
        assert run("other", "import", file, "--json").json["status"] == "unchanged"
    again = run("other", "export", tmp_path / "ra.csv")
    assert (again.code, "đã có" in again.err) == (1, True)


def test_nothing_is_undone_where_nothing_was_entered(run: Run, data_dir: Path):
    assert run("other", "undo").out.startswith("Không có lần sửa số liệu khác nào")
    assert run("other", "list").out.startswith("Chưa có số liệu nào về phản ánh")


def test_the_sheet_is_imported_like_a_form(run: Run, example_data_dir: Path, tmp_path: Path):
    reference = read_reference()
    period = parse_period("2024-01")
    assert isinstance(period, Period)
    month = PeriodEntry(
        first=period.start, last=period.last, figures={"calls": Entered(value=7, qualifier="hơn")}
    )
    file = tmp_path / "khac.xlsx"
    file.write_bytes(build_other_workbook(reference, period, [month]))
    sentence = (
        "Thêm số liệu khác kỳ 01/01/2024 – 31/01/2024: Cuộc gọi điện thoại của công dân hơn 7"
    )
    assert sentence in run("import", file, "--dry-run").out
    answer = run("import", file, "--json")
    assert (answer.code, answer.json["status"], answer.json["others"]) == (0, "published", 1)
    assert sentence in run("history").out
    assert run("import", file, "--json").json["status"] == "unchanged"
