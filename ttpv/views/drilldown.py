"""A department's dossier list as one reads it: by field, by procedure, and dossier by dossier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ttpv.dossier_lists import MOST, Dossier, Group, State
from ttpv.views.formatting import NONE, format_count

STATE_WORDS: dict[State, str] = {
    "pending_overdue": "Đang giải quyết quá hạn",
    "suspended": "Đang tạm dừng",
    "resolved_late": "Đã giải quyết trễ hạn",
}


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """A count of the table; a part is counted in the column before it, and adds to nothing."""

    measure: str
    head: str
    is_part: bool = False


COLUMNS = (
    GroupColumn("received_new", "Tiếp nhận mới"),
    GroupColumn("resolved_on_time", "Giải quyết đúng hạn"),
    GroupColumn("resolved_late", "Trễ hạn"),
    GroupColumn("pending_in_time", "Đang giải quyết trong hạn"),
    GroupColumn("suspended", "trong đó tạm dừng", is_part=True),
    GroupColumn("pending_overdue", "Quá hạn"),
)
DOSSIER_HEADS = ("Mã hồ sơ", "Thủ tục", "Tiếp nhận", "Hẹn trả", "Trả")
NOT_SAID = "(không ghi)"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A field or a procedure; `keys` are the bare counts to sort by."""

    key: str
    name: str
    counts: tuple[str, ...]
    keys: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class DossierRow:
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierListView:
    """`title` says how many there are, and that not all are shown where there are too many."""

    title: str
    rows: tuple[DossierRow, ...]


def build_group_rows(groups: Sequence[Group]) -> tuple[GroupRow, ...]:
    """In the order given; a count a column of `COLUMNS`."""
    rows = []
    for group in groups:
        counts = tuple(group.counts[column.measure] for column in COLUMNS)
        shown = tuple(format_count(count) for count in counts)
        rows.append(GroupRow(group.key or "", group.name or NOT_SAID, shown, counts))
    return tuple(rows)


def build_dossier_list(
    dossiers: Sequence[Dossier], state: State, known: int | None
) -> DossierListView:
    """`known` is how many the counts say there are."""
    title = f"{STATE_WORDS[state]}: {format_count(known)} hồ sơ"
    if len(dossiers) == MOST and known is not None and known > MOST:
        title += f", hiện {format_count(MOST)} hồ sơ có hạn sớm nhất"
    return DossierListView(title, tuple(_build_row(dossier) for dossier in dossiers))


def _build_row(dossier: Dossier) -> DossierRow:
    times = (dossier.received, dossier.due, dossier.returned)
    procedure = dossier.procedure or NOT_SAID
    return DossierRow((dossier.code, procedure, *(_format_time(moment) for moment in times)))


def _format_time(moment: datetime | None) -> str:
    """Time and date as the list has them, without a zone; a missing one is a dash."""
    return NONE if moment is None else f"{moment:%H:%M %d/%m/%Y}"
