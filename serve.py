"""The web server that `make run` starts: Streamlit as an ASGI app behind our own doors.

`uvicorn --factory serve:create_app` serves the same app, but read-only: only `main` knows the
address that it listens on, and without that nobody may upload (see ttpv/ui/access.py).
"""

import argparse
import contextlib
import functools
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from pathlib import Path
from typing import Any, NoReturn

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from ttpv.reference import ReferenceDataError, explain_installed
from ttpv.store import StoreError
from ttpv.ui import access
from ttpv.ui.document import Document
from ttpv.ui.gate import Gate, keep_uploads_in_memory
from ttpv.ui.listener import CannotListen, display_name, listen, serve
from ttpv.ui.pages import ADDRESSES

SCRIPT = Path(__file__).resolve().parent / "app.py"

# Whatever a config.toml elsewhere on the machine says: no door but the browser's, no calls out.
_LOCKED = {
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "browser.gatherUsageStats": False,
}


def build_app(
    script: Path,
    prepare: Callable[[], None],
    snapshot: Callable[[], str | None],
    addresses: Collection[str] = ADDRESSES,
) -> st.App:
    """The ASGI app around `script`, whose pages have `addresses`: `prepare` runs before the first
    request is served."""

    @contextlib.asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
        prepare()
        # What is warm now lives as long as the process: the collector need not walk it again.
        gc.collect()
        gc.freeze()
        yield {}
        gc.unfreeze()  # else DuckDB complains at exit of objects that were never freed

    def answer_health(_: Request) -> JSONResponse:
        return JSONResponse(
            {"status": "ok", "snapshot": snapshot()}, headers={"cache-control": "no-store"}
        )

    # Until st.navigation has run once in a process, Streamlit takes pages/ for its own automatic
    # pages: the first visitor would see a file there run by itself, past app.py and its filters.
    PagesManager.uses_pages_directory = False
    keep_uploads_in_memory()
    app = st.App(
        script,
        middleware=[Middleware(Gate), Middleware(Document, addresses=addresses)],
        routes=[Route("/healthz", answer_health)],
        lifespan=lifespan,
        on_script_error=_show_failure,
    )
    for option, value in _LOCKED.items():
        config.set_option(option, value)
    return app


def create_app() -> st.App:
    """The product's app, for any ASGI server."""
    return build_app(SCRIPT, _prepare, _snapshot)


def main(
    arguments: Sequence[str] | None = None,
    *,
    script: Path = SCRIPT,
    prepare: Callable[[], None] | None = None,
    snapshot: Callable[[], str | None] | None = None,
) -> int:
    """Listen, prepare, serve until Ctrl+C. Gives the exit status."""
    wanted = _parse(arguments)
    # Once, and outside the event loop: a store that cannot be used is a sentence, no traceback.
    prepare_once = functools.cache(prepare or _prepare)
    try:
        listener = listen(wanted.address, wanted.port)
        prepare_once()
    except (CannotListen, StoreError) as error:
        return _fail(str(error))
    except ReferenceDataError as error:
        return _fail(explain_installed(error))
    except OSError as error:
        return _fail(f"Không dùng được kho số liệu ({error}). Hãy kiểm tra quyền đọc, ghi.")
    address, port = listener.getsockname()[:2]
    app = build_app(script, prepare_once, snapshot or _snapshot)
    # Also keeps Streamlit from asking the internet for this machine's address.
    config.set_option("browser.serverAddress", display_name(address))
    config.set_option("browser.serverPort", port)
    access.record_server(address)
    serve(app, listener)
    return 0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(
            2,
            "Cách dùng: make run [PORT=8501], hoặc python serve.py [--address ĐỊA_CHỈ] "
            "[--port CỔNG]; cổng là số từ 0 đến 65535.\n",
        )


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(add_help=False)
    parser.add_argument("--address", default=os.environ.get("TTPV_ADDRESS") or "127.0.0.1")
    parser.add_argument("--port", default=8501, type=int, choices=range(65536))
    return parser.parse_args(arguments)


def _show_failure(error: Exception) -> bool:
    """A store that is damaged says what to do; anything else is a bug in a page. Streamlit has
    logged it; its own words for people would be English."""
    if isinstance(error, StoreError):
        st.error(str(error))
        return True
    st.error(
        "Trang này gặp lỗi ngoài dự kiến; số liệu đã công bố không bị ảnh hưởng. "
        "Hãy tải lại trang. Nếu vẫn lỗi, hãy báo người quản trị: "
        "chi tiết nằm trong nhật ký của máy chủ."
    )
    return True


def _prepare() -> None:
    from ttpv.ui.startup import prepare  # imports much; a taken port shall be told at once

    prepare()


def _snapshot() -> str | None:
    from ttpv.ui.startup import current_snapshot

    return current_snapshot()


def _fail(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
