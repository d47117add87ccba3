"""The reference data of a published state: the one way to them, so that an edited register is in
force everywhere at once.

The current state is computed with the installed files, over them the registers that people have
edited; an earlier one with what was in force when it was published, so that its figures stay what
was reported. States of formats 1 and 2 did not keep theirs: today's stand in, and pages say so.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ttpv.reference import (
    Reference,
    ReferenceDataError,
    ReferenceFiles,
    explain_fault,
    parse_bundle,
    parse_reference,
)
from ttpv.store import Finding, Manifest, Store, StoreError, join_ids


class Basis(NamedTuple):
    """What reference data are made of: a kept bundle, or the installed files and registers over
    them. A key for caches: within a process the same basis gives the same reference data."""

    bundle: str | None
    registers: tuple[tuple[str, str], ...] = ()


def choose_basis(store: Store, state: Manifest | None) -> Basis:
    """What `state` is computed with; of an empty store (None) the installed files."""
    current = store.current()
    if state is None or current is None:
        return Basis(None)
    if state.reference is None or state.number == current.number:
        return Basis(None, tuple(sorted(current.registers.items())))
    return Basis(state.reference)


def read_basis(store: Store, basis: Basis) -> Reference:
    """Raises StoreError where a kept text is damaged, or cannot be read by this program."""
    try:
        return parse_reference(_read_files(store, basis))
    except ReferenceDataError as error:
        if basis == Basis(None):
            raise  # the installed files are wrong, not the store
        raise StoreError(
            f"Danh mục, chỉ tiêu lưu trong kho không dùng được với phiên bản chương trình này "
            f"(tệp {error.file}, {explain_fault(error)}). "
            "Hãy dùng đúng phiên bản, hoặc khôi phục kho từ bản sao lưu."
        ) from error


def open_reference(store: Store, state: Manifest | None) -> Reference:
    """The reference data that `state` is computed with. Raises as `read_basis`."""
    return read_basis(store, choose_basis(store, state))


def keeps_reference(state: Manifest) -> bool:
    """Whether the state says by which reference data it was computed; else today's stand in."""
    return state.reference is not None


def find_uncomputable(store: Store) -> Iterator[Finding]:
    """The states whose reference data are whole and yet not to be used by this program, once each
    for what they have in common. Damaged ones are `verify`'s to say."""
    users: dict[Basis, list[str]] = defaultdict(list)
    for number in store.numbers():
        try:
            state = store.open_snapshot(str(number))
            users[choose_basis(store, state)].append(state.id)
        except StoreError:
            continue
    for basis, snapshots in users.items():
        try:
            parse_reference(_read_files(store, basis))
        except StoreError:
            continue
        except ReferenceDataError as error:
            digest = basis.bundle or next((digest for _, digest in basis.registers), None)
            path = f"references/{digest}" if digest else "data/reference"
            yield Finding(
                "basis",
                path,
                f"Lần công bố {join_ids(snapshots)} còn nguyên nhưng chương trình này không tính "
                f"được: danh mục, chỉ tiêu dùng cho lần đó ({path}) không đọc được "
                f"(tệp {error.file}, {explain_fault(error)}). "
                "Hãy dùng đúng phiên bản chương trình đã công bố lần đó và báo người bảo trì.",
                tuple(snapshots),
            )


def _read_files(store: Store, basis: Basis) -> ReferenceFiles:
    if basis.bundle is not None:
        kept = parse_bundle(store.read_reference_text(basis.bundle).encode())
        # A later program may have a file more, for which the installed one stands in. A key more
        # has a default in its shape (reference/model.py).
        new = {name: text for name, text in store.shipped.texts.items() if "/" not in name}
        return ReferenceFiles({**new, **kept.texts})
    texts = {file: store.read_reference_text(digest) for file, digest in basis.registers}
    return store.shipped.overlaid(texts)
