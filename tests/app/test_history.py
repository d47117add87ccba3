"""Lịch sử công bố: the way back to an earlier state, and every page as it was reported."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import clickable, publish_by_hand, run, shown
from tests.conftest import EXAMPLE, EditExample, import_file
from tests.spec.tables import dates
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import history, texts
from ttpv.ui.access import Access
from ttpv.ui.texts import history as words

CORRECTED = {("Phụ lục I", "E15"): 20_000}  # online: (63.629 − 9.754) / 96.047 = 56,1 %


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(history, "current_access", lambda: Access(True))


@pytest.fixture
def corrected(example_data_dir: Path, reference: Reference, edit_example: EditExample) -> Path:
    """Two states: the report of 2023, and a correction of it."""
    import_file(Store(example_data_dir), reference, edit_example("sua.xlsx", CORRECTED))
    return example_data_dir


def choose(app: AppTest, snapshot: str) -> AppTest:
    box = next(box for box in app.selectbox if box.label == words.RESTORE_WHICH)
    box.set_value(snapshot).run()
    assert not app.exception
    return app


def test_a_state_alone_has_nothing_to_go_back_to(example_data_dir: Path):
    app = run("history")
    assert "binh-dinh-2023.xlsx" in shown(app)
    assert words.RESTORE_WHICH not in [box.label for box in app.selectbox]


def test_an_earlier_state_comes_back_as_a_new_one(corrected: Path):
    app = choose(run("history"), "000001")
    said = unescape(shown(app))
    assert "Thay Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ" in said
    assert "trở lại số liệu từ tệp binh-dinh-2023.xlsx" in said
    assert "Phụ lục II" not in said.partition("data-restore")[2].partition("</ul>")[0]
    next(button for button in app.button if "Khôi phục" in button.label).click().run()
    assert not app.exception
    assert [box.value for box in app.success] == [
        words.RESTORED.format(origin="000001", snapshot="000003")
    ]
    states = Store(corrected).history()
    assert [state.id for state in states] == ["000003", "000002", "000001"]
    assert states[0].entries == states[2].entries
    assert "56,1" not in shown(run())


def test_a_form_is_withdrawn_after_its_preview(corrected: Path):
    app = run("history")
    box = next(box for box in app.selectbox if box.label == words.WITHDRAW_WHICH)
    assert [label.partition(" – ")[0] for label in box.options] == ["Phụ lục I", "Phụ lục II"]
    box.select_index(0).run()
    said = unescape(shown(app))
    assert "Biểu này sẽ được rút khỏi số liệu đang công bố." in said
    assert words.AFTER_WITHDRAWING in said
    app.text_input[0].set_value("sai kỳ").run()
    next(button for button in app.button if button.label == words.WITHDRAW).click().run()
    assert not app.exception
    assert "lần công bố mới là 000003" in app.success[0].value
    state = Store(corrected).current()
    assert (state.action, state.reason) == ("withdraw", "sai kỳ")
    assert [entry.form for entry in state.entries] == ["annex-2"]


def test_what_the_withdrawal_takes_with_it_is_said(data_dir: Path):
    for month in ("2023-01", "2023-02", "2023-03"):
        publish_by_hand(data_dir, month, "who | received_new | received_online\nso-y-te | 9 | 5")
    app = run("history")
    box = next(box for box in app.selectbox if box.label == words.WITHDRAW_WHICH)
    box.select_index(1).run()
    lost = unescape(shown(app)).partition("data-lost")[2].partition("</ul>")[0]
    assert "Không còn số liệu nào của tháng 02/2023, quý I/2023 và 1 kỳ lũy kế từ đầu năm." in lost


def test_one_period_alone_comes_back(data_dir: Path):
    """March is corrected and April comes; the first state brings March back, April stays."""
    head = "who | received_new | received_online\nso-y-te | 100 | "
    for month, online in (("2023-03", 40), ("2023-03", 77), ("2023-04", 60)):
        publish_by_hand(data_dir, month, f"{head}{online}")
    app = choose(run("history"), "000001")
    box = next(box for box in app.selectbox if box.label == words.RESTORE_ONLY)
    assert box.options == ["Tháng 04/2023", "Tháng 03/2023"]
    said = unescape(shown(app)).partition("data-restore")[2].partition("</ul>")[0]
    assert "Bỏ Phụ lục I" in said
    box.select_index(1).run()
    said = unescape(shown(app)).partition("data-restore")[2].partition("</ul>")[0]
    assert "Thay Phụ lục I" in said
    assert "Bỏ" not in said
    (button,) = (button for button in app.button if "Khôi phục" in button.label)
    assert button.label == "Khôi phục Tháng 03/2023 của lần 000001"
    button.click().run()
    assert not app.exception
    assert app.success[0].value.startswith("Đã khôi phục Tháng 03/2023 của lần 000001")
    state = Store(data_dir).current()
    assert (state.restored_from, state.restored_period) == ("000001", dates("2023-03"))
    assert [str(entry.period) for entry in state.entries] == [
        "2023-03-01..2023-03-31",
        "2023-04-01..2023-04-30",
    ]
    link = {"don-vi": ["Y tế"]}
    assert "60 / 100 hồ sơ" in shown(run(**link))
    assert "40 / 100 hồ sơ" in shown(run(**link, ky="Tháng 03/2023"))


def test_who_only_looks_withdraws_nothing(corrected: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(history, "current_access", lambda: Access(False, "Chỉ xem."))
    app = run("history")
    labels = [box.label for box in app.selectbox]
    assert words.WITHDRAW_WHICH not in labels
    assert words.RESTORE_WHICH not in labels


def test_every_page_shows_an_earlier_state_on_request(corrected: Path):
    now, then = run(), run(lan="000001")
    assert ("56,1" in shown(now), "66,2" in shown(now)) == (True, False)
    assert ("56,1" in shown(then), "66,2" in shown(then)) == (False, True)
    assert "như đã công bố ở lần 000001" in shown(then)
    (box,) = (box for box in then.sidebar.selectbox if box.label == texts.SNAPSHOT)
    assert re.fullmatch(r"Lần 000001, \d\d:\d\d \d\d/\d\d/\d{4}, .+", box.options[0])
    assert (box.value, then.query_params["lan"]) == ("000001", "000001")


def test_links_of_an_earlier_state_open_that_state(corrected: Path):
    """Opened in a new tab they showed today's figures under the banner of none."""
    then, now = clickable(run(lan="000001"), "laggards"), clickable(run(), "laggards")
    links = re.findall(r'href="([^"]+)"', then)
    assert links
    assert all("lan=000001" in link for link in links)
    assert "lan=" not in now


