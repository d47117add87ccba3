"""The read side: a state, a period and a selection → figures.

Everything that pages, reports and the command line show comes from a `Timeline`; it reads each
published file once and computes the rest in memory.
"""

from ttpv.monitor.answering import (
    answer_period,
    answer_periods,
    default_period,
    nearest_periods,
    read_figures,
    resolve_departments,
    resolve_period,
)
from ttpv.monitor.choices import ChoiceKind, Choices, find_opening_days, offer_periods
from ttpv.monitor.disagreements import Disagreement, find_disagreements
from ttpv.monitor.figures import PeriodCells
from ttpv.monitor.groups import Group, find_heir, group_departments, is_split
from ttpv.monitor.line_cache import LineCache
from ttpv.monitor.model import Figures, Line, PeriodNotCovered, Structure, UnknownDepartment
from ttpv.monitor.timeline import (
    Timeline,
    open_timeline,
    timeline_of_tables,
    timeline_without_figures,
)

__all__ = [
    "ChoiceKind",
    "Choices",
    "Disagreement",
    "Figures",
    "Group",
    "Line",
    "LineCache",
    "PeriodCells",
    "PeriodNotCovered",
    "Structure",
    "Timeline",
    "UnknownDepartment",
    "answer_period",
    "answer_periods",
    "default_period",
    "find_disagreements",
    "find_heir",
    "find_opening_days",
    "group_departments",
    "is_split",
    "nearest_periods",
    "offer_periods",
    "open_timeline",
    "read_figures",
    "resolve_departments",
    "resolve_period",
    "timeline_of_tables",
    "timeline_without_figures",
]
