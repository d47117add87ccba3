"""The kinds of reports, and the list of those that were taken away, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.reference import Reference
from ttpv.store import ReportRecord
from ttpv.views.formatting import format_moment, name_period
from ttpv.views.words import CENTRE

KIND_NAMES: Mapping[str, str] = {
    "bao-cao": "Báo cáo",
    "phu-luc": "Phụ lục số liệu",
    "niem-yet": "Bảng niêm yết",
    "don-doc": "Văn bản đôn đốc",
}
READER = "người xem"
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A report as the list names it; `file` is what it was called when it was taken."""

    moment: str
    by: str
    kind: str
    period: str
    scope: str
    snapshot: str
    file: str


def build_taken(records: Sequence[ReportRecord], reference: Reference) -> tuple[TakenRow, ...]:
    """In the order of the records. A department of long ago that has left the register keeps its
    id."""
    return tuple(
        TakenRow(
            moment=format_moment(record.made_at),
            by=record.made_by or READER,
            kind=f"{KIND_NAMES.get(record.kind, record.kind)} (.{record.format})",
            period=name_period(record.period),
            scope=_name_scope(record.departments, reference),
            snapshot=record.id,
            file=record.file,
        )
        for record in records
    )


def _name_scope(departments: Sequence[str], reference: Reference) -> str:
    if not departments:
        return CENTRE
    if len(departments) > _MOST_NAMED:
        return f"{len(departments)} đơn vị"
    known = reference.department_by_id
    return ", ".join(known[id_].short if id_ in known else id_ for id_ in departments)
