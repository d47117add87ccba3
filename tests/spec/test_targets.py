"""Which target a period is judged by: the one in force on its last day, the department's own first.

Figures are the same in every period, so that only the target can make the difference.
"""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.spec.tables import World, check_rates, read_table
from ttpv.core.typed import parse_day, parse_value
from ttpv.reference import PROVINCE, Reference, Target, parse_targets
from ttpv.store import Store

# The centre's target goes up in mid-year; Sở Y tế has one of its own for a quarter.
REGISTER = """
    scope    | value | from       | to
    province |    50 | 01/01/2023 | 30/06/2023
    province |    70 | 01/07/2023 | 31/12/2023
    so-y-te  |  66,5 | 01/04/2023 | 30/09/2023
"""
EXPORT = """
    who            | received_new | received_online
    so-y-te        |          100 |              66
    so-cong-thuong |          100 |              60
"""
EXPECTED = {
    "2023-03": """
    who            | rate              | value                           | target | status
    total          | online_submission | (66 + 60) / (100 + 100) × 100 = 63,0 |  50 | met
    so-y-te        | online_submission | 66,0                            |     50 | met
    so-cong-thuong | online_submission | 60,0                            |     50 | met
    """,
    "2023-06": """
    who            | rate              | value | target | gap  | status
    total          | online_submission | 63,0  |     50 | 13,0 | met
    so-y-te        | online_submission | 66,0  |   66,5 | -0,5 | near
    so-cong-thuong | online_submission | 60,0  |     50 | 10,0 | met
    """,
    "2023-07": """
    who            | rate              | value | target | gap   | status
    total          | online_submission | 63,0  |     70 |  -7,0 | missed
    so-y-te        | online_submission | 66,0  |   66,5 |  -0,5 | near
    so-cong-thuong | online_submission | 60,0  |     70 | -10,0 | missed
    """,
    "2023-10": """
    who            | rate              | value | target | gap  | status
    so-y-te        | online_submission | 66,0  |     70 | -4,0 | near
    """,
    "2024-01": """
    who            | rate              | value | target | gap  | status
    total          | online_submission | 63,0  | null   | null | no_target
    so-y-te        | online_submission | 66,0  | null   | null | no_target
    """,
    # It begins under 50 % and ends under 70 %: the last day decides.
    "2023-06-21..2023-07-20": """
    who            | rate              | value | target | gap  | status
    total          | online_submission | 63,0  |     70 | -7,0 | missed
    """,
}


def register(text: str) -> tuple[Target, ...]:
    rows = read_table(text)
    return tuple(
        Target(
            rate="online_submission",
            value=parse_value(row["value"]),
            scope=row["scope"],
            effective_from=parse_day(row["from"]),
            effective_to=parse_day(row["to"]),
            source="spec",
        )
        for row in rows
    )


def judged_by(reference: Reference, targets: tuple[Target, ...], folder: Path) -> World:
    """A centre of two departments with that register."""
    two = tuple(reference.department_by_id[id_] for id_ in ("so-y-te", "so-cong-thuong"))
    edited = msgspec.structs.replace(reference, departments=two, targets=targets)
    return World(Store(folder), edited)


@pytest.mark.parametrize("period", EXPECTED)
def test_the_last_day_decides(tmp_path: Path, reference: Reference, period: str):
    world = judged_by(reference, register(REGISTER), tmp_path)
    world.publish(period, EXPORT, form="annex-1")
    check_rates(world.figures(period), EXPECTED[period])


def test_a_register_without_targets_judges_nothing(tmp_path: Path, reference: Reference):
    world = judged_by(reference, (), tmp_path)
    world.publish("2023-06", EXPORT, form="annex-1")
    figures = world.figures("2023-06")
    assert {figure.status for figure in figures.total.rates.values()} <= {
        "no_target",
        "unavailable",
    }
    assert figures.total.rates["online_submission"].status == "no_target"


def test_the_shipped_targets_name_where_they_come_from():
    """No target is shipped that no source gives."""
    text = (Path(__file__).parents[2] / "data/reference/targets.toml").read_text()
    for target in parse_targets(text):
        assert target.source.startswith("Báo cáo năm 2023")
        assert (target.scope, target.effective_to) == (PROVINCE, date(2023, 12, 31))
