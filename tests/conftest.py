"""What every test can ask for: the shipped reference data and the 2023 report, published."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from openpyxl import load_workbook

from ttpv.demo import Demo, make_demo
from ttpv.imports import Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.reference import Reference, read_reference
from ttpv.store import Store

pytest.register_assert_rewrite("tests.spec.tables", "tests.spec.comparing", "tests.spec.series")

EXAMPLE = Path(__file__).parents[1] / "data" / "examples" / "binh-dinh-2023.xlsx"
TODAY = date(2024, 1, 2)

# The same examples on every run, and no failure because a machine is slow.
settings.register_profile("ttpv", derandomize=True, deadline=None, database=None)
settings.load_profile("ttpv")


def import_file(store: Store, reference: Reference, path: Path) -> None:
    """Publishes one export as the product does; a refused one fails the test with its reasons."""
    uploads = [Upload(path.name, path.read_bytes())]
    preview = preview_files(uploads, reference, store=store, today=TODAY)
    outcome = publish_files(preview, store, Publisher("tests", may_publish=True))
    assert outcome.status in ("published", "unchanged"), outcome.files


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The shipped data/reference."""
    return read_reference()


@pytest.fixture(scope="session")
def example_file() -> Path:
    """The 2023 report as the centre sends it."""
    return EXAMPLE


@pytest.fixture(scope="session")
def _published_example(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Path:
    folder = tmp_path_factory.mktemp("example") / "store"
    import_file(Store(folder), reference, EXAMPLE)
    return folder


@pytest.fixture
def example_store(tmp_path: Path, _published_example: Path) -> Store:
    """A store of the test's own with the 2023 report in it."""
    return Store(Path(shutil.copytree(_published_example, tmp_path / "store")))


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory, reference: Reference) -> Demo:
    """The example over time, made once; whoever changes it works on a copy."""
    return make_demo(tmp_path_factory.mktemp("demo") / "demo", reference)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """TTPV_DATA_DIR: an empty store of the test's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TTPV_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def example_data_dir(data_dir: Path, _published_example: Path) -> Path:
    """TTPV_DATA_DIR with the 2023 report in it."""
    return Path(shutil.copytree(_published_example, data_dir))


EditExample = Callable[..., Path]


@pytest.fixture
def edit_example(tmp_path: Path) -> EditExample:
    """A copy of the example with cells changed, e.g. {("Phụ lục I", "A7"): None}."""

    def edit(
        name: str,
        cells: Mapping[tuple[str, str], object] | None = None,
        *,
        drop_sheets: tuple[str, ...] = (),
        drop_rows: Mapping[str, int] | None = None,
    ) -> Path:
        book = load_workbook(EXAMPLE)
        for (sheet, cell), value in (cells or {}).items():
            book[sheet][cell] = value
        for sheet, row in (drop_rows or {}).items():
            book[sheet].delete_rows(row)
        for sheet in drop_sheets:
            del book[sheet]
        book.save(tmp_path / name)
        return tmp_path / name

    return edit
