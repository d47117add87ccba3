"""Which ranges a withdrawal takes with it, and how that is said."""

import pytest

from tests.spec.tables import World, dates, read_table
from ttpv.lost_ranges import LostRange, find_lost_ranges
from ttpv.states import plan_restore, plan_withdrawal
from ttpv.views.lost_ranges import describe_lost_ranges

DOSSIERS = "who | received_new | received_online"


@pytest.fixture
def quarter(world: World) -> World:
    """Three months as `spec`, and fees of them as `fees`."""
    for month in ("2023-01", "2023-02", "2023-03"):
        world.publish(
            month, "who | received_new | received_online\na | 10 | 5\nb | 1 | 1\nc | 1 | 1"
        )
        world.publish(
            month, "who | online_transactions | direct_transactions\na | 3 | 4", form="fees"
        )
    return world


def lose(world: World, month: str, *forms: str) -> tuple[LostRange, ...]:
    current = world.store.current()
    assert current is not None
    after = current.entries
    for form in forms:
        kept = plan_withdrawal(current, dates(month), form)
        after = tuple(entry for entry in after if entry in kept)
    return find_lost_ranges(current.entries, after, world.reference)


def test_a_month_takes_with_it_what_it_is_a_part_of(quarter: World):
    lost = lose(quarter, "2023-02", "spec", "fees")
    expected = read_table(
        """
        period                 | kind    | whole
        2023-02-01..2023-02-28 | month   | True
        2023-01-01..2023-03-31 | quarter | True
        2023-01-01..2023-02-28 | to_date | True
        """
    )
    found = [{"period": str(x.period), "kind": x.kind, "whole": str(x.whole)} for x in lost]
    assert found == expected
    assert describe_lost_ranges(lost, quarter.reference) == (
        "Không còn số liệu nào của tháng 02/2023, quý I/2023 và 1 kỳ lũy kế từ đầu năm.",
    )


def test_a_form_alone_takes_its_measures(quarter: World):
    """The dossiers stay answered; a month's own sum from the year's start is the month."""
    lost = lose(quarter, "2023-01", "fees")
    assert {str(one.period) for one in lost} == {
        "2023-01-01..2023-01-31",
        "2023-01-01..2023-03-31",
        "2023-01-01..2023-02-28",
    }
    assert not any(one.whole for one in lost)
    assert all("received_new" not in one.fields for one in lost)
    assert all("online_transactions" in one.fields for one in lost)
    (sentence,) = describe_lost_ranges(lost, quarter.reference)
    assert sentence == (
        "Không còn giao dịch trực tuyến và giao dịch trực tiếp của tháng 01/2023, quý I/2023 "
        "và 1 kỳ lũy kế từ đầu năm."
    )


def test_what_another_file_answers_is_not_lost(quarter: World):
    """An export of the quarter itself; the fees stay, so February loses a part of what it has."""
    quarter.publish("2023-Q1", f"{DOSSIERS}\na | 30 | 15\nb | 3 | 3\nc | 3 | 3")
    lost = {str(one.period): one.whole for one in lose(quarter, "2023-02", "spec")}
    assert lost == {"2023-02-01..2023-02-28": False, "2023-01-01..2023-02-28": False}


def test_restoring_one_period_leaves_the_others(quarter: World):
    origin, _ = quarter.store.history()[1], None
    quarter.publish(
        "2023-03", "who | received_new | received_online\na | 99 | 5\nb | 1 | 1\nc | 1 | 1"
    )
    quarter.publish(
        "2023-04", "who | received_new | received_online\na | 99 | 5\nb | 1 | 1\nc | 1 | 1"
    )
    current = quarter.store.current()
    assert current is not None
    after = plan_restore(origin, current, dates("2023-03"))
    assert quarter.store.restore(origin.id, by="an", period=dates("2023-03")).changed
    restored = quarter.store.current()
    assert restored is not None
    assert {entry.key: entry.content for entry in after} == {
        entry.key: entry.content for entry in restored.entries
    }
    assert plan_restore(origin, current, None) == tuple(origin.entries)
