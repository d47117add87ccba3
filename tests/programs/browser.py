"""Prints the path of a Chromium for the browser tests, and gets one where there is none.

In this order: TTPV_BROWSER, the PATH, Debian's package (as root), Playwright's own download. Where
all fail it says what to do and fails, because tests that skip themselves prove nothing.
"""

import os
import subprocess
import sys

from tests.programs.programs import find_on_path, install_packages, log, runs

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = """\
Không tìm thấy trình duyệt Chromium cho bộ kiểm thử, và không tự cài được.
No Chromium for the browser tests, and none could be installed. Do one of these, then run again:
  - Debian, Ubuntu:  sudo apt-get install chromium
  - macOS, Windows:  install Google Chrome or Chromium
  - anywhere else:   .venv/bin/python -m playwright install --with-deps chromium
  - or name one:     TTPV_BROWSER=/path/to/chromium make test
"""


def find_package() -> str | None:
    return find_on_path(NAMES) if install_packages(["chromium"]) else None


def find_playwright() -> str | None:
    """The Chromium that Playwright downloads for its version, downloaded if need be."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not os.path.exists(path):
        log("playwright install chromium …")
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, stdout=sys.stderr, check=False)
    return path if os.path.exists(path) and runs(path) else None


def find_named() -> str | None:
    named = os.environ.get("TTPV_BROWSER")
    if named and not runs(named):
        sys.exit(f"TTPV_BROWSER={named}: không chạy được / does not run.\n{ADVICE}")
    return named or None


def find_browser() -> str:
    """A path that runs. Ends the program with advice where none can be had."""
    path = find_named() or find_on_path(NAMES) or find_package() or find_playwright()
    if path is None:
        sys.exit(ADVICE)
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{find_browser()}\n")
