"""What stands above every page: source, scope, and what the period lacks."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import EditExample, import_file
from tests.spec.tables import World, dates
from ttpv.monitor import answer_period, find_disagreements, open_timeline, read_figures
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
    timeline = open_timeline(world.store, world.reference, world.store.current())
    disagreements = find_disagreements(answer_period(timeline, dates(period)))
    return build_banner(figures, world.reference, disagreements)


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


def test_a_period_that_lacks_nobody_but_a_form_says_only_that(world: World):
    world.publish("2023-01", "who | received_new\nso-y-te | 1", form="annex-1")
    found = banner(world, "2023-01", "so-y-te")
    assert found.notes == (
        "Kỳ này chưa có Phụ lục II – Thanh toán phí, lệ phí; số liệu của biểu đó để trống.",
    )


def test_who_is_missing_is_named_in_full(world: World):
    rows = "\n".join(
        f"{department.id} | 1"
        for department in world.reference.departments
        if department.first is None and department.id not in ("so-y-te", "so-lao-dong-tbxh")
    )
    world.publish("2023-01", f"who | received_new\n{rows}", form="annex-1")
    assert banner(world, "2023-01").notes[0] == (
        "Thiếu số liệu của Sở Lao động - Thương binh và Xã hội, Sở Y tế, "
        "nên số chung để trống chứ không cộng thiếu."
    )


def test_warnings_of_all_forms_are_whole_sentences(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    cells = {("Phụ lục I", "E15"): 20_000, ("Phụ lục II", "C30"): 26_000}
    import_file(example_store, reference, edit_example("sua.xlsx", cells))
    found = banner(World(example_store, reference), "2023-01-01..2023-12-25")
    assert len(found.warnings) == 3
    assert all(warning.startswith("Trang tính “Phụ lục I") for warning in found.warnings)
    assert all(warning.endswith(".") for warning in found.warnings)
    assert any("26.000" in warning for warning in found.warnings)
    assert "bởi tests; đang xem lần công bố 000002" in found.published


def test_each_source_is_named_once(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    world, year = World(example_store, reference), "2023-01-01..2023-12-25"
    assert banner(world, year).source == "binh-dinh-2023.xlsx"  # holds both forms
    fees = edit_example("phi.xlsx", {("Phụ lục II", "C12"): 139}, drop_sheets=("Phụ lục I",))
    import_file(example_store, reference, fees)
    assert banner(world, year).source == "binh-dinh-2023.xlsx, phi.xlsx"


def test_who_left_the_register_and_is_missing_is_named_by_id(world: World):
    """Their figures stay published under the id; the banner of every page raised KeyError."""
    world.publish("2023-01", "who | received_new\nso-y-te | 1\nso-du-lich |")
    rest = tuple(d for d in world.reference.departments if d.id != "so-du-lich")
    later = World(world.store, replace(world.reference, departments=rest))
    assert any("so-du-lich" in note for note in banner(later, "2023-01").notes)


def test_a_composed_period_says_of_what(world: World):
    for month in ("2023-01", "2023-02"):
        world.publish(month, "who | received_new\nso-y-te | 1", form="annex-1")
    notes = banner(world, "2023-01-01..2023-02-28", "so-y-te").notes
    assert notes[0] == "Số liệu được cộng từ 2 kỳ: tháng 01/2023, tháng 02/2023."


def test_a_derived_period_says_of_which_difference(world: World):
    for period, received in (("2023-01", 5), ("2023-01-01..2023-02-28", 12)):
        world.publish(period, f"who | received_new\nso-y-te | {received}", form="annex-1")
    assert banner(world, "2023-02", "so-y-te").notes[0] == (
        "Tháng 02/2023 được tính bằng hiệu của số liệu lũy kế 01/01/2023 – 28/02/2023 "
        "và tháng 01/2023."
    )


def test_two_ways_to_one_figure_are_warned_of_with_both(world: World):
    for period, received in (("2023-01", 5), ("2023-02", 6), ("2023-01-01..2023-02-28", 12)):
        world.publish(period, f"who | received_new\nso-y-te | {received}", form="annex-1")
    assert banner(world, "2023-01-01..2023-02-28").warnings == (
        "Sở Y tế, hồ sơ tiếp nhận mới trong kỳ: tệp xuất của đúng kỳ này ghi 12, còn tính từ "
        "tháng 01/2023, tháng 02/2023 được 11. Trang hiện số của đúng kỳ này.",
    )


def test_revised_months_are_warned_of(world: World):
    for period, received in (("2023-01", 5), ("2023-01-01..2023-02-28", 4)):
        world.publish(period, f"who | received_new\nso-y-te | {received}", form="annex-1")
    (warning,) = banner(world, "2023-02").warnings
    assert "ghi 4, khác lũy kế tháng 01/2023 (5)" in warning


def test_a_form_by_the_quarter_beside_one_by_months_lacks_nothing(world: World):
    for month in ("2023-01", "2023-02", "2023-03"):
        world.publish(month, "who | received_new\nso-y-te | 1", form="annex-1")
    fees = "online_transactions | online_amount | direct_transactions | direct_amount"
    world.publish("2023-Q1", f"who | {fees}\nso-y-te | 1 | 1 | 1 | 1", form="annex-2")
    assert not any("Phụ lục II" in note for note in banner(world, "2023-Q1", "so-y-te").notes)
