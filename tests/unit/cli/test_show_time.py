"""show over time: composed and derived periods, today's structure, months of the 15th to 14th."""

from pathlib import Path

import pytest

from tests.spec.tables import World
from tests.unit.cli.conftest import Run
from ttpv.reference import read_reference
from ttpv.store import Store


@pytest.fixture
def world(data_dir: Path) -> World:
    return World(Store(data_dir), read_reference())


def counts(answer: dict[str, dict[str, dict[str, int]]]) -> dict[str, int]:
    return answer["total"]["counts"]


def test_a_quarter_is_answered_by_its_months(run: Run, world: World):
    for month in ("2024-01", "2024-02", "2024-03"):
        world.publish(month, "who | received_new\nso-y-te | 10")
    answer = run("show", "--period", "2024-Q1", "--department", "so-y-te", "--json").json
    assert answer["period"] == {"start": "2024-01-01", "end": "2024-03-31"}
    assert counts(answer)["received_new"] == 10 + 10 + 10


def test_a_month_is_answered_by_two_cumulated_exports(run: Run, world: World):
    world.publish("2024-01", "who | received_new\nso-y-te | 10")
    world.publish("2024-01-01..2024-02-29", "who | received_new\nso-y-te | 25")
    answer = run("show", "--period", "2024-02", "--department", "so-y-te", "--json").json
    assert counts(answer)["received_new"] == 25 - 10


def test_months_that_close_on_the_14th_have_their_names(run: Run, world: World):
    """2024-01 is 15/12/2023–14/01/2024 where nothing answers the calendar month."""
    world.publish("2023-12-15..2024-01-14", "who | received_new\nso-y-te | 7")
    world.publish("2024-01-15..2024-02-14", "who | received_new\nso-y-te | 5")
    answer = run("show", "--period", "2024-01", "--json").json
    assert answer["period"] == {"start": "2023-12-15", "end": "2024-01-14"}
    to_date = run("show", "--period", "2024-YTD", "--department", "so-y-te", "--json").json
    assert to_date["period"] == {"start": "2023-12-15", "end": "2024-02-14"}
    assert counts(to_date)["received_new"] == 7 + 5


def test_the_structure_of_today_sums_predecessors(run: Run, world: World):
    world.publish("2025-01", "who | received_new\nso-tai-chinh | 4\nso-ke-hoach-va-dau-tu | 3")
    then = run("show", "--department", "Sở Tài chính", "--json").json
    now = run("show", "--structure", "now", "--department", "Sở Tài chính", "--json").json
    assert [line["id"] for line in then["departments"]] == ["so-tai-chinh"]
    assert counts(then)["received_new"] == 4
    assert [line["id"] for line in now["departments"]] == ["so-tai-chinh-2025"]
    assert counts(now)["received_new"] == 4 + 3


def test_the_nearest_that_can_be_answered_are_offered(run: Run, world: World):
    """January and February make an answer from the year's start, which lies nearest to Q1."""
    for month in ("2024-01", "2024-02"):
        world.publish(month, "who | received_new\nso-y-te | 10")
    answer = run("show", "--period", "2024-Q1", "--json")
    assert answer.code == 1
    assert answer.json["missing"] == [{"start": "2024-03-01", "end": "2024-03-31"}]
    assert answer.json["nearest"][0] == {"start": "2024-01-01", "end": "2024-02-29"}
