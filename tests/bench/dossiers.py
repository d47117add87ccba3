"""Dossier lists of a million and ten million rows, beside the bare library's read of the same file.

    python -m tests.bench.dossiers [--csv 1000000 10000000] [--xlsx 1000000] [--folder DIR]

Every reading is a process of its own, so that its peak memory is its own. The bare reads: DuckDB's
read_csv of all columns as text into Parquet; calamine's iteration over the rows. Needs 5 GB of disk
for ten million rows, and gives it back.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.bench.servers import ROOT
from tests.dossier_lists import make_records, rows_of, write_csv, write_xlsx

# Of so many dossiers a list is made; longer ones repeat them under other codes.
_BLOCK = 1_000_000
CSV_AIM, XLSX_AIM = 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One process: seconds of the clock and of the processors, and the most memory it held."""

    seconds: float
    cpu: float
    peak_mb: int


def read_bare_csv(path: Path, folder: Path) -> None:
    """What DuckDB does with the file by itself."""
    import duckdb

    with duckdb.connect() as connection:
        rows = connection.read_csv(str(path), all_varchar=True, header=True)
        rows.write_parquet(str(folder / "bare.parquet"))


def read_bare_xlsx(path: Path, folder: Path) -> None:
    """What calamine does with the file by itself."""
    from python_calamine import CalamineWorkbook

    for _ in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows():
        pass


def read_as_the_product(path: Path, folder: Path) -> None:
    """Everything, up to the staged files."""
    from ttpv.core.periods import Period
    from ttpv.readers.dossiers import read_dossiers
    from ttpv.reference import read_reference

    read = read_dossiers(
        path,
        path.name,
        read_reference(),
        today=date(2024, 1, 2),
        staging=folder,
        period=Period(date(2023, 12, 1), date(2024, 1, 1)),
    )
    if read is None or read.table is None:
        raise RuntimeError(f"the list is refused: {read and read.issues}")


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "bare-csv": read_bare_csv,
    "bare-xlsx": read_bare_xlsx,
    "product": read_as_the_product,
}


def measure(way: str, path: Path) -> Reading:
    """Reads in a process of its own."""
    command = [sys.executable, "-X", "utf8", "-m", "tests.bench.dossiers", "--child", way, path]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return Reading(**json.loads(done.stdout))


def _child(way: str, path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        start = time.perf_counter()
        WAYS[way](path, Path(folder))
        seconds = time.perf_counter() - start
    own, others = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in (own, others))
    # The row reader's peak and the product's own: they stand beside each other.
    peak = (own.ru_maxrss + others.ru_maxrss) // 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_mb": peak}))


def make_csv(folder: Path, count: int) -> Path:
    """A list of `count` rows; beyond a million the same dossiers with codes of other offices."""
    path = write_csv(folder / "list.csv", rows_of(make_records(min(count, _BLOCK))))
    if count > _BLOCK:
        header, body = path.read_bytes().split(b"\r\n", 1)
        with path.open("wb") as file:
            file.write(header + b"\r\n")
            for block in range(count // _BLOCK):
                file.write(body.replace(b".H08-", b".H%02d-" % (10 + block)))
    return path


def compare(path: Path, bare: str, count: int, aim: float, runs: int) -> list[str]:
    """Lines of a table: the bare read and ours in turn, the best of each, and their ratio."""
    readings: dict[str, list[Reading]] = {bare: [], "product": []}
    for _ in range(runs):
        for way, done in readings.items():
            done.append(measure(way, path))
    best = {way: min(done, key=lambda r: r.seconds) for way, done in readings.items()}
    ratio = best["product"].seconds / best[bare].seconds
    cpu = best["product"].cpu / best[bare].cpu
    verdict = (
        f"≤ {aim:g} × | {'met' if ratio <= aim else 'not met'} ({ratio:.2f} ×; CPU {cpu:.2f} ×)"
    )
    name = f"{path.suffix[1:]}, {count:,} rows, {path.stat().st_size / 1e6:,.0f} MB"
    return [
        _line(f"{name}: bare read", count, best[bare], " | "),
        _line(f"{name}: read, checked, counted", count, best["product"], verdict),
    ]


def _line(name: str, count: int, reading: Reading, verdict: str) -> str:
    speed = f"{count / reading.seconds:,.0f}"
    return f"| {name} | {reading.seconds:.1f} | {speed} | {reading.peak_mb:,} | {verdict} |"


def main() -> int:
    wanted = _parse()
    if wanted.child:
        _child(wanted.child, wanted.path)
        return 0
    print(f"load at start: {os.getloadavg()[0]:.1f}")
    print("| List | s | rows/s | peak MB | aim |  |\n| --- | ---: | ---: | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        for count in wanted.csv:
            path = make_csv(Path(folder), count)
            print(*compare(path, "bare-csv", count, CSV_AIM, wanted.runs), sep="\n", flush=True)
            path.unlink()
        for count in wanted.xlsx:
            path = write_xlsx(Path(folder) / "list.xlsx", rows_of(make_records(count)))
            print(*compare(path, "bare-xlsx", count, XLSX_AIM, wanted.runs), sep="\n", flush=True)
            path.unlink()
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.dossiers", description=__doc__)
    parser.add_argument("--csv", type=int, nargs="*", default=[1_000_000, 10_000_000])
    parser.add_argument("--xlsx", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where the lists are made (5 GB)")
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("path", type=Path, nargs="?", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
