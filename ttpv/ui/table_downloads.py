"""Taking a table along: two small buttons below it, on every page in the same place.

The file is made when it is clicked (in a thread of Streamlit's own, so `build` asks nothing of the
page), and holds what the page showed then.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ttpv.core.periods import Period
from ttpv.reports.data_files import write_csv, write_parquet
from ttpv.ui.downloads import name_download
from ttpv.ui.texts import tables as words
from ttpv.views.data_table import DataTable
from ttpv.views.file_names import name_table


def offer_table(
    build: Callable[[], DataTable],
    name: str,
    period: Period | None = None,
    *,
    csv_label: str = words.CSV,
    key: str = "",
) -> None:
    """`name` is what the files are called, without their period. It tells a page's tables from one
    another; where several of a name can stand on one, `key` does."""
    key = f"take-{key or name}"
    files = (
        ("csv", csv_label, words.CSV_HELP, "text/csv", write_csv),
        ("parquet", words.PARQUET, words.PARQUET_HELP, "application/octet-stream", write_parquet),
    )
    place = st.container(horizontal=True, horizontal_alignment="right", gap="small", key=key)
    for suffix, label, hint, mime, write in files:
        place.download_button(
            label,
            partial(_make, write, build),
            file_name=name_download(name_table(name, suffix, period)),
            mime=mime,
            key=f"{key}-{suffix}",
            help=hint,
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )


def _make(write: Callable[[DataTable], bytes], build: Callable[[], DataTable]) -> bytes:
    return write(build())
