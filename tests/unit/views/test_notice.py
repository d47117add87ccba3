"""The texts of the sheet: whose it is, of when, and what its signs mean."""

from collections.abc import Callable
from datetime import date

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.views.notice import build_notice

Report = Callable[..., Figures]


def test_the_head_names_office_period_and_day(report: Report, centre: World) -> None:
    view = build_notice(report(), centre.reference, published_on=date(2023, 12, 26))
    assert view.superior == "Văn phòng Ủy ban nhân dân tỉnh Bình Định"
    assert view.place_date == "Bình Định, ngày 26 tháng 12 năm 2023"
    assert view.period == "Kỳ báo cáo 01/01/2023 – 25/12/2023"
    assert (view.scope, view.simulated) == ("", "")


def test_without_a_day_there_is_room_to_write_it(report: Report, centre: World) -> None:
    view = build_notice(report(), centre.reference)
    assert view.place_date == "Bình Định, ngày ….. tháng ….. năm ………"


def test_a_selection_says_that_it_is_one(report: Report, centre: World) -> None:
    view = build_notice(report("so-y-te", "so-xay-dung"), centre.reference)
    assert view.scope == "Xây dựng, Y tế"
    assert view.table is not None
    assert [row.name for row in view.table.rows] == ["Sở Xây dựng", "Sở Y tế"]
    # The two rates that are known only as a range, and the estimates, are explained.
    assert any(note.startswith("≈:") for note in view.notes)
    assert any(note.startswith("Hai số nối bằng gạch") for note in view.notes)


def test_signs_that_do_not_stand_there_are_not_explained(report: Report, centre: World) -> None:
    view = build_notice(report(), centre.reference)
    assert not any(note.startswith(("≈", "Hai số")) for note in view.notes)
    statuses = [item.status for item in view.legend]
    assert "not_applicable" in statuses  # three departments without any fee
    assert "unavailable" not in statuses


def test_counts_that_nobody_has_are_left_out(centre: World) -> None:
    centre.publish("2023-05", "who | received_new | received_online\nso-y-te | 10 | 5\n")
    view = build_notice(centre.figures("2023-05"), centre.reference)
    assert view.table is not None
    assert view.table.count_heads == ("Tiếp nhận mới", "Trực tuyến")
