"""Who may upload: one row a visitor, and the same rule at the server's door."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from ttpv.ui import access
from ttpv.ui.gate import Gate

LOCAL = [("Host", "127.0.0.1:8501")]


def with_host(host: str) -> list[tuple[str, str]]:
    return [("Host", host)]


@pytest.mark.parametrize(
    ("bound", "client"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.8.9.10", "127.0.0.1"),
        ("::1", "::1"),
        ("127.0.0.1", "::ffff:127.0.0.1"),
    ],
)
def test_local_user_uploads(bound: str, client: str) -> None:
    assert access.judge_access(bound, client, LOCAL) == access.Access(True)


@pytest.mark.parametrize(
    ("bound", "client", "reason"),
    [
        (None, "127.0.0.1", access.NOT_STARTED),
        ("0.0.0.0", "127.0.0.1", access.OPEN_SERVER.format(address="0.0.0.0")),
        ("::", "::1", access.OPEN_SERVER.format(address="::")),
        ("192.168.1.5", "127.0.0.1", access.OPEN_SERVER.format(address="192.168.1.5")),
        ("127.0.0.1", "192.168.1.7", access.OTHER_MACHINE),
        ("127.0.0.1", "::ffff:192.168.1.7", access.OTHER_MACHINE),
        ("127.0.0.1", "testclient", access.OTHER_MACHINE),
        ("127.0.0.1", "", access.OTHER_MACHINE),
        ("127.0.0.1", None, access.OTHER_MACHINE),
    ],
)
def test_other_places_only_look(bound: str | None, client: str | None, reason: str) -> None:
    assert access.judge_access(bound, client, LOCAL) == access.Access(False, reason)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8501",
        "LOCALHOST",
        "LocalHost:1",
        "127.0.0.1",
        "127.0.0.1:65535",
        "127.255.0.9:8501",
        "[::1]",
        "[::1]:8501",
        "[0:0:0:0:0:0:0:1]:8501",
    ],
)
def test_loopback_host(host: str) -> None:
    assert access.judge_access("127.0.0.1", "127.0.0.1", with_host(host)).may_upload


@pytest.mark.parametrize(
    "host",
    [
        "",
        " ",
        ":8501",
        "evil.com",
        "127.0.0.1.evil.com",
        "localhost.evil.com:8501",
        "evil-localhost",
        "localhost.",
        "127.0.0.1.",
        "x.localhost",
        "localhost:8501:8501",
        "localhost:",
        "localhost:port",
        "localhost evil.com",
        "localhost,evil.com",
        "localhost/evil",
        "user@localhost",
        "localhost@evil.com",
        "localhost\n",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "128.0.0.1",
        "0.0.0.0:8501",
        "::1",
        "[::1",
        "[::2]:8501",
        "[::1%lo]",
        "192.168.1.5:8501",
        "١٢٧.0.0.1",
    ],
)
def test_foreign_or_odd_host(host: str) -> None:
    found = access.judge_access("127.0.0.1", "127.0.0.1", with_host(host))
    assert found == access.Access(False, access.FOREIGN_HOST)


@pytest.mark.parametrize("hosts", [[], ["localhost", "localhost"], ["localhost", "evil.com"]])
def test_exactly_one_host(hosts: list[str]) -> None:
    headers = [("Host", host) for host in hosts]
    assert access.judge_access("::1", "::1", headers).reason == access.FOREIGN_HOST


@pytest.mark.parametrize(
    "name",
    [
        "Forwarded",
        "X-Forwarded-For",
        "x-forwarded-host",
        "X_Forwarded_For",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via",
        "CF-Connecting-IP",
        "CF-Ray",
        "X-Client-IP",
        "True-Client-IP",
        "Fastly-Client-IP",
        "X-Cluster-Client-IP",
        "X-Azure-ClientIP",
        "X-Original-Host",
        "X-Envoy-External-Address",
        "CDN-Loop",
    ],
)
@pytest.mark.parametrize("value", ["127.0.0.1", ""])
def test_any_proxy_header(name: str, value: str) -> None:
    found = access.judge_access("127.0.0.1", "127.0.0.1", [*LOCAL, (name, value)])
    assert found == access.Access(False, access.BEHIND_PROXY)


@pytest.mark.parametrize(
    ("origins", "may_upload"),
    [
        ([], True),
        (["http://127.0.0.1:8501"], True),
        (["https://127.0.0.1:8501"], True),
        (["HTTP://127.0.0.1:8501"], True),
        (["http://localhost:8501"], False),  # another name for the same place: another page
        (["http://127.0.0.1:3000"], False),
        (["http://127.0.0.1"], False),
        (["http://evil.com"], False),
        (["http://127.0.0.1:8501.evil.com"], False),
        (["http://127.0.0.1:8501/evil"], False),
        (["http://evil.com@127.0.0.1:8501"], False),
        (["file://127.0.0.1:8501"], False),
        (["null"], False),
        ([""], False),
        (["http://127.0.0.1:8501", "http://127.0.0.1:8501"], False),
    ],
)
def test_origin_is_our_own_page(origins: list[str], may_upload: bool) -> None:
    headers = [*LOCAL, *(("Origin", origin) for origin in origins)]
    found = access.judge_access("127.0.0.1", "127.0.0.1", headers)
    assert found == access.Access(may_upload, None if may_upload else access.FOREIGN_PAGE)


def test_no_session_only_looks(local_server: None) -> None:
    """A page's code run outside a browser session has no headers, so no rights."""
    assert access.current_access().reason == access.OTHER_MACHINE


