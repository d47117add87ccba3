"""An uploaded file → the counts tables of the forms in it, and everything wrong with it."""

from dataclasses import dataclass
from datetime import date

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.other_items import SHEET_NAME, OtherItem
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.readers.forms import Block, check_columns
from ttpv.readers.hidden import find_hidden, find_struck
from ttpv.readers.legacy import decode_sheets
from ttpv.readers.other_sheet import OtherSheet, find_other_sheet, read_other_items
from ttpv.readers.passages import Passages, join_passages
from ttpv.readers.people import find_people, find_people_out_of_sight
from ttpv.readers.period_text import PrintedPeriod, find_periods
from ttpv.readers.refused import Refused
from ttpv.readers.rows import build_table
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets
from ttpv.readers.unknown_names import UnknownName
from ttpv.reference import LearnedNames, Reference

READER_VERSION = 8
"""Recorded with every import: raise it when the same file would be read differently."""


@dataclass(frozen=True, slots=True)
class ExportRead:
    """What was understood of a file. `forms` are recognised even where errors leave no tables.

    `unknown_names` are the names behind the errors `department_unknown`, in reading order;
    `others` the lines of a sheet of other figures, `has_others` whether there is such a sheet.
    """

    tables: tuple[CountsTable, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]
    unknown_names: tuple[UnknownName, ...] = ()
    others: tuple[OtherItem, ...] = ()
    has_others: bool = False

    @property
    def holds_people(self) -> bool:
        """Whether the file was refused for a list beside its forms: nothing of it may be kept."""
        return any(i.code in ("list_beside_form", "list_out_of_sight") for i in self.issues)

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
    learned: LearnedNames = (),
) -> ExportRead:
    """Reads one export of any format. `period` is what the person says; else the file must print
    it.

    `learned` are names that people have said whose they are.
    """
    sheets, issues = read_sheets(content, file)
    if issues:
        return ExportRead((), (), tuple(issues))
    read = recognise_sheets(sheets, file, reference, today=today, period=period, learned=learned)
    if (read.forms or read.has_others) and not read.holds_people:
        issue = find_people_out_of_sight(content, file, reference.dossiers)
        if issue is not None:
            return ExportRead((), read.forms, (issue,))
    return read


def recognise_sheets(
    sheets: list[Sheet],
    file: str,
    reference: Reference,
    *,
    today: date,
    period: Period | None = None,
    learned: LearnedNames = (),
) -> ExportRead:
    """The forms on the sheets of one file, whatever its format was; else as `read_export`.

    Of a file that holds people beside its forms only that is said: an issue might quote them.
    """
    learned = tuple(learned)
    sheets, issues = decode_sheets(sheets)
    place = Place(file=file)
    blocks: list[tuple[Block, list[PrintedPeriod]]] = []
    elsewhere: list[PrintedPeriod] = []  # above the first table of a sheet, or on a cover sheet
    others = [other for sheet in sheets if (other := find_other_sheet(sheet)) is not None]
    apart = {id(other.sheet) for other in others}
    for passages in join_passages([sheet for sheet in sheets if id(sheet) not in apart]):
        try:
            found = Passages(passages, reference)
        except Refused as refused:
            return ExportRead((), (), (*issues, make_issue(refused.code, place, **refused.words)))
        blocks += [(block, found.periods_of(at)) for at, block in found.blocks]
        elsewhere += found.periods_above()
    if not blocks and not others:
        names = [layout.name for layout in reference.layouts.values()]
        known = ", ".join([*names, reference.dossiers.name])
        return ExportRead((), (), (*issues, make_issue("form_unknown", place, forms=known)))
    forms = tuple(dict.fromkeys(block.layout.id for block, _ in blocks))
    people = find_people(sheets, reference.dossiers)
    if people is not None:
        return ExportRead((), forms, (people,))
    issues += [
        found.issue
        for found in dict.fromkeys([*elsewhere, *(p for _, own in blocks for p in own)])
        if found.issue is not None
    ]
    items: list[OtherItem] = []
    for other in others:
        lines, other_issues = _read_others(other, elsewhere, period, today)
        items += lines
        issues += other_issues
    if not blocks and not items and not issues:
        issues.append(make_issue("table_empty", others[0].place, form=SHEET_NAME))
    tables: list[CountsTable] = []
    unknown_names: list[UnknownName] = []
    for block, own in blocks:
        if block.sheet.is_hidden:
            issues.append(make_issue("sheet_hidden", block.place, form=block.layout.name))
        column_issues = check_columns(block)
        issues += column_issues
        form = block.layout.name
        chosen, period_issues = _choose_period(file, form, own or elsewhere, period, today)
        issues += [issue for issue in period_issues if issue not in issues]
        if chosen is None or has_errors(column_issues):
            continue
        read = build_table(block, chosen, reference, learned)
        if items and [issue.code for issue in read.issues] == ["table_empty"]:
            continue  # the template, of which only the other figures were filled in
        issues += read.issues
        unknown_names += read.unknown_names
        issues += [*find_hidden(block, read.table), *find_struck(block)]
        tables.append(read.table)
    return ExportRead(
        tuple(tables), forms, tuple(issues), tuple(unknown_names), tuple(items), bool(others)
    )


def _read_others(
    found: OtherSheet, elsewhere: list[PrintedPeriod], said: Period | None, today: date
) -> tuple[tuple[OtherItem, ...], list[Issue]]:
    """The lines of a sheet of other figures; of one that nobody filled in nothing is asked."""
    if not read_other_items(found, said or Period.inclusive(today, today)):
        return (), []
    sheet = found.sheet
    issues = []
    if sheet.is_hidden:
        issues.append(make_issue("sheet_hidden", found.place, form=SHEET_NAME))
    printed = find_periods(sheet.texts(), Place(file=sheet.file, sheet=sheet.name))
    above = [one for one in printed if one.row < found.row]
    issues += [one.issue for one in above if one.issue is not None]
    period, period_issues = _choose_period(sheet.file, SHEET_NAME, above or elsewhere, said, today)
    lines = read_other_items(found, period) if period is not None else ()
    return lines, [*issues, *period_issues]


def _choose_period(
    file: str, form: str, printed: list[PrintedPeriod], said: Period | None, today: date
) -> tuple[Period | None, list[Issue]]:
    """The person's word, else what is printed for the table, if that is one period.

    Between the table before and this one, else above any table of the file. Two different ones
    ("… so với cùng kỳ từ ngày … đến ngày …") are not ours to choose from; notes below a table say
    nothing of its period.
    """
    place = Place(file=file)
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
            words = {"periods": listed, "form": form}
            issues.append(make_issue("period_ambiguous", place, **words))
        elif not any(p.issue for p in printed):
            issues.append(make_issue("period_missing", place))
    elif found.last > today:
        words = {"period": found.dates, "today": f"{today:%d/%m/%Y}"}
        issues.append(make_issue("period_future", place, **words))
        found = None
    return found, issues
