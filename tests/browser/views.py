"""What the tests look for on the pages."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

FIVE = ["66,2%", "46,4%", "94,3%", "85,4%", "95,6%"]


def wait_for_gauges(page: Page, figures: list[str]) -> None:
    """Until the gauges show just these figures (or intervals), in order."""
    expect(page.locator(".gauge > svg > text.figure, .gauge > svg > text.words")).to_have_text(
        figures
    )


def choose_department(page: Page, name: str) -> None:
    """Picks one more department in the sidebar (the list is virtual: type, then take)."""
    page.locator("[data-testid=stMultiSelect] input").fill(name)
    page.get_by_role("option", name=name, exact=True).click()
    expect(page.locator("[data-testid=stMultiSelect]")).to_contain_text(name)
    page.keyboard.press("Escape")


def open_menu(page: Page, title: str) -> None:
    page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=title).click()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def upload(page: Page, *files: Path) -> None:
    page.set_input_files("[data-testid=stFileUploaderDropzoneInput]", [str(f) for f in files])
