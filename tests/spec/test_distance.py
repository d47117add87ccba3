"""How far it is to the target, in dossiers: of the centre, of each department, and who lacks most.

lacking = ⌈target × denominator⌉ − numerator, at least 0.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.tables import World, as_written, read_table
from ttpv.compare import Distance, Parts, Shortfall, Standing, compute_distance, count_lacking
from ttpv.monitor import Line
from ttpv.reference import Reference
from ttpv.store import Store


def _number(cell: str) -> int | None:
    return None if cell == "?" else int(cell.replace(".", ""))


def standings(text: str) -> tuple[Standing, list[Standing]]:
    rows = [
        Standing(
            None if row["who"] == "centre" else row["who"],
            Parts(_number(row["num"]), _number(row["den"])),
            None if row["target"] == "-" else Decimal(row["target"].replace(",", ".")),
        )
        for row in read_table(text)
    ]
    return rows[-1], rows[:-1]


def check(text: str) -> Distance:
    """The last column of `text` is what lacks, with the arithmetic."""
    centre, departments = standings(text)
    distance = compute_distance(centre, departments)
    found = {s.department or "centre": s.lacking for s in (distance.own, *distance.departments)}
    for row in read_table(text):
        assert row["lacking"] == as_written(row["lacking"], found[row["who"]]), row["who"]
    return distance


def test_the_centre_s_own_distance_is_not_the_sum_of_its_departments():
    """a's 200 beyond its target count for the centre, so it lacks only 100; its departments lack
    300 together: b 250 and c 50."""
    distance = check(
        """
        who    |   num |   den | target | lacking
        a      |   700 | 1.000 |     50 | 0
        b      |   250 | 1.000 |     50 | 1.000×50/100 − 250 = 250
        c      |    50 |   200 |     50 | 200×50/100 − 50 = 50
        centre | 1.000 | 2.200 |     50 | 2.200×50/100 − 1.000 = 100
        """
    )
    assert (distance.own.lacking, distance.total) == (100, 300)
    assert [s.department for s in distance.departments] == ["b", "c", "a"]


def test_a_part_of_a_dossier_is_a_whole_one():
    """50 % of 7 is 3,5: 3 dossiers are 42,9 %, 4 are 57,1 %. A target may have decimals."""
    check(
        """
        who    | num |   den | target | lacking
        a      |   3 |     7 |     50 | 4 − 3 = 1
        b      |   4 |     7 |     50 | 0
        c      |   0 | 1.000 |  66,55 | 666 − 0 = 666
        d      |   9 |    10 |    100 | 10 − 9 = 1
        e      |   0 |    10 |      0 | 0
        centre |   3 |     7 |     50 | 1
        """
    )


@pytest.mark.parametrize(
    ("lacking", "leading", "share"),
    [
        ("a 60 b 30 c 10", "a", Fraction(60)),
        ("a 50 b 30 c 20", "a", Fraction(50)),
        ("a 40 b 30 c 20 d 10", "a b", Fraction(70)),
        ("a 10 b 10 c 10 d 10 e 10", "a b c", Fraction(60)),
        ("a 10 b 10 c 10 d 10 e 10 f 10 g 10 h 10", "a b c", Fraction(300, 8)),
        ("a 0 b 5 c 0", "b", Fraction(100)),
    ],
)
def test_who_makes_up_most_of_it(lacking: str, leading: str, share: Fraction):
    """The fewest who make up half of the sum, three at most; at a target of 100 % of 100."""
    words = lacking.split()
    departments = [
        Standing(who, Parts(100 - int(lacks), 100), Decimal(100))
        for who, lacks in zip(words[::2], words[1::2], strict=True)
    ]
    distance = compute_distance(Standing(None, Parts(1, 2), Decimal(100)), departments)
    assert (" ".join(distance.leading), distance.leading_share) == (leading, share)


def test_nobody_lacks_anything():
    distance = check(
        """
        who    | num | den | target | lacking
        a      |  50 | 100 |     50 | 0
        b      |   ? |   0 |     50 | 0
        centre |  50 | 100 |     50 | 0
        """
    )
    assert (distance.total, distance.leading, distance.leading_share) == (0, (), None)


def test_unknown_numerators_make_the_sum_unknown_and_not_smaller():
    """The centre's own stays known where its parts are; whoever is not known comes last."""
    distance = check(
        """
        who    | num | den | target | lacking
        a      |   ? | 100 |     50 | null
        b      |  10 | 100 |     50 | 40
        c      |  10 | 100 |      - | null
        centre |  20 | 300 |     50 | 130
        """
    )
    assert distance.total is None
    assert distance.unknown == ("a", "c")
    assert distance.departments == (
        Shortfall("b", 40),
        Shortfall("a", None, "parts_unknown"),
        Shortfall("c", None, "no_target"),
    )
    assert (distance.leading, distance.leading_share) == ((), None)


