"""The import page for somebody who may: preview, verdict, publication, and what is never written.

AppTest has no connection and so no headers; who may upload is said here (tests/unit/ui/test_access
and the browser tests ask the real judgement).
"""

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import run, shown
from tests.conftest import EXAMPLE, TODAY, EditExample, import_file
from ttpv.core.user import operating_system_user
from ttpv.imports import Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import importing
from ttpv.ui.access import Access
from ttpv.ui.texts import importing as importing_words
from ttpv.views.words import SIMULATED_AGREED, SIMULATED_IMPORT

ONE, TWO = "Phụ lục I", "Phụ lục II"
CORRECTED = {(ONE, "E15"): 20_000}  # online: (63.629 − 9.754) / 96.047 = 56,1 %
UNDATED = {(ONE, "A7"): None, (TWO, "A7"): None}


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))


def upload(app: AppTest, *files: Path) -> AppTest:
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), "") for path in files]).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def choose_dates(app: AppTest, first: date, last: date) -> AppTest:
    app.date_input[0].set_value(first)
    app.date_input[1].set_value(last)
    return press(app, importing_words.APPLY_DATES)


def said(app: AppTest, kind: str) -> list[str]:
    return [element.value for element in app.get(kind)]


def buttons(app: AppTest) -> list[str]:
    """The buttons that would publish something."""
    others = (importing_words.APPLY_DATES, importing_words.NAMES_APPLY, importing_words.NAME_UNDO)
    return [button.label for button in app.button if button.label not in others]


def states(folder: Path) -> list[str]:
    return [manifest.id for manifest in Store(folder).history()]


def test_the_published_file_again_is_identical(example_data_dir: Path):
    app = upload(run("import_data"), EXAMPLE)
    assert said(app, "info") == [importing_words.UNCHANGED_PREVIEW]
    assert buttons(app) == []
    assert "<dt>Giao dịch trực tuyến</dt><dd>26.133</dd>" in shown(app)


def test_a_corrected_file_is_published_after_its_warnings_are_seen(
    example_data_dir: Path, edit_example: EditExample
):
    app = upload(run("import_data"), edit_example("sua.xlsx", CORRECTED))
    assert said(app, "warning") == [importing_words.WARNED.format(count=2)]
    assert said(app, "info") == [
        "Thay số liệu đang công bố của: Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ, "
        "kỳ 01/01/2023 – 25/12/2023."
    ]
    assert 'data-issues="2"' in shown(app)
    assert buttons(app) == [importing_words.PUBLISH_DESPITE]
    assert states(example_data_dir) == ["000001"]  # looking writes nothing

    press(app, importing_words.PUBLISH_DESPITE)
    assert said(app, "success") == [importing_words.PUBLISHED.format(snapshot="000002")]
    assert states(example_data_dir) == ["000002", "000001"]
    assert operating_system_user() in shown(app)
    assert buttons(app) == []  # an empty uploader again
    assert said(app.run(), "success") == []  # said once
    app.switch_page("pages/overview.py").run()
    assert "53.875 / 96.047 hồ sơ" in shown(app)
    assert "2 cảnh báo" in shown(app)


def test_another_period_is_added_without_a_warning(
    example_data_dir: Path, edit_example: EditExample
):
    dates = "Từ ngày 01/01/2021 đến ngày 31/12/2021"
    app = upload(run("import_data"), edit_example("2021.xlsx", dict.fromkeys(UNDATED, dates)))
    assert said(app, "success") == [importing_words.NO_ISSUES]
    assert said(app, "info") == []  # replaces nothing
    press(app, importing_words.PUBLISH)
    assert [str(period) for period in Store(example_data_dir).current().periods] == [
        "2021-01-01..2021-12-31",
        "2023-01-01..2023-12-25",
    ]
    assert app.sidebar.selectbox(key="ky").value == "01/01/2023 – 25/12/2023"  # an earlier one


def test_a_broken_file_is_refused_cell_by_cell(example_data_dir: Path, edit_example: EditExample):
    broken = edit_example("hong.xlsx", {(ONE, "E15"): "abc", (ONE, "D17"): -5})
    app = upload(run("import_data"), broken)
    assert said(app, "error") == [importing_words.REFUSED.format(count=2)]
    assert buttons(app) == []
    assert "Phụ lục I · E15" in shown(app)
    assert "Phụ lục I · D17" in shown(app)
    assert states(example_data_dir) == ["000001"]


