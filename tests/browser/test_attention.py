"""Cần chú ý: from a finding to the view that shows it, without losing the sidebar's choices."""

from pathlib import Path

from playwright.sync_api import expect

from tests.app.running import publish_by_hand
from tests.browser.conftest import OpenPage, StartServer
from tests.browser.views import query


def publish_two_months(folder: Path) -> None:
    """Y tế has 30 of 100 open dossiers overdue, and 50 fees at the counter beside none online."""
    for month in ("2023-01", "2023-02"):
        stocks = "who | received_new | pending | pending_overdue\nso-y-te | 100 | 100 | 30"
        fees = "who | online_transactions | direct_transactions\nso-y-te | 0 | 50"
        publish_by_hand(folder, month, stocks)
        publish_by_hand(folder, month, fees, form="annex-2")


def test_each_finding_leads_to_its_view(start_server: StartServer, open_page: OpenPage):
    server = start_server(prepare=publish_two_months)
    page = open_page(server.url("?ky=Th%C3%A1ng+01%2F2023"))
    findings = page.locator("ol.findings li")
    expect(findings).to_have_count(2)
    page.evaluate("window.marked = true")
    findings.filter(has_text="quá hạn").get_by_role("link").click()
    expect(page.locator(".headline h1")).to_have_text("Sở Y tế")
    page.get_by_role("link", name="Tổng quan").click()
    findings.filter(has_text="trực tuyến").get_by_role("link").click()
    expect(page.locator(".headline h1")).to_have_text("Phí, lệ phí")
    expect(page.locator(".banner")).to_contain_text("01/01/2023 – 31/01/2023")
    assert page.evaluate("window.marked === true")  # no reload


def publish_a_fall(folder: Path) -> None:
    """Tư pháp falls from 60 to 40 %, Y tế rises."""
    for month, tu_phap in (("2023-01", 60), ("2023-02", 40)):
        table = "who | received_new | received_online\n"
        publish_by_hand(
            folder, month, f"{table}so-tu-phap | 100 | {tu_phap}\nso-y-te | 100 | {100 - tu_phap}"
        )


def test_the_trend_of_a_finding_is_the_department_s(start_server: StartServer, open_page: OpenPage):
    """A click and the same link in a new tab show the same: its line, its name in the sidebar."""
    server = start_server(prepare=publish_a_fall)
    page = open_page(server.url())
    link = page.locator("ol.findings li", has_text="Sở Tư pháp").get_by_role("link")
    copied = open_page(server.url(str(link.get_attribute("href"))))
    link.click()
    for opened in (page, copied):
        title = opened.locator("h2", has_text="Tỷ lệ nộp hồ sơ trực tuyến của Tư pháp: 40,0")
        expect(title).to_be_visible()
        expect(opened.get_by_test_id("stSidebar")).to_contain_text("Tư pháp")
        assert query(opened)["don-vi"] == ["Tư pháp"]


def test_a_finding_opens_in_a_new_tab_with_the_same_choices(
    start_server: StartServer, open_page: OpenPage
):
    server = start_server(prepare=publish_two_months)
    page = open_page(server.url("?ky=Th%C3%A1ng+01%2F2023"))
    link = page.locator("ol.findings li", has_text="trực tuyến").get_by_role("link")
    other = open_page(server.url(str(link.get_attribute("href"))))
    expect(other.locator(".headline h1")).to_have_text("Phí, lệ phí")
    expect(other.locator(".banner")).to_contain_text("01/01/2023 – 31/01/2023")
