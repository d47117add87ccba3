"""Whose name is this? Department names as people write them → the register's departments."""

from collections.abc import Iterable

from ttpv.core.text import fold
from ttpv.reference.model import Department
from ttpv.reference.similar import similarity

LearnedNames = Iterable[tuple[str, str]]
"""Names that people have said whose they are: (name, department id), the latest last."""

_SIMILAR = 0.55


def names_of(department: Department) -> tuple[str, ...]:
    """All that the register calls it."""
    return (department.id, department.name, department.short, *department.aliases)


def rivals_of(department: Department, departments: Iterable[Department]) -> frozenset[str]:
    """The ids of the others that exist on one of its days: a name cannot be both's."""
    return frozenset(
        other.id for other in departments if other is not department and other.meets(department)
    )


def registered_owner(
    name: str, department: Department, departments: Iterable[Department]
) -> Department | None:
    """Who of `department` and its rivals is registered under `name`; taught to another, the name
    would never count."""
    key = fold(name)
    for other in departments:
        if other.meets(department) and key in map(fold, names_of(other)):
            return other
    return None


class DepartmentNames:
    """Looks names up among given departments: those that exist on a period's last day.

    Spacing, case, accents and dashes do not matter; nothing else is guessed. Raises ValueError
    when two of the departments share a name.

    `learned` names are laid over the register's: one counts only where its department is among the
    given ones, so that a name may be one department's before a merger and another's after it; the
    latest counts, and one that a department is registered under loses.
    """

    def __init__(self, departments: Iterable[Department], learned: LearnedNames = ()) -> None:
        self._by_key: dict[str, Department] = {}
        given = {department.id: department for department in departments}
        for department in given.values():
            for name in names_of(department):
                known = self._by_key.setdefault(fold(name), department)
                if known is not department:
                    raise ValueError(f"{name!r} names both {known.id} and {department.id}")
        latest = {fold(name): given[id_] for name, id_ in learned if id_ in given and fold(name)}
        self._by_key = latest | self._by_key

    def find(self, name: str) -> Department | None:
        """The department of that name, or None."""
        return self._by_key.get(fold(name))

    def suggest(self, name: str, count: int = 3) -> list[Department]:
        """Up to `count` departments with similar names, the most similar first."""
        scores: dict[str, float] = {}
        for key, department in self._by_key.items():
            score = similarity(name, key)
            if score >= _SIMILAR:
                scores[department.id] = max(score, scores.get(department.id, 0))
        departments = {department.id: department for department in self._by_key.values()}
        ranked = sorted(scores, key=lambda id_: -scores[id_])
        return [departments[id_] for id_ in ranked[:count]]
