"""A dossier list on the pages: imported, then read from a department down to the dossier."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import clickable, run, shown
from tests.dossier_lists import Title, csv_bytes, make_records, rows_of, write_csv
from ttpv.store import Store
from ttpv.ui import importing, texts
from ttpv.ui.access import Access
from ttpv.ui.texts import importing as words


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))


def test_a_list_is_imported_and_opened_down_to_the_dossier(data_dir: Path, tmp_path: Path):
    records = list(make_records(400))
    path = tmp_path / "danh-sach.csv"
    write_csv(path, rows_of(records), title=Title())
    app = run("import_data")
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), "text/csv")]).run()
    whole = next(box for box in app.checkbox if box.label == words.COMPLETE_LIST)
    whole.check().run()
    assert words.COMPLETE_LIST_HINT not in unescape(shown(app))
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
    heads = re.findall(r'<th scope="col" class="(\w*)"[^>]*><button[^>]*>([^<]+)', table)
    assert ("part", "trong đó tạm dừng") in heads  # it adds to nothing: it is in the one before it
    assert heads.index(("part", "trong đó tạm dừng")) == 4
    assert heads[3] == ("", "Đang giải quyết trong hạn")
    assert "hồ sơ</h3>" in unescape(shown(department))


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    assert not app.exception
    return app


def test_an_unknown_agency_is_asked_about_and_a_citizen_is_not(data_dir: Path):
    records = [r | {"department": "Sở Y tế tỉnh BĐ"} for r in make_records(30)]
    content = csv_bytes([[Title().period], *rows_of(records)])
    app = upload(run("import_data"), "ds.csv", content)
    assert unescape(shown(app)).count("“Sở Y tế tỉnh BĐ” (ds.csv, F3) là cơ quan nào?") == 1
    box = next(box for box in app.selectbox if box.placeholder == words.NAME_PLACEHOLDER)
    assert box.options[0] == "Sở Y tế"
    box.set_value("so-y-te")
    next(button for button in app.button if button.label == words.NAMES_APPLY).click().run()
    assert words.COMPLETE_LIST_HINT in unescape(shown(app))  # of one department alone
    assert words.ANSWERED_NAMES in unescape(shown(app))
    next(button for button in app.button if "ông bố" in button.label).click().run()
    state = Store(data_dir).current()
    assert state is not None
    assert [(a.name, a.department) for a in state.aliases] == [("Sở Y tế tỉnh BĐ", "so-y-te")]
    records[0]["department"] = "Trương Văn An"
    later = upload(run("import_data"), "ds.csv", csv_bytes([[Title().period], *rows_of(records)]))
    assert "là cơ quan nào?" not in unescape(shown(later))
    assert "Trương" not in unescape(shown(later))
