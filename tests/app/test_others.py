"""Phản ánh, kiến nghị và chỉ số 766: the period's figures, a change seen before it is written, the
way back."""

from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import run, shown
from tests.spec.tables import dates
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference, read_reference
from ttpv.registers import open_reference
from ttpv.store import Store, store_folder
from ttpv.ui import other_editing
from ttpv.ui.access import Access
from ttpv.ui.startup import seed_example
from ttpv.ui.texts import others as texts
from ttpv.ui.texts import registers as words

YEAR = dates("2023-01-01..2023-12-25")


@pytest.fixture
def seeded(data_dir: Path) -> Store:
    """The store as a first start leaves it."""
    store = Store(store_folder())
    seed_example(store, read_reference())
    return store


@pytest.fixture
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(other_editing, "current_access", lambda: Access(True))


def click(app: AppTest, label: str, index: int = 0) -> AppTest:
    [button for button in app.button if button.label == label][index].click().run()
    assert not app.exception
    return app


def field(app: AppTest, part: str):
    return next(element for element in app.text_input if part in element.label)


def current(store: Store) -> Reference:
    return open_reference(store, store.current())


def test_the_figures_of_the_report_and_its_index(seeded: Store):
    page = unescape(shown(run("others")))
    for figure in ("227", "188", "19", "20", "hơn 110", "hơn 1.200", "hơn 359"):
        assert f"<dd>{figure}</dd>" in page
    assert "lũy kế từ 15/08/2023" in page
    assert "<b>90,18</b>/100 điểm<span>xuất sắc</span><span>thứ nhất toàn quốc</span>" in page
    assert texts.GROUPS_BLANK in page


def test_who_may_not_publish_sees_no_form(seeded: Store):
    app = run("others")
    assert texts.EDIT_PERIOD not in [expander.label for expander in app.expander]
    assert app.info


def test_a_period_without_figures_says_what_to_do(example_data_dir: Path):
    assert texts.NOTHING in [box.value for box in run("others").info]


@pytest.mark.usefixtures("_at_the_machine")
def test_a_figure_is_changed_seen_and_undone(seeded: Store):
    app = run("others")
    field(app, "đã trả lời").set_value("200")
    click(app, words.PREVIEW)
    said = unescape(shown(app))
    assert "Câu hỏi, phản ánh, kiến nghị đã trả lời 188 → 200" in said
    assert seeded.numbers() == [1]
    click(app, words.APPLY)
    assert [box.value for box in app.success] == [words.SAVED.format(snapshot="000002")]
    found = find_other_figures(current(seeded), YEAR).quantities
    assert (found["questions_answered"].value, found["questions_open"].value) == (200, 8)
    assert "188 → 200" in unescape(shown(run("history")))
    click(run("others"), words.UNDO.format(snapshot="000002"))
    assert find_other_figures(current(seeded), YEAR).quantities["questions_open"].value == 20


@pytest.mark.usefixtures("_at_the_machine")
def test_more_answered_than_received_is_refused(seeded: Store):
    app = run("others")
    field(app, "đã trả lời").set_value("209")
    click(app, words.PREVIEW)
    assert "cộng lại là 228, nhiều hơn tiếp nhận (227)" in app.error[0].value
    assert words.APPLY not in [button.label for button in app.button]


@pytest.mark.usefixtures("_at_the_machine")
def test_what_is_no_number_is_said_in_the_form(seeded: Store):
    app = run("others")
    field(app, "Cuộc gọi").set_value("nhiều")
    click(app, words.PREVIEW)
    assert "“nhiều” không phải là số đếm" in app.error[0].value


@pytest.mark.usefixtures("_at_the_machine")
def test_groups_of_the_index_become_bars(seeded: Store):
    app = run("others")
    points = {"Công khai": "17,5", "Tiến độ": "18,5", "Cung cấp": "10", "Thanh toán": "8"}
    points |= {"Số hóa": "18,68", "hài lòng": "17,5"}
    for part, value in points.items():
        field(app, part).set_value(value)
    click(app, words.PREVIEW, index=1)
    click(app, words.APPLY)
    page = unescape(shown(app))
    assert "<b>18,68</b>" in page
    assert "width:97.2%" in page  # 17,5 of 18
    groups = find_other_figures(current(seeded), YEAR).index
    assert groups is not None
    assert None not in groups.groups.values()


@pytest.mark.usefixtures("_at_the_machine")
def test_points_that_contradict_their_groups_are_refused(seeded: Store):
    app = run("others")
    field(app, "Công khai").set_value("19")
    click(app, words.PREVIEW, index=1)
    assert "là 19, ngoài khoảng 0–18" in app.error[0].value


@pytest.mark.usefixtures("_at_the_machine")
def test_a_period_is_deleted(seeded: Store):
    app = click(run("others"), texts.DELETE)
    assert "Xóa số liệu khác kỳ 01/01/2023 – 25/12/2023" in unescape(shown(app))
    click(app, words.APPLY)
    assert current(seeded).other_entries.periods == ()
    assert len(current(seeded).other_entries.indexes) == 1


@pytest.mark.usefixtures("_at_the_machine")
def test_an_earlier_state_shows_its_own_and_is_not_edited(seeded: Store):
    click(click(run("others"), texts.DELETE), words.APPLY)
    app = run("others", lan="000001")
    assert "<dd>227</dd>" in shown(app)
    assert texts.OF_THEN.format(snapshot="000001") in [box.value for box in app.info]


@pytest.mark.usefixtures("_at_the_machine")
def test_a_file_is_seen_and_written(seeded: Store):
    head = "Từ ngày;Đến ngày;Nội dung;Số liệu;Lũy kế từ ngày;Nguồn\n"
    line = "01/01/2022;31/12/2022;Cuộc gọi điện thoại của công dân;{value};;\n"
    app = run("others")
    wrong = (head + line.format(value="nhiều")).encode()
    app.file_uploader[0].set_value(("khac.csv", wrong, "text/csv")).run()
    click(app, words.PREVIEW, index=2)
    assert "Dòng 2, cột D: “nhiều” không phải là số đếm" in app.error[0].value
    good = (head + line.format(value="hơn 900")).encode()
    app.file_uploader[0].set_value(("khac.csv", good, "text/csv")).run()
    click(app, words.PREVIEW, index=2)
    assert "Thêm số liệu khác kỳ" in unescape(shown(app))
    click(app, words.APPLY)
    assert len(current(seeded).other_entries.periods) == 2


def test_whose_figures_they_are_is_said_where_departments_are_chosen(seeded: Store):
    assert texts.WHOLE_CENTRE not in unescape(shown(run("others")))
    chosen = run("others", **{"don-vi": "Y tế"})
    assert texts.WHOLE_CENTRE in unescape(shown(chosen))
