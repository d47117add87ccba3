"""Which other periods a period is held against, chosen by their dates alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ttpv.core.periods import Period


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The periods nearest to one, by how they lie to it; None where there is none.

    before, after    adjoin it: end the day before it starts, start the day after it ends
    shorter, longer  start the same day and end earlier, later: exports cumulated from that day
    ending           ends the same day and starts on another
    earlier          the latest end among those that lie before it or are `shorter`
    alike            the latest of those before it that are about as long
    overlapping      share days with it though neither lies within the other
    """

    before: Period | None
    after: Period | None
    shorter: Period | None
    longer: Period | None
    ending: Period | None
    earlier: Period | None
    alike: Period | None
    overlapping: tuple[Period, ...]

    @property
    def compared(self) -> tuple[Period, ...]:
        """Those whose figures are needed, each once."""
        named = (self.before, self.after, self.shorter, self.longer, self.ending)
        return tuple(dict.fromkeys(p for p in (*named, self.earlier, self.alike) if p))


def find_neighbours(period: Period, others: Iterable[Period], like_length: Decimal) -> Neighbours:
    """The neighbours of `period`. `like_length`: by how many percent of the longer one the lengths
    of two periods alike may differ."""
    others = sorted(set(others) - {period})
    past = [p for p in others if p.stop <= period.start]
    same_start = [p for p in others if p.start == period.start]
    shorter = [p for p in same_start if p.stop < period.stop]

    def is_alike(other: Period) -> bool:
        longest = max(other.days, period.days)
        return abs(other.days - period.days) * 100 <= like_length * longest

    return Neighbours(
        before=max((p for p in past if p.stop == period.start), default=None),
        after=min((p for p in others if p.start == period.stop), default=None),
        shorter=max(shorter, default=None),
        longer=min((p for p in same_start if p.stop > period.stop), default=None),
        ending=max((p for p in others if p.stop == period.stop), default=None),
        earlier=max((*past, *shorter), key=lambda p: (p.stop, p.start), default=None),
        alike=max((p for p in past if is_alike(p)), key=lambda p: (p.stop, p.start), default=None),
        overlapping=tuple(
            p
            for p in others
            if p.start < period.stop
            and period.start < p.stop
            and not p.contains(period)
            and not period.contains(p)
        ),
    )
