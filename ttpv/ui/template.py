"""The template to download, for centres whose system exports no known form."""

from datetime import date, datetime, timedelta

import streamlit as st

from ttpv.core.periods import Period
from ttpv.reports.template import build_template
from ttpv.ui import texts
from ttpv.ui.data import open_reference

_DATES = "DD/MM/YYYY"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render_template() -> None:
    """Two dates, last month's at first, and the workbook with that period's departments."""
    with st.expander(texts.TEMPLATE_OFFER):
        st.write(texts.TEMPLATE_HELP)
        left, right, button = st.columns([1, 1, 2], vertical_alignment="bottom")
        before = _month_before(datetime.now().astimezone().date())
        first = left.date_input(texts.FIRST_DAY, before.start, key="template-first", format=_DATES)
        last = right.date_input(texts.LAST_DAY, before.last, key="template-last", format=_DATES)
        if first > last:
            st.error(texts.PERIOD_REVERSED)
            return
        period = Period.inclusive(first, last)
        button.download_button(
            texts.TEMPLATE_DOWNLOAD,
            lambda: build_template(open_reference(), period),
            file_name=f"mau-nhap-lieu_{period.start:%Y%m%d}-{period.last:%Y%m%d}.xlsx",
            mime=_EXCEL,
            on_click="ignore",
        )


def _month_before(today: date) -> Period:
    stop = today.replace(day=1)
    return Period((stop - timedelta(days=1)).replace(day=1), stop)
