"""The letter "đôn đốc": what one department lacks in a period, on a page, ready to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from ttpv.dossier_lists import Dossier
from ttpv.metrics import Status, compute_share
from ttpv.monitor import Figures, Line
from ttpv.reference import Reference
from ttpv.views.formatting import (
    format_count,
    format_date,
    format_share,
)
from ttpv.views.place_date import write_place_date
from ttpv.views.rates import SMALL, RateView, build_line_rate, count_shortfall
from ttpv.views.report.model import SignatureText
from ttpv.views.report.wording import write_period
from ttpv.views.report_gaps import find_blanks
from ttpv.views.source_line import write_source
from ttpv.views.words import SIMULATED, SIMULATED_NOTE

MOST_ROWS = 9
"""Rows of both tables that one page holds, with all that stands around them; two dossiers share
one."""


@dataclass(frozen=True, slots=True)
class LetterRate:
    """A rate below its target: "Tỷ lệ số hóa hồ sơ", "70%", "63,1%", "98 hồ sơ …"."""

    ordinal: str
    name: str
    target: str
    result: str
    lacking: str


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
class LetterView:
    """All texts of the letter; each field is a placeholder of its template.

    What there is nothing to say of is empty; `has_rates` and `has_dossiers` say whether the tables
    have rows, `has_late` whether any dossier was late or is overdue, by code or not. `pairs` are
    the `dossiers` again, down the left side first; `gaps` are what somebody has to add or to know
    before it is signed.
    """

    superior: str
    issuer: str
    symbol: str
    about: str
    place_date: str
    addressee: str
    simulated: str
    period: str
    opening: str
    has_rates: bool
    rates_heading: str
    rates: tuple[LetterRate, ...]
    rates_note: str
    has_late: bool
    late_heading: str
    late_sentence: str
    has_dossiers: bool
    dossiers: tuple[LetterDossier, ...]
    pairs: tuple[LetterPair, ...]
    dossiers_more: str
    requests_heading: str
    requests: tuple[str, ...]
    source: str
    recipients: tuple[str, ...]
    filed: str
    signature: SignatureText
    gaps: tuple[str, ...]

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to urge."""
        return self.has_rates or self.has_late


@dataclass(frozen=True, slots=True)
class LateDossiers:
    """Of the department's dossier lists, the longest due first. `is_whole`: they are of the whole
    period."""

    overdue: Sequence[Dossier] = ()
    late: Sequence[Dossier] = ()
    is_whole: bool = True


def build_letter(
    figures: Figures,
    department: str,
    reference: Reference,
    listed: LateDossiers | None = None,
    *,
    is_simulated: bool = False,
    published_on: date | None = None,
) -> LetterView:
    """`figures` of a selection with the department. `listed` is None where the period has no list;
    without `published_on` there is room to write the day. Raises KeyError on a department that is
    not among them."""
    lines = {line.department.id: line for line in figures.departments if line.department}
    line = lines[department]
    assert line.department is not None
    name, letterhead, centre = line.department.name, reference.letterhead, reference.centre
    rates = [build_line_rate(rate, line, reference) for rate in figures.rates]
    below = _build_rates(rates, line)
    known = _build_dossiers(listed or LateDossiers(), figures.period.last)
    dossiers = known[: 2 * (MOST_ROWS - len(below))]
    late = count_late(line, "resolved_late") + count_late(line, "pending_overdue")
    period = write_period(figures.period)
    named = "" if period.short.startswith("kỳ ") else period.short
    headings = iter(("1", "2", "3"))
    return LetterView(
        superior=letterhead.superior,
        issuer=letterhead.issuer,
        symbol=letterhead.letter_symbol,
        about=f"V/v đôn đốc thực hiện chỉ tiêu và giải quyết hồ sơ {named}".strip(),
        place_date=write_place_date(letterhead.place, published_on),
        addressee=name,
        simulated=f"{SIMULATED.upper()} – {SIMULATED_NOTE}" if is_simulated else "",
        period=period.full,
        opening=(
            f"Qua theo dõi việc tiếp nhận, giải quyết thủ tục hành chính {period.full}, "
            f"{centre.name.removesuffix(f' {centre.province}')} nhận thấy {name} còn những nội "
            "dung cần khắc phục sau đây:"
        ),
        has_rates=bool(below),
        rates_heading=f"{next(headings)}. {_say_below(rates)}" if below else "",
        rates=below,
        rates_note=_say_unknown(rates),
        has_late=late > 0,
        late_heading=f"{next(headings)}. Hồ sơ trễ hạn, quá hạn" if late else "",
        late_sentence=_say_late(line, figures.period.last) if late else "",
        has_dossiers=bool(dossiers),
        dossiers=dossiers,
        pairs=_pair(dossiers),
        dossiers_more=_say_more(len(dossiers), max(late, len(known))) if dossiers else "",
        requests_heading=f"{next(headings)}. Đề nghị {name}:",
        requests=tuple(_build_requests(line, bool(below))),
        source=write_source(figures),
        recipients=letterhead.letter_recipients,
        filed=letterhead.filed,
        signature=SignatureText(
            letterhead.signature.authority, letterhead.signature.title, letterhead.signature.name
        ),
        gaps=tuple(_find_gaps(reference, rates, late, listed)),
    )


