"""A judged rate as a gauge or a table cell shows it: texts and positions, nothing to compute."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import count_lacking, is_small
from ttpv.core.no_rate import ESTIMATED, WITHIN
from ttpv.metrics import MetricValue, RateFigure, Status
from ttpv.monitor import Figures, Line
from ttpv.reference import Measure, Rate, Reference
from ttpv.views.formatting import (
    NONE,
    format_count,
    format_gap,
    format_interval,
    format_percent,
    format_rate,
    format_target,
)
from ttpv.views.words import BASIS_NOTES, STATUS_WORDS

SMALL = "số nhỏ"


@dataclass(frozen=True, slots=True)
class RateView:
    """One rate, ready to draw.

    `value` is the big figure without its sign and unit ("66,2"), empty where there is none; then
    `words` stands in its place: the interval in which it lies, or a dash. `note` is the line below:
    numerator / denominator, or on what the value rests. `position`, `tick` and `band` are percent
    of the scale. `small`: over few dossiers, so that it is marked and not ranked.
    """

    id: str
    name: str
    short: str
    value: str
    sign: str
    words: str
    note: str
    reason: str
    status: Status
    status_word: str
    target: str
    gap: str
    position: float | None
    tick: float | None
    band: tuple[float, float] | None
    sort_key: float | None
    small: bool = False

    @property
    def cell(self) -> str:
        """What a table's cell says: "≈ 66,2", "trong 98,0–99,9", "không phát sinh"."""
        if self.value:
            return f"{self.sign}{self.value}"
        return f"{WITHIN} {self.words}" if self.band else self.status_word.lower()

    @property
    def marked_gap(self) -> str:
        """The gap; that of an estimate is one itself."""
        return f"{self.sign}{self.gap}" if self.gap else ""

    @property
    def lacking(self) -> str:
        """How far below the target: "5,7 điểm %", of an estimate "≈ 5,7 điểm %"."""
        return f"{self.sign}{self.gap.removeprefix('−')}"

    @property
    def spoken(self) -> str:
        """The gauge in one sentence, for those who do not see it."""
        value = f"{self.sign}{self.value} %, " if self.value else ""
        target = f"chỉ tiêu {self.target} %, " if self.target else ""
        small = f", {SMALL}" if self.small else ""
        return f"{self.name}: {value}{target}{self.status_word.lower()}{small}"


def build_rate(
    rate: Rate, figure: RateFigure, denominator: Measure | None = None, *, small: bool = False
) -> RateView:
    """The view of one rate. `denominator` names the unit of its parts."""
    metric = figure.metric
    return RateView(
        id=rate.id,
        name=rate.name,
        short=rate.short,
        value="" if metric.value is None else format_rate(metric.value, figure.target),
        sign=sign_of(metric),
        words="" if metric.value is not None else format_interval(metric.interval),
        note=_note(figure, denominator),
        reason=metric.reason or "",
        status=figure.status,
        status_word=name_status(figure),
        target="" if figure.target is None else format_target(figure.target),
        gap="" if figure.gap is None else format_gap(figure.gap),
        position=None if metric.value is None else _clip(metric.value),
        tick=None if figure.target is None else _clip(figure.target),
        band=_band(figure),
        sort_key=None if metric.value is None or small else float(metric.value),
        small=small,
    )


def sign_of(metric: MetricValue) -> str:
    """What stands before a value that is an estimate."""
    return f"{ESTIMATED} " if metric.basis == "estimated" else ""


def write_metric(metric: MetricValue, target: Decimal | None = None) -> str:
    """ "66,2 %", "≈ 46,4 %", or a dash."""
    if metric.value is None:
        return NONE
    return sign_of(metric) + format_percent(format_rate(metric.value, target))


def _note(figure: RateFigure, denominator: Measure | None) -> str:
    metric = figure.metric
    if metric.numerator is not None:
        unit = f" {denominator.unit}" if denominator else ""
        return f"{format_count(metric.numerator)} / {format_count(metric.denominator)}{unit}"
    if metric.value is None and metric.interval:
        return "giá trị thật nằm trong khoảng này"
    return BASIS_NOTES[metric.basis]


def name_status(figure: RateFigure) -> str:
    """An estimate too coarse for its target has a value, but no verdict."""
    if figure.status == "unavailable" and figure.metric.value is not None:
        return "Không kết luận được"
    return STATUS_WORDS[figure.status]


def _band(figure: RateFigure) -> tuple[float, float] | None:
    if figure.metric.value is not None or figure.metric.interval is None:
        return None
    low, high = figure.metric.interval
    return _clip(low), _clip(high)


def _clip(value: Decimal) -> float:
    return float(min(max(value, Decimal(0)), Decimal(100)))


def build_line_rate(rate: Rate, line: Line, reference: Reference, *, unit: bool = True) -> RateView:
    """A rate of a department or of the selection, marked where it rests on few dossiers."""
    denominator = reference.measures[rate.denominator] if unit else None
    small = rests_on_few(rate.id, line, reference)
    return build_rate(rate, line.rates[rate.id], denominator, small=small)


def rests_on_few(rate: str, line: Line, reference: Reference) -> bool:
    """Whether the line's rate is over fewer dossiers than centre.toml's small_denominator."""
    counted = line.counts[reference.rates[rate].denominator]
    return is_small(line.rates[rate].metric, counted, reference.centre.small_denominator)


def count_shortfall(figure: RateFigure) -> int | None:
    """Dossiers that lack to the target (`compare.distance`).

    Only where numerator and denominator are known and a target is in force; None elsewhere.
    """
    metric = figure.metric
    if metric.numerator is None or metric.denominator is None or figure.target is None:
        return None
    return count_lacking(metric.numerator, metric.denominator, figure.target)


def write_shortfall(rate: Rate, figure: RateFigure) -> str:
    """ "Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50 %"; empty where none lacks or none is known."""
    lacking = count_shortfall(figure)
    if not lacking:
        return ""
    target = format_percent(format_target(figure.target))
    return f"Còn thiếu {format_count(lacking)} {rate.noun} để đạt {target}"


def rank_line(
    rate: str, line: Line, others: Iterable[Line], reference: Reference
) -> tuple[int, int] | None:
    """(place, of how many) by value, highest first; equal values share a place.

    Departments without a value (not applicable, unavailable) and those whose rate rests on few
    dossiers take no place.
    """
    own = line.rates[rate].metric.value
    values = [
        value
        for other in others
        if (value := other.rates[rate].metric.value) is not None
        and not rests_on_few(rate, other, reference)
    ]
    if own is None or rests_on_few(rate, line, reference):
        return None
    return 1 + sum(value > own for value in values), len(values)


def lacks_transactions(rate: Rate, figures: Figures) -> bool:
    """Whether nothing is known of fee transactions, so that nobody can be said to have none.

    Departments that met the target are then counted over all of them (DOMAIN, ratios 2).
    """
    fields = {field for entry in figures.entries for field in entry.fields}
    return rate.online is not None and rate.online not in fields
