"""Before the first request: the example in an empty store, and what kills left is cleared."""

import os
import time
from pathlib import Path

from ttpv.store import Store
from ttpv.ui.startup import prepare


def test_a_start_seeds_once_and_clears_what_is_old(data_dir: Path):
    prepare()
    store = Store(data_dir)
    assert store.numbers() == [1]
    then = time.time() - 2 * 24 * 3600
    old, young = data_dir / "staging" / "old", data_dir / "staging" / "young"
    old.parent.mkdir()
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (then, then))
    prepare()
    assert store.numbers() == [1]
    assert (old.exists(), young.exists()) == (False, True)
    assert store.verify() == ()


def test_a_store_with_names_and_no_figures_starts(data_dir: Path):
    Store(data_dir).add_alias("SYT", "so-y-te", by="tests")
    prepare()
    assert Store(data_dir).current().periods == ()
