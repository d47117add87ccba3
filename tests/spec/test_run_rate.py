"""What the rest of the year must reach: r = (t·(d + E) − n) / E, with E dossiers expected.

`same part` and `rest` are last year's denominators; `-` where last year is not published.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import as_written, dates, read_table
from ttpv.compare import LastYear, NoRunRate, Parts, RunRate, YearSoFar, compute_run_rate
from ttpv.core.decimals import decimal_from_fraction


def _number(cell: str) -> int | None:
    return None if cell in "-?" else int(cell.replace(".", ""))


def compute(row: dict[str, str]) -> RunRate | NoRunRate:
    period = dates(row["so far"])
    target = None if row["target"] == "-" else Decimal(row["target"])
    parts = Parts(_number(row["num"]), _number(row["den"]))
    so_far = YearSoFar(period, date(period.start.year + 1, 1, 1), parts, target)
    same_part, rest = _number(row["same part"]), _number(row["rest"])
    known = same_part is not None or rest is not None
    return compute_run_rate(so_far, LastYear(same_part, rest) if known else None)


def check(inputs: str, expected: str) -> None:
    """One case a row, what is expected of it in the same row of the second table."""
    table = read_table(expected)
    found = []
    for case, row in zip(read_table(inputs), table, strict=True):
        result = compute(case)
        if isinstance(result, NoRunRate):
            found.append(row | {"state": result.reason})
            continue
        numbers = {
            name: as_written(row[name], decimal_from_fraction(getattr(result, name)))
            for name in ("expected", "required", "best")
        }
        found.append(row | numbers | {"state": result.state, "method": result.method})
    assert found == table


def test_last_year_s_pattern():
    """Last year 900 came in the same nine months and 300 in the rest, so a third more is expected:
    1.200/3 = 400. Half of 1.600 is 800, and 560 are there: 240 of 400 are 60 %."""
    check(
        """
        so far  | num |   den | target | same part | rest
        2024-9M | 560 | 1.200 |     50 |       900 |  300
        2024-9M | 560 | 1.200 |     50 |       400 |  100
        """,
        """
        expected              | required                   | best             | state | method
        1.200×300/900 = 400   | 100×(800−560)/400 = 60,0   | 960/16 = 60,0    | open  | last_year
        1.200×100/400 = 300   | 100×(750−560)/300 = 63,3   | 860/15 = 57,3    | open  | last_year
        """,
    )


def test_without_last_year_evenly_by_days():
    """2024 is a leap year: 274 days to 30/09, 92 left. 2023 has 273. What the pattern cannot be
    made of (nothing came in last year's same part, or a half is unknown) is as if not published."""
    check(
        """
        so far  | num | den | target | same part | rest
        2024-9M | 274 | 548 |     60 |         - |    -
        2023-9M | 273 | 546 |     60 |         - |    -
        2023-9M | 273 | 546 |     60 |         0 |   10
        2023-9M | 273 | 546 |     60 |       100 |    -
        """,
        """
        expected         | required                     | best                  | state | method
        548×92/274 = 184 | 100×(732×0,6−274)/184 = 89,8 | 100×(274+184)/732 = 62,6 | open | by_days
        546×92/273 = 184 | 100×(730×0,6−273)/184 = 89,7 | 100×(273+184)/730 = 62,6 | open | by_days
        184              | 89,7                         | 62,6                  | open  | by_days
        184              | 89,7                         | 62,6                  | open  | by_days
        """,
    )


def test_achieved_and_no_longer_reachable():
    """1.000 in the half year, 200 expected as last year, target 50 % of 1.200 = 600. With 600 it is
    achieved whatever comes; 400 need every one of the rest; of 399 not even that is enough."""
    check(
        """
        so far  | num |   den | target | same part | rest
        2023-H1 | 700 | 1.000 |     50 |       500 |  100
        2023-H1 | 600 | 1.000 |     50 |       500 |  100
        2023-H1 | 400 | 1.000 |     50 |       500 |  100
        2023-H1 | 399 | 1.000 |     50 |       500 |  100
        """,
        """
        expected            | required                  | best           | state       | method
        1.000×100/500 = 200 | 100×(600−700)/200 = -50,0 | 900/12 = 75,0  | achieved    | last_year
        200                 | 100×(600−600)/200 = 0     | 800/12 = 66,67 | achieved    | last_year
        200                 | 100×(600−400)/200 = 100,0 | 600/12 = 50,00 | open        | last_year
        200                 | 100×(600−399)/200 = 100,5 | 599/12 = 49,92 | unreachable | last_year
        """,
    )


def test_no_run_rate():
    """The year is over; no target is in force on its last day; a part is unknown; nothing came so
    far; nothing came in last year's rest."""
    check(
        """
        so far  | num | den | target | same part | rest
        2023    |   1 |   2 |     50 |         2 |    1
        2023-9M |   1 |   2 |      - |         2 |    1
        2023-9M |   ? |   2 |     50 |         2 |    1
        2023-9M |   ? |   0 |     50 |         2 |    1
        2023-9M |   1 |   2 |     50 |         2 |    0
        """,
        """
        state
        year_over
        no_target
        parts_unknown
        nothing_expected
        nothing_expected
        """,
    )


def test_a_period_beyond_its_year_is_a_wrong_call():
    with pytest.raises(ValueError, match="beyond"):
        YearSoFar(dates("2023"), date(2023, 12, 1), Parts(1, 2), Decimal(50))


def test_the_rest_is_from_the_next_day_to_the_year_s_last():
    so_far = YearSoFar(dates("2023-9M"), date(2024, 1, 1), Parts(1, 2), Decimal(50))
    result = compute_run_rate(so_far, None)
    assert isinstance(result, RunRate)
    assert result.rest == dates("2023-Q4")


counts = st.integers(1, 10**9)


@given(st.data(), counts, st.integers(0, 100), counts, counts, st.integers(1, 365))
def test_a_rest_at_the_required_rate_hits_the_target_exactly(
    data: st.DataObject, denominator: int, target: int, same_part: int, rest: int, days: int
):
    numerator = data.draw(st.integers(0, denominator))
    start = date(2024, 1, 1)
    period = dates(f"{start}..{date.fromordinal(start.toordinal() + days - 1)}")
    so_far = YearSoFar(period, date(2025, 1, 1), Parts(numerator, denominator), Decimal(target))
    for last_year in (LastYear(same_part, rest), None):
        result = compute_run_rate(so_far, last_year)
        assert isinstance(result, RunRate)
        reached = numerator + result.required / 100 * result.expected
        assert 100 * reached / (denominator + result.expected) == target
        assert (result.state == "unreachable") == (result.best < target)


@given(counts, counts, st.integers(1, 1000))
def test_a_year_twice_as_busy_has_the_same_pattern(same_part: int, rest: int, times: int):
    so_far = YearSoFar(dates("2024-H1"), date(2025, 1, 1), Parts(1, 3), Decimal(50))
    once = compute_run_rate(so_far, LastYear(same_part, rest))
    assert once == compute_run_rate(so_far, LastYear(same_part * times, rest * times))
    assert isinstance(once, RunRate)
    assert once.expected == Fraction(3 * rest, same_part)
