"""Reference data that older programs kept with their states are read for ever.

tests/golden/files/reference-*.json are such bundles, each as a program of that month shipped its
files. They are never changed. Where one fails, the new key lacks its default (reference/model.py).
"""

from pathlib import Path

import pytest

from tests.spec.tables import World
from tests.unit.cli.conftest import Run, run
from ttpv.core.periods import parse_period
from ttpv.monitor import read_figures
from ttpv.reference import ReferenceFiles, parse_bundle, read_reference_files
from ttpv.registers import find_uncomputable, open_reference
from ttpv.store import Store
from ttpv.views.show_json import build_show_json

__all__ = ["run"]

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "references").glob("reference-*.json"))
FIGURES = """
    who                    | received | received_new | received_online | online_submission
    so-y-te                |    1.000 |        1.000 |             662 |              66,2
    so-giao-duc-va-dao-tao |       20 |           20 |               5 |              25,0
"""


def publish_two(store: Store) -> None:
    """The first of the two is an earlier state: it is computed with what it keeps."""
    world = World(store, open_reference(Store(store.folder), None))
    world.publish("2023", FIGURES, form="annex-1")
    world.publish("2024", FIGURES, form="annex-1")


def test_there_are_golden_bundles():
    assert [path.name for path in GOLDEN][:1] == ["reference-2026-11.json"]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_state_of_an_older_program_is_computed(path: Path, tmp_path: Path):
    shipped = parse_bundle(path.read_bytes())
    publish_two(Store(tmp_path, shipped))
    store = Store(tmp_path)
    state = store.open_snapshot("1")
    assert store.read_reference_text(state.reference).encode() == path.read_bytes()
    reference = open_reference(store, state)
    both = ["so-y-te", "so-giao-duc-va-dao-tao"]
    figures = read_figures(store, reference, state, parse_period("2023"), both)
    # (662 + 5) / (1.000 + 20) = 667 / 1.020 = 65,39215… %
    rate = build_show_json(figures)["total"]["rates"]["online_submission"]
    assert (rate["value"][:8], rate["basis"]) == ("65.39215", "computed")
    assert list(find_uncomputable(store)) == []


def test_keys_of_later_have_the_meaning_of_before(tmp_path: Path):
    """That program marked no rate as resting on few dossiers."""
    publish_two(Store(tmp_path, parse_bundle(GOLDEN[0].read_bytes())))
    store = Store(tmp_path)
    assert open_reference(store, store.open_snapshot("1")).centre.small_denominator == 0
    assert open_reference(store, store.current()).centre.small_denominator == 30


def test_verify_says_which_states_cannot_be_computed(data_dir: Path, run: Run):
    texts = read_reference_files().texts
    other = {**texts, "centre.toml": texts["centre.toml"] + "\nof_another_program = 1\n"}
    publish_two(Store(data_dir, ReferenceFiles(other)))
    answer = run("verify", "--json")
    (finding,) = answer.json["findings"]
    bundle = Store(data_dir).open_snapshot("1").reference
    assert (answer.code, answer.json["intact"]) == (1, False)
    assert (finding["kind"], finding["snapshots"]) == ("basis", ["000001"])
    assert finding["path"] == f"references/{bundle}"
    assert finding["message"].startswith("Lần công bố 000001 còn nguyên nhưng")
    assert "of_another_program" in finding["message"]


def test_damage_is_said_once(data_dir: Path, run: Run):
    publish_two(Store(data_dir))
    texts = read_reference_files()
    (data_dir / "references" / texts.digest).write_text("{}")
    kinds = [finding["kind"] for finding in run("verify", "--json").json["findings"]]
    assert kinds == ["reference"]
