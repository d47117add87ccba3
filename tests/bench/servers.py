"""The servers under measurement, each a process of its own with the product's settings."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DASHBOARD = ["serve.py"]
EMPTY_PAGE = ["-m", "tests.bench.empty_server"]


@contextlib.contextmanager
def run_server(command: list[str], data: Path) -> Iterator[str]:
    """Starts a server on a free port with its store in `data`; gives its address."""
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", *command, "--port", "0"],
        cwd=ROOT,
        env=os.environ | {"TTPV_DATA_DIR": str(data)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        try:
            assert server.stdout is not None
            address = next((w for w in server.stdout.readline().split() if "://" in w), None)
            if address is None:
                raise RuntimeError(f"the server {command} does not start")
            yield address
        finally:
            server.terminate()
