"""The register of targets as people keep it: the mechanics are `register_edits`."""

from collections.abc import Iterable, Sequence

from ttpv.checks.targets import TargetRow, check_targets
from ttpv.core.issues import Issue
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import (
    TARGETS_FILE,
    Reference,
    Target,
    build_targets_toml,
    parse_targets,
)
from ttpv.register_edits import Change, Edit, Register, publish_register, undo_edit
from ttpv.store import Store

TargetChange = Change[Target]


def check_register(targets: Iterable[Target], reference: Reference) -> tuple[Issue, ...]:
    """What is wrong with a register that comes from no file."""
    return tuple(check_targets([TargetRow(target) for target in targets], reference))


TARGETS: Register[Target] = Register(
    file=TARGETS_FILE,
    parse=parse_targets,
    build=build_targets_toml,
    key=lambda target: target.key,
    in_force=lambda reference: reference.targets,
    check=check_register,
    refusal="Bạn không có quyền sửa chỉ tiêu.",
)


def compare_targets(before: Iterable[Target], after: Iterable[Target]) -> tuple[TargetChange, ...]:
    """What is other, by rate, scope and first day; where these are the same, so is the entry."""
    return TARGETS.compare(before, after)


def publish_targets(
    targets: Sequence[Target],
    store: Store,
    reference: Reference,
    publisher: Publisher,
    *,
    expect: str | None,
) -> Outcome:
    """As `register_edits.publish_register`."""
    return publish_register(TARGETS, targets, store, reference, publisher, expect=expect)


def undo_targets(edit: Edit, store: Store, publisher: Publisher, *, expect: str | None) -> Outcome:
    """As `register_edits.undo_edit`."""
    return undo_edit(edit, store, publisher, TARGETS.refusal, expect=expect)
