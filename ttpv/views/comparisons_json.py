"""What a period is held against, as `python -m ttpv show --json` prints it."""

from typing import Any, get_args

from ttpv.comparisons import Beside, Comparison
from ttpv.views.counts import MAIN_COUNTS
from ttpv.views.show_json import build_period_json, build_rate_json, write_exact


def build_comparisons_json(comparison: Comparison) -> dict[str, Any]:
    """By what it is held against (`compare/like.py`); null where no period is like it.

    `missing` are days that nothing published covers, `absent` chosen departments that did not exist
    then; with either there are no figures. `difference` in percentage points, now minus then.
    """
    return {beside: _build(comparison, beside) for beside in get_args(Beside)}


def _build(comparison: Comparison, beside: Beside) -> dict[str, Any] | None:
    other = comparison.other(beside)
    if other is None:
        return None
    found: dict[str, Any] = {
        "period": build_period_json(other.period),
        "missing": [build_period_json(period) for period in other.missing],
        "absent": list(other.absent),
        "rates": {},
        "counts": {},
    }
    if other.side is None:
        return found
    for rate, figure in other.side.rates.items():
        delta = comparison.delta(rate, beside)
        found["rates"][rate] = build_rate_json(figure) | {
            "difference": write_exact(delta.points) if delta else None,
            "estimated": delta.estimated if delta else None,
        }
    for measure in MAIN_COUNTS:
        found["counts"][measure] = {
            "value": other.side.counts[measure],
            "difference": comparison.change(measure, beside),
        }
    return found
