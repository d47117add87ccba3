"""The pages' logic without a browser: app.py run as Streamlit runs it."""

from pathlib import Path

import pytest

from tests.app.running import choose_period, clickable, publish_by_hand, run, shown
from tests.conftest import EditExample, import_file
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import guards, texts
from ttpv.ui.live import seen_state


@pytest.mark.parametrize("page", ["overview", "departments", "department", "dossiers", "fees"])
def test_an_empty_store_says_what_to_do(data_dir: Path, page: str):
    app = run(page)
    assert [title.value for title in app.title] == [texts.NO_DATA_TITLE]
    assert [info.value for info in app.info] == [texts.NO_DATA]


def test_the_overview_of_2023(example_data_dir: Path):
    app = run()
    text = shown(app)
    for figure in ("66,2", "46,4", "94,3", "85,4", "95,6", "3/5 chỉ tiêu đạt", "63.629 / 96.047"):
        assert figure in text
    assert app.sidebar.selectbox(key="ky").value == "01/01/2023 – 25/12/2023"


def test_one_department_shows_its_own_figures(example_data_dir: Path):
    app = run()
    app.sidebar.multiselect[0].set_value(["Y tế"]).run()
    assert "1.458 / 2.293 hồ sơ" in shown(app)
    assert "≈" not in shown(app)


def test_three_departments_are_estimated_or_not_to_be_known(example_data_dir: Path):
    app = run()
    app.sidebar.multiselect[0].set_value(["Y tế", "Xây dựng", "Tư pháp"]).run()
    text = shown(app)
    assert "16.359 / 18.655 hồ sơ" in text
    assert text.count("≈") >= 2
    assert "98,0–99,9" in text
    assert "Không tính được: Định danh điện tử, Kết quả điện tử." in text


def test_a_department_without_fee_transactions(example_data_dir: Path):
    app = run()
    app.sidebar.multiselect[0].set_value(["Tài chính"]).run()
    assert "Không phát sinh: Thanh toán trực tuyến." in shown(app)
    assert "3/4 chỉ tiêu đạt" in shown(app)  # no case is no failure


def test_without_annex_2_the_fees_page_says_so(
    data_dir: Path, reference: Reference, edit_example: EditExample
):
    only = edit_example("1.xlsx", drop_sheets=("Phụ lục II",))
    import_file(Store(data_dir), reference, only)
    app = run("fees")
    assert [info.value for info in app.info] == [texts.NO_FEES]
    assert "Kỳ này chưa có Phụ lục II" in shown(app)


def test_a_later_period_is_followed_unless_one_was_chosen(
    example_data_dir: Path, reference: Reference, edit_example: EditExample
):
    december = {
        (sheet, "A7"): "Từ ngày 26/12/2023 đến ngày 31/12/2023"
        for sheet in ("Phụ lục I", "Phụ lục II")
    }
    later = edit_example("cuoi-nam.xlsx", december)
    app, chosen = run(), run(ky="01/01/2023 – 25/12/2023")
    import_file(Store(example_data_dir), reference, later)
    assert app.run().sidebar.selectbox(key="ky").value == "26/12/2023 – 31/12/2023"
    assert chosen.run().sidebar.selectbox(key="ky").value == "01/01/2023 – 25/12/2023"


def test_who_has_no_local_connection_may_only_look(example_data_dir: Path):
    app = run("import_data")
    assert "Trang này chỉ xem" in app.info[0].value
    assert len(app.get("file_uploader")) == 0
    assert "binh-dinh-2023.xlsx" in shown(app)


def test_warnings_stand_in_the_banner(
    data_dir: Path, reference: Reference, edit_example: EditExample
):
    import_file(Store(data_dir), reference, edit_example("sua.xlsx", {("Phụ lục I", "E32"): 1}))
    text = shown(run())
    assert "2 cảnh báo" in text
    assert "dòng tổng ghi Hồ sơ tiếp nhận trực tuyến là 1" in text


def test_what_a_link_says_is_shown_not_obeyed(example_data_dir: Path):
    app = run(ky="[mồi](http://evil.example) ![a](http://evil.example/p.png)")
    assert len(app.warning) == 0
    assert "&#91;" in shown(app) or "[mồi]" in shown(app)
    assert 'role="alert"' in shown(app)


