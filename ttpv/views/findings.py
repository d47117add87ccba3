"""Findings as whole sentences, with what a link needs to lead to the view that shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import Fall, Finding, OnlyDirect, PartOfWhole, Revision, StockBreak
from ttpv.core.decimals import decimal_from_fraction
from ttpv.reference import Reference, RuleId
from ttpv.views.formatting import (
    format_change,
    format_count,
    format_pair,
    format_points,
    format_rate,
    format_share,
    format_target,
    lower_first,
    name_period,
)
from ttpv.views.words import CENTRE


@dataclass(frozen=True, slots=True)
class FindingView:
    """One line of "Cần chú ý". `department` and `rate` are ids for the link; None: the centre's,
    or about no rate. `figure` is the one figure to show large, `sentence` says it all, `words` the
    same without who and when."""

    rule: RuleId
    title: str
    department: str | None
    name: str
    rate: str | None
    period: str
    figure: str
    sentence: str
    words: str


def build_findings(
    findings: Iterable[Finding], reference: Reference, names: Mapping[str, str]
) -> list[FindingView]:
    """The views in the order of `findings`; `names` by department id."""
    return [_build(finding, reference, names) for finding in findings]


def _build(finding: Finding, reference: Reference, names: Mapping[str, str]) -> FindingView:
    name = CENTRE if finding.department is None else names[finding.department]
    figure, words = _write(finding, reference)
    return FindingView(
        rule=finding.rule,
        title=reference.findings.rule(finding.rule).title,
        department=finding.department,
        name=name,
        rate=finding.rate,
        period=name_period(finding.period),
        figure=figure,
        sentence=f"{name}, {lower_first(name_period(finding.period))}: {words}",
        words=words[0].upper() + words[1:],
    )


def _write(finding: Finding, reference: Reference) -> tuple[str, str]:
    detail = finding.detail
    match detail:
        case Fall():
            return _write_fall(finding.rule, detail, reference)
        case PartOfWhole():
            return _write_share(detail, reference)
        case OnlyDirect():
            return _write_only_direct(detail, reference)
        case Revision():
            return _write_revision(detail, reference)
        case StockBreak():
            return _write_break(detail, reference)


def _write_fall(rule: RuleId, fall: Fall, reference: Reference) -> tuple[str, str]:
    name = lower_first(reference.title(fall.rate))
    lost = format_points(fall.before - fall.value)[1:]
    before, value = format_pair(fall.before, fall.value)
    at_least, since = "ít nhất " if fall.at_least else "", lower_first(name_period(fall.since))
    if rule == "declines":
        return (
            f"{value} %",
            f"{name} giảm {at_least}{fall.times} kỳ liên tiếp, từ {before} % ({since}) "
            f"xuống {value} % ({lost}).",
        )
    value = format_rate(fall.value, fall.target)
    row = f", đã giảm {at_least}{fall.times} kỳ liên tiếp" if fall.times > 1 else ""
    return (
        f"{value} %",
        f"{name} là {value} %, dưới chỉ tiêu {format_target(fall.target)} % "
        f"và giảm {lost} so với {since}{row}.",
    )


def _write_share(detail: PartOfWhole, reference: Reference) -> tuple[str, str]:
    rule, share = reference.findings.overdue, format_share(decimal_from_fraction(detail.share))
    part = f"{format_count(detail.part)} {lower_first(reference.title(rule.part))}"
    whole = f"{format_count(detail.whole)} {lower_first(reference.title(rule.whole))}"
    return share, f"có {part} trong {whole} ({share})."


def _write_only_direct(detail: OnlyDirect, reference: Reference) -> tuple[str, str]:
    rule, count = reference.findings.no_online_payment, format_count(detail.transactions)
    direct, online = (lower_first(reference.title(m)) for m in (rule.direct, rule.online))
    figure = f"{count} {reference.measures[rule.direct].unit}"
    return figure, f"có {count} {direct} thu phí, lệ phí nhưng không có {online} nào."


def _write_revision(revision: Revision, reference: Reference) -> tuple[str, str]:
    name = lower_first(reference.title(revision.field))
    found, expected, change = _write_figures(revision, reference)
    if revision.kind == "revised":
        return change, (
            f"lũy kế {name} đổi từ {expected} thành {found}; "
            "hệ thống nguồn đã điều chỉnh số liệu các kỳ trước."
        )
    if revision.kind == "exceeds":
        return change, (
            f"hiệu của hai số lũy kế cho {found} {name}, nhiều hơn số mà nó nằm trong "
            f"({expected}), nên để trống; hệ thống nguồn đã điều chỉnh số liệu các kỳ trước."
        )
    made = "tính từ" if revision.field in reference.rates else "cộng"
    return change, (
        f"{name} là {found} theo tệp xuất của đúng kỳ này, "
        f"nhưng {made} các kỳ thành phần được {expected}."
    )


def _write_figures(revision: Revision, reference: Reference) -> tuple[str, str, str]:
    """What was found, what was expected, and the difference: counts with a unit, or percents."""
    if revision.field in reference.rates:
        found, expected = Decimal(revision.found), Decimal(revision.expected)
        left, right = format_pair(expected, found)
        return f"{right} %", f"{left} %", format_points(found - expected)
    found_count, expected_count = int(revision.found), int(revision.expected)
    unit = reference.measures[revision.field].unit
    return (
        f"{format_count(found_count)} {unit}",
        format_count(expected_count),
        f"{format_change(found_count - expected_count)} {unit}",
    )


def _write_break(stock: StockBreak, reference: Reference) -> tuple[str, str]:
    measure = reference.measures[stock.measure]
    change = f"{format_change(stock.opening - stock.closing)} {measure.unit}"
    return change, (
        f"{lower_first(measure.name)} là {format_count(stock.opening)} {measure.unit}, "
        f"nhưng {lower_first(name_period(stock.before))} kết thúc với "
        f"{format_count(stock.closing)}."
    )
