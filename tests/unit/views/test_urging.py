"""Whom there is something to urge of: by the letter's own rules."""

from collections.abc import Callable

import pytest

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.letter import build_letter
from ttpv.views.urging import build_urging

Report = Callable[..., Figures]


def test_exactly_those_to_whom_there_is_a_letter(report: Report, reference: Reference):
    figures = report()
    urged = {row.id for row in build_urging(figures)}
    needed = {
        line.department.id
        for line in figures.departments
        if line.department and build_letter(figures, line.department.id, reference).is_needed
    }
    assert urged == needed
    assert "so-du-lich" not in urged


def test_what_a_row_says(report: Report):
    rows = {row.id: row for row in build_urging(report())}
    transport = rows["so-giao-thong-van-tai"]
    assert (transport.name, transport.below) == ("Giao thông vận tải", "5/5")
    assert (transport.late, transport.overdue, transport.keys) == ("12", "0", (5, 12, 0))
    assert rows["so-tai-chinh"].below.endswith("/4")  # without a fee there is no payment to judge


def test_overdue_dossiers_come_first(centre: World):
    centre.publish(
        "2023-12",
        """
        who        | received_new | received_online | resolved_late | pending_overdue
        so-y-te    |          100 |              10 |             9 |               0
        so-tu-phap |          100 |              90 |             0 |               1
        so-du-lich |          100 |              90 |             0 |               0
        """,
        form="annex-1",
    )
    found = build_urging(centre.figures("2023-12"))
    assert [row.id for row in found] == ["so-tu-phap", "so-y-te"]
    assert [row.below for row in found] == ["0/1", "1/1"]


@pytest.mark.parametrize("department", ["so-du-lich", "so-y-te"])
def test_of_the_chosen_only(report: Report, department: str):
    assert len(build_urging(report(department))) == (department == "so-y-te")
