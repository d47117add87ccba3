"""python -m ttpv import: 0 published, unchanged or valid; 1 refused; 2 wrong usage."""

from pathlib import Path

import pytest

from tests.conftest import TODAY, EditExample
from tests.unit.cli.conftest import Run, answer_with
from ttpv.cli import import_command
from ttpv.imports import Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.store import Store

PERIOD = {"start": "2023-01-01", "end": "2023-12-25"}
KEYS = ["status", "snapshot", "period", "departments", "issues"]
ISSUE_KEYS = ["severity", "code", "message", "file", "sheet", "row", "column", "value", "anchor"]

WARNING = {("Phụ lục I", "D32"): 96_048}  # Σ differs from the sum by one
ERROR = {("Phụ lục I", "C14"): "nhiều"}
NO_PERIOD = {("Phụ lục I", "A7"): None, ("Phụ lục II", "A7"): None}


def snapshots(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("manifests/*.json"))


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def codes(result: dict) -> list[str]:
    return [issue["code"] for issue in result["issues"]]


def test_the_example_is_published(run: Run, data_dir: Path, example_file: Path):
    answer = run("import", example_file, "--json")
    assert answer.code == 0
    assert list(answer.json) == KEYS
    assert answer.json == {
        "status": "published",
        "snapshot": "000001",
        "period": PERIOD,
        "departments": 18,
        "issues": [],
    }
    assert answer.err == ""
    assert snapshots(data_dir) == ["000001"]


def test_the_same_again_changes_nothing(run: Run, example_data_dir: Path, example_file: Path):
    before = files(example_data_dir)
    answer = run("import", example_file, "--json")
    assert (answer.code, answer.json["status"]) == (0, "unchanged")
    assert answer.json["snapshot"] == "000001"
    assert files(example_data_dir) == before


def test_a_corrected_file_replaces_it(run: Run, example_data_dir: Path, edit_example: EditExample):
    corrected = edit_example("binh-dinh-2023.xlsx", {("Phụ lục I", "E31"): 1_500})
    answer = run("import", corrected, "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")
    assert answer.json["snapshot"] == "000002"
    assert snapshots(example_data_dir) == ["000001", "000002"]
    shown = run("show", "--department", "so-y-te", "--json").json
    assert shown["snapshot"] == "000002"
    assert shown["total"]["counts"]["received_online"] == 1_500


def test_warnings_are_listed_and_let_through(run: Run, data_dir: Path, edit_example: EditExample):
    answer = run("import", edit_example("odd.xlsx", WARNING), "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")
    issue = next(i for i in answer.json["issues"] if i["code"] == "total_differs")
    assert list(issue) == ISSUE_KEYS
    message = issue.pop("message")
    assert issue == {
        "severity": "warning",
        "code": "total_differs",
        "file": "odd.xlsx",
        "sheet": "Phụ lục I",
        "row": 32,
        "column": "D",
        "value": "96.048",
        "anchor": "docs/IMPORT.md#total_differs",
    }
    for word in ("Phụ lục I", "D32", "96.048", "96.047"):
        assert word in message
    assert {i["severity"] for i in answer.json["issues"]} == {"warning"}


def test_a_script_is_not_asked_and_refuses_warnings_with_strict(
    run: Run, data_dir: Path, edit_example: EditExample
):
    odd = edit_example("odd.xlsx", WARNING)
    assert run("import", odd, "--strict").code == 1
    assert files(data_dir) == {}
    people = run("import", odd)
    assert people.code == 0
    assert "Cảnh báo: Trang tính “Phụ lục I”, ô D32" in people.out
    assert run("import", odd, "--json").json["status"] == "unchanged"  # nothing left to confirm


