"""What a publication would change: figure by figure, and in the rates of the centre.

The rates after it are computed by the code that will show them, from the cells that would be
published; nothing is written.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ttpv.core.periods import Period
from ttpv.core.tables import CountsTable, Figure, Row
from ttpv.core.tiling import Piece
from ttpv.imports import FilePreview, Preview
from ttpv.metrics import RateFigure
from ttpv.monitor import answer_period, timeline_of_tables
from ttpv.published import find_holders
from ttpv.reference import Rate, Reference
from ttpv.store import Entry, Manifest, Store, StoreError


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure; `department` None is the Σ row. None is no figure, which is not 0."""

    department: str | None
    field: str
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class FormChange:
    """A form of a period, against what is published under it.

    A `new` form changes nothing figure by figure: all of it comes. The published one may be `lost`,
    its file damaged: then nothing is known to compare with. `unchanged` counts figures. `overruled`
    are the fields that pages will not show of this form, since another of the period ranks higher.
    A `withdrawn` form goes; what pages show then is its period's `displaced`.
    """

    form: str
    new: bool
    lost: bool
    changes: tuple[FigureChange, ...]
    unchanged: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    overruled: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class RateChange:
    """A rate of the centre before and after; `before` None where nothing was published."""

    rate: Rate
    before: RateFigure | None
    after: RateFigure


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """What a publication would change in one period; `new`: nothing is published of it.

    `displaced` are figures that pages show now and will no longer, though their own form stays as
    it is: one that comes ranks higher, or one that goes did (metrics/forms.py). `gone`: nothing
    will be published of it, so there are no rates to tell.
    """

    period: Period
    new: bool
    forms: tuple[FormChange, ...]
    rates: tuple[RateChange, ...]
    displaced: tuple[FigureChange, ...] = ()
    gone: bool = False


def compute_difference(
    preview: Preview, store: Store, reference: Reference
) -> tuple[PeriodChange, ...]:
    """The difference to the state that the preview was made against, a period after the other.

    Nothing for a preview that cannot be published.
    """
    if not preview.is_valid:
        return ()
    state = store.open_snapshot(preview.snapshot) if preview.snapshot else None
    coming: dict[Period, dict[str, CountsTable]] = {}
    for draft in preview.drafts:
        coming.setdefault(draft.table.period, {})[draft.table.form] = draft.table
    return tuple(
        _compare_period(period, coming[period], state, store, reference)
        for period in sorted(coming)
    )


def changes_of_file(file: FilePreview, changes: Iterable[PeriodChange]) -> tuple[PeriodChange, ...]:
    """The part that comes from one of the files; the rates are those after all of them."""
    keys = {(draft.table.period, draft.table.form) for draft in file.drafts}
    parts = [
        replace(change, forms=tuple(f for f in change.forms if (change.period, f.form) in keys))
        for change in changes
    ]
    return tuple(part for part in parts if part.forms)


def compare_states(
    before: Sequence[Entry], after: Sequence[Entry], store: Store, reference: Reference
) -> tuple[PeriodChange, ...]:
    """The difference between two published states, or a state and what will be one, in the periods
    where they differ."""
    was, is_ = ({entry.key: entry for entry in entries} for entries in (before, after))
    changed: dict[Period, list[str]] = {}
    for key in sorted(was.keys() | is_.keys()):
        old, new = was.get(key), is_.get(key)
        if old is None or new is None or old.content != new.content:
            changed.setdefault(Period(key[0], key[1]), []).append(key[2])
    return tuple(
        _compare_forms(
            period,
            {entry.form: _read(store, entry) for entry in before if entry.period == period},
            {entry.form: _read(store, entry) for entry in after if entry.period == period},
            forms,
            reference,
        )
        for period, forms in sorted(changed.items())
    )


def _compare_period(
    period: Period,
    coming: dict[str, CountsTable],
    state: Manifest | None,
    store: Store,
    reference: Reference,
) -> PeriodChange:
    entries = state.entries_of((period,)) if state else ()
    published = {entry.form: _read(store, entry) for entry in entries}
    return _compare_forms(period, published, {**published, **coming}, list(coming), reference)


