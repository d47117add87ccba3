"""What a line is called where a department existed in a part of the period."""

from pathlib import Path

import pytest

from tests.spec.tables import World, line_of
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.names import full_name, short_name, short_names


@pytest.fixture
def world(tmp_path: Path, reference: Reference) -> World:
    """Two months around the mergers of 01/03/2025, and a half-month one over them."""
    world = World(Store(tmp_path / "world"), reference)
    world.publish("2025-02", "who | received_new\nso-tai-chinh | 1\nso-y-te | 1")
    world.publish("2025-03", "who | received_new\nso-tai-chinh-2025 | 1\nso-y-te | 1")
    return world


def test_two_departments_of_one_name_are_told_apart(world: World):
    figures = world.figures("2025-02-01..2025-03-31")
    assert short_name(line_of(figures, "so-tai-chinh")) == "Tài chính (đến 28/02/2025)"
    assert full_name(line_of(figures, "so-tai-chinh-2025")) == "Sở Tài chính (từ 01/03/2025)"
    names = short_names(figures)
    assert len(names) == len(figures.departments)
    assert names["Tài chính (từ 01/03/2025)"] == "so-tai-chinh-2025"


def test_who_was_there_throughout_has_the_plain_name(world: World):
    figures = world.figures("2025-02-01..2025-03-31")
    assert short_name(line_of(figures, "so-y-te")) == "Y tế"
    assert short_name(line_of(world.figures("2025-02"), "so-tai-chinh")) == "Tài chính"
    assert short_name(figures.total) == ""


def test_who_merged_away_is_not_counted_beside_the_successor(world: World):
    """Sở Tài chính until 28/02 and Sở Tài chính from 01/03 are not two that met a target."""
    figures = world.figures("2025-02-01..2025-03-31")
    of_last_day = {line.department.id for line in figures.of_last_day if line.department}
    assert "so-tai-chinh" not in of_last_day
    assert "so-tai-chinh-2025" in of_last_day
    assert of_last_day == {d.id for d in world.reference.departments_on(figures.period.last)}