@pytest.mark.parametrize(("typed", "code"), [("c\n", 0), ("không\n", 1)])
def test_a_person_sees_warnings_and_difference_and_is_asked(
    run: Run,
    example_data_dir: Path,
    edit_example: EditExample,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    code: int,
):
    answer_with(monkeypatch, typed)
    answer = run("import", edit_example("odd.xlsx", WARNING), "--json")
    assert answer.code == code
    assert answer.json["status"] == ("needs_confirmation" if code else "published")
    assert "Cảnh báo: Trang tính “Phụ lục I”, ô D32: dòng tổng ghi" in answer.err
    assert "Dòng tổng (Σ), Hồ sơ tiếp nhận mới trong kỳ: 96.047 → 96.048 (+1)" in answer.err
    assert "cảnh báo. Công bố như trên? [c/K]" in answer.err
    assert len(snapshots(example_data_dir)) == 2 - code


def test_a_clean_file_asks_nobody(
    run: Run, data_dir: Path, example_file: Path, monkeypatch: pytest.MonkeyPatch
):
    answer_with(monkeypatch, "")
    assert (answer := run("import", example_file, "--json")).code == 0
    assert answer.err == ""


def test_all_periods_of_a_file_are_shown(run: Run, data_dir: Path, edit_example: EditExample):
    other = {("Phụ lục II", "A7"): "(Từ ngày 01/12/2023 đến ngày 25/12/2023)"}
    answer = run("import", edit_example("two.xlsx", other), "--dry-run", "--json")
    december = {"start": "2023-12-01", "end": "2023-12-25"}
    assert (answer.json["period"], answer.json["periods"]) == (PERIOD, [PERIOD, december])


def test_strict_refuses_on_warnings(run: Run, data_dir: Path, edit_example: EditExample):
    odd = edit_example("odd.xlsx", WARNING)
    answer = run("import", odd, "--strict", "--json")
    assert (answer.code, answer.json["status"]) == (1, "rejected")
    assert answer.json["snapshot"] is None
    assert "total_differs" in codes(answer.json)
    assert files(data_dir) == {}
    assert "--strict" in run("import", odd, "--strict").out


def test_strict_lets_a_clean_file_through(run: Run, data_dir: Path, example_file: Path):
    answer = run("import", example_file, "--strict", "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")


def test_an_error_refuses_and_changes_nothing(
    run: Run, example_data_dir: Path, edit_example: EditExample
):
    before = files(example_data_dir)
    answer = run("import", edit_example("bad.xlsx", ERROR), "--json")
    assert (answer.code, answer.json["status"]) == (1, "rejected")
    assert answer.json["snapshot"] == "000001"
    assert answer.json["period"] == PERIOD
    issue = next(i for i in answer.json["issues"] if i["severity"] == "error")
    assert (issue["code"], issue["sheet"], issue["row"], issue["column"], issue["value"]) == (
        "count_not_number",
        "Phụ lục I",
        14,
        "C",
        "nhiều",
    )
    assert files(example_data_dir) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file_empty"), (b"xin ch\xc3\xa0o", "form_unknown"), (b"PK\x03\x04", "file_damaged")],
)
def test_what_is_no_workbook_is_refused(
    run: Run, data_dir: Path, tmp_path: Path, content: bytes, code: str
):
    (tmp_path / "tệp lạ.xlsx").write_bytes(content)
    answer = run("import", tmp_path / "tệp lạ.xlsx", "--json")
    assert (answer.code, answer.json["status"]) == (1, "rejected")
    assert codes(answer.json) == [code]
    assert answer.json["period"] is None
    assert answer.json["departments"] == 0
    assert files(data_dir) == {}


def test_a_file_that_is_not_there_is_refused(run: Run, data_dir: Path, tmp_path: Path):
    for path in (tmp_path / "nowhere.xlsx", tmp_path):
        answer = run("import", path, "--json")
        assert (answer.code, answer.json["status"]) == (1, "rejected")
        assert codes(answer.json) == ["file_missing"]
        assert str(path) in answer.json["issues"][0]["message"]


# Trying out


