"""Use case, read side: a period beside those that it may be held against, and what follows of it.

From a `Timeline` to `compare`'s pure functions: which periods are compared and by what right, what
moved a rate, how far a target is, what the rest of the year must reach, and what is remarkable.
"""

from ttpv.comparisons.comparison import Beside, Comparison, compare_period
from ttpv.comparisons.deltas import Delta
from ttpv.comparisons.periods import Wanted, find_wanted
from ttpv.comparisons.sides import Other, Side, join_heirs, select_side
from ttpv.comparisons.year import Required

__all__ = [
    "Beside",
    "Comparison",
    "Delta",
    "Other",
    "Required",
    "Side",
    "Wanted",
    "compare_period",
    "find_wanted",
    "join_heirs",
    "select_side",
]
