"""What bringing back an earlier state would change, in sentences."""

from collections.abc import Iterable, Iterator

from ttpv.core.periods import Period
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
    *,
    only: Period | None = None,
) -> tuple[str, ...]:
    """A sentence a form of a period that comes, goes, or gets other figures; none: no change.

    `registers`: what becomes of those (`ttpv.register_history.compare_registers`). `only` this
    period is brought back, and neither names nor registers.
    """
    sentences = []
    for was, becomes in _find_changes(origin, current):
        if only is not None and only not in {entry.period for entry in (was, becomes) if entry}:
            continue
        if was and becomes:
            sentences.append(f"Thay {_name(becomes, reference)}: trở lại {_origin(becomes)}.")
        elif becomes and not was:
            sentences.append(f"Thêm lại {_name(becomes, reference)}: {_origin(becomes)}.")
        elif was and not becomes:
            sentences.append(f"Bỏ {_name(was, reference)}, vốn chưa có ở lần {origin.id}.")
    if only is not None:
        return tuple(sentences)
    sentences += describe_names(origin, current, reference)
    sentences += [f"{said}." for said in describe_registers(registers, reference)]
    return tuple(sentences)


def find_changed_periods(origin: Manifest, current: Manifest) -> list[Period]:
    """Those of which any form is not as it was in `origin`, the latest first."""
    changed = {entry.period for pair in _find_changes(origin, current) for entry in pair if entry}
    return sorted(changed, key=lambda period: (period.stop, period.start), reverse=True)


def _find_changes(
    origin: Manifest, current: Manifest
) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Each form of a period that differs: as it is, and as it was."""
    now = {entry.key: entry for entry in current.entries}
    then = {entry.key: entry for entry in origin.entries}
    for key in sorted(now.keys() | then.keys()):
        was, becomes = now.get(key), then.get(key)
        same = was and becomes and (was.content, was.extras) == (becomes.content, becomes.extras)
        if not same:
            yield was, becomes


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
