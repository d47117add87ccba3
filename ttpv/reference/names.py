"""Whose name is this? Department names as people write them → the register's departments."""

import difflib
from collections.abc import Iterable

from ttpv.core.text import fold
from ttpv.reference.model import Department


class DepartmentNames:
    """Looks names up among given departments: those that exist on a period's last day.

    Spacing, case, accents and dashes do not matter; nothing else is guessed. Raises ValueError
    when two of the departments share a name.
    """

    def __init__(self, departments: Iterable[Department]) -> None:
        self._by_key: dict[str, Department] = {}
        for department in departments:
            for name in (department.id, department.name, department.short, *department.aliases):
                known = self._by_key.setdefault(fold(name), department)
                if known is not department:
                    raise ValueError(f"{name!r} names both {known.id} and {department.id}")

    def find(self, name: str) -> Department | None:
        """The department of that name, or None."""
        return self._by_key.get(fold(name))

    def suggest(self, name: str, count: int = 3) -> list[Department]:
        """Up to `count` departments with similar names, the most similar first."""
        matches = difflib.get_close_matches(fold(name), self._by_key, n=10, cutoff=0.5)
        return list(dict.fromkeys(self._by_key[match] for match in matches))[:count]