def test_one_broken_file_refuses_those_beside_it(example_data_dir: Path, edit_example: EditExample):
    broken = edit_example("hong.xlsx", {(ONE, "E15"): "abc"}, drop_sheets=(TWO,))
    fees = edit_example("phi.xlsx", {(TWO, "C12"): 139}, drop_sheets=(ONE,))
    app = upload(run("import_data"), fees, broken)
    assert said(app, "error") == [importing_words.REFUSED.format(count=1)]
    assert buttons(app) == []


def test_both_annexes_in_files_of_their_own_are_one_publication(
    data_dir: Path, edit_example: EditExample
):
    one = edit_example("1.xlsx", drop_sheets=(TWO,))
    two = edit_example("2.xlsx", drop_sheets=(ONE,))
    app = upload(run("import_data"), one, two)
    press(app, importing_words.PUBLISH)
    assert states(data_dir) == ["000001"]
    app.switch_page("pages/overview.py").run()
    assert "3/5 chỉ tiêu đạt" in shown(app)
    assert "1.xlsx, 2.xlsx" in shown(app)


def test_the_same_form_twice_is_refused(example_data_dir: Path, edit_example: EditExample):
    app = upload(run("import_data"), EXAMPLE, edit_example("sua.xlsx", CORRECTED))
    assert "xuất hiện hai lần" in shown(app)
    assert buttons(app) == []


def test_annex_2_alone_adds_to_its_period(
    data_dir: Path, reference: Reference, edit_example: EditExample
):
    import_file(Store(data_dir), reference, edit_example("1.xlsx", drop_sheets=(TWO,)))
    app = run("import_data")
    assert "Kỳ này chưa có Phụ lục II" in shown(app)
    press(upload(app, edit_example("2.xlsx", drop_sheets=(ONE,))), importing_words.PUBLISH)
    assert "Kỳ này chưa có Phụ lục II" not in shown(app)
    app.switch_page("pages/fees.py").run()
    assert "trên 10,9 tỷ đồng" in shown(app)


def test_a_file_without_dates_waits_for_them(example_data_dir: Path, edit_example: EditExample):
    app = upload(run("import_data"), edit_example("khong-ky.xlsx", UNDATED))
    assert importing_words.ASK_PERIOD.format(files="khong-ky.xlsx") in unescape(shown(app))
    assert buttons(app) == []
    assert len(app.checkbox) == 0  # nothing is printed that one could overrule
    assert "chưa rõ" in shown(app)
    assert "data-issues" not in shown(app)  # that the dates lack is asked, not scolded

    choose_dates(app, date(2021, 12, 31), date(2021, 1, 1))
    assert said(app, "error") == [importing_words.PERIOD_REVERSED]
    assert buttons(app) == []

    choose_dates(app, date(2021, 1, 1), date(2021, 12, 31))
    assert "01/01/2021 – 31/12/2021" in shown(app)
    press(app, importing_words.PUBLISH)
    assert "kỳ 01/01/2021 – 31/12/2021, từ tệp khong-ky.xlsx" in shown(app)


def test_dates_for_one_file_do_not_move_the_other(
    example_data_dir: Path, edit_example: EditExample
):
    undated = edit_example("khong-ky.xlsx", {(TWO, "A7"): None}, drop_sheets=(ONE,))
    dated = edit_example("sua.xlsx", CORRECTED, drop_sheets=(TWO,))
    app = upload(run("import_data"), dated, undated)
    choose_dates(app, date(2022, 1, 1), date(2022, 12, 31))
    press(app, importing_words.PUBLISH_DESPITE)
    entries = Store(example_data_dir).current().entries
    assert [(str(entry.period), entry.form, entry.source.file) for entry in entries] == [
        ("2022-01-01..2022-12-31", "annex-2", "khong-ky.xlsx"),
        ("2023-01-01..2023-12-25", "annex-1", "sua.xlsx"),
        ("2023-01-01..2023-12-25", "annex-2", "binh-dinh-2023.xlsx"),
    ]


