"""The server as `make run` starts it, with a small script in place of the dashboard."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from streamlit import file_util

import serve
from ttpv.store.store import StoreError
from ttpv.ui.document import translate_document

ROOT = Path(__file__).parents[2]
INDEX = Path(file_util.get_static_dir()) / "index.html"
STARTER = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
import serve
prepared = []
sys.exit(serve.main(
    ["--port", "0"], script=Path("script.py"), prepare=lambda: prepared.append("x"),
    snapshot=lambda: f"prepared {{len(prepared)}}",
))
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real server in a process and a folder of its own."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "script.py").write_text("import streamlit as st\nst.write('x')\n")
    (folder / "start.py").write_text(STARTER.format(root=str(ROOT)))
    command = [sys.executable, "-X", "utf8", "start.py"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        line = server.stdout.readline()
        start, _, rest = line.partition("http://127.0.0.1:")
        if not rest:
            server.kill()
            pytest.fail(f"the server said {line!r} and {server.stderr.read()!r}")
        assert start == "Bảng theo dõi đang chạy tại "
        yield int(rest.split()[0])
        server.terminate()
        assert server.stdout.read() == "", "nothing but the one line"
        assert server.stderr.read() == ""


def ask(port: int, method: str, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


def test_health_names_the_snapshot(port: int) -> None:
    response, body = ask(port, "GET", "/healthz")
    assert response.status == 200
    assert body == '{"status":"ok","snapshot":"prepared 1"}', "prepared once, before serving"


@pytest.mark.parametrize("path", ["/", "/chi-tiet", "/chi-tiet?ky=2023"])
def test_document_is_vietnamese(port: int, path: str) -> None:
    response, body = ask(port, "GET", path, Accept_Encoding="gzip", Range="bytes=0-9")
    assert response.status == 200
    assert '<html lang="vi">' in body
    assert "<title>Theo dõi chỉ tiêu TTPVHCC</title>" in body
    assert response.headers["content-length"] == str(len(body.encode()))
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-security-policy"] == "frame-ancestors 'self'"


@pytest.mark.parametrize("path", ["/so-nganh", "/a/b?period=2023", "/chi-tiet/x", "/pages/help.py"])
def test_an_address_without_a_page_is_answered_in_vietnamese(port: int, path: str) -> None:
    """Streamlit would open its first page there, under a dialog "Page not found"."""
    response, body = ask(port, "GET", path)
    assert response.status == 404
    assert "<h1>Không có trang này</h1>" in body
    assert response.headers["content-length"] == str(len(body.encode()))
    assert response.headers["content-security-policy"] == "frame-ancestors 'self'"
    assert ask(port, "HEAD", path)[1] == ""


def test_document_is_never_taken_for_streamlits(port: int) -> None:
    """A cached original of before would be kept for ever if its ETag were still honoured."""
    response, body = ask(port, "GET", "/", If_Modified_Since="Tue, 01 Jan 2030 00:00:00 GMT")
    assert response.status == 200
    assert body
    assert response.headers["etag"] is None
    assert response.headers["last-modified"] is None


def test_head_has_headers_only(port: int) -> None:
    full, document = ask(port, "GET", "/")
    response, body = ask(port, "HEAD", "/")
    assert body == ""
    assert response.headers["content-length"] == str(len(document.encode()))
    assert full.headers["content-type"] == response.headers["content-type"]


def test_assets_keep_their_caching(port: int) -> None:
    asset = next((INDEX.parent / "static" / "js").glob("index.*.js")).name
    response, _ = ask(port, "HEAD", f"/static/js/{asset}")
    assert response.status == 200
    etag = response.headers["etag"]
    response, _ = ask(port, "GET", f"/static/js/{asset}", If_None_Match=etag)
    assert response.status == 304


def test_upload_needs_the_local_host(port: int) -> None:
    path = "/_stcore/upload_file/session/file"
    response, body = ask(port, "PUT", path, Host="evil.com")
    assert (response.status, body[:14]) == (403, "Trang này chỉ ")
    response, body = ask(port, "PUT", path, X_Forwarded_For="127.0.0.1")
    assert (response.status, body[:14]) == (403, "Trang này chỉ ")
    response, body = ask(port, "PUT", path)
    assert body == "XSRF token missing or invalid", "past our door, stopped by Streamlit's own"


def test_agent_api_is_not_there(port: int) -> None:
    assert ask(port, "GET", "/_stcore/agent/openapi.json")[0].status == 404
    assert ask(port, "POST", "/_stcore/agent/interact")[0].status == 404


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(ROOT / "serve.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=30, check=False)


def test_taken_port_is_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = start("--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Cổng ")
    assert "make run PORT=8600" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreError("Kho số liệu hỏng."), "Kho số liệu hỏng.\n"),
        (PermissionError(13, "Permission denied", "/data"), "Không dùng được kho số liệu"),
    ],
)
def test_unusable_store_is_a_sentence(
    error: Exception, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    assert serve.main(["--port", "0"], prepare=fail) == 1
    assert capsys.readouterr().err.startswith(words)


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_wrong_port_is_a_sentence(port: str) -> None:
    done = start("--port", port)
    assert done.returncode == 2
    assert done.stderr.startswith("Cách dùng: ")


def test_changed_streamlit_is_noticed() -> None:
    document = INDEX.read_text()
    assert "noscript><p>Trang này" in translate_document(document)
    with pytest.raises(RuntimeError, match="html lang"):
        translate_document(document.replace('lang="en"', 'lang="fr"'))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StoreError("Lần công bố 3 bị hỏng."), "Lần công bố 3 bị hỏng."),
        (KeyError("x"), "lỗi ngoài dự kiến"),
    ],
)
def test_a_damaged_store_is_not_said_to_be_unharmed(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
):
    """ "Published figures are not affected" is what a bug in a page may say, not a lost file."""
    sentences: list[str] = []
    monkeypatch.setattr(serve.st, "error", sentences.append)
    assert serve._show_failure(error)
    (sentence,) = sentences
    assert said in sentence
    assert ("không bị ảnh hưởng" in sentence) == (said == "lỗi ngoài dự kiến")