def test_a_department_that_a_link_names_in_vain_is_said(example_data_dir: Path):
    assert "“Sở Trên Trời” nhưng kỳ này không có đơn vị đó" in shown(
        run(**{"don-vi": ["Sở Trên Trời"]})
    )


@pytest.mark.parametrize("page", ["overview", "departments", "department", "dossiers", "fees"])
def test_who_looks_at_an_empty_page_follows_the_first_publication(
    data_dir: Path, page: str, monkeypatch: pytest.MonkeyPatch
):
    """st.stop ends app.py too; a page that stops must start the following itself."""
    followed: list[str | None] = []
    monkeypatch.setattr(guards, "follow_publications", lambda: followed.append(seen_state()))
    run(page)
    assert followed[-1:] == [None]


def test_who_waits_for_annex_2_follows_too(
    data_dir: Path,
    reference: Reference,
    edit_example: EditExample,
    monkeypatch: pytest.MonkeyPatch,
):
    import_file(Store(data_dir), reference, edit_example("1.xlsx", drop_sheets=("Phụ lục II",)))
    followed: list[str | None] = []
    monkeypatch.setattr(guards, "follow_publications", lambda: followed.append(seen_state()))
    run("fees")
    assert followed == ["000001"]


def test_an_empty_store_can_still_be_filled_and_says_that_it_is_empty(data_dir: Path):
    app = run("import_data")
    assert [info.value for info in app.info][-1] == texts.NO_DATA
    assert len(app.sidebar.selectbox) == 0


def test_the_table_of_departments_follows_the_filter(example_data_dir: Path):
    app = run("departments")
    assert clickable(app, "departments").count("<tr data-open=") == 18
    app.sidebar.multiselect[0].set_value(["Y tế", "Tư pháp"]).run()
    table = clickable(app, "departments")
    assert table.count("<tr data-open=") == 2
    assert "Các đơn vị đã chọn" in table


def test_all_departments_chosen_are_the_centre(example_data_dir: Path):
    app = run()
    everybody = app.sidebar.multiselect[0].options
    assert len(everybody) == 18
    app.sidebar.multiselect[0].set_value(everybody).run()
    assert "Toàn Trung tâm (18 cơ quan, đơn vị)" in shown(app)
    for figure in ("66,2", "46,4", "94,3", "85,4", "95,6"):
        assert figure in shown(app)
    assert "≈" not in shown(app)


def test_a_department_s_place_is_among_all_whatever_is_chosen(example_data_dir: Path):
    app = run()
    app.sidebar.multiselect[0].set_value(["Y tế", "Tài nguyên và Môi trường"]).run()
    app.switch_page("pages/department.py").run()
    assert app.main.selectbox[0].options == ["Sở Tài nguyên và Môi trường", "Sở Y tế"]
    app.main.selectbox[0].set_value("Tài nguyên và Môi trường").run()
    assert "xếp thứ 18/18" in shown(app)
    assert "Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50 %" in shown(app)


def test_narrowing_the_choice_leaves_a_department_that_is_in_it(example_data_dir: Path):
    app = run("department")
    app.main.selectbox[0].set_value("Xây dựng").run()
    assert "<h1>Sở Xây dựng</h1>" in shown(app)
    app.sidebar.multiselect[0].set_value(["Y tế"]).run()
    assert not app.exception
    assert "<h1>Sở Y tế</h1>" in shown(app)


@pytest.mark.parametrize("page", ["overview", "departments", "department", "dossiers", "fees"])
def test_every_page_shows_the_period_that_is_chosen(example_data_dir: Path, page: str):
    publish_by_hand(
        example_data_dir,
        "2023-12",
        "who | received_new | received_online\nso-y-te | 10 | 4\nso-du-lich | 8 | 8",
    )
    app = run(page)
    assert app.sidebar.selectbox(key="loai-ky").value == "Tháng"
    assert app.sidebar.selectbox(key="ky").options == ["Tháng 12/2023"]
    assert app.sidebar.selectbox(key="ky").value == "Tháng 12/2023"
    assert "01/12/2023 – 31/12/2023" in shown(app)
    choose_period(app, "to_date", "01/01/2023 – 25/12/2023")
    assert "01/01/2023 – 25/12/2023" in shown(app)
    assert not app.exception


