"""A workbook as LibreOffice reckons and prints it: a second opinion on our results."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from pypdfium2 import PdfDocument

from tests.programs.office import find_office

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")
_WRONG = -999_999


def recalculate(content: bytes, folder: Path) -> bytes:
    """The .xlsx as LibreOffice saves it, each formula reckoned anew: our own results are replaced
    by a wrong number before it sees them, so none of them can be what comes back."""
    spoilt = _spoil_results(content)
    return _convert(spoilt, "xlsx", "xlsx:Calc MS Excel 2007 XML", folder).read_bytes()


def print_workbook(content: bytes, folder: Path) -> PdfDocument:
    """The pages that would come out of a printer."""
    return PdfDocument(_convert(content, "pdf", "pdf:calc_pdf_Export", folder))


def _convert(content: bytes, suffix: str, to: str, folder: Path) -> Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    (folder / "book.xlsx").write_bytes(content)
    command = [
        find_office(),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        *("--convert-to", to, "--outdir", str(folder / "out"), str(folder / "book.xlsx")),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "out" / f"book.{suffix}"


def _spoil_results(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as book, zipfile.ZipFile(out, "w") as spoilt:
        for name in book.namelist():
            part = book.read(name)
            if name.startswith("xl/worksheets/"):
                part = _RESULT.sub(rb"\g<1><v>%d</v>" % _WRONG, part)
            spoilt.writestr(name, part)
    return out.getvalue()
