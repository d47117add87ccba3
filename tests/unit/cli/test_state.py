"""python -m ttpv restore, verify, prune, pin, unpin, show --as-of: states that were published."""

from pathlib import Path

import pytest

from tests.conftest import EditExample
from tests.unit.cli.conftest import Run, answer_with

YEAR = "2023-01-01..2023-12-25"


@pytest.fixture
def two_states(run: Run, example_data_dir: Path, edit_example: EditExample) -> Path:
    """1: the report · 2: a corrected annex I."""
    corrected = edit_example("sua.xlsx", {("Phụ lục I", "E31"): 1_500})
    assert run("import", corrected).code == 0
    return example_data_dir


def received_online(run: Run, *arguments: str) -> int:
    return run("show", "--json", *arguments).json["total"]["counts"]["received_online"]


def test_last_year_s_report_to_the_digit(run: Run, two_states: Path):
    as_it_was = run("show", "--as-of", "000001", "--json").json
    assert as_it_was["snapshot"] == "000001"
    assert received_online(run) != as_it_was["total"]["counts"]["received_online"]
    assert run("show", "--as-of", "2999-01-01", "--json").json["snapshot"] == "000002"
    assert run("restore", "1").code == 0
    now = run("show", "--json").json
    assert now | {"snapshot": "000001"} == as_it_was


@pytest.mark.parametrize(
    ("wish", "code"), [("9", 1), ("1999-01-01", 1), ("x", 2), ("2023-13-01", 2)]
)
def test_a_state_that_is_not_there(run: Run, two_states: Path, wish: str, code: int):
    answer = run("show", "--as-of", wish, "--json")
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.strip()


def test_restore_says_what_it_did(run: Run, two_states: Path):
    people = run("restore", "1")
    assert people.code == 0
    assert "lần công bố mới là 000003" in people.out
    assert "Thay thế Phụ lục I" in people.out
    again = run("restore", "1", "--json")
    assert again.json == {
        "status": "unchanged",
        "snapshot": "000003",
        "changes": [],
        "difference": [],
    }
    back = run("restore", "2", "--period", YEAR, "--json")
    assert (back.code, back.json["status"], back.json["snapshot"]) == (0, "restored", "000004")
    assert [change["change"] for change in back.json["changes"]] == ["replaced"]
    newest, middle, *_ = run("history", "--json").json
    assert (newest["action"], newest["restored_from"]) == ("restore", "000002")
    assert newest["restored_period"] == {"start": "2023-01-01", "end": "2023-12-25"}
    assert (middle["restored_from"], middle["restored_period"]) == ("000001", None)
    assert "Khôi phục lần công bố 000002, riêng kỳ 01/01/2023 – 25/12/2023" in run("history").out


def test_restore_refuses(run: Run, two_states: Path):
    assert run("restore", "1", "--period", "2022-01").code == 1
    assert run("restore", "9").code == 1
    assert run("restore", "1", "--period", "2023-YTD").code == 2
    late = run("restore", "1", "--expect", "000001", "--json")
    assert (late.code, late.json["status"]) == (1, "needs_confirmation")
    assert late.json["snapshot"] == "000002"
    assert "có người đã công bố" in late.err
    assert len(run("history", "--json").json) == 2


@pytest.mark.parametrize(
    ("typed", "states"), [("c\n", 3), ("Có\n", 3), ("k\n", 2), ("\n", 2), ("", 2)]
)
def test_a_person_is_asked(
    run: Run, two_states: Path, monkeypatch: pytest.MonkeyPatch, typed: str, states: int
):
    answer_with(monkeypatch, typed)
    answer = run("restore", "1", "--json")
    assert answer.code == (0 if states == 3 else 1)
    assert "ô thay đổi" in answer.err
    assert "Khôi phục như trên? [c/K]" in answer.err
    assert len(run("history", "--json").json) == states


def test_who_withdraws_sees_what_it_changes_first(
    run: Run, two_states: Path, monkeypatch: pytest.MonkeyPatch
):
    answer_with(monkeypatch, "k\n")
    asked = run("withdraw", "--period", YEAR, "--form", "annex-1")
    assert asked.code == 1
    assert "Biểu này sẽ được rút" in asked.err
    assert "Tỷ lệ số hóa hồ sơ: 85,4 % Đạt → Không tính được" in asked.err
    lost = "hồ sơ kỳ trước chuyển sang và 11 số liệu khác của 01/01/2023 – 25/12/2023."
    assert lost in asked.err
    assert len(run("history", "--json").json) == 2


def test_withdraw(run: Run, two_states: Path):
    options = ("--period", YEAR, "--form", "annex-1", "--reason", "sai kỳ")
    done = run("withdraw", *options, "--json")
    assert (done.code, done.json["status"], done.json["snapshot"]) == (0, "withdrawn", "000003")
    assert [change["change"] for change in done.json["changes"]] == ["removed"]
    assert done.json["difference"][0]["forms"][0]["withdrawn"] is True
    newest = run("history", "--json").json[0]
    assert (newest["action"], newest["reason"]) == ("withdraw", "sai kỳ")
    assert "Lý do: sai kỳ" in run("history").out
    assert run("restore", "2").code == 0
    assert run("show", "--json").json["snapshot"] == "000004"


