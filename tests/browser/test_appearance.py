"""What the pages look like: one screen for a leader, a phone, both themes, and no English."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server
from tests.browser.views import PAGES, upload, wait_until_drawn
from tests.conftest import EXAMPLE

PHONE = {"viewport": {"width": 390, "height": 844}}

# What is seen: no text of size 0 (we write our own words over Streamlit's), no icon's name, nothing
# that only a screen reader gets.
VISIBLE_TEXTS = """() => {
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('script, style, noscript, [data-testid=stIconMaterial], .sr')) continue;
    if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (parseFloat(getComputedStyle(parent).fontSize) === 0) continue;
    if (parent instanceof HTMLElement && parent.offsetWidth <= 1) continue;
    seen.push(walker.currentNode.data);
  }
  for (const field of document.querySelectorAll('input'))
    if (field.checkVisibility() && !field.value) seen.push(field.placeholder);
  return seen;
}"""
ENGLISH = re.compile(
    r"\b(about|add|apply|browse|choose|clear|close|connect\w*|content|deploy|download|drag|drop|"
    r"empty|enter|error|files?|found|fullscreen|heading|help|limit|loading|main|open|options?|page|please|press|"
    r"print|remove|rerun|results?|running|select|server|settings|sidebar|skip|stop|streamlit|upload|view|"
    r"wait|[A-Z]?B per)\b",
    re.IGNORECASE,
)

# Of every text that is seen: (contrast with the page, text), the lowest first.
CONTRASTS = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const page = channels(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
  const seen = [];
  for (const element of document.querySelectorAll('.ttpv *, [role=radio], [role=radio] *')) {
    if (![...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    if (element.closest('.sr') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [r, g, b, a = 1] = channels(element instanceof SVGElement ? style.fill : style.color);
    let opacity = a;
    for (let e = element; e; e = e.parentElement) opacity *= getComputedStyle(e).opacity;
    const mixed = [r, g, b].map((c, i) => c * opacity + page[i] * (1 - opacity));
    const [high, low] = [light(mixed), light(page)].sort((x, y) => y - x);
    seen.push([(high + 0.05) / (low + 0.05), element.textContent]);
  }
  return seen.sort((x, y) => x[0] - y[0]);
}"""


def english(page: Page) -> list[str]:
    return [text for text in page.evaluate(VISIBLE_TEXTS) if ENGLISH.search(text)]


def english_labels(page: Page) -> list[str]:
    """Of what screen readers say."""
    labels = page.evaluate("[...document.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel)")
    return [label for label in labels if ENGLISH.search(label)]


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    return [box for one in page.locator(selector).all() if (box := one.bounding_box())]


def test_a_leader_sees_all_of_it_at_once(server: Server, open_page: OpenPage):
    """1440 × 900, the first screen: gauges side by side, the counts below, who drags them down."""
    page = open_page(server.url())
    wait_until_drawn(page, "")
    gauges = boxes(page, ".gauge")
    assert len({round(box["y"]) for box in gauges}) == 1
    assert all(left["x"] + left["width"] <= right["x"] for left, right in pairwise(gauges))
    (counts,) = boxes(page, "dl.counts")
    assert counts["y"] + counts["height"] <= 900
    assert boxes(page, ".laggards .group")[0]["y"] < 900


def test_no_page_scrolls_sideways_on_a_phone(server: Server, open_page: OpenPage):
    page = open_page(server.url(), **PHONE)
    for address in PAGES:
        page.goto(server.url(address))
        wait_until_drawn(page, address)
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), address
        wide = page.evaluate(
            "[...document.querySelectorAll('[data-testid=stMain], html, body')]"
            ".map((box) => box.scrollWidth - box.clientWidth)"
        )
        assert max(wide) <= 0, address