def _find_gaps(
    reference: Reference, rates: Sequence[RateView], late: int, listed: LateDossiers | None
) -> Iterator[str]:
    yield from find_blanks(reference, signed=True)
    if late and listed is None:
        yield "Kỳ này không có danh sách hồ sơ, nên văn bản chỉ có số hồ sơ trễ, không có mã."
    if late and listed and not listed.is_whole:
        yield "Danh sách hồ sơ chỉ có cho một phần của kỳ, nên văn bản không có đủ mã hồ sơ trễ."
    if targetless := ", ".join(rate.name for rate in rates if rate.status == "no_target"):
        yield f"Chưa có chỉ tiêu cho: {targetless}; văn bản không nhắc đến."


BELOW: tuple[Status, ...] = ("near", "missed")
JUDGED: tuple[Status, ...] = ("met", *BELOW)


def _build_rates(rates: Sequence[RateView], line: Line) -> tuple[LetterRate, ...]:
    return tuple(
        LetterRate(
            ordinal=str(ordinal),
            name=rate.name,
            target=f"{rate.target}%",
            result=f"{rate.sign}{rate.value}%{f' ({SMALL})' if rate.small else ''}",
            lacking=_say_lacking(rate, line),
        )
        for ordinal, rate in enumerate((r for r in rates if r.status in BELOW), 1)
    )


def _say_lacking(rate: RateView, line: Line) -> str:
    """In dossiers where they can be counted, else in percentage points."""
    lacking = count_shortfall(line.rates[rate.id])
    if lacking:
        return f"{format_count(lacking)} hồ sơ"
    return rate.gap.removeprefix("−")


def _say_below(rates: Sequence[RateView]) -> str:
    judged = [rate for rate in rates if rate.status in JUDGED]
    below = [rate for rate in judged if rate.status in BELOW]
    return f"Chỉ tiêu chưa đạt ({len(below)}/{len(judged)} chỉ tiêu được xét)"


def _say_unknown(rates: Sequence[RateView]) -> str:
    unknown = ", ".join(rate.name for rate in rates if rate.status == "unavailable")
    return f"Chưa đủ số liệu để kết luận: {unknown}." if unknown else ""


def _say_late(line: Line, last: date) -> str:
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


def _build_dossiers(listed: LateDossiers, last: date) -> tuple[LetterDossier, ...]:
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


def _pair(dossiers: Sequence[LetterDossier]) -> tuple[LetterPair, ...]:
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


def _say_more(shown: int, known: int) -> str:
    if known <= shown:
        return ""
    others = format_count(known - shown)
    return f"Còn {others} hồ sơ khác; mã hồ sơ có ở trang Chi tiết đơn vị của bảng theo dõi."


def _build_requests(line: Line, is_below: bool) -> Iterator[str]:
    overdue, late = count_late(line, "pending_overdue"), count_late(line, "resolved_late")
    if overdue:
        yield (
            f"Giải quyết dứt điểm {format_count(overdue)} hồ sơ quá hạn; xin lỗi, hẹn lại ngày trả "
            "theo quy định."
        )
    if late:
        yield f"Làm rõ nguyên nhân {format_count(late)} hồ sơ trả trễ hạn, không để tái diễn."
    if is_below:
        yield "Có biện pháp cụ thể để đạt các chỉ tiêu nêu trên trong kỳ báo cáo tới."
    yield "Gửi kết quả thực hiện về Trung tâm trước ngày ……/……/……… ."


def count_late(line: Line, measure: str) -> int:
    """A count of late or overdue dossiers; what is not known is nothing to urge."""
    return line.counts[measure] or 0
