"""What each published state did, in sentences; the history page and `history` both say them."""

from collections.abc import Mapping

from ttpv.core.periods import Period
from ttpv.reference import Reference
from ttpv.register_history import RegisterChanges
from ttpv.store import AliasChange, Change, Manifest
from ttpv.views.formatting import format_period
from ttpv.views.registers import NO_CHANGES, describe_registers

ACTION_WORDS: Mapping[str, str] = {
    "publish": "công bố",
    "restore": "khôi phục",
    "withdraw": "rút biểu",
    "add_alias": "thêm tên gọi",
    "remove_alias": "bỏ tên gọi",
    "set_register": "sửa danh mục",
}
_CHANGE_WORDS = {"added": "Thêm", "replaced": "Thay thế", "removed": "Bỏ"}
_ALIAS_WORDS = {
    "added": "Thêm tên gọi “{name}” của {department}",
    "replaced": "Chuyển tên gọi “{name}” sang {department}",
    "removed": "Bỏ tên gọi “{name}” của {department}",
}


def describe_changes(
    snapshot: Manifest, reference: Reference, registers: RegisterChanges = NO_CHANGES
) -> list[str]:
    """One sentence each: what was brought back, forms added or replaced, names learned, and
    what it did to `registers` (`ttpv.register_history.read_register_changes`)."""
    sentences = []
    if snapshot.restored_from is not None:
        only = snapshot.restored_period
        part = f", riêng kỳ {format_period(only)}" if only else ""
        sentences.append(f"Khôi phục lần công bố {snapshot.restored_from}{part}")
    sentences += [_describe_form(change, snapshot, reference) for change in snapshot.changes]
    sentences += [f"Lý do: {snapshot.reason}"] if snapshot.reason else []
    sentences += [_describe_alias(change, reference) for change in snapshot.alias_changes]
    return sentences + describe_registers(registers, reference)


def name_form(form: str, reference: Reference) -> str:
    """The form's name; one of long ago that has left the reference keeps its id."""
    known = form in reference.layouts or form == reference.dossiers.id
    return reference.form_name(form) if known else form


def _describe_form(change: Change, snapshot: Manifest, reference: Reference) -> str:
    period = Period(change.start, change.stop)
    entry = snapshot.entry_of(period, change.form)
    source = f", từ tệp {entry.source.file}" if entry else ""
    warned = f", {len(entry.issues)} cảnh báo" if entry and entry.issues else ""
    name = name_form(change.form, reference)
    return f"{_CHANGE_WORDS[change.change]} {name}, kỳ {format_period(period)}{source}{warned}"


def _describe_alias(change: AliasChange, reference: Reference) -> str:
    department = reference.department_by_id.get(change.department)
    name = department.name if department else change.department
    return _ALIAS_WORDS[change.change].format(name=change.name, department=name)