def test_whoever_wants_another_period_publishes_in_no_other(
    example_data_dir: Path, edit_example: EditExample
):
    """Before both dates are there, nothing may go into the period that the file prints."""
    app = upload(run("import_data"), edit_example("sua.xlsx", CORRECTED))
    app.checkbox[0].check().run()
    assert buttons(app) == []
    choose_dates(app, date(2022, 12, 31), date(2022, 1, 1))
    assert said(app, "error") == [importing_words.PERIOD_REVERSED]
    assert buttons(app) == []
    choose_dates(app, date(2022, 1, 1), date(2022, 12, 25))
    assert "ghi kỳ 01/01/2023 – 25/12/2023 nhưng người nhập chọn kỳ" in shown(app)
    press(app, importing_words.PUBLISH_DESPITE)
    current = Store(example_data_dir).current()
    assert [str(period) for period in current.periods] == [
        "2022-01-01..2022-12-25",
        "2023-01-01..2023-12-25",
    ]
    app.sidebar.selectbox(key="ky").set_value("01/01/2022 – 25/12/2022").run()
    assert shown(app).count("nhưng người nhập chọn kỳ") == 1  # said of both forms, once


def test_who_publishes_in_between_is_not_overwritten_unseen(
    example_data_dir: Path, reference: Reference, edit_example: EditExample
):
    app = upload(run("import_data"), edit_example("toi.xlsx", CORRECTED))
    import_file(Store(example_data_dir), reference, edit_example("ho.xlsx", {(ONE, "E15"): 29_000}))
    press(app, importing_words.PUBLISH_DESPITE)
    assert importing_words.CHANGED_MEANWHILE.format(snapshot="000002") in said(app, "warning")
    assert states(example_data_dir) == ["000002", "000001"]
    assert buttons(app) == [importing_words.PUBLISH_DESPITE]  # the file is still there
    press(app, importing_words.PUBLISH_DESPITE)
    assert states(example_data_dir) == ["000003", "000002", "000001"]
    assert "53.875 / 96.047 hồ sơ" in shown(app.switch_page("pages/overview.py").run())


def test_what_is_shown_is_checked_against_the_state_of_the_day(
    example_data_dir: Path, reference: Reference, edit_example: EditExample
):
    """Somebody publishes a neighbouring period: the same file now has something to be warned of."""
    app = upload(run("import_data"), edit_example("toi.xlsx", CORRECTED, drop_sheets=(TWO,)))
    assert "Hai số này chỉ cùng một thời điểm" not in shown(app)
    dates = "Từ ngày 26/12/2023 đến ngày 31/12/2023"
    other = edit_example("ho.xlsx", {(ONE, "A7"): dates}, drop_sheets=(TWO,))
    import_file(Store(example_data_dir), reference, other)
    press(app, importing_words.PUBLISH_DESPITE)
    assert importing_words.CHANGED_MEANWHILE.format(snapshot="000002") in said(app, "warning")
    assert "Hai số này chỉ cùng một thời điểm" in shown(app)
    assert states(example_data_dir) == ["000002", "000001"]
    press(app, importing_words.PUBLISH_DESPITE)
    assert states(example_data_dir) == ["000003", "000002", "000001"]


def test_a_name_that_somebody_taught_meanwhile_is_known(
    example_data_dir: Path, reference: Reference, edit_example: EditExample
):
    odd = edit_example("la.xlsx", {**CORRECTED, (ONE, "B31"): "Sở Lạ"}, drop_sheets=(TWO,))
    app = upload(run("import_data"), odd)
    assert buttons(app) == []
    store = Store(example_data_dir)
    uploads = [Upload("dạy.xlsx", odd.read_bytes())]
    options = {"store": store, "today": TODAY, "aliases": [("Sở Lạ", "so-y-te")]}
    taught = preview_files(uploads, reference, **options)
    publish_files(taught, store, Publisher("ai đó", may_publish=True))
    assert "Sở Lạ" not in "".join(said(app.run(), "error"))
    assert said(app, "info") == [importing_words.UNCHANGED_PREVIEW]


