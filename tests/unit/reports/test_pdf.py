"""Word → PDF by LibreOffice: what comes back, and what is said where it does not."""

import io
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pypdfium2
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

from tests.programs.office import find_office as require_office
from tests.unit.reports.docx.make import make_docx
from ttpv.reports import pdf
from ttpv.reports.pdf import NoPdf, convert_to_pdf, find_office


def put_program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice of the test's own, the only one on the PATH."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def lives(process: int) -> bool:
    """One that is dead and not yet fetched by whoever inherited it lives no more."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text("utf-8").split()[2] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self").exists()


def test_the_text_comes_back() -> None:
    require_office()
    made = convert_to_pdf(make_docx("Tỷ lệ 66,2% – Ủy ban nhân dân"))
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    assert "Tỷ lệ 66,2% – Ủy ban nhân dân" in document[0].get_textpage().get_text_range()


PICTURE = """<w:p xmlns:w="{w}"><w:r><w:drawing><wp:inline xmlns:wp="{wp}">
<wp:extent cx="900000" cy="900000"/><wp:docPr id="99" name="x"/><a:graphic xmlns:a="{a}">
<a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="0" name="x"/>
<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{r}" r:link="{relation}"/><a:stretch>
<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def test_nothing_that_lies_outside_is_fetched() -> None:
    """A picture that links to a page: LibreOffice would ask for it, from the server."""
    require_office()
    asked: list[str] = []

    class Page(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.client_address[0])

    document = Document()
    with HTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/a.png"
        relation = document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)
        names = {name: nsmap[name] for name in ("w", "wp", "a", "pic", "r")}
        drawn = parse_xml(PICTURE.format(relation=relation, **names))
        document.element.body.insert(0, drawn)
        out = io.BytesIO()
        document.save(out)
        assert convert_to_pdf(out.getvalue()).startswith(b"%PDF")
        server.shutdown()
    assert asked == []


def test_without_libreoffice_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "PLACES", ())
    assert find_office() is None
    with pytest.raises(NoPdf, match=r"apt install libreoffice-writer"):
        convert_to_pdf(b"")


def test_a_program_off_the_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "soffice.exe"
    place.write_bytes(b"")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PLACES", (str(place),))
    assert find_office() == str(place)


def test_one_that_makes_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_program(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(NoPdf, match="không chuyển được"):
        convert_to_pdf(b"no document")


def test_an_empty_file_is_no_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a full disk leaves it."""
    script = 'for last; do :; done; : > "${last%.docx}.pdf"'
    put_program(tmp_path, script, monkeypatch)
    with pytest.raises(NoPdf, match="không chuyển được"):
        convert_to_pdf(b"")


def test_one_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_program(tmp_path, "", monkeypatch)
    (tmp_path / "soffice").write_bytes(b"\x7fELF of another machine")
    with pytest.raises(NoPdf, match="không chuyển được"):
        convert_to_pdf(b"")


def test_one_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = tmp_path / "children"
    put_program(tmp_path, f"sleep 600 & echo $! > {children}; wait", monkeypatch)
    with pytest.raises(NoPdf, match="đã dừng"):
        convert_to_pdf(b"", seconds=0.5)
    child = int(children.read_text("utf-8"))
    deadline = monotonic() + 10
    while lives(child) and monotonic() < deadline:
        sleep(0.05)
    assert not lives(child)


def test_each_conversion_has_a_profile_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    put_program(
        tmp_path,
        f'echo "$1" >> {log}; for last; do :; done; cp "$last" "$(dirname "$last")/document.pdf"',
        monkeypatch,
    )
    assert convert_to_pdf(b"one") == b"one"
    assert convert_to_pdf(b"two") == b"two"
    first, second = log.read_text("utf-8").split()
    assert first.startswith("-env:UserInstallation=file://")
    assert first != second
    assert not Path(first.partition("file://")[2]).exists()
