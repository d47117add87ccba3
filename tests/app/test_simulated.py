"""The banner over a store of invented figures: on each of its pages, on none of others."""

from pathlib import Path

import pytest

from tests.app.running import APP, run, shown
from ttpv.demo import Demo
from ttpv.store import Store
from ttpv.ui.downloads import name_download

PAGES = sorted(path.stem for path in (APP.parent / "pages").glob("*.py"))
BANNER = 'class="ttpv simulated"'


@pytest.fixture
def demo_data_dir(made_demo: Demo, monkeypatch: pytest.MonkeyPatch) -> Path:
    """TTPV_DATA_DIR with the example over time; only to look at."""
    monkeypatch.setenv("TTPV_DATA_DIR", str(made_demo.folder))
    return made_demo.folder


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_it(demo_data_dir: Path, page: str):
    text = shown(run(page))
    assert text.count(BANNER) == 1
    assert "Số liệu mô phỏng" in text


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_real_figures_says_it(example_data_dir: Path, page: str):
    text = shown(run(page))
    assert BANNER not in text
    assert "mô phỏng" not in text


def test_an_empty_page_says_it_too(data_dir: Path):
    Store(data_dir).mark_simulated()
    assert BANNER in shown(run())


def test_downloads_carry_it_in_their_name(demo_data_dir: Path):
    assert name_download("x.csv") == "mo-phong_x.csv"


def test_other_downloads_keep_their_name(data_dir: Path):
    assert name_download("x.csv") == "x.csv"


def test_the_newest_month_is_computed_from_its_list(demo_data_dir: Path):
    app = run()
    assert app.sidebar.selectbox(key="ky").value == "Tháng 12/2025"
    assert "8.073 / 10.077 hồ sơ" in shown(app)