def test_a_dry_run_says_valid_and_writes_nothing(run: Run, data_dir: Path, example_file: Path):
    answer = run("import", example_file, "--dry-run", "--json")
    assert answer.code == 0
    assert answer.json == {
        "status": "valid",
        "snapshot": None,
        "period": PERIOD,
        "departments": 18,
        "issues": [],
        "difference": answer.json["difference"],
    }
    (period,) = answer.json["difference"]
    assert (period["period"], period["new"]) == (PERIOD, True)
    assert [form["form"] for form in period["forms"]] == ["annex-1", "annex-2"]
    assert period["rates"]["online_submission"]["before"] is None
    assert period["rates"]["online_submission"]["after"]["rounded"] == "66.2"
    assert files(data_dir) == {}


def test_a_dry_run_says_what_would_change(
    run: Run, example_data_dir: Path, edit_example: EditExample
):
    corrected = edit_example("1.xlsx", {("Phụ lục I", "E31"): 1_500}, drop_sheets=("Phụ lục II",))
    fees = edit_example("2.xlsx", drop_sheets=("Phụ lục I",))
    one, two = run("import", corrected, fees, "--dry-run", "--json").json["results"]
    (period,) = one["difference"]
    (form,) = period["forms"]
    (change,) = form["changes"]
    assert (change["department"], change["field"], change["after"]) == (
        "so-y-te",
        "received_online",
        1_500,
    )
    assert [form["form"] for form in two["difference"][0]["forms"]] == ["annex-2"]
    assert two["difference"][0]["forms"][0]["changes"] == []
    assert two["difference"][0]["rates"] == period["rates"]
    shown = run("import", corrected, fees, "--dry-run").out
    assert "Sở Y tế, Hồ sơ tiếp nhận trực tuyến: " in shown
    assert "difference" not in run("import", corrected, fees, "--json").json["results"][0]


def test_a_dry_run_of_a_refused_file_has_no_difference(
    run: Run, example_data_dir: Path, edit_example: EditExample
):
    answer = run("import", edit_example("bad.xlsx", ERROR), "--dry-run", "--json")
    assert answer.json["difference"] == []


def test_a_dry_run_refuses_what_publishing_would(
    run: Run, example_data_dir: Path, example_file: Path, edit_example: EditExample
):
    before = files(example_data_dir)
    bad, odd = edit_example("bad.xlsx", ERROR), edit_example("odd.xlsx", WARNING)
    for arguments, code, status in (
        ([bad], 1, "rejected"),
        ([odd], 0, "valid"),
        ([odd, "--strict"], 1, "rejected"),
        ([example_file, "--expect", "000001"], 0, "valid"),
        ([example_file, "--expect", ""], 1, "needs_confirmation"),
        ([example_file], 0, "valid"),
    ):
        answer = run("import", *arguments, "--dry-run", "--json")
        assert (answer.code, answer.json["status"]) == (code, status), arguments
        assert answer.json["snapshot"] == "000001"
    assert files(example_data_dir) == before


# Somebody else published in between


@pytest.mark.parametrize("expected", ["", "000002", "1", "xyz"])
def test_another_state_than_expected_needs_confirmation(
    run: Run, example_data_dir: Path, edit_example: EditExample, expected: str
):
    before = files(example_data_dir)
    corrected = edit_example("corrected.xlsx", {("Phụ lục I", "E31"): 1_500})
    answer = run("import", corrected, "--expect", expected, "--json")
    assert (answer.code, answer.json["status"]) == (1, "needs_confirmation")
    assert answer.json["snapshot"] == "000001"
    assert files(example_data_dir) == before


def test_the_expected_state_is_published_upon(
    run: Run, data_dir: Path, example_file: Path, edit_example: EditExample
):
    answer = run("import", example_file, "--expect", "", "--json")
    assert (answer.code, answer.json["snapshot"]) == (0, "000001")
    corrected = edit_example("corrected.xlsx", {("Phụ lục I", "E31"): 1_500})
    answer = run("import", corrected, "--expect", "000001", "--json")
    assert (answer.code, answer.json["snapshot"]) == (0, "000002")


