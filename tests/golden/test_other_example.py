"""The tracked workbook of other figures says what the report of 2023 says, and is seeded."""

from pathlib import Path

from tests.golden.make_other_example import FIGURES, INDEX, OTHERS, PERIOD, other_example
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.ui.startup import seed_example
from ttpv.views.others import format_counted


def test_the_tracked_file_is_what_is_made():
    assert OTHERS.read_bytes() == other_example()


def test_an_empty_store_is_seeded_with_forms_and_other_figures(
    tmp_path: Path, reference: Reference
):
    store = Store(tmp_path)
    seed_example(store, reference)
    state = store.current()
    assert state is not None
    assert [entry.form for entry in state.entries] == ["annex-1", "annex-2"]
    assert store.numbers() == [1]
    seeded = open_reference(store, state)
    assert seeded.other_entries.entries == (FIGURES, INDEX)
    found = find_other_figures(seeded, PERIOD)
    shown = {name: format_counted(quantity) for name, quantity in found.quantities.items()}
    assert shown == {
        "questions_received": "227",
        "questions_answered": "188",
        "questions_cancelled": "19",
        "questions_open": "20",
        "emails": "hơn 110",
        "calls": "hơn 1.200",
        "signatures": "hơn 359 (lũy kế từ 15/08/2023)",
    }
