"""The register of targets as people keep it: what a new one would change, publishing it, undoing.

A change is a publication like any other: a new state, by whom and when, with the text before and
after; all pages judge by it at once (ttpv/registers.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ttpv.checks.targets import TargetRow, check_targets
from ttpv.core.issues import Issue
from ttpv.imports import Outcome, Publisher, carry_out, require_permission
from ttpv.reference import (
    TARGETS_FILE,
    Reference,
    ReferenceDataError,
    Target,
    build_targets_toml,
    parse_targets,
)
from ttpv.store import Manifest, Publication, RegisterChange, Store

_MAY_NOT = "Bạn không có quyền sửa chỉ tiêu."


@dataclass(frozen=True, slots=True)
class TargetChange:
    """One entry of the register; `before` None where it comes, `after` None where it goes."""

    before: Target | None
    after: Target | None


@dataclass(frozen=True, slots=True)
class TargetEdit:
    """A published change of the register: which state made it, and the texts."""

    state: Manifest
    change: RegisterChange

    @property
    def before(self) -> str | None:
        """The hash of the text that it replaced; None for the shipped one, whichever that was."""
        base = self.state.register_bases.get(TARGETS_FILE)
        return None if self.change.before == base else self.change.before

    @property
    def after(self) -> str | None:
        """The hash of the text that it made the register; None for the shipped one."""
        return self.state.registers.get(TARGETS_FILE)


def compare_targets(before: Iterable[Target], after: Iterable[Target]) -> tuple[TargetChange, ...]:
    """What is other, by rate, scope and first day; where these are the same, so is the entry."""
    old = {target.key: target for target in before}
    new = {target.key: target for target in after}
    return tuple(
        TargetChange(old.get(key), new.get(key))
        for key in sorted(old.keys() | new.keys())
        if old.get(key) != new.get(key)
    )


def check_register(targets: Sequence[Target], reference: Reference) -> tuple[Issue, ...]:
    """What is wrong with a register that comes from no file."""
    return tuple(check_targets([TargetRow(target) for target in targets], reference))


def publish_targets(
    targets: Sequence[Target],
    store: Store,
    reference: Reference,
    publisher: Publisher,
    *,
    expect: str | None,
) -> Outcome:
    """Makes `targets` the register, upon the state `expect` that the caller has seen ("": none).

    Another state gives `needs_confirmation`, a register with issues `rejected`, both with nothing
    written. Raises NotAllowed, StoreError.
    """
    require_permission(publisher, _MAY_NOT)
    if check_register(targets, reference):
        return Outcome("rejected", store.current(), ())
    if not compare_targets(reference.targets, targets):
        return Outcome("unchanged", store.current(), ())
    return _set_text(build_targets_toml(targets), store, publisher, expect)


def find_undoable(store: Store) -> TargetEdit | None:
    """The last change of the register that has not been undone; None where there is none.

    A change that only leads back to the text before the last one counts as its undoing; so does one
    back to the shipped text, though a later program ships another.
    """
    done: list[TargetEdit] = []
    for state in reversed(store.history()):
        for change in (c for c in state.register_changes if c.file == TARGETS_FILE):
            edit = TargetEdit(state, change)
            last = done[-1] if done else None
            if last and (edit.after == last.before or change.after == last.change.before):
                done.pop()
            else:
                done.append(edit)
    return done[-1] if done else None


def undo_targets(
    edit: TargetEdit, store: Store, publisher: Publisher, *, expect: str | None
) -> Outcome:
    """Sets the text before that edit, as a new state. As `publish_targets` otherwise.

    Where that was the shipped one the installed file counts again, also if it has changed since.
    """
    require_permission(publisher, _MAY_NOT)
    text = None if edit.before is None else store.read_reference_text(edit.before)
    return _set_text(text, store, publisher, expect)


def find_shadowed(store: Store, state: Manifest) -> tuple[TargetChange, ...] | None:
    """What changed in the installed register since people began to edit theirs, and not in theirs.

    Empty for an unedited one; None where this program cannot read the installed text of then.
    Raises StoreError where a text is damaged.
    """
    base = state.register_bases.get(TARGETS_FILE)
    if base is None:
        return ()
    mine = {target.key: target for target in parse_targets(_text_of(store, state))}
    changes = _compare_texts(store.read_reference_text(base), store.shipped.texts[TARGETS_FILE])
    if changes is None:
        return None
    return tuple(
        change
        for change in changes
        for target in [change.after or change.before]
        if target is not None and mine.get(target.key) != change.after
    )


def read_target_changes(store: Store, state: Manifest) -> tuple[TargetChange, ...] | None:
    """What a state did to the register of targets; None where this program cannot read it.

    Raises StoreError where a text is damaged.
    """
    for change in state.register_changes:
        if change.file == TARGETS_FILE:
            ends = (change.before, change.after)
            return _compare_texts(*(store.read_reference_text(end) for end in ends))
    return ()


def compare_registers(
    store: Store, before: Manifest, after: Manifest
) -> tuple[TargetChange, ...] | None:
    """What bringing `after` back upon `before` does to the register of targets; None where this
    program cannot read one of the two. Raises StoreError where a text is damaged."""
    return _compare_texts(_text_of(store, before), _text_of(store, after))


def _text_of(store: Store, state: Manifest) -> str:
    edited = state.registers.get(TARGETS_FILE)
    return store.read_reference_text(edited) if edited else store.shipped.texts[TARGETS_FILE]


def _compare_texts(before: str, after: str) -> tuple[TargetChange, ...] | None:
    """None where this program cannot read one of the texts: another version wrote it."""
    if before == after:
        return ()
    try:
        return compare_targets(parse_targets(before), parse_targets(after))
    except ReferenceDataError:
        return None


def _set_text(text: str | None, store: Store, publisher: Publisher, expect: str | None) -> Outcome:
    def set_text() -> Publication:
        return store.set_register(TARGETS_FILE, text, by=publisher.name, expect=expect)

    return carry_out(set_text)
