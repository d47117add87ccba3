"""What the tests look for on the pages."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, TimeoutError, expect

# A page's address and what stands on it once it is drawn whole.
PAGES = {
    "": ".laggards .group:nth-child(5) a",
    "so-ban-nganh": "table.grid tbody tr:nth-child(18)",
    "xu-huong": "[data-testid=stAlert]",  # the report of one odd period makes no series
    "chi-tiet": "dl.counts >> nth=1",
    "ho-so": "table.grid tbody tr:nth-child(18)",
    "phi-le-phi": "table.grid tbody tr:nth-child(18)",
    "phan-anh": "table.entered tbody tr >> nth=1",
    "bao-cao": ".st-key-report-preview .paper",
    "nhap-du-lieu": "table.list tbody tr",
    "chi-tieu": "table.targets tbody tr:nth-child(5)",
    "lich-su": "table.list tbody tr",
    "danh-ba-don-vi": "table.registry tbody tr:nth-child(13)",
    "tro-giup": "[data-testid=stMarkdownContainer] li >> nth=10",
}
WITHOUT_BANNER = ("chi-tieu", "lich-su", "danh-ba-don-vi", "tro-giup")
WITH_CHART = ("phi-le-phi",)
FIVE = ["66,2%", "46,4%", "94,3%", "85,4%", "95,6%"]


def wait_for_gauges(page: Page, figures: list[str]) -> None:
    """Until the gauges show just these figures (or intervals), in order."""
    expect(page.locator(".gauge > svg > text.figure, .gauge > svg > text.words")).to_have_text(
        figures
    )


def open_section(page: Page, title: str) -> None:
    """Opens what is folded under the title, and waits until nothing in it moves any more: a press
    on a button that glides away under the pointer is none."""
    section = page.locator("details", has=page.get_by_text(title, exact=True))
    section.locator("summary").click()
    expect(section).to_have_attribute("open", "")
    handle = section.element_handle()
    page.wait_for_function(
        "(section) => !section.getAnimations({subtree: true}).length", arg=handle
    )


def wait_until_drawn(page: Page, address: str) -> None:
    """Until the page stands there whole: filters, banner, and the last of its blocks."""
    page.locator("[data-testid=stMultiSelect]").wait_for(state="attached")
    if address not in WITHOUT_BANNER:
        page.locator(".banner").wait_for()
    page.locator(PAGES[address]).first.wait_for()
    if address in WITH_CHART:
        page.locator(".js-plotly-plot .xtick").first.wait_for()


def wait_for_rest(page: Page) -> None:
    """Until the server has nothing more to draw."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def pick(page: Page, field: Locator, typed: str, name: str, *, exact: bool = True) -> None:
    """Types into a list's field and takes an option. An open list closes when the page moves under
    it (an unfolding block, a scroll); a person types again, and so does this, a few times."""
    option = page.get_by_role("option", name=name, exact=exact).first
    for is_last in (False, False, True):
        wait_for_rest(page)
        field.scroll_into_view_if_needed()
        field.click()
        field.fill(typed)
        if is_last:
            option.click()
            return
        try:
            option.click(timeout=3_000)
        except TimeoutError:
            page.keyboard.press("Escape")
        else:
            return


def choose_period(page: Page, kind: str, name: str) -> None:
    """Picks a kind of period in the sidebar, then one of its periods."""
    boxes = page.locator("[data-testid=stSidebar] [data-testid=stSelectbox]")
    for box, wanted in ((boxes.nth(0), kind), (boxes.nth(1), name)):
        if box.locator("input").input_value() != wanted:
            pick(page, box.locator("input"), wanted, wanted)
            expect(box.locator("input")).to_have_value(wanted)


def choose_department(page: Page, name: str) -> None:
    """Picks one more department in the sidebar (the list is virtual: type, then take)."""
    pick(page, page.locator("[data-testid=stMultiSelect] input"), name, name)
    expect(page.locator("[data-testid=stMultiSelect]")).to_contain_text(name)
    page.keyboard.press("Escape")


def open_menu(page: Page, title: str) -> None:
    page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=title).click()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def upload(page: Page, *files: Path) -> None:
    page.set_input_files("[data-testid=stFileUploaderDropzoneInput]", [str(f) for f in files])
