"""make bench: what people wait for, in milliseconds, against the aims."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.browser import measure_filter, measure_first_number
from tests.bench.machine import describe_machine
from tests.bench.queries import measure_import, measure_queries
from tests.bench.report import write_document, write_table
from tests.bench.reports import measure_reports
from tests.bench.servers import ROOT
from tests.bench.years import install_communes, measure_years, publish_months
from ttpv.reference import Reference, read_reference
from ttpv.store import Store

DOCUMENT = ROOT / "docs" / "PERFORMANCE.md"


def main() -> int:
    wanted = _parse()
    browser = os.environ.get("TTPV_BROWSER")
    if not browser:
        sys.exit("TTPV_BROWSER names no Chromium; `make bench` finds one.")
    load = os.getloadavg()[0]
    reference = read_reference()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder)
        results = measure_queries(reference, store, wanted.queries)
        results += measure_years(reference, wanted.runs)
        results.append(measure_import(reference, wanted.runs))
        results += measure_reports(reference, wanted.runs)
        for name, known in _fill_ten_years(store, reference):
            what = f", ten years of months × {name}"
            filled = (playwright, browser, known, store / name, wanted.changes)
            results.append(measure_filter(*filled, what=what, limit=120))
        results.append(measure_filter(playwright, browser, reference, store, wanted.changes))
        results += measure_first_number(playwright, browser, store, wanted.runs)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        machine = describe_machine(chromium.version)
        chromium.close()
    print(write_table(results))
    if wanted.write:
        day = datetime.now().astimezone().date()
        command = " ".join(["python -m tests.bench", *sys.argv[1:]])
        text = write_document(results, machine, day, command, load)
        DOCUMENT.write_text(text + _other_sections(), "utf-8")
    return 0


def _fill_ten_years(folder: Path, reference: Reference) -> Iterator[tuple[str, Reference]]:
    """A store each, named by its departments: those of each month, and communes."""
    for name, install in (("departments", None), ("135 communes", install_communes)):
        store = Store(folder / name)
        known = install(store, reference) if install else reference
        publish_months(store, known, 10)
        yield name, known


def _other_sections() -> str:
    """What other benchmarks have reported in the document: everything from its first "## " on."""
    _, found, sections = DOCUMENT.read_text("utf-8").partition("\n## ")
    return found + sections


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="rewrite docs/PERFORMANCE.md")
    parser.add_argument("--runs", type=int, default=10, help="cold openings, and imports")
    parser.add_argument("--changes", type=int, default=30, help="changes of the filter, up to 31")
    parser.add_argument("--queries", type=int, default=200)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
