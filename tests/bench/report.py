"""The results as a table for the terminal and as docs/PERFORMANCE.md."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tests.bench.timing import Measured

HEADS = ("Measurement", "n", "median ms", "p95 ms", "min–max ms", "aim", "")

_DOCUMENT = """\
# Performance

Measured on {day}; written by `{command}`.
Benchmarks, not tests: no figure here fails a build, and other work on the machine shows in them
(load at start: {load:.1f}).

{machine}

{results}

- First number: a new Chromium process and profile each time, at rest before it navigates; from the
  start of the navigation to the frame in which the first figure is visible. The dashboard and the
  empty page run in servers of their own with the same settings (`serve.py`), and take turns. The
  aim is the ratio of the medians.
- Filter change: a department is chosen in the sidebar or taken away; from the end of the click, as
  the browser received it, to the frame in which all five gauges hold their new texts. The pointer
  rests on the target beforehand. The server has read the period, but computes each choice of
  departments for the first time.
- Query: `read_figures` on the example's store, warm, all departments; `store.query` is the
  statement behind it alone.
- p95 is the smallest time that 95 % of the runs do not exceed.
"""


def write_table(results: Iterable[Measured]) -> str:
    """Aligned columns for a terminal."""
    rows = [HEADS, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    lines = []
    for name, *cells in rows:
        shown = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        lines.append("  ".join([name.ljust(widths[0]), *shown]).rstrip())
    return "\n".join(lines)


def write_document(
    results: Sequence[Measured], machine: Mapping[str, str], day: date, command: str, load: float
) -> str:
    """docs/PERFORMANCE.md."""
    table = [HEADS, ("---", *["---:"] * (len(HEADS) - 2), "---"), *(_row(r) for r in results)]
    return _DOCUMENT.format(
        day=day.isoformat(),
        command=command,
        load=load,
        machine="\n".join(f"- {name}: {value}" for name, value in machine.items()),
        results="\n".join(f"| {' | '.join(row)} |" for row in table),
    )


def _row(result: Measured) -> tuple[str, ...]:
    return (
        result.name,
        str(len(result.times)),
        f"{result.median:.1f}",
        f"{result.p95:.1f}",
        f"{min(result.times):.1f}–{max(result.times):.1f}",
        "" if result.limit is None else f"≤ {result.limit:g} {result.unit}",
        _verdict(result),
    )


def _verdict(result: Measured) -> str:
    if result.is_met is None:
        return ""
    word = "met" if result.is_met else "not met"
    return word if result.judged is None else f"{word} ({result.judged:.2f} {result.unit})"
