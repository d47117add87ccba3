"""Every table of every page is offered as CSV and Parquet, and holds what the page shows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from tests.app.running import clickable, run
from tests.conftest import EditExample
from tests.crash.states import report_of
from tests.months import publish_months
from tests.table_files import read_csv, read_parquet
from ttpv.demo import Demo
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.ui import importing
from ttpv.ui.access import Access

Files = dict[str, Callable[[], bytes]]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Files:
    """File name → what makes it, of the last run of a page."""
    files: Files = {}
    add = MediaFileManager.add_deferred

    def record(self: MediaFileManager, make: Callable[[], bytes], *args, **named) -> str:
        files[named["file_name"]] = make
        return add(self, make, *args, **named)

    monkeypatch.setattr(MediaFileManager, "add_deferred", record)
    return files


def open_page(files: Files, page: str | None, **query: str | list[str]) -> AppTest:
    """What the first page offered on the way there is forgotten."""
    app = run(**query)
    if page is not None:
        files.clear()
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def names_of(files: Files) -> set[str]:
    """Of each table both files, and nothing else."""
    stems = {Path(name).stem for name in files}
    assert {f"{stem}{suffix}" for stem in stems for suffix in (".csv", ".parquet")} == set(files)
    return stems


YEAR = "20230101-20231225"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (None, {f"duoi-chi-tieu_{YEAR}"}),
        ("departments", {f"co-quan_{YEAR}"}),
        ("dossiers", {f"ho-so_{YEAR}"}),
        ("fees", {f"phi-le-phi_{YEAR}"}),
        ("targets", {"bang-chi-tieu"}),
        ("registry", {"danh-ba-don-vi"}),
        ("history", {"lich-su-cong-bo"}),
    ],
)
def test_a_page_offers_its_tables(
    example_data_dir: Path, offered: Files, page: str | None, expected: set[str]
):
    open_page(offered, page)
    assert names_of(offered) == expected
    for name in expected:
        heads, *rows = read_csv(offered[f"{name}.csv"]())
        found = read_parquet(offered[f"{name}.parquet"]())
        assert len(rows) == len(found) > 0
        assert {len(row) for row in rows} == {len(heads)} == {len(found[0])}
        assert all(re.fullmatch("[a-z][a-z0-9_]*", column) for column in found[0])


def test_the_departments_are_those_of_the_page_in_its_order(example_data_dir: Path, offered: Files):
    app = open_page(offered, "departments")
    drawn = re.findall(r'<tr data-open="([^"]+)"', clickable(app, "departments"))
    rows = read_parquet(offered[f"co-quan_{YEAR}.parquet"]())
    assert [row["department_id"] for row in rows] == [*drawn, None]
    total = rows[-1]
    assert (total["department"], total["is_total"]) == ("Toàn Trung tâm", True)
    assert (total["online_submission_numerator"], total["received_new"]) == (63_629, 96_047)
    assert str(total["online_submission"]).startswith("66.24777452")
    assert (str(total["eid"]), total["eid_basis"]) == ("94.300000000000", "theo tỷ lệ đã công bố")
    school = next(row for row in rows if row["department_id"] == "so-giao-duc-va-dao-tao")
    assert (school["online_payment"], school["online_payment_basis"]) == (None, "không phát sinh")
    assert str(school["online_payment_reason"]).startswith("Không phát sinh")


def test_a_selection_is_what_is_downloaded(example_data_dir: Path, offered: Files):
    open_page(offered, "departments", **{"don-vi": ["Y tế", "Tư pháp"]})
    rows = read_parquet(offered[f"co-quan_{YEAR}.parquet"]())
    assert [row["department"] for row in rows] == ["Sở Tư pháp", "Sở Y tế", "Các đơn vị đã chọn"]
    chosen = rows[-1]
    assert (chosen["eid"], str(chosen["eid_low"]), str(chosen["eid_high"])) == (
        None,
        "98.000000000000",
        "99.900000000000",
    )
    assert chosen["digitisation_basis"] == "ước tính"


def open_tables(app: AppTest) -> None:
    for key in ("rate", "movement", "departments", "backlog"):
        app.session_state[f"table-{key}"] = True
    app.run()
    assert not app.exception


def test_charts_tables_are_offered_when_they_are_open(
    data_dir: Path, reference: Reference, offered: Files
):
    """January 2025 is missing, and says so."""
    publish_months(data_dir, reference)
    app = open_page(offered, "trends")
    assert names_of(offered) == set()
    open_tables(app)
    days = "thang_20241101-20250430"
    series = f"xu-huong_online_submission_{days}"
    assert names_of(offered) == {
        series,
        "thay-doi_online_submission_20250301_20250430",
        f"xu-huong-don-vi_online_submission_{days}",
        f"ton-va-giai-quyet_{days}",
    }
    rows = read_parquet(offered[f"{series}.parquet"]())
    assert [row["period"] for row in rows][:2] == ["Tháng 04/2025", "Tháng 03/2025"]
    missing = next(row for row in rows if row["period"] == "Tháng 01/2025")
    assert (missing["value"], missing["reason"]) == (
        None,
        "Chưa đủ số liệu: thiếu 01/01/2025 – 31/01/2025",
    )
    effects = read_parquet(offered["thay-doi_online_submission_20250301_20250430.parquet"]())
    parts = [row["effect"] for row in effects if not row["is_total"]]
    assert abs(sum(parts) - effects[-1]["effect"]) < 1e-9


def test_dossiers_by_code_and_invented_figures_that_say_so(
    made_demo: Demo, monkeypatch: pytest.MonkeyPatch, offered: Files
):
    monkeypatch.setenv("TTPV_DATA_DIR", str(made_demo.folder))
    open_page(offered, "department", mo="Xây dựng")
    names = names_of(offered)
    assert {name.split("_")[0] for name in names} == {"mo-phong"}
    (fields,) = (name for name in names if "linh-vuc" in name)
    (dossiers,) = (name for name in names if "ho-so" in name)
    heads, *rows = read_csv(offered[f"{dossiers}.csv"]())
    assert heads == ["Mã hồ sơ", "Thủ tục", "Tiếp nhận", "Hẹn trả", "Trả"]
    assert all(re.fullmatch(r"000\.00\.\d\d\.H08-\d{6}-\d{4}", row[0]) for row in rows)
    counts = read_parquet(offered[f"{fields}.parquet"]())
    assert sum(row["pending_overdue"] for row in counts) == len(rows)


def test_an_upload_offers_what_it_would_change_and_what_was_read(
    example_data_dir: Path, offered: Files, edit_example: EditExample, monkeypatch
):
    """Two files of one form and period: each is offered."""
    monkeypatch.setattr(importing, "current_access", lambda: Access(True))
    path = edit_example("x.xlsx", {("Phụ lục I", "E15"): 20_000})
    app = open_page(offered, "import_data")
    offered.clear()
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), "")]).run()
    assert not app.exception
    assert names_of(offered) == {
        f"da-doc_annex-1_{YEAR}",
        f"da-doc_annex-2_{YEAR}",
        "lich-su-cong-bo",
        "loi-va-canh-bao",
        "thay-doi-so-lieu",
        "thay-doi-ty-le",
    }
    (change, *_) = read_parquet(offered["thay-doi-so-lieu.parquet"]())
    assert (change["department_id"], change["before"], change["after"]) == (
        "so-cong-thuong",
        29_754,
        20_000,
    )
    same = [(name, path.read_bytes(), "") for name in ("x.xlsx", "y.xlsx")]
    app.file_uploader[0].set_value(same).run()
    assert not app.exception
    takes = [button.key for button in app.get("download_button") if "da-doc_annex-1" in button.key]
    assert len(takes) == len(set(takes)) == 4


def test_reports_that_were_taken_are_offered(example_data_dir: Path, offered: Files):
    Store(example_data_dir).record_report(report_of(1, by="an"))
    open_page(offered, "reports")
    assert names_of({name: make for name, make in offered.items() if "da-tai" in name}) == {
        "bao-cao-da-tai"
    }
    (row,) = read_parquet(offered["bao-cao-da-tai.parquet"]())
    assert (row["made_by"], row["snapshot"]) == ("an", "000001")
