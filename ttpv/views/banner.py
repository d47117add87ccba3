"""The line above every page: which period, whose figures, from which file, how well checked."""

from dataclasses import dataclass

from ttpv.core.periods import Period
from ttpv.monitor import Figures
from ttpv.reference import Layout, Reference
from ttpv.views.formatting import format_moment, format_period
from ttpv.views.names import short_name


@dataclass(frozen=True, slots=True)
class BannerView:
    """`warnings` are whole sentences; `notes` say what this period lacks."""

    period: str
    scope: str
    source: str
    published: str
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def build_banner(figures: Figures, reference: Reference) -> BannerView:
    files = dict.fromkeys(entry.source.file for entry in figures.entries)
    latest = max(figures.entries, key=lambda entry: entry.published_at)
    warnings = dict.fromkeys(i.message for entry in figures.entries for i in entry.issues)
    return BannerView(
        period=format_period(figures.period),
        scope=_scope(figures),
        source=", ".join(files),
        published=f"{format_moment(latest.published_at)} bởi {latest.published_by}; "
        f"đang xem lần công bố {figures.snapshot.id}",
        warnings=tuple(warnings),
        notes=tuple(_notes(figures, reference)),
    )


def _scope(figures: Figures) -> str:
    names = [short_name(line) for line in figures.departments]
    if figures.is_whole_centre:
        return f"Toàn Trung tâm ({len(names)} cơ quan, đơn vị)"
    if len(names) > 4:
        return f"{', '.join(names[:3])} và {len(names) - 3} đơn vị khác"
    return ", ".join(names)


def _notes(figures: Figures, reference: Reference) -> list[str]:
    notes = []
    if figures.missing:
        lines = [line.department for line in figures.departments if line.department]
        names = ", ".join(d.name for d in lines if d.id in figures.missing)
        notes.append(f"Thiếu số liệu của {names}, nên số chung để trống chứ không cộng thiếu.")
    for layout in (form for form in reference.layouts.values() if form.expected):
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


def _lacks(figures: Figures, piece: Period, layout: Layout, reference: Reference) -> bool:
    """Whether counts of this form are in no form of the piece: the template, say, has them, too."""
    entries = [entry for entry in figures.entries if entry.period == piece]
    if any(entry.form == layout.id for entry in entries):
        return False
    held = {field for entry in entries for field in entry.fields}
    return not held >= {field for field in layout.fields if field in reference.measures}
