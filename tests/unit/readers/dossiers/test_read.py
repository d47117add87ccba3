"""Reading from outside: progress, stopping, and what is left in the staging folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.dossier_lists import csv_bytes, make_records, rows_of, write_xlsx
from tests.unit.readers.dossiers.conftest import DECEMBER, ReadList
from ttpv.readers.dossiers import (
    Cancelled,
    Progress,
    find_dossier_list,
    read_dossiers,
    reading,
)
from ttpv.readers.dossiers.raw import Done
from ttpv.readers.dossiers.watch import Watch
from ttpv.reference import Reference

COUNT = 12_000


@pytest.fixture(scope="module", params=["csv", "bytes", "xlsx"])
def source(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[bytes | Path]:
    folder = tmp_path_factory.mktemp("lists")
    if request.param == "xlsx":
        yield write_xlsx(folder / "a.xlsx", rows_of(make_records(COUNT * 3)))
        return
    content = csv_bytes(rows_of(make_records(COUNT)))
    path = folder / "list.csv.gz"  # a name says nothing
    path.write_bytes(content)
    yield path if request.param == "csv" else content


def test_progress_grows_to_the_whole(source: bytes | Path, tmp_path: Path, reference: Reference):
    seen: list[Progress] = []
    read_dossiers(
        source, "a", reference, today=TODAY, staging=tmp_path, period=DECEMBER, progress=seen.append
    )
    assert len(seen) > 1
    assert [p.done for p in seen] == sorted(p.done for p in seen)
    assert seen[-1].seconds_left == 0
    under_way = [p for p in seen if p.done]
    assert {p.total for p in under_way} == {seen[-1].done}
    assert all(p.seconds_left is not None and p.seconds_left >= 0 for p in under_way)


def test_stopping_leaves_nothing(
    source: bytes | Path, tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "_COUNTED_AT_ONCE", 1_000)
    looks = iter([False, False, True])
    with pytest.raises(Cancelled):
        read_dossiers(
            source,
            "a",
            reference,
            today=TODAY,
            staging=tmp_path,
            period=DECEMBER,
            cancelled=lambda: next(looks),
        )
    assert list(tmp_path.iterdir()) == []


def test_stopping_does_not_wait_for_a_workbook_to_open(tmp_path: Path, reference: Reference):
    """The first look comes before the row reader has said a word."""
    path = write_xlsx(tmp_path / "a.xlsx", rows_of(make_records(10)))
    staging = tmp_path / "staging"
    staging.mkdir()
    with pytest.raises(Cancelled):
        read_dossiers(path, "a", reference, today=TODAY, staging=staging, cancelled=lambda: True)
    assert list(staging.iterdir()) == []


def test_a_failure_leaves_nothing(source: bytes | Path, tmp_path: Path, reference: Reference):
    def fail(progress: Progress) -> None:
        raise RuntimeError("thử")

    with pytest.raises(RuntimeError, match="thử"):
        read_dossiers(
            source, "a", reference, today=TODAY, staging=tmp_path, period=DECEMBER, progress=fail
        )
    assert list(tmp_path.iterdir()) == []


def test_a_list_is_found_by_its_first_rows(source: bytes | Path, reference: Reference):
    header = find_dossier_list(source, "a", reference)
    assert header is not None
    assert (header.row, header.body, header.columns["code"]) == (1, 2, 1)
    assert set(header.columns) == {column.id for column in reference.dossiers.columns}


def test_only_the_staged_files_are_left(read_list: ReadList):
    found = read_list(rows_of(make_records(300)))
    (folder,) = {path.parent for path in found.extras.values()}
    assert set(folder.iterdir()) == set(found.extras.values())
    assert set(found.extras) == {"cube", "days", "dossiers"}


def test_two_readings_do_not_meet(tmp_path: Path, reference: Reference):
    found = [
        read_dossiers(
            csv_bytes(rows_of(make_records(50, seed=seed))),
            "a",
            reference,
            today=TODAY,
            staging=tmp_path,
            period=DECEMBER,
        )
        for seed in (1, 2)
    ]
    paths = [path for one in found if one for path in one.extras.values()]
    assert len(set(paths)) == 6


def test_nothing_is_estimated_before_something_is_done():
    seen: list[Progress] = []
    watch = Watch(seen.append)
    watch.look(Done(0, 100, "bytes"))
    watch.look(Done(50, None, "bytes"))
    assert [p.seconds_left for p in seen] == [None, None]
