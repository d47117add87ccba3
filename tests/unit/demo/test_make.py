"""The demo's folder: complete or absent, its own or refused; imported as anybody imports."""

import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from tests.spec.tables import dates
from tests.unit.cli.conftest import Run
from ttpv.demo import Demo, DemoRefused, make_demo
from ttpv.demo import make as making
from ttpv.demo.exports import build_annex_file, build_list_file
from ttpv.demo.story import tell_story
from ttpv.imports import preview_files
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference, Target
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.uploads import Upload

JUNE = dates("2025-06")

# What the import says of the files, all of it meant to be seen: e-ID counts from 20/02/2023 only;
# two departments resolve in January 2024 what lay over the end of the year; a slip in June 2025 hid
# the late dossiers, and the next month stands out against it.
WARNINGS = {
    ("annex-1", "2023-01-01", "column_absent"): 1,
    ("template", "2024-01-01", "figure_jumped"): 2,
    ("template", "2025-07-01", "figure_jumped"): 1,
}


def test_the_import_says_just_what_it_is_meant_to(made_demo: Demo):
    store = Store(made_demo.folder)
    history = store.history()
    current = history[0]
    said = Counter(
        (entry.form, entry.start.isoformat(), issue.code)
        for entry in current.entries
        for issue in entry.issues
    )
    assert said == WARNINGS
    assert {issue.severity for e in current.entries for issue in e.issues} == {"warning"}
    assert store.verify() == ()


def test_history_shows_the_month_that_was_revised(made_demo: Demo):
    history = Store(made_demo.folder).history()
    revisions = [
        change for state in history for change in state.changes if change.change == "replaced"
    ]
    assert [(c.form, c.start.isoformat()) for c in revisions] == [("template", "2025-06-01")]
    slip = next(s for s in history if s.entries[-1].period == JUNE).entry_of(JUNE, "template")
    assert slip is not None
    assert [issue.code for issue in slip.issues] == ["figure_jumped"]


def test_every_file_that_was_imported_lies_there_to_be_tried(made_demo: Demo):
    current = Store(made_demo.folder).current()
    assert current is not None
    named = {entry.source.file for entry in current.entries}
    there = {path.name for path in (made_demo.folder / "exports").iterdir()}
    # The one with the slip; other figures are kept in their register, not as files.
    others = {name for name in there if name.endswith("so-lieu-khac.xlsx")}
    assert there - named - others == {"2025-06 mau-nhap-lieu.xlsx"}
    assert len(others) == 36
    assert named <= there


def test_people_in_the_lists_are_nobody_and_left_out(made_demo: Demo):
    (listed, *_) = sorted((made_demo.folder / "exports").glob("*.csv"))
    text = listed.read_text("utf-8-sig")
    assert "Người nộp giả định 00001" in text
    tables = [pq.read_table(path) for path in (made_demo.folder / "tables").iterdir()]
    assert sum(table.num_rows for table in tables) > 40_000
    for table in tables:
        assert "giả định" not in str(table.to_pydict())


def test_what_is_there_is_left_as_it_is(made_demo: Demo, reference: Reference):
    before = Store(made_demo.folder).numbers()
    again = make_demo(made_demo.folder, reference, seed=7)
    assert (again.made, again.folder) == (False, made_demo.folder)
    assert Store(made_demo.folder).numbers() == before


@pytest.mark.parametrize("below", ["", "store"])
def test_another_store_s_folder_is_refused(
    example_data_dir: Path, tmp_path: Path, reference: Reference, below: str
):
    """The real store's own folder, and one that holds it."""
    folder = tmp_path / "theirs"
    shutil.copytree(example_data_dir, folder / below)
    files = sorted(folder.rglob("*"))
    with pytest.raises(DemoRefused, match="không bao giờ được trộn với số liệu thật"):
        make_demo(folder, reference)
    assert sorted(folder.rglob("*")) == files
    assert not Store(folder / below).is_simulated


