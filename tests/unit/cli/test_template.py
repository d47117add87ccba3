"""python -m ttpv template: the centre's own Word templates, checked, used, taken back."""

import base64
from pathlib import Path

import docx
import pytest

from tests.unit.cli.conftest import Run
from ttpv.registers import open_reference
from ttpv.reporting import SHIPPED, find_template, making
from ttpv.reports.docx import fill as filling
from ttpv.store import Store, restore_backup


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The shipped letter with a line more."""
    document = docx.Document(str(SHIPPED["don-doc"]))
    document.paragraphs[-1].add_run("Mẫu riêng của Trung tâm, gửi {{ addressee }}")
    document.save(str(tmp_path / "cua-toi.docx"))
    return tmp_path / "cua-toi.docx"


def letter(run: Run, out: Path, *arguments: str) -> str:
    asked = ("report", "--kind", "don-doc", "--department", "so-y-te", "--out", out)
    assert run(*asked, *arguments).code == 0
    return " ".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)


def test_an_own_template_is_used_and_taken_back(
    run: Run, example_data_dir: Path, own: Path, tmp_path: Path
):
    assert run("template", "list").out.splitlines() == [
        "bao-cao (Báo cáo): mẫu gốc",
        "don-doc (Văn bản đôn đốc): mẫu gốc",
    ]
    dry = run("template", "set", "don-doc", own, "--dry-run", "--json").json
    assert dry["status"] == "valid"
    assert dry["changes"] == ["Dùng mẫu riêng “cua-toi.docx” cho văn bản đôn đốc"]
    assert Store(example_data_dir).numbers() == [1]
    done = run("template", "set", "don-doc", own, "--json").json
    assert (done["status"], done["snapshot"]) == ("published", "000002")
    assert "gửi Sở Y tế" in letter(run, tmp_path / "1.docx")
    (row,) = [row for row in run("template", "list", "--json").json if row["kind"] == "don-doc"]
    assert row["file"] == "cua-toi.docx"
    assert "Dùng mẫu riêng “cua-toi.docx” cho văn bản đôn đốc" in run("history").out
    assert run("template", "set", "don-doc", own, "--json").json["status"] == "unchanged"
    assert run("template", "undo", "--json").json["undone"] == "000002"
    assert "Mẫu riêng" not in letter(run, tmp_path / "2.docx")
    assert "gửi Sở Y tế" in letter(run, tmp_path / "3.docx", "--as-of", "2")
    assert run("template", "undo").out.startswith("Không có lần đổi mẫu nào")


def test_the_template_of_the_other_kind_is_said_to_be_that(
    run: Run, example_data_dir: Path, own: Path
):
    tried = run("template", "set", "bao-cao", own)
    assert tried.code == 1
    assert tried.err.splitlines()[1:] == [
        "Tệp “cua-toi.docx” là mẫu của văn bản đôn đốc, không phải của báo cáo. Hãy chọn mẫu khác, "
        "hoặc đặt tệp này làm mẫu của văn bản đôn đốc."
    ]


def test_trying_what_is_in_use_changes_nothing(run: Run, example_data_dir: Path, own: Path):
    assert run("template", "set", "don-doc", own).code == 0
    tried = run("template", "set", "don-doc", own, "--dry-run")
    assert (tried.code, tried.out) == (0, "Đó là mẫu đang dùng; không có gì thay đổi.\n")


def test_back_to_the_shipped_one(run: Run, example_data_dir: Path, own: Path, tmp_path: Path):
    assert run("template", "set", "don-doc", own).code == 0
    back = run("template", "reset", "don-doc")
    assert back.code == 0
    assert "Dùng lại mẫu gốc cho văn bản đôn đốc, thay mẫu riêng “cua-toi.docx”" in back.out
    assert "Mẫu riêng" not in letter(run, tmp_path / "1.docx")
    assert run("template", "reset", "don-doc", "--json").json["status"] == "unchanged"
    store = Store(example_data_dir)
    assert open_reference(store, store.current()).templates == ()


def test_what_is_in_use_is_written_out(run: Run, example_data_dir: Path, own: Path, tmp_path: Path):
    out = tmp_path / "dang-dung.docx"
    assert run("template", "export", "don-doc", out).code == 0
    assert out.read_bytes() == SHIPPED["don-doc"].read_bytes()
    assert run("template", "export", "don-doc", out).code == 1
    run("template", "set", "don-doc", own)
    assert run("template", "export", "don-doc", tmp_path / "2.docx").code == 0
    assert (tmp_path / "2.docx").read_bytes() == own.read_bytes()


def test_a_template_that_cannot_be_filled_is_refused(
    run: Run, example_data_dir: Path, own: Path, tmp_path: Path
):
    document = docx.Document(str(own))
    document.paragraphs[-1].add_run("{{ addresse }}")
    document.save(str(own))
    wrong = run("template", "set", "don-doc", own, "--json")
    assert (wrong.code, wrong.json["status"]) == (1, "rejected")
    assert [issue["code"] for issue in wrong.json["issues"]] == ["template_placeholder_unknown"]
    big = tmp_path / "to.docx"
    big.write_bytes(own.read_bytes() + bytes(2 << 20))
    (issue,) = run("template", "set", "don-doc", big, "--json").json["issues"]
    assert issue["code"] == "template_large"
    assert run("template", "set", "khac", own).code == 2
    assert run("template", "set", "don-doc", tmp_path / "none.docx").code == 1
    assert Store(example_data_dir).numbers() == [1]


def test_a_backup_and_a_restore_bring_it_along(
    run: Run, example_data_dir: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    run("template", "set", "don-doc", own)
    run("template", "reset", "don-doc")
    restored = run("restore", "2", "--yes")
    assert "Dùng mẫu riêng “cua-toi.docx” cho văn bản đôn đốc" in restored.out
    assert run("backup", tmp_path / "x.zip").code == 0
    restore_backup(tmp_path / "x.zip", tmp_path / "again")
    store = Store(tmp_path / "again")
    found = find_template(open_reference(store, store.current()), "don-doc")
    assert found is not None
    assert found.document == own.read_bytes()


def test_a_template_of_another_program_is_said_and_not_filled(
    run: Run, example_data_dir: Path, own: Path, tmp_path: Path
):
    """It was published when it was right; the program's placeholders changed since."""
    document = docx.Document(str(own))
    document.add_paragraph("{{ of_another_program }}")
    document.save(str(own))
    content = base64.b64encode(own.read_bytes()).decode()
    text = f'[[template]]\nkind = "don-doc"\nfile = "cu.docx"\ncontent = "{content}"\n'
    Store(example_data_dir).set_register("templates.toml", text, by="an")
    answer = run(
        *("report", "--kind", "don-doc", "--department", "so-y-te", "--out", tmp_path / "x.docx")
    )
    assert (answer.code, answer.out) == (1, "")
    assert "Mẫu riêng “cu.docx” không dùng được với phiên bản này" in answer.err
    assert "of_another_program" in answer.err
    assert not (tmp_path / "x.docx").exists()


def test_a_template_that_real_figures_do_not_fit_is_said(
    run: Run, example_data_dir: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert run("template", "set", "don-doc", own).code == 0
    length = len(letter(run, tmp_path / "1.docx"))
    monkeypatch.setattr(filling, "MOST_FILLED", length // 2)
    monkeypatch.setattr(making, "open_template", lambda *_: own.read_bytes())
    asked = ("report", "--kind", "don-doc", "--department", "so-y-te")
    answer = run(*asked, "--out", tmp_path / "2.docx")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Mẫu riêng không điền được bằng số liệu của kỳ này.")
    assert not (tmp_path / "2.docx").exists()
