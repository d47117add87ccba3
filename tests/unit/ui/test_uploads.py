"""What is uploaded names people, in dossier lists; it stays in memory while it arrives."""

import asyncio
import tempfile
from typing import Any

from starlette.requests import Request

from ttpv.ui.gate import keep_uploads_in_memory

BOUNDARY = b"boundary"


async def upload(size: int) -> Any:
    head = b'Content-Disposition: form-data; name="file"; filename="x.csv"'
    body = b"--%b\r\n%b\r\n\r\n%b\r\n--%b--\r\n" % (BOUNDARY, head, b"n" * size, BOUNDARY)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    kind = b"multipart/form-data; boundary=" + BOUNDARY
    scope = {"type": "http", "method": "PUT", "headers": [(b"content-type", kind)]}
    return (await Request(scope, receive).form())["file"]


def test_an_upload_of_any_size_reaches_no_temporary_file():
    keep_uploads_in_memory()
    uploaded = asyncio.run(upload(3_000_000))
    assert uploaded.size == 3_000_000
    assert isinstance(uploaded.file, tempfile.SpooledTemporaryFile)
    assert not uploaded.file._rolled
