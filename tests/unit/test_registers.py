"""An older state is computed with the reference data of then; the current one with today's."""

from pathlib import Path

import msgspec
import pytest

from tests.spec.tables import World
from ttpv.core.periods import parse_period
from ttpv.monitor import read_figures
from ttpv.reference import (
    TARGETS_FILE,
    ReferenceDataError,
    ReferenceFiles,
    read_reference_files,
)
from ttpv.registers import choose_basis, keeps_reference, open_reference
from ttpv.store import Manifest, Store, StoreError
from ttpv.views.show_json import build_show_json

SHIPPED = read_reference_files()
HIGHER = SHIPPED.texts[TARGETS_FILE].replace("value = 50", "value = 70")
PERIOD = parse_period("2023")
FIGURES = """
    who                | received | received_new | received_online | online_submission
    so-y-te            |    1.000 |        1.000 |             662 |              66,2
    so-giao-duc-va-dao-tao |  500 |          500 |             100 |              20,0
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store", SHIPPED)
    World(store, open_reference(store, None)).publish("2023", FIGURES, form="annex-1")
    return store


def figures(store: Store, state: Manifest) -> dict:
    found = read_figures(store, open_reference(store, state), state, PERIOD)
    return build_show_json(found)


def status(store: Store, state: Manifest) -> str:
    found = read_figures(store, open_reference(store, state), state, PERIOD, ["so-y-te"])
    return found.total.rates["online_submission"].status


def test_targets_that_change_leave_the_state_before_as_it_was(store: Store):
    before = figures(store, store.current())
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    first, second = store.open_snapshot("1"), store.open_snapshot("2")
    assert figures(store, first) == before
    assert (status(store, first), status(store, second)) == ("met", "near")


def test_rates_that_change_with_the_program_leave_the_state_before_as_it_was(store: Store):
    """Another rates.toml is installed: it counts from then on, and not for what was reported."""
    before = figures(store, store.current())
    noun = 'noun = "hồ sơ trực tuyến"'
    rates = SHIPPED.texts["rates.toml"].replace(noun, f"{noun}\neffective_to = 2023-06-30")
    assert rates != SHIPPED.texts["rates.toml"]
    later = Store(store.folder, SHIPPED.overlaid({"rates.toml": rates}))
    now = figures(later, later.current())
    assert now != before
    World(later, open_reference(later, None)).publish("2024", FIGURES, form="annex-1")
    assert figures(later, later.open_snapshot("1")) == before


def test_a_state_of_an_older_format_is_computed_with_todays(store: Store):
    state = store.current()
    old = msgspec.structs.replace(state, reference=None)
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    assert not keeps_reference(old)
    assert status(store, old) == "near"


def test_a_basis_is_a_key(store: Store):
    first = choose_basis(store, store.current())
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    bases = [choose_basis(store, store.open_snapshot(number)) for number in ("1", "2")]
    assert len({first, *bases}) == 3


def test_a_kept_text_that_this_program_cannot_read_is_said(store: Store):
    """A program without that rate: its register of targets no longer fits."""
    store.set_register(TARGETS_FILE, HIGHER, by="an")
    targets = SHIPPED.texts["rates.toml"].replace('id = "eid"', 'id = "other"')
    other = Store(store.folder, SHIPPED.overlaid({"rates.toml": targets}))
    with pytest.raises(StoreError, match=r"không dùng được với phiên bản.*eid"):
        open_reference(other, other.current())
    with pytest.raises(ReferenceDataError, match="eid"):
        open_reference(other, None)


def test_a_file_that_a_kept_bundle_lacks_is_the_installed_one(store: Store):
    """A later program has a file more (findings.toml, say): older states can still be opened."""
    older = {n: text for n, text in SHIPPED.texts.items() if n != "findings.toml"}
    folder = store.folder.parent / "older"
    old = Store(folder, ReferenceFiles(older))
    for period in ("2023", "2024"):
        World(old, open_reference(store, None)).publish(period, FIGURES, form="annex-1")
    now = Store(folder, SHIPPED)
    assert open_reference(now, now.open_snapshot("1")).findings == (
        open_reference(now, now.current()).findings
    )
