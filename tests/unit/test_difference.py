"""What a publication would change is what it then changes."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, TODAY, EditExample
from tests.dress import ANNEX_1, ANNEX_2, Style, dressed
from tests.spec.tables import World, dates, make_counts, read_table
from tests.unit.reports.test_template import filled
from ttpv.core.tables import CountsTable
from ttpv.difference import (
    FigureChange,
    changes_of_file,
    compare_states,
    compare_tables,
    compute_difference,
)
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.monitor import read_figures
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.reports.template import build_template
from ttpv.store import Store
from ttpv.views.difference import build_difference

CLERK = Publisher("văn thư", may_publish=True)
ONE, TWO = "Phụ lục I", "Phụ lục II"
YEAR = "2023-01-01..2023-12-25"


def look(store: Store, reference: Reference, *paths: Path | bytes) -> Preview:
    contents = [path if isinstance(path, bytes) else path.read_bytes() for path in paths]
    uploads = [Upload(f"{n}.xlsx", content) for n, content in enumerate(contents, 1)]
    return preview_files(uploads, reference, store=store, today=TODAY)


def table(text: str, reference: Reference, form: str = "annex-1") -> CountsTable:
    return make_counts(read_table(text), dates(YEAR), reference, form)


# Tables


BEFORE = """
    who        | received_new | received_online | eid
    so-y-te    |           10 |               0 | 90,0
    so-tu-phap |            5 |               5 |
    Σ          |           15 |               5 | 91,0
"""
AFTER = """
    who        | received_new | received_online | eid
    so-noi-vu  |            1 |               1 | 50,0
    so-y-te    |           10 |                 | 90,0
    Σ          |           15 |               6 | 91,0
