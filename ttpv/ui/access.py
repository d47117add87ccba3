"""Who may upload: without an identity provider, only the person who sits at this machine.

The same judgement is asked twice, by `serve.py` for every request and by the pages for their
session, so that hiding a button is never the only thing between a visitor and the store.
A proxy that adds no header at all cannot be told from a local browser; docs/ARCHITECTURE.md
says that a server behind one must listen on an address other than the loopback.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

Headers = Iterable[tuple[str, str]]

NOT_STARTED = (
    "Trang này chỉ xem vì không được khởi động bằng lệnh “make run”. "
    "Để nhập dữ liệu, hãy chạy “make run” trên máy chủ rồi mở địa chỉ mà lệnh đó in ra."
)
OPEN_SERVER = (
    "Trang này chỉ xem vì máy chủ đang mở cho mạng (địa chỉ {address}). "
    "Để nhập dữ liệu, hãy chạy “make run” trên máy chủ, không đổi địa chỉ."
)
OTHER_MACHINE = (
    "Trang này chỉ xem vì được mở từ một máy khác. "
    "Để nhập dữ liệu, hãy mở trang trên chính máy chủ."
)
FOREIGN_HOST = (
    "Trang này chỉ xem vì được mở bằng tên miền khác với tên của chính máy chủ. "
    "Để nhập dữ liệu, hãy mở http://127.0.0.1 (kèm số cổng) trên máy chủ."
)
BEHIND_PROXY = (
    "Trang này chỉ xem vì được mở qua máy chủ trung gian (proxy). "
    "Để nhập dữ liệu, hãy mở trang trực tiếp trên máy chủ."
)
FOREIGN_PAGE = (
    "Yêu cầu bị từ chối vì xuất phát từ một trang web khác. "
    "Để nhập dữ liệu, hãy mở trang này trực tiếp trong trình duyệt trên máy chủ."
)

# What proxies, tunnels and content networks add. A request that carries any of them has come
# from somewhere else, whatever its last hop says.
_PROXY_NAMES = frozenset({"forwarded", "via", "cdn-loop", "client-ip", "x-host", "x-amzn-trace-id"})
_PROXY_PREFIXES = ("x-forwarded", "x-real-", "x-original-", "x-envoy-", "x-proxy", "cf-")
_PROXY_PARTS = ("forwarded", "real-ip", "remote-ip", "remote-addr")
_PROXY_SUFFIXES = ("-client-ip", "-clientip", "-proxyuser-ip")

_AUTHORITY = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[0-9a-z.-]+)(:[0-9]{1,5})?")
_ORIGIN = re.compile(r"https?://(?P<authority>[^/]*)")


@dataclass(frozen=True, slots=True)
class Access:
    """Whether this visitor may upload; if not, `reason` is the sentence to show."""

    may_upload: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What only the process that listens knows."""

    address: str


_serving: ServerFacts | None = None


def record_server(address: str | None) -> None:
    """`serve.py` says where it listens. Never said (`streamlit run app.py`) means read-only."""
    global _serving  # one process serves one address
    _serving = ServerFacts(address) if address is not None else None


def bound_address() -> str | None:
    """The address that this process listens on; None when `serve.py` did not start it."""
    return _serving.address if _serving else None


def judge_access(bound: str | None, client: str | None, headers: Headers) -> Access:
    """May a request or session from `client` upload to a server listening on `bound`?

    Everything must speak for a local visitor; anything missing, doubled or odd speaks against.
    The Host header stops DNS rebinding (a foreign name that points here), Origin stops a foreign
    page that the local browser happens to show.
    """
    pairs = [(name.lower().replace("_", "-"), value.lower()) for name, value in headers]
    hosts = [value for name, value in pairs if name == "host"]
    origins = [value for name, value in pairs if name == "origin"]
    if bound is None:
        return Access(False, NOT_STARTED)
    if not _is_loopback(bound):
        return Access(False, OPEN_SERVER.format(address=bound))
    if client is None or not _is_loopback(client):
        return Access(False, OTHER_MACHINE)
    if any(_is_proxy_header(name) for name, _ in pairs):
        return Access(False, BEHIND_PROXY)
    if len(hosts) != 1 or not _names_loopback(hosts[0]):
        return Access(False, FOREIGN_HOST)
    if origins and not is_same_origin(origins, hosts):
        return Access(False, FOREIGN_PAGE)
    return Access(True)


def is_same_origin(origins: list[str], hosts: list[str]) -> bool:
    """Was the request sent by a page of the very server it goes to?"""
    if len(origins) != 1 or len(hosts) != 1:
        return False
    found = _ORIGIN.fullmatch(origins[0].lower())
    return found is not None and found["authority"] == hosts[0].lower()


def current_access() -> Access:
    """The judgement for the session that is running, by the handshake of its connection."""
    import streamlit as st

    sent = st.context.headers
    headers = [(name, value) for name in sent for value in sent.get_all(name)]
    # Streamlit gives None both for 127.0.0.1 and ::1 and for "no connection"; the latter has
    # no headers either.
    client = st.context.ip_address or ("127.0.0.1" if headers else None)
    return judge_access(bound_address(), client, headers)


def _is_proxy_header(name: str) -> bool:
    return (
        name in _PROXY_NAMES
        or name.startswith(_PROXY_PREFIXES)
        or name.endswith(_PROXY_SUFFIXES)
        or any(part in name for part in _PROXY_PARTS)
    )


def _names_loopback(host: str) -> bool:
    """`localhost`, 127.0.0.0/8 or [::1], with or without a port; no other spelling of them."""
    found = _AUTHORITY.fullmatch(host)
    if found is None:
        return False
    name = found["name"]
    return name == "localhost" or _is_loopback(name.removeprefix("[").removesuffix("]"))


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:  # a name, or nothing that an address could be: not known to be local
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        return found.ipv4_mapped.is_loopback
    return found.is_loopback
