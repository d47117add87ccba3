"""Whose figures stand on one line: a department's own, or also those of its predecessors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ttpv.monitor.model import Structure
from ttpv.reference import Department, Reference


@dataclass(frozen=True, slots=True)
class Group:
    """A line of a table: the department that names it, and the ids whose figures it sums."""

    department: Department
    members: tuple[str, ...]


def group_departments(
    reference: Reference, everyone: Iterable[Department], structure: Structure, today: date
) -> tuple[Group, ...]:
    """`everyone` (in the register's order) as lines.

    As of then each is a line. In today's structure those that merged are on the line of who
    succeeded them by `today`, also over several mergers. One that was split has no one successor:
    it keeps a line of its own (`is_split`).
    """
    members: dict[str, list[str]] = {}
    names: dict[str, Department] = {}
    for department in everyone:
        heir = find_heir(reference, department, today) if structure == "now" else department
        names[heir.id] = heir
        members.setdefault(heir.id, []).append(department.id)
    order = {department.id: index for index, department in enumerate(reference.departments)}
    ordered = sorted(members, key=lambda id_: order.get(id_, len(order)))
    return tuple(Group(names[id_], tuple(members[id_])) for id_ in ordered)


def find_heir(reference: Reference, department: Department, today: date) -> Department:
    """The department that goes on with its work today: itself where it exists, or was split."""
    seen = {department.id}
    while department.last is not None and department.last < today:
        if len(department.successors) != 1 or department.successors[0] in seen:
            break
        department = reference.department_by_id[department.successors[0]]
        seen.add(department.id)
    return department


def is_split(department: Department) -> bool:
    """Whether several departments took over its work, so that nobody can say who its figures
    belong to today."""
    return len(department.successors) > 1
