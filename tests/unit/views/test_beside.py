"""What stands small under a gauge: which difference to what, in which words, and what is not."""

from decimal import Decimal

import pytest

from tests.spec.tables import World, dates
from ttpv.comparisons import Comparison, Delta, compare_period
from ttpv.monitor import open_timeline
from ttpv.views.beside import BesideView, build_beside
from ttpv.views.deltas import build_changes, name_previous, write_delta, write_gaps

RATE = "online_submission"


def compare(world: World, period: str, *chosen: str) -> Comparison:
    snapshot = world.store.current()
    assert snapshot is not None
    timeline = open_timeline(world.store, world.reference, snapshot)
    return compare_period(timeline, dates(period), frozenset(chosen))


def build(world: World, period: str, *chosen: str) -> BesideView:
    return build_beside(compare(world, period, *chosen))[RATE]


def publish(world: World, period: str, tu_phap: int, y_te: int) -> None:
    """100 dossiers each, of them so many online."""
    world.publish(
        period,
        f"""
        who        | received_new | received_online
        so-tu-phap |          100 | {tu_phap}
        so-y-te    |          100 | {y_te}
        """,
    )


CHOSEN = ("so-tu-phap", "so-y-te")


def test_differences_in_words(centre: World):
    """66,0 of November before 60,5; a year before 54; the year so far (132 + 121)/400 = 63,25."""
    publish(centre, "2022-02", 54, 54)
    publish(centre, "2023-01", 66, 66)
    publish(centre, "2023-02", 60, 61)
    view = build(centre, "2023-02", *CHOSEN)
    assert [(d.label, d.points, d.number, d.title) for d in view.deltas] == [
        ("tháng trước", "−5,5 điểm %", "−5,5", "Tháng 01/2023 (01/01/2023 – 31/01/2023): 66,0 %"),
        (
            "cùng kỳ năm trước",
            "+6,5 điểm %",
            "+6,5",
            "Tháng 02/2022 (01/02/2022 – 28/02/2022): 54,0 %",
        ),
    ]
    assert view.to_date == "63,3 %"


def test_of_one_period_alone_nothing_is_compared(centre: World):
    publish(centre, "2023-01", 40, 40)
    view = build(centre, "2023-01", *CHOSEN)
    assert (view.deltas, view.to_date, view.spark) == ((), "", None)


@pytest.mark.parametrize(
    ("period", "previous", "words"),
    [
        ("2023-12", "2023-11", "tháng trước"),
        ("2023-Q4", "2023-Q3", "quý trước"),
        ("2023-H2", "2023-H1", "6 tháng trước"),
        ("2023", "2022", "năm trước"),
        ("2023-12-01..2023-12-25", "2023-11-01..2023-11-25", "cùng kỳ tháng trước"),
        ("2023-10-01..2023-12-25", "2023-07-01..2023-09-25", "cùng kỳ quý trước"),
        ("2023-01-01..2023-12-25", "2022-01-01..2022-12-25", "cùng kỳ năm trước"),
        ("2023-10-01..2023-11-30", "2023-07-01..2023-08-31", "cùng kỳ quý trước"),
        ("2023-07-01..2023-11-30", "2023-01-01..2023-05-31", "cùng kỳ 6 tháng đầu năm"),
        ("2023-9M", "2022-9M", "cùng kỳ năm trước"),
        ("2023-02-01..2023-04-30", "2022-11-01..2023-01-31", "3 tháng trước"),
        ("2023-02-01..2024-01-31", "2022-02-01..2023-01-31", "12 tháng trước"),
        ("2023-03-15..2023-06-14", "2022-12-15..2023-03-14", "quý trước"),
        ("2023-12-08..2023-12-14", "2023-12-01..2023-12-07", "kỳ trước"),
    ],
)
def test_the_previous_period_is_named_by_its_kind(period: str, previous: str, words: str):
    assert name_previous(dates(period), dates(previous)) == words


def test_where_the_previous_is_the_year_before_it_is_said_once(centre: World):
    publish(centre, "2022-01-01..2022-12-25", 50, 50)
    publish(centre, "2023-01-01..2023-12-25", 60, 60)
    view = build(centre, "2023-01-01..2023-12-25", *CHOSEN)
    assert [(d.label, d.points) for d in view.deltas] == [("cùng kỳ năm trước", "+10,0 điểm %")]
    assert view.to_date == ""  # the period is the year to date itself


def test_of_a_year_the_previous_one_is_the_year_before(centre: World):
    publish(centre, "2022", 50, 50)
    publish(centre, "2023", 60, 60)
    view = build(centre, "2023", *CHOSEN)
    assert [(d.label, d.points) for d in view.deltas] == [("năm trước", "+10,0 điểm %")]


def test_estimates_are_marked_on_either_side(centre: World):
    """Digitisation of two departments out of published rates: 60 and 60, then 60 and 60 again."""
    for period in ("2023-01", "2023-02"):
        centre.publish(
            period, "who | received_new | digitisation\nso-tu-phap | 10 | 60\nso-y-te | 30 | 60"
        )
    view = build_beside(compare(centre, "2023-02", *CHOSEN))["digitisation"]
    [delta] = view.deltas
    assert (delta.points, delta.number) == ("≈ không đổi", "≈ không đổi")
    assert delta.title.endswith("≈ 60,0 %")
    assert view.to_date == "≈ 60,0 %"
    assert view.spark is not None
    assert "từ ≈ 60,0 % đến ≈ 60,0 %, thấp nhất ≈ 60,0 % (Tháng 01/2023)" in view.spark.spoken


