"""Names that are nobody's: asked about on the page, else an error of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.reference import Department, DepartmentNames


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A printed name that is nobody's in `period`, its cell, and whose it may be, the likeliest
    first; and the figures of its row, where it has a row of its own, to be shown."""

    name: str
    place: Place
    period: Period
    suggestions: tuple[Department, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict, compare=False)

    @property
    def issue(self) -> Issue:
        """The error that it is while nobody answers."""
        near = ", ".join(f"“{department.name}”" for department in self.suggestions)
        suggestion = f" (có thể là: {near})" if near else ""
        return make_issue("department_unknown", self.place, self.name, suggestion=suggestion)


def find_unknown(name: str, place: Place, period: Period, names: DepartmentNames) -> UnknownName:
    """`name`, which is none of `names`, with those that it is like."""
    return UnknownName(name, place, period, tuple(names.suggest(name)))
