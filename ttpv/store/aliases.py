"""Names of departments that were learned from exports: part of every published state."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from ttpv.core.text import clean, fold
from ttpv.store.manifest import Alias, AliasChange, Manifest
from ttpv.store.publish import Build, Proposal


def propose_alias(name: str, department: str, by: str) -> Build:
    """`name` means `department` from now on; names that read alike (fold) are one name."""
    name = clean(name)
    if not fold(name) or not department:
        raise ValueError(f"not a name and a department: {name!r}, {department!r}")
    alias = Alias(name=name, department=department, added_at=datetime.now(UTC), added_by=by)

    def build(current: Manifest | None) -> Proposal | None:
        known = _by_key(current.aliases if current else ())
        before = known.get(fold(name))
        if before is not None and before.department == department:
            return None
        known[fold(name)] = alias
        return _propose("add_alias", current, known)

    return build


def propose_without_alias(name: str) -> Build:
    """`name` is no longer known; where it is not, nothing changes."""

    def build(current: Manifest | None) -> Proposal | None:
        known = _by_key(current.aliases if current else ())
        if known.pop(fold(name), None) is None:
            return None
        return _propose("remove_alias", current, known)

    return build


def alias_changes(before: Iterable[Alias], after: Iterable[Alias]) -> tuple[AliasChange, ...]:
    """What became of the names, by name."""
    old, new = _by_key(before), _by_key(after)
    changes = []
    for key in sorted(old.keys() | new.keys()):
        alias = new.get(key) or old[key]
        if key in old and key in new and old[key].department == alias.department:
            continue
        word: Literal["added", "replaced", "removed"] = "replaced"
        if key not in old or key not in new:
            word = "added" if key in new else "removed"
        changes.append(AliasChange(name=alias.name, department=alias.department, change=word))
    return tuple(changes)


def _by_key(aliases: Iterable[Alias]) -> dict[str, Alias]:
    return {fold(alias.name): alias for alias in aliases}


def _propose(
    action: Literal["add_alias", "remove_alias"], current: Manifest | None, known: dict[str, Alias]
) -> Proposal:
    before = current.aliases if current else ()
    after = [known[key] for key in sorted(known)]
    entries = current.entries if current else ()
    return Proposal(action, entries, after, alias_changes=alias_changes(before, after))
