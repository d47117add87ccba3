"""A clerk enters a target for a department, leaders' gauges change, and it is taken back."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, StartServer
from tests.browser.views import open_section, pick

SHARE = "chi-tiet?mo=C%C3%B4ng+Th%C6%B0%C6%A1ng"


def fill(page: Page, label: str, value: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(value)
    field.press("Tab")


def fill_day(page: Page, label: str, day: str) -> None:
    """Types a day into a date field, part by part, as the keyboard does."""
    group = page.get_by_role("group", name=label)
    group.get_by_role("spinbutton").first.click()
    page.keyboard.type(day.replace("/", ""))
    page.keyboard.press("Tab")


def test_a_target_is_added_changes_the_gauge_and_is_undone(
    start_server: StartServer, open_page: OpenPage
):
    server = start_server()
    watching = open_page(server.url(SHARE))
    gauge = watching.locator(".gauge[data-rate=online_submission]")
    expect(gauge).to_have_attribute("data-status", "met")

    page = open_page(server.url("chi-tieu"))
    expect(page.locator("[data-target]")).to_have_count(5)
    open_section(page, "Thêm chỉ tiêu")
    fill(page, "Chỉ tiêu (%)", "99,5")
    scope = page.get_by_role("combobox", name="Phạm vi")
    pick(page, scope, "Sở Công Thương", "Sở Công Thương")
    fill_day(page, "Từ ngày", "01/10/2023")
    fill(page, "Nguồn", "Kế hoạch của Sở")
    page.get_by_role("button", name="Xem thay đổi").first.click()
    change = page.locator("[data-targets=proposal]")
    expect(change).to_contain_text("của Sở Công Thương: 99,5 % từ 01/10/2023")
    page.get_by_role("button", name="Ghi vào danh mục").click()
    expect(page.get_by_text("Đã ghi thành lần công bố 000002")).to_be_visible()
    expect(page.locator("[data-target]")).to_have_count(6)

    expect(gauge).to_have_attribute("data-status", "near")
    expect(gauge).to_contain_text("99,5")
    open_section(page, "Hoàn tác")
    page.get_by_role("button", name="Hoàn tác lần sửa 000002").click()
    expect(page.get_by_text("Đã hoàn tác")).to_be_visible()
    expect(gauge).to_have_attribute("data-status", "met")
