"""Keeping the register: what changes, in sentences; publishing, refusing, undoing step by step."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from ttpv.publishing import NotAllowed, Publisher
from ttpv.reference import PROVINCE, TARGETS_FILE, Reference, Target, build_targets_toml
from ttpv.register_edits import find_shadowed, find_undoable
from ttpv.register_history import compare_registers, read_register_changes
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.targets import (
    TARGETS,
    TargetChange,
    compare_targets,
    publish_targets,
    undo_targets,
)
from ttpv.views.changes import describe_changes
from ttpv.views.restoring import describe_restore
from ttpv.views.targets import build_target_lines, describe_shadowed, describe_target_changes

AN = Publisher("an", may_publish=True)
NEW = Target(
    rate="eid",
    value=Decimal("66.5"),
    scope="so-y-te",
    effective_from=date(2026, 1, 1),
    source="Kế hoạch",
    decision="12/QĐ-UBND",
    decision_date=date(2025, 12, 30),
)


def publish(store: Store, targets, **options):
    current = store.current()
    options = {"expect": current.id if current else ""} | options
    return publish_targets(targets, store, open_reference(store, current), AN, **options)


def targets_of(store: Store) -> tuple[Target, ...]:
    return open_reference(store, store.current()).targets


def test_changes_are_whole_sentences(reference: Reference):
    first, *rest = reference.targets
    ended = msgspec.structs.replace(first, effective_to=None, value=Decimal(60), decision="5/QĐ")
    changes = compare_targets(reference.targets, [ended, *rest[1:], NEW])
    assert describe_target_changes(changes, reference) == [
        "Thêm chỉ tiêu Tỷ lệ xác thực định danh điện tử của Sở Y tế: 66,5 % từ 01/01/2026, theo "
        "12/QĐ-UBND ngày 30/12/2025",
        "Xóa chỉ tiêu Tỷ lệ thanh toán trực tuyến của Trung tâm: 35 % từ 01/01/2023 đến 31/12/2023",
        "Sửa chỉ tiêu Tỷ lệ nộp hồ sơ trực tuyến của Trung tâm từ 01/01/2023: giá trị 50 % → 60 %; "
        "ngày cuối 31/12/2023 → chưa định; quyết định – → 5/QĐ",
    ]


def test_a_change_is_a_publication(example_store: Store):
    outcome = publish(example_store, [*targets_of(example_store), NEW])
    assert (outcome.status, outcome.snapshot.id) == ("published", "000002")
    state = example_store.current()
    assert (state.action, state.published_by) == ("set_register", "an")
    assert targets_of(example_store)[-1] == NEW
    reference = open_reference(example_store, state)
    said = describe_changes(state, reference, read_register_changes(example_store, state))
    assert said[0].startswith("Thêm chỉ tiêu Tỷ lệ xác thực định danh điện tử của Sở Y tế")


def test_the_same_register_is_no_change(example_store: Store):
    assert publish(example_store, targets_of(example_store)).status == "unchanged"
    assert example_store.numbers() == [1]


def test_an_overlap_is_refused(example_store: Store):
    outcome = publish(example_store, [*targets_of(example_store), targets_of(example_store)[0]])
    assert outcome.status == "rejected"
    assert example_store.numbers() == [1]


def test_upon_another_state_nothing_is_written(example_store: Store):
    assert publish(example_store, [NEW], expect="000009").status == "needs_confirmation"
    assert example_store.numbers() == [1]


def test_who_may_not_publish_may_not_edit(example_store: Store, reference: Reference):
    visitor = Publisher("x", may_publish=False, reason="Chỉ xem.")
    with pytest.raises(NotAllowed, match="Chỉ xem"):
        publish_targets([NEW], example_store, reference, visitor, expect="000001")


def test_undoing_goes_back_step_by_step(example_store: Store):
    """Each undo is a new entry; an undone change is not undone again."""
    shipped = targets_of(example_store)
    registers = [shipped, (*shipped, NEW), (*shipped[1:], NEW)]
    for targets in registers[1:]:
        publish(example_store, targets)
    for expected in reversed(registers[:-1]):
        edit = find_undoable(TARGETS.file, example_store)
        outcome = undo_targets(edit, example_store, AN, expect=example_store.current().id)
        assert outcome.status == "published"
        assert targets_of(example_store) == expected
    assert find_undoable(TARGETS.file, example_store) is None
    assert example_store.numbers() == [1, 2, 3, 4, 5]
    assert example_store.current().registers == {}


def test_undoing_upon_another_state_changes_nothing(example_store: Store):
    publish(example_store, [NEW])
    edit = find_undoable(TARGETS.file, example_store)
    assert undo_targets(edit, example_store, AN, expect="000001").status == "needs_confirmation"
    assert targets_of(example_store) == (NEW,)


def test_it_can_be_undone_after_the_state_before_was_pruned(example_store: Store):
    shipped = targets_of(example_store)
    publish(example_store, [NEW])
    example_store.prune(by="an", keep=1, dry_run=False)
    undo_targets(find_undoable(TARGETS.file, example_store), example_store, AN, expect="000002")
    assert targets_of(example_store) == shipped


LATER = Target("eid", Decimal(95), PROVINCE, date(2027, 1, 1), "Kế hoạch 2027")


def updated(store: Store) -> Store:
    """The same store under a program that ships a target more."""
    texts = store.shipped.texts
    more = build_targets_toml([LATER]).partition("[[target]]")
    text = texts[TARGETS_FILE] + "\n" + more[1] + more[2]
    return Store(store.folder, store.shipped.overlaid({TARGETS_FILE: text}))


def test_undoing_every_edit_gives_the_installed_register_back(example_store: Store):
    """Also after an update: its new target counts, and nothing is left to undo."""
    shipped = targets_of(example_store)
    publish(example_store, [*shipped, NEW])
    store = updated(example_store)
    assert LATER not in targets_of(store)
    undo_targets(find_undoable(TARGETS.file, store), store, AN, expect="000002")
    assert (store.current().registers, store.current().register_bases) == ({}, {})
    assert targets_of(store) == (*shipped, LATER)
    assert find_undoable(TARGETS.file, store) is None


def test_what_an_update_brings_and_an_edited_register_hides_is_said(example_store: Store):
    assert (
        find_shadowed(TARGETS, updated(example_store), example_store.current()) == ()
    )  # not edited
    publish(example_store, [*targets_of(example_store), NEW])
    example_store.prune(by="an", keep=1, dry_run=False)
    assert find_shadowed(TARGETS, example_store, example_store.current()) == ()  # not updated
    store = updated(example_store)
    assert targets_of(store)[-1] == NEW
    shadowed = find_shadowed(TARGETS, store, store.current())
    assert shadowed == (TargetChange(None, LATER),)
    said = describe_shadowed(shadowed, open_reference(store, store.current()))
    assert "chưa có: Thêm chỉ tiêu Tỷ lệ xác thực định danh điện tử của Trung tâm: 95 %" in said
    ended = [
        msgspec.structs.replace(t, effective_to=date(2026, 12, 31)) if t.rate == "eid" else t
        for t in targets_of(store)
    ]
    publish(store, [*ended, LATER])
    assert find_shadowed(TARGETS, store, store.current()) == ()  # taken over
    assert store.verify() == ()


def test_a_restored_register_is_held_against_what_was_shipped_then(example_store: Store):
    publish(example_store, [*targets_of(example_store), NEW])
    example_store.restore("1", by="an")
    store = updated(example_store)
    store.restore("2", by="an")
    assert find_shadowed(TARGETS, store, store.current()) == (TargetChange(None, LATER),)


def test_what_restoring_does_to_targets_is_said(example_store: Store):
    publish(example_store, [*targets_of(example_store), NEW])
    origin, current = example_store.open_snapshot("1"), example_store.current()
    reference = open_reference(example_store, current)
    targets = compare_registers(example_store, current, origin)
    (said,) = describe_restore(origin, current, reference, targets)
    assert said.startswith("Xóa chỉ tiêu Tỷ lệ xác thực định danh điện tử của Sở Y tế: 66,5 %")


def test_a_register_that_cannot_be_read_is_said(example_store: Store):
    """A program of before, or of later, knew a key that this one does not."""
    strange = "\n[[target]]\nkey_of_another_program = 1\n"
    publish(example_store, [*targets_of(example_store), NEW])
    example_store.restore("1", by="an")
    origin, current = example_store.open_snapshot("2"), example_store.current()
    text = example_store.shipped.texts[TARGETS_FILE] + strange
    other = Store(example_store.folder, example_store.shipped.overlaid({TARGETS_FILE: text}))
    reference = open_reference(example_store, current)
    assert compare_registers(other, current, origin)[TARGETS_FILE] is None
    said = describe_restore(origin, current, reference, compare_registers(other, current, origin))
    assert said[0].startswith("Không đọc được danh mục chỉ tiêu của lần đó")
    other.restore("2", by="an")
    assert find_shadowed(TARGETS, other, other.current()) is None
    assert describe_shadowed(None, reference).startswith("Bản cập nhật")


def test_the_table_begins_with_what_is_in_force(reference: Reference):
    lines = build_target_lines([*reference.targets, NEW], reference, date(2026, 6, 1))
    assert [line.state for line in lines] == ["now", *["past"] * 5]
    first = lines[0]
    assert (first.rate, first.value, first.scope) == (
        "Tỷ lệ xác thực định danh điện tử",
        "66,5 %",
        "Sở Y tế",
    )
    assert (first.first, first.last) == ("01/01/2026", "chưa định")
    assert first.decision == "12/QĐ-UBND ngày 30/12/2025"
    later = build_target_lines([NEW], reference, date(2025, 6, 1))
    assert (later[0].state, later[0].state_word) == ("future", "Chưa đến hạn")


def test_a_target_of_the_province_alone_judges_departments(reference: Reference):
    day = date(2023, 6, 1)
    target = reference.target_on("eid", day, "so-y-te")
    assert target is not None
    assert target.scope == PROVINCE