def test_the_report_of_2023(example_store: Store, reference: Reference):
    """Online submission against 50 %: the centre has met it with 63.629 of 96.047, while seven of
    its departments lack 8.142 dossiers together, three quarters of them one department's alone."""
    figures = World(example_store, reference).figures("2023-01-01..2023-12-25")

    def standing(line: Line) -> Standing:
        figure = line.rates["online_submission"]
        parts = Parts(figure.metric.numerator, figure.metric.denominator)
        return Standing(line.department.id if line.department else None, parts, figure.target)

    distance = compute_distance(
        standing(figures.total), [standing(line) for line in figures.departments]
    )
    assert distance.own.lacking == 0
    lacking = [shortfall for shortfall in distance.departments if shortfall.lacking]
    table = """
        who                         | lacking
        so-tai-nguyen-va-moi-truong | 7.643 − 1.536 = 6.107
        so-giao-thong-van-tai       | 17.420/2 − 8.047 = 663
        so-ke-hoach-va-dau-tu       | 2.100/2 − 405 = 645
        so-lao-dong-tbxh            | 1.402/2 − 302 = 399
        so-xay-dung                 | 1.226 − 1.021 = 205
        so-nong-nghiep-va-ptnt      | 7.064/2 − 3.433 = 99
        ban-quan-ly-khu-kinh-te     | 442/2 − 197 = 24
        """
    assert read_table(table) == [
        {"who": shortfall.department, "lacking": as_written(row["lacking"], shortfall.lacking)}
        for row, shortfall in zip(read_table(table), lacking, strict=True)
    ]
    assert distance.total == 6_107 + 663 + 645 + 399 + 205 + 99 + 24 == 8_142
    assert distance.leading == ("so-tai-nguyen-va-moi-truong",)
    assert distance.leading_share == Fraction(100 * 6_107, 8_142)


def test_the_centre_is_none_of_its_departments():
    centre = Standing(None, Parts(1, 2), Decimal(50))
    with pytest.raises(ValueError, match="centre"):
        compute_distance(centre, [centre])


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 10_000))
def test_it_is_the_least_that_reaches_the_target(numerator: int, denominator: int, hundredths: int):
    target = Decimal(hundredths) / 100
    lacking = count_lacking(numerator, denominator, target)
    wanted = Fraction(hundredths, 100)
    assert Fraction(100 * (numerator + lacking), denominator) >= wanted
    assert not lacking or Fraction(100 * (numerator + lacking - 1), denominator) < wanted


standing_lists: st.SearchStrategy[Sequence[tuple[int, int]]] = st.lists(
    st.integers(0, 10**6).flatmap(lambda den: st.tuples(st.integers(0, den), st.just(den))),
    min_size=1,
    max_size=9,
)


@given(standing_lists, st.integers(0, 100))
def test_the_centre_never_lacks_more_than_its_departments(
    parts: Sequence[tuple[int, int]], target: int
):
    """⌈Σ t·d⌉ ≤ Σ ⌈t·d⌉, and a surplus only helps the centre."""
    departments = [Standing(str(i), Parts(*pair), Decimal(target)) for i, pair in enumerate(parts)]
    sums = Parts(sum(n for n, _ in parts), sum(d for _, d in parts))
    distance = compute_distance(Standing(None, sums, Decimal(target)), departments)
    assert distance.own.lacking is not None
    assert distance.total is not None
    assert distance.own.lacking <= distance.total
    if distance.leading_share is not None:
        assert 0 < distance.leading_share <= 100
        assert 1 <= len(distance.leading) <= 3
