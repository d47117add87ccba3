"""Like with like: the periods that stand beside a period, or none.

`previous` is the latest like period before it; `year before` the same one a year earlier; `to date`
from the year's start to its last day. Periods are written as people do, the last day included.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import dates, read_table
from ttpv.compare import LikePeriods, find_like_periods
from ttpv.compare.like import count_months
from ttpv.core.periods import Period, add_months

HEADS = {
    "previous": "previous",
    "year before": "year_before",
    "to date": "year_to_date",
    "to date before": "year_to_date_before",
}


def written(period: Period | None) -> str:
    return "none" if period is None else f"{period.start:%d/%m/%y}–{period.last:%d/%m/%y}"


def parse(cell: str) -> Period:
    days = [date(2000 + int(d[6:]), int(d[3:5]), int(d[:2])) for d in cell.split("–")]
    return Period.inclusive(*days)


def check(text: str, month_start: int = 1) -> None:
    expected = read_table(text)
    found = []
    for row in expected:
        like = find_like_periods(parse(row["wanted"]), month_start)
        heads = {head: written(getattr(like, HEADS[head])) for head in row if head in HEADS}
        found.append(row | heads)
    assert found == expected


def test_whole_months_against_as_many_months():
    """The kind decides, not the days: 28 days of February against 31 of January. A year before
    01/02–29/02/24 lies 01/02–28/02/23, and the other way round."""
    check(
        """
        what          | wanted            | previous          | year before
        month         | 01/12/23–31/12/23 | 01/11/23–30/11/23 | 01/12/22–31/12/22
        January       | 01/01/23–31/01/23 | 01/12/22–31/12/22 | 01/01/22–31/01/22
        leap          | 01/02/24–29/02/24 | 01/01/24–31/01/24 | 01/02/23–28/02/23
        after a leap  | 01/02/25–28/02/25 | 01/01/25–31/01/25 | 01/02/24–29/02/24
        15th to 14th  | 15/02/24–14/03/24 | 15/01/24–14/02/24 | 15/02/23–14/03/23
        21st to 20th  | 21/12/23–20/01/24 | 21/11/23–20/12/23 | 21/12/22–20/01/23
        quarter       | 01/10/23–31/12/23 | 01/07/23–30/09/23 | 01/10/22–31/12/22
        first quarter | 01/01/24–31/03/24 | 01/10/23–31/12/23 | 01/01/23–31/03/23
        half          | 01/07/23–31/12/23 | 01/01/23–30/06/23 | 01/07/22–31/12/22
        year          | 01/01/24–31/12/24 | 01/01/23–31/12/23 | 01/01/23–31/12/23
        two months    | 01/11/23–31/12/23 | 01/09/23–31/10/23 | 01/11/22–31/12/22
        no quarter    | 01/02/24–30/04/24 | 01/11/23–31/01/24 | 01/02/23–30/04/23
        two years     | 01/01/22–31/12/23 | 01/01/20–31/12/21 | none
        """
    )


def test_a_part_so_far_against_the_same_days():
    """01–25/12 is a month so far: beside it the first 25 days of November, not the 25 days that
    end on 30/11. February has no 30th, so nothing is like 01–30/03. The report of 2023 is of a
    year so far; the same days of 2022 are both its previous period and the one a year before."""
    check(
        """
        what                | wanted            | previous          | year before
        month so far        | 01/12/23–25/12/23 | 01/11/23–25/11/23 | 01/12/22–25/12/22
        January so far      | 01/01/24–25/01/24 | 01/12/23–25/12/23 | 01/01/23–25/01/23
        no such days        | 01/03/24–30/03/24 | none              | 01/03/23–30/03/23
        the first day       | 01/03/24–01/03/24 | 01/02/24–01/02/24 | 01/03/23–01/03/23
        28 of 29 days       | 01/02/24–28/02/24 | 01/01/24–28/01/24 | 01/02/23–28/02/23
        quarter so far      | 01/10/23–25/12/23 | 01/07/23–25/09/23 | 01/10/22–25/12/22
        the report of 2023  | 01/01/23–25/12/23 | 01/01/22–25/12/22 | 01/01/22–25/12/22
        year so far         | 01/01/24–15/02/24 | 01/01/23–15/02/23 | 01/01/23–15/02/23
        """
    )


def test_the_first_months_of_what_is_running_against_the_same_months():
    """Two of three months are no whole quarter: October and November stand beside July and August,
    not beside August and September. What begins with the year is a year so far, so nine months are
    held against nine months of the year before, not against April to December. July to November is
    neither a quarter nor a half; it stands beside January to May."""
    check(
        """
        what                 | wanted            | previous          | year before
        quarter so far       | 01/10/23–30/11/23 | 01/07/23–31/08/23 | 01/10/22–30/11/22
        half so far          | 01/07/23–30/11/23 | 01/01/23–31/05/23 | 01/07/22–30/11/22
        and on a day of it   | 01/07/23–20/11/23 | 01/01/23–20/05/23 | 01/07/22–20/11/22
        two months of a year | 01/01/24–29/02/24 | 01/01/23–28/02/23 | 01/01/23–28/02/23
        nine months          | 01/01/23–30/09/23 | 01/01/22–30/09/22 | 01/01/22–30/09/22
        eleven months        | 01/01/23–30/11/23 | 01/01/22–30/11/22 | 01/01/22–30/11/22
        """
    )
    check(
        """
        what                 | wanted            | previous          | year before
        quarter so far       | 15/03/24–14/05/24 | 15/12/23–14/02/24 | 15/03/23–14/05/23
        nine months          | 15/12/23–14/09/24 | 15/12/22–14/09/23 | 15/12/22–14/09/23
        """,
        month_start=15,
    )


def test_other_lengths_against_the_days_directly_before():
    """10–16/12 begins no month: 7 days, so the 7 days 03–09/12. 29/02 has no like a year before."""
    check(
        """
        what              | wanted            | previous          | year before
        a week            | 10/12/23–16/12/23 | 03/12/23–09/12/23 | 10/12/22–16/12/22
        to the month's end| 10/02/24–29/02/24 | 21/01/24–09/02/24 | 10/02/23–28/02/23
        and after a leap  | 10/02/25–28/02/25 | 22/01/25–09/02/25 | 10/02/24–29/02/24
        not to its end    | 10/02/24–28/02/24 | 22/01/24–09/02/24 | 10/02/23–28/02/23
        begins on 29/02   | 29/02/24–10/03/24 | 18/02/24–28/02/24 | none
        whole, from 29/02 | 29/02/24–28/03/24 | 29/01/24–28/02/24 | none
        from a 31st       | 31/03/24–29/04/24 | none              | 31/03/23–29/04/23
        55 days           | 01/11/23–25/12/23 | 07/09/23–31/10/23 | 01/11/22–25/12/22
        """
    )


def test_year_to_date():
    """From 01/01 to the period's last day; a period over the turn of the year is in no year."""
    check(
        """
        what         | wanted            | to date           | to date before
        a month      | 01/09/23–30/09/23 | 01/01/23–30/09/23 | 01/01/22–30/09/22
        a leap month | 01/02/24–29/02/24 | 01/01/24–29/02/24 | 01/01/23–28/02/23
        after a leap | 01/02/25–28/02/25 | 01/01/25–28/02/25 | 01/01/24–29/02/24
        so far       | 01/12/23–25/12/23 | 01/01/23–25/12/23 | 01/01/22–25/12/22
        itself       | 01/01/23–25/12/23 | 01/01/23–25/12/23 | 01/01/22–25/12/22
        over the turn| 15/12/23–14/01/24 | none              | none
        """
    )


