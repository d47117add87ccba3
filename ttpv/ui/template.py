"""The template to download, for centres whose system exports no known form."""

from datetime import date, datetime, timedelta

import streamlit as st

from ttpv.core.periods import Period
from ttpv.reports.template import build_template
from ttpv.ui import texts
from ttpv.ui.data import open_reference
from ttpv.ui.texts import importing as words
from ttpv.views.formatting import format_period

_DATES = "DD/MM/YYYY"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render_template() -> None:
    """Two dates, last month's at first, and the workbook of the period that its button names."""
    with st.expander(words.TEMPLATE_OFFER):
        st.write(words.TEMPLATE_HELP)
        form = st.form("template", border=False)
        left, right, button = form.columns([1, 1, 2], vertical_alignment="bottom")
        before = _month_before(datetime.now().astimezone().date())
        first = left.date_input(texts.FIRST_DAY, before.start, key="template-first", format=_DATES)
        last = right.date_input(texts.LAST_DAY, before.last, key="template-last", format=_DATES)
        # In a form the two dates count together: a typed one and the click used to arrive at
        # once, and the file was of the period before.
        button.form_submit_button(words.TEMPLATE_APPLY)
        if first > last:
            st.error(words.PERIOD_REVERSED)
            return
        period = Period.inclusive(first, last)
        st.download_button(
            words.TEMPLATE_DOWNLOAD.format(period=format_period(period)),
            lambda: build_template(open_reference(), period),
            file_name=f"mau-nhap-lieu_{period.start:%Y%m%d}-{period.last:%Y%m%d}.xlsx",
            mime=_EXCEL,
            on_click="ignore",
        )


def _month_before(today: date) -> Period:
    stop = today.replace(day=1)
    return Period((stop - timedelta(days=1)).replace(day=1), stop)
