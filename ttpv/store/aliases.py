"""Names of departments that were learned from exports: part of every published state."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ttpv.core.text import clean, fold
from ttpv.store.manifest import Action, Alias, AliasChange, Manifest
from ttpv.store.proposal import Build, Proposal


@dataclass(frozen=True, slots=True)
class TaughtName:
    """`name` means `department` (an id) from now on, and none of its `rivals` any more: those that
    exist on one of its days. None: no other. So a name may be one's before a merger and
    another's after it."""

    name: str
    department: str
    rivals: Collection[str] | None = None

    def replaces(self, alias: Alias) -> bool:
        """Whether that one cannot stay beside it."""
        is_rival = self.rivals is None or alias.department in self.rivals
        is_other = alias.department != self.department
        return is_rival and is_other and fold(alias.name) == fold(self.name)


def make_alias(taught: TaughtName, by: str) -> Alias:
    """Raises ValueError for what is no name."""
    name = clean(taught.name)
    if not fold(name) or not taught.department:
        raise ValueError(f"not a name and a department: {name!r}, {taught.department!r}")
    return Alias(name=name, department=taught.department, added_at=datetime.now(UTC), added_by=by)


def learn(known: Iterable[Alias], answers: Iterable[tuple[TaughtName, Alias]]) -> tuple[Alias, ...]:
    """The names with `answers` laid over them.

    Names that read alike (fold) are one name; one that means the same department already stays as
    it is, with who taught it and when.
    """
    aliases = list(known)
    for taught, answer in answers:
        aliases = [alias for alias in aliases if not taught.replaces(alias)]
        if alias_key(answer) not in map(alias_key, aliases):
            aliases.append(answer)
    return tuple(aliases)


def alias_key(alias: Alias) -> tuple[str, str]:
    """What tells one learned name from another: how it reads, and whose it is."""
    return (fold(alias.name), alias.department)


def propose_alias(taught: TaughtName, by: str) -> Build:
    """The name means that department from now on."""
    alias = make_alias(taught, by)

    def build(current: Manifest | None) -> Proposal | None:
        known = current.aliases if current else ()
        return _propose("add_alias", current, learn(known, [(taught, alias)]))

    return build


def propose_without_alias(name: str, department: str | None) -> Build:
    """`name` is no longer that department's, or anybody's; where it is not, nothing changes."""

    def build(current: Manifest | None) -> Proposal | None:
        known = current.aliases if current else ()
        rest = tuple(
            alias
            for alias in known
            if fold(alias.name) != fold(name) or department not in (None, alias.department)
        )
        return _propose("remove_alias", current, rest)

    return build


def alias_changes(before: Iterable[Alias], after: Iterable[Alias]) -> tuple[AliasChange, ...]:
    """What became of the names, by name: one that is no longer somebody's is `replaced` where it
    has become another's."""
    old, new = ({alias_key(alias): alias for alias in aliases} for aliases in (before, after))
    gone, come = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    moved = {name for name, _ in gone} & {name for name, _ in come}
    changes = [_change(old[key], "removed") for key in gone if key[0] not in moved]
    changes += [_change(new[key], "replaced" if key[0] in moved else "added") for key in come]
    return tuple(sorted(changes, key=lambda change: (fold(change.name), change.department)))


def _change(alias: Alias, word: Literal["added", "replaced", "removed"]) -> AliasChange:
    return AliasChange(name=alias.name, department=alias.department, change=word)


def _propose(action: Action, current: Manifest | None, after: tuple[Alias, ...]) -> Proposal | None:
    changes = alias_changes(current.aliases if current else (), after)
    if not changes:
        return None
    return Proposal(action, current.entries if current else (), after, changes)
