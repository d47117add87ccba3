"""Whoever analyses a downloaded table finds each of its columns in docs/TABLES.md."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "ttpv/views/data_tables").glob("*.py")
)
DOCS = (ROOT / "docs" / "TABLES.md").read_text(encoding="utf-8")


def test_every_column_is_explained():
    ids = set(re.findall(r'Field\(\s*"(\w+)"', SOURCES))
    of_rates = set(re.findall(r'Field\(f"\{ids\}(\w+)"', SOURCES))
    of_shares = set(re.findall(r'^    \("(\w+_share)"', SOURCES, re.MULTILINE))
    assert len(ids) > 40
    assert len(of_rates) == 10
    assert len(of_shares) == 2
    assert {name for name in ids | of_rates | of_shares if f"`{name}`" not in DOCS} == set()


def test_every_file_is_named():
    """The names that pages give to their tables."""
    pages = [*(ROOT / "pages").glob("*.py"), *(ROOT / "ttpv/ui").glob("*.py")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    calls = re.findall(r"offer_table\((?:[^()]|\([^()]*\))*\)", said)
    names = {name for call in calls for name in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', call)}
    assert len(names) >= 10
    assert {name for name in names if f"`{name}`" not in DOCS} == set()
