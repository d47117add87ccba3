"""The size of a workbook is measured before anybody unpacks it."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from tests.dossier_lists import make_records, rows_of, write_xlsx
from ttpv.readers.dossiers import unpacked
from ttpv.readers.dossiers.raw import Unreadable
from ttpv.readers.dossiers.unpacked import check_unpacked

LARGE = 5_000_000


def bomb(name: str, *, says: int) -> bytes:
    """A member of LARGE bytes of which the zip says that they are fewer."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(LARGE))
    return out.getvalue().replace(LARGE.to_bytes(4, "little"), says.to_bytes(4, "little"))


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "_ALWAYS_MB", 1)


def refused(source: bytes | Path) -> bool:
    try:
        check_unpacked(source)
    except Unreadable as error:
        return error.code == "dossier_too_large"
    return False


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/workbook.bin", "content.xml"])
def test_what_the_directory_admits(name: str, tmp_path: Path):
    content = bomb(name, says=LARGE)
    path = tmp_path / "a"
    path.write_bytes(content)
    assert refused(content)
    assert refused(path)


@pytest.mark.parametrize(
    ("name", "system", "is_refused"),
    [
        ("xl/workbook.bin", "linux", True),
        ("content.xml", "linux", True),
        # The row reader's memory has a bound there, and a million rows would be unpacked twice.
        ("xl/workbook.xml", "linux", False),
        ("xl/workbook.xml", "win32", True),
        ("xl/workbook.xml", "darwin", True),
    ],
)
def test_what_it_denies(name: str, system: str, is_refused: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", system)
    assert refused(bomb(name, says=100)) == is_refused


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_lists_and_what_is_no_zip_go_on(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "platform", system)
    path = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(200)))
    content = path.read_bytes()
    for source in (path, content, content[:5_000], content[:-30], b"", b"PK\x03\x04"):
        assert not refused(source)
