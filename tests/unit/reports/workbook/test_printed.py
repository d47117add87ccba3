"""The workbook on paper, as LibreOffice prints it: landscape, its header on each page."""

from pathlib import Path

import msgspec

from tests.programs.calc import print_workbook
from tests.spec.tables import World
from ttpv.reference import Department, Reference
from ttpv.reports.workbook import build_workbook

A4 = (842, 595)


def test_many_departments(centre: World, reference: Reference, tmp_path: Path):
    """80 communes take two pages of annex I; each has the header, and the last one the sum.
    Letters with two marks come back apart from the PDF's text, so those without are looked for."""
    communes = tuple(
        Department(id=f"xa-{n:02d}", name=f"Ủy ban nhân dân xã Phước {n}", short=f"Phước {n}")
        for n in range(80)
    )
    known = msgspec.structs.replace(reference, departments=communes)
    world = World(centre.store, known)
    rows = [f"{commune.id} | {1000 + n} | {n}" for n, commune in enumerate(communes)]
    text = "\n".join(["who | received_new | received_online", *rows])
    world.publish("2023-03", text, form="annex-1")
    content = build_workbook(world.figures("2023-03"), known, is_simulated=True)
    printed = print_workbook(content, tmp_path)
    assert {tuple(map(round, page.get_size())) for page in printed} == {A4}
    pages = [page.get_textpage().get_text_range() for page in printed]
    annex = [text for text in pages if "3=4+6" in text]
    assert len(annex) == 2
    assert all("STT" in text and "không dùng đ" in text for text in annex)
    assert all(f"{n}/{len(pages)}" in text for n, text in enumerate(pages, 1))
    assert all(f"{1000 + n:,}" in "".join(annex) for n in range(80))
    total = sum(1000 + n for n in range(80))
    assert f"{total:,}" in annex[1]
    assert "#" not in "".join(annex)  # no figure wider than its column
    rates = [text for text in pages if "Giá tr" in text]
    assert len(rates) > 2
