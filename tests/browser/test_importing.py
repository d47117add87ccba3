"""The clerk's round: drop a file, read what is wrong, publish; everyone's page follows."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import (
    FIVE,
    open_menu,
    query,
    upload,
    wait_for_gauges,
    wait_for_rest,
)
from tests.conftest import EXAMPLE, EditExample, import_file
from ttpv.reference import Reference
from ttpv.store import Store

ONE, TWO = "Phụ lục I", "Phụ lục II"
UNDATED = {(ONE, "A7"): None, (TWO, "A7"): None}
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def own_server(start_server: StartServer) -> Server:
    """A server for a test that publishes."""
    return start_server()


def open_import(open_page: OpenPage, server: Server) -> Page:
    page = open_page(server.url("nhap-du-lieu"))
    page.locator("[data-testid=stFileUploaderDropzoneInput]").wait_for(state="attached")
    return page


def publish(page: Page, number: int, label: str = "Công bố") -> None:
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.get_by_text(f"Đã công bố lần {number:06d}")).to_be_visible()


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_corrected_file_changes_open_browsers_by_itself(
    own_server: Server, open_page: OpenPage, edit_example: EditExample
):
    """5 of Công Thương from 29.754 to 20.000: (63.629 − 9.754)/96.047 = 56,1 %."""
    corrected = edit_example("sua.xlsx", {(ONE, "E15"): 20_000})
    watching = open_page(own_server.url())
    wait_for_gauges(watching, FIVE)
    chosen = open_page(own_server.url("chi-tiet?mo=C%C3%B4ng+Th%C6%B0%C6%A1ng"))
    online = chosen.locator(".gauge[data-rate=online_submission]")
    expect(online).to_contain_text("29.754 / 30.009 hồ sơ")
    address = query(chosen)
    page = open_import(open_page, own_server)
    upload(page, corrected)
    expect(page.locator("[data-issues]")).to_contain_text("E32")
    expect(page.get_by_text("Thay số liệu đang công bố của: Phụ lục I")).to_be_visible()
    for open_one in (watching, chosen):  # whatever follows, follows without a reload
        open_one.evaluate("window.marked = true")
    publish(page, 2, "Đã xem cảnh báo, công bố")

    first = watching.locator(".gauge .figure").first
    expect(first).to_have_text("56,1%", timeout=5_000)  # the promise: within 5 seconds
    expect(watching.locator(".banner")).to_contain_text("2 cảnh báo")
    expect(online).to_contain_text("20.000 / 30.009 hồ sơ")
    assert watching.evaluate("window.marked") is chosen.evaluate("window.marked") is True
    assert query(chosen) == address
    expect(page.locator("table.list").last).to_contain_text("Thay thế Phụ lục I")
    watching.locator(".banner summary").click()
    expect(watching.locator(".banner")).to_contain_text("ô E32: dòng tổng ghi")


def test_the_same_file_again_is_no_change(server: Server, open_page: OpenPage):
    page = open_import(open_page, server)
    upload(page, EXAMPLE)
    expect(page.get_by_text("không có gì để thay đổi")).to_be_visible()
    expect(page.get_by_role("button", name="công bố")).to_have_count(0)


def test_a_broken_file_leaves_everything_as_it_was(
    server: Server, open_page: OpenPage, edit_example: EditExample
):
    before = fingerprint(server.store)
    watching = open_page(server.url())
    wait_for_gauges(watching, FIVE)
    broken = edit_example(
        "hong.xlsx", {(ONE, "E15"): "abc", (ONE, "D17"): -5, (ONE, "B16"): MARKUP}
    )
    page = open_import(open_page, server)
    upload(page, broken)
    issues = page.locator("[data-issues]")
    for text in ("ô E15: “abc” không phải là số đếm", "ô D17", "Phụ lục I · B16", f"“{MARKUP}”"):
        expect(issues).to_contain_text(text)
    assert page.locator("img").count() == 0
    expect(page.get_by_text("Có 3 lỗi nên chưa công bố được")).to_be_visible()
    expect(page.get_by_role("button", name="công bố")).to_have_count(0)
    wait_for_gauges(watching, FIVE)
    wait_for_gauges(open_page(server.url()), FIVE)
    assert fingerprint(server.store) == before


def test_a_file_that_is_no_workbook_is_refused(server: Server, open_page: OpenPage, tmp_path: Path):
    picture = tmp_path / "anh.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    page = open_import(open_page, server)
    upload(page, picture)
    expect(page.locator("[data-issues]")).to_contain_text("ảnh PNG")


def test_a_name_with_markup_is_shown_wherever_it_stands(
    own_server: Server, open_page: OpenPage, edit_example: EditExample
):
    """Name of the file: in the uploader, the preview, the history, the banner, the source line."""
    page = open_import(open_page, own_server)
    upload(page, edit_example(f"{MARKUP}.xlsx", {(ONE, "E15"): 29_755, (ONE, "E32"): 63_630}))
    expect(page.locator(".found .file").first).to_contain_text(f"{MARKUP}.xlsx")
    publish(page, 2)
    expect(page.locator("table.list").last).to_contain_text(f"từ tệp {MARKUP}.xlsx")
    open_menu(page, "Hồ sơ")
    expect(page.locator(".note", has_text="Nguồn:")).to_contain_text(f"{MARKUP}.xlsx")
    expect(page.locator(".banner")).to_contain_text(f"{MARKUP}.xlsx")
    assert page.locator("img").count() == 0


def test_a_file_without_dates_asks_for_the_period(
    own_server: Server, open_page: OpenPage, edit_example: EditExample
):
    page = open_import(open_page, own_server)
    upload(page, edit_example("khong-ky.xlsx", UNDATED))
    expect(page.get_by_text("Tệp không ghi rõ kỳ báo cáo: khong-ky.xlsx")).to_be_visible()
    expect(page.get_by_role("button", name="công bố")).to_have_count(0)
    type_dates(page, "01/12/2023", "31/12/2023")
    expect(page.locator(".found").first).to_contain_text("01/12/2023 – 31/12/2023")
    publish(page, 2, "Đã xem cảnh báo, công bố")  # 01/12–25/12 lies in both periods
    fresh = open_page(own_server.url())
    expect(fresh.locator(".banner")).to_contain_text("01/12/2023 – 31/12/2023")
    assert query(fresh)["ky"] == ["Tháng 12/2023"]


def type_dates(page: Page, *days: str) -> None:
    """Types into each date's segments, as a person would after clicking the first one."""
    for index, day in enumerate(days):
        field = page.locator("[data-testid=stDateInput]").nth(index)
        field.locator("[role=spinbutton]").first.click()
        page.keyboard.type(day.replace("/", ""))
        page.keyboard.press("Escape")  # closes the calendar
        expect(page.locator("[data-testid=stDateInputField] [role=dialog]")).to_have_count(0)
    page.get_by_role("button", name="Dùng kỳ này").click()


