"""Which state, period and departments a command is asked about, and why there is no answer."""

import argparse

from ttpv.cli.output import print_json, warn
from ttpv.monitor import PeriodNotCovered, Timeline, UnknownDepartment, open_timeline
from ttpv.reference import Reference
from ttpv.registers import keeps_reference, open_reference
from ttpv.store import Store
from ttpv.views.formatting import format_period
from ttpv.views.show_json import build_period_json
from ttpv.views.words import NO_REFERENCE


def open_asked(options: argparse.Namespace, reference: Reference, store: Store) -> Timeline:
    """The state that --as-of names, or the current one, whose `reference` is; warns where the
    state keeps no reference data. Raises PeriodNotCovered in an empty store, SnapshotNotFound."""
    current = store.current()
    snapshot = current if options.as_of is None else store.as_of(options.as_of)
    if snapshot is None:
        raise PeriodNotCovered(None, [], [])
    if current and snapshot.number != current.number:
        reference = open_reference(store, snapshot)
        if not keeps_reference(snapshot):
            warn(NO_REFERENCE.format(snapshot=snapshot.id))
    return open_timeline(store, reference, snapshot)


def say_not_covered(error: PeriodNotCovered, *, as_json: bool) -> int:
    """Which days are missing and what there is instead; gives the exit code."""
    if as_json:
        print_json(
            {
                "missing": [build_period_json(period) for period in error.missing],
                "nearest": [build_period_json(period) for period in error.nearest],
            }
        )
    if error.wanted is None:
        warn("Chưa có số liệu nào được công bố. Hãy nhập tệp: python -m ttpv import TỆP.xlsx")
        return 1
    warn(f"Không có số liệu cho đúng kỳ {format_period(error.wanted)}.")
    for period in error.missing:
        warn(f"  Thiếu các ngày {format_period(period)}.")
    for period in error.nearest:
        warn(f"  Kỳ gần nhất có số liệu: {format_period(period)} (--period {period}).")
    return 1


def say_unknown(error: UnknownDepartment, *, as_json: bool) -> int:
    """Who was not found and who may be meant; gives the exit code."""
    if as_json:
        ids = [department.id for department in error.suggestions]
        print_json({"unknown": error.name, "suggestions": ids})
    near = ", ".join(f"{d.id} ({d.name})" for d in error.suggestions)
    hint = f"Có thể là: {near}." if near else "Các mã có trong tệp data/reference/departments.toml."
    warn(f"Không có cơ quan “{error.name}” trong kỳ này. {hint}")
    return 2
