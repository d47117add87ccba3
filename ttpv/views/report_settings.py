"""What stands on every document (letterhead) and what documents are made of (templates), and what
became of them, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.letterhead_register import LetterheadChange
from ttpv.reference import LISTS, LetterheadEntry, Reference, Template
from ttpv.template_register import TemplateChange
from ttpv.views.formatting import format_count
from ttpv.views.reports import KIND_NAMES

FIELD_NAMES: Mapping[str, str] = {
    "superior": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "place": "Địa danh",
    "report_symbol": "Ký hiệu báo cáo",
    "letter_symbol": "Ký hiệu công văn",
    "addressee": "Kính gửi (báo cáo)",
    "recipients": "Nơi nhận báo cáo",
    "letter_recipients": "Nơi nhận văn bản đôn đốc",
    "filed": "Lưu",
    "signature.authority": "Quyền hạn người ký",
    "signature.title": "Chức vụ người ký",
    "signature.name": "Họ tên người ký",
}
_BLANK = "để trống"
_UNREADABLE = "Không đọc được {what} của lần đó bằng phiên bản chương trình này"


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A kind of report and the template in use; `file` is empty for the one that ships."""

    kind: str
    name: str
    file: str
    size: str
    digest: str

    @property
    def source(self) -> str:
        return f"mẫu riêng “{self.file}” ({self.size})" if self.file else "mẫu gốc"


def describe_letterhead_changes(
    changes: Sequence[LetterheadChange] | None, reference: Reference
) -> list[str]:
    """A sentence a field, before → after; one where they are not known (None)."""
    if changes is None:
        return [_UNREADABLE.format(what="thể thức văn bản")]
    return [
        f"Thể thức văn bản, {_lower(FIELD_NAMES.get(entry.field, entry.field))}: "
        f"{_quote(change.before)} → {_quote(change.after)}"
        for change in changes
        for entry in [change.after or change.before]
        if entry is not None
    ]


def _quote(entry: LetterheadEntry | None) -> str:
    if entry is None or not entry.lines:
        return _BLANK
    return f"“{'; '.join(entry.lines) if entry.field in LISTS else entry.value}”"


def describe_template_changes(
    changes: Sequence[TemplateChange] | None, reference: Reference
) -> list[str]:
    """A sentence a kind; one where they are not known (None)."""
    if changes is None:
        return [_UNREADABLE.format(what="các mẫu văn bản")]
    return [_describe_template(change) for change in changes]


def _describe_template(change: TemplateChange) -> str:
    before, after = change.before, change.after
    entry = after or before
    assert entry is not None
    name = _lower(KIND_NAMES.get(entry.kind, entry.kind))
    if before is None:
        return f"Dùng mẫu riêng “{entry.file}” cho {name}"
    if after is None:
        return f"Dùng lại mẫu gốc cho {name}, thay mẫu riêng “{before.file}”"
    if before.file == after.file:
        return f"Thay mẫu riêng “{after.file}” của {name} bằng bản khác cùng tên"
    return f"Thay mẫu riêng “{before.file}” của {name} bằng “{after.file}”"


def build_template_rows(
    kinds: Sequence[str], templates: Sequence[Template]
) -> tuple[TemplateRow, ...]:
    """A row each of `kinds`."""
    own = {template.kind: template for template in templates}
    return tuple(_build_row(kind, own.get(kind)) for kind in kinds)


def _build_row(kind: str, own: Template | None) -> TemplateRow:
    if own is None:
        return TemplateRow(kind, KIND_NAMES[kind], "", "", "")
    size = f"{format_count(-(-len(own.document) // 1024))} KB"
    return TemplateRow(kind, KIND_NAMES[kind], own.file, size, own.digest)


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
