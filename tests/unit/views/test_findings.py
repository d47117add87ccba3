"""Findings as people read them: whole sentences, and what a link needs."""

from decimal import Decimal

from tests.spec.tables import dates
from ttpv.compare import (
    DepartmentFacts,
    RatePoint,
    RateSeries,
    Revision,
    StockBreak,
    rank_findings,
)
from ttpv.core.periods import Period, add_months
from ttpv.reference import Reference
from ttpv.views.findings import FindingView, build_findings

DECEMBER, NOVEMBER, QUARTER = dates("2023-12"), dates("2023-11"), dates("2023-Q4")
NAMES = {"a": "Sở A", "b": "Sở B"}


def build(reference: Reference, facts: DepartmentFacts) -> list[FindingView]:
    return build_findings(rank_findings([facts], reference.findings), reference, NAMES)


def falling(*values: str, status: str, is_cut: bool = False) -> tuple[RateSeries, ...]:
    points = []
    for place, value in enumerate(values):
        start = add_months(DECEMBER.start, place + 1 - len(values))
        period = Period(start, add_months(start, 1))
        points.append(RatePoint(period, Decimal(value), Decimal(50), status))
    return (RateSeries("online_submission", tuple(points), is_cut),)


def test_below_and_falling(reference: Reference):
    [view] = build(
        reference, DepartmentFacts("a", DECEMBER, falling("47.5", "46", "41.2", status="missed"))
    )
    assert view.title == "Dưới chỉ tiêu và đang giảm"
    assert view.sentence == (
        "Sở A, tháng 12/2023: tỷ lệ nộp hồ sơ trực tuyến là 41,2 %, dưới chỉ tiêu 50 % "
        "và giảm 4,8 điểm % so với tháng 11/2023, đã giảm 2 kỳ liên tiếp."
    )
    assert (view.figure, view.rate, view.department) == ("41,2 %", "online_submission", "a")
    assert (view.name, view.period, view.rule) == ("Sở A", "Tháng 12/2023", "below_and_falling")


def test_just_below_is_shown_as_below(reference: Reference):
    """49,96 rounds to 50,0, which would not be below 50."""
    [view] = build(reference, DepartmentFacts("a", DECEMBER, falling("51", "49.96", status="near")))
    words = "là 49,96 %, dưới chỉ tiêu 50 % và giảm 1,0 điểm % so với tháng 11/2023."
    assert words in view.sentence


def test_declines(reference: Reference):
    [view] = build(
        reference, DepartmentFacts(None, DECEMBER, falling("98", "97", "96", "95", status="met"))
    )
    assert view.sentence == (
        "Toàn Trung tâm, tháng 12/2023: tỷ lệ nộp hồ sơ trực tuyến giảm 3 kỳ liên tiếp, "
        "từ 98,0 % (tháng 09/2023) xuống 95,0 % (3,0 điểm %)."
    )
    assert view.department is None


def test_where_nobody_looked_farther_back_it_may_be_more(reference: Reference):
    for values, status, words in (
        (("98", "97", "96", "95"), "met", "giảm ít nhất 3 kỳ liên tiếp, từ"),
        (("45", "43", "41"), "missed", ", đã giảm ít nhất 2 kỳ liên tiếp."),
    ):
        facts = DepartmentFacts("a", DECEMBER, falling(*values, status=status, is_cut=True))
        [view] = build(reference, facts)
        assert words in view.sentence


def test_counts(reference: Reference):
    counts = {
        "pending": 1_250,
        "pending_overdue": 100,
        "direct_transactions": 1_200,
        "online_transactions": 0,
    }
    overdue, unpaid = build(reference, DepartmentFacts("b", QUARTER, counts=counts))
    assert overdue.sentence == (
        "Sở B, quý IV/2023: có 100 hồ sơ đang giải quyết quá hạn "
        "trong 1.250 hồ sơ đang giải quyết (8,00 %)."
    )
    assert unpaid.sentence == (
        "Sở B, quý IV/2023: có 1.200 giao dịch trực tiếp thu phí, lệ phí "
        "nhưng không có giao dịch trực tuyến nào."
    )
    assert (overdue.figure, unpaid.figure) == ("8,00 %", "1.200 giao dịch")
    assert overdue.rate is unpaid.rate is None


def test_figures_that_do_not_agree(reference: Reference):
    facts = DepartmentFacts(
        "a",
        DECEMBER,
        revisions=(
            Revision("revised", "received_new", NOVEMBER, 1_200, 1_100),
            Revision("tiling_differs", "resolved", QUARTER, 3_600, 3_590),
        ),
        stock_breaks=(StockBreak("carried_over", NOVEMBER, 120, 118),),
    )
    assert [(view.figure, view.sentence) for view in build(reference, facts)] == [
        (
            "−100 hồ sơ",
            "Sở A, tháng 11/2023: lũy kế hồ sơ tiếp nhận mới trong kỳ đổi từ 1.200 thành "
            "1.100 hồ sơ; hệ thống nguồn đã điều chỉnh số liệu các kỳ trước.",
        ),
        (
            "−10 hồ sơ",
            "Sở A, quý IV/2023: hồ sơ đã giải quyết là 3.590 hồ sơ theo tệp xuất của đúng kỳ này, "
            "nhưng cộng các kỳ thành phần được 3.600.",
        ),
        (
            "−2 hồ sơ",
            "Sở A, tháng 12/2023: hồ sơ kỳ trước chuyển sang là 118 hồ sơ, "
            "nhưng tháng 11/2023 kết thúc với 120.",
        ),
    ]
