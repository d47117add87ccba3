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
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n")
    writer.writerow([neutralise(head) for head in heads])
    for row in rows:
        writer.writerow([neutralise(cell) for cell in row])
    return out.getvalue().encode(_ENCODING)
