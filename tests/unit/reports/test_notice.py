"""The sheet read back: one A4 page whose text holds the published figures, whoever is named how."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import Image

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.reports.charts import draw_departments, draw_targets
from ttpv.reports.notice import render_pdf, render_png
from ttpv.store import Store
from ttpv.views.notice import build_notice
from ttpv.views.report_charts import build_departments_chart, build_targets_chart

GOLDEN = Path(__file__).parents[2] / "golden" / "annex-1.tsv"
HOSTILE = ["=1+1", '#eval("1")', "<b>x</b>", "\\ $x$ *a* _b_ @c", "tab\t\x00\x1b", "A" * 120]


@pytest.fixture
def report(example_store: Store, reference: Reference) -> Figures:
    return World(example_store, reference).figures("2023-01-01..2023-12-25")


def read_page(pdf: bytes) -> str:
    """The text of the one page, which is A4."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    return str(document[0].get_textpage().get_text_range())


def with_departments(figures: Figures, count: int, name: Callable[[int], str]) -> Figures:
    """The report's departments over and over, under other names."""
    lines = []
    for place in range(count):
        line = figures.departments[place % len(figures.departments)]
        assert line.department
        called = {"id": f"d{place}", "name": name(place), "short": name(place)}
        lines.append(replace(line, department=msgspec.structs.replace(line.department, **called)))
    return replace(figures, departments=tuple(lines))


COUNTS = ("4_ky_nay", "5_truc_tuyen", "7_da_giai_quyet", "9_tre_han", "10_dang_giai_quyet")
RATES = (
    "13_ty_le_truc_tuyen",
    "14_ty_le_thanh_toan",
    "15_ty_le_csdlqg_dan_cu",
    "16_ty_le_so_hoa",
    "17_ty_le_ket_qua_dien_tu",
)


def write_rate(published: str) -> str:
    """As the sheet shows it: always one decimal, and a payment rate of 0,0 for what it is."""
    if published == "0,0":
        return "không phát sinh"
    return published if "," in published else f"{published},0"


def test_the_page_holds_every_published_row(report: Figures, reference: Reference) -> None:
    text = " ".join(read_page(render_pdf(build_notice(report, reference))).split())
    with GOLDEN.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 19
    for row in rows:
        figures = [row[key] for key in COUNTS] + [write_rate(row[key]) for key in RATES]
        assert f" {' '.join(figures)} " in text, row["co_quan"]
    assert "3/5 chỉ tiêu đạt" in text
    assert "11/18 13/15 4/18 14/18 6/18" in text
    for count in ("99.364", "3.317", "95.161"):
        assert f" {count} " in text


def test_seven_rates_fit(report: Figures, reference: Reference) -> None:
    seven = replace(report, rates=(*report.rates, *report.rates[:2]))
    view = build_notice(seven, reference)
    assert len(view.gauges) == 7
    text = read_page(render_pdf(view))
    assert text.count("63.629 / 96.047") == 2


@pytest.mark.parametrize("count", [1, 18, 25, 135])
def test_it_is_one_page(report: Figures, reference: Reference, count: int) -> None:
    many = with_departments(report, count, lambda place: f"Ủy ban nhân dân xã Phước {place}")
    text = read_page(render_pdf(build_notice(many, reference)))
    assert ("135 cơ quan, đơn vị" in text) == (count == 135)


def test_names_are_text(report: Figures, reference: Reference) -> None:
    named = with_departments(report, 18, lambda place: HOSTILE[place % len(HOSTILE)])
    text = read_page(render_pdf(build_notice(named, reference)))
    for name in HOSTILE[:4]:
        assert name in text
    assert "\x1b" not in text


def test_a_simulated_store_says_so(report: Figures, reference: Reference) -> None:
    simulated = build_notice(report, reference, is_simulated=True)
    assert "SỐ LIỆU MÔ PHỎNG" in read_page(render_pdf(simulated))


def test_the_picture_is_a4_at_150_ppi(report: Figures, reference: Reference) -> None:
    picture = Image.open(io.BytesIO(render_png(build_notice(report, reference))))
    assert picture.size == (1240, 1754)


def test_charts_say_their_figures(report: Figures, reference: Reference) -> None:
    targets = draw_targets(build_targets_chart(report, reference))
    assert "Tỷ lệ số hóa hồ sơ 85,4 % (chỉ tiêu 70 %, đạt)" in targets.alt
    departments = draw_departments(build_departments_chart(report, report.rates[1], reference))
    assert "13/15 đơn vị đạt chỉ tiêu" in departments.title
    assert "Sở Ngoại vụ không phát sinh" in departments.alt
    for chart in (targets, departments):
        assert Image.open(io.BytesIO(chart.png)).width == 1260
