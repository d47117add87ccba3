"""What is odd about dossiers that are right in form: let through, and said with their number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ttpv.core.periods import Period
from ttpv.readers.dossiers.raw import Mask, Numbers
from ttpv.readers.dossiers.times import NONE, Times
from ttpv.readers.dossiers.values import BLANK
from ttpv.reference import DossierLayout

_EPOCH = date(1970, 1, 1)
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class GoodRows:
    """The rows without errors, `good` among a batch's `times` and `values`."""

    layout: DossierLayout
    period: Period
    times: Mapping[str, Times]
    values: Mapping[str, Numbers]
    good: Numbers


def find_warnings(rows: GoodRows) -> dict[tuple[str, str], Mask]:
    """(code, column) → which of the good rows. What lies outside the period is only that."""
    start, stop = _seconds(rows.period.start), _seconds(rows.period.stop)
    received, due, returned = (
        rows.times[column].seconds[rows.good] for column in ("received", "due", "returned")
    )
    means = np.array([status.means for status in rows.layout.statuses])
    meaning = means[rows.values["status"][rows.good]]
    is_returned, has_due = returned != NONE, due != NONE
    is_done = is_returned & (returned < stop)
    counted = meaning != "not_counted"
    outside = counted & ((received >= stop) | (is_returned & (returned < start)))
    inside = counted & ~outside
    resolved, suspended = meaning == "resolved", meaning == "suspended"
    at_midnight = ~rows.times["due"].is_day[rows.good] & (due % _DAY_SECONDS == 0)
    found = {
        ("dossier_outside_period", "received"): outside,
        ("dossier_not_returned", "returned"): inside & resolved & ~is_returned,
        ("dossier_returned_open", "status"): inside & ~resolved & is_done,
        ("dossier_due_missing", "due"): inside & ~has_due,
        ("dossier_due_early", "due"): inside & has_due & (due < received),
        ("dossier_due_midnight", "due"): inside & has_due & at_midnight,
        ("dossier_suspended_overdue", "due"): inside
        & suspended
        & has_due
        & (due < stop)
        & ~is_done,
    }
    if "fee" in rows.values and "payment" in rows.values:
        found["dossier_fee_contradicts", "payment"] = inside & _contradicts(rows)
    return found


def is_day_for_month(codes: Any, received: Numbers) -> Mask:
    """Which dossiers were received on the day of their code (…-yyMMdd-…) if day and month are
    exchanged, and not otherwise: 05/12 that was written, or read, as the 12th of May."""
    dates = pc.extract_regex(codes, r"-(?P<day>\d{6})-\d+$").field("day")
    printed = pc.cast(pc.fill_null(dates, "0"), pa.int64()).to_numpy(zero_copy_only=False)
    days = (received // _DAY_SECONDS).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    year = months.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    day = (days - months).astype(np.int64) + 1
    swapped: Mask = (printed == year % 100 * 10_000 + day * 100 + month) & (day != month)
    return swapped


def _contradicts(rows: GoodRows) -> Mask:
    """A fee that is said not to be taken, or a way of paying nothing. Not yet paid is neither."""
    free = [place for place, value in enumerate(rows.layout.payments) if value.id == "none"]
    fee, payment = rows.values["fee"][rows.good], rows.values["payment"][rows.good]
    contradicts: Mask = (payment != BLANK) & (np.isin(payment, free) != (fee <= 0))
    return contradicts


def _seconds(day: date) -> int:
    return (day - _EPOCH).days * _DAY_SECONDS
