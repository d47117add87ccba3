"""Zips, whole and changed."""

import io
import zipfile
from collections.abc import Callable, Mapping


def repacked(content: bytes, changes: Mapping[str, Callable[[bytes], bytes | None]]) -> bytes:
    """The same zip with some members changed, or left out (None)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data: bytes | None = old.read(name)
            if name in changes and data is not None:
                data = changes[name](data)
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
