"""Names of departments, taught and forgotten by hand; recorded as publications are."""

from ttpv.publishing import Outcome, Publisher, carry_out, require_permission
from ttpv.reference import Department, Reference, registered_owner, rivals_of
from ttpv.store import Publication, Store

_MAY_NOT = "Bạn không có quyền sửa danh bạ."


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
    require_permission(publisher, _MAY_NOT)
    owner = registered_owner(name, department, reference.departments)
    if owner is not None and owner != department:
        raise NameTaken(owner)
    rivals = rivals_of(department, reference.departments)

    def teach() -> Publication:
        by = publisher.name
        return store.add_alias(name, department.id, by=by, rivals=rivals, expect=expect)

    return carry_out(teach)


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
    require_permission(publisher, _MAY_NOT)

    def forget() -> Publication:
        return store.remove_alias(name, by=publisher.name, department=department, expect=expect)

    return carry_out(forget)
