"""Names of departments, taught and forgotten by hand; recorded as publications are."""

from ttpv.imports import NotAllowed, Outcome, Publisher
from ttpv.reference import Department, Reference, registered_owner, rivals_of
from ttpv.store import Publication, StateChanged, Store


class NameTaken(Exception):
    """The register has the name for another department of the same days."""

    def __init__(self, owner: Department) -> None:
        super().__init__(owner.id)
        self.owner = owner


def teach_name(
    name: str,
    department: Department,
    reference: Reference,
    store: Store,
    publisher: Publisher,
    *,
    expect: str | None = None,
) -> Outcome:
    """From now on `name` means `department`, and nobody else who exists on one of its days.

    Another state than `expect` gives `needs_confirmation`, with nothing written. Raises NotAllowed,
    NameTaken, and ValueError for what is no name.
    """
    _require(publisher)
    owner = registered_owner(name, department, reference.departments)
    if owner is not None and owner != department:
        raise NameTaken(owner)
    rivals = rivals_of(department, reference.departments)
    try:
        return _outcome(
            store.add_alias(name, department.id, by=publisher.name, rivals=rivals, expect=expect)
        )
    except StateChanged as error:
        return Outcome("needs_confirmation", error.current, ())


def forget_name(
    name: str,
    department: str | None,
    store: Store,
    publisher: Publisher,
    *,
    expect: str | None = None,
) -> Outcome:
    """`name` is no longer a learned one of that department (an id), or of anybody.

    `expect` as in `teach_name`. Raises NotAllowed, and StoreError in an empty store.
    """
    _require(publisher)
    try:
        return _outcome(
            store.remove_alias(name, by=publisher.name, department=department, expect=expect)
        )
    except StateChanged as error:
        return Outcome("needs_confirmation", error.current, ())


def _require(publisher: Publisher) -> None:
    if not publisher.may_publish:
        raise NotAllowed(publisher.reason or "Bạn không có quyền sửa danh bạ.")


def _outcome(publication: Publication) -> Outcome:
    return Outcome("published" if publication.changed else "unchanged", publication.snapshot, ())
