"""The report as a whole: targets and changes, what moved, what is missing, on what values rest."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.reports import make_view
from tests.spec.tables import World, dates
from ttpv.reference import Reference, Target
from ttpv.store import Store

YEAR = dates("2023-01-01..2023-12-25")
MONTH = """
    who                    | received | received_new | received_online | carried_over | resolved
    so-y-te                |      110 |          100 |              {y} |           10 |      100
    so-tu-phap             |      210 |          200 |              {t} |           10 |      200
"""
CHOSEN = ("so-tu-phap", "so-y-te")


@pytest.fixture
def two(centre: World) -> World:
    """Two departments in two months: one moves the rate of online submission down."""
    for period, online in (("2023-11", (90, 160)), ("2023-12", (40, 170))):
        centre.publish(period, MONTH.replace("{y}", str(online[0])).replace("{t}", str(online[1])))
    return centre


def test_changes_what_moved_and_what_lacks(two: World) -> None:
    view = make_view(two.store, two.reference, dates("2023-12"), CHOSEN)
    row = view.targets.rows[0]
    # (40 + 170) / 300 = 70,0 after (90 + 160) / 300 = 83,3
    assert (row.result, row.remark, row.previous) == ("70,0%", "Đạt", "−13,3")
    assert [column.heads[0] for column in view.targets.table.columns][5:] == [
        "So với tháng trước (điểm %)"
    ]
    (moved,) = view.findings.moved
    assert "giảm 13,3 điểm % (từ 83,3% xuống 70,0%): Sở Y tế kéo xuống" in moved
    below = view.findings.below.rows[0]
    assert below[2:] == ("1/2", "Y tế 40,0% (thiếu 10 hồ sơ).")


def test_one_department_is_called_by_its_name(two: World) -> None:
    view = make_view(two.store, two.reference, dates("2023-12"), ["so-y-te"])
    assert "Sở Y tế tiếp nhận xử lý 110 hồ sơ" in view.dossiers.sentence
    assert view.scope == "Y tế"
    assert view.targets.rows[0].remark == "Chưa đạt, thấp hơn 10,0 điểm %"
    assert view.findings.needed[0].startswith("Tỷ lệ nộp hồ sơ trực tuyến: Sở Y tế còn thiếu 10")
    assert view.findings.moved == ()
    assert not view.findings.has_below
    assert view.charts.departments is None
    assert view.annex_1.table.total[:2] == ("", "Các đơn vị đã chọn")


def test_what_is_not_in_the_exports_is_a_gap_and_no_zero(two: World) -> None:
    view = make_view(two.store, two.reference, dates("2023-12"), CHOSEN)
    assert "đang giải quyết (chưa có số liệu)" in view.dossiers.sentence
    assert view.dossiers.pending == "–"
    assert len(view.gaps) == 4
    assert set(view.annex_1.table.total[9:12]) == {"–"}
    assert "“–”: chưa có số liệu (không phải là 0)." in view.annex_1.notes


def test_a_department_without_figures_leaves_the_total_open(two: World) -> None:
    view = make_view(two.store, two.reference, dates("2023-12"), (*CHOSEN, "so-noi-vu"))
    assert not view.dossiers.is_known
    assert "chưa có số liệu, cần bổ sung" in view.dossiers.sentence
    notes = " ".join(view.dossiers.notes)
    assert "Tổng của các đơn vị có số liệu: " in notes
    assert "Thiếu số liệu của Sở Nội vụ" in notes


def test_the_real_report(example_store: Store, reference: Reference) -> None:
    view = make_view(example_store, reference, YEAR)
    assert view.targets.summary.startswith("Đạt 3/5 chỉ tiêu; chưa đạt: tỷ lệ xác thực định danh")
    assert "Tỷ lệ xác thực định danh điện tử: thực hiện từ ngày 20/02/2023." in view.targets.notes
    assert view.findings.below.rows[1][2:] == (
        "13/15",
        "Kế hoạch và Đầu tư 21,3%; Giao thông vận tải 34,1%.",
    )
    assert "; và 4 đơn vị khác." in view.findings.below.rows[2][3]
    assert view.findings.below_notes == ("Thanh toán trực tuyến: 3 đơn vị không phát sinh.",)
    assert view.charts.departments is not None
    assert "định danh" in view.charts.departments.title
    assert view.charts.trend is None


def test_a_percent_sign_stands_at_its_figure(example_store: Store, reference: Reference) -> None:
    """As the published report has it; "điểm %" is a word of its own."""
    view = make_view(example_store, reference, YEAR)
    assert "99,95%" in view.dossiers.sentence
    assert "5,7 điểm %" in view.targets.summary
    assert view.targets.table.rows[0][2:4] == ("50%", "66,2%")


def test_a_day_of_issue(example_store: Store, reference: Reference) -> None:
    from ttpv.views.place_date import write_place_date

    assert make_view(example_store, reference, YEAR).place_date.startswith("Bình Định, ngày …")
    assert write_place_date("Bình Định", date(2024, 1, 5)) == "Bình Định, ngày 05 tháng 01 năm 2024"
    assert write_place_date("", None).startswith("Ngày …")


def test_each_value_says_on_what_it_rests(example_store: Store, reference: Reference) -> None:
    """Three departments of an export that prints rounded rates: some can be estimated, of others
    only the interval is known."""
    chosen = ("so-y-te", "so-tu-phap", "so-giao-thong-van-tai")
    view = make_view(example_store, reference, YEAR, chosen)
    rows = {row.name: (row.result, row.remark) for row in view.targets.rows}
    # received online / received: (1.458 + 13.880 + 8.047) / (2.293 + 13.911 + 17.420) = 69,5 %
    assert rows["Tỷ lệ nộp hồ sơ trực tuyến"] == ("69,5%", "Đạt")
    assert rows["Tỷ lệ số hóa hồ sơ"] == ("≈ 78,9%", "Đạt")
    assert rows["Tỷ lệ xác thực định danh điện tử"] == ("trong 92,5–99,9%", "Không tính được")
    assert view.targets.summary.startswith("Đạt 3/5 chỉ tiêu; không tính được: tỷ lệ xác thực")
    assert view.charts.targets is not None
    assert view.charts.targets.title.startswith("3/5 chỉ tiêu đạt")
    notes = " ".join(view.targets.notes)
    assert "Tỷ lệ số hóa hồ sơ: ước tính từ tỷ lệ đã công bố của từng đơn vị" in notes
    assert "không có tử số và mẫu số, nên không tính được tỷ lệ chung" in notes
    assert view.annex_1.table.total[-2:] == ("≈ 78,9", "trong 88,1–100,0")
    assert view.annex_1.notes[0].startswith("≈: ước tính")
    assert "các cơ quan, đơn vị được chọn có 15.568 giao dịch" in view.fees.online


def test_how_far_below_an_estimate_lies_is_marked_as_one(
    example_store: Store, reference: Reference
) -> None:
    """Digitisation of these three is estimated; 70 % is met, so a stricter target is set."""
    chosen = ("so-y-te", "so-tu-phap", "so-giao-thong-van-tai")
    strict = with_target(reference, "digitisation", 90)
    view = make_view(example_store, strict, YEAR, chosen)
    row = next(row for row in view.targets.rows if row.name == "Tỷ lệ số hóa hồ sơ")
    assert row.remark == "Chưa đạt, thấp hơn ≈ 11,1 điểm %"
    assert "tỷ lệ số hóa hồ sơ (thấp hơn ≈ 11,1 điểm %)" in view.targets.summary
    needed = " ".join(view.findings.needed)
    assert "thấp hơn chỉ tiêu ≈ 11,1 điểm %" in needed


def with_target(
    reference: Reference, rate: str, value: int, scope: str = "province", decision: str = ""
) -> Reference:
    """Instead of those in force."""
    kept = [t for t in reference.targets if (t.rate, t.scope) != (rate, scope)]
    own = Target(
        rate=rate,
        value=Decimal(value),
        scope=scope,
        effective_from=date(2023, 1, 1),
        decision=decision or None,
        source="x",
    )
    return msgspec.structs.replace(reference, targets=(*kept, own))


def test_the_decision_named_is_the_one_that_one_is_judged_by(
    example_store: Store, reference: Reference
) -> None:
    rules = with_target(reference, "eid", 100, decision="Quyết định 1/QĐ-UBND")
    rules = with_target(rules, "eid", 90, "so-y-te", "Quyết định 2/QĐ-UBND")
    for chosen, decision in (((), 1), (("so-tu-phap",), 1), (("so-y-te",), 2)):
        notes = make_view(example_store, rules, YEAR, chosen).targets.notes
        assert [note for note in notes if note.startswith("Chỉ tiêu theo")] == [
            f"Chỉ tiêu theo Quyết định {decision}/QĐ-UBND."
        ]


def test_signs_of_changes_are_explained(centre: World) -> None:
    """Two departments' rates as published: digitisation together is an estimate, e-ID is none."""
    for period in ("2023-11", "2023-12"):
        centre.publish(
            period,
            """
            who        | received_new | received_online | digitisation | eid
            so-y-te    |          100 |              60 |         80,0 | 90,0
            so-tu-phap |          200 |             150 |         75,0 | 95,0
            """,
            form="annex-1",
        )
    view = make_view(centre.store, centre.reference, dates("2023-12"), CHOSEN)
    changes = {row.name: row.previous for row in view.targets.rows}
    assert changes["Tỷ lệ số hóa hồ sơ"].startswith("≈")
    assert changes["Tỷ lệ xác thực định danh điện tử"] == "–"
    assert "≈ ở thay đổi: tỷ lệ của một trong hai kỳ là ước tính." in view.targets.notes
    assert any(note.startswith("“–” ở thay đổi: ") for note in view.targets.notes)
    alone = make_view(centre.store, centre.reference, dates("2023-12"), ["so-y-te"])
    assert not any(note.startswith("≈") for note in alone.targets.notes)
