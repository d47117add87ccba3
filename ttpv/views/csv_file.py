"""Tables as files that Vietnamese Excel opens as tables."""

import csv
import io
from collections.abc import Iterable, Sequence

from ttpv.core.csv_text import neutralise

# Excel in Vietnamese has the comma for decimals and so the semicolon between columns; it takes a
# file for UTF-8 only where the byte order mark says so.
_SEPARATOR = ";"
_ENCODING = "utf-8-sig"


def build_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Text that Excel would take for a formula has an apostrophe before it."""
    return encode_rows([neutralise(cell) for cell in row] for row in (heads, *rows))


def encode_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Cells as they are, for those who have neutralised theirs; "?" for what is no text."""
    out = io.StringIO()
    csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(_ENCODING, "replace")
