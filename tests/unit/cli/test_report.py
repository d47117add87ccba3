"""python -m ttpv report: the file, the record of it, and why there is none."""

import errno
import hashlib
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest

from tests.conftest import EditExample
from tests.unit.cli.conftest import Run
from ttpv.core.user import operating_system_user
from ttpv.reports import pdf
from ttpv.store import Store, disk

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

YEAR = {"start": "2023-01-01", "end": "2023-12-25"}
KIND = ("--kind", "niem-yet")


def read_pdf(path: Path) -> str:
    return str(pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range())


def test_a_report_is_written_and_recorded(run: Run, example_data_dir: Path, tmp_path: Path):
    out = tmp_path / "bang.pdf"
    answer = run("report", "--period", "2023-YTD", *KIND, "--out", out, "--json")
    assert (answer.code, answer.err) == (0, "")
    content = out.read_bytes()
    assert answer.json == {
        "file": str(out),
        "kind": "niem-yet",
        "format": "pdf",
        "snapshot": "000001",
        "period": YEAR,
        "departments": [],
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
    }
    assert {"99.364", "95.161", "66,2"} <= set(read_pdf(out).replace("%", " ").split())
    (record,) = Store(example_data_dir).reports()
    assert (record.sha256, record.file) == (
        answer.json["sha256"],
        "niem-yet_20230101-20231225.pdf",
    )
    assert (record.id, record.made_by) == ("000001", operating_system_user())


def test_people_read_a_sentence(run: Run, example_data_dir: Path, tmp_path: Path):
    answer = run("report", *KIND, "--department", "so-y-te", "--out", tmp_path / "x.PNG")
    assert (answer.code, answer.err) == (0, "")
    assert "bảng niêm yết, kỳ 01/01/2023 – 25/12/2023, lần công bố 000001" in answer.out
    assert (tmp_path / "x.PNG").read_bytes().startswith(b"\x89PNG")
    (record,) = Store(example_data_dir).reports()
    assert (record.departments, record.file) == (
        ("so-y-te",),
        "niem-yet_20230101-20231225_so-y-te.png",
    )