def test_withdraw_refuses(run: Run, two_states: Path):
    other = run("withdraw", "--period", YEAR, "--form", "template")
    assert other.code == 1
    assert f"annex-1 kỳ {YEAR}" in other.err
    assert run("withdraw", "--form", "annex-1").code == 2
    late = run("withdraw", "--period", YEAR, "--form", "annex-1", "--expect", "1")
    assert late.code == 1
    assert len(run("history", "--json").json) == 2


def test_verify(run: Run, two_states: Path):
    assert run("verify", "--json").json == {"intact": True, "findings": []}
    assert "nguyên vẹn" in run("verify").out
    (path,) = (two_states / "tables").glob("*annex-2*")
    path.write_bytes(b"half")
    answer = run("verify", "--json")
    (finding,) = answer.json["findings"]
    assert (answer.code, answer.json["intact"]) == (1, False)
    assert (finding["kind"], finding["path"]) == ("table", f"tables/{path.name}")
    assert finding["snapshots"] == ["000001", "000002"]
    assert finding["periods"] == [{"start": "2023-01-01", "end": "2023-12-25"}]
    people = run("verify")
    assert (people.code, people.out) == (1, finding["message"] + "\n")
    assert "000001–000002, kỳ 01/01/2023 – 25/12/2023" in people.out


def test_verify_looks_at_a_store_that_does_not_open(run: Run, two_states: Path):
    (two_states / "FORMAT").write_text("9\n")
    answer = run("verify", "--json")
    assert (answer.code, answer.json["findings"][0]["kind"]) == (1, "format")


def test_prune_says_first_and_does_when_told(run: Run, two_states: Path):
    plan = run("prune", "--keep", "1", "--json").json
    assert (plan["done"], plan["snapshots"], len(plan["files"])) == (False, ["000001"], 1)
    people = run("prune", "--keep", "1")
    assert "Sẽ dọn 1 lần công bố (000001) và 1 tệp" in people.out
    assert "--yes" in people.out
    assert len(run("history", "--json").json) == 2
    done = run("prune", "--keep", "1", "--yes", "--json").json
    assert done == plan | {"done": True}
    gone = run("history", "--json").json[-1]
    assert (gone["snapshot"], gone["action"], gone["changes"]) == ("000001", "pruned", [])
    assert "dọn lần công bố 000001" in run("history").out
    missing = run("show", "--as-of", "1")
    assert (missing.code, missing.out) == (1, "")
    assert "đã được" in missing.err
    assert "Không có lần công bố nào cần dọn" in run("prune", "--keep", "1", "--yes").out


@pytest.mark.parametrize(
    "arguments",
    [[], ["--yes"], ["--keep", "0"], ["--keep", "x"], ["--before", "1"], ["--before", "x"]],
)
def test_prune_must_be_told_what_to_keep(run: Run, two_states: Path, arguments: list[str]):
    answer = run("prune", *arguments, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert len(run("history", "--json").json) == 2


def test_a_pinned_state_stays(run: Run, two_states: Path):
    assert run("pin", "1", "--why", "báo cáo năm", "--json").json == {
        "snapshot": "000001",
        "pinned": True,
        "why": "báo cáo năm",
    }
    plan = run("prune", "--before", "2999-01-01", "--json").json
    assert (plan["snapshots"], plan["pinned"]) == ([], ["000001"])
    assert "Giữ lại vì đã ghim: lần công bố 000001" in run("prune", "--keep", "1").out
    assert "[ghim: báo cáo năm]" in run("history").out
    assert run("history", "--json").json[1]["pinned"]["why"] == "báo cáo năm"
    assert "Đã bỏ ghim" in run("unpin", "1").out
    assert run("unpin", "1", "--json").json == {"snapshot": "000001", "pinned": False}
    assert run("history", "--json").json[1]["pinned"] is None
    assert (run("pin", "9").code, run("unpin", "9").code) == (1, 1)


@pytest.mark.parametrize(
    "command",
    [
        ["verify"],
        ["history"],
        ["prune", "--keep", "1"],
        ["pin", "1"],
        ["restore", "1"],
        ["backup", "sao-luu.zip"],
        ["export", "--format", "parquet", "ra"],
        ["alias", "remove", "x"],
    ],
)
@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_without_a_store_is_no_store_in_order(
    run: Run, data_dir: Path, command: list[str], exists: bool
):
    """A mistyped TTPV_DATA_DIR: `verify` once called it intact."""
    if exists:
        data_dir.mkdir()
    answer = run(*command)
    assert (answer.code, answer.out) == (1, "")
    assert f"Không có kho số liệu ở {data_dir}" in answer.err
    assert list(data_dir.glob("*")) == []
