"""Files → one published state, or nothing at all."""

import hashlib
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, TODAY, EditExample
from ttpv.core.periods import parse_period
from ttpv.imports import Preview, Upload, missing_file, preview_files, publish_files
from ttpv.publishing import NotAllowed, Publisher
from ttpv.reference import Reference
from ttpv.store import Store

CLERK = Publisher("văn thư", may_publish=True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def preview(reference: Reference, *paths: Path, **options) -> Preview:
    uploads = [Upload(path.name, path.read_bytes()) for path in paths]
    return preview_files(uploads, reference, today=TODAY, **options)


def test_a_preview_writes_nothing(store: Store, reference: Reference):
    (file,) = preview(reference, EXAMPLE, store=store).files
    assert file.is_valid
    assert file.forms == ("annex-1", "annex-2")
    assert file.periods == (parse_period("2023-01-01..2023-12-25"),)
    assert not store.folder.exists()


def test_published_with_its_source(store: Store, reference: Reference):
    outcome = publish_files(preview(reference, EXAMPLE), store, CLERK)
    assert outcome.status == "published"
    for entry in outcome.snapshot.entries:
        assert entry.source.file == EXAMPLE.name
        assert entry.source.sha256 == hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()
        assert entry.source.reference == reference.digest
        assert entry.published_by == "văn thư"
    again = preview(reference, EXAMPLE, store=store)
    assert publish_files(again, store, CLERK).status == "unchanged"


def test_annex_2_after_annex_1_adds_to_the_period(
    store: Store, reference: Reference, edit_example: EditExample
):
    first = edit_example("1.xlsx", drop_sheets=("Phụ lục II",))
    second = edit_example("2.xlsx", drop_sheets=("Phụ lục I",))
    publish_files(preview(reference, first), store, CLERK)
    outcome = publish_files(preview(reference, second, store=store), store, CLERK)
    assert outcome.snapshot.id == "000002"
    assert [entry.form for entry in outcome.snapshot.entries] == ["annex-1", "annex-2"]
    assert len(outcome.snapshot.periods) == 1


def test_one_refused_file_refuses_them_all(
    store: Store, reference: Reference, edit_example: EditExample
):
    good = edit_example("1.xlsx", drop_sheets=("Phụ lục II",))
    bad = edit_example("2.xlsx", {("Phụ lục II", "C12"): "abc"}, drop_sheets=("Phụ lục I",))
    outcome = publish_files(preview(reference, good, bad), store, CLERK)
    assert outcome.status == "rejected"
    assert [file.is_valid for file in outcome.files] == [True, False]
    assert store.current() is None


def test_the_same_form_in_two_files_is_refused(reference: Reference, edit_example: EditExample):
    again = edit_example("lai.xlsx")
    first, second = preview(reference, EXAMPLE, again).files
    assert first.is_valid
    assert {issue.code for issue in second.issues} == {"form_twice"}


def test_strict_refuses_warnings(store: Store, reference: Reference, edit_example: EditExample):
    warned = preview(reference, edit_example("sua.xlsx", {("Phụ lục I", "E32"): 1}))
    assert publish_files(warned, store, CLERK, strict=True).status == "rejected"
    outcome = publish_files(warned, store, CLERK)
    assert outcome.status == "published"
    by_form = {entry.form: len(entry.issues) for entry in outcome.snapshot.entries}
    assert by_form == {"annex-1": 2, "annex-2": 0}


def test_who_saw_another_state_is_asked_again(
    store: Store, reference: Reference, edit_example: EditExample
):
    publish_files(preview(reference, EXAMPLE), store, CLERK)
    path = edit_example("sua.xlsx", {("Phụ lục I", "E32"): 1})
    for stale in (
        preview(reference, path),
        preview(reference, path, store=Store(store.folder / "x")),
    ):
        assert stale.snapshot == ""
        outcome = publish_files(stale, store, CLERK)
        assert (outcome.status, outcome.snapshot.id) == ("needs_confirmation", "000001")
    seen = preview(reference, path, store=store)
    assert seen.snapshot == "000001"
    assert publish_files(seen, store, CLERK).status == "published"


def test_who_may_not_publish_cannot(store: Store, reference: Reference):
    visitor = Publisher("khách", may_publish=False, reason="Chỉ xem.")
    with pytest.raises(NotAllowed, match="Chỉ xem"):
        publish_files(preview(reference, EXAMPLE), store, visitor)
    assert store.current() is None


def test_beside_an_error_sums_are_not_judged(reference: Reference, edit_example: EditExample):
    (file,) = preview(reference, edit_example("hong.xlsx", {("Phụ lục I", "D15"): "abc"})).files
    assert {issue.code for issue in file.issues} == {"count_not_number"}


def test_a_period_asked_for_one_file_leaves_the_others_alone(
    reference: Reference, edit_example: EditExample
):
    printed = edit_example("1.xlsx", drop_sheets=("Phụ lục II",))
    silent = edit_example("2.xlsx", {("Phụ lục II", "A7"): None}, drop_sheets=("Phụ lục I",))
    december = parse_period("2023-12")
    files = preview(reference, printed, silent, period=december, overrules=False).files
    assert [str(file.periods[0]) for file in files] == ["2023-01-01..2023-12-25", str(december)]
    assert not any(file.issues for file in files)


@pytest.mark.parametrize(
    "name", ["../../x.xlsx", "a\0\n\x1b[2J.xlsx", "\udcff.xlsx", "x" * 5000, ""]
)
def test_any_name_of_a_file_can_be_published_and_is_no_path(
    name: str, store: Store, reference: Reference, tmp_path: Path
):
    upload = Upload(name, EXAMPLE.read_bytes())
    preview = preview_files([upload], reference, store=store, today=TODAY)
    assert publish_files(preview, store, CLERK).status == "published"
    assert not [path for path in tmp_path.rglob("*") if "x.xlsx" in path.name]
    assert missing_file(name).issues[0].message.isprintable()
