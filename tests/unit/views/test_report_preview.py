"""What is shown of a report before it is taken."""

import re
from datetime import date

import msgspec
import pytest

from ttpv.core.periods import Period
from ttpv.demo import Demo
from ttpv.monitor import open_timeline
from ttpv.reference import Department, Reference
from ttpv.registers import open_reference
from ttpv.reporting import Order, Sources, prepare_letter, prepare_report
from ttpv.store import Store
from ttpv.views.report_gaps import find_report_gaps
from ttpv.views.report_preview import preview_annexes, preview_report


@pytest.fixture
def sources(made_demo: Demo) -> Sources:
    store = Store(made_demo.folder)
    reference = open_reference(store, store.current())
    return Sources(store, open_timeline(store, reference, store.current()), date(2026, 1, 5))


def month(number: int) -> Period:
    return Period(date(2025, number, 1), date(2025, number + 1, 1))


def test_every_section_that_figures_fill(sources: Sources):
    view = prepare_report(sources, Order("bao-cao", "docx", month(11)))
    parts = preview_report(view)
    assert [part.heading[:3] for part in parts] == ["I.2", "I.3", "I.4", "I.5", "I.8", "I.9", ""]
    said = " ".join(sentence for part in parts for sentence in part.sentences)
    assert view.dossiers.received in said
    assert view.targets.summary in said
    assert [sentence.partition(":")[0] for sentence in parts[2].sentences] == [
        "Thu trực tiếp",
        "Thu trực tuyến",
    ]
    assert set(view.findings.moved) <= set(parts[-1].sentences)
    assert parts[3].table == view.targets.table
    assert all(all(part.sentences) for part in parts)


def test_what_a_report_leaves_out_is_said_beside_it_not_in_it(sources: Sources):
    order = Order("bao-cao", "docx", Period(date(2025, 12, 1), date(2026, 1, 1)))
    view = prepare_report(sources, order)
    assert len(view.findings.remarkable) == 5
    assert not any("Tổng quan" in note for note in view.findings.notes)
    unsaid, *rest = view.gaps
    assert re.fullmatch(
        r"Báo cáo nêu 5 điều cần chú ý nhất; còn [1-9]\d* điều khác ở trang Tổng quan, .*", unsaid
    )
    assert not rest
    *_, by_hand = find_report_gaps(view, sources.figures(order), sources.reference)
    assert "I.1, I.6, I.7, II, III" in by_hand


def test_the_report_has_the_months_before(sources: Sources):
    view = prepare_report(sources, Order("bao-cao", "docx", month(11)))
    assert view.charts.trend is not None
    first = prepare_report(
        sources, Order("bao-cao", "docx", Period(date(2023, 1, 1), date(2023, 2, 1)))
    )
    assert first.charts.trend is None


def test_the_annexes_with_their_numbering(sources: Sources):
    order = Order("phu-luc", "xlsx", month(11))
    first, second = preview_annexes(sources.figures(order), sources.reference)
    assert first.heading.startswith("Phụ lục I. ")
    assert first.table is not None
    assert second.table is not None
    assert [column.number for column in first.table.columns][:4] == ["1", "2", "3=4+6", "4"]
    assert len(first.table.rows) == len(second.table.rows) == 13


@pytest.mark.parametrize(
    ("kind", "format_", "departments"),
    [("bao-cao", "png", ()), ("niem-yet", "docx", ()), ("don-doc", "docx", ())],
)
def test_wrong_orders_are_wrong_calls(kind, format_, departments):
    with pytest.raises(ValueError, match=kind):
        Order(kind, format_, month(1), departments)


def test_an_old_state_s_report_is_made_with_its_own_letterhead(
    example_store: Store, reference: Reference
):
    text = example_store.shipped.texts["report.toml"]
    example_store.set_register(
        "report.toml", text.replace('place = "Bình Định"', 'place = "Gia Lai"'), by="an"
    )
    places = []
    for number in ("1", "2"):
        state = example_store.open_snapshot(number)
        known = open_reference(example_store, state)
        sources = Sources(
            example_store, open_timeline(example_store, known, state), date(2024, 1, 2)
        )
        view = prepare_report(sources, Order("bao-cao", "docx", state.periods[0]))
        places.append(view.place_date.split(",")[0])
    assert places == ["Bình Định", "Gia Lai"]


def test_a_quarter_s_letter_names_dossiers_of_all_its_months(sources: Sources):
    """The demo's last three months are lists."""
    quarter = Period(date(2025, 10, 1), date(2026, 1, 1))
    department = ("so-xay-dung-2025",)
    whole = prepare_letter(sources, Order("don-doc", "docx", quarter, department))
    month = Period(date(2025, 12, 1), date(2026, 1, 1))
    last = prepare_letter(sources, Order("don-doc", "docx", month, department))
    assert whole.has_dossiers
    assert whole.dossiers == last.dossiers[: len(whole.dossiers)]  # those that wait at the end
    assert not any("Danh sách hồ sơ" in gap for gap in whole.gaps)
    year = Period(date(2025, 1, 1), date(2026, 1, 1))
    part = prepare_letter(sources, Order("don-doc", "docx", year, department))
    assert any("chỉ có cho một phần của kỳ" in gap for gap in part.gaps)


def test_in_today_s_structure_a_letter_names_the_dossiers_of_who_merged_in(sources: Sources):
    """Sở Xây dựng goes into a new department on the day after the demo's last month."""
    reference, old = sources.reference, "so-xay-dung-2025"
    merged = tuple(
        msgspec.structs.replace(d, last=date(2025, 12, 31), successors=("so-moi",))
        if d.id == old
        else d
        for d in reference.departments
    )
    new = Department(id="so-moi", name="Sở Mới", short="Mới", first=date(2026, 1, 1))
    later = msgspec.structs.replace(reference, departments=(*merged, new))
    store, state = sources.store, sources.store.current()
    after = Sources(store, open_timeline(store, later, state), date(2026, 1, 5))
    december = Period(date(2025, 12, 1), date(2026, 1, 1))
    then = prepare_letter(sources, Order("don-doc", "docx", december, (old,)))
    now = prepare_letter(after, Order("don-doc", "docx", december, ("so-moi",), "now"))
    assert now.addressee == "Sở Mới"
    assert now.has_dossiers
    assert now.dossiers == then.dossiers
