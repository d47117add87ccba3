"""The slim table: every dossier of the list, without its applicant, one Parquet file.

A row group holds dossiers of one state, and of the states that people ask for (late, overdue,
suspended) it holds a few thousand in order of department and deadline. So the reader of such a list
skips nearly the whole file by the statistics alone, be it of ten million dossiers.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ttpv.readers.dossiers.count import TEXT_COLUMNS, name_departments, name_texts
from ttpv.readers.dossiers.values import Texts
from ttpv.reference import Department, DossierLayout
from ttpv.reference.dossiers import CHOICES

ATTENTION = ("resolved_late", "pending_overdue", "suspended")
"""The states whose dossiers are looked at one by one."""

COMPRESSION = "zstd"
_GROUP_ROWS = 10_000


class SlimWriter:
    """Writes the file; the dossiers that need attention wait in the database until `finish`."""

    def __init__(
        self,
        path: Path,
        connection: duckdb.DuckDBPyConnection,
        layout: DossierLayout,
        departments: Sequence[Department],
        texts: Mapping[str, Texts],
    ) -> None:
        self._connection = connection
        self._layout = layout
        self._departments = departments
        self._texts = texts
        self._schema = slim_schema(layout)
        repeated = [f.name for f in self._schema if f.type == pa.string() and f.name != "code"]
        self._writer = pq.ParquetWriter(
            path, self._schema, compression=COMPRESSION, use_dictionary=repeated
        )
        self._has_attention = False

    def add(self, rows: Any) -> None:
        """Rows of `DossierCounts.add`: integers, and sorted by `state`."""
        for state in pc.unique(rows["state"]).to_pylist():
            of_state = rows.filter(pc.equal(rows["state"], state))
            if state not in ATTENTION:
                self._writer.write_table(self._named(of_state), row_group_size=of_state.num_rows)
                continue
            self._connection.register("of_state", of_state)
            if not self._has_attention:
                self._connection.execute("CREATE TEMP TABLE attention AS SELECT * FROM of_state")
            else:
                self._connection.execute("INSERT INTO attention SELECT * FROM of_state")
            self._connection.unregister("of_state")
            self._has_attention = True

    def finish(self) -> None:
        """Writes those that need attention, and the file's end."""
        for state in ATTENTION if self._has_attention else ():
            reader: Any = self._connection.sql(
                "SELECT * FROM attention WHERE state = $state ORDER BY department, due, row",
                params={"state": state},
            ).to_arrow_reader(_GROUP_ROWS)
            for batch in reader:
                table = self._named(pa.Table.from_batches([batch]))
                self._writer.write_table(table, row_group_size=_GROUP_ROWS)
        self.close()

    def close(self) -> None:
        self._writer.close()

    def _named(self, rows: Any) -> Any:
        columns: dict[str, Any] = {}
        for field in self._schema:
            name = field.name
            if name == "department":
                columns[name] = name_departments(rows[name], self._departments)
            elif name in TEXT_COLUMNS:
                columns[name] = name_texts(rows, name, self._texts)
            elif name not in rows.column_names:
                columns[name] = pa.nulls(rows.num_rows, field.type)
            elif name in self._layout.column_by_id and field.type == pa.string() and name != "code":
                ids = self._layout.kept_values(name)
                columns[name] = pa.array(ids, pa.string()).take(rows[name])
            else:
                columns[name] = rows[name].cast(field.type)
        return pa.table(columns, schema=self._schema)


def slim_schema(layout: DossierLayout) -> Any:
    """`row` of the file, the layout's columns (times without zone, amounts in đồng, everything else
    as ids or texts), and `state`; a column that a list lacks is null."""
    kinds = {"time": pa.timestamp("ms"), "amount": pa.int64()} | dict.fromkeys(CHOICES, pa.string())
    columns = [(column.id, kinds.get(column.kind, pa.string())) for column in layout.columns]
    return pa.schema([("row", pa.int64()), *columns, ("state", pa.string())])
