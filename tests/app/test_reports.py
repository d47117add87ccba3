"""Báo cáo: what can be taken away, what is known of it before, and what was taken."""

from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import clickable, run, shown
from tests.conftest import EditExample, import_file
from tests.crash.states import report_of
from tests.spec.tables import dates
from ttpv.demo import Demo
from ttpv.reference import Reference
from ttpv.reporting import orders
from ttpv.store import Store
from ttpv.ui import texts
from ttpv.ui.filters import DEPARTMENTS_KEY
from ttpv.ui.links import DEPARTMENT_KEY
from ttpv.ui.periods import link_period
from ttpv.ui.texts import reports as words


def buttons(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.get("download_button")]


def test_the_sheet_is_offered_and_shown(example_data_dir: Path):
    app = run("reports", loai="Bảng niêm yết")
    assert buttons(app) == ["PDF (.pdf)", "Ảnh (.png)"]
    assert [button.proto.deferred_file_id != "" for button in app.get("download_button")] == [
        True,
        True,
    ]
    (picture,) = app.get("image")
    assert "3/5 chỉ tiêu đạt" in picture.proto.imgs[0].alt
    assert words.NO_GAPS in shown(app)
    assert [box.value for box in app.info] == [words.TAKEN_NONE]
    assert Store(example_data_dir).reports() == []  # looking takes nothing away


def test_an_empty_store_says_what_to_do(data_dir: Path):
    app = run("reports")
    assert [info.value for info in app.info] == [texts.NO_DATA]


def test_a_selection_that_cannot_be_known_is_told_before(example_data_dir: Path):
    app = run("reports", loai="Bảng niêm yết")
    app.sidebar.multiselect[0].set_value(["Y tế", "Xây dựng", "Tư pháp"]).run()
    assert not app.exception
    assert "Không tính được hoặc không kết luận được: Tỷ lệ xác thực" in shown(app)


def test_what_was_taken_is_listed_with_a_way_back(
    example_data_dir: Path, reference: Reference, edit_example: EditExample
):
    store = Store(example_data_dir)
    import_file(store, reference, edit_example("x.xlsx", {("Phụ lục I", "E31"): 1_500}))
    (period,) = store.open_snapshot("1").periods
    told = {"start": period.start, "stop": period.stop, "departments": ("so-y-te",)}
    store.record_report(report_of(1, by="an", **told))
    store.record_report(report_of(2))
    page = shown(run("reports"))
    assert page.count("data-taken=") == 2
    assert page.index("người xem") < page.index(">an<")
    address = page.split('href="')[-1].partition('"')[0].replace("&amp;", "&")
    link = urlsplit(address)
    assert link.path == "bao-cao"
    asked = {key: values[0] for key, values in parse_qs(link.query).items()}
    assert asked[DEPARTMENTS_KEY] == "so-y-te"
    back = run("reports", **asked)
    assert "Đang xem số liệu như đã công bố ở lần 000001" in shown(back)
    assert back.sidebar.multiselect[0].value == ["Y tế"]
    assert "đơn vị chọn ở thanh bên" in shown(back)


def test_a_damaged_record_is_a_sentence(example_data_dir: Path):
    Store(example_data_dir).record_report(report_of(1))
    (path,) = (example_data_dir / "reports").glob("*.json")
    path.write_text("{")
    app = run("reports", loai="Phụ lục số liệu")
    assert any("bị hỏng" in box.value for box in app.error)
    assert "Excel (.xlsx)" in buttons(app)


def open_letter(department: str) -> AppTest:
    return run("reports", loai="Văn bản đôn đốc", mo=department)


def test_the_letter_is_read_before_it_is_taken(example_data_dir: Path):
    app = open_letter("Giao thông vận tải")
    page = shown(app).replace("&#45;", "-")
    assert "Kính gửi: Sở Giao thông vận tải" in page
    assert "663 hồ sơ" in page
    assert "chưa có họ tên người ký" in page
    assert "không có danh sách hồ sơ" in page
    assert buttons(app)[0] == "Word (.docx)"


