"""A report is taken away, opened and holds the figures; by whoever may only look, too."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import docx
import pypdfium2
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import open_section, wait_for_rest, wait_until_drawn
from ttpv.core.user import operating_system_user
from ttpv.reporting import SHIPPED
from ttpv.store import Store
from ttpv.ui.reports import KIND_KEY
from ttpv.ui.texts import registers
from ttpv.ui.texts import reports as words
from ttpv.views.reports import KIND_NAMES

NOTICE = f"bao-cao?{urlencode({KIND_KEY: KIND_NAMES['niem-yet']})}"


def take(page: Page, label: str) -> tuple[str, bytes]:
    """Clicks a download; the file's name, and the file."""
    with page.expect_download() as found:
        page.get_by_role("button", name=label).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def test_the_sheet_is_taken_recorded_and_listed(start_server: StartServer, open_page: OpenPage):
    server = start_server()
    page = open_page(server.url(NOTICE))
    page.locator(".st-key-report-preview img").wait_for()
    assert Store(server.store).reports() == []
    name, content = take(page, "PDF (.pdf)")
    assert name == "niem-yet_20230101-20231225.pdf"
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert {"99.364", "96.047", "3.317", "95.161", "3/5", "11/18"} <= set(text.split())
    rows = page.locator("[data-taken]")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text(operating_system_user())
    expect(rows.first).to_contain_text("Bảng niêm yết (.pdf)")
    (record,) = Store(server.store).reports()
    assert (record.id, record.size) == ("000001", len(content))

    rows.first.get_by_role("link", name=words.AGAIN).click()
    page.locator(".st-key-report-preview img").wait_for()
    assert take(page, "PDF (.pdf)")[1] == content


def test_who_may_only_look_takes_it_without_a_name(start_server: StartServer, open_page: OpenPage):
    server = start_server()
    page = open_page(server.url(NOTICE, host="portal.example"))
    page.locator(".st-key-report-preview img").wait_for()
    name, content = take(page, "Ảnh (.png)")
    assert (name[-4:], content[:4]) == (".png", b"\x89PNG")
    expect(page.locator("[data-taken]")).to_contain_text("người xem")
    take(page, "Ảnh (.png)")
    assert [record.made_by for record in Store(server.store).reports()] == [None]


def test_the_report_is_opened_in_word_with_its_figures(
    start_server: StartServer, open_page: OpenPage
):
    server = start_server()
    page = open_page(server.url("bao-cao"))
    wait_until_drawn(page, "bao-cao")
    name, content = take(page, "Word (.docx)")
    assert name == "bao-cao_20230101-20231225.docx"
    document = docx.Document(BytesIO(content))
    texts = " ".join(paragraph.text for paragraph in document.paragraphs)
    for figure in ("99.364 hồ sơ", "95.161 hồ sơ", "trên 14,2 tỷ đồng"):
        assert figure in texts
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"66,2%", "95.207", "10.998.351.456"} <= cells
    page.get_by_text("Phụ lục số liệu", exact=True).click()
    expect(page.locator(".paper table")).to_have_count(2)
    name, content = take(page, "Excel (.xlsx)")
    assert load_workbook(BytesIO(content)).sheetnames[:2] == ["Phụ lục I", "Phụ lục II"]
    expect(page.locator("[data-taken]")).to_have_count(2)


def test_what_fails_is_said_on_the_page(start_server: StartServer, open_page: OpenPage):
    """The folder of records cannot be made: a file has its name."""
    server = start_server(prepare=_without_records)
    page = open_page(server.url(NOTICE))
    page.locator(".st-key-report-preview img").wait_for()
    page.get_by_role("button", name="PDF (.pdf)").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("Không ghi được lượt tải vào kho")
    (server.store / "reports").unlink()
    assert take(page, "PDF (.pdf)")[1].startswith(b"%PDF")
    expect(page.locator("[data-taken]")).to_have_count(1)
    expect(page.get_by_text("Không ghi được lượt tải")).to_have_count(0)
    # For the administrator the log has all of it; whoever stops the servers looks for none.
    assert "Error executing deferred callable" in server.read_log()
    server.log.write_text("", encoding="utf-8")


def _without_records(store: Path) -> None:
    store.mkdir(parents=True)
    (store / "reports").write_bytes(b"")


def test_a_clerk_s_own_template_is_checked_used_and_taken_back(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path
):
    document = docx.Document(str(SHIPPED["don-doc"]))
    document.add_paragraph("Mẫu của Trung tâm, gửi {{ addresse }}")
    document.save(str(tmp_path / "sai.docx"))
    document.paragraphs[-1].runs[0].text = "Mẫu của Trung tâm, gửi {{ addressee }}"
    document.save(str(tmp_path / "rieng.docx"))
    server = start_server()
    page = open_page(server.url(f"bao-cao?{urlencode({KIND_KEY: KIND_NAMES['don-doc']})}"))
    open_section(page, words.TEMPLATES)
    field = page.get_by_test_id("stFileUploaderDropzoneInput").nth(1)

    field.set_input_files(str(tmp_path / "sai.docx"))
    page.locator("[class*=st-key-template-don-doc-0-preview] button").click()
    expect(page.get_by_text("Có phải là “addressee”?")).to_be_visible()
    page.get_by_role("button", name=registers.DISCARD, exact=True).click()
    expect(page.get_by_text(registers.CHANGES)).to_have_count(0)
    wait_for_rest(page)

    field.set_input_files(str(tmp_path / "rieng.docx"))
    page.locator("[class*=st-key-template-don-doc-1-preview] button").click()
    expect(page.locator("[data-template=proposal]")).to_contain_text("rieng.docx")
    page.get_by_role("button", name=registers.APPLY).click()
    expect(page.get_by_text("Đã ghi thành lần công bố 000002")).to_be_visible()
    _, content = take(page, "Word (.docx)")
    assert "Mẫu của Trung tâm, gửi" in docx.Document(BytesIO(content)).paragraphs[-1].text

    page.get_by_role("button", name=registers.UNDO.format(snapshot="000002")).click()
    expect(page.get_by_text("Đã hoàn tác")).to_be_visible()
    _, content = take(page, "Word (.docx)")
    assert "Mẫu của Trung tâm" not in docx.Document(BytesIO(content)).paragraphs[-1].text


def test_a_click_in_the_list_opens_the_letter_to_that_department(
    server: Server, open_page: OpenPage
):
    page = open_page(server.url(f"bao-cao?{urlencode({KIND_KEY: KIND_NAMES['don-doc']})}"))
    page.locator("table.urging tr[data-open=so-y-te]").click()
    expect(page.locator("article.paper")).to_contain_text("Kính gửi: Sở Y tế")
    expect(page).to_have_url(re.compile("mo=Y(%20|\\+)t%E1%BA%BF"))
