"""All that pages show of a comparison, built once: it is the same in every run of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ttpv.comparisons import Comparison
from ttpv.core.periods import Period
from ttpv.views.attention import AttentionView, build_attention
from ttpv.views.beside import BesideView, build_beside
from ttpv.views.deltas import ChangesView, build_changes, write_gaps


@dataclass(frozen=True, slots=True)
class ComparedView:
    """`beside` by rate; `gaps` say why a comparison is not shown."""

    beside: Mapping[str, BesideView]
    changes: ChangesView
    attention: AttentionView
    gaps: tuple[str, ...]


def build_compared(comparison: Comparison, published: Sequence[Period]) -> ComparedView:
    """`published` are the periods of the state."""
    return ComparedView(
        beside=build_beside(comparison),
        changes=build_changes(comparison),
        attention=build_attention(comparison),
        gaps=write_gaps(comparison, published),
    )
