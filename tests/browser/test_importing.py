"""The clerk's round: drop a file, read what is wrong, publish; everyone's page follows."""

import hashlib
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import FIVE, upload, wait_for_gauges
from tests.conftest import EXAMPLE, EditExample

ANNEX_1 = "Phụ lục I"


@pytest.fixture
def server(start_server: StartServer) -> Server:
    """A server for each test: these change what is published."""
    return start_server()


def open_import(open_page: OpenPage, server: Server) -> Page:
    page = open_page(server.url("nhap-du-lieu"))
    page.locator("[data-testid=stFileUploaderDropzoneInput]").wait_for(state="attached")
    return page


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_corrected_file_changes_an_open_browser_by_itself(
    server: Server, open_page: OpenPage, edit_example: EditExample
):
    """5 of Công Thương from 29.754 to 20.000: (63.629 − 9.754)/96.047 = 56,1 %."""
    corrected = edit_example("sua.xlsx", {(ANNEX_1, "E15"): 20_000})
    watching = open_page(server.url())
    wait_for_gauges(watching, FIVE)
    page = open_import(open_page, server)
    upload(page, corrected)
    expect(page.locator("[data-issues]")).to_contain_text("E32")
    expect(page.get_by_text("Thay số liệu đang công bố của: Phụ lục I")).to_be_visible()
    page.get_by_role("button", name="Đã xem cảnh báo, công bố").click()
    expect(page.get_by_text("Đã công bố lần 000002")).to_be_visible()
    expect(watching.locator(".gauge .figure").first).to_have_text("56,1%", timeout=5_000)
    expect(watching.locator(".banner")).to_contain_text("2 cảnh báo")
    expect(page.locator("table.list").last).to_contain_text("Thay thế Phụ lục I")


def test_the_same_file_again_is_no_change(server: Server, open_page: OpenPage):
    page = open_import(open_page, server)
    upload(page, EXAMPLE)
    expect(page.get_by_text("giống hệt số liệu đang công bố")).to_be_visible()
    expect(page.get_by_role("button", name="Công bố")).to_have_count(0)


def test_a_broken_file_leaves_everything_as_it_was(
    server: Server, open_page: OpenPage, edit_example: EditExample
):
    before = fingerprint(server.store)
    markup = "<img src=x onerror=alert(1)>"
    broken = edit_example(
        "hong.xlsx", {(ANNEX_1, "E15"): "abc", (ANNEX_1, "D17"): -5, (ANNEX_1, "B16"): markup}
    )
    page = open_import(open_page, server)
    upload(page, broken)
    issues = page.locator("[data-issues]")
    for text in ("ô E15: “abc” không phải là số đếm", "ô D17", f"“{markup}”"):
        expect(issues).to_contain_text(text)
    assert issues.locator("img").count() == 0
    expect(page.get_by_text("nên chưa công bố được")).to_be_visible()
    expect(page.get_by_role("button", name="công bố")).to_have_count(0)
    wait_for_gauges(open_page(server.url()), FIVE)
    assert fingerprint(server.store) == before


def test_a_file_that_is_no_workbook_is_refused(server: Server, open_page: OpenPage, tmp_path: Path):
    picture = tmp_path / "anh.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    page = open_import(open_page, server)
    upload(page, picture)
    expect(page.locator("[data-issues]")).to_contain_text("không phải là sổ tính Excel")


def test_a_file_without_dates_asks_for_the_period(
    server: Server, open_page: OpenPage, edit_example: EditExample
):
    undated = edit_example("khong-ky.xlsx", {(ANNEX_1, "A7"): None, ("Phụ lục II", "A7"): None})
    page = open_import(open_page, server)
    upload(page, undated)
    expect(page.get_by_text("Tệp không ghi rõ kỳ báo cáo: khong-ky.xlsx")).to_be_visible()
    for index, day in enumerate(("01/12/2023", "31/12/2023")):
        type_date(page, index, day)
    expect(page.locator("table.list").first).to_contain_text("01/12/2023 – 31/12/2023")
    page.get_by_role("button", name="Công bố", exact=True).click()
    expect(page.get_by_text("Đã công bố lần 000002")).to_be_visible()
    fresh = open_page(server.url())
    expect(fresh.locator(".banner")).to_contain_text("01/12/2023 – 31/12/2023")


def type_date(page: Page, index: int, day: str) -> None:
    """Types into a date's segments, as a person would after clicking the first one."""
    field = page.locator("[data-testid=stDateInput]").nth(index)
    field.locator("[role=spinbutton]").first.click()
    page.keyboard.type(day.replace("/", ""))
    page.keyboard.press("Escape")  # closes the calendar; only then is the date taken
    expect(page.locator("[data-testid=stDateInputField] [role=dialog]")).to_have_count(0)


def test_foreign_names_and_proxies_may_only_look(server: Server, open_page: OpenPage):
    foreign = open_page(server.url("nhap-du-lieu", host="portal.example"))
    expect(foreign.get_by_text("Trang này chỉ xem")).to_be_visible()
    expect(foreign.locator("[data-testid=stFileUploader]")).to_have_count(0)
    header = {"X-Forwarded-For": "203.0.113.7"}
    proxied = open_page(server.url("nhap-du-lieu"), extra_http_headers=header)
    expect(proxied.get_by_text("Trang này chỉ xem")).to_be_visible()
    address = server.url("_stcore/upload_file/session/file")
    for headers in ({"Host": "portal.example"}, header, {"Origin": "http://portal.example"}):
        assert requests.put(address, data=b"x", headers=headers, timeout=10).status_code == 403
