"""The whole round: drop, preview, cell issues, whose name, difference, publish, restore."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, StartServer
from tests.browser.views import FIVE, open_menu, open_section, upload, wait_for_gauges
from tests.conftest import EditExample

ONE, TWO = "Phụ lục I", "Phụ lục II"
UNKNOWN = {(ONE, "B31"): "Ngành Y tế", (TWO, "B29"): "Ngành Y tế"}


def test_from_a_messy_file_to_a_published_one_and_back(
    start_server: StartServer, open_page: OpenPage, edit_example: EditExample
):
    """5 of Công Thương from 29.754 to 20.000: (63.629 − 9.754)/96.047 = 56,1 %."""
    server = start_server()
    page = open_page(server.url("nhap-du-lieu"))
    upload(page, edit_example("hong.xlsx", UNKNOWN | {(ONE, "E15"): "abc"}))
    marked = page.locator(".read td.error")
    expect(marked).to_have_text("abc")
    expect(page.locator("[data-issues]")).to_contain_text("ô E15: “abc” không phải là số đếm")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách lỗi và cảnh báo").click()
    listed = download.value.path().read_text(encoding="utf-8-sig")
    assert "count_not_number" in listed
    with page.context.expect_page() as opened:
        page.locator("[data-issues] a").first.click()
    expect(opened.value.get_by_test_id("stAlert")).to_contain_text("Cần làm")
    opened.value.close()

    page.get_by_role("button", name="Remove hong.xlsx").click()
    upload(page, edit_example("sua.xlsx", UNKNOWN | {(ONE, "E15"): 20_000}))
    question = page.locator("[data-testid=stForm]", has_text="“Ngành Y tế”")
    question.locator("[data-testid=stSelectbox] input").fill("Sở Y")
    page.get_by_role("option", name="Sở Y tế").click()
    question.get_by_role("button", name="Dùng các tên này").click()
    expect(page.get_by_text("“Ngành Y tế” được hiểu là Sở Y tế.")).to_be_visible()
    difference = page.locator("[data-difference]")
    expect(difference.locator(".effects tr.changed")).to_contain_text("−10,2 điểm %")
    expect(difference.locator(".changes tbody tr")).to_contain_text("29.754")
    page.get_by_role("button", name="Đã xem cảnh báo, công bố", exact=True).click()
    expect(page.get_by_text("Đã công bố lần 000002")).to_be_visible()

    open_menu(page, "Tổng quan")
    wait_for_gauges(page, ["56,1%", *FIVE[1:]])
    open_menu(page, "Lịch sử công bố")
    expect(page.locator("table.list tbody tr").first).to_contain_text("sua.xlsx")
    open_section(page, "Khôi phục một lần công bố trước")
    which = page.locator("details[open] [data-testid=stSelectbox] input")
    expect(page.locator("details[open] [data-testid=stSelectbox]")).to_be_visible()
    page.wait_for_timeout(500)  # the expander unfolds; a list that opens meanwhile closes again
    which.click()
    page.get_by_role("option", name="Lần 000001").click()
    expect(page.locator("[data-restore]")).to_contain_text("trở lại số liệu từ tệp binh-dinh-2023")
    expect(page.locator("[data-restore]")).to_contain_text("Quên tên đã học: Ngành Y tế.")
    page.get_by_role("button", name="Khôi phục lần 000001").click()
    expect(page.get_by_text("thành lần công bố mới 000003")).to_be_visible()
    open_menu(page, "Tổng quan")
    wait_for_gauges(page, FIVE)


def test_a_report_is_seen_as_it_was_on_every_page(
    start_server: StartServer, open_page: OpenPage, edit_example: EditExample
):
    server = start_server()
    page = open_page(server.url("nhap-du-lieu"))
    upload(page, edit_example("sua.xlsx", {(ONE, "E15"): 20_000}))
    page.get_by_role("button", name="Đã xem cảnh báo, công bố", exact=True).click()
    expect(page.get_by_text("Đã công bố lần 000002")).to_be_visible()
    then = open_page(server.url("?lan=000001"))
    wait_for_gauges(then, FIVE)
    expect(then.locator(".warning")).to_contain_text("như đã công bố ở lần 000001")
    open_menu(then, "Sở, ban, ngành")
    expect(then.locator("tfoot")).to_contain_text("66,2")
    expect(then).to_have_url(re.compile("lan=000001"))
    then.locator("tbody tr").first.locator("td").first.click()
    expect(then.locator(".warning")).to_contain_text("như đã công bố ở lần 000001")
    expect(then).to_have_url(re.compile("lan=000001"))
