"""The template stands ready on the import page as long as nothing is uploaded."""

from datetime import date
from pathlib import Path

import pytest

from tests.app.running import run
from ttpv.ui import importing
from ttpv.ui.access import Access
from ttpv.ui.texts import importing as words


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))


def test_last_month_is_offered_and_reversed_dates_are_not(data_dir: Path):
    app = run("import_data")
    first, last = app.date_input(key="template-first"), app.date_input(key="template-last")
    assert (first.value.day, last.value.month) == (1, first.value.month)
    assert len(app.get("download_button")) == 1
    first.set_value(date(2024, 2, 1))
    last.set_value(date(2024, 1, 1))
    app.button(key="FormSubmitter:template-Dùng kỳ này").click().run()
    assert app.get("download_button") == []
    assert [error.value for error in app.error] == [words.PERIOD_REVERSED]
    app.date_input(key="template-last").set_value(date(2024, 2, 29))
    app.button(key="FormSubmitter:template-Dùng kỳ này").click().run()
    (download,) = app.get("download_button")
    assert "kỳ 01/02/2024 – 29/02/2024" in download.proto.label