def test_an_earlier_state_s_report_is_the_same_to_the_byte(
    run: Run, example_data_dir: Path, edit_example: EditExample, tmp_path: Path
):
    """After a correction, after edited targets, and after it was restored."""
    names = iter(f"{number}.pdf" for number in range(10))

    def make(*arguments: str) -> bytes:
        out = tmp_path / next(names)
        assert run("report", *KIND, "--out", out, *arguments).code == 0
        return out.read_bytes()

    first = make()
    assert run("import", edit_example("sua.xlsx", {("Phụ lục I", "E31"): 1_500})).code == 0
    store = Store(example_data_dir)
    targets = store.shipped.texts["targets.toml"]
    store.set_register("targets.toml", targets.replace("value = 50", "value = 70"), by="an")
    assert make() != first
    assert make("--as-of", "1") == first
    plan = run("prune", "--keep", "1", "--yes", "--json").json
    assert (plan["reported"], plan["snapshots"]) == (["000001"], ["000002"])
    assert "Giữ lại vì đã có báo cáo tải về: lần công bố 000001." in run("prune", "--keep=1").out
    assert make("--as-of", "1") == first
    assert run("restore", "1").code == 0
    make()
    before, again = (read_pdf(tmp_path / name).partition("Nguồn:") for name in ("0.pdf", "4.pdf"))
    assert before[0] == again[0]
    assert ("lần 000001" in before[2], "lần 000004" in again[2]) == (True, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--out", "x.docx"), 2, ".pdf hoặc .png"),
        (("--out", "x"), 2, ".pdf hoặc .png"),
        (("--out", "x.pdf", "--period", "2024-01"), 1, "--period 2023-01-01..2023-12-25"),
        (("--out", "x.pdf", "--period", "soon"), 2, "“soon” không phải là kỳ báo cáo"),
        (("--out", "x.pdf", "--department", "so-z"), 2, "Không có cơ quan “so-z”"),
        (("--out", "x.pdf", "--as-of", "9"), 1, "Không có lần công bố 000009"),
        (("--out", "none/x.pdf"), 1, "none/x.pdf"),
        ((), 2, "thiếu --out"),
    ],
)
def test_what_cannot_be_made(
    run: Run,
    example_data_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    words: str,
):
    monkeypatch.chdir(tmp_path)
    answer = run("report", *KIND, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.err
    assert not Path("x.pdf").exists()
    assert Store(example_data_dir).reports() == []


def test_a_file_that_is_there_stays(run: Run, example_data_dir: Path, tmp_path: Path):
    out = tmp_path / "x.pdf"
    out.write_bytes(b"mine")
    answer = run("report", *KIND, "--out", out)
    assert (answer.code, answer.out) == (1, "")
    assert "đã có" in answer.err
    assert out.read_bytes() == b"mine"
    assert Store(example_data_dir).reports() == []


class FullDisk(io.FileIO):
    """A file on a disk with room for ten bytes."""

    def write(self, content: "ReadableBuffer", /) -> int:
        super().write(memoryview(content)[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("arguments", [("report", *KIND, "--out"), ("other", "export")])
def test_a_full_disk_leaves_no_half_of_a_file(
    run: Run,
    example_data_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
):
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(disk, "open_new", lambda path: FullDisk(path, "x"))
    answer = run(*arguments, folder / "x.pdf")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"Không đọc hoặc ghi được {folder / 'x.pdf'}: ổ đĩa đã hết chỗ")
    assert list(folder.iterdir()) == []
    assert Store(example_data_dir).reports() == []


def test_without_its_record_there_is_no_file(
    run: Run, example_data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (example_data_dir / "reports").write_bytes(b"")  # a file where the folder should be
    answer = run("report", *KIND, "--out", tmp_path / "x.pdf")
    assert answer.code == 1
    assert "Không đọc hoặc ghi được" in answer.err
    assert not (tmp_path / "x.pdf").exists()


def test_nothing_published_yet(run: Run, data_dir: Path, tmp_path: Path):
    answer = run("report", *KIND, "--out", tmp_path / "x.pdf", "--json")
    assert (answer.code, answer.json) == (1, {"missing": [], "nearest": []})
    assert not data_dir.exists()


def test_a_letter_to_one_department(run: Run, example_data_dir: Path, tmp_path: Path):
    out = tmp_path / "thu.docx"
    asked = ("report", "--kind", "don-doc", "--out", out)
    answer = run(*asked, "--department", "so-y-te", "--json")
    assert (answer.code, answer.err) == (0, "")
    found = " ".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "Kính gửi: Sở Y tế" in found
    assert "trễ hạn 6 hồ sơ" in found
    for departments in ((), ("--department", "so-y-te", "--department", "so-tu-phap")):
        several = run(*asked, *departments)
        assert (several.code, several.out) == (2, "")
        assert "cần đúng một --department" in several.err


@pytest.mark.parametrize(
    ("department", "words"),
    [("so-du-lich", "không có gì để đôn đốc"), ("so-y-te", "chưa có LibreOffice")],
)
def test_a_letter_that_cannot_be_made(
    run: Run,
    example_data_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    department: str,
    words: str,
):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PLACES", ())
    out = tmp_path / "x.pdf"
    answer = run("report", "--kind", "don-doc", "--department", department, "--out", out)
    assert (answer.code, answer.out) == (1, "")
    assert words in answer.err
    assert not out.exists()
    assert Store(example_data_dir).reports() == []


def test_the_report_and_its_annexes(run: Run, example_data_dir: Path, tmp_path: Path):
    report, annexes = tmp_path / "bao-cao.docx", tmp_path / "phu-luc.xlsx"
    assert run("report", "--kind", "bao-cao", "--out", report).code == 0
    assert run("report", "--kind", "phu-luc", "--out", annexes).code == 0
    texts = " ".join(paragraph.text for paragraph in docx.Document(str(report)).paragraphs)
    assert "99.364 hồ sơ" in texts
    again = run("import", annexes, "--dry-run", "--json").json
    assert again["status"] == "valid"
    assert {issue["code"] for issue in again["issues"]} == {"rate_in_words"}
    assert [record.kind for record in Store(example_data_dir).reports()] == ["phu-luc", "bao-cao"]


@pytest.mark.parametrize(
    ("kind", "suffix", "more"),
    [
        ("bao-cao", "docx", ()),
        ("phu-luc", "xlsx", ()),
        ("niem-yet", "png", ()),
        ("don-doc", "docx", ("--department", "so-cong-thuong")),
    ],
)
def test_every_kind_of_an_earlier_state_is_the_same_to_the_byte(
    run: Run,
    example_data_dir: Path,
    edit_example: EditExample,
    tmp_path: Path,
    kind: str,
    suffix: str,
    more: tuple[str, ...],
):
    asked = ("report", "--kind", kind, *more, "--out")
    assert run(*asked, tmp_path / f"1.{suffix}").code == 0
    assert run("import", edit_example("sua.xlsx", {("Phụ lục I", "E15"): 20_000})).code == 0
    store = Store(example_data_dir)
    for file, old, new in (
        ("targets.toml", "value = 50", "value = 70"),
        ("report.toml", 'place = "Bình Định"', 'place = "Gia Lai"'),
    ):
        store.set_register(file, store.shipped.texts[file].replace(old, new), by="an")
    assert run(*asked, tmp_path / f"2.{suffix}").code == 0
    assert run(*asked, tmp_path / f"3.{suffix}", "--as-of", "1").code == 0
    first, now, again = ((tmp_path / f"{n}.{suffix}").read_bytes() for n in (1, 2, 3))
    assert (first == again, first == now) == (True, False)


def test_in_today_s_structure(run: Run, example_data_dir: Path, tmp_path: Path):
    """Sở Xây dựng of today holds Sở Giao thông vận tải of then."""
    asked = ("report", *KIND, "--structure", "now", "--department", "so-xay-dung-2025")
    assert run(*asked, "--out", tmp_path / "x.pdf").code == 0
    assert {"19.871", "9.068"} <= set(read_pdf(tmp_path / "x.pdf").split())
    (record,) = Store(example_data_dir).reports()
    assert (record.structure, record.departments) == ("now", ("so-xay-dung-2025",))
