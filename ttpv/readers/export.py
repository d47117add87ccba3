"""An uploaded file → the counts tables of the forms in it, and everything wrong with it."""

from dataclasses import dataclass
from datetime import date

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.readers.forms import Block, check_columns, find_blocks
from ttpv.readers.hidden import find_hidden
from ttpv.readers.period_text import PrintedPeriod, find_periods
from ttpv.readers.recognise import find_headers
from ttpv.readers.rows import build_table
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets
from ttpv.reference import Reference

READER_VERSION = 2
"""Recorded with every import: raise it when the same file would be read differently."""


@dataclass(frozen=True, slots=True)
class ExportRead:
    """What was understood of a file. `forms` are recognised even where errors leave no tables."""

    tables: tuple[CountsTable, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]

    @property
    def needs_period(self) -> bool:
        """Whether the only way on is that the person says which period this is."""
        return any(i.code in ("period_missing", "period_ambiguous") for i in self.issues)


def read_export(
    content: bytes,
    file: str,
    reference: Reference,
    *,
    today: date,
    period: Period | None = None,
) -> ExportRead:
    """Reads one export of any format. `period` is what the person says; else the file must print
    it."""
    sheets, issues = read_sheets(content, file)
    if issues:
        return ExportRead((), (), tuple(issues))
    place = Place(file=file)
    blocks: list[tuple[Block, list[PrintedPeriod]]] = []
    elsewhere: list[PrintedPeriod] = []  # above the first table of a sheet, or on a cover sheet
    for passages in _join_passages(sheets):
        found = _Found(passages, reference)
        blocks += [(block, found.periods_of(at)) for at, block in found.blocks]
        elsewhere += found.periods_above()
    if not blocks:
        known = ", ".join(layout.name for layout in reference.layouts.values())
        return ExportRead((), (), (make_issue("form_unknown", place, forms=known),))
    issues += [
        found.issue
        for found in dict.fromkeys([*elsewhere, *(p for _, own in blocks for p in own)])
        if found.issue is not None
    ]
    tables: list[CountsTable] = []
    for block, own in blocks:
        if block.sheet.is_hidden:
            issues.append(make_issue("sheet_hidden", block.place, form=block.layout.name))
        column_issues = check_columns(block)
        issues += column_issues
        chosen, period_issues = _choose_period(block, own or elsewhere, period, today)
        issues += [issue for issue in period_issues if issue not in issues]
        if chosen is None or has_errors(column_issues):
            continue
        table, table_issues = build_table(block, chosen, reference)
        issues += table_issues
        issues += find_hidden(block, table)
        tables.append(table)
    forms = tuple(dict.fromkeys(block.layout.id for block, _ in blocks))
    return ExportRead(tuple(tables), forms, tuple(issues))


def _join_passages(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Each sheet by itself, but a document's tables together: one reads on from one to the next."""
    joined: list[list[Sheet]] = []
    for sheet in sheets:
        if joined and sheet.is_passage:
            joined[-1].append(sheet)
        else:
            joined.append([sheet])
    return joined


_Position = tuple[int, int]  # which sheet of those read together, which row


class _Found:
    """The tables and printed periods of sheets that are read together, by their position."""

    def __init__(self, sheets: list[Sheet], reference: Reference) -> None:
        self.blocks: list[tuple[_Position, Block]] = []
        self.periods: list[tuple[_Position, PrintedPeriod]] = []
        for index, sheet in enumerate(sheets):
            periods = find_periods(sheet.texts(), Place(file=sheet.file, sheet=sheet.name))
            headers = find_headers(sheet, reference.layouts.values())
            blocks = find_blocks(sheet, headers, [found.row for found in periods])
            self.blocks += [((index, block.headers[0].row), block) for block in blocks]
            self.periods += [((index, found.row), found) for found in periods]

    def periods_above(self) -> list[PrintedPeriod]:
        """What is printed above the first table; without tables, anywhere."""
        first = min((at for at, _ in self.blocks), default=None)
        return [found for at, found in self.periods if first is None or at < first]

    def periods_of(self, at: _Position) -> list[PrintedPeriod]:
        """What is printed between the table before and the one at `at`. It may be a note on the
        table before; so where this form begins, what stands above the first table counts too."""
        layout = dict(self.blocks)[at].layout
        earlier = [(start, block) for start, block in self.blocks if start < at]
        above = max((start for start, _ in earlier), default=(0, 0))
        own = [found for start, found in self.periods if above < start < at]
        if own and earlier and not any(block.layout is layout for _, block in earlier):
            own += self.periods_above()
        return own


def _choose_period(
    block: Block, printed: list[PrintedPeriod], said: Period | None, today: date
) -> tuple[Period | None, list[Issue]]:
    """The person's word, else what is printed for the table, if that is one period.

    Between the table before and this one, else above any table of the file. Two different ones
    ("… so với cùng kỳ từ ngày … đến ngày …") are not ours to choose from; notes below a table say
    nothing of its period.
    """
    place = Place(file=block.sheet.file)
    periods = list(dict.fromkeys(found.period for found in printed if found.period))
    found = periods[0] if len(periods) == 1 else None
    issues: list[Issue] = []
    if said is not None:
        if found is not None and found != said:
            words = {"found": found.dates, "period": said.dates}
            issues.append(make_issue("period_differs", place, **words))
        found = said
    if found is None:
        if len(periods) > 1:
            listed = "; ".join(period.dates for period in periods)
            words = {"periods": listed, "form": block.layout.name}
            issues.append(make_issue("period_ambiguous", place, **words))
        elif not any(p.issue for p in printed):
            issues.append(make_issue("period_missing", place))
    elif found.last > today:
        words = {"period": found.dates, "today": f"{today:%d/%m/%Y}"}
        issues.append(make_issue("period_future", place, **words))
        found = None
    return found, issues
