"""The way of the dossiers: what comes in, goes out and remains balances, or nothing is drawn."""

from collections.abc import Callable

import pytest

from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.views.dossiers import build_dossiers

Report = Callable[..., Figures]


def test_the_flow_of_2023(report: Report):
    view = build_dossiers(report())
    assert view.is_complete
    assert view.title == (
        "95,82 % số hồ sơ đã được giải quyết, còn 4.157 hồ sơ đang giải quyết"  # 95.207 / 99.364
    )
    assert [(step.label, step.signed, step.kind) for step in view.steps] == [
        ("Kỳ trước chuyển sang", "+ 3.317", "in"),
        ("Tiếp nhận mới", "+ 96.047", "in"),
        ("Giải quyết đúng hạn", "− 95.161", "out"),
        ("Giải quyết trễ hạn", "− 46", "out"),
        ("Đang giải quyết", "= 4.157", "stock"),
    ]


def test_each_bar_begins_where_the_one_before_ended(report: Report):
    """In percent of 99.364: 3.317 → 3,34; 99.364 − 95.161 = 4.203 → 4,23; 4.203 − 46 → 4,18."""
    places = [(step.start, step.stop, step.level) for step in build_dossiers(report()).steps]
    assert places == [
        pytest.approx(place, abs=0.005)
        for place in (
            (0, 3.338, 3.338),
            (3.338, 100, 100),
            (4.230, 100, 4.230),
            (4.184, 4.230, 4.184),
            (0, 4.184, 4.184),
        )
    ]


@pytest.mark.parametrize("chosen", [(), ("so-y-te",), ("so-tu-phap", "so-xay-dung")])
def test_what_comes_in_less_what_goes_out_remains(report: Report, chosen: tuple[str, ...]):
    steps = build_dossiers(report(*chosen)).steps
    signs = {"in": 1, "out": -1, "stock": 0}
    level = sum(signs[step.kind] * (step.count or 0) for step in steps)
    assert level == steps[-1].count


def test_rows_hold_texts_and_what_they_sort_by(report: Report):
    view = build_dossiers(report("so-y-te", "so-tu-phap"))
    assert [row.name for row in view.rows] == ["Sở Tư pháp", "Sở Y tế"]
    assert view.rows[1].counts == ("161", "2.293", "1.458", "2.292", "6", "156", "0")
    assert view.rows[1].keys == (161, 2293, 1458, 2292, 6, 156, 0)
    assert view.total.keys == tuple(
        a + b for a, b in zip(view.rows[0].keys, view.rows[1].keys, strict=True)
    )
    assert len(view.heads) == len(view.total.counts)


def test_a_missing_department_makes_the_total_missing(centre: World):
    centre.publish(
        "2023-01",
        """
        who        | carried_over | received_new | resolved_on_time | resolved_late | pending
        so-y-te    |            1 |           10 |                5 |             1 |       5
        """,
    )
    view = build_dossiers(centre.figures("2023-01"))
    assert not view.is_complete
    assert view.title.startswith("Chưa đủ số liệu để vẽ biểu đồ")
    assert view.total.counts == ("–",) * 7
    assert view.total.keys == (None,) * 7
    assert [row.counts[1] for row in view.rows if row.id == "so-y-te"] == ["10"]


def test_nothing_at_all_has_no_share(centre: World):
    centre.publish(
        "2023-01",
        """
        who              | so-y-te
        received         |       0
        received_new     |       0
        carried_over     |       0
        resolved         |       0
        resolved_on_time |       0
        resolved_late    |       0
        pending          |       0
        """,
        sideways=True,
    )
    assert build_dossiers(centre.figures("2023-01", "so-y-te")).title.startswith("Chưa đủ số liệu")
