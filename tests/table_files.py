"""What was downloaded, read again: as Excel in Vietnamese reads CSV, and as any program Parquet."""

import csv
import io
from typing import Any

import pyarrow.parquet as pq


def read_csv(content: bytes) -> list[list[str]]:
    """The heads and the rows."""
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def read_parquet(content: bytes) -> list[dict[str, Any]]:
    return pq.read_table(io.BytesIO(content)).to_pylist()
