"""One department: place among all, distance to its targets, and what it has no figure of."""

from collections.abc import Callable

import pytest

from tests.spec.tables import World, dates
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.department import DepartmentView, StandingView, build_department

Report = Callable[..., Figures]


def standing(view: DepartmentView, rate: str) -> StandingView:
    return next(found for found in view.standings if found.rate.id == rate)


def test_the_department_with_most_to_gain(report: Report, reference: Reference):
    view = build_department(report(), "so-tai-nguyen-va-moi-truong", reference)
    assert (view.name, view.has_data) == ("Sở Tài nguyên và Môi trường", True)
    online = standing(view, "online_submission")
    assert online.rate.note == "1.536 / 15.285 hồ sơ"
    assert online.place == "xếp thứ 18/18"
    assert online.shortfall == "Còn thiếu 6.107 hồ sơ trực tuyến để đạt 50 %"
    payment = standing(view, "online_payment")
    assert payment.rate.note == "theo tỷ lệ đã công bố"
    assert payment.shortfall == ""  # published: how many dossiers is not known
    assert [count.value for count in view.counts[:2]] == ["16.095", "15.285"]
    assert (view.fees.online_transactions, view.fees.online_amount) == ("6.026", "2.670.894.555 đ")
    assert view.fees.transaction_share == "35,14 %"


@pytest.mark.parametrize(
    ("department", "rate", "place"),
    [
        ("so-noi-vu", "online_payment", "xếp thứ 1/15"),
        ("so-ke-hoach-va-dau-tu", "online_payment", "xếp thứ 15/15"),
        ("so-tai-chinh", "online_payment", "không xếp hạng"),  # no case takes no place
        ("so-tai-chinh", "online_submission", "xếp thứ 1/18"),  # three at 100,0 %: all first
        ("so-thong-tin-va-truyen-thong", "online_submission", "xếp thứ 1/18"),
        ("so-tu-phap", "online_submission", "xếp thứ 4/18"),  # after three firsts comes the fourth
        ("so-y-te", "eid", "xếp thứ 5/18"),
        ("ban-quan-ly-khu-kinh-te", "eid", "xếp thứ 1/18"),
    ],
)
def test_places(report: Report, reference: Reference, department: str, rate: str, place: str):
    assert standing(build_department(report(), department, reference), rate).place == place


def test_no_fee_transactions_is_no_failure(report: Report, reference: Reference):
    view = build_department(report(), "so-ngoai-vu", reference)
    payment = standing(view, "online_payment")
    assert payment.rate.status_word == "Không phát sinh"
    assert payment.rate.reason.startswith("Không phát sinh: không có giao dịch")
    assert (payment.place, payment.shortfall) == ("không xếp hạng", "")
    assert (view.fees.transaction_share, view.fees.amount_share) == ("không phát sinh",) * 2


def test_a_department_without_data_says_nothing_that_is_not_known(
    centre: World, reference: Reference
):
    centre.publish("2023-01", "who | received_new | received_online\nso-y-te | 100 | 40")
    view = build_department(centre.figures("2023-01"), "so-ngoai-vu", reference)
    assert view.has_data is False
    assert {s.place for s in view.standings} == {"không xếp hạng"}
    assert {s.shortfall for s in view.standings} == {""}
    assert {count.value for count in view.counts} == {"–"}
    assert view.fees.online_amount == "–"
    reporting = build_department(centre.figures("2023-01"), "so-y-te", reference)
    assert reporting.has_data is True
    assert standing(reporting, "online_submission").place == "xếp thứ 1/1"


def test_who_merged_away_within_the_period_is_not_ranked(centre: World, reference: Reference):
    """Of the quarter in which departments merged the 13 of its last day are ranked, as they are
    counted, and not the 25 that were there at some time."""
    for month in ("2025-02", "2025-03"):
        lines = (f"{d.id} | 100 | 50" for d in reference.departments_on(dates(month).last))
        centre.publish(month, "\n".join(["who | received_new | received_online", *lines]))
    figures = centre.figures("2025-02-01..2025-03-31")
    places = {
        who: standing(build_department(figures, who, reference), "online_submission").place
        for who in ("so-y-te", "so-tai-chinh-2025", "so-tai-chinh")
    }
    assert places == {
        "so-y-te": "xếp thứ 1/13",
        "so-tai-chinh-2025": "xếp thứ 1/13",
        "so-tai-chinh": "không xếp hạng",
    }


def test_an_unknown_department_is_an_error(report: Report, reference: Reference):
    with pytest.raises(KeyError):
        build_department(report(), "so-tren-troi", reference)
