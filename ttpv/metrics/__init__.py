"""Counts and rates of one selection: SQL returns parts, `compute` divides once."""

from ttpv.metrics.cells import Cell, cells_sql, make_cells, read_cells
from ttpv.metrics.compute import Basis, MetricValue, compute_rate, compute_share
from ttpv.metrics.counts import add_counts, fold_periods, missing_departments, sum_counts
from ttpv.metrics.forms import choose_holders
from ttpv.metrics.judge import RateFigure, Status, judge_rate

__all__ = [
    "Basis",
    "Cell",
    "MetricValue",
    "RateFigure",
    "Status",
    "add_counts",
    "cells_sql",
    "choose_holders",
    "compute_rate",
    "compute_share",
    "fold_periods",
    "judge_rate",
    "make_cells",
    "missing_departments",
    "read_cells",
    "sum_counts",
]
