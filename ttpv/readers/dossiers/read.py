"""A dossier list → counts per department, and staged files with the finer counts and the dossiers.

One pass: rows are read, checked, counted and written batch by batch. Names, addresses, phones and
identity numbers are left behind by the row readers; a row with any error is counted nowhere and
written nowhere, because what stands in its cells may be somebody's name.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from ttpv.core.issues import Place, make_issue
from ttpv.core.periods import Period
from ttpv.readers.dossiers.delimited import open_delimited, read_head
from ttpv.readers.dossiers.header import DossierHeader
from ttpv.readers.dossiers.raw import OpenList, Unreadable, beside_form
from ttpv.readers.dossiers.reading import DossierRead, Reading
from ttpv.readers.dossiers.watch import Progress, Watch
from ttpv.readers.dossiers.workbook import is_workbook, open_workbook
from ttpv.readers.dossiers.xlsx_head import find_in_xlsx, is_xlsx
from ttpv.reference import Reference

READER_VERSION = 2
"""Recorded with every import: raise it when the same list would be read differently."""


def find_dossier_list(
    source: bytes | Path, file: str, reference: Reference
) -> DossierHeader | None:
    """The header of a dossier list, by the first rows; None where the file is none.

    Cheap for CSV and .xlsx of any size; other workbooks are opened whole by the row reader.
    """
    if is_xlsx(source):
        return find_in_xlsx(source, reference.dossiers)
    try:
        with _open(source, file, reference, Watch()) as found:
            return found.header if found else None
    except Unreadable:
        return None


def is_shown_by_head(source: bytes | Path) -> bool:
    """Whether the first rows of the file can be read without opening it whole: CSV and .xlsx."""
    return is_xlsx(source) or not is_workbook(read_head(source)[:8])


def read_dossiers(
    source: bytes | Path,
    file: str,
    reference: Reference,
    *,
    today: date,
    staging: Path,
    period: Period | None = None,
    learned: Sequence[tuple[str, str]] = (),
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> DossierRead | None:
    """Reads a list of any size; None where the file is no dossier list.

    `period` is what the person says; else the list must print it. `learned` are names of
    departments as in `read_export`. `staging` is a folder that exists; only the `extras` of a list
    without errors are left in it. Raises Cancelled, with
    nothing left.
    """
    place = Place(file=file)
    watch = Watch(progress, cancelled)
    work = Path(tempfile.mkdtemp(prefix="dossiers-", dir=staging))
    read = None
    try:
        with _open(source, file, reference, watch) as found:
            if found is None:
                return None
            if found.below_form:
                raise beside_form(found.sheet)
            read = Reading(found, file, reference, work, watch, learned).run(period, today)
            return read
    except Unreadable as error:
        return DossierRead(None, {}, (make_issue(error.code, place, **error.words),), 0)
    finally:
        if read is None or read.table is None:
            shutil.rmtree(work)


def _open(
    source: bytes | Path, file: str, reference: Reference, watch: Watch
) -> AbstractContextManager[OpenList | None]:
    layout, forms = reference.dossiers, tuple(reference.layouts.values())
    if is_workbook(read_head(source)[:8]):
        return open_workbook(source, layout, forms, watch.look)
    return open_delimited(source, file, layout, forms)
