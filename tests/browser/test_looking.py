"""Leaders and officers look: the first screen, filters, links, and the way back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import (
    FIVE,
    choose_department,
    choose_period,
    open_menu,
    query,
    wait_for_gauges,
)
from tests.conftest import EXAMPLE, import_file
from tests.spec.tables import World
from ttpv.reference import Reference
from ttpv.store import Store

THREE = ["Y tế", "Xây dựng", "Tư pháp"]
YEAR = "01/01/2023 – 25/12/2023"


@pytest.fixture
def two_periods(start_server: StartServer, reference: Reference) -> Server:
    """A server with the report and, after it, figures of two departments for December 2025."""

    def publish(folder):
        store = Store(folder)
        import_file(store, reference, EXAMPLE)
        World(store, reference).publish(
            "2025-12",
            """
            who               | received_new | received_online
            so-y-te           |           10 |               4
            so-tai-chinh-2025 |            8 |               8
            """,
            form="annex-1",
        )

    return start_server(prepare=publish)


def test_first_open_shows_the_report_of_2023(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    expect(page.locator(".headline h1")).to_have_text("3/5 chỉ tiêu đạt")
    expect(page.locator(".gauge .status b")).to_have_text(
        ["Đạt", "Đạt", "Chưa đạt", "Đạt", "Gần đạt"]
    )
    expect(page.locator(".gauge .tick-label")).to_have_text(
        ["50 %", "35 %", "100 %", "70 %", "100 %"]
    )
    expect(page.locator(".gauge").first).to_contain_text("63.629 / 96.047 hồ sơ")
    banner = page.locator(".banner")
    for fact in (YEAR, "binh-dinh-2023.xlsx", "Toàn Trung tâm (18", "Số liệu cân khớp"):
        expect(banner).to_contain_text(fact)
    for count in (
        "99.364",
        "96.047",
        "3.317",
        "95.207",
        "95.161",
        "99,95\xa0%",
        "0,05\xa0%",
        "4.157",
    ):
        expect(page.locator("dl.counts")).to_contain_text(count)
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert query(page) == {"ky": [YEAR]}


def test_a_filter_moves_the_gauges_and_its_link_opens_the_same_view(
    server: Server, open_page: OpenPage
):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    for name in THREE:
        choose_department(page, name)
    chosen = ["87,7%", "≈ 59,2%", "98,0–99,9", "≈ 98,7%", "98,7–100,0"]
    wait_for_gauges(page, chosen)
    expect(page.locator(".gauge[data-rate=eid] .reason")).to_contain_text("không tính được")
    assert query(page) == {"don-vi": THREE, "ky": [YEAR]}
    copied = open_page(page.url)
    wait_for_gauges(copied, chosen)
    expect(copied.locator(".banner")).to_contain_text("Tư pháp, Xây dựng, Y tế")
    assert query(copied) == query(page)


def test_choices_stay_from_page_to_page(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    choose_department(page, "Y tế")
    wait_for_gauges(page, ["63,6%", "83,1%", "99,9%", "98,4%", "100,0%"])
    open_menu(page, "Sở, ban, ngành")
    expect(page.locator("table.grid tbody tr")).to_have_count(1)
    open_menu(page, "Chi tiết đơn vị")
    expect(page.locator(".headline h1")).to_have_text("Sở Y tế")
    open_menu(page, "Hồ sơ")
    expect(page.locator("table.grid tfoot")).to_contain_text("2.293")
    open_menu(page, "Phí, lệ phí")
    expect(page.locator("table.grid tfoot")).to_contain_text("1.429.370.000 đ")
    open_menu(page, "Nhập dữ liệu")
    expect(page.locator(".headline h1")).to_have_text("Nhập dữ liệu")
    open_menu(page, "Tổng quan")
    wait_for_gauges(page, ["63,6%", "83,1%", "99,9%", "98,4%", "100,0%"])
    assert query(page) == {"don-vi": ["Y tế"], "ky": [YEAR]}


def test_a_period_is_chosen_kept_and_linked(two_periods: Server, open_page: OpenPage):
    page = open_page(two_periods.url())
    expect(page.locator(".banner")).to_contain_text("01/12/2025 – 31/12/2025")
    expect(page.locator(".headline h1")).to_have_text("Chưa có chỉ tiêu nào cho kỳ này")
    choose_period(page, "Lũy kế từ đầu năm", YEAR)
    wait_for_gauges(page, FIVE)
    assert query(page) == {"ky": [YEAR]}
    choose_department(page, "Y tế")
    choose_department(page, "Du lịch")
    expect(page.locator(".banner")).to_contain_text("Du lịch, Y tế")
    open_menu(page, "Sở, ban, ngành")
    expect(page.locator("table.grid tbody tr")).to_have_count(2)
    copied = open_page(page.url)
    expect(copied.locator("table.grid tbody tr")).to_have_count(2)
    expect(copied.locator(".banner")).to_contain_text(YEAR)

    # Du lịch does not exist in 2025: it leaves the choice, and that is said.
    choose_period(page, "Tháng", "Tháng 12/2025")
    expect(page.locator(".banner")).to_contain_text("01/12/2025 – 31/12/2025")
    expect(page.locator("table.grid tbody tr")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("“Du lịch” nhưng kỳ này không có đơn vị đó")
    expect(page).to_have_url(re.compile("2025"))
    expect(open_page(page.url).locator("table.grid tbody tr")).to_have_text(re.compile("Sở Y tế"))


@pytest.mark.parametrize("address", ["?ky=Th%C3%A1ng+05%2F2022", "?ky="])
def test_a_link_to_an_unknown_period_says_so_and_keeps_the_one_that_is_shown(
    server: Server, open_page: OpenPage, address: str
):
    page = open_page(server.url(address))
    wait_for_gauges(page, FIVE)
    asked = {"?ky=": 0}.get(address, 1)
    expect(page.get_by_text("nhưng kỳ này chưa có số liệu")).to_have_count(asked)
    choose_department(page, "Y tế")
    wait_for_gauges(page, ["63,6%", "83,1%", "99,9%", "98,4%", "100,0%"])
    assert query(page) == {"ky": [YEAR], "don-vi": ["Y tế"]}


def test_a_link_to_unknown_departments_says_so(server: Server, open_page: OpenPage):
    page = open_page(server.url("?don-vi=Y+t%E1%BA%BF&don-vi=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E"))
    expect(page.get_by_role("alert")).to_contain_text("“<img src=x onerror=alert(1)>”")
    wait_for_gauges(page, ["63,6%", "83,1%", "99,9%", "98,4%", "100,0%"])
    assert page.locator("img").count() == 0
    page = open_page(server.url("chi-tiet?mo=S%E1%BB%9F+Tr%C3%AAn+Tr%E1%BB%9Di"))
    expect(page.get_by_role("alert")).to_contain_text("ghi đơn vị “Sở Trên Trời”")
    expect(page.locator(".headline h1")).to_have_text("Ban Quản lý Khu kinh tế tỉnh")


def test_two_visitors_choose_for_themselves(server: Server, open_page: OpenPage):
    one, two = open_page(server.url()), open_page(server.url())
    choose_department(one, "Y tế")
    choose_department(two, "Tư pháp")
    wait_for_gauges(one, ["63,6%", "83,1%", "99,9%", "98,4%", "100,0%"])
    wait_for_gauges(two, ["99,8%", "58,5%", "98,0%", "99,9%", "100,0%"])


def test_fees_as_amounts_are_a_link_too(server: Server, open_page: OpenPage):
    page = open_page(server.url("phi-le-phi"))
    expect(page.locator("h2").first).to_have_text("43,93 % số giao dịch được thực hiện trực tuyến")
    page.get_by_role("radio", name="Số tiền").click()
    amounts = "43,64 % số tiền phí, lệ phí được thực hiện trực tuyến"
    expect(page.locator("h2").first).to_have_text(amounts)
    expect(open_page(page.url).locator("h2").first).to_have_text(amounts)


def test_the_waterfall_bears_the_printed_counts(server: Server, open_page: OpenPage):
    page = open_page(server.url("ho-so"))
    figures = page.locator(".flow b")
    expect(figures).to_have_text(["+ 3.317", "+ 96.047", "− 95.161", "− 46", "= 4.157"])
    # The style may come after the markup, and a run that ends later draws both anew.
    page.wait_for_function(
        """() => {
          const late = document.querySelectorAll('.flow i')[3];
          return late !== undefined && late.getBoundingClientRect().width >= 4;
        }"""
    )  # 46 beside 96.047 can be seen
    expect(page.locator(".note", has_text="Nguồn:")).to_contain_text("lần công bố 000001")
    expect(page.locator(".flow li").nth(3)).to_have_text("Giải quyết trễ hạn− 46")


def test_no_request_of_a_walk_is_for_nothing(server: Server, open_page: OpenPage):
    """Streamlit once asked below each page's address for its server, and got a 404."""
    page = open_page(server.url())
    refused: list[str] = []
    page.on("response", lambda r: refused.append(r.url) if r.status >= 400 else None)
    for address in ("ho-so", "tro-giup", "?ky="):
        page.goto(server.url(address))
        expect(page.locator(".ttpv").first).to_be_visible()
    assert refused == []