# The period


def test_a_file_without_a_period_asks_for_it(run: Run, data_dir: Path, edit_example: EditExample):
    plain = edit_example("december.xlsx", NO_PERIOD)
    answer = run("import", plain, "--json")
    assert (answer.code, answer.json["status"]) == (1, "rejected")
    assert "period_missing" in codes(answer.json)
    assert answer.json["period"] is None
    assert "--period" in answer.json["issues"][0]["message"]
    answer = run("import", plain, "--period", "2023-12-01..2023-12-25", "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")
    assert answer.json["period"] == {"start": "2023-12-01", "end": "2023-12-25"}
    assert codes(answer.json) == []


def test_a_period_that_the_file_contradicts_is_taken_with_a_warning(
    run: Run, data_dir: Path, example_file: Path
):
    answer = run("import", example_file, "--period", "2023", "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")
    assert answer.json["period"] == {"start": "2023-01-01", "end": "2023-12-31"}
    assert set(codes(answer.json)) == {"period_differs"}
    assert run("import", example_file, "--period", "2023", "--strict").code == 1


@pytest.mark.parametrize(
    "period",
    [
        "yesterday",
        "2023-12-25..2023-01-01",
        "2023-YTD",
        "2023-02-30..2023-03-01",
        "9999-12-31..9999-12-31",
    ],
)
def test_a_wrong_period_is_wrong_usage(run: Run, data_dir: Path, example_file: Path, period: str):
    answer = run("import", example_file, "--period", period, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "kỳ" in answer.err
    assert files(data_dir) == {}


# Several files


def test_several_files_are_one_publication(run: Run, data_dir: Path, edit_example: EditExample):
    one = edit_example("annex-1.xlsx", drop_sheets=("Phụ lục II",))
    two = edit_example("annex-2.xlsx", drop_sheets=("Phụ lục I",))
    answer = run("import", one, two, "--json")
    assert answer.code == 0
    assert list(answer.json) == ["results"]
    assert [list(result) for result in answer.json["results"]] == [KEYS, KEYS]
    assert [r["status"] for r in answer.json["results"]] == ["published", "published"]
    assert snapshots(data_dir) == ["000001"]
    shown = run("show", "--json").json["total"]
    assert shown["counts"]["received"] == 99_364
    assert shown["payments"]["online_transactions"] == 26_133


def test_one_after_the_other_adds_to_the_period(
    run: Run, data_dir: Path, edit_example: EditExample, example_file: Path
):
    one = edit_example("annex-1.xlsx", drop_sheets=("Phụ lục II",))
    two = edit_example("annex-2.xlsx", drop_sheets=("Phụ lục I",))
    assert run("import", one).code == 0
    assert run("show", "--json").json["total"]["payments"]["online_transactions"] is None
    assert run("import", two).code == 0
    assert run("show", "--json").json["total"]["payments"]["online_transactions"] == 26_133
    assert run("import", example_file, "--json").json["status"] == "unchanged"


def test_one_bad_file_refuses_them_all(
    run: Run, data_dir: Path, edit_example: EditExample, example_file: Path, tmp_path: Path
):
    bad = edit_example("bad.xlsx", ERROR, drop_sheets=("Phụ lục II",))
    missing = tmp_path / "nowhere.xlsx"
    answer = run("import", example_file, missing, bad, "--json")
    assert answer.code == 1
    assert [r["status"] for r in answer.json["results"]] == ["valid", "rejected", "rejected"]
    assert codes(answer.json["results"][1]) == ["file_missing"]
    assert files(data_dir) == {}


def test_the_same_form_and_period_twice_is_refused(
    run: Run, data_dir: Path, edit_example: EditExample, example_file: Path
):
    again = edit_example("again.xlsx", {("Phụ lục I", "E31"): 1_500})
    answer = run("import", example_file, again, "--json")
    assert answer.code == 1
    assert "form_twice" in codes(answer.json["results"][1])
    assert files(data_dir) == {}


# For people


def test_people_read_sentences(run: Run, data_dir: Path, edit_example: EditExample):
    answer = run("import", edit_example("odd.xlsx", WARNING))
    assert answer.code == 0
    assert "odd.xlsx: Đã công bố. Hiện tại: lần công bố 000001." in answer.out
    assert "Kỳ 01/01/2023 – 25/12/2023, 18 cơ quan, đơn vị." in answer.out
    assert "Cảnh báo: Trang tính “Phụ lục I”, ô D32: dòng tổng ghi" in answer.out
    answer = run("import", edit_example("bad.xlsx", ERROR))
    assert answer.code == 1
    assert "bad.xlsx: Bị từ chối." in answer.out
    assert "Lỗi: Trang tính “Phụ lục I”, ô C14: “nhiều” không phải là số đếm." in answer.out
    answer = run("import", edit_example("odd.xlsx", WARNING), "--expect", "000009")
    assert answer.code == 1
    assert "Hãy xem lại rồi nhập lại." in answer.out


def test_nobody_is_told_of_an_unknown_department_without_a_suggestion(
    run: Run, data_dir: Path, edit_example: EditExample
):
    answer = run("import", edit_example("name.xlsx", {("Phụ lục I", "B31"): "Sở Y tê s"}))
    assert answer.code == 1
    assert "“Sở Y tê s”" in answer.out
    assert "“Sở Y tế”" in answer.out


def test_who_publishes_while_a_script_imports_is_not_overlooked(
    run: Run, example_data_dir: Path, edit_example: EditExample, monkeypatch: pytest.MonkeyPatch
):
    """The checks are made again, against the state that has come in between."""
    corrected = edit_example("corrected.xlsx", {("Phụ lục I", "E31"): 1_500})
    other = edit_example("other.xlsx", {("Phụ lục II", "C12"): 139}).read_bytes()
    made: list[str] = []

    def preview_then_lose_the_race(uploads, reference, *, store, **options):
        preview = preview_files(uploads, reference, store=store, **options)
        if not made:
            theirs = preview_files([Upload("x", other)], reference, store=store, today=TODAY)
            publish_files(theirs, store, Publisher("ai đó", may_publish=True))
        made.append(preview.snapshot)
        return preview

    monkeypatch.setattr(import_command, "preview_files", preview_then_lose_the_race)
    answer = run("import", corrected, "--json")
    assert (answer.code, answer.json["status"]) == (0, "published")
    assert made == ["000001", "000002"]
    assert answer.json["snapshot"] == "000003"


def test_an_unknown_name_says_how_to_teach_it(run: Run, data_dir: Path, edit_example: EditExample):
    answer = run("import", edit_example("x.xlsx", {("Phụ lục I", "B31"): "S. Yte"}), "--json")
    (issue,) = [i for i in answer.json["issues"] if i["code"] == "department_unknown"]
    assert "“Sở Y tế”" in issue["message"]
    people = run("import", edit_example("x.xlsx", {("Phụ lục I", "B31"): "S. Yte"}))
    assert "python -m ttpv alias add" in people.out
    assert issue["anchor"] == "docs/IMPORT.md#department_unknown"


@pytest.mark.parametrize("is_simulated", [True, False])
def test_a_simulated_store_says_that_nothing_reaches_the_real_one(
    run: Run, data_dir: Path, example_file: Path, is_simulated: bool
):
    if is_simulated:
        Store(data_dir).mark_simulated()
    answer = run("import", example_file, "--json")
    assert answer.json["status"] == "published"
    assert ("không vào kho thật" in answer.err) is is_simulated
