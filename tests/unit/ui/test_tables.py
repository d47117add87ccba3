"""Tables as markup: what they show, what they sort by, and what a click on them opens."""

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import msgspec
import pytest

from tests.spec.tables import World
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import filters, tables
from ttpv.ui.filters import Selection
from ttpv.ui.tables import render_departments, render_dossiers, render_fees
from ttpv.views.departments import build_departments
from ttpv.views.dossiers import build_dossiers
from ttpv.views.fees import build_fees

Element = ElementTree.Element
DEPARTMENTS = (build_departments, render_departments)
DOSSIERS = (lambda figures, _: build_dossiers(figures), render_dossiers)
FEES = (lambda figures, _: build_fees(figures), render_fees)
Draw = Callable[..., Element]


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Draws one table of a world; gives it as a tree, which only whole markup makes."""
    drawn: dict[str, str] = {}
    monkeypatch.setattr(tables, "render_opening", lambda markup, key: drawn.update({key: markup}))

    def draw_table(kind, world: World, period: str, chosen: Sequence[str] = ()) -> Element:
        build, render = kind
        monkeypatch.setattr(filters, "open_reference", lambda state: world.reference)
        figures = world.figures(period, *chosen)
        view = build(figures, world.reference)
        render(view, Selection(figures.snapshot, figures.period, tuple(chosen)))
        (markup,) = drawn.values()
        drawn.clear()
        return ElementTree.fromstring(f"<div>{markup}</div>")

    return draw_table


@pytest.fixture
def report(example_store: Store, reference: Reference) -> World:
    return World(example_store, reference)


@pytest.fixture
def centre(tmp_path: Path, reference: Reference) -> World:
    return World(Store(tmp_path / "centre"), reference)


YEAR = "2023-01-01..2023-12-25"


def rows(table: Element, where: str = "tbody") -> list[Element]:
    return table.findall(f".//{where}/tr")


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def row_of(table: Element, department: str) -> list[Element]:
    return list(next(row for row in rows(table) if row.get("data-open") == department))


def keys(table: Element, column: int) -> list[str | None]:
    return [row[column].get("data-key") for row in rows(table)]


@pytest.mark.parametrize("kind", [DEPARTMENTS, DOSSIERS, FEES])
def test_each_department_has_a_row_that_opens_it(kind, draw: Draw, report: World):
    found = rows(draw(kind, report, YEAR))
    first = [d.id for d in report.reference.departments if d.first is None]
    assert [row.get("data-open") for row in found] == first
    for row in found:
        link = row.find("th/a")
        assert link is not None
        assert row[0].get("scope") == "row"
        assert link.get("data-open") == row.get("data-open")
        address = urlsplit(link.attrib["href"])
        department = report.reference.department_by_id[str(row.get("data-open"))]
        assert address.path == "chi-tiet"
        assert parse_qs(address.query) == {
            "ky": ["01/01/2023 – 25/12/2023"],
            "mo": [department.short],
        }


@pytest.mark.parametrize("kind", [DEPARTMENTS, DOSSIERS, FEES])
def test_the_total_stands_apart_and_opens_nothing(kind, draw: Draw, report: World):
    table = draw(kind, report, YEAR)
    total = rows(table, "tfoot")[0]
    assert total.get("data-open") is None
    assert total.find(".//a") is None
    assert words(total[0]) in ("Toàn Trung tâm", "Tổng cộng")
    assert [len(row) for row in (*rows(table), *rows(table, "tfoot"))] == [
        len(rows(table, "thead")[0])
    ] * (19 + len(rows(table, "tfoot")) - 1)


@pytest.mark.parametrize("kind", [DEPARTMENTS, DOSSIERS, FEES])
def test_every_header_is_a_button_that_says_how_it_sorts(kind, draw: Draw, report: World):
    heads = rows(draw(kind, report, YEAR), "thead")[0]
    assert [head.get("data-sort") for head in heads] == ["text"] + ["number"] * (len(heads) - 1)
    assert all(head.find("button") is not None for head in heads)
    assert {head.get("scope") for head in heads} == {"col"}


def test_figures_sort_by_numbers_not_by_their_points(draw: Draw, report: World):
    cells = row_of(draw(DEPARTMENTS, report, YEAR), "so-tai-nguyen-va-moi-truong")
    assert (words(cells[1]), cells[1].get("data-key")) == ("15.285", "15285")
    assert (words(cells[2]), cells[2].get("data-key")) == ("Chưa đạt10,0thiếu 6.107", "10.049068")
    assert cells[2].get("title") == (
        "Tỷ lệ nộp hồ sơ trực tuyến: 10,0\xa0%, chỉ tiêu 50\xa0%, chưa đạt"
    )


def test_a_rate_is_figure_mark_bar_and_tick(draw: Draw, report: World):
    cell = row_of(draw(DEPARTMENTS, report, YEAR), "so-y-te")[2]
    mark, bar, tick = cell.find(".//svg"), cell.find(".//em"), cell.find(".//i")
    assert mark is not None
    assert bar is not None
    assert tick is not None
    assert mark.get("class") == "mark met"
    assert (bar.get("class"), bar.get("style")) == ("met", "width:63.58%")  # 1.458 / 2.293
    assert tick.get("style") == "left:50.00%"
    assert words(cell) == "Đạt63,6"


def test_no_case_is_a_word_without_bar_and_sorts_last(draw: Draw, report: World):
    cell = row_of(draw(DEPARTMENTS, report, YEAR), "so-tai-chinh")[3]
    assert words(cell) == "không phát sinh"
    assert cell.get("data-key") == ""
    assert cell.find(".//em") is None
    assert "không có giao dịch thu phí" in str(cell.get("title"))


def test_a_total_that_cannot_be_known_shows_its_interval(draw: Draw, report: World):
    table = draw(DEPARTMENTS, report, YEAR, ["so-y-te", "so-xay-dung", "so-tu-phap"])
    total = [words(cell) for cell in rows(table, "tfoot")[0]]
    assert total[0] == "Các đơn vị đã chọn"
    assert total[2:] == [
        "Đạt87,7",
        "Đạt≈ 59,2",
        "trong 98,0–99,9",
        "Đạt≈ 98,7",
        "trong 98,7–100,0",
    ]


def test_heads_bear_the_target_and_the_foot_who_met_it(draw: Draw, report: World):
    table = draw(DEPARTMENTS, report, YEAR)
    heads = rows(table, "thead")[0]
    assert [words(head) for head in heads][2:4] == [
        "Nộp trực tuyếnchỉ tiêu 50",
        "Thanh toán trực tuyếnchỉ tiêu 35",
    ]
    met = [words(cell) for cell in rows(table, "tfoot")[1]]
    assert met == ["Số đơn vị đạt", "", "11/18", "13/15", "4/18", "14/18", "6/18"]


def test_amounts_and_shares_sort_by_numbers(draw: Draw, report: World):
    table = draw(FEES, report, YEAR)
    cells = row_of(table, "so-y-te")
    assert [words(cell) for cell in cells[1:]] == [
        "1.693",
        "1.429.370.000 đ",
        "323",
        "390.730.000 đ",
        "83,98 %",
        "78,53 %",
    ]
    assert [cell.get("data-key") for cell in cells[1:]] == [
        "1693",
        "1429370000",
        "323",
        "390730000",
        "83.9782",
        "78.5325",
    ]
    nothing = row_of(table, "so-ngoai-vu")
    assert [cell.get("data-key") for cell in nothing[1:]] == ["0", "0", "0", "0", "", ""]


def test_what_is_missing_is_a_dash_and_sorts_last(draw: Draw, centre: World):
    centre.publish(
        "2023-01",
        """
        who        | received_new | online_transactions | online_amount | direct_transactions
        so-y-te    |           10 |                   3 |             9 |
        so-tu-phap |              |                   0 |             0 |                   0
        """,
    )
    chosen = ["so-tu-phap", "so-y-te"]
    dossiers = draw(DOSSIERS, centre, "2023-01", chosen)
    assert [words(row[2]) for row in rows(dossiers)] == ["–", "10"]
    assert keys(dossiers, 2) == ["", "10"]
    fees = draw(FEES, centre, "2023-01", chosen)
    assert [words(cell) for cell in row_of(fees, "so-y-te")[1:]] == ["3", "9 đ", *["–"] * 4]
    assert [cell.get("data-key") for cell in row_of(fees, "so-y-te")[1:]] == [
        *("3", "9"),
        *[""] * 4,
    ]


def test_names_of_departments_are_shown_not_obeyed(
    draw: Draw, tmp_path: Path, reference: Reference
):
    nasty = '<img src=x onerror="alert(1)"> & `$x$`'
    renamed = tuple(
        msgspec.structs.replace(department, name=nasty, short=nasty)
        if department.id == "so-y-te"
        else department
        for department in reference.departments
    )
    rates = {
        rate.id: msgspec.structs.replace(rate, name=nasty, short=nasty)
        for rate in reference.rates.values()
    }
    changed = msgspec.structs.replace(reference, departments=renamed, rates=rates)
    world = World(Store(tmp_path / "x"), changed)
    world.publish("2023-01", "who | received_new\nso-y-te | 10")
    table = draw(DEPARTMENTS, world, "2023-01", ["so-y-te"])
    link = table.find(".//tbody//a")
    assert link is not None
    assert link.text == nasty
    assert table.find(".//img") is None
    assert rows(table, "thead")[0][2][0].text == nasty
    assert str(rows(table)[0][2].get("title")).startswith(f"{nasty}: ")
    assert parse_qs(urlsplit(link.attrib["href"]).query)["mo"] == [nasty]
