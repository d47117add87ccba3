"""Phản ánh, kiến nghị và chỉ số 766: what no export holds, of the period and over time."""

import streamlit as st

from ttpv.other_figures import find_other_figures
from ttpv.ui.banner import render_banner
from ttpv.ui.downloads import name_download
from ttpv.ui.guards import require_selection
from ttpv.ui.html import render_note, render_title
from ttpv.ui.other_charts import render_index_line, render_question_bars
from ttpv.ui.other_editing import render_editing
from ttpv.ui.others import render_figures, render_tables
from ttpv.ui.texts import others as texts
from ttpv.views.other_csv import build_others_csv
from ttpv.views.others_page import build_index_series, build_others, build_question_series

selection = require_selection()
reference = selection.reference

render_banner(selection)
render_title(texts.PAGE[0])
render_note(f"{texts.NOTE} {texts.WHOLE_CENTRE}" if selection.departments else texts.NOTE)
view = build_others(find_other_figures(reference, selection.period), reference)
if view.is_known:
    render_figures(view)
else:
    st.info(texts.NOTHING)
source = texts.SOURCE_LINE.format(snapshot=selection.snapshot.id)
render_question_bars(build_question_series(reference), source)
render_index_line(build_index_series(reference), source)
render_tables(reference)
entries = reference.other_entries.entries
if entries:
    st.download_button(
        texts.CSV_FILE,
        build_others_csv(entries, reference),
        file_name=name_download("so-lieu-khac-de-sua.csv"),
        mime="text/csv",
        on_click="ignore",
    )
render_editing(selection.snapshot, selection.period)
