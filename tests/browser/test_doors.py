"""Who comes in by which door: cold servers, plain `streamlit run`, foreign names and proxies."""

import re
from functools import partial
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server, StartServer
from tests.browser.views import FIVE, PAGES, wait_for_gauges, wait_until_drawn
from tests.conftest import EXAMPLE, import_file
from ttpv.reference import Reference
from ttpv.store import Store

PROXY = {"X-Forwarded-For": "203.0.113.7"}
UPLOADER = "[data-testid=stFileUploader]"
STREAMLIT = ["-m", "streamlit", "run", "app.py", "--server.port", "{port}"]
STREAMLIT += ["--server.address", "127.0.0.1"]


def publish_example(reference: Reference, folder: Path) -> None:
    import_file(Store(folder), reference, EXAMPLE)


def passes_the_guard(page: Page, address: str) -> None:
    wait_until_drawn(page, address)
    expect(page.locator("[data-testid=stMultiSelect]")).to_be_visible()
    expect(page.locator("[data-testid=stSidebarNav] a")).to_have_count(len(PAGES))
    expect(page.locator(".banner")).to_contain_text("01/01/2023 – 25/12/2023")


@pytest.mark.parametrize("address", ["phi-le-phi", "bao-cao", "nhap-du-lieu"])
def test_a_cold_server_lets_nobody_past_the_guard(
    start_server: StartServer, open_page: OpenPage, address: str
):
    """The very first request of a process goes to a page's own address; that every page begins with
    its guard is tests/unit/ui/test_pages.py."""
    page = open_page(start_server().url(address))
    passes_the_guard(page, address)
    expect(page.get_by_role("dialog")).to_have_count(0)  # Streamlit's "Page not found"


@pytest.mark.parametrize("address", ["so-ban-nganh", "nhap-du-lieu"])
def test_plain_streamlit_run_is_guarded_and_read_only(
    start_server: StartServer, open_page: OpenPage, reference: Reference, address: str
):
    server = start_server(
        STREAMLIT, health="_stcore/health", prepare=partial(publish_example, reference)
    )
    passes_the_guard(open_page(server.url(address)), address)
    page = open_page(server.url("nhap-du-lieu"))
    expect(page.get_by_text("không được khởi động bằng lệnh “make run”")).to_be_visible()
    expect(page.locator(UPLOADER)).to_have_count(0)


def test_a_file_of_a_page_run_past_app_py_is_sent_through_it(
    start_server: StartServer, open_page: OpenPage, reference: Reference
):
    """Streamlit's own address of pages/departments.py, before st.navigation ever ran."""
    server = start_server(
        STREAMLIT, health="_stcore/health", prepare=partial(publish_example, reference)
    )
    page = open_page(server.url("departments"))
    page.locator(".banner").wait_for()
    expect(page.locator("[data-testid=stSidebarNav] a")).to_have_count(len(PAGES))
    expect(page.locator("[data-testid=stMultiSelect]")).to_be_visible()


def test_a_store_with_figures_is_not_seeded_again(
    start_server: StartServer, open_page: OpenPage, reference: Reference
):
    server = start_server(prepare=partial(publish_example, reference))
    page = open_page(server.url("nhap-du-lieu"))
    rows = page.locator("table.list tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("tests")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_at_the_machine_one_may_upload(server: Server, open_page: OpenPage, host: str):
    page = open_page(server.url("nhap-du-lieu", host=host))
    expect(page.locator(UPLOADER)).to_be_visible()
    expect(page.get_by_text("Trang này chỉ xem")).to_have_count(0)


@pytest.mark.parametrize(
    ("host", "headers", "reason"),
    [
        ("portal.example", {}, "được mở bằng tên miền khác"),
        ("127.0.0.1", PROXY, "được mở qua máy chủ trung gian"),
        ("127.0.0.1", {"Forwarded": "for=203.0.113.7"}, "được mở qua máy chủ trung gian"),
    ],
)
def test_from_elsewhere_one_may_look_but_not_upload(
    server: Server, open_page: OpenPage, host: str, headers: dict[str, str], reason: str
):
    page = open_page(server.url(host=host), extra_http_headers=headers)
    wait_for_gauges(page, FIVE)
    page.locator("[data-testid=stSidebarNav]").get_by_role("link", name="Nhập dữ liệu").click()
    expect(page.get_by_text("Trang này chỉ xem")).to_contain_text(reason)
    expect(page.locator("table.list tbody tr")).to_have_count(1)  # the history may be seen
    expect(page.locator(UPLOADER)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("công bố", re.IGNORECASE))).to_have_count(0)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "portal.example"},
        {"Host": "127.0.0.1.portal.example"},
        PROXY,
        {"X-Real-Ip": "203.0.113.7"},
        {"Forwarded": "for=203.0.113.7"},
        {"Via": "1.1 portal"},
        {"Origin": "http://portal.example"},
    ],
)
def test_the_server_itself_refuses_their_bytes(
    server: Server, method: str, headers: dict[str, str]
):
    for path in ("_stcore/upload_file/session/file", "x/_stcore//upload_file/session/file"):
        answer = requests.request(method, server.url(path), data=b"x", headers=headers, timeout=30)
        assert answer.status_code == 403
        assert "Để nhập dữ liệu" in answer.text


def test_an_unknown_address_says_so_and_leads_back(server: Server, open_page: OpenPage):
    page = open_page(server.url("trang-cu?ky=2023"))
    expect(page.get_by_role("heading")).to_have_text("Không có trang này")
    page.get_by_role("link", name="Mở trang Tổng quan").click()
    wait_for_gauges(page, FIVE)


def test_a_lost_connection_is_told_in_vietnamese(start_server: StartServer, open_page: OpenPage):
    """Streamlit has no setting for these words; ui/words.js puts ours in their place."""
    server = start_server()
    page = open_page(server.url())
    wait_for_gauges(page, FIVE)
    server.stop()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Mất kết nối với máy chủ")
    expect(dialog).not_to_contain_text("Streamlit")
