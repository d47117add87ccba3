"""What a publication would change, as `import --dry-run --json` prints it: nothing formatted."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ttpv.core.tables import Figure
from ttpv.difference import FigureChange, FormChange, PeriodChange
from ttpv.views.show_json import build_period_json, build_rate_json


def build_difference_json(periods: Iterable[PeriodChange]) -> list[dict[str, Any]]:
    """One entry a period: counts as integers, rates as strings, null for no figure."""
    return [
        {
            "period": build_period_json(change.period),
            "new": change.new,
            "forms": [_form_json(form) for form in change.forms],
            "displaced": [_change_json(figure) for figure in change.displaced],
            "rates": {
                rate.rate.id: {
                    "before": None if rate.before is None else build_rate_json(rate.before),
                    "after": build_rate_json(rate.after),
                }
                for rate in change.rates
            },
        }
        for change in periods
    ]


def _form_json(form: FormChange) -> dict[str, Any]:
    return {
        "form": form.form,
        "new": form.new,
        "lost": form.lost,
        "withdrawn": form.withdrawn,
        "added": list(form.added),
        "removed": list(form.removed),
        "unchanged": form.unchanged,
        "overruled": list(form.overruled),
        "changes": [_change_json(change) for change in form.changes],
    }


def _change_json(change: FigureChange) -> dict[str, Any]:
    return {
        "department": change.department,
        "field": change.field,
        "before": _figure_json(change.before),
        "after": _figure_json(change.after),
    }


def _figure_json(figure: Figure) -> int | str | None:
    return f"{figure.normalize():f}" if isinstance(figure, Decimal) else figure
