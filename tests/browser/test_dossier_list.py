"""A dossier list's round: drop, whose name, publish, down to the dossiers; and a long one, stopped.

What the pages must never show is planted in every row: applicants, numbers, addresses, e-mails.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, StartServer
from tests.browser.views import open_menu, query, upload
from tests.dossier_lists import (
    PERSONAL,
    Record,
    Title,
    make_records,
    rows_of,
    write_csv,
)

PRINTED, KNOWN = "Sở Y tế tỉnh BĐ", "Sở Y tế"
STOP = "2024-01-01"
SUSPENDED = "Yêu cầu bổ sung"
NARROW = (
    "code",
    "procedure_code",
    "field",
    "department",
    "applicant",
    "received",
    "due",
    "returned",
    "channel",
    "status",
)


def moment(text: str) -> str:
    """A time that sorts."""
    return f"{text[6:10]}-{text[3:5]}-{text[:2]}{text[10:]}"


def is_late(record: Record) -> bool:
    return bool(record["returned"]) and moment(record["returned"]) > moment(record["due"])


def is_overdue(record: Record) -> bool:
    waiting = not record["returned"] and record["status"] not in (SUSPENDED, "Công dân rút")
    return waiting and moment(record["received"]) < STOP and moment(record["due"]) < STOP


def is_suspended(record: Record) -> bool:
    return not record["returned"] and record["status"] == SUSPENDED


def expect_no_personal_data(page: Page, records: list[Record]) -> None:
    """Nor in what is only in the page: titles, values of fields, scripts' data."""
    seen = page.content()
    planted = {record[column] for record in records for column in PERSONAL if record[column]}
    assert not [value for value in planted if value in seen]


def open_row(page: Page, name: str) -> None:
    page.locator("tr[data-open]", has_text=name).first.locator("td").first.click()


def expect_dossiers(page: Page, label: str, records: list[Record]) -> None:
    """Opens one of the three lists: the dossiers by code, just these."""
    shown = page.locator("[data-dossiers]")
    page.get_by_role("radio", name=f"{label} ({len(records)})", exact=True).click()
    expect(shown.locator("h3")).to_have_text(f"{label}: {len(records)} hồ sơ")
    expect(shown.locator("tbody tr")).to_have_count(len(records))
    codes = shown.locator("tbody td:first-child").all_inner_texts()
    assert sorted(codes) == sorted(record["code"] for record in records)


