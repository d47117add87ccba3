"""The current state for other engines: plain Parquet, or Delta tables.

One table a form with all its periods (`annex-1`), and one a role for what dossier lists bring
(`dossiers-cube`); columns that a period lacks are null there. `state.json` beside them says which
state it is and where each part came from.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from ttpv.store.errors import StoreError
from ttpv.store.files import draft_file, new_folder
from ttpv.store.folders import Folders
from ttpv.store.manifest import Manifest
from ttpv.store.verify import check_entries

ExportFormat = Literal["parquet", "delta"]

Write = Callable[[Path, str, Sequence[Path]], int]
"""Writes one table of that name, made of those files, into a folder; the number of rows."""


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """One table of an export: its name, and its rows."""

    name: str
    rows: int


def export_snapshot(
    folders: Folders, manifest: Manifest, directory: Path, format_: ExportFormat
) -> tuple[ExportedTable, ...]:
    """Writes the state into `directory`, which must be absent or empty; needs lock.publishing.

    The folder appears whole or not at all. Raises StoreError where it is not empty, where the
    state is damaged, and for Delta where its package is not installed.
    """
    write: Write = _write_parquet if format_ == "parquet" else _delta_writer()
    findings = check_entries(folders, manifest, manifest.entries)
    if findings:
        raise StoreError(" ".join(finding.message for finding in findings))
    try:
        with new_folder(directory) as draft:
            tables = tuple(
                ExportedTable(name, write(draft, name, files))
                for name, files in sorted(_group(folders, manifest).items())
            )
            with draft_file(draft / "state.json") as target:
                target.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    except FileExistsError:
        raise StoreError(
            f"Thư mục {directory} không trống. Hãy chọn một thư mục trống hoặc chưa có."
        ) from None
    return tables


def _group(folders: Folders, manifest: Manifest) -> dict[str, list[Path]]:
    groups: dict[str, list[Path]] = defaultdict(list)
    for entry in manifest.entries:
        groups[entry.form].append(folders.tables / entry.file)
        for role, name in sorted(entry.extras.items()):
            groups[f"{entry.form}-{role}"].append(folders.tables / name)
    return groups


def _write_parquet(folder: Path, name: str, files: Sequence[Path]) -> int:
    schema = _schema(files)
    rows = 0
    with (
        draft_file(folder / f"{name}.parquet") as target,
        pq.ParquetWriter(target, schema, compression="zstd") as writer,
    ):
        for batch in _batches(files, schema):
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def _delta_writer() -> Write:
    try:
        from deltalake import write_deltalake
        from deltalake.exceptions import DeltaError
    except ModuleNotFoundError:
        raise StoreError(
            "Chưa cài gói deltalake để xuất dạng Delta. Hãy cài: "
            ".venv/bin/python -m pip install deltalake==1.6.6, hoặc xuất dạng Parquet: "
            "python -m ttpv export --format parquet THƯ_MỤC"
        ) from None

    def write(folder: Path, name: str, files: Sequence[Path]) -> int:
        schema = _schema(files)
        reader = pa.RecordBatchReader.from_batches(schema, _batches(files, schema))
        try:
            write_deltalake(str(folder / name), reader, mode="error")
        except DeltaError as error:
            raise StoreError(f"Không ghi được bảng Delta {name} ({error}).") from error
        return sum(_rows(file) for file in files)

    return write


def _schema(files: Sequence[Path]) -> pa.Schema:
    """All columns of all files. A rate that is null throughout one period was written as BIGINT
    there; beside a period that has it, it is the decimal that it is."""
    fields: dict[str, pa.Field] = {}
    for file in files:
        with file.open("rb") as opened:
            for field in pq.read_schema(opened).remove_metadata():
                known = fields.get(field.name)
                if known is None or pa.types.is_decimal(field.type):
                    fields[field.name] = field
    return pa.schema(list(fields.values()))


def _batches(files: Sequence[Path], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for file in files:
        with file.open("rb") as opened:
            for batch in pq.ParquetFile(opened).iter_batches():
                columns = [
                    _as(batch.column(field.name), field.type)
                    if field.name in batch.schema.names
                    else pa.nulls(batch.num_rows, field.type)
                    for field in schema
                ]
                yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _as(column: pa.Array, type_: pa.DataType) -> pa.Array:
    """The column with a wider type. Arrow asks of a decimal that it could hold any BIGINT."""
    if column.type != type_ and pa.types.is_integer(column.type) and pa.types.is_decimal(type_):
        column = column.cast(pa.decimal128(19 + type_.scale, type_.scale))
    return column.cast(type_)


def _rows(file: Path) -> int:
    with file.open("rb") as opened:
        return int(pq.read_metadata(opened).num_rows)
