"""2023 month by month, so that 01/01–25/12 adds up to the real annexes, department by department.

What the annexes hold is apportioned exactly. What they only hold as rates (numerators and
denominators of four of the five) is invented so that the year's rate comes out as published.
"""

from collections.abc import Mapping
from datetime import date

from ttpv.core.periods import Period, add_months
from ttpv.demo.figures import Counts, Month, complete
from ttpv.demo.patterns import (
    apportion,
    apportion_within,
    jitter,
    make_chance,
    season,
    share_of,
    walk_stock,
)
from ttpv.demo.profiles import EID_SHARE, profile_of

ANNEX_YEAR = Period(date(2023, 1, 1), date(2023, 12, 26))
REST = Period(date(2023, 12, 26), date(2024, 1, 1))


def annex_periods() -> list[Period]:
    """January to November, and 01–25/12: together the annexes' 01/01–25/12/2023."""
    starts = [add_months(ANNEX_YEAR.start, month) for month in range(12)]
    return [Period(a, b) for a, b in zip(starts, [*starts[1:], ANNEX_YEAR.stop], strict=True)]


def make_2023(annexes: Mapping[str, Mapping[str, float | int]], seed: int) -> dict[Period, Month]:
    """`annexes` is the published year: department → its figures of both annexes, rates in percent.

    Gives the annexes' twelve periods, and 26–31/12/2023.
    """
    months: dict[Period, Month] = {period: {} for period in annex_periods()}
    months[REST] = {}
    for department, figures in annexes.items():
        rows = _split(department, figures, seed)
        for period, counts in zip(months, [*rows, _rest(department, rows[-1], seed)], strict=True):
            months[period][department] = complete(counts)
    return months


def _split(department: str, year: Mapping[str, float | int], seed: int) -> list[Counts]:
    periods = annex_periods()
    profile = profile_of(department)
    chance = make_chance(seed, 2023, department)
    whole = {name: int(figure) for name, figure in year.items()}
    busy = [season(period, profile.peaks) * jitter(chance, 0.08) for period in periods]

    received = apportion(whole["received_new"], busy)
    stocks = _stocks(whole, received, [jitter(chance, 0.05) for _ in periods])
    opening = [whole["carried_over"], *stocks[:-1]]
    resolved = [o + r - s for o, r, s in zip(opening, received, stocks, strict=True)]
    late = apportion_within(whole["resolved_late"], resolved, [jitter(chance, 0.9) for _ in busy])
    # Who is late this month was overdue when the last one ended; on 25/12 nobody was.
    overdue = [*(min(n, s) for n, s in zip(late[1:], stocks, strict=False)), 0]

    online = _rise(whole["received_online"], received)
    digitised = _parts_of_rate(year["digitisation"], received)
    eid_applicable = [share_of(count, EID_SHARE) for count in received]
    eid_checked = _parts_of_rate(year["eid"], eid_applicable)
    e_results = _parts_of_rate(year["e_result"], resolved)
    paid = _rise(whole["online_transactions"], received)
    fees = _fee_dossiers(year["online_payment"], received, paid)
    direct = apportion(whole["direct_transactions"], [float(count) for count in received])
    money = {
        name: apportion(whole[f"{name}_amount"], [n * jitter(chance, 0.12) for n in counts])
        for name, counts in (("online", paid), ("direct", direct))
    }
    return [
        {
            "received_new": received[at],
            "received_online": online[at],
            "carried_over": opening[at],
            "resolved_on_time": resolved[at] - late[at],
            "resolved_late": late[at],
            "pending_in_time": stocks[at] - overdue[at],
            "pending_overdue": overdue[at],
            "fee_dossiers": fees[at],
            "paid_online": paid[at],
            "eid_applicable": eid_applicable[at],
            "eid_checked": eid_checked[at],
            "digitised": digitised[at],
            "result_dossiers": resolved[at],
            "e_results": e_results[at],
            "online_transactions": paid[at],
            "online_amount": money["online"][at],
            "direct_transactions": direct[at],
            "direct_amount": money["direct"][at],
        }
        for at in range(len(periods))
    ]


def _stocks(whole: Counts, received: list[int], jitters: list[float]) -> list[int]:
    """From the annex's column 6 to its column 10, evenly but for some unrest."""
    first, last = whole["carried_over"], whole["pending_in_time"] + whole["pending_overdue"]
    steps = len(received)
    wishes = [(first + (last - first) * (at + 1) / steps) * jitters[at] for at in range(steps)]
    return walk_stock(first, last, received, wishes)


def _rise(total: int, wholes: list[int]) -> list[int]:
    """`total` among the months so that its share of them rises; the less, the nearer to all."""
    steepness = 0.4 * (1 - total / max(1, sum(wholes)))
    last = len(wholes) - 1
    weights = [1 + steepness * (at / last - 0.5) for at in range(len(wholes))]
    return apportion_within(total, wholes, weights)


def _parts_of_rate(rate: float | int, wholes: list[int]) -> list[int]:
    return _rise(share_of(sum(wholes), float(rate) / 100), wholes)


def _fee_dossiers(rate: float | int, received: list[int], paid: list[int]) -> list[int]:
    """Dossiers that owe a fee, as many as the published rate says: paid online / rate."""
    if not rate:
        return [0] * len(received)
    owing = min(sum(received), int(sum(paid) * 100 / float(rate) + 0.5))
    room = [count - done for count, done in zip(received, paid, strict=True)]
    unpaid = apportion_within(max(0, owing - sum(paid)), room, [1.0] * len(room))
    return [done + more for done, more in zip(paid, unpaid, strict=True)]


def _rest(department: str, december: Counts, seed: int) -> Counts:
    """26–31/12/2023, after the report: about a fifth of what the 25 days before it brought."""
    received = share_of(december["received_new"], jitter(make_chance(seed, department), 0.1) / 5)
    opening = december["pending_in_time"] + december["pending_overdue"]
    resolved = min(opening + received, share_of(received, 0.9))

    def like(whole: int, measure: str, of: str) -> int:
        return share_of(whole, december[measure] / max(1, december[of]))

    fees, eid = like(received, "fee_dossiers", "received_new"), share_of(received, EID_SHARE)
    paid = like(fees, "paid_online", "fee_dossiers")
    direct = like(received, "direct_transactions", "received_new")
    direct_before = max(1, december["direct_transactions"])
    return {
        "received_new": received,
        "received_online": like(received, "received_online", "received_new"),
        "carried_over": opening,
        "resolved_on_time": resolved,
        "resolved_late": 0,
        "pending_in_time": opening + received - resolved,
        "pending_overdue": 0,
        "fee_dossiers": fees,
        "paid_online": paid,
        "eid_applicable": eid,
        "eid_checked": like(eid, "eid_checked", "eid_applicable"),
        "digitised": like(received, "digitised", "received_new"),
        "result_dossiers": resolved,
        "e_results": like(resolved, "e_results", "result_dossiers"),
        "online_transactions": paid,
        "online_amount": paid * december["online_amount"] // max(1, december["paid_online"]),
        "direct_transactions": direct,
        "direct_amount": direct * december["direct_amount"] // direct_before,
    }
