"""Where the store lies: any folder's name is a name, never a pattern."""

from pathlib import Path

import pytest

from tests.unit.store.test_store import SQL, publish, table
from ttpv.store import Store, store_folder
from ttpv.store.files import make_folder

# A folder's name, and one beside it that the name would match as a pattern.
NAMES = [
    ("kho[1]", "kho1"),
    ("kho[!x]", "khoa"),
    ("kho*", "kho 2023"),
    ("**", "kho"),
    ("kho?", "kho1"),
    ("kho{a,b}", "khoa"),
    ("[", "x"),
    ("kho số liệu", "kho"),
    ("kho'\"$files%41#", "kho"),
    ("~", "kho"),
]


@pytest.mark.parametrize(("name", "neighbour"), NAMES)
@pytest.mark.parametrize("below", ["", "store"])
def test_a_neighbour_s_figures_are_not_read(tmp_path: Path, name, neighbour, below):
    """The same period and form in both, so the files have one name: only the folder differs."""
    ours, other = Store(tmp_path / name / below), Store(tmp_path / neighbour / below)
    figures = table(received=7)
    publish(other, table(received=8), table("annex-2", online_amount=8))
    snapshot = publish(ours, figures, table("annex-2", online_amount=7)).snapshot
    copies = {entry.file for entry in snapshot.entries}
    for file in copies:  # even where the neighbour holds files of the same names
        taken = other.folder / "tables" / file
        if not taken.exists():
            taken.write_bytes((ours.folder / "tables" / file).read_bytes())
    rows = ours.query(SQL, snapshot.entries)
    assert [(row["received"], row["online_amount"]) for row in rows] == [(7, None), (None, 7)]


def test_a_relative_folder_is_where_the_program_runs(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = Store(Path("~") / "kho")
    snapshot = publish(store, table(received=7)).snapshot
    assert store.query(SQL, snapshot.entries)[0]["received"] == 7
    assert (tmp_path / "~" / "kho" / "FORMAT").exists()


def test_the_folder_comes_from_the_environment(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("TTPV_DATA_DIR", str(tmp_path / "x"))
    assert store_folder() == tmp_path / "x"
    monkeypatch.setenv("TTPV_DATA_DIR", "")
    assert store_folder().parts[-2:] == ("data", "store")
    monkeypatch.delenv("TTPV_DATA_DIR")
    assert store_folder().parts[-2:] == ("data", "store")


def test_looking_creates_nothing(tmp_path: Path):
    store = Store(tmp_path / "a" / "b")
    assert store.current() is None
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_with_their_parents_once(tmp_path: Path):
    for _ in range(2):
        make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()
