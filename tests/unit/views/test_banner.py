"""What stands above every page: source, scope, and what the period lacks."""

from pathlib import Path

import pytest

from tests.spec.tables import World, dates
from ttpv.monitor import read_figures
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.banner import build_banner


@pytest.fixture
def world(tmp_path: Path, reference: Reference) -> World:
    return World(Store(tmp_path / "world"), reference)


def banner(world: World, period: str, *departments: str):
    figures = read_figures(
        world.store, world.reference, world.store.current(), dates(period), departments
    )
    return build_banner(figures, world.reference)


def test_the_report_of_2023_lacks_nothing(example_store: Store, reference: Reference):
    found = banner(World(example_store, reference), "2023-01-01..2023-12-25")
    assert found.scope == "Toàn Trung tâm (18 cơ quan, đơn vị)"
    assert found.source == "binh-dinh-2023.xlsx"
    assert "đang xem lần công bố 000001" in found.published
    assert (found.warnings, found.notes) == ((), ())


def test_chosen_departments_are_named(example_store: Store, reference: Reference):
    world = World(example_store, reference)
    year = "2023-01-01..2023-12-25"
    assert banner(world, year, "so-y-te", "so-du-lich").scope == "Du lịch, Y tế"
    five = [d.id for d in reference.departments[:5]]
    assert banner(world, year, *five).scope.endswith("và 2 đơn vị khác")


def test_a_form_that_lacks_is_said(world: World):
    world.publish("2023-01", "who | received_new\nso-y-te | 1")
    found = banner(world, "2023-01")
    assert any("Kỳ này chưa có Phụ lục II" in note for note in found.notes)
    assert any("Thiếu số liệu của" in note for note in found.notes)
