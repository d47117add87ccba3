"""python -m ttpv show: figures as they are published, or were, for people or as JSON."""

import argparse
from datetime import datetime

from ttpv.cli.output import print_json, say, warn
from ttpv.comparisons import compare_period
from ttpv.monitor import (
    PeriodNotCovered,
    Structure,
    UnknownDepartment,
    answer_period,
    open_timeline,
    resolve_departments,
    resolve_period,
)
from ttpv.reference import Reference
from ttpv.registers import keeps_reference, open_reference
from ttpv.store import Store
from ttpv.views.comparisons_json import build_comparisons_json
from ttpv.views.formatting import format_period
from ttpv.views.show_json import build_period_json, build_show_json
from ttpv.views.show_text import build_show_text
from ttpv.views.words import NO_REFERENCE


def run_show(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """`reference` is the current state's."""
    current = store.current()
    snapshot = current if options.as_of is None else store.as_of(options.as_of)
    if snapshot is None:
        _print_missing(options.json, PeriodNotCovered(None, [], []))
        return 1
    if current and snapshot.number != current.number:
        reference = open_reference(store, snapshot)
        if not keeps_reference(snapshot):
            warn(NO_REFERENCE.format(snapshot=snapshot.id))
    try:
        timeline = open_timeline(store, reference, snapshot)
        period = resolve_period(timeline, options.period)
        today = datetime.now().astimezone().date()
        day = period.last if options.structure == "then" else max(period.last, today)
        departments = resolve_departments(reference, day, options.departments)
        figures = answer_period(timeline, period).figures(
            frozenset(departments), structure=options.structure, today=today
        )
    except PeriodNotCovered as error:
        _print_missing(options.json, error)
        return 1
    except UnknownDepartment as error:
        return _fail_unknown(error, options.json)
    if options.json:
        structure: Structure | None = None if options.structure == "then" else "now"
        comparison = compare_period(
            timeline, period, frozenset(departments), structure=structure, today=today
        )
        shown = build_show_json(figures, is_simulated=store.is_simulated)
        print_json({**shown, "comparisons": build_comparisons_json(comparison)})
    else:
        say(build_show_text(figures, is_simulated=store.is_simulated))
    return 0


def _print_missing(as_json: bool, error: PeriodNotCovered) -> None:
    if as_json:
        print_json(
            {
                "missing": [build_period_json(period) for period in error.missing],
                "nearest": [build_period_json(period) for period in error.nearest],
            }
        )
    if error.wanted is None:
        warn("Chưa có số liệu nào được công bố. Hãy nhập tệp: python -m ttpv import TỆP.xlsx")
        return
    warn(f"Không có số liệu cho đúng kỳ {format_period(error.wanted)}.")
    for period in error.missing:
        warn(f"  Thiếu các ngày {format_period(period)}.")
    for period in error.nearest:
        warn(f"  Kỳ gần nhất có số liệu: {format_period(period)} (--period {period}).")


def _fail_unknown(error: UnknownDepartment, as_json: bool) -> int:
    if as_json:
        ids = [department.id for department in error.suggestions]
        print_json({"unknown": error.name, "suggestions": ids})
    near = ", ".join(f"{d.id} ({d.name})" for d in error.suggestions)
    hint = f"Có thể là: {near}." if near else "Các mã có trong tệp data/reference/departments.toml."
    warn(f"Không có cơ quan “{error.name}” trong kỳ này. {hint}")
    return 2
