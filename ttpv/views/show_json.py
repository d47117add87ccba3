"""Figures as `python -m ttpv show --json` prints them: exact decimal strings, nothing formatted."""

from decimal import Decimal
from typing import Any

from ttpv.core.decimals import round_half_up
from ttpv.core.periods import Period
from ttpv.metrics import RateFigure
from ttpv.monitor import Figures, Line

COUNTS = (
    "received",
    "received_new",
    "received_online",
    "carried_over",
    "resolved",
    "resolved_on_time",
    "resolved_late",
    "pending",
    "pending_in_time",
    "pending_overdue",
)
PAYMENTS = ("online_transactions", "online_amount", "direct_transactions", "direct_amount")


def build_show_json(figures: Figures, *, is_simulated: bool = False) -> dict[str, Any]:
    """The whole answer; see `build_rate_json` for the strings of a rate. `is_simulated` is what the
    store says of itself."""
    return {
        "snapshot": figures.snapshot.id,
        "simulated": is_simulated,
        "period": build_period_json(figures.period),
        "total": {**_line(figures.total), "missing": list(figures.missing)},
        "departments": [
            {"id": line.department.id, "name": line.department.name, **_line(line)}
            for line in figures.departments
            if line.department is not None
        ],
    }


def build_period_json(period: Period) -> dict[str, str]:
    """Both dates inclusive."""
    return {"start": period.start.isoformat(), "end": period.last.isoformat()}


def _line(line: Line) -> dict[str, Any]:
    return {
        "counts": {name: line.counts[name] for name in COUNTS},
        "payments": {name: line.counts[name] for name in PAYMENTS},
        "rates": {rate: build_rate_json(figure) for rate, figure in line.rates.items()},
    }


def build_rate_json(figure: RateFigure) -> dict[str, Any]:
    """value, gap and interval with 12 places, half up; rounded with one; target as it is set."""
    metric = figure.metric
    return {
        "value": write_exact(metric.value),
        "rounded": None if metric.value is None else str(round_half_up(metric.value, 1)),
        "numerator": metric.numerator,
        "denominator": metric.denominator,
        "basis": metric.basis,
        "reason": metric.reason,
        "interval": [write_exact(end) for end in metric.interval] if metric.interval else None,
        "target": None if figure.target is None else f"{figure.target.normalize():f}",
        "gap": write_exact(figure.gap),
        "status": figure.status,
    }


def write_exact(value: Decimal | None) -> str | None:
    """With 12 places, half up; null where there is none."""
    return None if value is None else f"{round_half_up(value, 12):f}"  # str: "0E-12"
