"""135 communes with names that are formulas, markup, or hold control characters: text everywhere,
and theirs again when the workbook comes back."""

from collections.abc import Callable

import msgspec
import pytest

from tests.spec.tables import World
from tests.unit.reports.workbook.conftest import open_book, tables_of
from ttpv.imports import FilePreview
from ttpv.reference import Department, Reference
from ttpv.reports.workbook import build_workbook
from ttpv.store import Store

STRANGE = [
    "=cmd|'/C calc'!A0",
    "=1+1",
    "+SUM(A1:A9)",
    "@xã",
    "-2+3",
    "<b>Xã</b> & xã",
    "Xã \x00\x07\x1b\x7f",
    "_x0041_ xã",
    "{=xã}",
    "https://example.vn/xã",
    "'xã",
    "\u202exã ngược",
    "Xã " + "A" * 300,
    "1",
]


def name_of(place: int) -> str:
    return f"{STRANGE[place % len(STRANGE)]} số {place}"


@pytest.fixture
def communes(reference: Reference) -> Reference:
    departments = tuple(
        Department(id=f"xa-{place:03d}", name=name_of(place), short=name_of(place))
        for place in range(135)
    )
    return msgspec.structs.replace(reference, departments=departments)


def test_names_are_text_and_come_back(
    centre: World, communes: Reference, read_back: Callable[..., FilePreview]
):
    world = World(centre.store, communes)
    rows = [f"{d.id} | {100 + n} | {n} | 7 | 2" for n, d in enumerate(communes.departments)]
    head = "who | received_new | received_online | resolved_on_time | resolved_late"
    world.publish("2023-03", "\n".join([head, *rows]), form="annex-1")
    content = build_workbook(world.figures("2023-03"), communes)
    sheet = open_book(content)["Phụ lục I"]
    first = next(
        row for row in range(2, 30) if sheet.cell(row - 1, 2).value == 2
    )  # below the numbering row
    names = [sheet.cell(row, 2) for row in range(first, first + 135)]
    assert {cell.data_type for cell in names} == {"s"}
    assert [cell.value for cell in names[:6]] == [name_of(place) for place in range(6)]
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    formulas = {
        cell.value.split("(")[0]
        for sheet in open_book(content)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert formulas == {"=ROUND", "=SUM"}
    table = tables_of(read_back(content, communes))["annex-1"]
    assert {who: row["received_new"] for who, row in table.items() if who} == {
        department.id: 100 + n for n, department in enumerate(communes.departments)
    }


def test_the_source_file_and_the_place_are_text_too(example_store: Store, reference: Reference):
    centre = msgspec.structs.replace(reference.centre, name='=HYPERLINK("x")')
    hostile = msgspec.structs.replace(reference, centre=centre)
    figures = World(example_store, hostile).figures("2023-01-01..2023-12-25")
    book = open_book(build_workbook(figures, hostile))
    for sheet in book:
        assert (sheet["A1"].value, sheet["A1"].data_type) == ('=HYPERLINK("x")', "s")
