"""A real server and a real Chromium; nothing of the product is faked."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.programs.browser import find_browser

expect.set_options(timeout=20_000)  # conditions are waited for; a slow machine is no failure

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP portal.example 127.0.0.1",
]


@dataclass
class Server:
    """A running monitor with a store of its own."""

    port: int
    store: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """Ends it before its test does."""
        assert self.process is not None
        self.process.terminate()

    def url(self, path: str = "", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}/{path}"

    def read_log(self) -> str:
        return self.log.read_text(encoding="utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


StartServer = Callable[..., Server]
SERVE = ["serve.py", "--port", "{port}"]


@contextlib.contextmanager
def serving(make_folder: Callable[[str], Path]) -> Iterator[StartServer]:
    """Starts servers, and stops them at the end; each must end without a traceback.

    `prepare` may fill the store before the server sees it.
    """
    running: list[tuple[subprocess.Popen[bytes], Server]] = []

    def start(
        command: list[str] | None = None,
        health: str = "healthz",
        prepare: Callable[[Path], None] | None = None,
    ) -> Server:
        folder = make_folder("server")
        server = Server(free_port(), folder / "store", folder / "log.txt")
        if prepare is not None:
            prepare(server.store)
        with server.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *(part.format(port=server.port) for part in command or SERVE)],
                cwd=ROOT,
                env=os.environ | {"TTPV_DATA_DIR": str(server.store), "PYTHONUTF8": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        server.process = process
        running.append((process, server))
        wait_for_health(process, server, health)
        return server

    try:
        yield start
    finally:
        for process, _ in running:
            process.terminate()
        for process, _ in running:
            process.wait(timeout=60)
    for _, server in running:
        assert "Traceback" not in server.read_log(), server.read_log()


def wait_for_health(process: subprocess.Popen[bytes], server: Server, path: str) -> None:
    for _ in range(600):
        assert process.poll() is None, server.read_log()
        try:
            with urllib.request.urlopen(server.url(path), timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no server after a minute:\n{server.read_log()}")


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Servers of the test's own."""
    with serving(tmp_path_factory.mktemp) as start:
        yield start


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the 2023 report for all tests that publish nothing."""
    with serving(tmp_path_factory.mktemp) as start:
        yield start()


@pytest.fixture(scope="package")  # no longer: Playwright's loop would run on under other tests
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield chromium
        chromium.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens addresses, each in a browser of its own (no shared session).

    Errors of the page's scripts fail the test, and so does an alert: we never show one.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_address(address: str, **options: Any) -> Page:
        size = {"width": 1440, "height": 900}
        context = browser.new_context(**{"viewport": size, "locale": "vi-VN", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert not errors
