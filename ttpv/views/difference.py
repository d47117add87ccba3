"""What a publication would change, ready to be shown before it is confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.tables import Figure
from ttpv.difference import FigureChange, FormChange, PeriodChange, RateChange
from ttpv.metrics import RateFigure
from ttpv.reference import Reference
from ttpv.views.changes import name_form
from ttpv.views.formatting import (
    format_amount,
    format_change,
    format_count,
    format_pair,
    format_period,
    format_points,
)
from ttpv.views.rates import RateView, build_rate

NEW_PERIOD = "Kỳ mới, chưa có số liệu."
NEW_FORM = "Biểu mới trong kỳ này, chưa có số liệu."
LOST = "Không đọc được số liệu đang công bố của biểu này nên không so sánh được."
SAME = "Giống hệt số liệu đang công bố."
DISPLACED = "Số liệu đang hiện trên các trang sẽ nhường chỗ cho biểu được ưu tiên hơn"
LEFT_OVER = "Số liệu đang hiện trên các trang sẽ đổi theo các biểu còn lại của kỳ"
WITHDRAWN_LAST = "Biểu này sẽ được rút; kỳ này sẽ không còn số liệu nào trên các trang."
WITHDRAWN = "Biểu này sẽ được rút khỏi số liệu đang công bố."
OVERRULED = (
    "Các trang không dùng số liệu sau của biểu này, vì trong kỳ có biểu được ưu tiên hơn: {}."
)
NO_FIGURE = "chưa có"
TOTAL = "Dòng tổng (Σ)"


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A changed cell: "Sở Y tế", "Hồ sơ …", "1.234", "1.500", "+266"; no figure is "chưa có"."""

    department: str
    field: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, slots=True)
class FormDifference:
    """One form, or what gives way to one. `note` says what there is to say instead of cells, or is
    empty; `overruled` is a sentence on what will not be shown of it, or empty."""

    form: str
    note: str
    cells: tuple[ChangedFigure, ...]
    unchanged: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    overruled: str = ""


@dataclass(frozen=True, slots=True)
class RateEffect:
    """A rate of the centre; `before` None where nothing is published of the period.

    `difference` in percentage points, empty where one of the two has no value; `changed` where the
    value, what it rests on or the verdict is another.
    """

    before: RateView | None
    after: RateView
    difference: str
    changed: bool


@dataclass(frozen=True, slots=True)
class PeriodDifference:
    period: str
    note: str
    forms: tuple[FormDifference, ...]
    rates: tuple[RateEffect, ...]


def build_difference(
    periods: Iterable[PeriodChange], reference: Reference
) -> tuple[PeriodDifference, ...]:
    """One entry a period: its forms with the changed cells, then all its rates."""
    return tuple(
        PeriodDifference(
            period=format_period(change.period),
            note=NEW_PERIOD if change.new else "",
            forms=(
                *(_form(form, change, reference) for form in change.forms),
                *_displaced(change, reference),
            ),
            rates=tuple(_effect(rate, reference) for rate in change.rates),
        )
        for change in periods
    )


def _form(change: FormChange, period: PeriodChange, reference: Reference) -> FormDifference:
    note = ""
    if change.withdrawn:
        note = WITHDRAWN_LAST if period.gone else WITHDRAWN
    elif change.new:
        note = NEW_PERIOD if period.new else NEW_FORM
    elif change.lost:
        note = LOST
    elif not change.changes:
        note = SAME
    return FormDifference(
        form=name_form(change.form, reference),
        note=note,
        cells=tuple(_cell(figure, reference) for figure in change.changes),
        unchanged=change.unchanged,
        added=tuple(_name(department, reference) for department in change.added),
        removed=tuple(_name(department, reference) for department in change.removed),
        overruled=OVERRULED.format(", ".join(map(reference.title, change.overruled)))
        if change.overruled
        else "",
    )


def _displaced(change: PeriodChange, reference: Reference) -> tuple[FormDifference, ...]:
    if not change.displaced:
        return ()
    cells = tuple(_cell(figure, reference) for figure in change.displaced)
    heading = LEFT_OVER if any(form.withdrawn for form in change.forms) else DISPLACED
    return (FormDifference(heading, f"{format_count(len(cells))} ô.", cells, 0, (), ()),)


def _cell(change: FigureChange, reference: Reference) -> ChangedFigure:
    before, after = _texts(change, reference)
    return ChangedFigure(
        department=_name(change.department, reference),
        field=reference.title(change.field),
        before=NO_FIGURE if change.before is None else before,
        after=NO_FIGURE if change.after is None else after,
        difference=_difference(change.before, change.after, change.field in reference.rates),
    )


def _texts(change: FigureChange, reference: Reference) -> tuple[str, str]:
    if change.field in reference.rates:
        return format_pair(_rate(change.before), _rate(change.after))
    is_amount = reference.measures[change.field].unit == "đồng"
    write = format_amount if is_amount else format_count
    before, after = (None if f is None else int(f) for f in (change.before, change.after))
    return write(before), write(after)


def _rate(figure: Figure) -> Decimal | None:
    return None if figure is None else Decimal(figure)


def _difference(before: Figure, after: Figure, is_rate: bool) -> str:
    if before is None or after is None:
        return ""
    if is_rate:
        return format_points(Decimal(after) - Decimal(before))
    return format_change(int(after) - int(before))


def _name(department: str | None, reference: Reference) -> str:
    """The name of the register; whoever has left it keeps the id."""
    if department is None:
        return TOTAL
    known = reference.department_by_id.get(department)
    return known.name if known else department


def _effect(change: RateChange, reference: Reference) -> RateEffect:
    denominator = reference.measures[change.rate.denominator]
    before, after = change.before, change.after
    was, is_ = before.metric.value if before else None, after.metric.value
    return RateEffect(
        before=build_rate(change.rate, before, denominator) if before else None,
        after=build_rate(change.rate, after, denominator),
        difference="" if was is None or is_ is None or was == is_ else format_points(is_ - was),
        changed=before is None or _said(before) != _said(after),
    )


def _said(figure: RateFigure) -> tuple[object, ...]:
    metric = figure.metric
    parts = (metric.numerator, metric.denominator)
    return (metric.value, metric.basis, parts, metric.interval, figure.status)
