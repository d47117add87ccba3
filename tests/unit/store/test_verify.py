"""Exactly what is damaged, and whom it touches."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.states import drafts_of
from tests.unit.store.test_store import publish, table
from ttpv.core.periods import parse_period
from ttpv.store import Store, StoreError, verify_folder
from ttpv.store.verify import join_ids


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """1 and 2 hold January; 3 adds February."""
    store = Store(tmp_path / "store")
    store.publish(drafts_of(store.folder, 1), by="tests")
    store.add_alias("SYT", "so-y-te", by="tests")
    publish(store, table(period="2023-02", received=3))
    return store


def file(store: Store, pattern: str) -> Path:
    (path,) = store.folder.glob(pattern)
    return path


def flip(content: bytes, chance: random.Random) -> bytes:
    """One bit of it the other way."""
    place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
    return content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]


def test_a_whole_store_has_no_findings(store: Store):
    store.pin("1", by="tests", why="x")
    assert store.verify() == ()
    assert verify_folder(store.folder / "absent") == ()


@pytest.mark.parametrize(
    ("pattern", "kind", "snapshots", "months"),
    [
        ("tables/2023-01*_annex-1_*", "table", ("000001", "000002", "000003"), ["2023-01"]),
        ("tables/2023-02*_annex-1_*", "table", ("000003",), ["2023-02"]),
        ("tables/*_cube_*", "extra", ("000001", "000002", "000003"), ["2023-01"]),
        ("sources/*", "source", ("000001", "000002", "000003"), ["2023-01"]),
        ("manifests/000002.json", "manifest", ("000002",), []),
    ],
)
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-3]),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        Path.unlink,
    ],
    ids=["empty", "cut", "longer", "zeros", "gone"],
)
def test_damage_is_found_and_named(
    store: Store,
    pattern: str,
    kind: str,
    snapshots: tuple[str, ...],
    months: list[str],
    damage: Callable[[Path], object],
):
    path = file(store, pattern)
    damage(path)
    (finding,) = store.verify()
    assert finding.kind == ("gap" if kind == "manifest" and not path.exists() else kind)
    assert finding.path == path.relative_to(store.folder).as_posix()
    assert finding.path in finding.message or path.stem in finding.message
    assert finding.snapshots == snapshots
    assert finding.periods == tuple(parse_period(month) for month in months)
    assert "bản sao lưu" in finding.message


def test_every_flipped_bit_of_a_table_is_found(store: Store):
    """Also where the figures are not: names and pages have checksums of their own."""
    path = file(store, "tables/2023-01*_annex-1_*")
    content, chance = path.read_bytes(), random.Random(7)
    entry = store.current().entries[0]
    found, harmless = 0, 0
    for _ in range(300):
        path.write_bytes(flip(content, chance))
        findings = store.verify()
        if findings:
            assert [finding.kind for finding in findings] == ["table"]
            found += 1
        else:  # statistics, the writer's name: whoever reads gets the same figures
            rows = store.query("SELECT * EXCLUDE printed_name FROM read_parquet($files)", [entry])
            assert rows[0]["received"] == 1
            harmless += 1
    assert found > harmless


def test_every_flipped_bit_of_a_manifest_is_found(store: Store):
    path = file(store, "manifests/000003.json")
    content, chance = path.read_bytes(), random.Random(7)
    for _ in range(200):
        path.write_bytes(flip(content, chance))
        assert "000003" in [s for finding in store.verify() for s in finding.snapshots]


def test_other_figures_under_the_same_name_are_found(store: Store):
    """Readable, whole, and not what was published."""
    other = Store(store.folder.parent / "other")
    publish(other, table(received=9))
    shutil.copy(file(other, "tables/*"), file(store, "tables/2023-01*_annex-1_*"))
    (finding,) = store.verify()
    assert finding.kind == "table"
    assert "bị hỏng" in finding.message


@pytest.mark.parametrize("content", [None, "9\n", ""])
def test_the_format_is_checked(store: Store, content: str | None):
    path = store.folder / "FORMAT"
    path.unlink() if content is None else path.write_text(content)
    (finding,) = verify_folder(store.folder)
    assert (finding.kind, finding.path) == ("format", "FORMAT")


def test_a_gap_that_prune_made_is_known_and_another_is_not(store: Store):
    store.prune(by="tests", keep=2, dry_run=False)
    assert store.verify() == ()
    file(store, "manifests/000002.json").unlink()
    (finding,) = store.verify()
    assert (finding.kind, finding.snapshots) == ("gap", ("000002",))
    assert "không do lệnh prune" in finding.message


def test_a_damaged_note_is_found(store: Store):
    store.pin("1", by="tests", why="x")
    store.prune(by="tests", keep=1, dry_run=False)
    for pattern in ("pins/*.json", "pruned/*.json"):
        file(store, pattern).write_text("{")
    kinds = [finding.kind for finding in store.verify()]
    assert kinds == ["record", "record", "gap"]


@pytest.mark.parametrize(
    "name",
    ["../FORMAT", "/etc/passwd", "x.parquet", "..", "2023-01-01..2023-01-31_a/b_" + "0" * 16],
)
def test_a_name_that_leads_elsewhere_is_damage(store: Store, name: str):
    path = file(store, "manifests/000003.json")
    manifest = json.loads(path.read_bytes())
    manifest["entries"][0]["file"] = name
    manifest["seal"] = ""
    path.write_text(json.dumps(manifest))
    (finding,) = store.verify()
    assert "tên tệp" in finding.message
    with pytest.raises(StoreError, match="tên tệp"):
        Store(store.folder).current()


def test_ids_that_follow_each_other_are_a_range():
    assert join_ids(["000001"]) == "000001"
    assert join_ids(["000001", "000002", "000003", "000005"]) == "000001–000003, 000005"
    assert join_ids([]) == ""
