"""The counts of annexes I and II, a row a department and the selection together last."""

from ttpv.core.no_rate import NOT_APPLICABLE
from ttpv.metrics import compute_share
from ttpv.monitor import Figures, Line
from ttpv.reference import Reference
from ttpv.views.data_table import DataTable, Field, Value, number
from ttpv.views.data_tables.parts import DEPARTMENT, TOTAL, values_of_department
from ttpv.views.dossiers import COLUMNS
from ttpv.views.formatting import count_share_places
from ttpv.views.names import full_name
from ttpv.views.words import CENTRE, CHOSEN

FEES = ("online_transactions", "online_amount", "direct_transactions", "direct_amount")
_SHARES = (
    ("transaction_share", "Tỷ trọng giao dịch trực tuyến (%)"),
    ("amount_share", "Tỷ trọng tiền trực tuyến (%)"),
)


def table_of_dossiers(figures: Figures) -> DataTable:
    """Along the way of the dossiers, as the page has them."""
    counts = tuple(Field(measure, head, "count") for measure, head in COLUMNS.items())
    rows = [
        (*_whose(line, figures), *(line.counts[measure] for measure in COLUMNS))
        for line in (*figures.departments, figures.total)
    ]
    return DataTable((*DEPARTMENT, TOTAL, *counts), rows)


def table_of_fees(figures: Figures, reference: Reference) -> DataTable:
    """Transactions and amounts in đồng, and their shares with the reason where there is none."""
    counts = tuple(
        Field(measure, f"{reference.title(measure)} ({reference.measures[measure].unit})", "count")
        for measure in FEES
    )
    shares = [
        field
        for name, head in _SHARES
        for field in (Field(name, head, "decimal"), Field(f"{name}_reason", f"{head}: lý do"))
    ]
    rows = [
        (*_whose(line, figures), *(line.counts[measure] for measure in FEES), *_shares(line))
        for line in (*figures.departments, figures.total)
    ]
    return DataTable((*DEPARTMENT, TOTAL, *counts, *shares), rows)


def _whose(line: Line, figures: Figures) -> tuple[Value, ...]:
    total = CENTRE if figures.is_whole_centre else CHOSEN
    named = values_of_department(line.department, full_name(line) or total)
    return (*named, line.department is None)


def _shares(line: Line) -> tuple[Value, ...]:
    counts = line.counts
    values: list[Value] = []
    for kind in ("transactions", "amount"):
        online, direct = counts[f"online_{kind}"], counts[f"direct_{kind}"]
        if online is None or direct is None:
            values += [None, "chưa có số liệu"]
            continue
        share = compute_share(online, online + direct)
        known = None if share is None else number(share, count_share_places(share))
        values += [known, None if share is not None else NOT_APPLICABLE]
    return tuple(values)
