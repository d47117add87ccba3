"""The registry of departments: names, days of existence, and who came from whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.core.text import clean, fold
from ttpv.reference import Department, Reference, names_of, registered_owner, rivals_of
from ttpv.store import Alias
from ttpv.views.formatting import format_count, format_date, format_moment


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """A department. `learned` are names taught by people, each with by whom and when; `is_split`:
    several came from it, so that its figures are summed under none of them."""

    id: str
    name: str
    short: str
    aliases: str
    learned: tuple[str, ...]
    existence: str
    before: str
    after: str
    is_split: bool


@dataclass(frozen=True, slots=True)
class RegistryGroup:
    title: str
    rows: tuple[RegistryRow, ...]


@dataclass(frozen=True, slots=True)
class LearnedName:
    """A name that can be taken back. `label` says whose it is, who taught it and when."""

    name: str
    department: str
    label: str
    warning: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What teaching a name would do, as a sentence; not `is_possible`: why it would do nothing."""

    sentence: str
    is_possible: bool


def build_registry(
    reference: Reference, aliases: Sequence[Alias], day: date, wanted: str = ""
) -> tuple[RegistryGroup, ...]:
    """Who exists on `day`, who existed before and who comes after it; only those with a name that
    holds `wanted`. Groups without anybody are left out."""
    found = [d for d in reference.departments if _is_wanted(d, aliases, fold(wanted))]
    groups = (
        (f"Tồn tại vào ngày {format_date(day)}", [d for d in found if d.exists_on(day)]),
        (
            f"Đã chấm dứt trước ngày {format_date(day)}",
            [d for d in found if d.last is not None and d.last < day],
        ),
        (
            f"Thành lập sau ngày {format_date(day)}",
            [d for d in found if d.first is not None and d.first > day],
        ),
    )
    return tuple(
        RegistryGroup(
            f"{title}: {format_count(len(departments))} đơn vị",
            tuple(_build_row(department, aliases, reference) for department in departments),
        )
        for title, departments in groups
        if departments
    )


def build_learned(aliases: Iterable[Alias], reference: Reference) -> tuple[LearnedName, ...]:
    """The learned names, the latest first."""
    return tuple(
        LearnedName(
            alias.name,
            alias.department,
            f"“{alias.name}” – {_name(alias.department, reference)}, {_taught(alias)}",
            f"“{alias.name}” sẽ không còn là tên gọi của {_name(alias.department, reference)}. "
            "Số liệu đã công bố giữ nguyên; lần nhập sau có tên này sẽ được hỏi lại.",
        )
        for alias in sorted(aliases, key=lambda alias: alias.added_at, reverse=True)
    )


def describe_lesson(
    name: str, department: Department, aliases: Iterable[Alias], reference: Reference
) -> Lesson:
    """What it would mean that `name` is taught to be `department`."""
    name = clean(name)
    if not fold(name):
        return Lesson("Hãy ghi tên gọi bằng chữ, như trong tệp xuất.", False)
    called = name_department(department, reference)
    owner = registered_owner(name, department, reference.departments)
    if owner == department:
        return Lesson(f"“{name}” đã là tên của {called} trong danh mục, không cần thêm.", False)
    if owner is not None:
        return Lesson(
            f"“{name}” là tên của {name_department(owner, reference)} trong danh mục, nên không "
            f"dùng cho {called} được.",
            False,
        )
    same = [alias for alias in aliases if fold(alias.name) == fold(name)]
    if any(alias.department == department.id for alias in same):
        return Lesson(f"“{name}” đã được thêm cho {called}.", False)
    rivals = rivals_of(department, reference.departments)
    losing = [_name(a.department, reference) for a in same if a.department in rivals]
    taken = f", không còn là {', '.join(losing)}" if losing else ""
    return Lesson(
        f"Từ nay, “{name}” trong tệp nhập là {called}{taken}. Số liệu đã công bố giữ nguyên.",
        True,
    )


def name_department(department: Department, reference: Reference) -> str:
    """Its name, with its days where another one has the name too."""
    shared = sum(fold(other.name) == fold(department.name) for other in reference.departments) > 1
    return f"{department.name} ({_existence(department)})" if shared else department.name


def _is_wanted(department: Department, aliases: Iterable[Alias], wanted: str) -> bool:
    learned = [alias.name for alias in aliases if alias.department == department.id]
    return any(wanted in fold(name) for name in (*names_of(department), *learned))


def _build_row(
    department: Department, aliases: Sequence[Alias], reference: Reference
) -> RegistryRow:
    return RegistryRow(
        id=department.id,
        name=department.name,
        short=department.short,
        aliases="; ".join(department.aliases),
        learned=tuple(
            f"{alias.name} ({_taught(alias)})"
            for alias in aliases
            if alias.department == department.id
        ),
        existence=_existence(department),
        before=_before(department, reference),
        after=_after(department, reference),
        is_split=len(department.successors) > 1,
    )


def _existence(department: Department) -> str:
    parts = []
    if department.first is not None:
        parts.append(f"từ {format_date(department.first)}")
    if department.last is not None:
        parts.append(f"đến {format_date(department.last)}")
    return " ".join(parts) or "mọi kỳ"


def _before(department: Department, reference: Reference) -> str:
    """Whom it came from; of a split one it has only a part."""
    return "; ".join(
        ("một phần của " if len(other.successors) > 1 else "") + name_department(other, reference)
        for other in reference.departments
        if department.id in other.successors
    )


def _after(department: Department, reference: Reference) -> str:
    return "; ".join(_name(id_, reference) for id_ in department.successors)


def _taught(alias: Alias) -> str:
    return f"{alias.added_by} thêm lúc {format_moment(alias.added_at)}"


def _name(id_: str, reference: Reference) -> str:
    """The name of the register; whoever has left it keeps the id."""
    known = reference.department_by_id.get(id_)
    return name_department(known, reference) if known else id_