def test_where_months_close_on_the_14th_the_year_begins_on_15_12():
    """Decree 09/2019: the month of January is 15/12–14/01, and its first days are a month so far
    though they begin on no 1st."""
    check(
        """
        what         | wanted            | previous          | to date           | to date before
        January      | 15/12/23–14/01/24 | 15/11/23–14/12/23 | 15/12/23–14/01/24 | 15/12/22–14/01/23
        March so far | 15/02/24–10/03/24 | 15/01/24–10/02/24 | 15/12/23–10/03/24 | 15/12/22–10/03/23
        quarter      | 15/03/24–14/06/24 | 15/12/23–14/03/24 | 15/12/23–14/06/24 | 15/12/22–14/06/23
        quarter so far| 15/03/24–20/05/24| 15/12/23–20/02/24 | 15/12/23–20/05/24 | 15/12/22–20/05/23
        year so far  | 15/12/23–20/02/24 | 15/12/22–20/02/23 | 15/12/23–20/02/24 | 15/12/22–20/02/23
        the same day | 15/04/24–30/04/24 | 15/03/24–30/03/24 | 15/12/23–30/04/24 | 15/12/22–30/04/23
        """,
        month_start=15,
    )


@pytest.mark.parametrize("day", [0, 29, 31])
def test_months_cannot_begin_on_a_day_that_some_lack(day: int):
    with pytest.raises(ValueError, match="every month"):
        find_like_periods(dates("2023-12"), day)


def test_where_the_calendar_begins_nothing_lies_before():
    nothing = LikePeriods(None, None, None, None)
    assert find_like_periods(Period(date(2, 1, 1), date(2, 2, 1))) == nothing
    assert find_like_periods(Period(date(3000, 1, 1), date(9998, 1, 1))) == nothing


periods = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)),
    st.dates(date(2019, 1, 1), date(2026, 1, 1)),
    st.integers(1, 800),
)


@given(periods, st.integers(1, 28))
def test_never_an_unlike_one(wanted: Period, month_start: int):
    like = find_like_periods(wanted, month_start)
    for other in (like.previous, like.year_before):
        if other is None:
            continue
        assert other.stop <= wanted.start
        same_months = count_months(other) == count_months(wanted) is not None
        same_dates = (other.start.day, other.last.day) == (wanted.start.day, wanted.last.day)
        to_the_end = other.stop.day == wanted.stop.day == 1 and other.start.day == wanted.start.day
        assert same_months or same_dates or to_the_end or other.days == wanted.days


@given(st.dates(date(2019, 1, 1), date(2026, 1, 1)), st.sampled_from([1, 3, 6, 12]))
def test_a_chain_of_like_periods_has_no_gap(start: date, months: int):
    """The previous period of whole months ends where this one begins, whatever the closing day."""
    wanted = Period(start, add_months(start, months))
    previous = find_like_periods(wanted).previous
    assert previous is None or (previous.stop == start and previous.kind == wanted.kind)
    if start.day <= 28:
        assert previous is not None


@given(periods, st.integers(1, 28))
def test_a_year_to_date_holds_its_period_and_ends_with_it(wanted: Period, month_start: int):
    to_date = find_like_periods(wanted, month_start).year_to_date
    if to_date is not None:
        assert to_date.contains(wanted)
        assert to_date.stop == wanted.stop
        assert to_date.start.day == month_start
        assert to_date.days <= 366
