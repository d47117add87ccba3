"""python -m ttpv report: a report of a period as a file, recorded as a download is."""

import argparse
from datetime import datetime
from pathlib import Path

from ttpv.cli.asking import open_asked, say_not_covered, say_unknown
from ttpv.cli.out_file import new_out_file
from ttpv.cli.output import print_json, say, warn
from ttpv.core.text import format_number
from ttpv.core.user import operating_system_user
from ttpv.monitor import (
    PeriodNotCovered,
    UnknownDepartment,
    resolve_departments,
    resolve_period,
)
from ttpv.reference import Reference
from ttpv.reporting import (
    FORMATS,
    OF_ONE,
    Made,
    Order,
    ReportFailed,
    Sources,
    make_report,
    record_report,
)
from ttpv.store import ReportRecord, Store
from ttpv.views.formatting import format_period
from ttpv.views.reports import KIND_NAMES
from ttpv.views.show_json import build_period_json


def run_report(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """The format is the file's ending; a file that is there is not written over."""
    formats = {f".{name}": name for name in FORMATS[options.kind]}
    format_ = formats.get(options.out.suffix.lower())
    if format_ is None:
        named = KIND_NAMES[options.kind].lower()
        warn(
            f"--out cần một tên tệp có đuôi {' hoặc '.join(formats)} cho loại {options.kind} "
            f"({named})."
        )
        return 2
    if options.kind in OF_ONE and len(options.departments) != 1:
        warn(f"Loại {options.kind} là của một cơ quan: cần đúng một --department MÃ.")
        return 2
    try:
        timeline = open_asked(options, reference, store)
        period = resolve_period(timeline, options.period)
        today = datetime.now().astimezone().date()
        day = period.last if options.structure == "then" else max(period.last, today)
        chosen = resolve_departments(timeline.reference, day, options.departments)
        order = Order(options.kind, format_, period, chosen, options.structure)
        made = make_report(Sources(store, timeline, today), order)
    except PeriodNotCovered as error:
        return say_not_covered(error, as_json=options.json)
    except UnknownDepartment as error:
        return say_unknown(error, as_json=options.json)
    except ReportFailed as error:
        warn(str(error))
        return 1
    try:
        record = _write(options.out, made, store)
    except FileExistsError:
        warn(f"Tệp {options.out} đã có. Hãy chọn tên khác.")
        return 1
    if options.json:
        print_json(_describe(options.out, record))
    else:
        say(
            f"Đã ghi {KIND_NAMES[order.kind].lower()}, kỳ {format_period(period)}, lần công bố "
            f"{record.id}, vào {options.out} ({format_number(-(-record.size // 1024))} KB)."
        )
    return 0


def _write(path: Path, made: Made, store: Store) -> ReportRecord:
    """The file and its record; no file where there is no record, and never half of one."""
    with new_out_file(path, made.content):
        return record_report(store, made, by=operating_system_user())


def _describe(path: Path, record: ReportRecord) -> dict[str, object]:
    return {
        "file": str(path),
        "kind": record.kind,
        "format": record.format,
        "snapshot": record.id,
        "period": build_period_json(record.period),
        "departments": list(record.departments),
        "sha256": record.sha256,
        "bytes": record.size,
    }
