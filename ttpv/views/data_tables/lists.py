"""Out of a dossier list: counts by field or procedure, and dossiers by code."""

from collections.abc import Sequence
from typing import Literal

from ttpv.dossier_lists import Dossier, Group
from ttpv.views.data_table import DataTable, Field
from ttpv.views.drilldown import COLUMNS, NOT_SAID

_NAMES: dict[Literal["field", "procedure"], str] = {"field": "Lĩnh vực", "procedure": "Thủ tục"}


def table_of_groups(groups: Sequence[Group], kind: Literal["field", "procedure"]) -> DataTable:
    """A row a field, or a procedure with its code."""
    fields = (
        Field(f"{kind}_id", f"Mã {_NAMES[kind].lower()}"),
        Field(kind, _NAMES[kind]),
        *(Field(column.measure, column.head, "count") for column in COLUMNS),
    )
    rows = [
        (g.key, g.name or NOT_SAID, *(g.counts[column.measure] for column in COLUMNS))
        for g in groups
    ]
    return DataTable(fields, rows)


def table_of_dossier_list(dossiers: Sequence[Dossier]) -> DataTable:
    """A row a dossier; of its applicant nothing is known."""
    fields = (
        Field("code", "Mã hồ sơ"),
        Field("procedure", "Thủ tục"),
        Field("received", "Tiếp nhận", "moment"),
        Field("due", "Hẹn trả", "moment"),
        Field("returned", "Trả", "moment"),
    )
    rows = [(d.code, d.procedure or NOT_SAID, d.received, d.due, d.returned) for d in dossiers]
    return DataTable(fields, rows)