def _compare_forms(
    period: Period,
    published: Mapping[str, CountsTable | None],
    then: Mapping[str, CountsTable | None],
    changed: Sequence[str],
    reference: Reference,
) -> PeriodChange:
    """`changed` are the forms that come, go or get other figures; a None is a damaged table."""
    staying = [table for table in then.values() if table is not None]
    forms = tuple(
        _compare_form(form, published, then.get(form), staying, reference) for form in changed
    )
    before = _rates(period, list(published.values()), reference) if published else {}
    after = _rates(period, list(then.values()), reference)
    return PeriodChange(
        period=period,
        new=not published,
        gone=not then,
        forms=forms,
        displaced=_displaced([t for t in published.values() if t], staying, forms, reference),
        rates=tuple(
            RateChange(reference.rates[rate], before.get(rate), figure)
            for rate, figure in after.items()
        ),
    )


def _compare_form(
    form: str,
    published: Mapping[str, CountsTable | None],
    table: CountsTable | None,
    beside: Sequence[CountsTable],
    reference: Reference,
) -> FormChange:
    if table is None:
        return FormChange(form, False, False, (), 0, (), (), withdrawn=True)
    lost = form in published and not published[form]
    change = compare_tables(published.get(form), table, lost=lost)
    return replace(change, overruled=_overruled(table, beside, reference))


def _overruled(
    table: CountsTable, beside: Sequence[CountsTable], reference: Reference
) -> tuple[str, ...]:
    holders = find_holders(beside, reference)[table.period]
    return tuple(field for field in table.fields if holders.get(field) != table.form)


def _displaced(
    before: Sequence[CountsTable],
    after: Sequence[CountsTable],
    forms: Iterable[FormChange],
    reference: Reference,
) -> tuple[FigureChange, ...]:
    """What pages show now and will show otherwise, but for what the forms' own changes say."""
    said = {change for form in forms for change in form.changes}
    old, new = (_shown(tables, reference) for tables in (before, after))
    changes = (
        FigureChange(department, field, figure, new.get(department, {}).get(field))
        for department in _order(old, new)
        for field, figure in old.get(department, {}).items()
        if figure is not None
    )
    return tuple(c for c in changes if c.before != c.after and c not in said)


def _shown(
    tables: Sequence[CountsTable], reference: Reference
) -> dict[str | None, Mapping[str, Figure]]:
    """What pages show of one period's forms."""
    if not tables:
        return {}
    cells = timeline_of_tables(tables, reference).cells(Piece(tables[0].period))
    return {department: cell.figures for department, cell in cells.items()}


def _read(store: Store, entry: Entry) -> CountsTable | None:
    try:
        return store.read_table(entry)
    except StoreError:
        return None  # FormChange.lost; what comes in its place may make it good


def compare_tables(
    before: CountsTable | None, after: CountsTable, *, lost: bool = False
) -> FormChange:
    """Two tables of one form and period; `before` None where none is published, or it is lost."""
    if before is None:
        return FormChange(after.form, not lost, lost, (), 0, (), ())
    old, new = _lines(before), _lines(after)
    fields = tuple(dict.fromkeys((*after.fields, *before.fields)))
    changes: list[FigureChange] = []
    unchanged = 0
    for department in _order(old, new):
        for field in fields:
            was = _figure(before, old.get(department), field)
            is_ = _figure(after, new.get(department), field)
            if was != is_:
                changes.append(FigureChange(department, field, was, is_))
            elif is_ is not None:
                unchanged += 1
    return FormChange(
        form=after.form,
        new=False,
        lost=False,
        changes=tuple(changes),
        unchanged=unchanged,
        added=tuple(d for d in new if d is not None and d not in old),
        removed=tuple(d for d in old if d is not None and d not in new),
    )


def _lines(table: CountsTable) -> dict[str | None, Row]:
    rows = (*table.rows, *([table.total] if table.total else []))
    return {row.department: row for row in rows}


def _order(old: Iterable[str | None], new: Iterable[str | None]) -> list[str | None]:
    """As the new table has them, then who is gone, Σ last."""
    everyone = dict.fromkeys((*new, *old))
    return sorted(everyone, key=lambda department: department is None)


def _figure(table: CountsTable, row: Row | None, field: str) -> Figure:
    """What is published of it: a column that is blank throughout is none of the table's fields."""
    return row.figures.get(field) if row is not None and field in table.fields else None


def _rates(
    period: Period, tables: Sequence[CountsTable | None], reference: Reference
) -> dict[str, RateFigure]:
    """The centre's rates from these forms of a period; none without any, or where one is lost."""
    known = [table for table in tables if table is not None]
    if not known or len(known) < len(tables):
        return {}
    return answer_period(timeline_of_tables(known, reference), period).centre_rates()