def test_a_store_that_cannot_be_written_changes_nothing(
    example_data_dir: Path, edit_example: EditExample, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = upload(run("import_data"), edit_example("sua.xlsx", CORRECTED))
    monkeypatch.setattr(Store, "publish", fail)
    press(app, importing_words.PUBLISH_DESPITE)
    assert "Không ghi được vào kho số liệu" in said(app, "error")[0]
    assert "hãy báo người quản trị" in said(app, "error")[0]
    assert states(example_data_dir) == ["000001"]


NASTY = "<img src=x onerror=alert(1)> **a** ![b](http:x) $c$.xlsx"
SHOWN = "&lt;img src=x onerror=alert(1)&gt; &#42;&#42;a&#42;&#42; !&#91;b&#93;(http:x) &#36;c&#36;"


def test_a_file_s_name_is_shown_not_obeyed(example_data_dir: Path, tmp_path: Path):
    (tmp_path / NASTY).write_bytes(b"no workbook")
    app = upload(run("import_data"), tmp_path / NASTY)
    assert SHOWN in shown(app)
    assert "<img" not in shown(app)
    assert buttons(app) == []


def test_nor_is_it_where_its_period_is_asked_for(example_data_dir: Path, edit_example: EditExample):
    app = upload(run("import_data"), edit_example(NASTY, UNDATED))
    assert f"Tệp không ghi rõ kỳ báo cáo: {SHOWN}" in shown(app)
    assert "<img" not in shown(app)
    assert not any("**a**" in element.value for element in app.warning)


def test_nor_once_it_is_published(example_data_dir: Path, edit_example: EditExample):
    app = upload(run("import_data"), edit_example(NASTY, CORRECTED))
    press(app, importing_words.PUBLISH_DESPITE)
    assert f"từ tệp {SHOWN}" in shown(app)
    app.switch_page("pages/dossiers.py").run()
    assert f"Nguồn: {SHOWN}" in shown(app)
    assert "<img" not in shown(app)


def test_who_may_not_upload_is_told_why_and_sees_the_history(
    example_data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    reason = "Trang này chỉ xem vì lý do này."
    monkeypatch.setattr(importing, "current_access", lambda: Access(False, reason))
    app = run("import_data")
    assert said(app, "info") == [reason]
    assert len(app.file_uploader) == 0
    assert "Thêm Phụ lục I" in shown(app)


UNKNOWN = {(ONE, "B31"): "Ngành Y tế", (TWO, "B29"): "Ngành Y tế"}


def answer(app: AppTest, department: str) -> AppTest:
    question = next(
        box for box in app.selectbox if box.placeholder == importing_words.NAME_PLACEHOLDER
    )
    question.set_value(department)
    return press(app, importing_words.NAMES_APPLY)


def test_an_unknown_name_is_asked_once_and_remembered(data_dir: Path, edit_example: EditExample):
    """Both annexes print it; one answer does for both, and for every file after it."""
    app = upload(run("import_data"), edit_example("ten-la.xlsx", UNKNOWN))
    assert buttons(app) == []
    assert shown(app).count("là cơ quan nào?") == 1
    answer(app, "so-y-te")
    assert "“Ngành Y tế” được hiểu là Sở Y tế." in shown(app)
    assert "là cơ quan nào?" not in shown(app)
    press(app, importing_words.PUBLISH)
    state = Store(data_dir).current()
    assert state is not None
    assert [(a.name, a.department, a.added_by) for a in state.aliases] == [
        ("Ngành Y tế", "so-y-te", operating_system_user())
    ]
    later = upload(run("import_data"), edit_example("lan-sau.xlsx", UNKNOWN | CORRECTED))
    assert "là cơ quan nào?" not in shown(later)
    assert buttons(later) == [importing_words.PUBLISH_DESPITE]


def test_an_answer_is_remembered_though_the_figures_are_published(
    example_data_dir: Path, edit_example: EditExample
):
    """There was no button, so the name was asked about again with every file."""
    app = upload(run("import_data"), edit_example("ten-la.xlsx", UNKNOWN))
    press(answer(app, "so-y-te"), importing_words.PUBLISH)
    one, two = reversed(Store(example_data_dir).history())
    assert (two.entries, [a.name for a in two.aliases]) == (one.entries, ["Ngành Y tế"])


def test_an_answer_can_be_taken_back(data_dir: Path, edit_example: EditExample):
    app = upload(run("import_data"), edit_example("ten-la.xlsx", UNKNOWN))
    answer(app, "so-tu-phap")  # whose row there is already
    assert "trùng với cơ quan ở dòng" in shown(app)
    press(app, importing_words.NAME_UNDO)
    assert "là cơ quan nào?" in shown(app)
    assert "trùng với cơ quan" not in shown(app)


def test_the_difference_is_shown_before_it_is_published(
    data_dir: Path, reference: Reference, edit_example: EditExample
):
    import_file(Store(data_dir), reference, EXAMPLE)
    app = upload(run("import_data"), edit_example("sua.xlsx", CORRECTED))
    page = unescape(shown(app))
    assert "29.754" in page
    assert "−9.754" in page
    assert "1 ô thay đổi, 284 ô giữ nguyên." in page
    assert "−10,2 điểm %" in page
    assert "Phụ lục II – Thanh toán phí, lệ phí</b>: Giống hệt số liệu đang công bố." in page


def test_a_simulated_store_publishes_after_a_tick_alone(data_dir: Path):
    Store(data_dir).mark_simulated()
    app = upload(run("import_data"), EXAMPLE)
    assert SIMULATED_IMPORT in unescape(shown(app))
    (publish,) = [button for button in app.button if button.label in buttons(app)]
    assert publish.disabled
    tick = next(box for box in app.checkbox if box.label == SIMULATED_AGREED)
    tick.check().run()
    press(app, publish.label)
    assert states(data_dir) == ["000001"]
    assert Store(data_dir).is_simulated


def test_a_real_store_asks_for_no_tick(data_dir: Path):
    app = upload(run("import_data"), EXAMPLE)
    assert SIMULATED_AGREED not in [box.label for box in app.checkbox]
    assert [button.disabled for button in app.button if button.label in buttons(app)] == [False]


def test_sums_are_checked_beside_a_bad_cell_but_not_beside_a_bad_row(
    example_data_dir: Path, edit_example: EditExample
):
    """Who mends one cell should not learn of the sums only then."""
    cell = {(ONE, "E15"): "66,2 %", (ONE, "C20"): 1}
    app = upload(run("import_data"), edit_example("o.xlsx", cell))
    page = unescape(shown(app))
    assert "là tỷ lệ, nhưng cột “Hồ sơ tiếp nhận trực tuyến” ghi số hồ sơ, không ghi tỷ lệ" in page
    assert "dòng tổng ghi Tổng số hồ sơ tiếp nhận là 99.364" in page
    assert not any(importing_words.CHECKED_LATER in sentence for sentence in said(app, "error"))
    row = {(ONE, "B15"): "Sở Công nghiệp tỉnh", (ONE, "C20"): 1}
    app = upload(run("import_data"), edit_example("dong.xlsx", row))
    assert any(importing_words.CHECKED_LATER in sentence for sentence in said(app, "error"))


def test_a_corrected_file_of_the_same_name_takes_the_other_s_place(
    example_data_dir: Path, edit_example: EditExample
):
    broken = edit_example("bao-cao.xlsx", {(ONE, "E15"): "abc"}).read_bytes()
    mended = edit_example("bao-cao.xlsx", CORRECTED).read_bytes()
    app = run("import_data")
    app.file_uploader[0].set_value([("bao-cao.xlsx", c, "") for c in (broken, mended)]).run()
    assert "abc" not in shown(app)
    assert importing_words.REPLACED_UPLOADS.format(names="bao-cao.xlsx") in unescape(shown(app))
    assert buttons(app) == [importing_words.PUBLISH_DESPITE]


def test_what_another_tab_has_published_leaves_nothing_to_do(
    example_data_dir: Path, edit_example: EditExample, reference: Reference
):
    path = edit_example("sua.xlsx", CORRECTED)
    app = upload(run("import_data"), path)
    import_file(Store(example_data_dir), reference, path)
    press(app, importing_words.PUBLISH_DESPITE)
    assert said(app, "info")[0] == importing_words.PUBLISHED_ELSEWHERE.format(snapshot="000002")
    assert buttons(app) == []
    assert states(example_data_dir) == ["000002", "000001"]


def test_a_picture_is_of_no_period_and_the_forms_are_all_named(
    example_data_dir: Path, tmp_path: Path
):
    picture, letter = tmp_path / "anh.png", tmp_path / "thu.csv"
    picture.write_bytes(b"\x89PNG\r\n")
    letter.write_text("Kính gửi;ông\nvề việc;báo cáo\n", encoding="utf-8")
    app = upload(run("import_data"), picture)
    assert importing_words.OTHER_PERIOD not in [box.label for box in app.checkbox]
    assert "Danh sách hồ sơ" in unescape(shown(upload(run("import_data"), letter)))
