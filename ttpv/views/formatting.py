"""Numbers and dates as Vietnamese texts write them: 99.364 · 66,2 % · 10.998.351.456 đ."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from ttpv.core.decimals import decimal_from_fraction, round_half_up, truncate
from ttpv.core.periods import Period
from ttpv.core.text import format_number

NONE = "–"
UNCHANGED = "không đổi"
POINTS = " điểm %"
_BILLION = Decimal(10**9)
_MOST_PLACES = 12
_ENDS = (0, 100)
_KIND_WORDS = {
    "month": "Tháng",
    "quarter": "Quý",
    "half": "6 tháng",
    "nine_months": "9 tháng",
    "year": "Năm",
    "other": "Kỳ",
}


def format_count(count: int | None) -> str:
    """99364 → "99.364"; a missing one is a dash, never 0."""
    return NONE if count is None else format_number(count)


def format_amount(amount: int | None) -> str:
    """Đồng: 10998351456 → "10.998.351.456 đ"."""
    return NONE if amount is None else f"{format_number(amount)} đ"


def format_billions(amount: int | None) -> str:
    """Đồng in tỷ, truncated to one decimal as reports do: 10998351456 → "10,9 tỷ đồng"."""
    if amount is None:
        return NONE
    return f"{_fixed(truncate(Decimal(amount) / _BILLION, 1))} tỷ đồng"


def format_decimal(value: Decimal | None, places: int) -> str:
    """Rounded half up to exactly `places` decimals, with a comma."""
    return NONE if value is None else _fixed(round_half_up(value, places))


def _fixed(value: Decimal) -> str:
    whole, _, decimals = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def format_rate(value: Decimal | None, target: Decimal | None = None) -> str:
    """A rate with one decimal; with two where one would hide on which side of the target it is.

    49,96 is not 50: it shows as "49,96", for "50,0" beside a missed target of 50 would look wrong.
    """
    if value is None:
        return NONE
    return _fixed(round_half_up(value, count_places(value, target)))


def count_places(value: Decimal, target: Decimal | None) -> int:
    """How many decimals a rate is shown with."""
    if target is None:
        return 1
    for places in range(1, _MOST_PLACES):
        if (round_half_up(value, places) >= target) == (value >= target):
            return places
    return _MOST_PLACES


def format_target(target: Decimal | None) -> str:
    """50 → "50", 66.5 → "66,5"."""
    return NONE if target is None else format_number(target)


def format_percent(number: str) -> str:
    """A written number with its sign: "66,2" → "66,2 %"; the one style of all texts. Where it is
    drawn on a page, `ui.html.text` keeps the two on one line."""
    return f"{number} %"


def format_share(share: Decimal | None) -> str:
    """A share, "99,95 %"."""
    if share is None:
        return NONE
    return format_percent(format_decimal(share, count_share_places(share)))


def count_share_places(share: Decimal) -> int:
    """Two: one would print 100,0 % beside 46 late dossiers. More where two would still say all or
    nothing: 99,998 % beside two of them."""
    places = 2
    while share not in _ENDS and round_half_up(share, places) in _ENDS and places < _MOST_PLACES:
        places += 1
    return places


def format_gap(gap: Decimal | None) -> str:
    """The distance to a target: "−5,7 điểm %"; on it to the digit "đúng bằng chỉ tiêu"."""
    return "đúng bằng chỉ tiêu" if gap == 0 else format_points(gap)


def format_points(gap: Decimal | None) -> str:
    """A difference in percentage points with its sign: "+16,2 điểm %", "−5,7 điểm %", "không đổi".

    With more decimals where one would make it nothing: "−0,04 điểm %".
    """
    if gap is None:
        return NONE
    if not gap:
        return UNCHANGED
    sign = "−" if gap < 0 else "+"
    return f"{sign}{format_decimal(abs(gap), count_gap_places(gap))}{POINTS}"


def count_gap_places(gap: Decimal) -> int:
    """How many decimals a difference is shown with: one, or as many as it needs not to be 0."""
    places = 1
    while gap and not round_half_up(gap, places) and places < _MOST_PLACES:
        places += 1
    return places


def format_effect(effect: Fraction) -> str:
    """What a department did to a rate, in percentage points: "+1,2 điểm %", "0 điểm %"."""
    return format_points(decimal_from_fraction(effect)) if effect else f"0{POINTS}"


def format_change(change: int) -> str:
    """A difference of counts with its sign: "+266", "−3", "0"."""
    sign = "−" if change < 0 else "+" if change else ""
    return f"{sign}{format_number(abs(change))}"


def format_pair(before: Decimal | None, after: Decimal | None) -> tuple[str, str]:
    """Two rates beside each other, with as many decimals (one at least) as tell them apart."""
    places = 1
    if before is not None and after is not None and before != after:
        while places < _MOST_PLACES and round_half_up(before, places) == round_half_up(
            after, places
        ):
            places += 1
    left, right = (format_decimal(value, places) for value in (before, after))
    return left, right


def format_interval(interval: tuple[Decimal, Decimal] | None) -> str:
    """(98, 99.9) → "98,0–99,9"."""
    if interval is None:
        return NONE
    return "–".join(format_decimal(end, 1) for end in interval)


def format_date(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def format_moment(moment: datetime) -> str:
    """Local time of the machine that shows it."""
    return f"{moment.astimezone():%H:%M %d/%m/%Y}"


def format_period(period: Period) -> str:
    """ "01/01/2023 – 25/12/2023"."""
    return f"{format_date(period.start)} – {format_date(period.last)}"


def name_period(period: Period) -> str:
    """A period as one chooses it: "Tháng 12/2023", "Quý IV/2023", else its two dates."""
    if period.start.day == 1 and period.kind != "other":
        month, year = period.start.month, period.start.year
        if period.kind == "month":
            return f"Tháng {month:02d}/{year}"
        if period.kind == "quarter" and month % 3 == 1:
            return f"Quý {('I', 'II', 'III', 'IV')[month // 3]}/{year}"
        if period.kind == "half" and month in (1, 7):
            return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
        if month == 1:
            return f"{_KIND_WORDS[period.kind]} {year}".replace("9 tháng", "9 tháng đầu năm")
    return format_period(period)


def lower_first(name: str) -> str:
    """A name within a sentence: "Tháng 12/2023" → "tháng 12/2023"; dates stay."""
    return name[:1].lower() + name[1:]
