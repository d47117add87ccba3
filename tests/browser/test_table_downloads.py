"""A table is taken along from its page, in both formats, as it is shown there."""

from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Server
from tests.browser.views import wait_until_drawn
from tests.table_files import read_csv, read_parquet


def take(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_table_of_departments_in_both_formats(
    server: Server, open_page: OpenPage, tmp_path: Path
):
    page = open_page(server.url("so-ban-nganh"))
    wait_until_drawn(page, "so-ban-nganh")
    shown = [name.strip() for name in page.locator("tbody th").all_inner_texts()]
    path = take(page, "Tải bảng (CSV)", tmp_path)
    assert path.name == "co-quan_20230101-20231225.csv"
    heads, *rows = read_csv(path.read_bytes())
    named, online = heads.index("Cơ quan, đơn vị"), heads.index("Nộp trực tuyến (%)")
    assert [row[named] for row in rows] == [*shown, "Toàn Trung tâm"]
    assert rows[-1][online] == "66,2"
    path = take(page, "Parquet", tmp_path)
    assert path.name == "co-quan_20230101-20231225.parquet"
    total = read_parquet(path.read_bytes())[-1]
    numerator, denominator = (
        total[f"online_submission_{part}"] for part in ("numerator", "denominator")
    )
    assert (numerator, denominator) == (63_629, 96_047)
    exact = Decimal(100 * numerator) / denominator
    assert total["online_submission"] == round(exact, 12)