def test_where_there_is_nothing_to_urge_no_letter_is_offered(example_data_dir: Path):
    app = open_letter("Du lịch")
    assert any("không có gì để đôn đốc" in box.value for box in app.info)
    assert buttons(app) == []


def test_without_libreoffice_no_pdf_is_offered(
    example_data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(orders, "find_office", lambda: None)
    app = open_letter("Y tế")
    assert buttons(app) == ["Word (.docx)"]
    assert words.NO_OFFICE in shown(app)
    monkeypatch.setattr(orders, "find_office", lambda: "soffice")
    assert buttons(open_letter("Y tế")) == ["Word (.docx)", "PDF (.pdf)"]


def test_the_letter_of_a_dossier_list_names_codes_and_nobody(
    made_demo: Demo, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TTPV_DATA_DIR", str(made_demo.folder))
    page = shown(open_letter("Xây dựng"))
    assert page.count("000.00.") >= 6
    assert "Quá hạn" in page
    assert "SỐ LIỆU MÔ PHỎNG" in page


def test_the_report_is_read_before_it_is_taken(
    example_data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(orders, "find_office", lambda: "soffice")
    app = run("reports")
    assert buttons(app) == ["Word (.docx)", "PDF (.pdf)"]
    page = unescape(shown(app)).replace("&#45;", "-")
    for figure in ("99.364", "95.161", "99,95%", "trên 14,2 tỷ đồng", "66,2%"):
        assert figure in page
    assert "cần bổ sung trước khi trình ký" in page  # the other figures are not entered
    assert "được ghi ở trang Phản ánh, kiến nghị và chỉ số 766" in page
    assert "chưa có họ tên người ký" in page


def test_the_annexes_are_read_before_they_are_taken(example_data_dir: Path):
    app = run("reports", loai="Phụ lục số liệu")
    assert buttons(app) == ["Excel (.xlsx)"]
    page = shown(app)
    assert "3=4+6" in page
    assert page.count("<tr>") > 2 * 18
    assert "10.998.351.456" in page


def test_of_chosen_departments_the_report_says_so(example_data_dir: Path):
    app = run("reports", **{"don-vi": ["Y tế", "Xây dựng"]})
    assert "2.293" not in shown(app)  # Y tế's own
    assert "hồ sơ" in shown(app)


def test_the_letter_opens_with_who_is_most_to_be_urged(example_data_dir: Path):
    app = run("reports", loai="Văn bản đôn đốc")
    assert app.main.selectbox[0].value == "Giao thông vận tải"
    assert "Kính gửi: Sở Giao thông vận tải" in shown(app)
    assert words.URGING_HINT in shown(app)


def test_who_is_to_be_urged_stands_beside_the_letter(example_data_dir: Path):
    app = open_letter("Du lịch")
    table = clickable(app, "urging")
    assert 'data-open="so-giao-thong-van-tai"' in table
    assert 'data-open="so-du-lich"' not in table
    assert "Đơn vị cần đôn đốc (" in shown(app)
    app.sidebar.multiselect[0].set_value(["Du lịch"]).run()
    assert words.URGING_NONE in shown(app)


@pytest.mark.parametrize(
    ("department", "name"),
    [
        ("so-xay-dung", "Xây dựng (đến 28/02/2025)"),
        ("so-xay-dung-2025", "Xây dựng (từ 01/03/2025)"),
    ],
)
def test_a_link_by_id_means_one_of_two_departments_of_a_name(
    made_demo: Demo, monkeypatch: pytest.MonkeyPatch, department: str, name: str
):
    """Over the merger of 01/03/2025 both are called Sở Xây dựng."""
    monkeypatch.setenv("TTPV_DATA_DIR", str(made_demo.folder))
    year = {k: str(v) for k, v in link_period(dates("2025"), True).items()}
    app = run("reports", **year, loai="Báo cáo", **{DEPARTMENTS_KEY: department})
    assert app.sidebar.multiselect[0].value == [name]
    assert f"“{department}”" not in shown(app)
    letter = run("reports", **year, loai="Văn bản đôn đốc", **{DEPARTMENT_KEY: department})
    assert letter.main.selectbox[0].value == name
    assert f"“{department}”" not in shown(letter)
