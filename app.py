"""The router: page config, navigation, shared filters; nothing else."""

import streamlit as st

from ttpv.ui import texts
from ttpv.ui.as_reported import choose_snapshot
from ttpv.ui.banner import render_simulated
from ttpv.ui.data import open_store
from ttpv.ui.filters import render_filters
from ttpv.ui.guards import mark_routed
from ttpv.ui.live import follow_publications, look_at
from ttpv.ui.pages import HOME, PAGES
from ttpv.ui.style import render_style

st.set_page_config(page_title=texts.APP, layout="wide")
mark_routed()
page = st.navigation(
    [
        st.Page(path, title=title, url_path=address, default=path == HOME)
        for path, (title, address) in PAGES.items()
    ],
    expanded=True,  # else Streamlit folds all beyond the twelfth under an English word
)
render_style()
current = open_store().current()
look_at(current.id if current else None)
filters = st.sidebar.container()
render_filters(choose_snapshot(current), filters)
render_simulated()
page.run()
follow_publications()
