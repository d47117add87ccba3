"""Counts and rates of one selection: SQL returns parts, `compute` divides once."""

from ttpv.metrics.cells import (
    Cell,
    Cells,
    FormKey,
    Holders,
    Lines,
    cells_sql,
    combine_forms,
    make_lines,
    read_lines,
)
from ttpv.metrics.compute import Basis, MetricValue, compute_rate, compute_share
from ttpv.metrics.counts import add_counts, fold_periods, missing_departments, sum_counts
from ttpv.metrics.derive import (
    closing_stock,
    find_bounds,
    find_exceeding_differences,
    find_shrunk,
    subtract_cells,
)
from ttpv.metrics.forms import choose_holders
from ttpv.metrics.judge import RateFigure, Status, judge_rate

__all__ = [
    "Basis",
    "Cell",
    "Cells",
    "FormKey",
    "Holders",
    "Lines",
    "MetricValue",
    "RateFigure",
    "Status",
    "add_counts",
    "cells_sql",
    "choose_holders",
    "closing_stock",
    "combine_forms",
    "compute_rate",
    "compute_share",
    "find_bounds",
    "find_exceeding_differences",
    "find_shrunk",
    "fold_periods",
    "judge_rate",
    "make_lines",
    "missing_departments",
    "read_lines",
    "subtract_cells",
    "sum_counts",
]