def test_a_half_made_one_is_made_again(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    """Broken off in the third month: nothing is there under the name; then it is made whole."""

    def stop(name: str) -> None:
        if name.startswith("2023-03"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path / "demo", reference, say=stop)
    assert list(tmp_path.iterdir()) == []
    story = tell_story(reference)
    short = making.Story(dict(list(story.year.items())[:2]), {}, [], [], {})
    monkeypatch.setattr(making, "tell_story", lambda *_: short)
    demo = make_demo(tmp_path / "demo", reference)
    assert demo.made
    assert Store(demo.folder).is_simulated
    assert len(Store(demo.folder).numbers()) == 2 + 1  # the targets come last


def test_who_comes_second_takes_what_the_first_has_made(
    made_demo: Demo, tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
):
    """Two at once: the other's folder appears while ours is being filled."""
    folder = tmp_path / "demo"
    monkeypatch.setattr(making._Maker, "make", lambda *_: shutil.copytree(made_demo.folder, folder))
    assert make_demo(folder, reference).made is False
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_equal_figures_are_equal_files(reference: Reference):
    story = tell_story(reference)
    period, month = next(iter(story.year.items()))
    assert build_annex_file(reference, period, month) == build_annex_file(reference, period, month)
    listed = story.listed[0]
    assert build_list_file(reference, listed, story.dossiers) == build_list_file(
        reference, listed, story.dossiers
    )


def test_the_files_can_be_uploaded_by_hand(made_demo: Demo, reference: Reference):
    """What is published already is no change; from an empty store each file stands by itself."""
    path = made_demo.folder / "exports" / "2024-05 mau-nhap-lieu.xlsx"
    store = Store(made_demo.folder)
    preview = preview_files(
        [Upload(path.name, path.read_bytes())], reference, today=making._TODAY, store=store
    )
    assert preview.is_valid
    assert all(store.holds(draft) for draft in preview.drafts)


def test_the_targets_are_said_to_be_invented(made_demo: Demo, reference: Reference):
    text = (made_demo.folder / "targets.toml").read_text("utf-8")
    assert text.count("[[target]]") == text.count('source = "Mô phỏng"') == 11
    assert "2026" not in text
    targets = msgspec.convert(msgspec.toml.decode(text)["target"], tuple[Target, ...], strict=False)
    scopes = {"province", *reference.department_by_id}
    assert all(t.rate in reference.rates and t.scope in scopes for t in targets)
    assert all(t.effective_to and t.effective_from < t.effective_to for t in targets)


def test_the_invented_targets_are_in_force_beside_the_real_ones_of_2023(
    made_demo: Demo, reference: Reference
):
    store = Store(made_demo.folder)
    simulated = open_reference(store, store.current())
    for day, value in (("2023-12-25", 50), ("2024-06-30", 60), ("2025-12-31", 70)):
        target = simulated.target_on("online_submission", date.fromisoformat(day))
        assert target is not None
        assert target.value == value
    assert simulated.target_on("online_submission", date(2026, 1, 1)) is None


def test_the_command(run: Run, made_demo: Demo, data_dir: Path):
    answer = run("demo", "--folder", made_demo.folder, "--json")
    assert (answer.code, answer.json) == (
        0,
        {"folder": str(made_demo.folder), "made": False},
    )
    assert "đã có" in run("demo", "--folder", made_demo.folder).out
    assert not data_dir.exists()  # the store in use is not touched


def test_the_command_refuses_a_real_store(run: Run, example_data_dir: Path):
    answer = run("demo", "--folder", example_data_dir)
    assert (answer.code, answer.out) == (1, "")
    assert "không bao giờ được trộn" in answer.err


def test_show_says_it(run: Run, made_demo: Demo, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TTPV_DATA_DIR", str(made_demo.folder))
    assert run("show").out.startswith("*** Số liệu mô phỏng")
    assert json.loads(run("show", "--json").out)["simulated"] is True


def test_other_figures_of_every_month_add_up_to_the_report(made_demo: Demo):
    """36 months; 2023 up to 25/12 is 227, 188, 19, and a little more than 110 and 1.200."""
    store = Store(made_demo.folder)
    reference = open_reference(store, store.current())
    assert len(reference.other_entries.periods) == len(reference.other_entries.indexes) == 36
    found = find_other_figures(reference, dates("2023-01-01..2023-12-25"))
    shown = {name: quantity.value for name, quantity in found.quantities.items()}
    assert shown == {
        "questions_received": 227,
        "questions_answered": 188,
        "questions_cancelled": 19,
        "questions_open": 20,
        "emails": 113,
        "calls": 1208,
        "signatures": 361,
    }
    assert found.quantities["signatures"].since == date(2023, 8, 15)
    months = find_other_figures(reference, dates("2024")).quantities["signatures"]
    assert (months.since, months.value and months.value > 361) == (None, True)
    assert found.index is not None
    assert str(found.index.points) == "90.18"
    later = find_other_figures(reference, dates("2025")).index
    assert later is not None
    assert None not in later.groups.values()
