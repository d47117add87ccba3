"""The pages' logic without a browser: app.py run as Streamlit runs it."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.conftest import EditExample, import_file
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import texts

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture(autouse=True)
def _fresh_caches():
    st.cache_resource.clear()


def run(page: str | None = None, **query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    if page is not None:
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    return " ".join(element.value for element in app.markdown)


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
    assert app.sidebar.selectbox[0].value == "01/01/2023 – 25/12/2023"


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
    assert app.run().sidebar.selectbox[0].value == "26/12/2023 – 31/12/2023"
    assert chosen.run().sidebar.selectbox[0].value == "01/01/2023 – 25/12/2023"


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
