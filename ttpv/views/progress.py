"""How far a long reading is, in words."""

import math

from ttpv.readers.dossiers import Progress
from ttpv.views.formatting import format_count

_MINUTE = 60


def describe_progress(progress: Progress) -> str:
    """ "Đã đọc 45 %, còn khoảng 12 giây"; how many rows where nobody knows how many there are."""
    if not progress.done:
        return "Đang mở tệp…"
    share = read_share(progress)
    if share is None:
        unit = "dòng" if progress.unit == "rows" else "byte"
        return f"Đã đọc {format_count(progress.done)} {unit}"
    return f"Đã đọc {share} %{_describe_rest(progress.seconds_left)}"


def read_share(progress: Progress) -> int | None:
    """Percent, rounded down; None while the whole is not known."""
    return progress.done * 100 // progress.total if progress.total else None


def _describe_rest(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return f", còn khoảng {max(1, math.ceil(seconds))} giây"
    return f", còn khoảng {math.ceil(seconds / _MINUTE)} phút"
