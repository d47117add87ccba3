"""Fees (annex II): transactions and amounts, online and at the counter, and their shares.

The share of online transactions is not the payment rate: that counts dossiers (DOMAIN, ratios 2).
"""

from dataclasses import dataclass

from ttpv.core.no_rate import NOT_APPLICABLE
from ttpv.metrics import compute_share
from ttpv.monitor import Figures, Line
from ttpv.views.formatting import format_amount, format_billions, format_count, format_share
from ttpv.views.names import full_name, short_name


@dataclass(frozen=True, slots=True)
class FeesLine:
    """One department's fees as texts; `online` and `direct` are the bare counts for charts."""

    id: str
    name: str
    short: str
    online_transactions: str
    online_amount: str
    direct_transactions: str
    direct_amount: str
    transaction_share: str
    amount_share: str
    online: int | None
    direct: int | None
    online_dong: int | None
    direct_dong: int | None


@dataclass(frozen=True, slots=True)
class FeesView:
    total: FeesLine
    rows: tuple[FeesLine, ...]
    summary: str
    is_known: bool


def build_fees_line(line: Line) -> FeesLine:
    counts = line.counts
    online, direct = counts["online_transactions"], counts["direct_transactions"]
    online_dong, direct_dong = counts["online_amount"], counts["direct_amount"]

    def share(part: int | None, other: int | None) -> str:
        whole = None if part is None or other is None else part + other
        return NOT_APPLICABLE if whole == 0 else format_share(compute_share(part, whole))

    return FeesLine(
        id=line.department.id if line.department else "",
        name=full_name(line) or "Tổng cộng",
        short=short_name(line) or "Tổng cộng",
        online_transactions=format_count(online),
        online_amount=format_amount(online_dong),
        direct_transactions=format_count(direct),
        direct_amount=format_amount(direct_dong),
        transaction_share=share(online, direct),
        amount_share=share(online_dong, direct_dong),
        online=online,
        direct=direct,
        online_dong=online_dong,
        direct_dong=direct_dong,
    )


def build_fees(figures: Figures) -> FeesView:
    total = build_fees_line(figures.total)
    rows = tuple(build_fees_line(line) for line in figures.departments)
    counts = figures.total.counts
    online = _say(counts["online_transactions"], counts["online_amount"])
    direct = _say(counts["direct_transactions"], counts["direct_amount"])
    summary = f"Thu trực tuyến: {online}. Thu trực tiếp: {direct}."
    known = any(row.online is not None for row in rows)
    return FeesView(total=total, rows=rows, summary=summary, is_known=known)


def _say(transactions: int | None, amount: int | None) -> str:
    """ "26.133 giao dịch, trên 10,9 tỷ đồng"; below a tỷ the amount itself."""
    if transactions is None or amount is None:
        return "chưa đủ số liệu"
    if transactions == 0:
        return NOT_APPLICABLE
    shown = f"trên {format_billions(amount)}" if amount >= 10**9 else format_amount(amount)
    return f"{format_count(transactions)} giao dịch, {shown}"
