"""The line above every page: which period, whose figures, from which file, how well checked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ttpv.core.periods import Period
from ttpv.core.tiling import Piece
from ttpv.monitor import Disagreement, Figures
from ttpv.reference import Layout, Reference
from ttpv.views.disagreements import build_disagreements
from ttpv.views.formatting import format_moment, format_period, lower_first, name_period
from ttpv.views.names import short_name

_MOST_PIECES = 4
_MOST_FILES = 3


@dataclass(frozen=True, slots=True)
class BannerView:
    """`warnings` are whole sentences; `notes` say what this period lacks."""

    period: str
    scope: str
    source: str
    published: str
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def build_banner(
    figures: Figures, reference: Reference, disagreements: Iterable[Disagreement] = ()
) -> BannerView:
    """`disagreements` of the period; they are warnings beside those of the import."""
    files = dict.fromkeys(entry.source.file for entry in figures.entries)
    latest = max(figures.entries, key=lambda entry: entry.published_at)
    warnings = dict.fromkeys(i.message for entry in figures.entries for i in entry.issues)
    return BannerView(
        period=format_period(figures.period),
        scope=_scope(figures),
        source=_list_files(list(files)),
        published=f"{format_moment(latest.published_at)} bởi {latest.published_by}; "
        f"đang xem lần công bố {figures.snapshot.id}",
        warnings=(*warnings, *build_disagreements(disagreements, reference, _names(reference))),
        notes=tuple(_notes(figures, reference)),
    )


def _list_files(files: Sequence[str]) -> str:
    more = f" và {len(files) - _MOST_FILES} tệp khác" if len(files) > _MOST_FILES else ""
    return ", ".join(files[:_MOST_FILES]) + more


def _scope(figures: Figures) -> str:
    names = [short_name(line) for line in figures.departments]
    if figures.is_whole_centre:
        return f"Toàn Trung tâm ({len(figures.of_last_day)} cơ quan, đơn vị)"
    if len(names) > 4:
        return f"{', '.join(names[:3])} và {len(names) - 3} đơn vị khác"
    return ", ".join(names)


def _names(reference: Reference) -> dict[str, str]:
    return {department.id: department.name for department in reference.departments}


def _notes(figures: Figures, reference: Reference) -> list[str]:
    notes = list(_say_pieces(figures.pieces))
    if figures.structure == "now" and figures.split:
        split = ", ".join(_names(reference).get(id_, id_) for id_ in figures.split)
        notes.append(
            f"{split} đã được chia tách, nên số liệu không cộng vào một đơn vị kế thừa nào."
        )
    if figures.missing:
        lines = [line.department for line in figures.departments if line.department]
        names = ", ".join(d.name for d in lines if d.id in figures.missing)
        notes.append(f"Thiếu số liệu của {names}, nên số chung để trống chứ không cộng thiếu.")
    for layout in (form for form in reference.layouts.values() if form.expected):
        if _is_answered(figures, layout, reference):
            continue
        lacking = [
            piece.period
            for piece in figures.pieces
            if any(_lacks(figures, period, layout, reference) for period in piece.sources)
        ]
        if lacking and len(lacking) < len(figures.pieces):
            listed = ", ".join(format_period(piece) for piece in lacking)
            notes.append(f"{layout.name} còn thiếu kỳ {listed}; số liệu của biểu đó để trống.")
        elif lacking:
            notes.append(f"Kỳ này chưa có {layout.name}; số liệu của biểu đó để trống.")
    return notes


def _say_pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    """Of which published periods the figures are made, where it is not the period itself."""
    if len(pieces) > _MOST_PIECES:
        first, last = (_in_words(piece.period) for piece in (pieces[0], pieces[-1]))
        yield f"Số liệu được cộng từ {len(pieces)} kỳ, từ {first} đến {last}."
    elif len(pieces) > 1:
        listed = ", ".join(_in_words(piece.period) for piece in pieces)
        yield f"Số liệu được cộng từ {len(pieces)} kỳ: {listed}."
    for piece in pieces:
        if piece.less is not None:
            yield (
                f"{name_period(piece.period)} được tính bằng hiệu của số liệu lũy kế "
                f"{_in_words(piece.whole)} và {_in_words(piece.less)}."
            )


def _in_words(period: Period) -> str:
    return lower_first(name_period(period))


def _is_answered(figures: Figures, layout: Layout, reference: Reference) -> bool:
    """Whether somebody has each of the form's counts, be it from other periods than the rest's."""
    known = {
        name for line in figures.departments for name, n in line.counts.items() if n is not None
    }
    return known >= {field for field in layout.fields if field in reference.measures}


def _lacks(figures: Figures, piece: Period, layout: Layout, reference: Reference) -> bool:
    """Whether counts of this form are in no form of the piece: the template, say, has them, too."""
    entries = [entry for entry in figures.entries if entry.period == piece]
    if any(entry.form == layout.id for entry in entries):
        return False
    held = {field for entry in entries for field in entry.fields}
    return not held >= {field for field in layout.fields if field in reference.measures}
