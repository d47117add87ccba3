"""What stands in a rate's cell where no rate is known: written by views, known again by readers, so
that an annex of ours that comes back brings no estimate in as if it had been published."""

import re

from ttpv.core.text import fold

ESTIMATED = "≈"
NOT_APPLICABLE = "không phát sinh"
UNAVAILABLE = "không tính được"
WITHIN = "trong"
"""Before the interval that a rate must lie in: "trong 98,0–99,9"."""

_WORDS = frozenset(map(fold, (NOT_APPLICABLE, UNAVAILABLE)))
_INTERVAL = re.compile(rf"{WITHIN}\s+\d{{1,3}}(,\d+)?–\d{{1,3}}(,\d+)?")


def says_no_rate(text: str) -> bool:
    """Whether the text is one of ours for a rate that is estimated, has no case, or is unknown."""
    text = text.strip()
    return (
        text.startswith(ESTIMATED) or fold(text) in _WORDS or _INTERVAL.fullmatch(text) is not None
    )
