"""The register of other figures as people keep it: the mechanics are `register_edits`."""

from collections.abc import Iterable

from ttpv.checks.other_figures import OtherRow, check_others
from ttpv.core.issues import Issue
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import (
    OTHERS_FILE,
    OtherEntries,
    OtherEntry,
    Reference,
    build_others_toml,
    parse_others,
)
from ttpv.register_edits import Change, Edit, Register, publish_register, undo_edit
from ttpv.store import Store

OtherChange = Change[OtherEntry]


def check_entries(entries: Iterable[OtherEntry], reference: Reference) -> tuple[Issue, ...]:
    """What is wrong with entries that come from no file."""
    return tuple(check_others([OtherRow(entry) for entry in entries], reference))


OTHERS: Register[OtherEntry] = Register(
    file=OTHERS_FILE,
    parse=lambda text: parse_others(text).entries,
    build=lambda entries: build_others_toml(OtherEntries.of(entries)),
    key=lambda entry: entry.key,
    in_force=lambda reference: reference.other_entries.entries,
    check=check_entries,
    refusal="Bạn không có quyền sửa các số liệu khác.",
)


def compare_entries(
    before: Iterable[OtherEntry], after: Iterable[OtherEntry]
) -> tuple[OtherChange, ...]:
    """What is other, by period and by day of the index."""
    return OTHERS.compare(before, after)


def publish_others(
    entries: Iterable[OtherEntry],
    store: Store,
    reference: Reference,
    publisher: Publisher,
    *,
    expect: str | None,
) -> Outcome:
    """Makes `entries` the register. As `register_edits.publish_register`."""
    return publish_register(OTHERS, entries, store, reference, publisher, expect=expect)


def undo_others(edit: Edit, store: Store, publisher: Publisher, *, expect: str | None) -> Outcome:
    """As `register_edits.undo_edit`."""
    return undo_edit(edit, store, publisher, OTHERS.refusal, expect=expect)
