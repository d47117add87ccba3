"""What bringing back an earlier state would change, in sentences."""

from collections.abc import Iterable

from ttpv.reference import Reference
from ttpv.store import Entry, Manifest
from ttpv.views.formatting import format_moment, format_period


def describe_restore(origin: Manifest, current: Manifest, reference: Reference) -> tuple[str, ...]:
    """A sentence a form of a period that comes, goes, or gets other figures; none: no change."""
    before = {entry.key: entry for entry in current.entries}
    after = {entry.key: entry for entry in origin.entries}
    sentences = []
    for key in sorted(before.keys() | after.keys()):
        was, becomes = before.get(key), after.get(key)
        if was and becomes and was.content != becomes.content:
            sentences.append(f"Thay {_name(becomes, reference)}: trở lại {_origin(becomes)}.")
        elif becomes and not was:
            sentences.append(f"Thêm lại {_name(becomes, reference)}: {_origin(becomes)}.")
        elif was and not becomes:
            sentences.append(f"Bỏ {_name(was, reference)}, vốn chưa có ở lần {origin.id}.")
    return tuple(sentences) + tuple(_describe_names(origin, current))


def _name(entry: Entry, reference: Reference) -> str:
    return f"{reference.form_name(entry.form)}, kỳ {format_period(entry.period)}"


def _origin(entry: Entry) -> str:
    return (
        f"số liệu từ tệp {entry.source.file}, "
        f"công bố {format_moment(entry.published_at)} bởi {entry.published_by}"
    )


def _describe_names(origin: Manifest, current: Manifest) -> Iterable[str]:
    names = {alias.name for alias in current.aliases}
    back = {alias.name for alias in origin.aliases}
    if gone := sorted(names - back):
        yield f"Quên tên đã học: {', '.join(gone)}."
    if learned := sorted(back - names):
        yield f"Nhớ lại tên đã học: {', '.join(learned)}."
