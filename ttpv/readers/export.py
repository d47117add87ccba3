"""An uploaded file → the counts tables of the forms in it, and everything wrong with it."""

from dataclasses import dataclass
from datetime import date

from ttpv.core.issues import Issue, Place, has_errors, make_issue
from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable
from ttpv.readers.forms import Block, check_columns
from ttpv.readers.hidden import find_hidden, find_struck
from ttpv.readers.legacy import decode_sheets
from ttpv.readers.passages import Passages, join_passages
from ttpv.readers.people import find_people, find_people_out_of_sight
from ttpv.readers.period_text import PrintedPeriod
from ttpv.readers.refused import Refused
from ttpv.readers.rows import build_table
from ttpv.readers.sheet import Sheet
from ttpv.readers.sheets import read_sheets
from ttpv.readers.unknown_names import UnknownName
from ttpv.reference import LearnedNames, Reference

READER_VERSION = 7
"""Recorded with every import: raise it when the same file would be read differently."""


@dataclass(frozen=True, slots=True)
class ExportRead:
    """What was understood of a file. `forms` are recognised even where errors leave no tables.

    `unknown_names` are the names behind the errors `department_unknown`, in reading order.
    """

    tables: tuple[CountsTable, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]
    unknown_names: tuple[UnknownName, ...] = ()

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
    if read.forms and not read.holds_people:
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
    for passages in join_passages(sheets):
        try:
            found = Passages(passages, reference)
        except Refused as refused:
            return ExportRead((), (), (*issues, make_issue(refused.code, place, **refused.words)))
        blocks += [(block, found.periods_of(at)) for at, block in found.blocks]
        elsewhere += found.periods_above()
    if not blocks:
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
    tables: list[CountsTable] = []
    unknown_names: list[UnknownName] = []
    for block, own in blocks:
        if block.sheet.is_hidden:
            issues.append(make_issue("sheet_hidden", block.place, form=block.layout.name))
        column_issues = check_columns(block)
        issues += column_issues
        chosen, period_issues = _choose_period(block, own or elsewhere, period, today)
        issues += [issue for issue in period_issues if issue not in issues]
        if chosen is None or has_errors(column_issues):
            continue
        read = build_table(block, chosen, reference, learned)
        issues += read.issues
        unknown_names += read.unknown_names
        issues += [*find_hidden(block, read.table), *find_struck(block)]
        tables.append(read.table)
    return ExportRead(tuple(tables), forms, tuple(issues), tuple(unknown_names))


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
