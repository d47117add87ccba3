"""Figures over time: every period of a step between the first and the last that is answered.

A period that cannot be answered stands in the series without figures, with the days that are
missing: a line drawn through it would be invented. Months that open on the 21st are a series of
their own, never mixed with calendar months.
"""

from ttpv.trends.compute import compute_trend, offer_steps
from ttpv.trends.model import Series, Slot, Step, StepKind, Trend

__all__ = ["Series", "Slot", "Step", "StepKind", "Trend", "compute_trend", "offer_steps"]