@pytest.fixture
def local_server() -> Iterator[None]:
    access.record_server("127.0.0.1")
    yield
    access.record_server(None)


async def reached(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "reached"})


def knock(type_: str = "http", **scope: object) -> list[Message]:
    """What the gate answers; the app behind it answers "reached"."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError("the gate must not read the body")

    headers = [(b"host", b"127.0.0.1:8501")]
    defaults = {"type": type_, "path": "/", "client": ("127.0.0.1", 5), "headers": headers}
    asyncio.run(Gate(reached)({**defaults, **scope}, receive, send))
    return sent


UPLOAD = "/_stcore/upload_file/session/file"
PATHS = [UPLOAD, "/x" + UPLOAD, "/" + UPLOAD, UPLOAD.upper(), "/_stcore/%75pload_file/s/f", "/x"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "put", "BREW"])
def test_foreign_host_changes_nothing(local_server: None, path: str, method: str) -> None:
    start, body = knock(path=path, method=method, headers=[(b"host", b"evil.com")])
    assert start["status"] == 403
    assert body["body"].decode() == access.FOREIGN_HOST


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_everybody_may_look(method: str) -> None:
    assert knock(path=UPLOAD, method=method, headers=[]) == [{"type": "reached"}]


def test_local_upload_passes(local_server: None) -> None:
    assert knock(path=UPLOAD, method="PUT") == [{"type": "reached"}]


def test_unrecorded_server_is_read_only() -> None:
    assert knock(path=UPLOAD, method="PUT")[0]["status"] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/agent/interact",
        "/_stcore/agent",
        "/base/_stcore/agent/mcp",
        "//_stcore//agent/mcp",
        "/_STCORE/Agent/mcp",
        "/_stcore/%61gent/openapi.json",
        "/_stcore\\agent\\mcp",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_agent_api_is_not_there(local_server: None, path: str, method: str) -> None:
    assert knock(path=path, method=method)[0]["status"] == 404


@pytest.mark.parametrize(
    ("origin", "passes"),
    [
        (None, True),
        (b"http://127.0.0.1:8501", True),
        (b"http://evil.com", False),
        (b"http://localhost:3000", False),
        (b"null", False),
    ],
)
def test_websocket_of_a_foreign_page(origin: bytes | None, passes: bool) -> None:
    headers = [(b"host", b"127.0.0.1:8501"), *([(b"origin", origin)] if origin else [])]
    sent = knock("websocket", path="/_stcore/stream", headers=headers)
    assert sent == (
        [{"type": "reached"}] if passes else [{"type": "websocket.close", "code": 1008}]
    )
