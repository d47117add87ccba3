"""What a person waits for, measured inside Chromium by its own clock."""

import json
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from tests.bench.servers import DASHBOARD, EMPTY_PAGE, run_server
from tests.bench.timing import Measured
from ttpv.monitor import default_period, read_figures
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui.gauges import draw_gauge
from ttpv.views.overview import build_overview

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
]
PAUSE = 700  # ms until a fresh browser, or a page after a change, is at rest
HOLD = 100  # ms between coming to rest on something, pressing and letting go
GAUGE = ".gauges svg .figure"
METRIC = "[data-testid=stMetricValue]"

# Both look once a frame, just before it is painted, and give milliseconds.
_FIRST_NUMBER = """
window.firstNumber = new Promise((resolve) => requestAnimationFrame(function look() {
  const shown = document.querySelector(SELECTOR);
  if (shown && /[0-9]/.test(shown.textContent) && shown.getBoundingClientRect().height
      && shown.checkVisibility({opacityProperty: true, visibilityProperty: true})) {
    resolve(performance.now());   // its zero is the start of the navigation
  } else requestAnimationFrame(look);
}));
"""
_CHANGE = """
(markup) => {
  const box = document.createElement('template');
  box.innerHTML = markup;
  // Without what a gauge is held against: the aim is the five gauges themselves.
  const read = (root) => [...root.querySelectorAll('.gauge')].map((gauge) => {
    const own = gauge.cloneNode(true);
    own.querySelectorAll('.beside').forEach((part) => part.remove());
    return own.textContent;
  });
  const wanted = read(box.content).join('|');
  let start;
  window.addEventListener('pointerup', (event) => { start = event.timeStamp; },
    {capture: true, once: true});
  window.changed = new Promise((resolve, reject) => requestAnimationFrame(function look() {
    const seen = read(document).join('|');
    if (seen !== wanted) return requestAnimationFrame(look);
    if (start === undefined) return reject(new Error('shown before the click'));
    resolve(performance.now() - start);
  }));
}
"""


def measure_first_number(
    playwright: Playwright, browser: str, folder: Path, times: int
) -> list[Measured]:
    """Navigation → first figure visible, ours and an empty page's in turn, each browser new."""
    ours: list[float] = []
    empty: list[float] = []
    with (
        run_server(DASHBOARD, folder) as dashboard,
        run_server(EMPTY_PAGE, folder) as empty_page,
    ):
        for _ in range(times):
            ours.append(_open_cold(playwright, browser, dashboard, GAUGE))
            empty.append(_open_cold(playwright, browser, empty_page, METRIC))
    ratio = statistics.median(ours) / statistics.median(empty)
    return [
        Measured("First number, cold browser", tuple(ours), judged=ratio, unit="×", limit=1.5),
        Measured("– an empty page with one st.metric", tuple(empty)),
    ]


def measure_filter(
    playwright: Playwright,
    browser: str,
    reference: Reference,
    folder: Path,
    times: int,
    *,
    what: str = "",
    limit: int = 100,
) -> Measured:
    """Letting go of the click on a department in the sidebar → all five gauges show the change."""
    with run_server(DASHBOARD, folder) as address, _launch(playwright, browser) as chromium:
        # High enough for the list of departments, whichever way it opens below the choices.
        page = chromium.new_page(viewport={"width": 1440, "height": 1200})
        page.goto(address)
        page.wait_for_selector(GAUGE)
        changes = _plan_changes(reference, Store(folder), times)
        measured = tuple(_change(page, *change) for change in changes)
    return Measured(f"Filter change → five gauges{what}", measured, limit=limit)


@contextmanager
def _launch(playwright: Playwright, browser: str) -> Iterator[Browser]:
    """A browser process with a profile that nobody has used."""
    launched = playwright.chromium.launch(executable_path=browser, args=FLAGS)
    try:
        yield launched
    finally:
        launched.close()


def _open_cold(playwright: Playwright, browser: str, address: str, selector: str) -> float:
    with _launch(playwright, browser) as chromium:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.wait_for_timeout(PAUSE)
        page.add_init_script(_FIRST_NUMBER.replace("SELECTOR", json.dumps(selector)))
        page.goto(address, wait_until="commit")
        return float(page.evaluate("window.firstNumber"))


def _plan_changes(
    reference: Reference, store: Store, times: int
) -> Iterator[tuple[str, bool, str]]:
    """(department, chosen or taken away, markup of the gauges then).

    A Gray code over five departments: every step changes one of them and meets a choice that was
    not there before, so that the server computes the figures of each.
    """
    snapshot = store.current()
    if snapshot is None or times >= 2**5:
        raise ValueError("an empty store, or more changes than there are choices")
    period = default_period(snapshot)
    departments = reference.departments_on(period.last)[:5]
    chosen: set[str] = set()
    for number in range(1, times + 1):
        department = departments[(number & -number).bit_length() - 1]
        chosen ^= {department.id}
        figures = read_figures(store, reference, snapshot, period, tuple(chosen))
        gauges = build_overview(figures, reference).gauges
        markup = "".join(draw_gauge(gauge) for gauge in gauges)
        yield department.short, department.id in chosen, markup


def _change(page: Page, department: str, choose: bool, markup: str) -> float:
    page.wait_for_timeout(PAUSE)
    options = page.locator("[role=option]")
    if choose and not options.count():
        page.locator("[data-testid=stMultiSelect] input").click()
        options.first.wait_for()
        page.wait_for_timeout(PAUSE)
    option = options.get_by_text(department, exact=True)
    cross = page.locator(f"[data-tag][aria-label='{department}'] button")
    # As people do: the pointer rests on the target before the press, and a press takes a moment.
    (option if choose else cross).hover()
    page.wait_for_timeout(HOLD)
    page.mouse.down()
    page.wait_for_timeout(HOLD)
    page.evaluate(_CHANGE, markup)
    page.mouse.up()
    return float(page.evaluate("window.changed"))
