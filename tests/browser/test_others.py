"""A clerk enters what came in by telephone, sees it before and after, and takes it back."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, StartServer
from tests.browser.views import open_section


def test_a_figure_is_entered_seen_and_undone(start_server: StartServer, open_page: OpenPage):
    server = start_server()
    page = open_page(server.url("phan-anh"))
    calls = page.locator(".count", has_text="Cuộc gọi")
    expect(calls).to_contain_text("hơn 1.200")
    expect(page.locator(".index766")).to_contain_text("90,18/100 điểm")
    open_section(page, "Ghi số liệu của một kỳ")
    field = page.get_by_label("Cuộc gọi điện thoại của công dân (cuộc gọi)", exact=True)
    expect(field).to_have_value("hơn 1.200")
    field.fill("1.234")
    page.get_by_role("button", name="Xem thay đổi").first.click()
    change = page.locator("[data-others=proposal]")
    expect(change).to_contain_text("Cuộc gọi điện thoại của công dân hơn 1.200 → 1.234")
    page.get_by_role("button", name="Ghi thay đổi").click()
    expect(page.get_by_text("Đã ghi thành lần công bố 000002")).to_be_visible()
    expect(calls).to_contain_text("1.234")
    open_section(page, "Hoàn tác lần ghi gần nhất")
    page.get_by_role("button", name="Hoàn tác lần sửa 000002").click()
    expect(page.get_by_text("Đã hoàn tác")).to_be_visible()
    expect(calls).to_contain_text("hơn 1.200")


def test_the_menu_names_every_page(start_server: StartServer, open_page: OpenPage):
    """Streamlit folds long menus under an English word."""
    page = open_page(start_server().url("phan-anh"))
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(13)
    expect(page.get_by_text("View", exact=False)).to_have_count(0)
