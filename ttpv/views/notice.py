"""The sheet "niêm yết": the period's results on one page, in the words and figures of the pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.monitor import Figures, Line
from ttpv.reference import Reference
from ttpv.views.banner import build_banner
from ttpv.views.counts import CountView, build_counts
from ttpv.views.departments import DepartmentsView, build_departments
from ttpv.views.formatting import POINTS, format_count, format_period, format_target, name_period
from ttpv.views.overview import LaggardsView, build_overview
from ttpv.views.place_date import write_place_date
from ttpv.views.rates import SMALL, RateView
from ttpv.views.source_line import write_source
from ttpv.views.value_notes import explain_values
from ttpv.views.words import SIMULATED, SIMULATED_NOTE, STATUS_WORDS

TITLE = "Công khai kết quả giải quyết thủ tục hành chính"
MOST_ROWS = 30
"""Departments that one page holds in letters that are read at arm's length. Of more the sheet names
those farthest below each target, and says so."""
NAMED = 10
_ELSEWHERE = "Số liệu của mọi cơ quan, đơn vị có trong Phụ lục I của báo cáo cùng kỳ."

_COLUMNS = {
    "received_new": "Tiếp nhận mới",
    "received_online": "Trực tuyến",
    "resolved": "Đã giải quyết",
    "resolved_late": "Trễ hạn",
    "pending": "Đang giải quyết",
}


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One department, or the total; `counts` in the order of `NoticeTable.count_heads`."""

    name: str
    counts: tuple[str, ...]
    rates: tuple[RateView, ...]


@dataclass(frozen=True, slots=True)
class NoticeTable:
    """`rate_heads` are (short name, target) and `met` "11/18", per rate."""

    count_heads: tuple[str, ...]
    rate_heads: tuple[tuple[str, str], ...]
    rows: tuple[NoticeRow, ...]
    total: NoticeRow
    met: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A status's shape and colour, and what it means."""

    status: str
    words: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """All texts of the sheet.

    `table` holds every department; where they are too many for a page it is None, and `laggards`
    name those farthest below each target. `shown` is the heading that says which of the two.
    `spoken` says each gauge in a sentence, for those who do not see it.
    `scope` names the chosen departments and is empty for the centre; `simulated` likewise.
    """

    superior: str
    centre: str
    place_date: str
    title: str
    period: str
    scope: str
    headline: str
    details: str
    gauges: tuple[RateView, ...]
    spoken: tuple[str, ...]
    counts: tuple[CountView, ...]
    shown: str
    table: NoticeTable | None
    laggards: tuple[LaggardsView, ...]
    legend: tuple[LegendItem, ...]
    notes: tuple[str, ...]
    source: str
    simulated: str


def build_notice(
    figures: Figures,
    reference: Reference,
    *,
    is_simulated: bool = False,
    published_on: date | None = None,
) -> NoticeView:
    """`is_simulated` is what the store says; without `published_on` there is room to write the day
    on which the sheet is put up."""
    overview = build_overview(figures, reference, per_rate=NAMED)
    departments = build_departments(figures, reference)
    banner = build_banner(figures, reference)
    whole = len(departments.rows) <= MOST_ROWS
    table = _build_table(figures, departments) if whole else None
    shown = (*departments.rows, departments.total) if table else (departments.total,)
    cells = [rate for row in shown for rate in row.rates]
    cells += [laggard.rate for group in overview.laggards for laggard in group.laggards]
    return NoticeView(
        superior=reference.letterhead.superior,
        centre=reference.centre.name,
        place_date=write_place_date(reference.letterhead.place, published_on),
        title=TITLE,
        period=_write_period(figures),
        scope="" if figures.is_whole_centre else banner.scope,
        headline=overview.headline,
        details=overview.details,
        gauges=overview.gauges,
        spoken=tuple(gauge.spoken for gauge in overview.gauges),
        counts=build_counts(figures.total, figures.partial),
        shown=_say_shown(figures, whole=whole),
        table=table,
        laggards=() if table else overview.laggards,
        legend=_build_legend(reference, (*overview.gauges, *cells)),
        notes=(
            *explain_values(overview.gauges, cells),
            *(map(_star, departments.notes) if table else (_ELSEWHERE,)),
            *banner.notes,
        ),
        source=write_source(figures),
        simulated=f"{SIMULATED.upper()} – {SIMULATED_NOTE}" if is_simulated else "",
    )


def _star(note: str) -> str:
    """On paper a star stands where the page says "số nhỏ" in full."""
    return f"* {note}" if note.startswith(f"“{SMALL}”") else note


def _write_period(figures: Figures) -> str:
    """ "Tháng 10/2026 (01/10/2026 – 31/10/2026)", "Kỳ báo cáo 01/01/2023 – 25/12/2023"."""
    named, dates = name_period(figures.period), format_period(figures.period)
    return f"Kỳ báo cáo {dates}" if named == dates else f"{named} ({dates})"


def _say_shown(figures: Figures, *, whole: bool) -> str:
    if whole:
        return "Kết quả từng cơ quan, đơn vị (số hồ sơ; tỷ lệ tính bằng %)"
    count = format_count(len(figures.of_last_day))
    return (
        f"{NAMED} đơn vị còn cách xa từng chỉ tiêu nhất, trong {count} cơ quan, đơn vị "
        "(tỷ lệ tính bằng %)"
    )


def _build_table(figures: Figures, departments: DepartmentsView) -> NoticeTable:
    lines = [line for line in figures.departments if line.department]
    measures = [
        measure
        for measure in _COLUMNS
        if any(line.counts[measure] is not None for line in (figures.total, *lines))
    ]
    return NoticeTable(
        count_heads=tuple(_COLUMNS[measure] for measure in measures),
        rate_heads=departments.heads,
        rows=tuple(
            NoticeRow(row.name, _write_counts(line, measures), row.rates)
            for row, line in zip(departments.rows, lines, strict=True)
        ),
        total=NoticeRow(
            departments.total.name,
            _write_counts(figures.total, measures),
            departments.total.rates,
        ),
        met=departments.met,
    )


def _write_counts(line: Line, measures: Sequence[str]) -> tuple[str, ...]:
    return tuple(format_count(line.counts[measure]) for measure in measures)


def _build_legend(reference: Reference, found: Iterable[RateView]) -> tuple[LegendItem, ...]:
    """Of the verdicts always, of the other states where one stands."""
    tolerance = f"{format_target(reference.centre.near_tolerance)}{POINTS}"
    words = STATUS_WORDS | {"near": f"{STATUS_WORDS['near']} (thiếu không quá {tolerance})"}
    there = {"met", "near", "missed", *(rate.status for rate in found)}
    return tuple(LegendItem(s, words[s].lower()) for s in STATUS_WORDS if s in there)