def test_from_a_list_with_an_unknown_name_down_to_the_dossier(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path
):
    records = list(make_records(3000))
    for record in records:
        if record["department"] == KNOWN:
            record["department"] = PRINTED
    path = write_csv(tmp_path / "danh-sach.csv", rows_of(records), title=Title())
    server = start_server()
    page = open_page(server.url("nhap-du-lieu"))
    upload(page, path)
    question = page.locator("[data-testid=stForm]", has_text=f"“{PRINTED}”")
    expect(question).to_contain_text("là cơ quan nào?")
    expect(page.locator("[data-issues]")).to_contain_text(f"có thể là: “{KNOWN}”")
    expect_no_personal_data(page, records)
    question.locator("[data-testid=stSelectbox] input").click()
    first = page.get_by_role("option").first
    expect(first).to_have_text(KNOWN)  # the likeliest
    first.click()
    question.get_by_role("button", name="Dùng các tên này").click()
    expect(page.get_by_text(f"“{PRINTED}” được hiểu là {KNOWN}.")).to_be_visible()
    page.get_by_text("Danh sách là của toàn Trung tâm").click()
    publish = page.get_by_role("button", name=re.compile("[Cc]ông bố"))
    expect(publish).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect_no_personal_data(page, records)
    publish.click()
    expect(page.get_by_text("Đã công bố lần 000002")).to_be_visible()
    expect(page.locator("table.list").last).to_contain_text(f"Thêm tên gọi “{PRINTED}” của {KNOWN}")

    mine = [record for record in records if record["department"] == PRINTED]
    late = [record for record in mine if is_late(record)]
    within = [record for record in mine if record["field"] == late[0]["field"]]
    alone = [r for r in within if r["procedure_name"] == late[0]["procedure_name"]]
    detail = open_page(server.url("chi-tiet?mo=Y+t%E1%BA%BF&ky=Th%C3%A1ng+12%2F2023"))
    expect(detail.locator(".headline h1").first).to_have_text(KNOWN)
    for found in (mine, within, alone):
        expect_dossiers(detail, "Đã giải quyết trễ hạn", [r for r in found if is_late(r)])
        expect_dossiers(detail, "Đang tạm dừng", [r for r in found if is_suspended(r)])
        expect_dossiers(detail, "Đang giải quyết quá hạn", [r for r in found if is_overdue(r)])
        if found is mine:
            open_row(detail, late[0]["field"])
            expect(detail.locator("tr[data-open]", has_text="Thủ tục số").first).to_be_visible()
        elif found is within:
            open_row(detail, late[0]["procedure_name"])
            expect(detail.locator("tr[data-open]")).to_have_count(1)
    expect_no_personal_data(detail, records)
    chosen = {
        "linh-vuc": [late[0]["field"]],
        "thu-tuc": [late[0]["procedure_name"]],
        "can-chu-y": ["pending_overdue"],
    }
    assert chosen.items() <= query(detail).items(), "a row that was clicked is in the link"
    again = open_page(detail.url)
    overdue = [record for record in alone if is_overdue(record)]
    title = f"Đang giải quyết quá hạn: {len(overdue)} hồ sơ"
    expect(again.locator("[data-dossiers] h3")).to_have_text(title)
    expect(again.locator("tr[data-open]")).to_have_count(1)
    choose_all = again.locator("[data-testid=stSelectbox]", has_text="Lĩnh vực")
    choose_all.get_by_label("Bỏ lựa chọn").or_(choose_all.locator("[title=Clear]")).first.click()
    expect(again.locator("tr[data-open]").nth(1)).to_be_visible()
    expect(again).not_to_have_url(re.compile("linh-vuc|thu-tuc"))
    open_menu(page, "Danh bạ đơn vị")
    known = page.locator("tr[data-department=so-y-te]")
    expect(known).to_contain_text(f"Được thêm: {PRINTED}")


def many(count: int) -> Iterator[Record]:
    """A few hundred dossiers over and over, each time under other codes."""
    records = list(make_records(500))
    for number in range(count):
        record = records[number % len(records)]
        yield record | {"code": f"{record['code'][:21]}{number:06d}"}


def test_a_long_list_says_how_far_it_is_and_can_be_stopped(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path
):
    """450,000 dossiers: seconds of reading, of which nothing is left behind."""
    records = list(islice(many(500), 500))
    path = tmp_path / "dai.csv"
    write_csv(path, rows_of(many(450_000), NARROW), title=Title())
    server = start_server()
    page = open_page(server.url("nhap-du-lieu"))
    page.locator("[data-testid=stFileUploaderDropzoneInput]").wait_for(state="attached")
    other = open_page(server.url("ho-so"))
    upload(page, path)
    progress = page.get_by_test_id("stProgress")
    expect(progress).to_contain_text(re.compile(r"dai\.csv: Đã đọc \d+\s%, còn khoảng \d+ giây"))
    page.get_by_role("button", name="Hủy", exact=True).click()
    open_menu(other, "Tổng quan")  # others are served meanwhile
    expect(other.locator(".gauge").first).to_be_visible()
    expect(progress).to_have_count(0)
    expect(page.get_by_text("Tải mẫu nhập liệu", exact=False).first).to_be_visible()
    expect(page.locator("[data-issues]")).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("[Cc]ông bố"))).to_have_count(0)
    expect_no_personal_data(page, records)
    deadline = monotonic() + 20  # what is under way when the click comes is cleared soon after
    while (left := list((server.store / "staging").iterdir())) and monotonic() < deadline:
        sleep(0.1)
    assert left == []
    assert [path.name for path in (server.store / "manifests").iterdir()] == ["000001.json"]
