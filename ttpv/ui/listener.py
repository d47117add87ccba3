"""The socket and the Uvicorn around it, with Vietnamese words for whoever started the server."""

import contextlib
import errno
import socket
import sys

import uvicorn
from starlette.types import ASGIApp


class CannotListen(Exception):
    """The wanted address or port cannot be used; the message is for people."""


def listen(address: str, port: int) -> socket.socket:
    """A listening socket. Before anything else, so that a taken port is known at once."""
    try:
        family, _, _, _, target = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(target, family=family, backlog=2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotListen(
                f"Cổng {port} đang được chương trình khác dùng (có thể bảng theo dõi đã chạy sẵn). "
                "Hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ: make run PORT=8600"
            ) from error
        why = str(error.strerror).partition(" (while")[0]  # the rest repeats the address
        raise CannotListen(
            f"Không mở được địa chỉ {address}, cổng {port} ({why}). "
            "Hãy chọn địa chỉ hoặc cổng khác, ví dụ: make run PORT=8600"
        ) from error


def display_name(address: str) -> str:
    """A name that a browser can open: the wildcards are none."""
    return socket.gethostname() if address in ("0.0.0.0", "::") else address


def serve(app: ASGIApp, listener: socket.socket) -> None:
    """Serve until Ctrl+C, and say where once it can be opened."""
    address, port = listener.getsockname()[:2]
    name = display_name(address)
    settings = uvicorn.Config(
        app,
        lifespan="on",
        log_level="warning",
        access_log=False,
        use_colors=False,
        server_header=False,
        proxy_headers=False,  # the client is who connects, whatever X-Forwarded-For says
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )
    server = _Server(settings, f"http://{f'[{name}]' if ':' in name else name}:{port}")
    with contextlib.suppress(KeyboardInterrupt):  # Uvicorn has shut down and passes it on
        server.run(sockets=[listener])
    _say("Đã dừng bảng theo dõi.")


class _Server(uvicorn.Server):
    def __init__(self, settings: uvicorn.Config, url: str) -> None:
        super().__init__(settings)
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _say(f"Bảng theo dõi đang chạy tại {self._url} — nhấn Ctrl+C để dừng.")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
