"""What bringing back an earlier state would change, in sentences."""

from collections.abc import Iterable

from ttpv.core.text import fold
from ttpv.reference import Reference
from ttpv.register_history import RegisterChanges
from ttpv.store import Alias, Entry, Manifest, alias_key
from ttpv.views.changes import name_form
from ttpv.views.formatting import format_moment, format_period
from ttpv.views.registers import NO_CHANGES, describe_registers


def describe_restore(
    origin: Manifest,
    current: Manifest,
    reference: Reference,
    registers: RegisterChanges = NO_CHANGES,
) -> tuple[str, ...]:
    """A sentence a form of a period that comes, goes, or gets other figures; none: no change.

    `registers`: what becomes of those (`ttpv.register_history.compare_registers`).
    """
    before = {entry.key: entry for entry in current.entries}
    after = {entry.key: entry for entry in origin.entries}
    sentences = []
    for key in sorted(before.keys() | after.keys()):
        was, becomes = before.get(key), after.get(key)
        if was and becomes and (was.content, was.extras) != (becomes.content, becomes.extras):
            sentences.append(f"Thay {_name(becomes, reference)}: trở lại {_origin(becomes)}.")
        elif becomes and not was:
            sentences.append(f"Thêm lại {_name(becomes, reference)}: {_origin(becomes)}.")
        elif was and not becomes:
            sentences.append(f"Bỏ {_name(was, reference)}, vốn chưa có ở lần {origin.id}.")
    sentences += describe_names(origin, current, reference)
    sentences += [f"{said}." for said in describe_registers(registers, reference)]
    return tuple(sentences)


def _name(entry: Entry, reference: Reference) -> str:
    return f"{name_form(entry.form, reference)}, kỳ {format_period(entry.period)}"


def _origin(entry: Entry) -> str:
    return (
        f"số liệu từ tệp {entry.source.file}, "
        f"công bố {format_moment(entry.published_at)} bởi {entry.published_by}"
    )


def describe_names(origin: Manifest, current: Manifest, reference: Reference) -> Iterable[str]:
    """Names as the store tells them apart: by how they read, and whose they are."""
    names = {alias_key(alias): alias for alias in current.aliases}
    back = {alias_key(alias): alias for alias in origin.aliases}
    gone = [names[key] for key in sorted(names.keys() - back.keys())]
    come = [back[key] for key in sorted(back.keys() - names.keys())]
    moved = {fold(alias.name) for alias in gone} & {fold(alias.name) for alias in come}
    if lost := sorted(alias.name for alias in gone if fold(alias.name) not in moved):
        yield f"Quên tên đã học: {', '.join(lost)}."
    if learned := sorted(alias.name for alias in come if fold(alias.name) not in moved):
        yield f"Nhớ lại tên đã học: {', '.join(learned)}."
    for key in sorted(moved):
        name = next(alias.name for alias in come if fold(alias.name) == key)
        was, becomes = (
            ", ".join(_department(a, reference) for a in aliases if fold(a.name) == key)
            for aliases in (gone, come)
        )
        yield f"Tên đã học “{name}” trở lại là của {becomes}, không còn của {was}."


def _department(alias: Alias, reference: Reference) -> str:
    """The name of the register; whoever has left it keeps the id."""
    known = reference.department_by_id.get(alias.department)
    return known.name if known else alias.department