@pytest.mark.parametrize(
    ("delta", "words"),
    [
        (Delta(Decimal("1.25"), False), "+1,3 điểm %"),
        (Delta(Decimal("-0.04"), False), "−0,04 điểm %"),
        (Delta(Decimal(5), True), "≈ +5,0 điểm %"),
        (Delta(Decimal(0), False), "không đổi"),
    ],
)
def test_a_difference_has_sign_unit_and_basis(delta: Delta, words: str):
    assert write_delta(delta) == words


def test_what_lacks_and_what_the_rest_of_the_year_must_reach(centre: World):
    """50 % of 200 are 100, 70 are there: 30 lack, 20 of them in one and 10 in the other. By days:
    31 so far, 334 to come."""
    publish(centre, "2023-01", 30, 40)
    view = build(centre, "2023-01", *CHOSEN)
    words, sentence = view.distance
    assert words == "thiếu 30 hồ sơ trực tuyến; riêng Sở Tư pháp chiếm 67 %"
    assert sentence.startswith("Các đơn vị đã chọn còn thiếu 30 hồ sơ trực tuyến để đạt 50 %.")
    assert "Cộng phần còn thiếu của từng đơn vị: 30 hồ sơ trực tuyến" in sentence
    words, sentence = view.run_rate
    assert words == "phần còn lại của năm cần 51,4 %"  # (0,5×(200+E) − 70)/E, E = 200×334/31
    assert "Từ 01/02/2023 đến 31/12/2023 cần đạt 51,4 %" in sentence


def test_of_one_department_alone_there_is_no_sum(centre: World):
    publish(centre, "2023-01", 30, 40)
    view = build(centre, "2023-01", "so-y-te")
    assert view.distance == (
        "thiếu 10 hồ sơ trực tuyến",
        "Sở Y tế còn thiếu 10 hồ sơ trực tuyến để đạt 50 %.",
    )


def test_what_moved_the_rate_is_a_sentence(centre: World):
    publish(centre, "2023-01", 50, 50)
    publish(centre, "2023-02", 60, 50)
    [movement, *_] = build(centre, "2023-02", *CHOSEN).sentences
    assert movement == (
        "Tỷ lệ nộp hồ sơ trực tuyến tăng 5,0 điểm % (từ 50,0 % lên 55,0 %): "
        "Sở Tư pháp kéo lên 5,0 điểm %."
    )
    alone = build(centre, "2023-02", "so-y-te").sentences
    assert not any("kéo lên" in sentence for sentence in alone)


def test_a_target_that_is_not_yet_set_for_the_year_s_end_is_said_to_be_this_period_s(
    centre: World,
):
    """Targets of 2023 end on 31/12; a year of months from the 15th ends on 14/12/2023 – that of the
    next one has none at its end."""
    publish(centre, "2023-12-15..2023-12-31", 10, 10)
    publish(centre, "2023-11-15..2023-12-14", 10, 10)
    comparison = compare(centre, "2023-12-15..2023-12-31", *CHOSEN)
    required = comparison.required.get(RATE)
    assert required is not None
    assert required.of_year_end is False
    assert (
        build_beside(comparison)[RATE]
        .run_rate[1]
        .endswith("Chưa có chỉ tiêu cho ngày cuối năm nên tính theo chỉ tiêu của kỳ này.")
    )


def test_counts_changed_since_the_previous_period(centre: World):
    publish(centre, "2023-01", 50, 50)
    centre.publish("2023-02", "who | received_new\nso-tu-phap | 130\nso-y-te | 136")
    changes = build_changes(compare(centre, "2023-02", *CHOSEN))
    assert changes.label == "tháng trước"
    assert changes.by_measure == {"received_new": "+66"}


def test_a_period_that_is_missing_is_said_with_its_days(centre: World):
    publish(centre, "2022-12", 50, 50)
    publish(centre, "2023-02", 50, 50)
    comparison = compare(centre, "2023-02", *CHOSEN)
    published = centre.store.current().periods
    assert write_gaps(comparison, published) == (
        "Không so được với tháng trước (01/01/2023 – 31/01/2023): "
        "chưa có số liệu 01/01/2023 – 31/01/2023.",
    )  # February 2022 was before anything was published: nothing to say


def test_a_department_that_did_not_exist_is_said(centre: World):
    """Sở Dân tộc và Tôn giáo came on 01/03/2025 and has no predecessor."""
    centre.publish("2025-02", "who | received_new\nso-y-te | 100")
    centre.publish("2025-03", "who | received_new\nso-y-te | 100\nso-dan-toc-va-ton-giao | 9")
    comparison = compare(centre, "2025-03", "so-dan-toc-va-ton-giao")
    assert write_gaps(comparison, centre.store.current().periods) == (
        "Không so được với tháng trước (01/02/2025 – 28/02/2025): "
        "khi đó chưa có Sở Dân tộc và Tôn giáo.",
    )


def test_who_was_there_for_a_part_is_said(centre: World):
    """Sở Dân tộc và Tôn giáo had one month of the first quarter of 2025: neither that quarter nor,
    a year later, the one beside it is compared."""
    who = "so-dan-toc-va-ton-giao"
    for month in ("2025-01", "2025-02", "2025-03", "2025-Q4", "2026-Q1"):
        new = "" if month < "2025-03" else f"\n{who} | 9"
        centre.publish(month, f"who | received_new\nso-y-te | 100{new}")
    published = centre.store.current().periods
    assert write_gaps(compare(centre, "2025-Q1", who), published) == (
        "Không so với kỳ nào: Sở Dân tộc và Tôn giáo chỉ hoạt động trong một phần của kỳ này.",
    )
    assert write_gaps(compare(centre, "2026-Q1", who), published) == (
        "Không so được với cùng kỳ năm trước (01/01/2025 – 31/03/2025): "
        "khi đó Sở Dân tộc và Tôn giáo chỉ hoạt động trong một phần của kỳ.",
    )
