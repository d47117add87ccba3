"""Nhập dữ liệu: the sheet of other figures is seen before → after, and published with the forms."""

from html import unescape
from pathlib import Path

import pytest

from tests.app.running import run, shown
from tests.app.test_importing import upload
from tests.golden.make_other_example import FIGURES, INDEX, OTHERS
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.ui import importing
from ttpv.ui.access import Access
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.texts import others as words


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))


def test_the_sheet_is_seen_and_published(example_data_dir: Path):
    app = upload(run("import_data"), OTHERS)
    page = unescape(shown(app))
    assert words.CHANGES in page
    assert "Thêm số liệu khác kỳ 01/01/2023 – 25/12/2023" in page
    assert "Thêm chỉ số 766 ngày 25/12/2023: Tổng điểm 90,18" in page
    assert "<h3>Số liệu khác kỳ 01/01/2023 – 25/12/2023</h3>" in page
    next(button for button in app.button if button.label == importing_words.PUBLISH).click().run()
    assert not app.exception
    store = Store(example_data_dir)
    entered = open_reference(store, store.current()).other_entries.entries
    assert entered == (FIGURES, INDEX)
    again = upload(run("import_data"), OTHERS)
    assert importing_words.UNCHANGED_PREVIEW in [box.value for box in again.info]
    assert importing_words.PUBLISH not in [button.label for button in again.button]
