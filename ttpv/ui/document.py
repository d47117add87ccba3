"""Streamlit's page shell in Vietnamese: its language, title and words, without JavaScript and where
the connection is lost; and the answer to an address that is no page of ours."""

import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

_WORDS_SCRIPT = (Path(__file__).parent / "words.js").read_text(encoding="utf-8")
# Streamlit would look for its server below each page's own address first, and get a 404 for it.
_BASE_SCRIPT = "window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href};"
_NOT_FOUND = (Path(__file__).parent / "not_found.html").read_text(encoding="utf-8")

_WORDS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r'<html lang="en">', '<html lang="vi">'),
    (r"<title>Streamlit</title>", "<title>Theo dõi chỉ tiêu TTPVHCC</title>"),
    (r"</head>", lambda _: f"<script>{_BASE_SCRIPT}{_WORDS_SCRIPT}</script></head>"),
    (r'<link rel="service-desc"[^>]*>', ""),  # advertises the agent API, which is refused
    (
        r"<noscript>.*?</noscript>",
        "<noscript><p>Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại "
        "trang.</p></noscript>",
    ),
)
_ASSETS = re.compile(r"/(_stcore|static|media|component)/")

# Dropped from requests that may end at the document: ours has another length and no ETag, so
# Streamlit must neither answer 304 nor compress or cut its own.
_CONDITIONS = {b"if-none-match", b"if-modified-since", b"range", b"if-range", b"accept-encoding"}
_VALIDATORS = {b"content-length", b"etag", b"last-modified", b"accept-ranges"}


class Document:
    """Sends our page shell wherever Streamlit would send its own; computed once, at start.

    Streamlit sends it for any address, and then says in English that there is no such page: what
    is none of `addresses` (without slashes around them) is answered here.
    """

    def __init__(self, app: ASGIApp, addresses: Collection[str]) -> None:
        self._app = app
        self._addresses = addresses
        original = (Path(file_util.get_static_dir()) / "index.html").read_bytes()
        self._original_length = str(len(original)).encode()
        self._document = translate_document(original.decode()).encode()
        self._not_found = _NOT_FOUND.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _ASSETS.search(scope["path"]):
            await self._app(scope, receive, send)
            return
        ours = False

        async def send_ours(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start" and self._is_original(message):
                ours = True
                is_page = scope["path"].strip("/") in self._addresses
                body = self._document if is_page else self._not_found
                status = 200 if is_page else 404
                headers = _headers(message["headers"], len(body))
                await send({**message, "status": status, "headers": headers})
                body = b"" if scope["method"] == "HEAD" else body
                await send({"type": "http.response.body", "body": body})
            elif not ours:
                await send(message)

        kept = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]
        await self._app({**scope, "headers": kept}, receive, send_ours)

    def _is_original(self, message: Message) -> bool:
        headers = dict(message["headers"])
        return (
            message["status"] == 200
            and headers.get(b"content-type", b"").startswith(b"text/html")
            and headers.get(b"content-length") == self._original_length
        )


def _headers(headers: Sequence[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    return [
        *(pair for pair in headers if pair[0] not in _VALIDATORS),
        (b"content-length", str(length).encode()),
        # A foreign page must not frame this one and borrow the local user's clicks.
        (b"content-security-policy", b"frame-ancestors 'self'"),
    ]


def translate_document(document: str) -> str:
    """Streamlit's index.html in Vietnamese. Fails where a new Streamlit has changed it."""
    for pattern, words in _WORDS:
        document, count = re.subn(pattern, words, document, flags=re.DOTALL)
        if count != 1:
            raise RuntimeError(f"Streamlit's index.html has {count} × {pattern}, not one")
    return document
