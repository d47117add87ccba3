"""The first door of the server: refuses what a visitor may not do, before any byte is read."""

import re
import sys
from urllib.parse import unquote

from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ttpv.ui import access

_AGENT = re.compile(r"[/\\]_stcore[/\\]+agent([/\\]|$)", re.IGNORECASE)
_READING = ("GET", "HEAD", "OPTIONS")


def keep_uploads_in_memory() -> None:
    """An upload above 1 MB would lie in a temporary file while it arrives. A dossier list names
    people, and they reach no disk; `server.maxUploadSize` bounds the memory."""
    MultiPartParser.spool_max_size = sys.maxsize


class Gate:
    """Refuses every changing request of a visitor who may only look, and all foreign pages.

    The rule goes by method, not by path: Streamlit changes something (an upload) only by PUT and
    DELETE, and no spelling of a path can slip past a rule that does not read it. A WebSocket from
    a foreign page is refused here although Streamlit would refuse it too: to do so, Streamlit
    first asks a server on the internet for this machine's address, and stands still meanwhile.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := _refuse_request(scope)):
            await refusal(scope, receive, send)
        elif scope["type"] == "websocket" and _is_foreign(scope):
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._app(scope, receive, send)


def _refuse_request(scope: Scope) -> PlainTextResponse | None:
    if _AGENT.search(unquote(scope["path"])):
        return PlainTextResponse("Không có địa chỉ này.", 404)
    if scope["method"] in _READING:
        return None
    client = scope["client"][0] if scope.get("client") else None
    found = access.judge_access(access.bound_address(), client, _headers(scope))
    return None if found.may_upload else PlainTextResponse(found.reason, 403)


def _is_foreign(scope: Scope) -> bool:
    """Programs send no Origin and may look; a browser always does, and names its page there."""
    headers = _headers(scope)
    hosts = [value for name, value in headers if name == "host"]
    origins = [value for name, value in headers if name == "origin"]
    return bool(origins) and not access.is_same_origin(origins, hosts)


def _headers(scope: Scope) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
