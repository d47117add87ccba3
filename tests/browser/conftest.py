"""A real server and a real Chromium for each module; nothing of the product is faked."""

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
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.find_browser import find_browser

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

    def url(self, path: str = "", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}/{path}"

    def read_log(self) -> str:
        return self.log.read_text(encoding="utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


StartServer = Callable[..., Server]


@pytest.fixture(scope="module")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Starts servers and stops them after the module; each must end without a traceback."""
    running: list[tuple[subprocess.Popen[bytes], Server]] = []

    def start(command: list[str] | None = None, health: str = "healthz") -> Server:
        folder = tmp_path_factory.mktemp("server")
        server = Server(free_port(), folder / "store", folder / "log.txt")
        arguments = command or ["serve.py", "--port", "{port}"]
        with server.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *(part.format(port=server.port) for part in arguments)],
                cwd=ROOT,
                env=os.environ | {"TTPV_DATA_DIR": str(server.store), "PYTHONUTF8": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        running.append((process, server))
        wait_for_health(process, server, health)
        return server

    yield start
    for process, _ in running:
        process.terminate()
        process.wait(timeout=20)
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


@pytest.fixture(scope="module")
def server(start_server: StartServer) -> Server:
    """One server for the module's tests that only look."""
    return start_server()


@pytest.fixture(scope="package")  # no longer: Playwright's loop would run on under other tests
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield chromium
        chromium.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens addresses, each in a browser of its own (no shared session); page errors fail."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_address(address: str, **options: Any) -> Page:
        size = {"width": 1440, "height": 900}
        context = browser.new_context(**{"viewport": size, "locale": "vi-VN", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert not errors
