"""python -m ttpv backup, restore-backup, export."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


def test_a_whole_store_moves(
    run: Run, example_data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "sao-luu.zip"
    answer = run("backup", file, "--json").json
    assert (answer["file"], answer["snapshot"], answer["snapshots"]) == (str(file), "000001", 1)
    assert answer["bytes"] == file.stat().st_size
    shown = run("show", "--json").json
    monkeypatch.setenv("TTPV_DATA_DIR", str(tmp_path / "elsewhere"))
    restored = run("restore-backup", file, "--json").json
    assert restored == {"folder": str(tmp_path / "elsewhere"), "snapshot": "000001"}
    assert run("show", "--json").json == shown
    people = run("restore-backup", file, "--into", tmp_path / "third")
    assert f"TTPV_DATA_DIR={tmp_path / 'third'}" in people.out


def test_backup_refuses(run: Run, example_data_dir: Path, tmp_path: Path):
    file = tmp_path / "sao-luu.zip"
    assert "Đã sao lưu 1 lần công bố" in run("backup", file).out
    taken = run("backup", file, "--json")
    assert (taken.code, taken.out) == (1, "")
    assert "đã có" in taken.err
    full = run("restore-backup", file)
    assert full.code == 1
    assert "--into" in full.err
    for path in (tmp_path / "absent.zip", example_data_dir):
        answer = run("restore-backup", path, "--into", tmp_path / "new")
        assert (answer.code, answer.out) == (1, "")
    assert not (tmp_path / "new").exists()


def test_backup_makes_its_folder(run: Run, example_data_dir: Path, tmp_path: Path):
    file = tmp_path / "o-d" / "thang-12" / "sao-luu.zip"
    assert run("backup", file).code == 0
    assert file.exists()


def test_what_the_system_refuses_is_said_in_vietnamese(
    run: Run, example_data_dir: Path, tmp_path: Path
):
    (tmp_path / "tep").write_text("")
    answer = run("backup", tmp_path / "tep" / "sao-luu.zip")
    assert answer.code == 1
    assert "là tệp, không phải thư mục" in answer.err or "tên này là một tệp" in answer.err
    missing = run("restore-backup", tmp_path / "khong-co.zip", "--into", tmp_path / "moi")
    assert f"Không khôi phục được từ {tmp_path / 'khong-co.zip'}: chưa có tệp này" in missing.err
    for text in (answer.err, missing.err):
        assert not any(word in text for word in ("No such", "directory", ".tmp", "Errno"))


@pytest.mark.parametrize("format_", ["parquet", "delta"])
def test_export(run: Run, example_data_dir: Path, tmp_path: Path, format_: str):
    answer = run("export", "--format", format_, tmp_path / "out", "--json").json
    assert answer == {
        "directory": str(tmp_path / "out"),
        "format": format_,
        "snapshot": "000001",
        "tables": [{"name": "annex-1", "rows": 19}, {"name": "annex-2", "rows": 19}],
    }
    again = run("export", "--format", format_, tmp_path / "out")
    assert again.code == 1
    assert "không trống" in again.err
    assert "annex-1: 19 dòng" in run("export", "--format", format_, tmp_path / "b").out


def test_export_wants_a_format(run: Run, example_data_dir: Path, tmp_path: Path):
    for arguments in ([], ["--format", "csv"]):
        answer = run("export", *arguments, tmp_path / "out")
        assert answer.code == 2
        assert "--format" in answer.err
    assert "delta, parquet" in answer.err
