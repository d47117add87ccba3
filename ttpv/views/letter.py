"""The letter "đôn đốc": what one department lacks in a period, on a page, ready to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ttpv.metrics import Status
from ttpv.monitor import Figures, Line
from ttpv.reference import Reference
from ttpv.views.formatting import format_count
from ttpv.views.letter_dossiers import (
    LateDossiers,
    LetterDossier,
    LetterPair,
    build_dossiers,
    count_late,
    pair_dossiers,
    say_late,
    say_more,
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
BELOW: tuple[Status, ...] = ("near", "missed")
JUDGED: tuple[Status, ...] = ("met", *BELOW)


@dataclass(frozen=True, slots=True)
class LetterRate:
    """A rate below its target: "Tỷ lệ số hóa hồ sơ", "70%", "63,1%", "98 hồ sơ"."""

    ordinal: str
    name: str
    target: str
    result: str
    lacking: str


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
    known = build_dossiers(listed or LateDossiers(), figures.period.last)
    dossiers = known[: 2 * max(0, MOST_ROWS - len(below))]
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
        late_sentence=say_late(line, figures.period.last) if late else "",
        has_dossiers=bool(dossiers),
        dossiers=dossiers,
        pairs=pair_dossiers(dossiers),
        dossiers_more=say_more(len(dossiers), max(late, len(known))) if dossiers else "",
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
    return rate.lacking


def _say_below(rates: Sequence[RateView]) -> str:
    judged = [rate for rate in rates if rate.status in JUDGED]
    below = [rate for rate in judged if rate.status in BELOW]
    return f"Chỉ tiêu chưa đạt ({len(below)}/{len(judged)} chỉ tiêu được xét)"


def _say_unknown(rates: Sequence[RateView]) -> str:
    unknown = ", ".join(rate.name for rate in rates if rate.status == "unavailable")
    return f"Chưa đủ số liệu để kết luận: {unknown}." if unknown else ""


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
