"""The workbook of the 2023 report, and the import of whatever workbook."""

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.spec.tables import World
from ttpv.core.tables import Figure
from ttpv.imports import FilePreview, Upload, preview_files
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.reports.workbook import build_workbook
from ttpv.store import Store

LATER = date(2026, 1, 5)
"""After every period of these tests."""

Table = Mapping[str | None, Mapping[str, Figure]]


@pytest.fixture
def report(example_store: Store, reference: Reference) -> Figures:
    return World(example_store, reference).figures("2023-01-01..2023-12-25")


@pytest.fixture
def content(report: Figures, reference: Reference) -> bytes:
    return build_workbook(report, reference)


@pytest.fixture
def centre(tmp_path: Path, reference: Reference) -> World:
    return World(Store(tmp_path / "centre"), reference)


@pytest.fixture
def read_back(reference: Reference) -> Callable[..., FilePreview]:
    def read(content: bytes, known: Reference = reference) -> FilePreview:
        (file,) = preview_files([Upload("pl.xlsx", content)], known, today=LATER).files
        return file

    return read


def tables_of(file: FilePreview) -> dict[str, Table]:
    """Form → department (None: Σ) → field → figure."""
    return {
        draft.table.form: {
            row.department: row.figures
            for row in (*draft.table.rows, *([draft.table.total] if draft.table.total else []))
        }
        for draft in file.drafts
    }


def open_book(content: bytes, *, results: bool = False) -> Workbook:
    """As written; `results` the stored results instead of the formulas."""
    return load_workbook(io.BytesIO(content), data_only=results)
