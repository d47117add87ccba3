"""Xu hướng as leaders use it: a rate, a department, a link, a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.test_appearance import CONTRASTS, PHONE, english
from tests.browser.views import choose_department, query
from tests.months import publish_months
from ttpv.reference import Reference

ADDRESS = "xu-huong"
CHARTS = 4  # the rate, the waterfall, stocks, flows


@pytest.fixture
def months(start_server: StartServer, reference: Reference) -> Server:
    return start_server(prepare=lambda folder: publish_months(folder, reference))


def wait_for_charts(page: Page) -> None:
    expect(page.locator(".js-plotly-plot .main-svg >> nth=0")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(CHARTS)


def title(page: Page) -> str:
    return (
        page.locator("h2", has_text=re.compile("^Tỷ lệ .*tháng"))
        .first.inner_text()
        .replace("\xa0", " ")
    )


def test_a_rate_a_department_and_the_link_that_shows_the_same(months: Server, open_page: OpenPage):
    page = open_page(months.url(ADDRESS))
    wait_for_charts(page)
    assert title(page) == "Tỷ lệ nộp hồ sơ trực tuyến: 48,3 % (tháng 04/2025)"
    page.locator("button.card", has_text="Số hóa hồ sơ").click()
    expect(page.locator("h2", has_text="Tỷ lệ số hóa hồ sơ: 80,0 %")).to_be_visible()
    expect(page.locator("button.card[aria-pressed=true]")).to_contain_text("Số hóa hồ sơ")
    choose_department(page, "Y tế")
    expect(page.locator("h2", has_text="Tỷ lệ số hóa hồ sơ của Y tế")).to_be_visible()
    page.get_by_role("radio", name="Hiện nay").click()
    expect(page.locator(".note", has_text="Theo cơ cấu hiện nay.").first).to_be_visible()
    expect(page).to_have_url(re.compile("co-cau="))
    link = query(page)
    assert link["don-vi"] == ["Y tế"]
    assert link["ty-le"] == ["Số hóa hồ sơ"]
    assert link["co-cau"] == ["Hiện nay"]
    copied = open_page(page.url)
    wait_for_charts(copied)
    assert title(copied) == title(page)
    expect(copied.locator("button.card[aria-pressed=true]")).to_contain_text("Số hóa hồ sơ")
    assert query(copied) == query(page)


def test_a_chart_opens_into_its_table_and_a_file(
    months: Server, open_page: OpenPage, tmp_path: Path
):
    page = open_page(months.url(ADDRESS))
    wait_for_charts(page)
    page.locator("summary", has_text="Xem bảng số liệu").first.click()
    table = page.locator("[data-testid=stExpander] table.grid")
    expect(table.locator("tbody tr").nth(3)).to_have_text(re.compile("^Tháng 01/2025––"))
    expect(table.locator("tbody tr").first).to_contain_text("628 / 1.300 hồ sơ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bảng (CSV)").click()
    path = tmp_path / "tai-ve.csv"
    download.value.save_as(path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Từ ngày;Đến ngày;Kỳ;Mã đơn vị;Cơ quan, đơn vị;Tỷ lệ (%);Cơ sở;")
    assert lines[1].startswith("01/04/2025;30/04/2025;Tháng 04/2025;;Toàn Trung tâm;48,3;tính từ")
    assert ";628;1300;" in lines[1]


def test_a_department_opens_from_its_card(months: Server, open_page: OpenPage):
    page = open_page(months.url(ADDRESS))
    wait_for_charts(page)
    page.locator(".card a", has_text="Tư pháp").click()
    expect(page.locator(".headline h1")).to_have_text("Sở Tư pháp")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_can_be_read_and_is_vietnamese(months: Server, open_page: OpenPage, theme: str):
    page = open_page(months.url(ADDRESS), color_scheme=theme)
    wait_for_charts(page)
    expect(page.locator("summary", has_text="Xem bảng số liệu")).to_have_count(4)
    assert english(page) == []
    contrasts = page.evaluate(CONTRASTS)
    assert contrasts[0][0] >= 4.5, contrasts[:3]


def test_a_phone_scrolls_down_only(months: Server, open_page: OpenPage):
    page = open_page(months.url(ADDRESS), **PHONE)
    wait_for_charts(page)
    page.locator("summary", has_text="Xem bảng số liệu").first.click()
    expect(page.locator("[data-testid=stExpander] table.grid")).to_be_visible()
    wide = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain], html, body')]"
        ".map((box) => box.scrollWidth - box.clientWidth)"
    )
    assert max(wide) <= 0
    names = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot .xtick text')].map((t) => t.textContent)"
    )
    assert "04/2025" in names
