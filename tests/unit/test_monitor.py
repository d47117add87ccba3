"""A snapshot and a selection → figures. What the figures must be stands in tests/spec."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.spec.tables import World, check_counts, check_rates, dates
from ttpv.core.periods import Period, YearToDate
from ttpv.core.tiling import Piece
from ttpv.monitor import (
    PeriodNotCovered,
    UnknownDepartment,
    default_period,
    nearest_periods,
    open_timeline,
    read_figures,
    resolve_departments,
    resolve_period,
)
from ttpv.reference import Reference
from ttpv.store import Manifest, Store

YEAR = "2023-01-01..2023-12-25"


@pytest.fixture
def world(tmp_path: Path, reference: Reference) -> World:
    """An empty store for the real departments."""
    return World(Store(tmp_path / "world"), reference)


def publish(world: World, *periods: str) -> Manifest:
    """One department's line in each of the periods."""
    snapshots = [world.publish(period, "who | received_new\nso-y-te | 1") for period in periods]
    return snapshots[-1]


def resolve(world: World, snapshot: Manifest, wanted: Period | YearToDate | None) -> Period:
    return resolve_period(open_timeline(world.store, world.reference, snapshot), wanted)


# Which period


@pytest.mark.parametrize(
    ("published", "default"),
    [
        ([YEAR], YEAR),
        (["2023-01", "2023-02"], "2023-02"),
        (["2023-02", "2023-01"], "2023-02"),
        (["2023", "2023-Q4", "2023-12"], "2023-12"),
        (["2023-12", "2023"], "2023-12"),
        (["2023-12", YEAR], "2023-12"),
        (["2023-11", YEAR], YEAR),
    ],
)
def test_the_default_is_the_latest_end_and_the_shortest_of_those(
    world: World, published: list[str], default: str
):
    snapshot = publish(world, *published)
    assert default_period(snapshot) == dates(default)
    assert resolve(world, snapshot, None) == dates(default)


def test_a_period_means_itself_whether_covered_or_not(world: World):
    snapshot = publish(world, "2023-01")
    assert resolve_period(
        open_timeline(world.store, world.reference, snapshot), dates("2030")
    ) == dates("2030")


@pytest.mark.parametrize(
    ("published", "dates_of_it"),
    [
        ([YEAR], YEAR),
        (["2023-01", "2023-02", "2023-03"], "2023-Q1"),
        (["2023-01", "2023-02", "2023-04"], "2023-01-01..2023-02-28"),
        (["2023-01", "2023-H1", "2023-07"], "2023-01-01..2023-07-31"),
        (["2022-12", "2023-01", "2024-01"], "2023-01"),
        (["2022-12-15..2023-01-14", "2023-01-01..2023-01-20"], "2023-01-01..2023-01-20"),
        (["2023"], "2023"),
    ],
)
def test_year_to_date_reaches_as_far_as_the_periods_tile(
    world: World, published: list[str], dates_of_it: str
):
    snapshot = publish(world, *published)
    assert resolve_period(
        open_timeline(world.store, world.reference, snapshot), YearToDate(2023)
    ) == dates(dates_of_it)


def test_a_year_that_does_not_begin_cannot_be_answered_to_date(world: World):
    snapshot = publish(world, "2023-02", "2023-03")
    with pytest.raises(PeriodNotCovered) as caught:
        resolve(world, snapshot, YearToDate(2023))
    assert caught.value.wanted == dates("2023")
    assert caught.value.missing == (dates("2023-01"), dates("2023-04-01..2023-12-31"))


def test_nearest_are_the_published_ones_whose_ends_differ_least(world: World):
    snapshot = publish(world, "2022", "2023-01", "2023-02", "2023-Q1", "2023")
    nearest = nearest_periods(snapshot.periods, dates("2023-01-01..2023-03-30"))
    assert nearest == [dates("2023-Q1"), dates("2023-01"), dates("2023-02")]
    assert nearest_periods(snapshot.periods, dates("2022"), count=1) == [dates("2022")]


def test_the_period_that_holds_the_wanted_one_is_offered(world: World):
    """A quarter out of a year's export: the shorter ones lie nearer, the year answers most."""
    snapshot = publish(world, "2022-11", "2022-12", "2023-01", "2023-02", "2023")
    assert dates("2023") in nearest_periods(snapshot.periods, dates("2023-Q1"))


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [
        ("2023", ["2023-12-26..2023-12-31"]),
        ("2022", ["2022-01-01..2022-12-31"]),
        ("2023-12", ["2023-12-01..2023-12-31"]),  # nothing can be cut out of a longer export
        ("2023-Q1", ["2023-01-01..2023-03-31"]),
        ("2022-12-31..2024-01-01", ["2022-12-31..2022-12-31", "2023-12-26..2024-01-01"]),
    ],
)
def test_a_period_that_is_not_covered(
    example_store: Store, reference: Reference, wanted: str, missing: list[str]
):
    snapshot = example_store.current()
    with pytest.raises(PeriodNotCovered) as caught:
        read_figures(example_store, reference, snapshot, dates(wanted))
    assert [str(period) for period in caught.value.missing] == missing
    assert caught.value.nearest == (dates(YEAR),)
    assert caught.value.wanted == dates(wanted)


# Which departments


def test_departments_are_found_by_id_or_name_each_once(reference: Reference):
    names = ["so-y-te", "Sở Tư pháp", "sở  y tế", "Tư pháp"]
    assert resolve_departments(reference, dates(YEAR), names) == ("so-y-te", "so-tu-phap")
    assert resolve_departments(reference, dates(YEAR), []) == ()


