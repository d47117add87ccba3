"""The registers and the history: targets, departments, published states, reports taken away."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ttpv.reference import Reference
from ttpv.store import ReportRecord
from ttpv.views.data_table import DataTable, Field
from ttpv.views.data_tables.parts import number_as_is
from ttpv.views.history import HistoryRow
from ttpv.views.registry import RegistryGroup
from ttpv.views.reports import build_taken
from ttpv.views.targets import build_target_lines, target_key


def table_of_targets(reference: Reference, today: date) -> DataTable:
    """A row an entry of the register, in the page's order."""
    fields = (
        Field("rate_id", "Mã tỷ lệ"),
        Field("rate", "Tỷ lệ"),
        Field("target", "Chỉ tiêu (%)", "decimal"),
        Field("scope_id", "Mã phạm vi"),
        Field("scope", "Phạm vi"),
        Field("effective_from", "Từ ngày", "day"),
        Field("effective_to", "Đến ngày", "day"),
        Field("decision", "Quyết định"),
        Field("decision_date", "Ngày quyết định", "day"),
        Field("source", "Nguồn"),
        Field("state", "Trạng thái"),
    )
    by_key = {target_key(target): target for target in reference.targets}
    rows = [
        (
            target.rate,
            line.rate,
            number_as_is(target.value),
            target.scope,
            line.scope,
            target.effective_from,
            target.effective_to,
            target.decision,
            target.decision_date,
            target.source,
            line.state_word,
        )
        for line in build_target_lines(reference.targets, reference, today)
        for target in (by_key[line.key],)
    ]
    return DataTable(fields, rows)


def table_of_registry(groups: Iterable[RegistryGroup], reference: Reference) -> DataTable:
    """A row a department of the groups that the page shows."""
    fields = (
        Field("department_id", "Mã đơn vị"),
        Field("department", "Cơ quan, đơn vị"),
        Field("short", "Tên ngắn"),
        Field("aliases", "Tên gọi khác"),
        Field("learned", "Tên do người dùng thêm"),
        Field("exists_from", "Tồn tại từ", "day"),
        Field("exists_to", "Tồn tại đến", "day"),
        Field("before", "Từ đơn vị"),
        Field("after", "Thành đơn vị"),
        Field("is_split", "Bị chia tách", "flag"),
    )
    rows = [
        (
            row.id,
            row.name,
            row.short,
            row.aliases or None,
            "; ".join(row.learned) or None,
            known.first,
            known.last,
            row.before or None,
            row.after or None,
            row.is_split,
        )
        for group in groups
        for row in group.rows
        for known in (reference.department_by_id[row.id],)
    ]
    return DataTable(fields, rows)


def table_of_history(rows: Sequence[HistoryRow], published: Sequence[datetime]) -> DataTable:
    """A row a published state; `published` are their times."""
    fields = (
        Field("snapshot", "Lần công bố"),
        Field("published_at", "Lúc", "moment"),
        Field("published_by", "Người công bố"),
        Field("changes", "Nội dung"),
    )
    return DataTable(
        fields,
        [
            (row.snapshot, local(moment), row.by, "; ".join(row.changes))
            for row, moment in zip(rows, published, strict=True)
        ],
    )


def table_of_reports(records: Sequence[ReportRecord], reference: Reference) -> DataTable:
    """A row a report that was taken away."""
    fields = (
        Field("made_at", "Lúc", "moment"),
        Field("made_by", "Người lập"),
        Field("report", "Báo cáo"),
        Field("period_start", "Từ ngày", "day"),
        Field("period_end", "Đến ngày", "day"),
        Field("scope", "Phạm vi"),
        Field("snapshot", "Lần công bố"),
        Field("file", "Tệp"),
    )
    rows = [
        (
            local(record.made_at),
            row.by,
            row.kind,
            record.period.start,
            record.period.last,
            row.scope,
            row.snapshot,
            row.file,
        )
        for record, row in zip(records, build_taken(records, reference), strict=True)
    ]
    return DataTable(fields, rows)


def local(moment: datetime) -> datetime:
    """As the pages say it: the machine's own time, which a file then holds without a zone."""
    return moment.astimezone().replace(tzinfo=None)
