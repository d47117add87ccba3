"""Chỉ tiêu: the register, a change seen before it is written, the gauges after it, the way back."""

from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import run, shown
from ttpv.reference import read_reference_files
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.ui import target_editing
from ttpv.ui.access import Access
from ttpv.ui.texts import targets as words


@pytest.fixture
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(target_editing, "current_access", lambda: Access(True))


def click(app: AppTest, label: str, index: int = 0) -> AppTest:
    [button for button in app.button if button.label == label][index].click().run()
    assert not app.exception
    return app


def choose(app: AppTest, key: str) -> AppTest:
    box = next(box for box in app.selectbox if box.label == words.TARGET_WHICH)
    box.set_value(key).run()
    assert not app.exception
    return app


def field(elements, label: str):
    """The last of that label: of the form that was opened last."""
    return [element for element in elements if element.label == label][-1]


def targets(folder: Path) -> list[tuple[str, str]]:
    store = Store(folder)
    found = open_reference(store, store.current()).targets
    return [(target.rate, f"{target.value}") for target in found]


@pytest.mark.usefixtures("_at_the_machine")
def test_a_target_is_changed_seen_and_undone(example_data_dir: Path):
    app = choose(run("targets"), "online_submission/province/2023-01-01")
    field(app.text_input, words.TARGET_VALUE).set_value("66,3")
    click(app, words.TARGET_PREVIEW, index=1)
    assert "giá trị 50 % → 66,3 %" in unescape(shown(app)).replace("\xa0", " ")
    assert targets(example_data_dir)[0] == ("online_submission", "50")
    click(app, words.TARGET_APPLY)
    assert [box.value for box in app.success] == [words.TARGET_SAVED.format(snapshot="000002")]
    assert targets(example_data_dir)[0] == ("online_submission", "66.3")
    now, then = shown(run()), shown(run(lan="000001"))
    assert ('data-rate="online_submission" data-status="near"' in now) is True
    assert ('data-rate="online_submission" data-status="met"' in then) is True
    assert "giá trị 50 % → 66,3 %" in unescape(shown(run("history"))).replace("\xa0", " ")
    click(run("targets"), words.TARGET_UNDO_BUTTON.format(snapshot="000002"))
    assert targets(example_data_dir)[0] == ("online_submission", "50")
    assert 'data-rate="online_submission" data-status="met"' in shown(run())


@pytest.mark.usefixtures("_at_the_machine")
def test_a_deleted_target_leaves_its_gauge_without_one(example_data_dir: Path):
    app = choose(run("targets"), "online_submission/province/2023-01-01")
    click(click(app, words.TARGET_DELETE), words.TARGET_APPLY)
    assert len(targets(example_data_dir)) == 4
    overview = unescape(shown(run()))
    assert 'data-rate="online_submission" data-status="no_target"' in overview
    assert "Chưa có chỉ tiêu" in overview


@pytest.mark.usefixtures("_at_the_machine")
def test_what_is_wrong_is_said_and_not_written(example_data_dir: Path):
    app = click(run("targets"), words.TARGET_PREVIEW)
    said = [box.value for box in app.error]
    assert len(said) == 3
    assert any(words.TARGET_FIRST in sentence for sentence in said)
    assert words.TARGET_APPLY not in [button.label for button in app.button]
    field(app.text_input, words.TARGET_VALUE).set_value("abc")
    app = click(app, words.TARGET_PREVIEW)
    assert any("“abc” không phải là số" in box.value for box in app.error)
    assert words.TARGET_CHANGES not in shown(click(app, words.TARGET_DISCARD))
    assert Store(example_data_dir).numbers() == [1]


@pytest.mark.usefixtures("_at_the_machine")
def test_somebody_published_in_between(example_data_dir: Path):
    app = choose(run("targets"), "eid/province/2023-01-01")
    click(app, words.TARGET_DELETE)
    Store(example_data_dir).add_alias("SYT", "so-y-te", by="binh")
    click(app, words.TARGET_APPLY)
    assert [box.value for box in app.warning] == [
        words.TARGET_CHANGED_MEANWHILE.format(snapshot="000002")
    ]
    assert len(targets(example_data_dir)) == 5


@pytest.mark.usefixtures("_at_the_machine")
def test_an_earlier_state_is_only_looked_at(example_data_dir: Path):
    store = Store(example_data_dir)
    store.set_register("targets.toml", "", by="an")
    app = run("targets", lan="000001")
    assert "Tỷ lệ số hóa hồ sơ" in shown(app)
    assert [box.value for box in app.info] == [words.TARGETS_OF_THEN.format(snapshot="000001")]
    assert words.NO_TARGETS in [box.value for box in run("targets").info]


def test_an_update_that_the_edited_register_hides_is_said(example_data_dir: Path):
    """Edited under a program whose register had one target less than the installed one."""
    shipped = read_reference_files()
    older, _, last = shipped.texts["targets.toml"].rpartition("[[target]]")
    assert 'rate = "e_result"' in last
    assert not run("targets").warning
    store = Store(example_data_dir, shipped.overlaid({"targets.toml": older}))
    store.set_register("targets.toml", older.replace("value = 50", "value = 70"), by="an")
    (warning,) = run("targets").warning
    assert "chưa có: Thêm chỉ tiêu Tỷ lệ trả kết quả bản điện tử của Trung tâm" in warning.value
    assert not run("targets", lan="000001").warning


def test_a_visitor_sees_the_register_without_forms(example_data_dir: Path):
    app = run("targets")
    assert 'data-target="eid/province/2023-01-01"' in unescape(shown(app)).replace(
        "\xa0", " "
    ).replace("&#95;", "_")
    assert not app.text_input
    assert any("chỉ xem" in box.value for box in app.info)
