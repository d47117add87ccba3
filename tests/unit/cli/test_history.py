"""python -m ttpv history: every published state, newest first."""

import hashlib
from datetime import datetime
from pathlib import Path

from tests.conftest import EditExample
from tests.unit.cli.conftest import Run


def test_an_empty_store_has_none(run: Run, data_dir: Path):
    data_dir.mkdir()
    (data_dir / "FORMAT").write_text("2\n")
    answer = run("history", "--json")
    assert (answer.code, answer.json) == (0, [])
    assert run("history").out == "Chưa có lần công bố nào.\n"


def test_what_was_published_when_by_whom_from_which_file(
    run: Run, data_dir: Path, edit_example: EditExample, example_file: Path
):
    corrected = edit_example("corrected.xlsx", {("Phụ lục I", "E31"): 1_500})
    for path in (example_file, example_file, corrected):
        assert run("import", path).code == 0
    newest, oldest = run("history", "--json").json
    assert (newest["snapshot"], oldest["snapshot"]) == ("000002", "000001")
    assert [change["form"] for change in oldest["changes"]] == ["annex-1", "annex-2"]
    assert {change["change"] for change in oldest["changes"]} == {"added"}
    (change,) = newest["changes"]
    assert change["warnings"] > 0
    assert change | {"warnings": 0} == {
        "form": "annex-1",
        "period": {"start": "2023-01-01", "end": "2023-12-25"},
        "change": "replaced",
        "file": "corrected.xlsx",
        "sha256": hashlib.sha256(corrected.read_bytes()).hexdigest(),
        "warnings": 0,
    }
    assert newest["published_by"]
    assert datetime.fromisoformat(newest["published_at"]).tzinfo is not None
    assert newest["published_at"] >= oldest["published_at"]


def test_people_read_it_too(run: Run, example_data_dir: Path):
    answer = run("history")
    assert answer.code == 0
    first, *changes = answer.out.splitlines()
    assert first.startswith("000001  ")
    assert len(changes) == 2
    assert "Thêm Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ" in changes[0]
    assert "kỳ 01/01/2023 – 25/12/2023, từ tệp binh-dinh-2023.xlsx" in changes[0]