def test_departments_are_those_of_the_period_s_last_day(reference: Reference):
    merging = dates("2025-02-15..2025-03-14")
    before = dates("2025-01-29..2025-02-28")
    assert resolve_departments(reference, before, ["Sở Tài chính"]) == ("so-tai-chinh",)
    assert resolve_departments(reference, merging, ["Sở Tài chính"]) == ("so-tai-chinh-2025",)


def test_an_id_is_never_taken_for_another_department(reference: Reference):
    """so-tai-chinh folds to the name of so-tai-chinh-2025, which it is not."""
    with pytest.raises(UnknownDepartment) as caught:
        resolve_departments(reference, dates("2025-03"), ["so-tai-chinh"])
    assert "so-tai-chinh-2025" in [department.id for department in caught.value.suggestions]
    assert resolve_departments(reference, dates("2025-03"), ["so-tai-chinh-2025"])


def test_an_unknown_department_comes_with_suggestions(reference: Reference):
    with pytest.raises(UnknownDepartment) as caught:
        resolve_departments(reference, dates(YEAR), ["so-y-te", "so-yte"])
    assert caught.value.name == "so-yte"
    assert caught.value.suggestions[0].id == "so-y-te"


def test_lines_stand_in_the_register_s_order(example_store: Store, reference: Reference):
    chosen = ("so-y-te", "so-cong-thuong", "ban-quan-ly-khu-kinh-te")
    figures = read_figures(example_store, reference, example_store.current(), dates(YEAR), chosen)
    assert [line.department.id for line in figures.departments] == list(reversed(chosen))


def test_a_department_that_merged_away_within_the_range_still_counts(world: World):
    """In January 2025 there are 18, in March 13 others: whoever reported has a line."""
    world.publish("2025-01-01..2025-02-28", "who | received_new\nso-tai-chinh | 5")
    world.publish("2025-03", "who | received_new\nso-tai-chinh-2025 | 7")
    ids = [line.department.id for line in world.figures("2025-Q1").departments]
    assert "so-tai-chinh" in ids
    assert "so-tai-chinh-2025" in ids
    assert "so-xay-dung" in ids  # it was there in February and did not report
    assert "so-xay-dung-2025" in ids


def test_who_did_not_report_has_an_empty_line(world: World):
    publish(world, "2023-01")
    figures = world.figures("2023-01")
    assert len(figures.departments) == 18
    assert [d.department.id for d in figures.departments if d.has_data] == ["so-y-te"]
    assert len(figures.missing) == 17
    assert "so-y-te" not in figures.missing


def test_an_unknown_id_is_a_wrong_call(world: World):
    snapshot = publish(world, "2023-01")
    with pytest.raises(ValueError, match="so-nao-do"):
        read_figures(world.store, world.reference, snapshot, dates("2023-01"), ["so-nao-do"])


# Of which snapshot


def test_a_snapshot_s_figures_never_change(world: World):
    old = world.publish("2023-03", "who | received_new | eid\nso-y-te | 1 | 50")
    new = world.publish("2023-03", "who | received_new | eid\nso-y-te | 2 | 60")
    for snapshot, received, rate in ((old, 1, "50,0"), (new, 2, "60,0"), (old, 1, "50,0")):
        figures = read_figures(
            world.store, world.reference, snapshot, dates("2023-03"), ["so-y-te"]
        )
        assert figures.snapshot == snapshot
        check_counts(figures, f"who | received_new\ntotal | {received}")
        check_rates(figures, f"who | rate | value\ntotal | eid | {rate}")


def test_figures_name_the_forms_they_come_from(example_store: Store, reference: Reference):
    figures = read_figures(example_store, reference, example_store.current(), dates(YEAR))
    assert [(entry.form, entry.source.file) for entry in figures.entries] == [
        ("annex-1", "binh-dinh-2023.xlsx"),
        ("annex-2", "binh-dinh-2023.xlsx"),
    ]
    assert figures.pieces == (Piece(dates(YEAR)),)


def test_a_column_that_is_blank_in_one_month_leaves_the_other_s_exact(world: World):
    """A rate nobody printed is stored without a decimal type; beside one it stays a decimal."""
    for period, rate in (("2023-03", "66,2"), ("2023-04", "")):
        world.publish(period, f"who | eid | digitisation | received_new\nso-y-te | {rate} | 50 | 3")
    check_rates(
        world.figures("2023-03-01..2023-04-30", "so-y-te"),
        """
        who   | rate         | value | basis       | interval
        total | eid          | null  | unavailable | null
        total | digitisation | 50,0  | estimated   | 49,95 … 50,05
        """,
    )
    check_rates(world.figures("2023-03", "so-y-te"), "who | rate | value\ntotal | eid | 66,2")
    check_rates(world.figures("2023-04", "so-y-te"), "who | rate | value\ntotal | eid | null")


def test_rates_not_yet_in_force_are_left_out(world: World):
    world.publish("2023-01", "who | received_new | eid\nso-y-te | 1 | 50")
    figures = world.figures("2023-01")
    assert [rate.id for rate in figures.rates] == list(figures.total.rates)
    assert "eid" not in figures.total.rates


def test_rates_that_have_ended_are_left_out(world: World):
    rates = dict(world.reference.rates)
    rates["eid"] = msgspec.structs.replace(rates["eid"], effective_to=date(2023, 12, 31))
    reference = msgspec.structs.replace(world.reference, rates=rates)
    world = World(world.store, reference)
    publish(world, "2023-12", "2024-01")
    assert "eid" in world.figures("2023-12").total.rates
    assert "eid" not in world.figures("2024-01").total.rates
