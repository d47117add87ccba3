"""Thể thức và mẫu: seen before they are written, in force at once, undone."""

from html import unescape
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import run, shown
from ttpv.reference import Template
from ttpv.registers import open_reference
from ttpv.reporting import SHIPPED, set_template
from ttpv.store import Store
from ttpv.ui import report_settings
from ttpv.ui.access import Access
from ttpv.ui.register_editing import _publisher
from ttpv.ui.texts import registers
from ttpv.ui.texts import reports as words
from ttpv.views.report_settings import FIELD_NAMES


@pytest.fixture
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(report_settings, "current_access", lambda: Access(True))


def click(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def fill(app: AppTest, field: str, value: str) -> None:
    box = next(box for box in app.text_input if box.label == FIELD_NAMES[field])
    box.set_value(value)


def page(app: AppTest) -> str:
    return unescape(shown(app))


def signer(folder: Path) -> str:
    store = Store(folder)
    return open_reference(store, store.current()).letterhead.signature.name


@pytest.mark.usefixtures("_at_the_machine")
def test_a_signer_is_entered_seen_written_and_undone(example_data_dir: Path):
    app = run("reports", loai="Văn bản đôn đốc", mo="Y tế")
    assert "chưa có họ tên người ký" in page(app)
    fill(app, "signature.name", "Trần Văn An")
    click(app, registers.PREVIEW)
    assert "họ tên người ký: để trống → “Trần Văn An”" in page(app)
    assert signer(example_data_dir) == ""
    click(app, registers.APPLY)
    assert [box.value for box in app.success] == [registers.SAVED.format(snapshot="000002")]
    assert signer(example_data_dir) == "Trần Văn An"
    app = run("reports", loai="Văn bản đôn đốc", mo="Y tế")
    assert "chưa có họ tên người ký" not in page(app)
    assert "<b>KT. GIÁM ĐỐC" in page(app)
    assert "Trần Văn An" not in page(
        run("reports", loai="Văn bản đôn đốc", mo="Y tế", lan="000001")
    )
    assert "họ tên người ký: để trống → “Trần Văn An”" in page(run("history"))
    click(app, registers.UNDO.format(snapshot="000002"))
    assert signer(example_data_dir) == ""


@pytest.mark.usefixtures("_at_the_machine")
def test_nothing_changed_is_said_and_too_long_is_refused(example_data_dir: Path):
    app = click(run("reports"), registers.PREVIEW)
    assert registers.NO_CHANGE in [box.value for box in app.info]
    app = click(app, registers.DISCARD)
    assert registers.CHANGES not in page(app)
    area = next(box for box in app.text_area if FIELD_NAMES["recipients"] in box.label)
    area.set_value("x\n" * 40)
    app = click(app, registers.PREVIEW)
    assert any("hơn 30 dòng" in box.value for box in app.error)
    assert registers.APPLY not in [button.label for button in app.button]
    assert Store(example_data_dir).numbers() == [1]


@pytest.mark.usefixtures("_at_the_machine")
def test_somebody_published_in_between(example_data_dir: Path):
    app = run("reports")
    fill(app, "place", "Gia Lai")
    click(app, registers.PREVIEW)
    Store(example_data_dir).add_alias("SYT", "so-y-te", by="binh")
    click(app, registers.APPLY)
    assert [box.value for box in app.warning] == [
        registers.CHANGED_MEANWHILE.format(snapshot="000002")
    ]
    store = Store(example_data_dir)
    assert open_reference(store, store.current()).letterhead.place == "Bình Định"


@pytest.mark.usefixtures("_at_the_machine")
def test_a_template_is_named_and_taken_back(example_data_dir: Path, tmp_path: Path):
    store = Store(example_data_dir)
    document = docx.Document(str(SHIPPED["don-doc"]))
    document.add_paragraph("{{ centre }}")
    reference = open_reference(store, store.current())
    document.save(str(tmp_path / "x.docx"))
    sound = Template.of("don-doc", "riêng.docx", SHIPPED["don-doc"].read_bytes())
    wrong = Template.of("don-doc", "sai.docx", (tmp_path / "x.docx").read_bytes())
    for template, status in ((wrong, "rejected"), (sound, "published")):
        outcome = set_template("don-doc", template, store, reference, _publisher(), expect="000001")
        assert outcome.status == status
    app = run("reports")
    assert "Văn bản đôn đốc: đang dùng mẫu riêng “riêng.docx”" in page(app)
    assert "Báo cáo: đang dùng mẫu gốc" in page(app)
    click(app, words.TEMPLATE_RESET)
    assert "Dùng lại mẫu gốc cho văn bản đôn đốc" in page(app)
    click(app, registers.APPLY)
    assert "Văn bản đôn đốc: đang dùng mẫu gốc" in page(app)


@pytest.mark.usefixtures("_at_the_machine")
def test_an_earlier_state_is_only_looked_at(example_data_dir: Path):
    Store(example_data_dir).add_alias("SYT", "so-y-te", by="binh")
    app = run("reports", lan="000001")
    assert words.SETTINGS_OF_THEN.format(snapshot="000001") in [box.value for box in app.info]
    assert not app.text_input


def test_who_may_only_look_is_not_troubled(example_data_dir: Path):
    app = run("reports")
    assert not app.text_input
    assert words.SETTINGS not in page(app)
