"""From a table or a list to one department and back, and tables that sort by their headers."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.views import choose_department, open_menu, query

TNMT = "Sở Tài nguyên và Môi trường"
# By Vietnamese collation: Giáo dục before Giao thông (d < t; the tone decides last), Y at the end.
NAMES = [
    "Ban Quản lý Khu kinh tế tỉnh",
    "Sở Công Thương",
    "Sở Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Giao thông vận tải",
    "Sở Kế hoạch và Đầu tư",
    "Sở Khoa học và Công nghệ",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Ngoại vụ",
    "Sở Nội vụ",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Tài chính",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Tư pháp",
    "Sở Văn hóa và Thể thao",
    "Sở Xây dựng",
    "Sở Y tế",
]


def mark(page: Page) -> None:
    """Leaves something that a reload would lose."""
    page.evaluate("window.marked = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def sort_by(page: Page, title: str, direction: str) -> list[str]:
    """Clicks a header; gives the names, top to bottom, once the table is sorted that way."""
    head = page.locator("thead th", has_text=title)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", direction)
    expect(page.locator("thead th[aria-sort]")).to_have_count(1)
    return page.locator("tbody th").all_inner_texts()


def test_a_row_opens_its_department_without_a_reload(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    row = page.locator("tbody tr", has_text=TNMT)
    row.wait_for()
    mark(page)
    row.locator("td").nth(2).click()
    expect(page.locator(".headline h1")).to_have_text(TNMT)
    assert is_marked(page)
    online = page.locator(".gauge[data-rate=online_submission]")
    expect(online).to_contain_text("1.536 / 15.285 hồ sơ")
    expect(online).to_contain_text("xếp thứ 18/18")
    expect(online).to_contain_text("Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50 %")
    expect(page.locator(".gauge[data-rate=online_payment]")).to_contain_text("xếp thứ 10/15")
    assert query(page)["mo"] == ["Tài nguyên và Môi trường"]
    opened = open_page(page.url)
    expect(opened.locator(".headline h1")).to_have_text(TNMT)


def test_the_way_back_leads_to_the_table_as_it_was(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    for name in ("Y tế", "Tư pháp"):
        choose_department(page, name)
    expect(page.locator("tbody tr")).to_have_count(2)
    page.locator("tbody tr", has_text="Sở Y tế").locator("td").nth(1).click()
    expect(page.locator(".headline h1")).to_have_text("Sở Y tế")
    open_menu(page, "Sở, ban, ngành")
    expect(page.locator(".headline h1")).to_have_text("Sở, ban, ngành")
    expect(page.locator("tbody tr")).to_have_count(2)
    assert query(page)["don-vi"] == ["Y tế", "Tư pháp"]


def test_a_name_in_the_overview_opens_its_department(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    first = page.locator(".laggards a").first
    first.wait_for()
    mark(page)
    first.click()
    expect(page.locator(".headline h1")).to_have_text(TNMT)
    assert is_marked(page)


@pytest.mark.parametrize("address", ["", "so-ban-nganh"])
def test_a_link_can_be_opened_in_a_new_tab(server: Server, open_page: OpenPage, address: str):
    page = open_page(server.url(address))
    link = page.get_by_role("link", name=re.compile("Tài nguyên và Môi trường")).first
    link.wait_for()
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    expect(opened.value.locator(".headline h1")).to_have_text(TNMT)
    address = urlsplit(opened.value.url)
    assert address.path == "/chi-tiet"
    assert parse_qs(address.query) == {
        "ky": ["01/01/2023 – 25/12/2023"],
        "mo": ["Tài nguyên và Môi trường"],
    }


def test_the_keyboard_is_enough(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    button = page.locator("thead th", has_text="Nộp trực tuyến").get_by_role("button")
    button.press("Enter")
    expect(page.locator("thead th[aria-sort=descending]")).to_have_count(1)
    page.locator("tbody a").last.press("Enter")
    expect(page.locator(".headline h1")).to_have_text(TNMT)  # 10,0 %: the lowest


def test_another_department_is_one_choice_away(server: Server, open_page: OpenPage):
    page = open_page(server.url("chi-tiet?mo=Y+t%E1%BA%BF"))
    expect(page.locator(".headline h1")).to_have_text("Sở Y tế")
    page.locator("[data-testid=stMain] [data-testid=stSelectbox] input").click()
    page.get_by_role("option", name="Ngoại vụ").click()
    expect(page.locator(".headline h1")).to_have_text("Sở Ngoại vụ")
    payment = page.locator(".gauge[data-rate=online_payment]")
    expect(payment).to_contain_text("Không phát sinh")
    expect(payment).to_contain_text("không xếp hạng")
    expect(page).to_have_url(re.compile("mo=Ngo"))


def test_names_sort_by_vietnamese_collation(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    expect(page.locator("tbody th")).to_have_count(18)
    assert sort_by(page, "Cơ quan, đơn vị", "ascending") == NAMES
    assert sort_by(page, "Cơ quan, đơn vị", "descending") == NAMES[::-1]
    expect(page.locator("tfoot tr").first).to_contain_text("Toàn Trung tâm")


def test_rates_sort_by_value_and_no_case_stays_last(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    expect(page.locator("tbody th")).to_have_count(18)
    last = {"Sở Giáo dục và Đào tạo", "Sở Ngoại vụ", "Sở Tài chính"}
    falling = sort_by(page, "Thanh toán trực tuyến", "descending")
    rising = sort_by(page, "Thanh toán trực tuyến", "ascending")
    assert (falling[0], falling[14]) == ("Sở Nội vụ", "Sở Kế hoạch và Đầu tư")  # 100,0 and 21,3
    assert rising[:15] == falling[:15][::-1]
    assert set(falling[15:]) == set(rising[15:]) == last


@pytest.mark.parametrize(
    ("address", "title", "number"),
    [
        ("so-ban-nganh", "Tiếp nhận mới", 2),
        ("ho-so", "trong đó trực tuyến", 4),
        ("phi-le-phi", "Tiền trực tuyến", 3),
    ],
)
def test_counts_and_amounts_sort_as_numbers(
    server: Server, open_page: OpenPage, address: str, title: str, number: int
):
    """As text 15.285 would come before 2.293, and 99.000 đ before 1.000.000 đ."""
    page = open_page(server.url(address))
    expect(page.locator("tbody th")).to_have_count(18)
    for direction in ("descending", "ascending"):
        head = page.locator(f"thead th:nth-child({number})")
        expect(head).to_contain_text(title)
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", direction)
        cells = page.locator(f"tbody tr > :nth-child({number})").all_inner_texts()
        figures = [int(re.sub(r"\D", "", cell)) for cell in cells]
        assert figures == sorted(figures, reverse=direction == "descending")
        assert len(set(figures)) > 10


def test_the_total_is_the_ratio_of_sums_or_the_published_one(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"))
    rates = page.locator("tfoot tr").first.locator("td.rate b")
    expect(rates).to_have_text(["66,2", "46,4", "94,3", "85,4", "95,6"])
    met = page.locator("tfoot tr.met-row td.number")
    expect(met).to_have_text(["11/18", "13/15", "4/18", "14/18", "6/18"])
