"""The late and overdue dossiers of a letter: in numbers, and by code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from ttpv.dossier_lists import Dossier
from ttpv.metrics import compute_share
from ttpv.monitor import Line
from ttpv.views.formatting import format_count, format_date, format_share


@dataclass(frozen=True, slots=True)
class LetterDossier:
    """A late or overdue dossier, without its applicant; one that fills a row up is all empty."""

    ordinal: str
    code: str
    received: str
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class LetterPair:
    """Two dossiers in one row of a table."""

    left: LetterDossier
    right: LetterDossier


@dataclass(frozen=True, slots=True)
class LateDossiers:
    """Of the department's dossier lists, the longest due first. `is_whole`: they are of the whole
    period."""

    overdue: Sequence[Dossier] = ()
    late: Sequence[Dossier] = ()
    is_whole: bool = True


def say_late(line: Line, last: date) -> str:
    resolved, late = line.counts["resolved"], line.counts["resolved_late"]
    pending, overdue = line.counts["pending"], line.counts["pending_overdue"]
    parts = []
    if resolved is not None and late is not None:
        share = format_share(compute_share(late, resolved)).replace(" %", "%")
        told = f", chiếm {share}" if late else ""
        parts.append(
            f"trong kỳ đã giải quyết {format_count(resolved)} hồ sơ, trong đó trễ hạn "
            f"{format_count(late)} hồ sơ{told}"
        )
    if pending is not None and overdue is not None:
        told = f"trong đó quá hạn {format_count(overdue)} hồ sơ" if overdue else "không quá hạn"
        waiting = f"{format_count(pending)} hồ sơ, {told}"
        parts.append(f"đến hết ngày {format_date(last)} đang giải quyết {waiting}")
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def build_dossiers(listed: LateDossiers, last: date) -> tuple[LetterDossier, ...]:
    """Those that still wait first."""
    waiting = [(dossier, _say_waiting(dossier, last)) for dossier in listed.overdue]
    done = [(dossier, _say_done(dossier)) for dossier in listed.late]
    return tuple(
        LetterDossier(
            ordinal=str(ordinal),
            code=dossier.code,
            received=format_date(dossier.received.date()) if dossier.received else "",
            due=format_date(dossier.due.date()) if dossier.due else "",
            state=state,
        )
        for ordinal, (dossier, state) in enumerate((*waiting, *done), 1)
    )


def pair_dossiers(dossiers: Sequence[LetterDossier]) -> tuple[LetterPair, ...]:
    half = -(-len(dossiers) // 2)
    blank = LetterDossier("", "", "", "", "")
    return tuple(
        LetterPair(left, right)
        for left, right in zip_longest(dossiers[:half], dossiers[half:], fillvalue=blank)
    )


def _say_waiting(dossier: Dossier, last: date) -> str:
    days = (last - dossier.due.date()).days if dossier.due else 0
    return f"Quá hạn {days} ngày" if days > 0 else "Quá hạn"


def _say_done(dossier: Dossier) -> str:
    if dossier.returned is None:
        return "Trả trễ hạn"
    return f"Trả trễ {format_date(dossier.returned.date())}"


def say_more(shown: int, known: int) -> str:
    if known <= shown:
        return ""
    others = format_count(known - shown)
    return f"Còn {others} hồ sơ khác; mã hồ sơ có ở trang Chi tiết đơn vị của bảng theo dõi."


def count_late(line: Line, measure: str) -> int:
    """A count of late or overdue dossiers; what is not known is nothing to urge."""
    return line.counts[measure] or 0