def test_annex_2_alone_adds_to_its_period(
    start_server: StartServer,
    open_page: OpenPage,
    edit_example: EditExample,
    reference: Reference,
):
    one = edit_example("1.xlsx", drop_sheets=(TWO,))
    two = edit_example("2.xlsx", drop_sheets=(ONE,))
    server = start_server(prepare=lambda folder: import_file(Store(folder), reference, one))
    watching = open_page(server.url("phi-le-phi"))
    expect(watching.get_by_text("Kỳ này chưa có Phụ lục II (thanh toán")).to_be_visible()
    page = open_import(open_page, server)
    upload(page, two)
    publish(page, 2)
    expect(watching.locator("tfoot")).to_contain_text("10.998.351.456 đ")
    expect(watching.locator(".banner")).to_contain_text("1.xlsx, 2.xlsx")
    fresh = open_page(server.url())
    wait_for_gauges(fresh, FIVE)
    expect(fresh.locator(".laggards")).to_contain_text("13/15 đơn vị đạt")


def test_who_publishes_in_between_is_not_overwritten_unseen(
    own_server: Server, open_page: OpenPage, edit_example: EditExample
):
    mine, theirs = open_import(open_page, own_server), open_import(open_page, own_server)
    warned = "Đã xem cảnh báo, công bố"
    upload(mine, edit_example("toi.xlsx", {(ONE, "E15"): 20_000}))
    expect(mine.get_by_role("button", name=warned)).to_be_visible()
    upload(theirs, edit_example("ho.xlsx", {(ONE, "E15"): 25_000}))
    publish(theirs, 2, warned)
    expect(mine.locator("table.list").last).to_contain_text("ho.xlsx")  # followed by itself
    mine.get_by_role("button", name=warned).click()
    expect(mine.get_by_text("số liệu đã được công bố lần khác (000002)")).to_be_visible()
    assert len(list((own_server.store / "manifests").iterdir())) == 2
    wait_for_rest(mine)  # the button of the preview before would not publish this one
    publish(mine, 3, warned)
    online = open_page(own_server.url()).locator(".gauge .figure").first
    expect(online).to_have_text("56,1%")


def test_a_click_publishes_only_what_was_shown(
    own_server: Server, open_page: OpenPage, edit_example: EditExample
):
    """Another date is typed, not applied, and the old preview published: as it is shown."""
    page = open_import(open_page, own_server)
    upload(page, edit_example("khong-ky.xlsx", UNDATED))
    type_dates(page, "01/11/2023", "30/11/2023")
    found = page.locator(".found").first
    expect(found).to_contain_text("01/11/2023 – 30/11/2023")
    page.locator("[data-testid=stDateInput]").nth(0).locator("[role=spinbutton]").first.click()
    page.keyboard.type("05112023")
    page.keyboard.press("Escape")
    publish(page, 2)
    expect(page.locator("table.list").last).to_contain_text("01/11/2023 – 30/11/2023")
