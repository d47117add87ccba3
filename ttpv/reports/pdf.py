"""A Word file as PDF, by LibreOffice where this machine has it: the only program that we start.

Each conversion has a profile folder of its own, which goes with it: a LibreOffice that somebody has
open keeps its profile locked, and what a document could change of one does not stay. One at a time,
since each takes some 200 MB.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Lock

NAMES = ("soffice", "libreoffice")
# Where installers put it without telling the PATH.
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
SECONDS = 120
# Tagged, for screen readers.
_FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
# A document's links outside are not followed, whatever the check of templates has let through.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_LOCK = Lock()
_FAILED = (
    "LibreOffice không chuyển được văn bản sang PDF. Hãy tải tệp Word (.docx) rồi lưu thành PDF "
    "bằng Word."
)


class NoPdf(Exception):
    """There is no PDF; the message is for people, and says what to do."""


def find_office() -> str | None:
    """The path of LibreOffice; None where there is none."""
    found = (shutil.which(name) for name in NAMES)
    places = (place for place in PLACES if Path(place).is_file())
    return next((path for path in (*found, *places) if path), None)


def convert_to_pdf(document: bytes, *, seconds: float = SECONDS) -> bytes:
    """The .docx as PDF. Raises NoPdf where LibreOffice is not there, fails, or takes longer."""
    office = find_office()
    if office is None:
        raise NoPdf(
            "Máy chủ chưa có LibreOffice nên chưa lập được tệp PDF. Hãy tải tệp Word (.docx) rồi "
            "lưu thành PDF bằng Word, hoặc cài LibreOffice (Debian, Ubuntu: sudo apt install "
            "libreoffice-writer fonts-liberation2)."
        )
    with _LOCK, tempfile.TemporaryDirectory(prefix="ttpv-pdf-") as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(document)
        _run(office, source, seconds)
        made = source.with_suffix(".pdf")
        content = made.read_bytes() if made.is_file() else b""
        if not content:  # none, or the empty one that a full disk leaves
            raise NoPdf(_FAILED)
        return content


def _run(office: str, source: Path, seconds: float) -> None:
    profile = source.parent / "profile"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = [
        *(office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
        *("--convert-to", _FILTER, "--outdir", str(source.parent), str(source)),
    ]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:  # it is there and does not start: half installed, of another machine
        raise NoPdf(_FAILED) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise NoPdf(
            f"LibreOffice chưa chuyển xong văn bản sang PDF sau {seconds:.0f} giây nên đã dừng. "
            "Hãy thử lại, hoặc tải tệp Word (.docx) rồi lưu thành PDF bằng Word."
        ) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """With all that it has started: soffice is a script that waits for the program proper."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