def test_on_a_phone_the_gauges_stand_one_under_another(server: Server, open_page: OpenPage):
    page = open_page(server.url(), **PHONE)
    wait_until_drawn(page, "")
    gauges = boxes(page, ".gauge")
    assert len(gauges) == 5
    assert len({round(box["x"]) for box in gauges}) == 1
    assert all(upper["y"] + upper["height"] <= lower["y"] for upper, lower in pairwise(gauges))


def test_on_a_phone_a_table_scrolls_inside_itself(server: Server, open_page: OpenPage):
    page = open_page(server.url("so-ban-nganh"), **PHONE)
    wait_until_drawn(page, "so-ban-nganh")
    scroll = page.locator(".scroll")
    assert scroll.evaluate("box => box.scrollWidth > box.clientWidth")
    before = boxes(page, "tbody th")[0]["x"]
    scroll.evaluate("box => { box.scrollLeft = 200 }")
    assert boxes(page, "tbody th")[0]["x"] == pytest.approx(before, abs=2)  # names stay in sight


def test_on_a_phone_the_filters_are_one_tap_away(server: Server, open_page: OpenPage):
    page = open_page(server.url(), **PHONE)
    wait_until_drawn(page, "")
    expect(page.locator("[data-testid=stMultiSelect]")).not_to_be_in_viewport()
    page.locator("[data-testid=stExpandSidebarButton]").click()
    expect(page.locator("[data-testid=stMultiSelect]")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("theme", "background"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 26)")]
)
def test_both_themes_can_be_read(server: Server, open_page: OpenPage, theme: str, background: str):
    """WCAG AA: 4,5 : 1."""
    page = open_page(server.url(), color_scheme=theme)
    for address in ("", "so-ban-nganh", "chi-tiet"):
        page.goto(server.url(address))
        wait_until_drawn(page, address)
        colour = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert colour == background
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 40
        assert contrasts[0][0] >= 4.5, (address, contrasts[:3])


def test_the_choices_are_in_sight_on_a_small_screen(server: Server, open_page: OpenPage):
    """1366 × 768: the departments stand below the menu and the periods, without scrolling."""
    page = open_page(server.url())
    page.set_viewport_size({"width": 1366, "height": 768})
    wait_until_drawn(page, "")
    (box,) = boxes(page, "[data-testid=stMultiSelect]")
    assert box["y"] + box["height"] <= 768


def test_no_english_is_left_on_a_page(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    for address in PAGES.keys() - {"tro-giup"}:  # that one quotes formats and commands
        page.goto(server.url(address))
        wait_until_drawn(page, address)
        assert english(page) == [], address
        page.keyboard.press("Tab")  # shows what is there for keyboards only
        assert english(page) == [], address
        assert english_labels(page) == [], address


def test_no_english_where_nothing_is_found(server: Server, open_page: OpenPage):
    page = open_page(server.url())
    wait_until_drawn(page, "")
    for field in ("stMultiSelect", "stSelectbox"):
        page.locator(f"[data-testid={field}] input").first.fill("zzz")
        page.locator("[role=listbox][data-empty=true]").wait_for()
        assert english(page) == []
        page.keyboard.press("Escape")


def test_no_english_on_the_way_through_an_import(server: Server, open_page: OpenPage):
    page = open_page(server.url("nhap-du-lieu"))
    wait_until_drawn(page, "nhap-du-lieu")
    expect(page.locator("[data-testid=stFileUploader]")).to_be_visible()
    page.locator("[data-testid=stFileUploader] [data-testid=stTooltipHoverTarget]").hover()
    expect(page.get_by_text("Có thể chọn nhiều tệp")).to_be_visible()
    assert english(page) == []
    upload(page, EXAMPLE)
    expect(page.get_by_text("không có gì để thay đổi")).to_be_visible()
    assert english(page) == []
    page.get_by_text("Ghi vào kỳ khác").click()
    page.locator("[data-testid=stDateInput] [role=spinbutton]").first.click()
    expect(page.get_by_text("Tháng", exact=False).last).to_be_visible()
    assert english(page) == []
