"""What a publication would change, as `python -m ttpv import --dry-run` prints it for people."""

from collections.abc import Sequence

from ttpv.views.difference import ChangedFigure, FormDifference, PeriodDifference, RateEffect
from ttpv.views.formatting import format_count
from ttpv.views.rates import RateView


def build_difference_text(periods: Sequence[PeriodDifference]) -> str:
    """A paragraph a period: its forms with the changed cells, then the rates of the centre."""
    lines = []
    for period in periods:
        lines.append(f"Kỳ {period.period}, so với số liệu đang công bố:")
        for form in period.forms:
            lines.append(f"  {form.form}: {form.note or _summary(form)}")
            lines += [f"    {form.overruled}"] if form.overruled else []
            lines += [f"    Thêm {name}." for name in form.added]
            lines += [f"    Bớt {name}." for name in form.removed]
            lines += [f"    {_write_cell(cell)}" for cell in form.cells]
        lines += [f"  {_write_effect(effect)}" for effect in period.rates]
    return "\n".join(lines)


def _summary(form: FormDifference) -> str:
    return (
        f"{format_count(len(form.cells))} ô thay đổi, {format_count(form.unchanged)} ô giữ nguyên."
    )


def _write_cell(cell: ChangedFigure) -> str:
    difference = f" ({cell.difference})" if cell.difference else ""
    return f"{cell.department}, {cell.field}: {cell.before} → {cell.after}{difference}"


def _write_effect(effect: RateEffect) -> str:
    if effect.before is None:
        return f"{effect.after.name}: {_write_rate(effect.after)}"
    if not effect.changed:
        return f"{effect.after.name}: {_write_rate(effect.after)} (không đổi)"
    before, after = _write_rate(effect.before), _write_rate(effect.after)
    if before == after:  # then what it rests on is another
        before, after = (f"{_write_rate(r)} ({r.note})" for r in (effect.before, effect.after))
    difference = f" ({effect.difference})" if effect.difference else ""
    return f"{effect.after.name}: {before} → {after}{difference}"


def _write_rate(rate: RateView) -> str:
    value = f"{rate.sign}{rate.value} %" if rate.value else rate.words if rate.band else ""
    return f"{value} {rate.status_word}".strip()
