"""Keeping the other figures: what changes, in sentences; publishing, refusing, undoing."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from ttpv.core.periods import parse_period
from ttpv.other_figures import find_other_figures
from ttpv.other_register import (
    OTHERS,
    compare_entries,
    publish_others,
    undo_others,
)
from ttpv.publishing import NotAllowed, Outcome, Publisher
from ttpv.reference import Entered, IndexEntry, OtherEntries, OtherEntry, PeriodEntry, Reference
from ttpv.register_edits import find_undoable
from ttpv.register_history import compare_registers, read_register_changes
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.views.changes import describe_changes
from ttpv.views.others import describe_other_changes
from ttpv.views.restoring import describe_restore

AN = Publisher("an", may_publish=True)
MONTH = PeriodEntry(
    first=date(2024, 1, 1),
    last=date(2024, 1, 31),
    figures={
        "questions_received": Entered(value=1227),
        "questions_answered": Entered(value=188),
        "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15)),
    },
    source="Báo cáo tháng 1",
)
INDEX = IndexEntry(
    day=date(2024, 1, 31),
    points=Decimal("90.18"),
    groups={"progress": Decimal("19.5")},
    rank="thứ nhất toàn quốc",
)


def entries_of(store: Store) -> tuple[OtherEntry, ...]:
    return open_reference(store, store.current()).other_entries.entries


def publish(store: Store, entries: Iterable[OtherEntry], expect: str | None = None) -> Outcome:
    current = store.current()
    assert current is not None
    reference = open_reference(store, current)
    return publish_others(entries, store, reference, AN, expect=expect or current.id)


def test_changes_are_whole_sentences(reference: Reference):
    edited = PeriodEntry(
        first=MONTH.first,
        last=MONTH.last,
        figures={**MONTH.figures, "questions_answered": Entered(value=190)}
        | {"emails": Entered(value=7)},
    )
    assert describe_other_changes(compare_entries([], [MONTH, INDEX]), reference) == [
        "Thêm chỉ số 766 ngày 31/01/2024: Tổng điểm 90,18; Tiến độ giải quyết 19,5; "
        "Xếp hạng thứ nhất toàn quốc",
        "Thêm số liệu khác kỳ 01/01/2024 – 31/01/2024: "
        "Câu hỏi, phản ánh, kiến nghị đã tiếp nhận 1.227; "
        "Câu hỏi, phản ánh, kiến nghị đã trả lời 188; "
        "Chữ ký số từ xa đã hỗ trợ tạo hơn 359 (lũy kế từ 15/08/2023); Nguồn “Báo cáo tháng 1”",
    ]
    (changed,) = describe_other_changes(compare_entries([MONTH], [edited]), reference)
    assert changed.endswith(
        ": Câu hỏi, phản ánh, kiến nghị đã trả lời 188 → 190; "
        "Nguồn “Báo cáo tháng 1” → –; Thư điện tử (email) của công dân – → 7"
    )
    (gone,) = describe_other_changes(compare_entries([INDEX], []), reference)
    assert gone.startswith("Xóa chỉ số 766 ngày 31/01/2024: Tổng điểm 90,18")


def test_an_edit_is_a_publication_that_counts_at_once(example_store: Store):
    outcome = publish(example_store, [MONTH, INDEX])
    assert (outcome.status, outcome.snapshot and outcome.snapshot.id) == ("published", "000002")
    state = example_store.current()
    assert state is not None
    assert (state.action, state.published_by) == ("set_register", "an")
    reference = open_reference(example_store, state)
    found = find_other_figures(reference, MONTH.period)
    assert found.quantities["questions_received"].value == 1227
    said = describe_changes(state, reference, read_register_changes(example_store, state))
    assert [sentence[:30] for sentence in said] == [
        "Thêm chỉ số 766 ngày 31/01/202",
        "Thêm số liệu khác kỳ 01/01/202",
    ]
    before = open_reference(example_store, example_store.open_snapshot("1"))
    assert not find_other_figures(before, MONTH.period).is_known


def test_targets_stay_what_they_are(example_store: Store):
    targets = open_reference(example_store, example_store.current()).targets
    publish(example_store, [MONTH])
    assert open_reference(example_store, example_store.current()).targets == targets


def test_putting_replaces_what_is_of_the_same_period():
    other = PeriodEntry(first=MONTH.first, last=MONTH.last, figures={"calls": Entered(value=3)})
    year = PeriodEntry(first=date(2023, 1, 1), last=date(2023, 12, 31))
    register = OtherEntries.of([INDEX, MONTH])
    assert register.put([other, year]).entries == (year, other, INDEX)


def test_the_same_entries_are_no_change(example_store: Store):
    publish(example_store, [MONTH, INDEX])
    assert publish(example_store, [INDEX, MONTH]).status == "unchanged"
    assert example_store.numbers() == [1, 2]


def test_what_is_wrong_is_refused(example_store: Store):
    wrong = PeriodEntry(
        first=MONTH.first,
        last=MONTH.last,
        figures={
            "questions_received": Entered(value=1),
            "questions_answered": Entered(value=2),
        },
    )
    assert publish(example_store, [wrong]).status == "rejected"
    assert example_store.numbers() == [1]


def test_upon_another_state_nothing_is_written(example_store: Store):
    assert publish(example_store, [MONTH], expect="000009").status == "needs_confirmation"
    assert example_store.numbers() == [1]


def test_who_may_not_publish_may_not_edit(example_store: Store, reference: Reference):
    visitor = Publisher("x", may_publish=False, reason="Chỉ xem.")
    with pytest.raises(NotAllowed, match="Chỉ xem"):
        publish_others([MONTH], example_store, reference, visitor, expect="000001")


def test_undoing_goes_back_step_by_step(example_store: Store):
    registers: list[tuple[OtherEntry, ...]] = [(), (MONTH,), (MONTH, INDEX)]
    for entries in registers[1:]:
        publish(example_store, entries)
    for expected in reversed(registers[:-1]):
        edit = find_undoable(OTHERS.file, example_store)
        assert edit is not None
        current = example_store.current()
        assert current is not None
        assert undo_others(edit, example_store, AN, expect=current.id).status == "published"
        assert entries_of(example_store) == expected
    assert find_undoable(OTHERS.file, example_store) is None
    state = example_store.current()
    assert state is not None
    assert state.registers == {}


def test_what_restoring_does_to_them_is_said(example_store: Store):
    publish(example_store, [INDEX])
    origin, current = example_store.open_snapshot("1"), example_store.current()
    assert current is not None
    reference = open_reference(example_store, current)
    registers = compare_registers(example_store, current, origin)
    (said,) = describe_restore(origin, current, reference, registers)
    assert said.startswith("Xóa chỉ số 766 ngày 31/01/2024: Tổng điểm 90,18")
    example_store.restore("1", by="an")
    assert entries_of(example_store) == ()


def test_a_period_restored_alone_leaves_them(example_store: Store):
    publish(example_store, [INDEX])
    period = parse_period("2023-01-01..2023-12-25")
    example_store.withdraw(period, "annex-2", by="an")
    example_store.restore("1", by="an", period=period)
    assert entries_of(example_store) == (INDEX,)
