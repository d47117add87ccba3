"""The distance to a target in dossiers, as a leader reads it: own, summed, and who lacks most."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ttpv.compare import Distance, Shortfall
from ttpv.core.decimals import decimal_from_fraction, round_half_up
from ttpv.reference import Rate
from ttpv.views.formatting import format_count, format_decimal, format_target
from ttpv.views.words import CENTRE

_FULL = Decimal(100)
_NUMBER_WORDS = {2: "hai", 3: "ba"}


@dataclass(frozen=True, slots=True)
class DistanceView:
    """`own`: the centre's sentence; `sum`: that of its departments together; `short`: both in a
    few words, for beside a gauge. `lacking` by department id, "–" where it is not known."""

    own: str
    sum: str
    short: str
    lacking: Mapping[str, str]


def build_distance(
    rate: Rate,
    distance: Distance,
    target: Decimal | None,
    names: Mapping[str, str],
    who: str = CENTRE,
) -> DistanceView:
    """`target` is that of `who`, in percent; `names` by department id."""
    return DistanceView(
        own=_write_own(rate, distance.own, target, who),
        sum=_write_sum(rate, distance, names),
        short=_write_short(rate, distance, names),
        lacking={
            shortfall.department: format_count(shortfall.lacking)
            for shortfall in distance.departments
            if shortfall.department
        },
    )


def _write_own(rate: Rate, own: Shortfall, target: Decimal | None, who: str) -> str:
    if own.why == "no_target":
        return "Chưa có chỉ tiêu cho kỳ này, nên không có khoảng cách để tính."
    if own.lacking is None:
        return "Không tính được số hồ sơ còn thiếu: chưa có tử số và mẫu số của tỷ lệ."
    if not own.lacking:
        return f"{who} đã đạt chỉ tiêu {format_target(target)} %."
    lacking = f"{format_count(own.lacking)} {rate.noun}"
    return f"{who} còn thiếu {lacking} để đạt {format_target(target)} %."


def _write_sum(rate: Rate, distance: Distance, names: Mapping[str, str]) -> str:
    """Labelled as what it is: it differs from the centre's own distance."""
    if distance.unknown:
        who = ", ".join(names[department] for department in distance.unknown)
        return (
            "Không cộng được phần còn thiếu của các đơn vị: chưa có chỉ tiêu hoặc tử số, mẫu số "
            f"của {who}."
        )
    if not distance.total:
        return "Không đơn vị nào còn thiếu hồ sơ."
    total = f"{format_count(distance.total)} {rate.noun}"
    return f"Cộng phần còn thiếu của từng đơn vị: {total}; {_write_leading(distance, names)}."


def _write_short(rate: Rate, distance: Distance, names: Mapping[str, str]) -> str:
    """ "thiếu 12.345 hồ sơ trực tuyến; ba sở chiếm 62 %": the share is of the departments' sum."""
    if not distance.own.lacking:
        return ""
    parts = [f"thiếu {format_count(distance.own.lacking)} {rate.noun}"]
    if distance.leading:
        parts.append(_write_leading(distance, names, named=False))
    return "; ".join(parts)


def _write_leading(distance: Distance, names: Mapping[str, str], named: bool = True) -> str:
    assert distance.leading_share is not None
    share = f"{_share(decimal_from_fraction(distance.leading_share))} %"
    who = [names[department] for department in distance.leading]
    if len(who) == 1:
        return f"riêng {who[0]} chiếm {share}"
    noun = "sở" if all(name.startswith("Sở ") for name in who) else "đơn vị"
    words = f"{_NUMBER_WORDS[len(who)]} {noun} chiếm {share}"
    return f"{words} ({', '.join(who)})" if named else words


def _share(share: Decimal) -> str:
    """62: whole percents, but 99,6 is not all of it."""
    places = 0
    while share < _FULL and round_half_up(share, places) == _FULL:
        places += 1
    return format_decimal(share, places)