"""


def test_figure_by_figure(reference: Reference):
    change = compare_tables(table(BEFORE, reference), table(AFTER, reference))
    assert change.changes == (
        FigureChange("so-noi-vu", "received_new", None, 1),
        FigureChange("so-noi-vu", "received_online", None, 1),
        FigureChange("so-noi-vu", "eid", None, Decimal(50)),
        FigureChange("so-y-te", "received_online", 0, None),  # none is not 0
        FigureChange("so-tu-phap", "received_new", 5, None),
        FigureChange("so-tu-phap", "received_online", 5, None),
        FigureChange(None, "received_online", 5, 6),
    )
    assert change.unchanged == 4  # so-y-te 10 and 90, Σ 15 and 91; what is nowhere is no figure
    assert (change.added, change.removed) == (("so-noi-vu",), ("so-tu-phap",))
    assert not change.new


def test_a_column_that_comes_or_goes(reference: Reference):
    less = table("who | received_new\nso-y-te | 10", reference)
    more = table("who | received_new | eid\nso-y-te | 10 | 90,0", reference)
    came = FigureChange("so-y-te", "eid", None, Decimal(90))
    gone = FigureChange("so-y-te", "eid", Decimal(90), None)
    assert compare_tables(less, more).changes == (came,)
    assert compare_tables(more, less).changes == (gone,)


def test_the_same_is_no_change(reference: Reference):
    one = table(BEFORE, reference)
    change = compare_tables(one, table(BEFORE.replace("90,0", "90,00"), reference))
    assert (change.changes, change.unchanged) == ((), 8)


# Publications


def after_publishing(store: Store, reference: Reference, preview: Preview) -> None:
    """What was announced is what `show` then says, rate by rate, to the last digit."""
    announced = compute_difference(preview, store, reference)
    before = store.current()
    outcome = publish_files(preview, store, CLERK)
    assert outcome.status == "published"
    for change in announced:
        figures = read_figures(store, reference, outcome.snapshot, change.period)
        assert {rate.rate.id: rate.after for rate in change.rates} == figures.total.rates
        if not change.new:
            old = read_figures(store, reference, before, change.period)
            assert {rate.rate.id: rate.before for rate in change.rates} == old.total.rates


def test_a_new_period(tmp_path: Path, reference: Reference):
    store = Store(tmp_path)
    preview = look(store, reference, EXAMPLE)
    (change,) = compute_difference(preview, store, reference)
    assert change.new
    assert [(form.form, form.new, form.changes) for form in change.forms] == [
        ("annex-1", True, ()),
        ("annex-2", True, ()),
    ]
    assert all(rate.before is None for rate in change.rates)
    assert list(tmp_path.iterdir()) == []  # nothing is written for it
    after_publishing(store, reference, preview)


def test_a_correction(example_store: Store, reference: Reference, edit_example: EditExample):
    """63.629 − 9.754 = 53.875 of 96.047 online: 66,2 % → 56,1 %."""
    preview = look(example_store, reference, edit_example("sua.xlsx", {(ONE, "E15"): 20_000}))
    (change,) = compute_difference(preview, example_store, reference)
    one, two = change.forms
    assert one.changes == (FigureChange("so-cong-thuong", "received_online", 29_754, 20_000),)
    assert (one.unchanged, two.changes, two.unchanged) == (19 * 15 - 1, (), 19 * 4)
    online = next(rate for rate in change.rates if rate.rate.id == "online_submission")
    assert (online.before.metric.numerator, online.after.metric.numerator) == (63_629, 53_875)
    after_publishing(example_store, reference, preview)


def test_the_other_form_of_the_period_keeps_its_part(
    tmp_path: Path, reference: Reference, edit_example: EditExample
):
    store = Store(tmp_path)
    publish_files(look(store, reference, edit_example("1.xlsx", drop_sheets=(TWO,))), store, CLERK)
    preview = look(store, reference, edit_example("2.xlsx", drop_sheets=(ONE,)))
    (change,) = compute_difference(preview, store, reference)
    assert not change.new
    assert [form.new for form in change.forms] == [True]
    after_publishing(store, reference, preview)


def test_of_two_forms_with_a_measure_the_finer_one_counts(
    example_store: Store, reference: Reference
):
    """The template beside annex I: its numerators and denominators make every rate computed."""
    content = filled(build_template(reference, dates(YEAR)), reference)
    preview = look(example_store, reference, content)
    (change,) = compute_difference(preview, example_store, reference)
    assert [form.new for form in change.forms] == [True]
    assert {rate.after.metric.basis for rate in change.rates} == {"computed"}
    after_publishing(example_store, reference, preview)


def test_figures_that_give_way_to_a_finer_form_are_shown_cell_by_cell(
    example_store: Store, reference: Reference
):
    """A template that says other counts than annex I: the form is new, what pages show changes."""
    content = filled(build_template(reference, dates(YEAR)), reference)
    preview = look(example_store, reference, content)
    (draft,) = preview.drafts
    rows = [r for r in draft.table.rows if r.department != "so-y-te"]  # and one line is gone
    other = replace(rows[0], figures={**rows[0].figures, "received_new": 77})
    less = replace(draft, table=replace(draft.table, rows=(other, *rows[1:])))
    file = replace(preview.files[0], drafts=(less,))
    changes = compute_difference(replace(preview, files=(file,)), example_store, reference)
    shown = {(c.department, c.field): (c.before, c.after) for c in changes[0].displaced}
    entry = next(e for e in example_store.current().entries if e.form == "annex-1")
    annex = {r.department: r.figures for r in example_store.read_table(entry).rows}
    published = annex[other.department]["received_new"]
    assert shown[(other.department, "received_new")] == (published, 77)
    assert shown[("so-y-te", "resolved")][1] is None
    assert ("so-y-te", "eid") not in shown  # annex I's printed rate stays shown
    assert changes[0].forms[0].overruled == ()


def test_a_form_that_another_overrules_says_so(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    content = filled(build_template(reference, dates(YEAR)), reference)
    publish_files(look(example_store, reference, content), example_store, CLERK)
    preview = look(example_store, reference, edit_example("sua.xlsx", {(ONE, "E15"): 20_000}))
    (change,) = compute_difference(preview, example_store, reference)
    one, two = change.forms
    assert [c.after for c in one.changes] == [20_000]
    assert "received_online" in one.overruled
    assert "eid" not in one.overruled
    assert (two.overruled, change.displaced) == ((), ())
    (period,) = build_difference([change], reference)
    assert "Hồ sơ tiếp nhận trực tuyến" in period.forms[0].overruled


def test_several_periods_and_files(example_store: Store, reference: Reference):
    earlier = Style(period="Từ ngày 01/01/2022 đến ngày 31/12/2022")
    both = (dressed(ANNEX_2), dressed(ANNEX_1, style=earlier))
    preview = look(example_store, reference, *both)
    changes = compute_difference(preview, example_store, reference)
    assert [(str(c.period), c.new) for c in changes] == [
        ("2022-01-01..2022-12-31", True),
        (YEAR, False),
    ]
    first, second = (changes_of_file(file, changes) for file in preview.files)
    assert [(str(c.period), c.forms[0].form) for c in first] == [(YEAR, "annex-2")]
    assert [(str(c.period), c.forms[0].form) for c in second] == [
        (str(changes[0].period), "annex-1")
    ]
    after_publishing(example_store, reference, preview)


def test_it_is_held_against_the_state_that_the_preview_saw(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    seen = look(example_store, reference, edit_example("sua.xlsx", {(ONE, "E15"): 20_000}))
    newer = look(example_store, reference, edit_example("ho.xlsx", {(ONE, "E15"): 19_000}))
    publish_files(newer, example_store, CLERK)
    (change,) = compute_difference(seen, example_store, reference)
    assert change.forms[0].changes[0].before == 29_754


def test_what_cannot_be_published_changes_nothing(
    example_store: Store, reference: Reference, edit_example: EditExample
):
    preview = look(example_store, reference, edit_example("hong.xlsx", {(ONE, "E15"): "abc"}))
    assert compute_difference(preview, example_store, reference) == ()


@pytest.mark.parametrize("lost", ["annex-1", "annex-2"])
def test_a_lost_table_is_said(lost: str, example_store: Store, reference: Reference):
    for file in (example_store.folder / "tables").glob(f"*{lost}*"):
        file.unlink()
    preview = look(example_store, reference, dressed(ANNEX_1))
    (change,) = compute_difference(preview, example_store, reference)
    (form,) = change.forms
    assert (form.new, form.lost) == (False, lost == "annex-1")
    assert bool(change.rates) == (lost == "annex-1")
    assert all(rate.before is None for rate in change.rates)


# A form that goes


def test_without_the_template_the_annex_is_shown_again(tmp_path: Path, reference: Reference):
    """The template covers the annex's 10 received of which 5 online (50 %) with 20 and 5 (25 %)."""
    store = Store(tmp_path / "store")
    spec = World(store, reference)
    spec.publish(
        "2023-01", "who | received_new | received_online\nso-y-te | 10 | 5", form="annex-1"
    )
    spec.publish(
        "2023-01", "who | received_new | received_online\nso-y-te | 20 | 5", form="template"
    )
    current = store.current()
    after = [entry for entry in current.entries if entry.form != "template"]
    (change,) = compare_states(current.entries, after, store, reference)
    assert [(form.form, form.withdrawn) for form in change.forms] == [("template", True)]
    assert change.displaced == (FigureChange("so-y-te", "received_new", 20, 10),)
    (view,) = build_difference([change], reference)
    assert view.forms[1].form.startswith("Số liệu đang hiện trên các trang sẽ đổi theo")
    withdrawn = store.withdraw(dates("2023-01"), "template", by="x").snapshot
    figures = read_figures(store, reference, withdrawn, dates("2023-01"))
    after_rates = {effect.rate.id: effect.after for effect in change.rates}
    assert after_rates == figures.total.rates


def test_the_last_form_leaves_nothing(tmp_path: Path, reference: Reference):
    store = Store(tmp_path / "store")
    spec = World(store, reference)
    spec.publish("2023-01", "who | received_new\nso-y-te | 10", form="annex-1")
    (change,) = compare_states(store.current().entries, [], store, reference)
    assert change.displaced == (FigureChange("so-y-te", "received_new", 10, None),)
    assert (change.gone, change.rates) == (True, ())
    (view,) = build_difference([change], reference)
    assert "kỳ này sẽ không còn số liệu nào" in view.forms[0].note
