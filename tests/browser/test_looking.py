"""Leaders and officers look: gauges, filters, links, drill-down, on every width and theme."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.views import FIVE, choose_department, open_menu, query, wait_for_gauges

PAGES = ["", "so-ban-nganh", "chi-tiet", "ho-so", "phi-le-phi", "nhap-du-lieu"]
THREE = ["Y tế", "Xây dựng", "Tư pháp"]


def test_first_open_shows_the_report_of_2023(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    expect(page.locator(".headline h1")).to_have_text("3/5 chỉ tiêu đạt")
    expect(page.locator(".banner")).to_contain_text("01/01/2023 – 25/12/2023")
    expect(page.locator(".banner")).to_contain_text("binh-dinh-2023.xlsx")
    expect(page.locator(".banner")).to_contain_text("Số liệu cân khớp")
    for count in ("99.364", "96.047", "3.317", "95.207", "95.161", "99,95%", "0,05%", "4.157"):
        expect(page.locator("dl.counts")).to_contain_text(count)
    assert page.evaluate("document.documentElement.lang") == "vi"


def test_a_filter_moves_the_gauges_and_its_link_opens_the_same_view(
    server: Server, open_page: OpenPage
):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    for name in THREE:
        choose_department(page, name)
    chosen = ["87,7%", "≈ 59,2%", "98,0–99,9", "≈ 98,7%", "98,7–100,0"]
    wait_for_gauges(page, chosen)
    assert query(page)["don-vi"] == THREE
    assert query(page)["ky"] == ["01/01/2023 – 25/12/2023"]
    copied = open_page(page.url)
    wait_for_gauges(copied, chosen)
    expect(copied.locator(".banner")).to_contain_text("Tư pháp, Xây dựng, Y tế")


def test_choices_stay_from_page_to_page(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    choose_department(page, "Y tế")
    open_menu(page, "Sở, ban, ngành")
    expect(page.locator("table.grid tbody tr")).to_have_count(1)
    assert query(page)["don-vi"] == ["Y tế"]
    open_menu(page, "Phí, lệ phí")
    expect(page.locator("table.grid tfoot")).to_contain_text("1.429.370.000 đ")


def test_a_link_to_an_unknown_period_says_so(server: Server, open_page: OpenPage):
    page = open_page(server.url("?ky=Th%C3%A1ng+05%2F2022"))
    expect(page.get_by_text("“Tháng 05/2022” nhưng kỳ này chưa có số liệu")).to_be_visible()
    wait_for_gauges(page, FIVE)


def test_a_row_opens_its_department(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    row = page.locator("tbody tr", has_text="Sở Tài nguyên và Môi trường")
    row.locator("td").nth(2).click()
    expect(page.locator(".headline h1")).to_have_text("Sở Tài nguyên và Môi trường")
    online = page.locator(".gauge[data-rate=online_submission]")
    expect(online).to_contain_text("Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50%")
    expect(online).to_contain_text("xếp thứ 18/18")
    expect(page.locator(".gauge[data-rate=online_payment]")).to_contain_text("/15")
    expect(page).to_have_url(re.compile("/chi-tiet\\?.*mo="))
    reloaded = open_page(page.url)
    expect(reloaded.locator(".headline h1")).to_have_text("Sở Tài nguyên và Môi trường")


def test_a_name_in_the_overview_opens_its_department(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    page.locator(".laggards a").first.click()
    expect(page.locator(".headline h1")).to_have_text("Sở Tài nguyên và Môi trường")


def test_headers_sort_figures_and_names(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    names = page.locator("tbody th")
    expect(names).to_have_count(18)
    headers = page.locator("thead th")
    headers.nth(3).get_by_role("button").click()  # payment, highest first; no case stays last
    expect(headers.nth(3)).to_have_attribute("aria-sort", "descending")
    assert names.first.inner_text() == "Sở Nội vụ"
    last = {"Sở Giáo dục và Đào tạo", "Sở Ngoại vụ", "Sở Tài chính"}
    assert set(names.all_inner_texts()[-3:]) == last
    headers.nth(3).get_by_role("button").click()
    expect(headers.nth(3)).to_have_attribute("aria-sort", "ascending")
    assert names.first.inner_text() == "Sở Kế hoạch và Đầu tư"
    assert set(names.all_inner_texts()[-3:]) == last
    headers.nth(0).get_by_role("button").click()
    sorted_names = names.all_inner_texts()
    assert sorted_names.index("Sở Công Thương") < sorted_names.index("Sở Du lịch")
    assert sorted_names[-1] == "Sở Y tế"


def test_the_total_is_the_ratio_of_sums_or_the_published_one(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    rates = page.locator("tfoot tr").first.locator("td.rate b")
    expect(rates).to_have_text(["66,2", "46,4", "94,3", "85,4", "95,6"])
    met = page.locator("tfoot tr.met-row td.number")
    expect(met).to_have_text(["11/18", "13/15", "4/18", "14/18", "6/18"])


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(server: Server, open_page: OpenPage, address: str):
    page = open_page(server.url(address), viewport={"width": 390, "height": 844})
    page.locator(".banner").wait_for()
    wide = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain], html')]"
        ".map((box) => box.scrollWidth - box.clientWidth)"
    )
    assert max(wide) <= 0


def test_the_dark_theme_is_dark(server: Server, open_page: OpenPage):
    page = open_page(server.url(), color_scheme="dark")
    wait_for_gauges(page, FIVE)
    colour = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert colour == "rgb(20, 23, 26)"


@pytest.mark.parametrize("address", PAGES)
def test_a_cold_server_lets_nobody_past_the_guard(start_server, open_page: OpenPage, address: str):
    """The very first request of a process goes to a page's own address."""
    page = open_page(start_server().url(address))
    page.locator(".banner").wait_for()
    expect(page.locator("[data-testid=stMultiSelect]")).to_be_visible()
    expect(page.locator("[data-testid=stSidebarNav] a")).to_have_count(6)


def test_plain_streamlit_run_is_guarded_and_read_only(start_server, open_page: OpenPage):
    command = ["-m", "streamlit", "run", "app.py", "--server.port", "{port}"]
    server = start_server([*command, "--server.address", "127.0.0.1"], health="_stcore/health")
    page = open_page(server.url("nhap-du-lieu"))
    expect(page.get_by_text("không được khởi động bằng lệnh “make run”")).to_be_visible()
    expect(page.locator("[data-testid=stFileUploader]")).to_have_count(0)
