"""Registers that people edit (targets.toml, other-figures.toml …): what an edit would change,
publishing it, undoing it, and what an update of the program brings that an edited one hides.

A register is a list of entries that are told apart by a key. An edit is a publication like any
other: a new state, by whom and when, with the text before and after (ttpv/registers.py says how
these are in force). What the entries are is their own module's business.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ttpv.core.issues import Issue
from ttpv.publishing import Outcome, Publisher, carry_out, require_permission
from ttpv.reference import Reference, ReferenceDataError
from ttpv.store import Manifest, Publication, RegisterChange, Store

T = TypeVar("T")


@dataclass(frozen=True)  # no slots: `Change[Target](…)` could not set its type then
class Change(Generic[T]):
    """One entry of a register; `before` None where it comes, `after` None where it goes."""

    before: T | None
    after: T | None


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """A reference file of entries: how its text is read and written, what tells the entries apart,
    which are in force, what is wrong with them, and what to say to who may not edit."""

    file: str
    parse: Callable[[str], Iterable[T]]
    build: Callable[[Iterable[T]], str]
    key: Callable[[T], Any]
    in_force: Callable[[Reference], Iterable[T]]
    check: Callable[[Iterable[T], Reference], Iterable[Issue]]
    refusal: str

    def compare(self, before: Iterable[T], after: Iterable[T]) -> tuple[Change[T], ...]:
        """What is other, by key; where the keys are the same, so is the entry."""
        old = {self.key(entry): entry for entry in before}
        new = {self.key(entry): entry for entry in after}
        return tuple(
            Change(old.get(key), new.get(key))
            for key in sorted(old.keys() | new.keys())
            if old.get(key) != new.get(key)
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """A published change of a register: which state made it, and the texts."""

    state: Manifest
    change: RegisterChange

    @property
    def before(self) -> str | None:
        """The hash of the text that it replaced; None for the shipped one, whichever that was."""
        base = self.state.register_bases.get(self.change.file)
        return None if self.change.before == base else self.change.before

    @property
    def after(self) -> str | None:
        """The hash of the text that it made the register; None for the shipped one."""
        return self.state.registers.get(self.change.file)


def publish_register(
    register: Register[T],
    entries: Iterable[T],
    store: Store,
    reference: Reference,
    publisher: Publisher,
    *,
    expect: str | None,
) -> Outcome:
    """Makes `entries` the register, upon the state `expect` that the caller has seen ("": none).

    Another state gives `needs_confirmation`, a register with issues `rejected`, both with nothing
    written. Raises NotAllowed, StoreError.
    """
    require_permission(publisher, register.refusal)
    entries = tuple(entries)
    if any(issue.is_error for issue in register.check(entries, reference)):
        return Outcome("rejected", store.current(), ())
    if not register.compare(register.in_force(reference), entries):
        return Outcome("unchanged", store.current(), ())
    return _set_text(register.file, register.build(entries), store, publisher, expect)


def find_undoable(file: str, store: Store) -> Edit | None:
    """The last change of the register that has not been undone; None where there is none.

    A change that only leads back to the text before the last one counts as its undoing; so does one
    back to the shipped text, though a later program ships another.
    """
    done: list[Edit] = []
    for state in reversed(store.history()):
        for change in (c for c in state.register_changes if c.file == file):
            edit = Edit(state, change)
            last = done[-1] if done else None
            if last and (edit.after == last.before or change.after == last.change.before):
                done.pop()
            else:
                done.append(edit)
    return done[-1] if done else None


def undo_edit(
    edit: Edit, store: Store, publisher: Publisher, refusal: str, *, expect: str | None
) -> Outcome:
    """Sets the text before that edit, as a new state. As `publish_register` otherwise.

    Where that was the shipped one the installed file counts again, also if it has changed since.
    """
    require_permission(publisher, refusal)
    text = None if edit.before is None else store.read_reference_text(edit.before)
    return _set_text(edit.change.file, text, store, publisher, expect)


def find_shadowed(
    register: Register[T], store: Store, state: Manifest
) -> tuple[Change[T], ...] | None:
    """What changed in the installed register since people began to edit theirs, and not in theirs.

    Empty for an unedited one; None where this program cannot read the installed text of then.
    Raises StoreError where a text is damaged.
    """
    base = state.register_bases.get(register.file)
    if base is None:
        return ()
    text = _text_of(register.file, store, state)
    mine = {register.key(entry): entry for entry in register.parse(text)}
    installed = store.shipped.texts[register.file]
    changes = _compare_texts(register, store.read_reference_text(base), installed)
    if changes is None:
        return None
    return tuple(
        change
        for change in changes
        for entry in [change.after or change.before]
        if entry is not None and mine.get(register.key(entry)) != change.after
    )


def read_changes(
    register: Register[T], store: Store, state: Manifest
) -> tuple[Change[T], ...] | None:
    """What a state did to the register; None where this program cannot read it.

    Raises StoreError where a text is damaged.
    """
    for change in state.register_changes:
        if change.file == register.file:
            ends = (change.before, change.after)
            return _compare_texts(register, *(store.read_reference_text(end) for end in ends))
    return ()


def compare_states(
    register: Register[T], store: Store, before: Manifest, after: Manifest
) -> tuple[Change[T], ...] | None:
    """What bringing `after` back upon `before` does to the register; None where this program cannot
    read one of the two. Raises StoreError where a text is damaged."""
    texts = (_text_of(register.file, store, state) for state in (before, after))
    return _compare_texts(register, *texts)


def _text_of(file: str, store: Store, state: Manifest) -> str:
    edited = state.registers.get(file)
    return store.read_reference_text(edited) if edited else store.shipped.texts[file]


def _compare_texts(register: Register[T], before: str, after: str) -> tuple[Change[T], ...] | None:
    """None where this program cannot read one of the texts: another version wrote it."""
    if before == after:
        return ()
    try:
        return register.compare(register.parse(before), register.parse(after))
    except ReferenceDataError:
        return None


def _set_text(
    file: str, text: str | None, store: Store, publisher: Publisher, expect: str | None
) -> Outcome:
    def set_text() -> Publication:
        return store.set_register(file, text, by=publisher.name, expect=expect)

    return carry_out(set_text)
