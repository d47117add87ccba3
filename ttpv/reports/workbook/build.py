"""A selection's figures → the workbook: both annexes and the rates, as the pages show them."""

from collections.abc import Collection, Iterator, Mapping, Set

from ttpv.core.decimals import round_half_up
from ttpv.monitor import Figures, Line
from ttpv.reference import Layout, Reference
from ttpv.reports.workbook.annexes import Cells, Sheet, write_annex
from ttpv.reports.workbook.book import Book, Value
from ttpv.reports.workbook.rates import RatesSheet, write_rates
from ttpv.views.banner import build_banner
from ttpv.views.data_table import Number
from ttpv.views.formatting import NONE, name_period
from ttpv.views.names import full_name
from ttpv.views.rate_lines import RateLine, build_rate_lines
from ttpv.views.source_line import write_source
from ttpv.views.value_notes import explain_signs
from ttpv.views.words import CHOSEN, SIMULATED, SIMULATED_NOTE

ANNEXES = ("annex-1", "annex-2")

_RateLines = Mapping[str, Mapping[str, RateLine]]
"""Rate → department ("" the selection) → its line."""


_NO_TABLE = "Kỳ này chưa có số liệu của biểu này."
_MERGED = (
    "Trong kỳ có đơn vị sáp nhập: hồ sơ tồn mà đơn vị cũ bàn giao có ở cả dòng của đơn vị cũ và "
    "dòng của đơn vị kế thừa, nên dòng tổng của cột hồ sơ tồn không phải là tổng các dòng."
)
_SEE_RATES = "Cơ sở và lý do của từng tỷ lệ: xem trang tính “Tỷ lệ”."
_RATES_NOTE = (
    "Cột Giá trị là công thức ở nơi biết tử số và mẫu số; nơi khác là tỷ lệ đã công bố hoặc ước "
    "tính (xem cột Cơ sở). Tỷ lệ chung không phải trung bình cộng tỷ lệ của các đơn vị."
)


def build_workbook(figures: Figures, reference: Reference, *, is_simulated: bool = False) -> bytes:
    """An .xlsx of a sheet an annex and the sheet "Tỷ lệ".

    The annexes are in the form that the import reads, and of the whole centre come back as they
    are; a selection's total does not pass for the centre's. `is_simulated` is what the store says.
    """
    state = figures.snapshot
    title = f"Phụ lục số liệu {name_period(figures.period)}"
    book = Book(title, reference.centre.name, state.published_at)
    lines = build_rate_lines(figures, reference)
    mark = f"{SIMULATED.upper()} – {SIMULATED_NOTE}" if is_simulated else ""
    banner = build_banner(figures, reference)
    scope = "" if figures.is_whole_centre else f"– {CHOSEN}: {banner.scope}"
    merged = (_MERGED,) if any(line.within for line in figures.departments) else ()
    closing = (*merged, *banner.notes, write_source(figures))
    by_line = {rate: {line.department: line for line in each} for rate, each in lines.items()}
    for name in ANNEXES:
        sheet = _fill_annex(figures, reference.layouts[name], by_line, scope, mark, closing)
        write_annex(book, reference, figures.period, sheet)
    period = f"Kỳ báo cáo {figures.period.dates} {scope}".strip()
    rates = tuple(lines.values())
    notes = (_RATES_NOTE, *closing)
    write_rates(book, RatesSheet(reference.centre.name, period, rates, mark, notes))
    return book.close()


def _fill_annex(
    figures: Figures,
    layout: Layout,
    lines: _RateLines,
    scope: str,
    mark: str,
    closing: tuple[str, ...],
) -> Sheet:
    """The form's sheet; without a table where nothing of the form is known of the period."""
    everyone = (figures.total, *figures.departments)
    known = {
        field
        for field in layout.fields
        if any(line.counts.get(field) is not None for line in everyone)
    }
    if not known:
        return Sheet(layout.id, (), ("", {}), scope, mark, (_NO_TABLE, *closing))
    rows = [
        (_name_line(line, figures), _fill_row(line, layout, lines, known))
        for line in figures.departments
    ]
    total = _fill_row(figures.total, layout, lines, known)
    shown = [value for row in (total, *(cells for _, cells in rows)) for value in row.values()]
    notes = (*_explain([value for value in shown if isinstance(value, str)]), *closing)
    label = layout.total_row[1] if figures.is_whole_centre else CHOSEN
    return Sheet(layout.id, rows, (label, total), scope, mark, notes)


def _name_line(line: Line, figures: Figures) -> str:
    """As the import finds it: whoever exists on the last day by its name alone, and whoever is gone
    by then with its last day, lest it be taken for another of that name."""
    department = line.department
    if department is not None and department.exists_on(figures.period.last):
        return department.name
    return full_name(line)


def _explain(words: Collection[str]) -> Iterator[str]:
    """The sentences for the signs that stand in the table."""
    found = list(explain_signs(words))
    yield from found
    if found:
        yield _SEE_RATES


def _fill_row(line: Line, layout: Layout, lines: _RateLines, known: Set[str]) -> Cells:
    """Of the form's fields: counts, a dash where a department's is missing, blank where everyone's
    is; rates in force as the pages show them."""
    cells: dict[str, Value] = {}
    department = line.department.id if line.department else ""
    for field in layout.fields:
        if field in line.counts:
            missing = NONE if field in known else None
            count = line.counts[field]
            cells[field] = missing if count is None else count
        elif field in lines:
            cells[field] = _show_rate(lines[field][department])
    return cells


def _show_rate(line: RateLine) -> Value:
    """A number where it was published or is computed; else words, which the import takes for no
    figure: an estimate that came back as published would be one no more."""
    if line.value is not None and line.basis == "published":
        return Number(line.value, line.places)
    if line.value is not None and line.basis == "computed":
        return Number(round_half_up(line.value, line.places), line.places)
    return line.view.cell
