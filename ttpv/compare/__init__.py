"""Comparing: what a figure is held against, what moved it, and what it takes to get there.

Pure functions over small frozen inputs; the monitor fills them. Figures are exact: integers and
fractions from end to end, turned into decimals only where a view rounds them.
"""

from ttpv.compare.decompose import Contribution, Movement, NoMovement, decompose_change
from ttpv.compare.distance import (
    Distance,
    Shortfall,
    Standing,
    compute_distance,
    compute_shortfall,
    count_lacking,
)
from ttpv.compare.facts import DepartmentFacts, RatePoint, RateSeries, Revision, StockBreak
from ttpv.compare.findings import (
    Fall,
    Finding,
    OnlyDirect,
    PartOfWhole,
    find_declines,
    rank_findings,
)
from ttpv.compare.like import LikePeriods, find_like_periods
from ttpv.compare.parts import Parts
from ttpv.compare.run_rate import LastYear, NoRunRate, RunRate, YearSoFar, compute_run_rate
from ttpv.compare.small import is_small

__all__ = [
    "Contribution",
    "DepartmentFacts",
    "Distance",
    "Fall",
    "Finding",
    "LastYear",
    "LikePeriods",
    "Movement",
    "NoMovement",
    "NoRunRate",
    "OnlyDirect",
    "PartOfWhole",
    "Parts",
    "RatePoint",
    "RateSeries",
    "Revision",
    "RunRate",
    "Shortfall",
    "Standing",
    "StockBreak",
    "YearSoFar",
    "compute_distance",
    "compute_run_rate",
    "compute_shortfall",
    "count_lacking",
    "decompose_change",
    "find_declines",
    "find_like_periods",
    "is_small",
    "rank_findings",
]
