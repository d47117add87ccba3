"""A dossier list on the pages: imported, then read from a department down to the dossier."""

from html import unescape
from pathlib import Path

import pytest

from tests.app.running import clickable, run, shown
from tests.dossier_lists import Title, make_records, rows_of, write_csv
from ttpv.store import Store
from ttpv.ui import importing, texts
from ttpv.ui.access import Access


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))


def test_a_list_is_imported_and_opened_down_to_the_dossier(data_dir: Path, tmp_path: Path):
    records = list(make_records(400))
    path = tmp_path / "danh-sach.csv"
    write_csv(path, rows_of(records), title=Title())
    app = run("import_data")
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), "text/csv")]).run()
    whole = next(box for box in app.checkbox if box.label == texts.COMPLETE_LIST)
    whole.check().run()
    assert not app.exception
    page = unescape(shown(app))
    assert "Danh sách hồ sơ" in page
    assert records[0]["applicant"] not in page
    next(button for button in app.button if "ông bố" in button.label).click().run()
    assert not app.exception
    state = Store(data_dir).current()
    assert state is not None
    assert [entry.form for entry in state.entries] == ["dossiers"]
    assert not list((data_dir / "staging").iterdir())  # what was staged is the store's by now
    department = run("department")
    assert texts.DRILLDOWN in unescape(shown(department))
    fields = {record["field"] for record in records}
    table = unescape(clickable(department, "groups-linh-vuc"))
    assert any(field in table for field in fields)
    assert "hồ sơ</h3>" in unescape(shown(department))
