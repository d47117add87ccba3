"""Instead of a page: the chosen days cannot be answered, which are missing, what can be opened."""

import streamlit as st

from ttpv.monitor import PeriodNotCovered
from ttpv.ui import texts
from ttpv.ui.periods import open_published
from ttpv.views.formatting import format_period, name_period


def render_not_covered(error: PeriodNotCovered) -> None:
    """Never a part of the figures as the whole."""
    if error.wanted is None:
        st.info(texts.NO_DATES)
        return
    st.title(texts.NOT_COVERED_TITLE.format(period=format_period(error.wanted)))
    st.warning(texts.NOT_COVERED)
    if error.missing:
        days = "; ".join(format_period(period) for period in error.missing)
        st.write(texts.NOT_COVERED_DAYS.format(days=days))
    else:
        st.write(texts.NOT_COVERED_OVERLAP)
    st.write(texts.NOT_COVERED_NEAREST)
    for period in error.nearest:
        st.button(
            name_period(period),
            key=f"nearest-{period}",
            on_click=open_published,
            args=(period,),
        )
