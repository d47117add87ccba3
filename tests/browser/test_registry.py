"""Danh bạ đơn vị: found by any name, on any day; a name taught, seen by others, taken back."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import open_section, pick, query

ROWS = "table.registry tbody tr"


def unfold(page: Page, title: str) -> None:
    open_section(page, title)
    page.wait_for_timeout(500)  # the expander unfolds; a list that opens meanwhile closes again


def choose(page: Page, label: str, typed: str, option: str) -> None:
    box = page.locator("details[open] [data-testid=stSelectbox]", has_text=label)
    pick(page, box.locator("input"), typed, option, exact=False)


def test_the_registry_is_searched_as_one_types(server: Server, open_page: OpenPage):
    page = open_page(server.url("danh-ba-don-vi"))
    expect(page.locator(ROWS)).to_have_count(25)
    search = page.get_by_label("Tìm đơn vị")
    search.press_sequentially("sở gtvt")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("Sở Xây dựng (từ 01/03/2025)")
    assert query(page)["tim"] == ["sở gtvt"]
    again = open_page(page.url)
    expect(again.locator(ROWS)).to_have_count(1)


def test_the_registry_of_a_day(server: Server, open_page: OpenPage):
    page = open_page(server.url("danh-ba-don-vi?ngay=2023-12-25"))
    expect(page.locator("h2").first).to_have_text("Tồn tại vào ngày 25/12/2023: 18 đơn vị")
    expect(page.locator("h2").last).to_have_text("Thành lập sau ngày 25/12/2023: 7 đơn vị")


def test_a_name_is_taught_seen_by_others_and_taken_back(
    start_server: StartServer, open_page: OpenPage
):
    server = start_server()
    page, other = (open_page(server.url("danh-ba-don-vi")) for _ in range(2))
    known = other.locator("tr[data-department=so-y-te]")
    expect(known).to_contain_text("SYT")
    unfold(page, "Thêm một tên gọi")
    choose(page, "Cơ quan, đơn vị", "Sở Y", "Sở Y tế")
    page.get_by_label("Tên trong tệp xuất").fill("Ngành Y tỉnh")
    expect(page.locator("[data-lesson]")).to_contain_text("là Sở Y tế.")
    page.get_by_role("button", name="Thêm tên gọi này").click()
    expect(page.get_by_text("Việc này được ghi ở lần công bố 000002")).to_be_visible()
    expect(known).to_contain_text("Được thêm: Ngành Y tỉnh")  # by itself
    unfold(page, "Bỏ một tên gọi đã thêm")
    choose(page, "Tên gọi đã thêm", "Ngành", "“Ngành Y tỉnh”")
    expect(page.locator("[data-forget]")).to_contain_text("không còn là tên gọi của Sở Y tế")
    page.get_by_role("button", name="Bỏ tên gọi này").click()
    expect(page.get_by_text("Đã bỏ tên gọi “Ngành Y tỉnh”.")).to_be_visible()
    expect(known).not_to_contain_text("Ngành Y tỉnh")
