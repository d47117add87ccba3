"""Names of departments that were learned from exports: part of every published state."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from ttpv.core.text import clean, fold
from ttpv.store.manifest import Action, Alias, AliasChange, Manifest
from ttpv.store.proposal import Build, Proposal


def make_alias(name: str, department: str, by: str) -> Alias:
    """Raises ValueError for what is no name."""
    name = clean(name)
    if not fold(name) or not department:
        raise ValueError(f"not a name and a department: {name!r}, {department!r}")
    return Alias(name=name, department=department, added_at=datetime.now(UTC), added_by=by)


def learn(known: Iterable[Alias], answers: Iterable[Alias]) -> tuple[Alias, ...]:
    """The names with `answers` laid over them.

    Names that read alike (fold) are one name; one that means the same department already stays as
    it is, with who taught it and when.
    """
    aliases = _by_key(known)
    for alias in answers:
        before = aliases.get(fold(alias.name))
        if before is None or before.department != alias.department:
            aliases[fold(alias.name)] = alias
    return tuple(aliases.values())


def propose_alias(name: str, department: str, by: str) -> Build:
    """`name` means `department` from now on."""
    alias = make_alias(name, department, by)

    def build(current: Manifest | None) -> Proposal | None:
        known = current.aliases if current else ()
        return _propose("add_alias", current, learn(known, [alias]))

    return build


def propose_without_alias(name: str) -> Build:
    """`name` is no longer known; where it is not, nothing changes."""

    def build(current: Manifest | None) -> Proposal | None:
        known = current.aliases if current else ()
        rest = tuple(alias for alias in known if fold(alias.name) != fold(name))
        return _propose("remove_alias", current, rest)

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


def _propose(action: Action, current: Manifest | None, after: tuple[Alias, ...]) -> Proposal | None:
    changes = alias_changes(current.aliases if current else (), after)
    if not changes:
        return None
    entries, registers = (current.entries, current.registers) if current else ((), {})
    return Proposal(action, entries, after, changes, registers=registers)