def test_who_does_not_exist_in_a_period_leaves_the_choice(example_data_dir: Path):
    """Du lịch became part of Văn hóa, Thể thao và Du lịch on 01/03/2025."""
    publish_by_hand(example_data_dir, "2025-12", "who | received_new\nso-y-te | 10")
    app = run(ky="01/01/2023 – 25/12/2023")
    app.sidebar.multiselect[0].set_value(["Y tế", "Du lịch"]).run()
    assert "</small> Du lịch, Y tế</span>" in shown(app)
    choose_period(app, "month", "Tháng 12/2025")
    assert not app.exception
    assert app.sidebar.multiselect[0].value == ["Y tế"]
    assert "</small> Y tế</span>" in shown(app)


def test_a_department_without_data_says_so(data_dir: Path):
    publish_by_hand(data_dir, "2023-01", "who | received_new | received_online\nso-y-te | 10 | 4")
    app = run("department")
    app.main.selectbox[0].set_value("Ngoại vụ").run()
    assert texts.NO_DEPARTMENT_DATA in shown(app)
    assert "không xếp hạng" in shown(app)
    app.main.selectbox[0].set_value("Y tế").run()
    assert texts.NO_DEPARTMENT_DATA not in shown(app)


def test_the_first_department_with_figures_opens_first(data_dir: Path):
    """Not Ban Quản lý Khu kinh tế, which has none; what is not known is one dash."""
    publish_by_hand(data_dir, "2023-01", "who | received_new | received_online\nso-y-te | 10 | 4")
    app = run("department")
    assert app.main.selectbox[0].value == "Y tế"
    assert dict(app.query_params)["mo"] == "Y tế"
    assert "<dd>–</dd><span></span>" in shown(app)
    assert "<span>–</span>" not in shown(app)


def test_dossiers_without_all_figures_draw_no_chart(data_dir: Path):
    publish_by_hand(data_dir, "2023-01", "who | received_new | received_online\nso-y-te | 10 | 4")
    app = run("dossiers")
    assert "Chưa đủ số liệu để vẽ biểu đồ" in shown(app)
    assert 'class="flow"' not in shown(app)
    assert clickable(app, "dossiers").count("<tr data-open=") == 18


def test_fees_show_amounts_when_asked_to(example_data_dir: Path):
    app = run("fees")
    assert "43,93 % số giao dịch được thực hiện trực tuyến" in shown(app)
    app.segmented_control[0].set_value(texts.AMOUNTS).run()
    assert "43,64 % số tiền phí, lệ phí được thực hiện trực tuyến" in shown(app)


@pytest.mark.parametrize("page", ["overview", "departments", "department", "dossiers", "fees"])
def test_a_link_with_an_unknown_period_shows_the_newest_and_keeps_it_in_the_address(
    example_data_dir: Path, page: str
):
    app = run(ky="Tháng 05/2022")
    assert "“Tháng 05/2022” nhưng kỳ này chưa có số liệu" in shown(app)
    app.switch_page(f"pages/{page}.py").run()
    assert app.sidebar.selectbox(key="ky").value == "01/01/2023 – 25/12/2023"
    assert app.query_params["ky"] == "01/01/2023 – 25/12/2023"
    assert "nhưng kỳ này chưa có số liệu" not in shown(app)  # said once


def test_an_unknown_period_in_a_link_is_no_choice_of_a_period(example_data_dir: Path):
    app = run(ky="Tháng 05/2022")
    publish_by_hand(example_data_dir, "2023-12", "who | received_new\nso-y-te | 10")
    assert app.run().sidebar.selectbox(key="ky").value == "Tháng 12/2023"


def test_clearing_the_period_is_asking_for_the_newest(example_data_dir: Path):
    publish_by_hand(example_data_dir, "2023-12", "who | received_new\nso-y-te | 10")
    app = run(ky="01/01/2023 – 25/12/2023")
    app.sidebar.selectbox(key="ky").set_value(None).run()
    assert app.sidebar.selectbox(key="ky").value == "Tháng 12/2023"
