"""A period in which departments merged: some lines stand beside their successors'."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.months import publish_months
from tests.programs.calc import recalculate
from tests.spec.tables import World, dates
from tests.unit.reports.workbook.conftest import open_book, tables_of
from ttpv.imports import FilePreview
from ttpv.monitor import Figures, read_figures
from ttpv.reference import Reference
from ttpv.reports.workbook import build_workbook
from ttpv.store import Store

PERIOD = "2025-02-01..2025-03-31"
FIRST, NEW, IN_TIME = 11, 4, 11


@pytest.fixture
def world(tmp_path: Path, reference: Reference) -> World:
    publish_months(tmp_path / "months", reference)
    return World(Store(tmp_path / "months"), reference)


def in_todays_structure(world: World) -> Figures:
    state = world.store.current()
    assert state is not None
    return read_figures(world.store, world.reference, state, dates(PERIOD), structure="now")


def test_a_stock_that_was_handed_on_is_counted_once(world: World, tmp_path: Path):
    """18 departments, then 13: what came in is summed by a formula, what is open is not."""
    figures = world.figures(PERIOD)
    content = build_workbook(figures, world.reference)
    sheet = open_book(content)["Phụ lục I"]
    total = next(row for row in range(FIRST, 60) if sheet.cell(row, 1).value == "Σ")
    assert sheet.cell(total, NEW).value == f"=SUM(D{FIRST}:D{total - 1})"
    assert sheet.cell(total, IN_TIME).value == figures.total.counts["pending_in_time"] == 13 * 9
    lines = [sheet.cell(row, IN_TIME).value for row in range(FIRST, total)]
    assert sum(lines) == len(lines) * 9 > 13 * 9
    texts = [str(cell.value) for row in sheet.iter_rows(min_row=total) for cell in row]
    assert any("Trong kỳ có đơn vị sáp nhập" in text for text in texts)
    reckoned = open_book(recalculate(content, tmp_path), results=True)["Phụ lục I"]
    assert reckoned.cell(total, NEW).value == figures.total.counts["received_new"]


def test_who_is_gone_is_not_taken_for_who_bears_the_name(
    world: World, read_back: Callable[..., FilePreview]
):
    """Sở Tài chính until 28/02/2025 is another department than the one after."""
    file = read_back(build_workbook(world.figures(PERIOD), world.reference))
    unknown = {issue.value for issue in file.issues if issue.code == "department_unknown"}
    assert "Sở Tài chính (đến 28/02/2025)" in unknown
    assert not any("2025" not in str(name) for name in unknown)


def test_in_todays_structure_it_comes_back(world: World, read_back: Callable[..., FilePreview]):
    figures = in_todays_structure(world)
    file = read_back(build_workbook(figures, world.reference))
    assert [issue.message for issue in file.issues if issue.is_error] == []
    table = tables_of(file)["annex-1"]
    for line in figures.departments:
        assert line.department
        for measure in ("received_new", "resolved_late", "pending"):
            assert table[line.department.id][measure] == line.counts[measure]
