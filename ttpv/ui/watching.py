"""Work over a second shows how far it is, and can be stopped."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from ttpv.imports import Look
from ttpv.readers.dossiers import Progress
from ttpv.ui.texts import importing as texts
from ttpv.views.progress import describe_progress, read_share

_PATIENCE = 1.0


@contextmanager
def watch_reading(cancel: Callable[[], None]) -> Iterator[Look]:
    """Gives what a long reading tells its progress to. A click on “Hủy” runs `cancel`, and
    Streamlit stops this run where it next draws: what was staged goes on the way out."""
    slot = st.empty()
    start = time.monotonic()
    bar: list[st.delta_generator.DeltaGenerator] = []

    def look(name: str, progress: Progress) -> None:
        if time.monotonic() - start < _PATIENCE:
            return
        if not bar:
            with slot.container():
                bar.append(st.progress(0.0))
                st.button(texts.CANCEL, key="cancel-reading", on_click=cancel)
        words = f"{name}: {describe_progress(progress)}"
        bar[0].progress(min((read_share(progress) or 0) / 100, 1.0), text=words)

    yield look
    slot.empty()
