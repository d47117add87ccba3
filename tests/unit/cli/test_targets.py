"""python -m ttpv targets: list, import, export, undo; exit codes as everywhere."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Run
from ttpv.store import Store


def edited(run: Run, folder: Path, before: str = "value = 50", after: str = "value = 70") -> Path:
    """The register as a file, with one value changed."""
    file = folder / f"{after.split()[-1]}.toml"
    assert run("targets", "export", file).code == 0
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))
    return file


def test_a_file_replaces_the_register_and_undo_brings_it_back(
    run: Run, example_data_dir: Path, tmp_path: Path
):
    file = edited(run, tmp_path)
    sentence = "Tỷ lệ nộp hồ sơ trực tuyến của Trung tâm từ 01/01/2023: giá trị 50 % → 70 %"
    tried = run("targets", "import", file, "--dry-run", "--json")
    assert (tried.code, tried.json["status"], tried.json["snapshot"]) == (0, "valid", "000001")
    assert tried.json["changes"] == [f"Sửa chỉ tiêu {sentence}"]
    assert Store(example_data_dir).numbers() == [1]

    done = run("targets", "import", file)
    assert (done.code, "000002" in done.out, sentence in done.out) == (0, True, True)
    rate = run("show", "--json").json["total"]["rates"]["online_submission"]
    assert (rate["target"], rate["status"]) in [("70", "near"), (70, "near")]
    then = run("show", "--as-of", "000001", "--json")
    assert then.json["total"]["rates"]["online_submission"]["status"] == "met"
    assert then.err == ""
    assert sentence in run("history").out
    (register,) = run("history", "--json").json[0]["registers"]
    assert register["file"] == "targets.toml"

    assert run("targets", "import", file).out.startswith("Danh mục trong tệp giống hệt")
    undone = run("targets", "undo", "--json")
    assert (undone.code, undone.json["snapshot"], undone.json["undone"]) == (
        0,
        "000003",
        "000002",
    )
    assert run("targets", "undo").out.startswith("Không có lần sửa chỉ tiêu nào")
    assert run("targets", "list", "--json").json[0]["value"] == "50"


def test_a_wrong_file_is_refused(run: Run, example_data_dir: Path, tmp_path: Path):
    file = edited(run, tmp_path, after="value = 101")
    answer = run("targets", "import", file)
    assert answer.code == 1
    assert "101 % nằm ngoài 0–100 %" in answer.err
    assert run("targets", "import", file, "--json").json["issues"][0]["code"] == (
        "target_value_outside"
    )
    assert run("targets", "import", tmp_path / "no.csv").code == 1
    assert Store(example_data_dir).numbers() == [1]


def test_export_and_list(run: Run, example_data_dir: Path, tmp_path: Path):
    file = tmp_path / "x.csv"
    assert run("targets", "export", file, "--json").json["targets"] == 5
    assert "Tỷ lệ số hóa hồ sơ;70;Trung tâm;01/01/2023" in file.read_text("utf-8-sig")
    assert (run("targets", "export", file).code, run("targets", "import", file).code) == (1, 0)
    assert "Tỷ lệ số hóa hồ sơ, Trung tâm: 70 %" in run("targets", "list").out
    assert run("targets").code == 2


def test_an_older_state_without_reference_data_is_said(
    run: Run, example_data_dir: Path, tmp_path: Path
):
    """As a program of format 2 left it; today's register stands in."""
    path = example_data_dir / "manifests" / "000001.json"
    manifest = json.loads(path.read_text()) | {"format": 2, "seal": ""}
    for name in ("reference", "registers", "register_changes", "register_bases"):
        del manifest[name]
    path.write_text(json.dumps(manifest))
    assert run("show").err == ""
    run("targets", "import", edited(run, tmp_path))
    answer = run("show", "--as-of", "1")
    assert "Lần công bố 000001 không lưu danh mục và chỉ tiêu của lúc đó" in answer.err