def test_an_unknown_state_in_a_link_is_the_current_one_and_said(corrected: Path):
    """A state that was pruned: today's figures must not pass for those that were reported."""
    said = unescape(shown(run(lan="000009")))
    assert "56,1" in said
    assert texts.LINK_SNAPSHOT_UNKNOWN.format(snapshot="000009") in said
    assert "không có trong kho" not in unescape(shown(run(lan="000002")))


def test_a_damaged_state_is_said(corrected: Path):
    (corrected / "manifests" / "000001.json").write_text("{}")
    said = unescape(shown(run(lan="000001")))
    assert "56,1" in said
    assert "bị hỏng" in said
    assert "Trang đang hiện số liệu hiện tại" in said


def test_another_store_under_the_same_folder_is_what_pages_show(
    corrected: Path, reference: Reference, edit_example: EditExample, tmp_path: Path
):
    """A backup put in the store's place while the server runs: 000002 is another state now."""
    assert "56,1" in shown(run())
    other = Store(tmp_path / "other")
    import_file(other, reference, EXAMPLE)
    import_file(other, reference, edit_example("khac.xlsx", {("Phụ lục I", "E15"): 10_000}))
    shutil.move(corrected, tmp_path / "old")
    shutil.move(tmp_path / "other", corrected)
    said = shown(run())  # (63.629 − 19.754) / 96.047
    assert ("56,1" in said, "45,7" in said) == (False, True)
